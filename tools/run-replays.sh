#!/usr/bin/env bash
# run-replays.sh [-t TALLY] BUILD - run every fuzz target over its corpus, without hunting.
# One target is one test; a target without a corpus fails.
set -u
tally=
[ "${1-}" != -t ] || { tally=$2; shift 2; }
build=$1
out=$(mktemp)
trap 'rm -f "$out"' EXIT

passed=0 failed=0
for source in test/fuzz/fuzz_*.c; do
	[ -e "$source" ] || continue
	name=$(basename "$source" .c)
	corpus=(test/fuzz/corpus/"${name#fuzz_}"/*)
	if [ ! -e "${corpus[0]}" ]; then
		echo "  replay/$name: no corpus"
		failed=$((failed + 1))
	elif timeout -k 5 120 "$build/replay/$name" "${corpus[@]}" >"$out" 2>&1 </dev/null; then
		printf '  %-36s %4d files\n' "replay/$name" ${#corpus[@]}
		passed=$((passed + 1))
	else
		{ printf '  %-36s failed\n' "replay/$name"; tail -n 60 "$out" | sed 's/^/    /'; } |
			tee -a "${PEJL_FAILED:-/dev/null}"
		failed=$((failed + 1))
	fi
done

if [ -n "$tally" ]; then
	echo "$passed $failed 0" >>"$tally"
else
	echo "$passed passed, $failed failed"
fi
[ $failed -eq 0 ]
