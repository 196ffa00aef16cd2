# With --json standard output is one JSON document and nothing else.
source "$(dirname "$0")/support.sh" "$@"

parses() { /usr/bin/python3 -c 'import json, sys; json.load(sys.stdin)' <out || fail "no JSON: $*"; }

for command in "run study.yaml -o run.nc" "compare study.yaml -o compare.nc" \
    "check study.yaml" "describe parameters" "describe schedule" "describe outcomes" \
    "describe load" "describe asset --study study.yaml" \
    "describe asset station:0 --study study.yaml --quarter 2019-Q4"; do
    read -r -a words <<<"$command"
    ends 0 "${words[@]}" --json
    parses "$command"
done
ends 65 check --json nowhere.yaml
parses "check of a file that is not there"
ends 0 schema
parses schema
ends 0 compare study.yaml -o compare.nc --json
/usr/bin/python3 - <<'PYTHON' || fail "the figures lack what they must state"
import json
figures = json.load(open("out"))
assert figures["replications"] == 2 and figures["seed"] == 1
assert figures["world"]["is_synthetic"] is True and figures["world"]["homes"] > 0
assert figures["last"] == "2030-Q4" and figures["has_equal_budget"] is True
lead = figures["outcomes"][0]
assert lead["series"] == "homes_gas_free"
groei = [v for v in lead["years"][-1]["variants"] if v["variant"] == "groei"][0]
assert groei["difference"]["pairs"] == 2 and groei["difference"]["is_indicative"] is True
PYTHON
