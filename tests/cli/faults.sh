# faults.sh PROGRAM ROOT LIBRARY [WRITER...]: each writer of the program on a disk that fills up, breaks once or
# takes half of each write, or killed at a write. It ends with 74 or well, a file is there whole or not at all, and
# without the fault the work is finished to the same bytes. The fault is put at the 1st, 2nd, 4th, ... write; with STRIDE=1 STEP=1
# in the environment at every one.
source "$(dirname "$0")/support.sh" "$@"
faults=$3
shift 3
writers=("$@")
((${#writers[@]} > 0)) || writers=(import compare sweep merge report picture script effects hypotheses calibration workshop)

tail -c +2 "$ROOT/tests/fuzz/corpus/csv_import/regions" >regions.csv
sed -i 's/2030-Q4/2026-Q4/' study.yaml
cat >tiny.yaml <<'YAML'
schema: opschaling-experiment/1
name: tiny
study: study.yaml
uncertainties:
  bewoner.hassle_heat_pump: {}
outcomes:
  homes: {series: homes_gas_free, year: 2026}
design: {type: lhs, n: 3, seed: 3}
replications: 1
YAML

cat >list.yaml <<'YAML'
schema: opschaling-hypotheses/1
name: klein
fingerprint: study.yaml
uncertain: [bewoner.cost_weight]
points: 1
hypotheses:
  A:
    claim: {nl: "Subsidie zet woningen om", en: "Subsidies convert homes"}
    source: S1
    study: study.yaml
    replications: 2
    outcomes:
      homes: {series: homes_gas_free, year: 2026}
    parts:
      same: {role: claim, says: "a variant is itself", sum: autonoom.homes, minus: autonoom.homes, equals: 0}
YAML
cat >calibration.yaml <<'YAML'
schema: opschaling-calibration/1
name: klein
study: study.yaml
rounds: 1
free:
  bewoner.cost_weight: {range: [0.5, 5], scale: log, because: "V10"}
targets:
  V12:
    fact: "boilers"
    use: fit
    series: [boilers_replaced]
    how: sum
    from: 2020-Q1
    to: 2022-Q4
    observed: 433000
    tolerance: 13000
    accept: [411000, 455000]
    source: "P23"
YAML
cp scenarios/workshops/levers.yaml .
sed 's/^draws: .*/draws: 1/; s/^study: .*/study: study.yaml/' scenarios/workshops/voorbeeld.yaml >workshop.yaml

# The words of each writer, which writes into the folder DIR.
words_of() {
    case $1 in
        import) echo import kwb2024_flat regions.csv --part -o DIR/world.nc ;;
        compare) echo compare study.yaml -o DIR/result.nc ;;
        sweep) echo sweep tiny.yaml -o DIR/result.nc ;;
        merge) echo merge DIR/result.nc ;;
        report) echo report good_compare/result.nc -o DIR/page.html ;;
        picture) echo report good_compare/result.nc --picture DIR/picture.svg ;;
        effects) echo effects pilot-bias study.yaml --replications 1 -o DIR/effect.nc ;;
        hypotheses) echo effects hypotheses list.yaml -o DIR/kept.json ;;
        calibration) echo calibrate calibration.yaml --replications 1 -o DIR/calibration.json --sheet DIR/sheet.yaml --force ;;
        workshop) echo workshop workshop.yaml -o DIR/workshop.html --force ;;
        script) echo slurm-script tiny.yaml --tasks 2 -o DIR/result.nc --script DIR/script.sh ;;
    esac
}

# A result tells when it was made and how long its runs took, so it is the same by its figures.
figures_of() { # WRITER FILE
    local study=study.yaml command=run
    [[ $1 == sweep || $1 == merge ]] && study=tiny.yaml command=sweep
    "$PROGRAM" "$command" "$study" -o "$2" --json 2>/dev/null | grep -o '"content_sha256": "[0-9a-f]*"'
}
same() { # WRITER FILE GOOD
    case $2 in
        */result.nc) [[ $(figures_of "$1" "$2") == "$(figures_of "$1" "$3")" ]] ;;
        */effect.nc) "$PROGRAM" report good_compare/result.nc "$2" -o shown.html --force >/dev/null 2>&1 ;;
        # These tell when, how long and by which words.
        *.html | *.json | *.sh) (($(wc -c <"$2") > $(wc -c <"$3") * 9 / 10)) && [[ $(tail -c 8 "$2") == "$(tail -c 8 "$3")" ]] ;;
        *) cmp -s "$2" "$3" ;;
    esac
}

# Every file of the folder that carries a final name is whole.
all_whole() { # WRITER FOLDER WHAT
    local file
    while IFS= read -r file; do
        case $file in
            *.part | *.new | *.lock | *halfway/* | *.shard*) continue ;;
        esac
        same "$1" "$2/$file" "good_$1/$file" || fail "$3: $file is not whole"
    done < <(cd "$2" && find . -type f)
}

under() { # FAULT WRITER FOLDER: the exit code in $code
    local words
    read -r -a words <<<"$(words_of "$2")"
    code=0
    FAULT=$1 LD_PRELOAD=$faults "$PROGRAM" "${words[@]//DIR/$3}" >out 2>err || code=$?
}

new_folder() { # WRITER FOLDER, with what the writer starts from
    mkdir "$2"
    if [[ $1 == merge ]]; then
        cp shards/* "$2"
    fi
}

make_good() { # WRITER
    new_folder "$1" "good_$1"
    under none "$1" "good_$1"
    ((code == 0)) || fail "$1 does not work: $(cat err)"
}
mkdir shards
for shard in 0/2 1/2; do
    "$PROGRAM" sweep tiny.yaml -o shards/result.nc --shard "$shard" >out 2>err || fail "shard $shard: $(cat err)"
done
make_good compare # reports are of it

for writer in "${writers[@]}"; do
    [[ -d good_$writer ]] || make_good "$writer"

    new_folder "$writer" short
    under short "$writer" short
    ((code == 0)) || fail "$writer gave up where writes were short: $(cat err)"
    all_whole "$writer" short "$writer with short writes"
    rm -r short

    for kind in full broken killed; do
        failed=0 ends_with=74
        [[ $kind != killed ]] || ends_with=137
        for ((at = 1; ; at = at * ${STRIDE:-2} + ${STEP:-0})); do
            new_folder "$writer" bad
            under "$kind:$at" "$writer" bad
            ((code == 0 || code == ends_with)) || fail "$writer, $kind:$at ended with $code: $(cat err)"
            all_whole "$writer" bad "$writer, $kind:$at"
            if ! grep -q "the disk failed" err; then # not so far: the work was done before
                rm -r bad
                break
            fi
            if ((code == 0)); then # HDF5 wrote once more what had failed, and all is whole
                rm -r bad
                continue
            fi
            ((++failed))
            [[ $kind == killed ]] || grep -q bad err || fail "$writer, $kind:$at does not say where: $(cat err)"
            under none "$writer" bad
            ((code == 0)) || fail "$writer does not go on after $kind:$at: $(cat err)"
            all_whole "$writer" bad "$writer, after $kind:$at"
            [[ -z $(find bad -name '*.new' -o -name '*.part') ]] || fail "$writer, after $kind:$at: left over: $(ls bad)"
            rm -r bad
        done
        ((failed > 0)) || fail "no write of $writer was reached by $kind"
        echo "$writer, $kind: $failed failures, all told and all mended"
    done
done
