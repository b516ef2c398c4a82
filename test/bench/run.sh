#!/usr/bin/env bash
# run.sh BUILD [PROGRAM...] - one table: measure, ours, peer, ratio, wanted.
#
# (a) A million observations from CSV, imported by pejl and by the sqlite3 shell
#     into a table with the same primary key, taking turns, the median of 3 rounds.
#     The peer gets our durability (WAL, synchronous FULL) and no rowid.
# (b) The server, by serve.sh; open data, by export.sh; a published site, by publish.sh.
# (c) Every PROGRAM prints rows of its own: those five fields between tabs.
set -eu
build=$1
shift
dir=$build/bench
rounds=${ROUNDS:-3}
export LC_ALL=C
mkdir -p "$dir"
test/bench/generate.sh "$dir"

# timed OUT COMMAND...: appends "seconds kilobytes" to OUT.
timed() {
	local out=$1
	shift
	/usr/bin/time -a -o "$out" -f '%e %M' "$@" >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
}

ours() {        # ORDER
	rm -f "$dir"/ours.db*
	"$build/pejl" --db "$dir/ours.db" load "$dir/city" >/dev/null
	timed "$dir/$1.ours" "$build/pejl" --db "$dir/ours.db" import "$dir/$1.csv"
}

peer() {        # ORDER
	rm -f "$dir"/peer.db*
	sqlite3 "$dir/peer.db" >/dev/null 'PRAGMA journal_mode=WAL;
		CREATE TABLE observation ("indicator" TEXT, "area" TEXT, "group" TEXT, "from" TEXT,
		"to" TEXT, "method" INTEGER, "value" TEXT, PRIMARY KEY ("indicator", "area",
		"from", "to", "group", "method")) WITHOUT ROWID'
	timed "$dir/$1.peer" sqlite3 "$dir/peer.db" 'PRAGMA synchronous=FULL' \
		".import --csv --skip 1 $dir/$1.csv observation"
}

column() { sort -n "$1" | awk -v n="$2" '{ v[NR] = $n } END { print v[int((NR + 1) / 2)] }'; }

import() {      # ORDER
	local i a b
	rm -f "$dir/$1.ours" "$dir/$1.peer"
	for ((i = 0; i < rounds; i++)); do
		ours "$1"
		peer "$1"
	done
	a=$(column "$dir/$1.ours" 1) b=$(column "$dir/$1.peer" 1)
	printf '1,000,000 observations, %s\t%s s\t%s s\t%s\tat most 1.00 of the sqlite3 shell\n' \
		"$1" "$a" "$b" "$(awk "BEGIN { printf \"%.2f\", $a / $b }")"
	printf '  peak memory of that import\t%s MiB\t%s MiB\t\tunder 64 MiB\n' \
		"$(($(column "$dir/$1.ours" 2) / 1024))" "$(($(column "$dir/$1.peer" 2) / 1024))"
}

{
	printf 'measure\tours\tpeer\tratio\twanted\n'
	import ordered
	import shuffled
	test/bench/serve.sh "$build" "$dir"
	test/bench/export.sh "$build" "$dir"
	test/bench/publish.sh "$build" "$dir"
	for program in "$@"; do
		"$program"
	done
} >"$dir/table"
awk -F '\t' '{ printf "%-46s %14s %14s %10s  %s\n", $1, $2, $3, $4, $5 }' "$dir/table"
