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

# A layout proposed for a file that none fits, and the name of the one that fits another.
printf 'gwb_code;a_hh;iets\nBU00000001;5;1\nBU00000002;6;2\n' >unknown.csv
ends 0 import --suggest unknown.csv
says 'households: "a_hh"'
ends 0 import --suggest "$file"
says "kwb2024_flat"

# StatLine's own export: refused alone with what it lacks, joined behind the national file.
statline=$(ls "$data"/cbs_kwb2024_statline/Kerncijfers_wijken_en_buurten_2024_*.csv)
ends 65 import kwb2024_statline "$statline" -o alone.nc
tells "households"
[[ ! -e alone.nc ]] || fail "a table of places alone made a world"
ends 0 import kwb2024_flat "$file" "$statline" "$data"/mappings/*.csv -o joined.nc
says "18309 van 18310"

# The same import gives the same bytes.
ends 0 import kwb2024_flat "$file" "$statline" "$data"/mappings/*.csv -o again.nc
cmp joined.nc again.nc || fail "an import repeated gave other bytes"

ends 65 describe world --world joined.nc --gemeente Amsterdm
tells "Amsterdam"
ends 0 describe world --world joined.nc --gemeente Amsterdam
says "RES-regio: Noord-Holland Zuid"

# One gemeente runs alone and says what it assumes of shared capacity.
printf 'schema: opschaling-study/1\nextends: %s\nworld: {source: file, file: joined.nc, share: null, seed: null, gemeenten: [Rozendaal]}\nreplications: 1\n' \
    "$ROOT/scenarios/vier_routes.yaml" >alone.yaml
ends 0 run alone.yaml -o alone_result.nc
tells "Aangenomen: van personeel, installateurs"
