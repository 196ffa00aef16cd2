#!/usr/bin/env bash
# header.sh FOLDER [--accept]: compares what ncdump sees in the sample with the header kept here;
# what differs from day to day and from library to library is left out.
set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
header() {
    ncdump -hs "$1" | grep -vE '_NCProperties|_SuperblockVersion|:date_created|:date_completed|_Endianness'
}
if [[ ${2:-} == --accept ]]; then
    header "$1/sample.nc" >"$here/header.cdl"
    exit
fi
header "$1/sample.nc" | diff "$here/header.cdl" - || {
    echo "the layout changed: say so in docs/results_format.md, then header.sh FOLDER --accept"
    exit 1
}
# An unfinished result and a file of tables open as well.
header "$1/begun.nc.part" >/dev/null
header "$1/tables.nc" >/dev/null
# The figures themselves, read to the last one.
ncdump "$1/sample.nc" >/dev/null
