# Shards on machines that know nothing of each other merge to the file of one process; a missing and a
# damaged one are named and made again.
source "$(dirname "$0")/support.sh" "$@"
source "$ROOT/tests/cli/sweep_support.sh"

ends 0 sweep tiny.yaml -o whole.nc
ends 65 merge parts.nc
tells "no shards of it lie beside it"
for shard in 0/3 2/3; do ends 0 sweep tiny.yaml -o parts.nc --shard "$shard"; done
ends 65 merge parts.nc
tells "1 of 3 shards are missing: 1"
ends 0 sweep tiny.yaml -o parts.nc --shard 1/3
ends 0 merge parts.nc
[[ -s parts_summary.csv && -s parts-ro-crate-metadata.json ]] || fail "no summary or metadata"
expect_same whole.nc parts.nc "three shards and one process"
cmp -s whole_summary.csv parts_summary.csv || fail "the summaries differ"
ends 0 merge parts.nc
tells "al doorgerekend"

# A flipped byte in a shard.
rm parts.nc
printf '\x55' | dd of=parts.shard-001-of-003.nc bs=1 seek=20000 conv=notrunc status=none
ends 65 merge parts.nc
tells "parts.shard-001-of-003.nc.corrupt"
tells "missing: 1"
ends 0 sweep tiny.yaml -o parts.nc --shard 1/3
ends 0 merge parts.nc
expect_same whole.nc parts.nc "a shard that was made again"

# A flipped byte in a result: named, set aside, done again.
printf '\x55' | dd of=parts.nc bs=1 seek=20000 conv=notrunc status=none
ends 0 sweep tiny.yaml -o parts.nc
tells "parts.nc.corrupt"
expect_same whole.nc parts.nc "a result that was made again"
