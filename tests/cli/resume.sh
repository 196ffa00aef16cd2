# Ctrl-C ends with 75 and leaves something to go on from; what then comes out is what an
# uninterrupted study gives. The study grows until it is long enough to be interrupted at all.
source "$(dirname "$0")/support.sh" "$@"

interrupt_after() { # SECONDS SIGNAL REPLICATIONS
    rm -rf cut.nc cut.nc.part cut_halfway cut_summary.csv
    "$PROGRAM" run study.yaml --replications "$3" -o cut.nc >out 2>err &
    local process=$! code=0
    until [[ -e cut.nc.part || -e cut.nc ]]; do sleep 0.01; done
    sleep "$1"
    kill "-$2" "$process" 2>/dev/null || true
    wait "$process" || code=$?
    return "$code"
}

for signal in INT TERM; do
    replications=8 code=0
    while interrupt_after 0.1 "$signal" "$replications" || code=$?; ((code != 75)); do
        # A signal that comes once the result is whole ends what is left, the table, as it ends any program.
        [[ $code == 0 || ($code -gt 128 && -e cut.nc && ! -e cut.nc.part) ]] ||
            fail "SIG$signal ended with $code: $(cat err)"
        ends 0 run study.yaml --replications "$replications" -o cut.nc # whole: is there already
        replications=$((replications * 4))
        ((replications < 40000)) || fail "no study was long enough to interrupt"
    done
    [[ -e cut.nc.part && ! -e cut.nc ]] || fail "no unfinished result after SIG$signal"
    tells "Onderbroken"
    ends 0 run study.yaml --replications "$replications" -o cut.nc
    [[ ! -e cut_halfway && ! -e cut.nc.part ]] || fail "something unfinished was left behind"
    [[ $(content_of study.yaml --replications "$replications" -o cut.nc) == \
        "$(content_of study.yaml --replications "$replications" -o whole.nc)" ]] ||
        fail "the content differs after SIG$signal"
    rm -rf whole*
done
