#!/usr/bin/env bash
# run-tests.sh [-t TALLY] BUILD TEST... - run cmocka test programs, two at a time for each
# processor ($JOBS), since some wait for others.
#
# Shows one line a program and what failed in it. A crash, a time-out (300 s,
# PEJL_TEST_TIMEOUT) or a program without tests is a failure. Tests find the
# program in $PEJL. TALLY gets a line "passed failed skipped" added; without it
# the sum is printed.
set -u
tally=
[ "${1-}" != -t ] || { tally=$2; shift 2; }
build=$1
shift
PEJL=$(cd "$build" && pwd)/pejl
export PEJL
TMPDIR=$(tools/scratch.sh)
export TMPDIR
each=$(mktemp)
trap 'rm -f "$each"' EXIT

printf '%s\0' "$@" | xargs -0 -n 1 -P $((2 * ${JOBS:-$(nproc)})) tools/run-test.sh "$each"
read -r passed failed skipped < <(awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }' "$each")
# A program that could not even be started left no line.
lost=$(($# - $(wc -l <"$each")))
failed=$((failed + lost))

if [ -n "$tally" ]; then
	echo "$passed $failed $skipped" >>"$tally"
else
	echo "$passed passed, $failed failed, $skipped skipped"
fi
[ "$failed" -eq 0 ]
