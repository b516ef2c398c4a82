#!/usr/bin/env bash
# run-test.sh TALLY TEST - run one cmocka test program; see run-tests.sh.
# Its output is shown when something in it failed. TALLY gets "passed failed skipped".
set -u
tally=$1 test=$2
out=$(mktemp) said=$(mktemp)
trap 'rm -f "$out" "$said"' EXIT

# Sum of the N in lines "[  WORD  ] N test(s)...": cmocka writes one a group.
count() {
	sed -n "s/^\[ *$1 *\] \([0-9][0-9]*\) test(s).*/\1/p" "$out" | awk '{ n += $1 } END { print n + 0 }'
}

show_failures() {
	grep -vE '^\[ *(RUN|OK|=+|PASSED|SKIPPED) *\]|SKIPPED TEST|FAILED TEST|^ *$' "$out" | tail -n 60 | sed 's/^/    /'
}

name=${test#build/}
name=${name/test\//}
status=0
# The subshell keeps bash from announcing a crash a second time.
(timeout -k 5 "${PEJL_TEST_TIMEOUT:-300}" "$test" >"$out" 2>&1 </dev/null) 2>/dev/null || status=$?
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
{
	printf '  %-36s %4d passed' "$name" "$p"
	[ "$f" -eq 0 ] || printf ', %d failed' "$f"
	[ "$s" -eq 0 ] || printf ', %d skipped' "$s"
	printf '%s\n' "${note:+: $note}"
	[ "$f" -eq 0 ] || show_failures
} >"$said"
# One write each, so that programs side by side do not mix.
cat "$said"
[ "$f" -eq 0 ] || cat "$said" >>"${PEJL_FAILED:-/dev/null}"
echo "$p $f $s" >>"$tally"
