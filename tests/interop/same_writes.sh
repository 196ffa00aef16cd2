#!/usr/bin/env bash
# same_writes.sh FOLDER: h5diff finds the same in every dataset of two results of one plan.
set -euo pipefail

paths=$(h5ls -r "$1/sample.nc" | awk '$2 == "Dataset" {print $1}')
[[ $(wc -l <<<"$paths") -gt 30 ]]
while read -r path; do
    h5diff -q "$1/sample.nc" "$1/again.nc" "$path" || {
        echo "$path differs between two results of one plan"
        exit 1
    }
done <<<"$paths"
