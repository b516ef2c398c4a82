#!/bin/sh
# languages.sh BUNDLE PO... - the catalogues of every language as one file, which
# becomes part of the program (src/base/bundle.h, src/view/languages.h).
#
# po/LANG.po is a language. While something new is written its texts may stand beside
# it, as po/LANG-NAME.po. Danish, the register's own language, comes first, the others by
# their codes; "pt_BR" is "pt-BR" in addresses.
set -eu
bundle=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

code_of() {     # po/da.po, po/da-NAME.po: da
	name=${1##*/}
	name=${name%.po}
	printf '%s\n' "${name%%-*}"
}

for po; do code_of "$po"; done | sort -u | sed -e '/^da$/!s/^/1 /' -e 's/^da$/0 da/' | sort |
	sed 's/^. //' >"$work/codes"
: >"$work/bundle"
while read -r code; do
	files=
	for po; do
		[ "$(code_of "$po")" != "$code" ] || files="$files $po"
	done
	# shellcheck disable=SC2086 # names without blanks
	msgcat --use-first $files | msgfmt --check-domain -o "$work/mo" -
	printf '%d %s\n' "$(wc -c <"$work/mo")" "$(printf '%s' "$code" | tr _ -)" >>"$work/bundle"
	cat "$work/mo" >>"$work/bundle"
done <"$work/codes"
mv "$work/bundle" "$bundle"
