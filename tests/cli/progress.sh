# Standard error in a pipe holds whole lines and no progress; on a terminal one line is rewritten.
source "$(dirname "$0")/support.sh" "$@"

"$PROGRAM" run study.yaml --replications 16 -o piped.nc 2>&1 >/dev/null | cat >piped
! grep -q $'\r' piped || fail "progress was written into a pipe"
! grep -q kwartalen piped || fail "progress was written into a pipe"

# The study grows until it lasts long enough to show a line.
for replications in 16 64 256 1024 4096; do
    script --quiet --return --command \
        "'$PROGRAM' run study.yaml --replications $replications -o shown.nc --force" shown >/dev/null
    if grep -q 'kwartalen' shown && grep -q 'nog ongeveer' shown; then
        exit 0
    fi
done
fail "no progress on a terminal: $(cat shown)"
