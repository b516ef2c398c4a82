#!/bin/sh
# nouns.sh - the nouns of src/model/nouns.h as a list for pejl-package(5):
# one item a file, with its columns in order.
set -eu
awk '
	/^#define [A-Z_]+_COLUMNS\(C, P\)/ {
		name = $2
		sub(/_COLUMNS\(C,$/, "", name)
		columns[name] = ""
		inside = 1
	}
	inside {
		line = $0
		while (match(line, /C\(P, [a-z0-9_]+, [A-Z]+, [A-Z_]+\)/)) {
			split(substr(line, RSTART + 2, RLENGTH - 3), part, ", ")
			columns[name] = columns[name] " ," part[2] (part[3] == "REF" ? "@" tolower(part[4]) : "")
			line = substr(line, RSTART + RLENGTH)
		}
		if ($0 !~ /\\$/) inside = 0
	}
	/^\tN\(/ {
		gsub(/[(,]/, " ")
		n = split(columns[$2], c, " ,")
		print ".It Pa " $3 ".csv"
		for (i = 2; i <= n; i++) {
			split(c[i], ref, "@")
			printf ".Va %s%s%s\n", ref[1], ref[2] == "" ? "" : " Pq to " ref[2], i < n ? " ," : ""
		}
	}' src/model/nouns.h
