#!/bin/sh
# man-nouns.sh - pejl-package(5) lists the nouns and columns that there are.
set -eu
listed=$(mktemp)
trap 'rm -f "$listed"' EXIT
sed -n '/^\.\\" nouns:/,/^\.\\" end of nouns/p' man/pejl-package.5 | sed '1d;$d' >"$listed"
tools/nouns.sh | diff "$listed" - || {
	echo "man/pejl-package.5: put the output of tools/nouns.sh in its place"
	exit 1
}
