# Hypotheses judged at the smallest size: every experiment of the list runs once on one wijk or a few, the
# result is kept, printed and checked, and a stop goes on.
source "$(dirname "$0")/support.sh" "$@"

cat >list.yaml <<'YAML'
schema: opschaling-hypotheses/1
name: klein
fingerprint: kort.yaml
uncertain: [bewoner.cost_weight]
points: 2
hypotheses:
  A:
    claim: {nl: "Subsidie zet woningen om", en: "Subsidies convert homes"}
    source: S1
    study: kort.yaml
    replications: 3
    outcomes:
      homes: {series: homes_gas_free, year: 2020}
      cost: {series: public_cost, how: since_branch, year: 2020}
    parts:
      same: {role: claim, says: "a variant is itself", sum: ook.homes, minus: ook.homes, equals: 0}
      more: {role: nil, says: "gas twice as dear converts no fewer", sum: duur.homes, per: ook.homes, above: 0.5}
  B:
    claim: {nl: "Schaal telt", en: "Scale counts"}
    experiment: rightscaling
    study: kort.yaml
    replications: 1
    parts:
      pilot: {role: claim, says: "a pilot has some 760 homes", sum: sizes.pilot, above: 700}
  C:
    claim: {nl: "Door een toets", en: "By a test"}
    tests: ["something"]
YAML
cat >kort.yaml <<'YAML'
schema: opschaling-study/1
name: kort
world: {source: synthetic, share: wijk, seed: 1}
horizon: {first: 2018-Q1, branch: 2019-Q1, last: 2020-Q4}
seed: 1
replications: 2
variants:
  ook: {}
  duur: {set: {price.gas: {2018: 3 EUR/m3}}}
YAML

ends 0 effects hypotheses list.yaml -o kept.json
says "Lijst 'klein': 3 hypothesen en controles"
says "door toetsen gehouden"
ends 0 effects hypotheses list.yaml --check kept.json
ends 64 effects hypotheses list.yaml -o kept.json
ends 0 effects hypotheses list.yaml -o two.json --threads 2 --lang en
says "held by tests"
cmp kept.json two.json
sed -i 's/price.gas: {2018: 3/price.gas: {2018: 2/; s/seed: 1$/seed: 2/' kort.yaml
ends 65 effects hypotheses list.yaml --check kept.json
tells "is of an older model"
sed 's/sum: duur.homes/sum: duurr.homes/' list.yaml >misspelt.yaml
ends 65 effects hypotheses misspelt.yaml -o other.json
tells "no variant of kort.yaml is named 'duurr'; did you mean 'duur'?"
sed -i 's/sum: sizes.pilot/sum: sizes.pilots/' list.yaml
ends 65 effects hypotheses list.yaml -o other.json
tells "no figure is named 'sizes.pilots'"
tells "sizes.pilot"
