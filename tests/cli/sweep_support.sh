# Sourced by the scripts about sweeps, behind support.sh: a tiny experiment, and how to ask for the
# identity of what came out.
cat >short.yaml <<'YAML'
schema: opschaling-study/1
name: short
extends: scenarios/worlds/wijk.yaml
horizon: {first: 2018-Q1, branch: 2018-Q3, last: 2019-Q4}
variants:
  autonoom: {}
  duur: {set: {bewoner.cost_weight: 4}}
YAML
# points REPLICATIONS: an experiment of so many points.
write_experiment() { # POINTS REPLICATIONS
    cat >tiny.yaml <<YAML
schema: opschaling-experiment/1
name: tiny
study: short.yaml
uncertainties:
  bewoner.hassle_heat_pump: {}
  gas: {parameter: price.gas, factor: true, low: 0.5, high: 2}
outcomes:
  homes: {series: homes_gas_free, year: 2019}
  cost: {series: public_cost, how: since_branch, year: 2019}
design: {type: lhs, n: $1, seed: 3}
replications: $2
YAML
}
write_experiment 40 3

# The identity of all figures of a sweep that is complete.
content_of() { # RESULT
    "$PROGRAM" sweep tiny.yaml -o "$1" --json 2>err | sed -n 's/.*"content_sha256": "\([0-9a-f]*\)".*/\1/p'
}
expect_same() { # RESULT RESULT WHAT
    local one other
    one=$(content_of "$1")
    other=$(content_of "$2")
    [[ -n $one && $one == "$other" ]] || fail "the content differs: $3 ($one, $other)"
}

# Waits until a sweep has begun to write, then kills it at a random moment of the next milliseconds.
kill_at_random() { # OUTPUT MILLISECONDS
    "$PROGRAM" sweep tiny.yaml -o "$1" >out 2>err &
    local process=$!
    until [[ -e $1.part || -e $1 ]] || ! kill -0 "$process" 2>/dev/null; do sleep 0.005; done
    sleep "$(printf '0.%03d' $((RANDOM % $2)))"
    kill -9 "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
}
