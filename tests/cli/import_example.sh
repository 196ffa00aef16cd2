# The example of `import`, on the national file: a world that can be run on.
source "$(dirname "$0")/support.sh" "$@"

data=${OPSCHALING_DATA:-$ROOT/../shared/data}
file=$data/cbs_kwb2024/kwb2024_flat.csv
if [[ ! -f $file ]]; then
    echo "SKIP: no real data"
    exit 0
fi
ln -s "$file" kwb2024_flat.csv
ends 0 import --help
example=$(sed -n '/^Voorbeeld:/,$p' out | sed -n 's/^  opschaling //p')
read -r -a words <<<"$example"
ends 0 "${words[@]}"
[[ -s nederland.nc && -s nederland.txt ]] || fail "no world file or no import report"
ends 64 "${words[@]}"
tells "--force"

ends 64 import kwb2024_falt kwb2024_flat.csv
tells "kwb2024_flat"
head -c 100000 "$file" >cut_off.csv
ends 65 import kwb2024_flat cut_off.csv -o cut_off.nc
[[ ! -e cut_off.nc ]] || fail "a cut-off file made a world"
