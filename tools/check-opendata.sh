#!/usr/bin/env bash
# check-opendata.sh - every form of open data, of both example cities, is read by a program
# that we did not write, and says what the API says; `pejl export` gives the same bytes.
#
# The readers are put under $BUILD/opendata by npm, see tools/node.sh. The catalogue names
# whole addresses, so the server is told its own before it starts.
set -eu
build=${BUILD:-build}
dir=$build/opendata
tools/node.sh "$dir" test/opendata
cp test/opendata/*.js test/opendata/*.ttl "$dir/"
trap '[ -z "${server-}" ] || kill $server 2>/dev/null || :' EXIT

# published DIR: what the catalogue names is there when the site is published as files.
published() {
	rm -rf "$1"
	"$build/pejl" --db "$dir/city.db" publish "$1" --site https://pejl.example.dk >/dev/null
	grep -o '\(downloadURL\|landingPage\) <[^>]*>' "$1/catalog.ttl" |
		sed 's|.*<https://pejl.example.dk/\(.*\)>|\1|' | sort -u >"$dir/named"
	[ "$(wc -l <"$dir/named")" -gt 10 ]
	while read -r file; do
		[ -e "$1/$file" ] || { echo "$1: the catalogue names $file, which is not there"; exit 1; }
	done <"$dir/named"
}

for city in copenhagen soelby; do
	rm -f "$dir"/city.db*
	"$build/pejl" --db "$dir/city.db" load "examples/$city" >/dev/null
	"$build/pejl" --db "$dir/city.db" serve --port 0 --site https://pejl.example.dk \
		>"$dir/serving" 2>"$dir/log" &
	server=$!
	for _ in $(seq 100); do
		address=$(sed -n 's|^serving on \(http://[^ ]*\) .*|\1|p' "$dir/serving")
		[ -z "$address" ] || break
		sleep 0.05
	done
	[ -n "$address" ] || { cat "$dir/log"; exit 1; }
	node "$dir/opendata.js" "$address" "$build/pejl" "$dir/city.db" "examples/$city"
	kill $server
	wait $server || :
	published "$dir/site-$city"
done
