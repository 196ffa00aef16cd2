#!/usr/bin/env bash
# .ci/install among made-up package tools: asks for exactly what is missing, asks nothing when nothing is,
# and says what to do where it cannot help.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin" "$place/bare"
printf '%s\n' 'libhave-dev' '# a comment' '' 'libmissing-dev  # why' >"$place/packages.txt"
printf 'libhave-dev\n' >"$place/installed.txt"

for tool in bash env sed sort mktemp rm tail id grep cat; do
    ln -s "$(command -v "$tool")" "$place/bare/$tool"
done
cat >"$place/bin/dpkg-query" <<'EOT'
#!/bin/bash
while [[ $# -gt 1 ]]; do shift; done
grep -qx -- "$1" "$PLACE/installed.txt" && printf installed
EOT
cat >"$place/bin/apt-get" <<'EOT'
#!/bin/bash
printf '%s\n' "$*" >>"$PLACE/asked.txt"
[[ -f $PLACE/online ]]
EOT
cat >"$place/bin/sudo" <<'EOT'
#!/bin/bash
while [[ $1 == --* ]]; do shift; done
exec "$@"
EOT
chmod +x "$place"/bin/*

fail() {
    echo "missing_packages.sh: $*" >&2
    exit 1
}
install() { # with only the made-up tools; exit code in $code, what it says in $said, asked.txt anew
    rm -f "$place/asked.txt"
    code=0
    said=$(PLACE=$place PATH=$1 "$root/.ci/install" "$place/packages.txt" 2>&1) || code=$?
}
expect() { # WHAT, then a condition
    local what=$1
    shift
    "$@" || fail "$what (exit $code): $said"
}

tools=$place/bin:$place/bare

install "$place/bare"
expect "names the packages where there is no apt-get" \
    test "$code" -eq 69 -a -z "${said##*libhave-dev libmissing-dev*}"

install "$tools"
expect "fails when the mirror cannot be reached" test "$code" -eq 69
expect "says by which command it would work" \
    test -z "${said##*apt-get install libmissing-dev*}"
expect "tries once more with a fresh list" grep -q ' update$' "$place/asked.txt"

touch "$place/online"
install "$tools"
expect "installs" test "$code" -eq 0
expect "asks for what is missing and nothing else" \
    grep -q -- '--no-install-recommends libmissing-dev$' "$place/asked.txt"

echo libmissing-dev >>"$place/installed.txt"
install "$tools"
expect "is silent when all is there" test "$code" -eq 0 -a -z "$said" -a ! -e "$place/asked.txt"
