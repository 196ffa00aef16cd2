# Sourced by every script here: PROGRAM and ROOT from its arguments, an empty folder to work in, and
# what the scripts check with.
set -euo pipefail

PROGRAM=$1
ROOT=$2
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
# Examples name scenarios as seen from the root of the repository.
ln -s "$ROOT/scenarios" scenarios

# One wijk, two variants, until 2030: seconds at most.
cat >study.yaml <<'YAML'
schema: opschaling-study/1
name: one_wijk
title: {nl: "Eén wijk", en: "One wijk"}
extends: scenarios/worlds/wijk.yaml
horizon: {first: 2018-Q1, branch: 2026-Q1, last: 2030-Q4}
seed: 1
replications: 2
reference: autonoom
variants:
  autonoom:
    title: {nl: "Autonome ontwikkeling", en: "Autonomous development"}
  groei:
    title: {nl: "Groei", en: "Growth"}
    set:
      rijk.share_groei: {2026: 1}
YAML

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# ends CODE ARGUMENTS...: runs the program, keeps what it says in `out` and `err`.
ends() {
    local wanted=$1 code=0
    shift
    "$PROGRAM" "$@" >out 2>err || code=$?
    ((code == wanted)) || fail "opschaling $* ended with $code, not $wanted: $(cat err)"
}

says() { grep -qF -- "$1" out || fail "standard output lacks '$1': $(cat out)"; }
tells() { grep -qF -- "$1" err || fail "standard error lacks '$1': $(cat err)"; }
keeps_silent_about() { ! grep -qF -- "$1" out err || fail "'$1' was said"; }

# The identity of all figures of a result that is complete.
content_of() {
    "$PROGRAM" run "$@" --json 2>err | sed -n 's/.*"content_sha256": "\([0-9a-f]*\)".*/\1/p'
}
