#!/usr/bin/env bash
# tests/page/run.sh PROGRAM FOLDER: types of the page, then its pages in a browser. Makes the pages in
# FOLDER with few draws; npm's packages come from the lock file.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(cd -- "$here/../.." && pwd)
program=$1
folder=$2

cd "$here"
if [[ ! -d node_modules || package-lock.json -nt node_modules/.package-lock.json ]]; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
node node_modules/typescript/bin/tsc -p tsconfig.json

mkdir -p "$folder/ambtenaren"
cd "$folder"
cp "$root"/scenarios/workshops/*.yaml .
make_page() { "$program" workshop "$1" --replications 2 --force -o "$2" "${@:3}"; }
make_page voorbeeld.yaml nl.html
make_page voorbeeld.yaml en.html --lang en
# The same page with a map: an outline for each wijk but the last, by its code.
node "$here"/make_map.mjs nl.html kaart.geojson
sed 's/^levers: .*/&\nmap: kaart.geojson/' voorbeeld.yaml >kaart.yaml
mkdir -p results/kaart && cp -rn results/voorbeeld/cache results/kaart/
make_page kaart.yaml kaart.html
# Another audience is another text: the same runs are found again.
sed 's/^audience: .*/audience: ambtenaren/' voorbeeld.yaml >ambtenaren/voorbeeld.yaml
cp levers.yaml voorbeeldstad.yaml ambtenaren/
before=$(find results -name '*.bin' -printf '%T@ %p\n' | sort)
make_page ambtenaren/voorbeeld.yaml ambtenaren.html
if [[ $before != "$(find results -name '*.bin' -printf '%T@ %p\n' | sort)" ]]; then
    echo "a changed text ran the model again" >&2
    exit 1
fi

# A small study with what lies beside it, for the policy report.
mkdir -p report
[[ -s report/result.nc ]] ||
    "$program" compare "$root/scenarios/vier_routes.yaml" --set world.share=wijk --replications 3 -o report/result.nc
for language in nl en; do
    "$program" report report/result.nc --lang "$language" --force -o "report/$language.html"
done
# Effects of a very small world and a sweep, for a report of all of them.
studies="$root/scenarios/studies"
sed -e '/^  stroomnet:/,$d' -e "s#\.\./\.\./worlds#$root/scenarios/worlds#" "$studies/effects/whole.yaml" >report/whole.yaml
effect() { # KIND STUDY REPLICATIONS
    [[ -s report/$1.nc ]] ||
        "$program" effects "$1" "$2" --replications "$3" --set world.share=1:500 -o "report/$1.nc" >"report/$1.txt"
}
effect rightscaling "$studies/effects/geheel_klein.yaml" 1
effect learning "$studies/effects/geheel_klein.yaml" 2
effect chance "$studies/effects/geheel_klein.yaml" 2
effect routes "$studies/effects/routes.yaml" 1
effect pilot-bias "$studies/effects/pilot_bias.yaml" 1
effect whole report/whole.yaml 2
[[ -s report/sweep.nc ]] || "$program" sweep "$studies/wijk_gevoeligheid.yaml" -o report/sweep.nc >report/sweep.txt
for language in nl en; do
    "$program" report report/{result,whole,rightscaling,pilot-bias,chance,routes,learning,sweep}.nc \
        --lang "$language" --force -o "report/effects_$language.html"
done

# The figures of the workshop as a report to look them up in.
for language in nl en; do
    "$program" report nl.nc --lang "$language" --force -o "werksessie/$language.html"
done

export OPSCHALING_PAGES=$folder OPSCHALING_PROGRAM=$program
if [[ -n ${UPDATE_PICTURES:-} ]]; then
    node --test "$here"/pictures.test.mjs
else
    # One file after the other: some hold times.
    node --test --test-concurrency=1 "$here"/*.test.mjs
fi
