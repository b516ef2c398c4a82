#!/usr/bin/env bash
# check-crash.sh BUILD [RUNS] - the machine dies at RUNS writes of journeys of the staff:
# no acknowledged save is lost, doubled or half. The control must lose.
set -eu
dir=$(mktemp -d "$(tools/scratch.sh)/pejl-crash-XXXXXX")
trap 'rm -rf "$dir"' EXIT
"$1/crash" "$dir" "${2:-240}"
