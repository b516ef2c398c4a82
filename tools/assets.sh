#!/usr/bin/env bash
# assets.sh BUNDLE - what pages load, as one file that becomes part of the program
# (src/base/bundle.h, src/view/asset.h): the style sheet with what it points to, the script, the icon.
#
# The design system and the compiler of its style sheets are put beside the bundle
# by npm, as assets/package-lock.json says, and stay there until that file changes.
set -eu -o pipefail
bundle=$1
dir=$(dirname "$bundle")
node=$dir/node
work=$dir/files
system=$node/node_modules/dkfds/dist

if ! cmp -s assets/package-lock.json "$node/done"; then
	mkdir -p "$node"
	cp assets/package.json assets/package-lock.json "$node/"
	(cd "$node" && npm ci --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error \
		--fetch-retries=1) >"$dir/npm.txt" 2>&1 || {
		tail -n 3 "$dir/npm.txt" >&2
		echo "assets.sh: npm could not fetch the design system of the pages (dkfds)." >&2
		echo "assets.sh: it is needed once, from the registry that npm is set up for." >&2
		exit 1
	}
	cp assets/package-lock.json "$node/done"
fi

rm -rf "$work"
mkdir -p "$work"
: >"$work/bundle"

# add NAME FILE TYPE: one row and its bytes. Prints the address, seen from another.
add() {
	local hash
	hash=$(sha256sum "$2" | cut -c 1-16)
	printf '%d %s %s %s\n' "$(wc -c <"$2")" "$1" "$hash" "$3" >>"$work/bundle"
	cat "$2" >>"$work/bundle"
	printf '../%s/%s' "$hash" "$1"
}

# find NAME: where a file is that the style sheet names, and its type.
find_file() {
	case $1 in
	*.woff2) echo "$system/fonts/IBMPlexSans/split/woff2/$1" font/woff2 ;;
	pejl.svg) echo "assets/$1" image/svg+xml ;;
	*.svg) echo "$system/img/svg-icons/$1" image/svg+xml ;;
	*) echo "assets.sh: $1: what is that?" >&2; return 1 ;;
	esac
}

sass() {        # FILE
	"$node/node_modules/.bin/sass" --no-source-map --no-charset --style=compressed --quiet-deps \
		--load-path="$node/node_modules" "$1"
}

# Colours of the design system become variables, so that dark mode is other values
# for the same names: "#fff" is "var(--c-fff,#fff)". One of four digits is see-through.
sass assets/site.scss |
	sed -E 's/#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\b/var(--c-\L\1\E,#\L\1\E)/g' >"$work/coloured.css"
# It counts ten pixels as a rem; here a rem is what the reader set, commonly sixteen.
LC_ALL=C awk '{
	while (match($0, /[0-9]*\.?[0-9]+rem/)) {
		printf "%s%.6grem", substr($0, 1, RSTART - 1), substr($0, RSTART, RLENGTH - 3) / 1.6
		$0 = substr($0, RSTART + RLENGTH)
	}
	print
}' "$work/coloured.css" >"$work/site.css"
sass assets/pejl.css >>"$work/site.css"
grep -oE 'url\("?[^)"]*' "$work/site.css" | sed -E 's/url\("?//' | sort -u >"$work/names"
while read -r name; do
	found=$(find_file "$name")
	address=$(add "$name" "${found% *}" "${found##* }")
	sed -i "s|url(\"\\?$name\"\\?)|url($address)|g" "$work/site.css"
done <"$work/names"
grep -qx pejl.svg "$work/names" || add pejl.svg assets/pejl.svg image/svg+xml >/dev/null
add site.css "$work/site.css" 'text/css; charset=utf-8' >/dev/null
add pejl.js assets/pejl.js 'text/javascript; charset=utf-8' >/dev/null
cat "$node/node_modules/dkfds/LICENSE.md" "$system/fonts/IBMPlexSans/complete/woff2/license.txt" \
	>"$work/licences.txt"
add licences.txt "$work/licences.txt" 'text/plain; charset=utf-8' >/dev/null
mv "$work/bundle" "$bundle"
