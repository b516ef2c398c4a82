#!/bin/sh
# words.sh - what has no place in what is published: unfinished business, paths
# of one machine, addresses of package registries.
set -eu
files=$(find . -type f -not -path './.git*' -not -path './build*' -not -path './tools/lint/words.sh' \
	-not -path './test/fuzz/corpus/*' -not -name LICENSE)
status=0
refuse() {      # PATTERN WHY
	# shellcheck disable=SC2086 # names without blanks, as the rule below says
	if found=$(grep -nIE "$1" $files); then
		printf '%s\n' "$found" | sed "s|$| <- $2|"
		status=1
	fi
}
refuse '\<(TODO|FIXME|XXX|HACK)\>' 'do it or drop it'
refuse '[Nn]ot implemented|\<placeholder\>|for now\>' 'do it or drop it'
refuse '(^|[^A-Za-z0-9_.])/(home|work|root|Users)/[A-Za-z]' 'a path of one machine'
refuse '(deb|security|ftp)\.debian\.org|registry\.npmjs|pypi\.org|proxy\.golang' 'a registry'
files=$(printf '%s\n' "$files" | grep -v '^\./examples/')
refuse '[ 	]$' 'blanks at the end of a line'
case "$files" in
*' '*) echo "a file name has a blank"; status=1 ;;
esac
exit $status
