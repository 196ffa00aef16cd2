#!/usr/bin/env bash
# examples.sh RESULT NAME PAGE COUNT: runs every example of a page on a result, under the name that the
# page gives it. An example that names a design of another program is a recipe and is passed over.
set -euo pipefail

page=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)/$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$1" "$work/$2"
cd "$work"
awk '/^```(python|r)$/ {language = substr($0, 4); file = sprintf("example%d.%s", ++count, language); next}
     /^```/ {file = ""}
     file {print > file}' "$page"

count=0
for example in example*; do
    grep -q design.csv "$example" && continue
    case $example in
    *.python) /usr/bin/python3 -W error::FutureWarning "$example" ;;
    *.r) Rscript -e 'options(warn = 2)' -e "source('$example')" ;;
    esac
    count=$((count + 1))
done
[[ $count -eq $4 ]] || { echo "$count examples found, $4 expected"; exit 1; }
