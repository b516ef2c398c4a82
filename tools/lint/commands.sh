#!/usr/bin/env bash
# commands.sh - commands in README.md and the handbook do what they show.
#
# In fenced blocks, a line that starts with "$ " is a command. Those of pejl are
# run, page by page, in a fresh folder where the example and the program lie as
# they do here, and must end with status 0, or with N where the line ends in
# "# status N". Those of make must name a target. Others are not run.
set -u
top=$(pwd)
status=0

run_page() {    # PAGE FOLDER
	local line command want got target exports=
	while IFS= read -r line; do
		command=${line#\$ }
		want=0
		[[ $command =~ \#\ status\ ([0-9]+)$ ]] && want=${BASH_REMATCH[1]}
		case $command in
		*' serve'*) continue ;;
		'export '*) exports+="$command; " ;;
		make | make\ *)
			# Not by make -n, which runs what calls make again.
			target=$(printf '%s\n' "$command" | grep -oE ' [a-z]+( |$)' | tr -d ' ' | head -n 1)
			grep -qE "^${target:-all}:.*##" "$top/Makefile" && continue
			echo "$1: no such target: $command"
			status=1
			;;
		build/pejl*)
			got=0
			(cd "$2" && timeout 60 bash -c "$exports$command") >"$2/.out" 2>&1 </dev/null || got=$?
			[ $got -eq "$want" ] && continue
			echo "$1: status $got, not $want: $command"
			tail -n 5 "$2/.out"
			status=1
			;;
		esac
	done < <(awk '/^```/ { inside = !inside; next } inside && /^\$ /' "$1")
}

for page in README.md docs/handbook/*.md docs/handbook/*/*.md; do
	[ -e "$page" ] || continue
	folder=$(mktemp -d)
	mkdir "$folder/build"
	ln -s "$top/build/pejl" "$folder/build/pejl"
	ln -s "$top/examples" "$folder/examples"
	[ ! -e build/copenhagen.db ] || cp build/copenhagen.db "$folder/build/"
	run_page "$page" "$folder"
	rm -rf "$folder"
done
exit $status
