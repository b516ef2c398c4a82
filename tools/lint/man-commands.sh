#!/usr/bin/env bash
# man-commands.sh - pejl(1) has every command that the program has, each with every option
# that it takes, and no other. What belongs to all commands that change the register, or
# to all, stands in paragraphs of its own.
set -u
program=${PEJL:-build/pejl}
page=man/pejl.1
everywhere="db locale lang help version who why"
status=0

wrong() {
	echo "$page: $1"
	status=1
}

# The page from the item of a command to the next command's: its options have items, too.
about() {       # COMMAND
	awk -v of="$1" '
		/^\.It Cm / { on = $3 == of }
		/^\.Ss |^\.Sh / { on = 0 }
		on' "$page"
}

fl() {          # the options named in what is read
	grep -o 'Fl -[a-z][a-z-]*' | sed 's/Fl -//' | sort -u
}

commands=$("$program" help | sed -n 's/^pejl \([a-z-]*\).*/\1/p')
[ -n "$commands" ] || wrong "$program help lists no commands"
for command in $commands; do
	told=$(about "$command")
	[ -n "$told" ] || { wrong "no command $command"; continue; }
	for option in $("$program" help "$command" | grep -o -e '--[a-z-]*' | sed 's/--//' | sort -u); do
		case " $everywhere " in *" $option "*) continue ;; esac
		fl <<<"$told" | grep -qx -e "$option" ||
			wrong "$command: no --$option"
	done
done
for option in $everywhere; do
	fl <"$page" | grep -qx -e "$option" || wrong "no --$option"
done
for option in $(fl <"$page"); do
	[[ $option =~ ^(help|version)$ ]] || "$program" help | grep -q -e "--$option\b" || wrong "--$option is none"
done
for command in $(sed -n 's/^\.It Cm \([a-z-]*\).*/\1/p' "$page" | sort -u); do
	grep -qx "$command" <<<"$commands" || wrong "$command is no command"
done
exit $status
