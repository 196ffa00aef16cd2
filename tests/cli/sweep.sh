# A sweep from beginning to end: what it will cost, its files, a design of another program, a stopping
# rule, mistakes.
source "$(dirname "$0")/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

ends 0 plan tiny.yaml
says "240 = 40 × 2 × 3"
says "geheugen, hooguit"
ends 0 plan tiny.yaml --json --lang en
says '"runs": 240'
[[ ! -e results ]] || fail "a plan left something behind"

ends 0 sweep tiny.yaml
says "240 runs gedaan"
for file in result.nc summary.csv ro-crate-metadata.json; do
    [[ -s results/tiny/$file ]] || fail "no $file"
done
(($(wc -l <results/tiny/summary.csv) == 241)) || fail "the summary lacks runs"
head -1 results/tiny/summary.csv | grep -q \
    '^run,point,variant,replication,status,bewoner_hassle_heat_pump,gas,homes,cost,error' ||
    fail "the header of the summary: $(head -1 results/tiny/summary.csv)"
ends 0 sweep tiny.yaml --lang en
tells "carried out already"
ends 0 sweep tiny.yaml --lang en -o one.nc --threads 1
says "240 runs done, 0 failed, 0 not needed"
ends 0 sweep tiny.yaml -o two.nc --threads 2
expect_same one.nc two.nc "one and two threads"

# Common random numbers: policies that do the same come to the same, to the bit.
sed 's/duur: .*/duur: {}/' short.yaml >alike.yaml
sed 's/short.yaml/alike.yaml/' tiny.yaml >twins.yaml
ends 0 sweep twins.yaml -o twins.nc
awk -F, '$3 == "autonoom" {homes[$2, $4] = $8 "," $9}
         $3 == "duur" && homes[$2, $4] != $8 "," $9 {different = 1}
         END {exit different}' twins_summary.csv || fail "equal policies differ"

# A design made elsewhere, columns in any order.
printf 'gas,bewoner_hassle_heat_pump\n0.7,1\n1.5,2.5\n1e0,0.75\n' >design.csv
ends 0 sweep tiny.yaml --design design.csv -o given.nc
says "3 punten"
grep -q ',2.5,1.5,' given_summary.csv || fail "the points of the file did not arrive"
printf 'gas,bewoner_hassle_heat_pump\n0.7,veel\n' >design.csv
ends 65 sweep tiny.yaml --design design.csv -o wrong.nc
tells "design.csv:2:5"

# Replications until the interval is narrow: a wide tolerance stops at once, no tolerance never does.
sed 's/replications: .*/replications: {min: 4, max: 12, stop: {on: homes, relative: 80 %}}/' \
    tiny.yaml >stops.yaml
ends 0 sweep stops.yaml -o wide.nc
says "320 runs gedaan, 0 mislukt, 640 niet nodig"
sed 's/relative: 80 %/absolute: 0.001/' stops.yaml >narrow.yaml
sed -i 's/n: 40/n: 4/' narrow.yaml
ends 0 sweep narrow.yaml -o narrow.nc
grep -q skipped narrow_summary.csv && fail "runs were skipped though nothing was narrow"
ends 0 sweep stops.yaml -o part.nc --shard 0/2
ends 0 sweep stops.yaml -o part.nc --shard 1/2
ends 0 merge part.nc --json
merged=$(sed -n 's/.*"content_sha256": "\([0-9a-f]*\)".*/\1/p' out)
ends 0 sweep stops.yaml -o wide.nc --json
says "$merged"

# What cannot be is said before anything runs.
ends 64 sweep tiny.yaml --shard 3/3
tells "counted from 0"
sed 's/homes_gas_free/homes_gasfree/' tiny.yaml >misspelt.yaml
ends 65 sweep misspelt.yaml -o misspelt.nc
tells "did you mean 'homes_gas_free'?"
sed 's/n: 40/n: 41/' tiny.yaml >other.yaml
ends 64 sweep other.yaml -o one.nc
tells "points: the file has 40, this plan 41"
[[ ! -e wrong.nc && ! -e misspelt.nc && ! -e misspelt.nc.part ]] || fail "something was left behind"
