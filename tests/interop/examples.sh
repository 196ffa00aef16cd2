#!/usr/bin/env bash
# examples.sh FOLDER: runs every example of docs/results_format.md on the sample result.
set -euo pipefail

page=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)/docs/results_format.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$1/sample.nc" "$work/result.nc"
cd "$work"
awk '/^```(python|r)$/ {language = substr($0, 4); file = sprintf("example%d.%s", ++count, language); next}
     /^```/ {file = ""}
     file {print > file}' "$page"

count=0
for example in example*; do
    case $example in
    *.python) /usr/bin/python3 -W error::FutureWarning "$example" ;;
    *.r) Rscript -e 'options(warn = 2)' -e "source('$example')" ;;
    esac
    count=$((count + 1))
done
[[ $count -eq 4 ]] || { echo "$count examples found, 4 expected"; exit 1; }
