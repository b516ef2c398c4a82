#!/usr/bin/env bash
# lint.sh [-t TALLY] - rules that no compiler checks; each is one test.
set -u
given=
[ "${1-}" != -t ] || { given=$2; shift 2; }
tally=${given:-$(mktemp)}
# shellcheck source=tools/lib.sh
. tools/lib.sh
make=${MAKE:-make}
jobs=-j${JOBS:-$(nproc)}

status=0
check() { step "$@" || status=1; }
check "layers" tools/check-deps.sh
check "banned functions" tools/lint/banned.sh
check "sizes" tools/lint/sizes.sh
check "words" tools/lint/words.sh
check "man pages" mandoc -T lint -W warning man/*.[1-8]
check "man page of the package" tools/lint/man-nouns.sh
check "texts in every language" tools/lint/po.sh
check "shell scripts" tools/lint/scripts.sh
check "units of the service manager" tools/lint/units.sh
check "links in the documents" tools/lint/links.sh
check "example city" "$make" --no-print-directory "$jobs" build/copenhagen.db
check "commands in the man page" tools/lint/man-commands.sh
check "names" tools/lint/names.sh build/libpejl.a
check "commands in the documents" tools/lint/commands.sh
# Beside tests these get what processors have left: nothing waits for them.
check "clang-tidy" nice "$make" --no-print-directory -k "$jobs" tidy
# make check has compiled with it.
[ -n "$given" ] || check "gcc -fanalyzer" nice "$make" --no-print-directory -k "$jobs" analyze

[ -n "$given" ] || { summary; rm -f "$tally"; }
exit $status
