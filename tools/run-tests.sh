#!/usr/bin/env bash
# run-tests.sh [-t TALLY] BUILD TEST... - run cmocka test programs, one after another.
#
# Shows one line a program and what failed in it. A crash, a time-out (120 s,
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
out=$(mktemp)
trap 'rm -f "$out"' EXIT

# Sum of the N in lines "[  WORD  ] N test(s)...": cmocka writes one a group.
count() {
	sed -n "s/^\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$out" | awk '{ n += $1 } END { print n + 0 }'
}

show_failures() {
	grep -vE '^\[ *(RUN|OK|=+|PASSED|SKIPPED) *\]|SKIPPED TEST|FAILED TEST|^ *$' "$out" | tail -n 60 | sed 's/^/    /'
}

passed=0 failed=0 skipped=0
for test in "$@"; do
	status=0
	# The subshell keeps bash from announcing a crash a second time.
	(timeout -k 5 "${PEJL_TEST_TIMEOUT:-120}" "$test" >"$out" 2>&1 </dev/null) 2>/dev/null || status=$?
	p=$(count PASSED) f=$(count FAILED) s=$(count SKIPPED)
	note=
	if [ "$f" -eq 0 ] && { [ $status -ne 0 ] || [ $((p + s)) -eq 0 ]; }; then
		f=1
		last=$(sed -n 's/^\[ RUN *\] //p' "$out" | tail -n 1)
		case $status in
		0) note="has no tests" ;;
		124 | 137) note="took too long in ${last:-its start}" ;;
		*) note="ended with status $status, last in ${last:-its start}" ;;
		esac
	fi
	printf '  %-36s %4d passed' "${test#"$build"/test/}" "$p"
	[ "$f" -eq 0 ] || printf ', %d failed' "$f"
	[ "$s" -eq 0 ] || printf ', %d skipped' "$s"
	printf '%s\n' "${note:+: $note}"
	[ "$f" -eq 0 ] || show_failures
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

if [ -n "$tally" ]; then
	echo "$passed $failed $skipped" >>"$tally"
else
	echo "$passed passed, $failed failed, $skipped skipped"
fi
[ $failed -eq 0 ]
