#!/usr/bin/env bash
# docs/print.sh [--check]: writes the parts of the documents that the program prints. A document holds
# such a part between the lines
#   <!-- print: COMMAND ARGUMENTS -->
#   <!-- end of print -->
# and gets the program's standard output in between: as it is where the arguments ask for --markdown, else
# as text. --check changes nothing and fails, showing the difference, where a part is stale.
# OPSCHALING_PROGRAM names another program to ask.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
program=${OPSCHALING_PROGRAM:-./opschaling}
check=${1:-}

printed() { # the document with every printed part made anew
    local line inside=0
    while IFS= read -r line; do
        if [[ $line == '<!-- end of print -->' ]]; then
            inside=0
        fi
        ((inside)) || printf '%s\n' "$line"
        if [[ $line =~ ^'<!-- print: '(.*)' -->'$ ]]; then
            local -a arguments
            read -r -a arguments <<<"${BASH_REMATCH[1]}"
            if [[ " ${arguments[*]} " == *' --markdown '* ]]; then
                printf '\n'
                "$program" "${arguments[@]}" </dev/null
                printf '\n'
            else
                printf '```text\n'
                "$program" "${arguments[@]}" </dev/null
                printf '```\n'
            fi
            inside=1
        fi
    done <"$1"
}

stale=0
while IFS= read -r document; do
    fresh=$(mktemp)
    printed "$document" >"$fresh"
    if cmp -s "$document" "$fresh"; then
        rm "$fresh"
    elif [[ $check == --check ]]; then
        diff -u "$document" "$fresh" || stale=1
        rm "$fresh"
    else
        cp "$fresh" "$document"
        rm "$fresh"
        echo "printed anew: $document"
    fi
done < <(grep -rlE '^<!-- print: .* -->$' --include='*.md' docs README.md CONTRIBUTING.md)

if ((stale)); then
    echo "these documents are stale; docs/print.sh prints them anew" >&2
    exit 1
fi
