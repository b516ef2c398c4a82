#!/usr/bin/env bash
# check-api.sh - the description of the API is well formed (OpenAPI 3.1), and every
# answer of the example cities is as it says.
#
# The linter and the validator are put under $BUILD/node by npm, see tools/node.sh.
set -eu
build=${BUILD:-build}
dir=$build/node
tools/node.sh "$dir"
cp test/node/api.js "$dir/"
rm -f "$dir/linted.json"
trap '[ -z "${server-}" ] || kill $server 2>/dev/null || :' EXIT
for city in copenhagen soelby; do
	rm -f "$dir"/api.db*
	"$build/pejl" --db "$dir/api.db" load "examples/$city" >/dev/null
	"$build/pejl" --db "$dir/api.db" serve --port 0 >"$dir/serving" 2>"$dir/log" &
	server=$!
	for _ in $(seq 100); do
		address=$(sed -n 's|^serving on \(http://[^ ]*\) .*|\1|p' "$dir/serving")
		[ -z "$address" ] || break
		sleep 0.05
	done
	[ -n "$address" ] || { cat "$dir/log"; exit 1; }
	node "$dir/api.js" "$address"
	kill $server
	wait $server || :
done
