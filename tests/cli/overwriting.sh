# A complete result of the same plan is shown again; another plan is refused unless --force.
source "$(dirname "$0")/support.sh" "$@"

ends 0 run study.yaml
before=$(stat -c %Y.%i results/one_wijk/result.nc)
ends 0 run study.yaml
tells "al doorgerekend"
[[ $(stat -c %Y.%i results/one_wijk/result.nc) == "$before" ]] || fail "the result was made again"
ends 64 run study.yaml --seed 2
tells "another plan"
tells "seed"
tells "--force"
[[ $(stat -c %Y.%i results/one_wijk/result.nc) == "$before" ]] || fail "the result was replaced"
ends 0 run study.yaml --seed 2 --force
[[ $(stat -c %Y.%i results/one_wijk/result.nc) != "$before" ]] || fail "--force did nothing"

ends 0 compare study.yaml -o kept.nc
ends 64 report kept.nc
tells "--force"
ends 0 report kept.nc --force
ends 0 report kept.nc --picture picture.svg
ends 64 report kept.nc --picture picture.svg
cp picture.svg before.svg
ends 0 report kept.nc --picture picture.svg --force
cmp -s picture.svg before.svg || fail "the same result gave another picture"
