# Every command shows an example in its help; each is run as typed, in the order of the program's own
# list, so that `report` finds what `compare` made. The one of `import` asks for the real file and has
# a script of its own.
source "$(dirname "$0")/support.sh" "$@"

ends 0 --help
mapfile -t commands < <(sed -n '/^Opdrachten:/,/^$/p' out | sed -n 's/^  \([a-z-]*\) .*/\1/p')
((${#commands[@]} == 17)) || fail "seventeen commands expected, found: ${commands[*]}"

for command in "${commands[@]}"; do
    ends 0 "$command" --help
    example=$(sed -n '/^Voorbeeld:/,$p' out | sed -n 's/^  opschaling //p')
    [[ $example == "$command"* ]] || fail "the help of $command shows no example of its own"
    [[ $command == import ]] && continue
    if [[ $command == merge ]]; then # it is for what machines apart have done
        for shard in 0/2 1/2; do
            ends 0 sweep scenarios/studies/wijk_gevoeligheid.yaml --shard "$shard"
        done
        rm results/wijk_gevoeligheid/result.nc
    fi
    read -r -a words <<<"$example"
    ends 0 "${words[@]}"
done
[[ -s rapport.html && -s results/vier_routes/result.nc && -s wijk.nc ]] ||
    fail "the examples left no result or report"
