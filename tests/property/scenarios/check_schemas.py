"""check_schemas.py WRITE_SCHEMAS REPOSITORY: the JSON Schemas against files that the reader knows.

Every file that the reader accepts is accepted; of the broken ones exactly those pass whose mistake
a schema cannot see: a dimension, a reference from one place to another, a file that is not there.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: the core schema of 1.2, where `1:10` and `NO` are text."""

    yaml_implicit_resolvers = {}


Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|~|)$"), ["n", "~", ""])
Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$"),
    list("-0123456789"),
)

# Broken, and yet right as far as a schema can see.
BEYOND_A_SCHEMA = {
    "delete_what_is_not_there",
    "empty_value",
    "extends_folder",
    "extends_itself",
    "extends_missing_file",
    "horizon_branch_before_first",
    "horizon_last_before_branch",
    "horizon_too_early",
    "horizon_without_a_year",
    "parameter_twice_in_two_forms",
    "reference_unknown",
    "title_without_english",
    "unit_beside_value_unknown",
    "unit_counts_other_thing",
    "unit_money_for_share",
    "unit_of_other_dimension",
    "unit_unknown",
    "value_too_low",
    "value_too_high",
    "variants_empty",
    "world_file_missing",
    "world_file_on_synthetic",
    "world_share_on_file",
    "years_out_of_order",
}

# What stands behind `schema:` in the files of each kind.
HEADS = {"study": "study", "experiment": "experiment", "sheet": "parameters", "workshop": "workshop",
         "levers": "levers", "pilot": "pilot"}

# Of the files of a workshop, and a pilot: what is changed in one that is accepted. The names of levers,
# stops and presets are the files' own, and a sum is beyond a schema.
REFUSED = {
    "scenarios/workshops/voorbeeld.yaml": [
        ("schema: opschaling-workshop/1", "schema: opschaling-workshop/2"),
        ("audience: bewoners", "audience: bewoner"),
        ("draws: 16", "draws: 0"),
        ("draws: 16", "draws: 1.5"),
        ("minutes: 90", "minutes: negentig"),
        ("\npresets:", "\npreset:"),
        ("tempo: rustig,", "tempo: [rustig],"),
        ("    outcome: eerste", "    outcome: eersten"),
        ("    chart: routes", "    chart: route"),
        ("    chart: lijn", "    chart: opbouw"),
        ("    along: samen\n", ""),
        ('      - {nl: "Oneens", en: "Disagree"}\n', ""),
        ('{nl: "Eens", en: "Agree"}', '{nl: "Eens"}'),
        ("    presets: [vlot_combineren, rustig_kopieren]", "    presets: [vlot_combineren]"),
        (", from: iedereen", ""),
        ("    question:", "    vraag:"),
    ],
    "scenarios/workshops/levers.yaml": [
        ("rijk.budget:", "rijk.budgt:"),
        ("{2026: 200 MEUR/year}", "{2026: veel}"),
        ("        says:", "        zegt:"),
        ("netbeheerder.capacity_binds: {value: false", "netbeheerder.capacity_binds: {value: 0"),
        ("  - bewoner.cost_weight", "  - bewoner.cost_weigth"),
        ("    stops:\n      rustig:", "    stop:\n      rustig:"),
        ('    question: {nl: "Tempo', '    vraag: {nl: "Tempo'),
    ],
    "scenarios/canvas/voorbeeld.yaml": [
        ("samenwerking: 0.5", "samenwerkin: 0.5"),
        ("beperkte_scope: 0", "beperkte_scope: 3"),
        ("doel: verminderen", "doel: verhinderen"),
        ("name: voorbeeld", "name: Voorbeeld"),
        ("study: kleine_wereld.yaml\n", ""),
        ("\nvalkuilen:", "\nvalkuil:"),
    ],
}
PASSED_OVER = {
    "scenarios/workshops/voorbeeld.yaml": [("tempo: rustig,", "tempo: rustiger,"), ("minutes: 90", "minutes: 60"),
                                           ("levers: [tempo, geld]", "levers: [tempo, gelt]")],
    "scenarios/workshops/levers.yaml": [("200 MEUR/year", "200 kWh/year")],
}

