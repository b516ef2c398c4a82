#!/bin/sh
# sizes.sh - no file over 600 lines, no header over 120 but tables of facts, no
# function body over 60, no control statement nested deeper than 3 (in tests, which
# walk a document down to its pieces, than 4).
set -eu
find src test -name '*.[ch]' | sort | xargs awk '
	function say(what) { printf "%s:%d: %s\n", file, FNR, what; bad = 1 }
	function ends() { if (lines > 600) { printf "%s: %d lines, at most 600\n", file, lines; bad = 1 } }
	FNR == 1 { ends(); file = FILENAME; body = 0; head = "" }
	{ lines = FNR }
	/^\{/ { body = FNR; next }
	/^\}/ {
		if (body && FNR - body - 1 > 60)
			printf "%s:%d: %d lines in one function, at most 60\n", file, body, FNR - body - 1
		if (body && FNR - body - 1 > 60) bad = 1
		body = 0
	}
	body && match($0, /^\t+(\} )?(if|for|while|switch|do|else)([ (]|$)/) {
		depth = 0
		while (substr($0, depth + 1, 1) == "\t") depth++
		most = file ~ /^test/ ? 4 : 3
		if (depth > most) say("nested " depth " deep, at most " most)
	}
	END { ends(); exit bad }'
