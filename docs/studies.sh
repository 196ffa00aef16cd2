#!/usr/bin/env bash
# docs/studies.sh: runs the studies whose figures are kept, after the model has moved: the hypotheses, the real
# study of 2040 and the effects. About half an hour on two quiet cores; what is finished is kept, so that after a stop
# the same command goes on. Then prints the documents anew. OPSCHALING_PROGRAM names another program.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
program=${OPSCHALING_PROGRAM:-./opschaling}
kept=docs/evidence/effects
mkdir -p "$kept"

hypotheses() {
    "$program" effects hypotheses scenarios/studies/hypotheses.yaml --lang en --force \
        -o scenarios/studies/hypotheses/hypotheses_result.json >/dev/null
}

# The fingerprint of the model that the hypotheses were judged on, and what `analyse` says of the sweep.
real_study() {
    local study=gevoeligheid_2040 print
    "$program" sweep "scenarios/studies/$study.yaml" --force >/dev/null
    "$program" analyse "results/$study/result.nc" --json >"results/$study/findings.json"
    print=$(sed -n 's/.*"fingerprint": "\([0-9a-f]*\)".*/\1/p' scenarios/studies/hypotheses/hypotheses_result.json)
    sed "1s/{/{\n  \"fingerprint\": \"$print\",/" "results/$study/findings.json" >"scenarios/studies/$study.json"
}

effect() { # KIND STUDY ARGUMENTS...
    local kind=$1 study=$2
    shift 2
    "$program" effects "$kind" "scenarios/studies/effects/$study.yaml" --lang en --force "$@" \
        -o "results/effects/$kind.nc" >/dev/null
    cp "results/effects/${kind}_summary.csv" "$kept/$kind.csv"
}

hypotheses
real_study
# Worlds smaller than the studies' own where an interval says more than more homes would (decision 92).
effect whole whole --set world.share=1:200 --replications 4
effect pilot-bias pilot_bias --replications 8
effect chance pilot_bias --replications 32
effect routes routes --set world.share=1:40 --replications 4
effect learning routes --replications 4
docs/print.sh
