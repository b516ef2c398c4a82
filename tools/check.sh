#!/usr/bin/env bash
# check.sh - all that must hold: both compilers, every test on both databases,
# everything but PostgreSQL again under the sanitizers, the fuzz corpora, what other
# programs make of ours, the rules of lint.sh.
# The tests of the sanitizers are named asan/...
# The last line is "N passed, N failed", with ", N skipped" when some were.
set -u
tally=$(mktemp)
PEJL_FAILED=$(mktemp)
export PEJL_FAILED
trap 'rm -f "$tally" "$PEJL_FAILED"' EXIT
# shellcheck source=tools/lib.sh
. tools/lib.sh
make=${MAKE:-make}

# build NAME 'VARIABLES' TARGETS...
build() {
	local name=$1
	eval "local vars=($2)"
	shift 2
	# shellcheck disable=SC2154 # set by eval
	step "$name" "$make" --no-print-directory -j"${JOBS:-$(nproc)}" "${vars[@]}" "$@"
}

# Those of LONG (Makefile): the sanitizers have them in make proof.
once() {
	[[ " ${LONG:-} " == *" test/$1.c "* ]]
}

# tests DIR [COMMAND...]: every test program of a build, run by COMMAND
tests() {
	local dir=$1 programs=()
	shift
	for source in test/*/test_*.c; do
		[ "$dir" != build/asan ] || ! once "$(cut -d/ -f2- <<<"${source%.c}")" || continue
		programs+=("$dir/${source%.c}")
	done
	"$@" tools/run-tests.sh -t "$tally" "$dir" "${programs[@]}"
}

# The program's own tests; clang builds it with the sanitizers, gcc did as it is shipped.
machine() {
	tests build tools/with-postgres.sh
	build "clang with sanitizers" "$ASAN" units replays || return
	PEJL_TEST_SHORT=1 tests build/asan
	tools/run-replays.sh -t "$tally" build/asan
}

# The longest, since a browser is waited for more than it computes.
browser() {
	step "the site in a browser" tools/check-browser.sh
	step "dying at every write" tools/check-crash.sh build
}

# What other programs make of it.
others() {
	step "SARIF against its schema" tools/check-sarif.sh
	step "the API against its description" tools/check-api.sh
	step "open data read by other programs" tools/check-opendata.sh
	step "calendars read by another program" tools/check-ical.sh
	step "figures from a bureau" tools/check-sources.sh
	step "single sign-on at two providers" tools/check-oidc.sh build
	step "nginx in front of the server" tools/check-nginx.sh build
}

started=$SECONDS
echo "Building"
build "gcc -fanalyzer" '' -k analyze
if build "gcc" '' all units replays build/crash build/copenhagen.db; then
	echo "Tests, other programs, and rules, side by side"
	browser &
	others &
	machine &
fi
tools/lint.sh -t "$tally" &
wait
echo "$((SECONDS - started)) seconds"
summary
