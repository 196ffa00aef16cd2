#!/usr/bin/env bash
# docs/pictures/draw.sh [--check]: draws the picture of the README anew from the study that the README
# names. --check changes nothing and fails where the picture is stale. OPSCHALING_PROGRAM names another
# program to ask.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$root"
program=${OPSCHALING_PROGRAM:-./opschaling}
picture=docs/pictures/vier_routes.svg
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$program" run scenarios/vier_routes.yaml -o "$folder/vier_routes.nc" >/dev/null
"$program" report "$folder/vier_routes.nc" --picture "$folder/vier_routes.svg" --lang en
if [[ ${1:-} != --check ]]; then
    cp "$folder/vier_routes.svg" "$picture"
elif ! cmp -s "$folder/vier_routes.svg" "$picture"; then
    echo "$picture is stale; docs/pictures/draw.sh draws it anew" >&2
    exit 1
fi
