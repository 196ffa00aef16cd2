# What an experiment shows: indices with chance as an input, boxes, policies; other questions to the same
# runs; questions that the runs cannot answer.
source "$(dirname "$0")/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

cat >asked.yaml <<'YAML'
schema: opschaling-experiment/1
name: asked
study: short.yaml
uncertainties:
  bewoner.hassle_heat_pump: {}
  gas: {parameter: price.gas, factor: true, low: 0.5, high: 2}
policies: [autonoom, duur]
outcomes:
  gas_2019: {series: gas_use, year: 2019, direction: minimise, title: {nl: "Aardgas in 2019", en: "Gas in 2019"}}
  cost: {series: public_cost, how: since_branch, year: 2019}
design: {type: saltelli, n: 16, scrambles: 2, seed: 3, seed_as_input: true}
analyse:
  - sobol: {of: gas_2019}
  - prim: {case: "gas_2019 < 1e12"}
  - robustness: {of: gas_2019, case: "gas_2019 < 1e12"}
  - paired: {of: [gas_2019, cost]}
YAML
ends 0 sweep asked.yaml -o asked.nc
ends 0 analyse asked.nc
says "320 runs: 160 punten (saltelli) onder 2 keuze(s)."
says "Waar verschillen in Aardgas in 2019 vandaan komen"
says "toeval"
says "Alle 32 rijen tellen mee."
says "100,0 %"
[[ -s asked_analyse.html ]] || fail "no page"
(($(ls asked_analyse/*.csv | wc -l) == 7)) || fail "tables: $(ls asked_analyse)"
head -1 asked_analyse/01_sobol_gas_2019_autonoom.csv | grep -q '^"invoer","alleen (S)"' ||
    fail "the head of a table: $(head -1 asked_analyse/01_sobol_gas_2019_autonoom.csv)"
ends 0 analyse asked.nc --lang en
says "Where differences in Gas in 2019 come from"
keeps_silent_about "invoer"
ends 0 analyse asked.nc --json
/usr/bin/python3 - <<'PYTHON' || fail "the figures lack what they must state"
import json
found = json.load(open("out"))
assert found["design"] == "saltelli" and found["failed"] == 0
sobol = found["sobol"][0]
assert sobol["rows"] == 32 and sobol["intervals_from"] == "scrambles"
assert sobol["chance"] is not None and len(sobol["inputs"]) == 2
assert found["robustness"][0]["policies"][0]["satisficing"] == 1.0
assert len(found["paired"]) == 2
PYTHON

# Other questions to the same runs.
sed 's/^analyse:/analyse: [given_data]/; /^  - /d' asked.yaml >other.yaml
ends 0 analyse asked.nc other.yaml
says "Hoeveel elke invoer alleen verklaart van Aardgas in 2019"
sed 's/^analyse:/analyse: [morris]/; /^  - /d' asked.yaml >wrong.yaml
ends 65 analyse asked.nc wrong.yaml
tells "morris needs the design morris, this is saltelli"
sed 's/- sobol: {of: gas_2019}/- sobl: {of: gas_2019}/' asked.yaml >typo.yaml
ends 65 analyse asked.nc typo.yaml
tells "typo.yaml:13:5"
tells "did you mean 'sobol'?"
ends 65 analyse nowhere.nc
printf 'no result' >broken.nc
ends 74 analyse broken.nc
