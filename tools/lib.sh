# lib.sh - for check.sh and lint.sh: steps that count as one test each.
# Sourced; $tally is a file of lines "passed failed skipped".
# shellcheck shell=bash

# step NAME COMMAND...: runs it, shows its output only when it fails.
step() {
	local name=$1 log since=$SECONDS
	shift
	log=build/log/$(printf '%s' "$name" | tr -c 'a-z0-9\n' '-').txt
	mkdir -p build/log
	if "$@" >"$log" 2>&1 </dev/null; then
		printf '  %-36s ok, %d s\n' "$name" $((SECONDS - since))
		echo "1 0 0" >>"$tally"
		return 0
	fi
	printf '  %-36s failed\n' "$name"
	grep -vE '^  (CC|AR|LINK|TEST|FUZZ|TIDY) |^make(\[[0-9]+\])?: (Entering|Leaving)' "$log" |
		tail -n 80 | sed 's/^/    /'
	echo "0 1 0" >>"$tally"
	return 1
}

# The sum of the tally as the last line; fails when anything failed.
summary() {
	awk '{ p += $1; f += $2; s += $3 }
		END {
			printf "%d passed, %d failed", p, f
			if (s) printf ", %d skipped", s
			printf "\n"
			exit f > 0 || p == 0
		}' "$tally"
}
