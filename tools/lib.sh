# lib.sh - for check.sh and lint.sh: steps that count as one test each.
# Sourced; $tally is a file of lines "passed failed skipped". What failed is also put
# into the file $PEJL_FAILED, since side by side it is soon far up.
# shellcheck shell=bash

# step NAME COMMAND...: runs it, shows its output only when it fails.
step() {
	local name=$1 log since=$SECONDS status=0 computed took TIMEFORMAT='%U %S'
	shift
	log=build/log/$(printf '%s' "$name" | tr -c 'a-z0-9\n' '-').txt
	mkdir -p build/log
	computed=$({ time "$@" >"$log" 2>&1 </dev/null; } 2>&1) || status=$?
	took="$((SECONDS - since)) s, $(awk '{ print int($1 + $2) }' <<<"$computed") of a processor"
	if [ $status -eq 0 ]; then
		printf '  %-36s ok, %s\n' "$name" "$took"
		echo "1 0 0" >>"$tally"
		return 0
	fi
	{
		printf '  %-36s failed, %s\n' "$name" "$took"
		grep -vE '^  (CC|AR|LINK|TEST|FUZZ|TIDY) |^make(\[[0-9]+\])?: (Entering|Leaving)' "$log" |
			tail -n 80 | sed 's/^/    /'
	} | tee -a "${PEJL_FAILED:-/dev/null}"
	echo "0 1 0" >>"$tally"
	return 1
}

# What failed, again, and the sum of the tally as the last line; fails when anything failed.
summary() {
	[ ! -s "${PEJL_FAILED-}" ] || { echo "What failed"; cat "$PEJL_FAILED"; }
	awk '{ p += $1; f += $2; s += $3 }
		END {
			printf "%d passed, %d failed", p, f
			if (s) printf ", %d skipped", s
			printf "\n"
			exit f > 0 || p == 0
		}' "$tally"
}
