#!/usr/bin/env bash
# commands.sh [PAGE...] - commands in README.md and the handbook do what they show.
#
# In fenced blocks, a line that starts with "$ " is a command. Those of pejl are
# run, page by page, in a fresh folder where the examples and the program lie as
# they do here, and must end with status 0, or with N where the line ends in
# "# status N". Lines below a command, up to the next one, must stand in what it
# prints, in that order and without regard to blanks at either end; "..." stands
# for others between them. Those of curl ask a server of the example city, which
# runs while the page is read. Those of make must name a target. Others are not run.
set -u
top=$(pwd)
status=0
served=

trap '[ -z "$served" ] || kill "$served" 2>/dev/null; [ -z "${folder-}" ] || rm -rf "$folder"' EXIT

wrong() {       # PAGE COMMAND WHAT
	echo "$1: $3: $2"
	tail -n 5 "$folder/.out"
	status=1
}

# What the page shows below a command is in its output.
compare() {     # PAGE COMMAND
	awk '
		function bare(s) { gsub(/^[ \t]+|[ \t\r]+$/, "", s); return s }
		FILENAME == ARGV[1] { want[++n] = bare($0); next }
		{ if (at < n && bare($0) == want[at + 1]) at++ }
		END { if (at < n) { print want[at + 1]; exit 1 } }
	' "$folder/.shown" "$folder/.out" >"$folder/.missing" ||
		wrong "$1" "$2" "does not print: $(cat "$folder/.missing")"
}

serve() {       # the example city, once a page; its address is in $folder/.at
	[ -z "$served" ] || return
	: >"$folder/.serving"
	"$top/build/pejl" --db "$folder/build/copenhagen.db" serve --port 0 >"$folder/.serving" 2>&1 &
	served=$!
	for _ in $(seq 100); do
		sed -n 's|^serving on http://\([^/]*\)/.*|\1|p' "$folder/.serving" >"$folder/.at"
		[ ! -s "$folder/.at" ] || return
		sleep 0.05
	done
}

run() {         # PAGE COMMAND: status and output are as shown
	local command=$2 want=0 got=0

	[[ $command =~ \#\ status\ ([0-9]+)$ ]] && want=${BASH_REMATCH[1]}
	(cd "$folder" && timeout 300 bash -c "$exports$command") >"$folder/.out" 2>&1 </dev/null || got=$?
	[ $got -eq "$want" ] || { wrong "$1" "$2" "status $got, not $want"; return; }
	compare "$1" "$2"
}

check_target() { # PAGE COMMAND. Not by make -n, which runs what calls make again.
	local target
	target=$(printf '%s\n' "$2" | grep -oE ' [a-z]+( |$)' | tr -d ' ' | head -n 1)
	grep -qE "^${target:-all}:.*##" "$top/Makefile" || { echo "$1: no such target: $2"; status=1; }
}

do_command() {  # PAGE COMMAND
	case $2 in
	*' serve'*) ;;
	'export '*) exports+="$2; " ;;
	make | make\ *) check_target "$1" "$2" ;;
	build/pejl*) run "$1" "$2" ;;
	curl\ *)
		serve
		run "$1" "${2//127.0.0.1:8080/$(cat "$folder/.at")}"
		;;
	esac
}

run_page() {    # PAGE
	local line command='' exports=
	: >"$folder/.shown"
	while IFS= read -r line; do
		case $line in
		'$ '* | end)
			[ -z "$command" ] || do_command "$1" "$command"
			command=${line#\$ }
			[ "$line" != end ] || command=
			: >"$folder/.shown"
			;;
		*) [[ $line =~ ^\ *(\.\.\.)?$ ]] || printf '%s\n' "$line" >>"$folder/.shown" ;;
		esac
	done < <(awk '/^```/ { if (inside) print "end"; inside = !inside; next }
		inside { print (/^\$ / ? $0 : " " $0) }' "$1")
}

[ $# -gt 0 ] || set -- README.md examples/README.md docs/handbook/*.md docs/handbook/*/*.md
for page; do
	[ -e "$page" ] || continue
	folder=$(mktemp -d)
	mkdir "$folder/build"
	ln -s "$top/build/pejl" "$folder/build/pejl"
	ln -s "$top/examples" "$folder/examples"
	[ ! -e build/copenhagen.db ] || cp build/copenhagen.db "$folder/build/"
	run_page "$page"
	[ -z "$served" ] || kill "$served" 2>/dev/null
	served=
	rm -rf "$folder"
done
exit $status