BEYOND_AN_EXPERIMENT_SCHEMA = {
    "case_of_unknown_outcome",
    "correlation_of_unknown_input",
    "design_file_missing",
    "low_above_high",
    "mode_outside",
    "normal_without_mean",
    "outcome_named_as_input",
    "point_without_an_input",
    "policy_unknown",
    "range_missing",
    "stock_since_branch",
    "stop_on_unknown_outcome",
    "weights_too_few",
    "year_beyond_horizon",
}

BEYOND_A_SHEET_SCHEMA = {
    "assumption_without_reason",
    "dimension",
    "entry_missing",
    "plausible_outside_range",
    "plausible_upside_down",
    "plausible_without_value",
    "share_above_one",
    "too_hot",
}


def with_text_keys(value):
    """Keys as JSON has them: a year is text."""
    if isinstance(value, dict):
        return {f"{k:g}" if isinstance(k, float) else str(k): with_text_keys(v)
                for k, v in value.items()}
    return [with_text_keys(v) for v in value] if isinstance(value, list) else value


def refusal(schema, file):
    """Why a file is refused; None when it is accepted."""
    return refusal_of(schema, file.read_bytes())


def refusal_of(schema, text):
    """Why a text is refused; None when it is accepted."""
    try:
        documents = list(yaml.load_all(text.decode("utf-8-sig"), Yaml12))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return f"not YAML: {error}"
    if len(documents) != 1:
        return "not one document"
    errors = sorted(schema.iter_errors(with_text_keys(documents[0])), key=str)
    return f"{list(errors[0].absolute_path)}: {errors[0].message[:200]}" if errors else None


def main():
    write_schemas, repository = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([write_schemas, folder, repository / "scenarios/canvas/levers.yaml"], check=True)
        texts = {name: json.loads(pathlib.Path(folder, f"{name}.json").read_text())
                 for name in (*HEADS, "example")}
    schemas = {}
    for name, text in texts.items():
        jsonschema.Draft7Validator.check_schema(text)
        schemas[name] = jsonschema.Draft7Validator(text)

    mistakes = []
    accepted = 0
    shipped = [f for f in sorted((repository / "scenarios").rglob("*.yaml"))
               if not f.is_relative_to(repository / "scenarios" / "import")]
    for file in shipped + sorted((repository / "tests/cli/accepted").rglob("*.yaml")):
        head = file.read_text(encoding="utf-8-sig")
        name = next((n for n, says in HEADS.items() if f"schema: opschaling-{says}/1" in head), None)
        if name is None:
            continue
        accepted += 1
        why = refusal(schemas[name], file)
        if why is not None:
            mistakes.append(f"{file}: the reader accepts it, the schema does not: {why}")

    broken = repository / "tests/cli/broken"
    # A key given twice is lost by PyYAML, a merge or an anchor is undone by it.
    undone = {"key_twice", "key_twice_in_map", "key_twice_in_flow_map", "merge_key", "anchor", "tag",
              "entry_twice"}
    for folder, name, beyond in ((broken, "study", BEYOND_A_SCHEMA),
                                 (broken / "experiments", "experiment",
                                  BEYOND_AN_EXPERIMENT_SCHEMA),
                                 (broken / "sheets", "example", BEYOND_A_SHEET_SCHEMA)):
        for file in sorted(folder.glob("*.yaml")):
            passes = refusal(schemas[name], file) is None
            if passes != (file.stem in beyond) and file.stem not in undone:
                mistakes.append(f"{file}: {'accepted' if passes else 'refused'} by the schema")

    for changes, is_refused in ((REFUSED, True), (PASSED_OVER, False)):
        for name, pairs in changes.items():
            text = (repository / name).read_text(encoding="utf-8")
            kind = next(n for n, says in HEADS.items() if f"schema: opschaling-{says}/1" in text)
            for old, new in pairs:
                assert old in text, f"{name}: no '{old}' to change"
                why = refusal_of(schemas[kind], text.replace(old, new, 1).encode())
                if (why is not None) != is_refused:
                    mistakes.append(f"{name} with '{new}': {'accepted' if is_refused else why}")

    # Editors without the program have the schema of a pilot as a file.
    kept = json.loads((repository / "scenarios/canvas/pilot.schema.json").read_text(encoding="utf-8"))
    if kept != texts["pilot"]:
        mistakes.append("scenarios/canvas/pilot.schema.json is not what schema --pilots writes")

    print("\n".join(mistakes))
    print(f"{accepted} files accepted, {len(mistakes)} mistakes")
    return 1 if mistakes or accepted < 20 else 0


sys.exit(main())
