#!/usr/bin/env bash
# fuzz.sh SECONDS TARGET... - hunt with libFuzzer, JOBS targets at a time.
#
# New inputs go to build/fuzz/corpus, findings to build/fuzz/findings. MERGE=1
# takes new inputs that reach new code into test/fuzz/corpus (under 4 kB each).
set -u
seconds=$1
shift
mkdir -p build/fuzz/findings build/fuzz/log

hunt() {        # SECONDS TARGET
	local name=${2##*/fuzz_}
	mkdir -p "build/fuzz/corpus/$name" "test/fuzz/corpus/$name"
	if "$2" -max_total_time="$1" -max_len=4000 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="build/fuzz/findings/$name-" \
		"build/fuzz/corpus/$name" "test/fuzz/corpus/$name" \
		>"build/fuzz/log/$name.txt" 2>&1 </dev/null; then
		printf '  %-16s %12s inputs, no finding\n' "$name" \
			"$(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/log/$name.txt")"
	else
		printf '  %-16s FINDING: see build/fuzz/log/%s.txt\n' "$name" "$name"
		grep -E '^(SUMMARY|artifact_prefix|==[0-9]+== ?ERROR)' "build/fuzz/log/$name.txt" | sed 's/^/    /'
		return 1
	fi
	[ -z "${MERGE-}" ] || "$2" -merge=1 -max_len=4000 "test/fuzz/corpus/$name" \
		"build/fuzz/corpus/$name" >>"build/fuzz/log/$name.txt" 2>&1
}
export -f hunt
printf '%s\n' "$@" | xargs -P "${JOBS:-1}" -I{} bash -c "hunt $seconds {}"
