#!/usr/bin/env bash
# export.sh BUILD DIR - rows for the table of run.sh: an indicator with a million cells as
# JSON-stat, and what memory that takes beside one with a tenth of them.
set -eu
build=$1
dir=$2
export LC_ALL=C

# cells FILE AREAS: by area, month and group, a hundred months and a hundred groups.
cells() {
	awk -v areas="$2" 'BEGIN {
		srand(1)
		print "indicator,area,group,from,to,method,value"
		for (a = 1; a <= areas; a++)
			for (m = 0; m < 100; m++) {
				y = 2000 + int(m / 12); n = m % 12 + 1
				from = sprintf("%d-%02d-01,%d-%02d-01", y, n, n == 12 ? y + 1 : y, n == 12 ? 1 : n + 1)
				for (g = 1; g <= 100; g++)
					printf "i001,a%03d,g%03d,%s,1,%d.%d\n", a, g, from, rand() * 100, rand() * 10
			}
	}' >"$1"
}

# register NAME AREAS
register() {
	[ ! -e "$dir/$1.db" ] || return 0
	rm -rf "$dir/$1.part"*
	cp -r "$dir/city" "$dir/$1.part"
	awk 'BEGIN {
		printf "id,since,until,title,lang,definition,line,col,quote\r\n"
		for (i = 1; i <= 100; i++) printf "g%03d,1,,Gruppe %d,da,,,,\r\n", i, i
	}' >"$dir/$1.part/grp.csv"
	cells "$dir/$1.part/cells" "$2"
	mv "$dir/$1.part/cells" "$dir/$1.csv"
	"$build/pejl" --db "$dir/$1.part.db" load "$dir/$1.part" >/dev/null
	"$build/pejl" --db "$dir/$1.part.db" import "$dir/$1.csv" >/dev/null
	rm -r "$dir/$1.part" "$dir/$1.csv"
	mv "$dir/$1.part.db" "$dir/$1.db"
}

# measure NAME: the median of 5, "seconds kilobytes user system"
measure() {
	rm -f "$dir/$1.times"
	for _ in 1 2 3 4 5; do
		/usr/bin/time -a -o "$dir/$1.times" -f '%e %M %U %S' \
			"$build/pejl" --db "$dir/$1.db" export json-stat --of i001 >"$dir/$1.json"
	done
	sort -n "$dir/$1.times" | sed -n 3p
}

register million 100
register tenth 10
read -r seconds kilobytes user system <<<"$(measure million)"
read -r _ fewer _ <<<"$(measure tenth)"
printf 'JSON-stat of a million cells\t%s s\t\t\tunder 1 s\n' "$seconds"
printf '  of that, computed\t%s s\t\t\t\n' "$(awk "BEGIN { print $user + $system }")"
printf '  peak memory; peer: of a tenth of them\t%s KiB\t%s KiB\t%s\tat most 1.10: flat\n' \
	"$kilobytes" "$fewer" "$(awk "BEGIN { printf \"%.2f\", $kilobytes / $fewer }")"
