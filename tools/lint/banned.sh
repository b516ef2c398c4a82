#!/bin/sh
# banned.sh - functions that have a better one here, and binary floating point.
set -eu
status=0

# ban WHERE PATTERN INSTEAD: whole words, outside comments and strings. Code only.
ban() {
	# shellcheck disable=SC2086 # WHERE is words
	found=$(find $1 -name '*.[ch]' -exec awk -v pattern="(^|[^A-Za-z0-9_])($2)" -v instead="$3" '
		FNR == 1 { inside = 0 }
		{
			line = $0
			gsub(/"([^"\\]|\\.)*"/, "\"\"", line)
			gsub(/\/\*[^*]*\*\//, "", line)
			if (inside) {
				if (!sub(/^.*\*\//, "", line)) next
				inside = 0
			}
			if (sub(/\/\*.*$/, "", line)) inside = 1
			sub(/\/\/.*$/, "", line)
			if (line ~ pattern) print FILENAME ":" FNR ": " $0 "\n\tuse " instead
		}' {} +)
	[ -z "$found" ] || { printf '%s\n' "$found"; status=1; }
}

ban "src test" '(sprintf|vsprintf|strcat|strncat|stpcpy)[ ]*\(' 'buf_putf() or str_dup()'
ban "src" '(strcpy|strncpy)[ ]*\(' 'str_dup()'
ban "src test" '(gets|scanf|fscanf|sscanf|strtok|strtok_r|atoi|atol|atoll|atof)[ ]*\(' 'struct str and its functions'
ban "src" '(strtof|strtol|strtoll|strtoul|strtoull)[ ]*\(' 'str_int() or number_parse()'
ban "src" '(strtod)[ ]*\(' 'number_parse()'
ban "src" '(system|popen|execlp|execvp|tmpnam|tempnam|mktemp)[ ]*\(' 'a port/ module with limits'
ban "src" '(float|double)[ *,;)]' 'struct number: values are exact'
ban "src" '(localtime|gmtime|ctime|asctime|rand|setlocale|alloca)[ ]*\(' 'calendar.h, a parameter, or an arena'
# Only the command line talks to the terminal or ends the program (and base/,
# when memory is out).
for room in src/*/; do
	case $room in
	src/base/ | src/cli/) ;;
	*) ban "$room" '(printf|puts|putchar|perror|exit|_exit|fputs|putc|fputc)[ ]*\(' 'a diag, or abort() for a bug of ours' ;;
	esac
done
exit $status
