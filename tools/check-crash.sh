#!/usr/bin/env bash
# check-crash.sh BUILD [RUNS [STOPS]] - the machine dies at RUNS writes of journeys of the
# staff, and a PostgreSQL server is stopped at once STOPS times: no acknowledged save is
# lost, doubled or half. The control must lose.
set -eu
if [ "${1-}" = --server ]; then
	for ((i = 0; i < $3; i++)); do
		psql -qX "$PEJL_TEST_PG" -c "CREATE DATABASE pejl_crash_$i"
	done
	"$2/crash" server "${PEJL_TEST_PG%/*}/pejl" "$PEJL_TEST_PG_CRASH >/dev/null" "$3"
	exit
fi
dir=$(mktemp -d "$(tools/scratch.sh)/pejl-crash-XXXXXX")
trap 'rm -rf "$dir"' EXIT
"$1/crash" "$dir" "${2:-240}"
tools/with-postgres.sh "$0" --server "$1" "${3:-8}"
