# The canvas of a pilot: tables in two languages, JSON, and mistakes with their place.
source "$(dirname "$0")/support.sh" "$@"

small=(--set world.share=wijk --set horizon.last=2030-Q4 --replications 1)

ends 0 canvas scenarios/canvas/voorbeeld.yaml "${small[@]}"
says "Doel: verminderen"
says "Valkuilen: wat onvoldoende aandacht kost"
says "Kennis en vaardigheden"
says "11. Beredeneer vanuit bewoners"
says "Wat deze opschaling in 2030 doet"
ends 0 canvas scenarios/canvas/voorbeeld.yaml "${small[@]}" --lang en
says "Routes of scaling"
says "What this scaling does by 2030"
keeps_silent_about "Valkuilen: wat"

ends 0 canvas scenarios/canvas/voorbeeld.yaml "${small[@]}" --json
python3 - <<'PYTHON'
import json

with open("out", encoding="utf-8") as file:
    canvas = json.load(file)
parts = [lever["part"] for lever in canvas["levers"]]
assert {p: parts.count(p) for p in set(parts)} == {
    "routes": 5, "ingredienten": 8, "valkuilen": 4, "aanbevelingen": 7, "lessen": 11}, parts
assert abs(canvas["readiness"]["least"] - 0.2) < 1e-9
assert all(lever["parameters"] for lever in canvas["levers"])
PYTHON

# Twice the same bytes.
cp out first
ends 0 canvas scenarios/canvas/voorbeeld.yaml "${small[@]}" --json --threads 2
cmp -s out first || fail "two threads gave another canvas"

# An editor's schema has every subject and accepts the example.
python3 - scenarios/canvas <<'PYTHON'
import json
import pathlib
import sys

import jsonschema
import yaml

folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "pilot.schema.json").read_text(encoding="utf-8"))
levers = yaml.safe_load((folder / "levers.yaml").read_text(encoding="utf-8"))
pilot = yaml.safe_load((folder / "voorbeeld.yaml").read_text(encoding="utf-8"))
for part in ("routes", "ingredienten", "valkuilen", "aanbevelingen", "lessen"):
    assert list(levers[part]) == list(schema["properties"][part]["properties"]), part
jsonschema.Draft7Validator.check_schema(schema)
jsonschema.validate(pilot, schema)
pilot["valkuilen"]["te_groot"] = 1
assert list(jsonschema.Draft7Validator(schema).iter_errors(pilot)), "a wrong key is accepted"
PYTHON

# Mistakes: all at once, each with its place and the nearest word.
sed -e 's/samenwerking: 0.5/samenwerkin: 0.5/' -e 's/beperkte_scope: 0/beperkte_scope: 3/' \
    -e 's/doel: verminderen/doel: verhinderen/' -e "s|kleine_wereld|$ROOT/scenarios/canvas/kleine_wereld|" \
    scenarios/canvas/voorbeeld.yaml >wrong.yaml
ends 65 canvas wrong.yaml
tells "wrong.yaml:10:9: error: impact.doel"
tells "did you mean 'samenwerking'?"
tells "wrong.yaml:27:19: error: valkuilen.beperkte_scope"
ends 65 canvas scenarios/canvas/voorbeld.yaml
tells "did you mean"
ends 64 canvas
