# Whatever happens to a sweep, the same command goes on from there, and what comes out is what an
# uninterrupted one gives.
source "$(dirname "$0")/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

write_experiment 200 3
ends 0 sweep tiny.yaml -o whole.nc

# kill -9 at five random moments of one sweep, then to the end.
for ((i = 0; i < 5; ++i)); do kill_at_random cut.nc 400; done
ends 0 sweep tiny.yaml -o cut.nc
[[ ! -e cut.nc.part ]] || fail "something unfinished was left behind"
expect_same whole.nc cut.nc "five times kill -9"

# Ctrl-C, and what SIGTERM does on a cluster.
for signal in INT TERM; do
    points=200 code=0
    while ((code != 75)); do
        rm -f stop.nc stop.nc.part
        write_experiment "$points" 3
        "$PROGRAM" sweep tiny.yaml -o stop.nc >out 2>err &
        process=$! code=0
        until [[ -e stop.nc.part || -e stop.nc ]]; do sleep 0.01; done
        sleep 0.1
        kill "-$signal" "$process" 2>/dev/null || true
        wait "$process" || code=$?
        points=$((points * 3))
        ((points < 100000)) || fail "no sweep was long enough to stop: $(cat err)"
    done
    [[ -e stop.nc.part && ! -e stop.nc ]] || fail "no unfinished result after SIG$signal"
    tells "Onderbroken"
done

# While one process writes, a second is refused, and says why.
write_experiment 3000 3
"$PROGRAM" sweep tiny.yaml -o busy.nc >out_first 2>err_first &
first=$!
until [[ -e busy.nc.part ]]; do sleep 0.01; done
ends 74 sweep tiny.yaml -o busy.nc
tells "is writing this result now"
kill -9 "$first"
wait "$first" 2>/dev/null || true

# A disk that is full ends with 74 and names the file; with room again the same command goes on.
write_experiment 200 3
code=0
(ulimit -f 150; trap '' XFSZ; "$PROGRAM" sweep tiny.yaml -o full.nc >out 2>err) || code=$?
((code == 74)) || fail "a full disk ended with $code: $(cat err)"
tells "full.nc"
ends 0 sweep tiny.yaml -o full.nc
expect_same whole.nc full.nc "a full disk"
