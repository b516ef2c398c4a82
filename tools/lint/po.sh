#!/usr/bin/env bash
# po.sh - every text of the program stands in every language of po/: none is missing,
# fuzzy or no longer used, and {1} is where it must be.
#
# The English texts are found by xgettext in the sources, where they are arguments
# of say() and its kin (src/view/lang.h). po/LANG.po is a language, in the order of
# msgcat --sort-output; po/LANG-NAME.po beside it belongs to it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

find src -name '*.[ch]' | sort >"$work/sources"
xgettext --from-code=UTF-8 --language=C --files-from="$work/sources" --output="$work/pot" \
	--no-wrap --keyword --keyword=N_ --keyword=NN_:1,2 --keyword=say:2 --keyword=say_n:3,4 \
	--keyword=say_in:2c,3 --keyword=html_say:3
sed -i s/=CHARSET/=UTF-8/ "$work/pot"

# What a translation must hold of "{1}": all places of the text, and no others. Of
# two forms, the places that both have, and none that neither has.
places() {
	awk '
		function places(s, into,   n) {
			split("", into)
			n = 0
			while (match(s, /\{[1-9]\}/)) {
				into[substr(s, RSTART, RLENGTH)] = 1
				s = substr(s, RSTART + RLENGTH)
				n++
			}
			return n
		}
		function judge(translation,   there, one, many, p) {
			places(translation, there)
			places(id, one)
			places(plural == "" ? id : plural, many)
			for (p in there) if (!(p in one) && !(p in many)) bad = 1
			for (p in one) if (p in many && !(p in there)) bad = 1
			if (bad) print "  places differ: " translation
			all = all || bad
			bad = 0
		}
		/^msgid "/ { id = $0; plural = "" }
		/^msgid_plural "/ { plural = $0 }
		/^msgstr/ && id != "msgid \"\"" { judge($0) }
		END { exit all }' "$1"
}

# none WHAT OPTIONS...: no entry is of that kind; says which are.
none() {
	local what=$1
	shift
	msgattrib --no-wrap "$@" "$work/merged" | sed -n 's/^\(#~ \)\{0,1\}msgid "\(..*\)"$/\2/p' >"$work/such"
	[ -s "$work/such" ] || return 0
	sed "s/^/$what: /" "$work/such"
	return 1
}

# In one order, so that a text is found, and two changes seldom meet.
in_order() {    # FILE
	msgcat --sort-output "$1" | cmp -s - "$1" ||
		{ echo "not in order: msgcat --sort-output -o $1 $1"; return 1; }
}

check() {       # LANG FILES...
	local code=$1
	shift
	if [ "$code" = en ]; then
		echo "po/$code.po: English stands in the sources"
		return 1
	fi
	[ ! -e "po/$code.po" ] || in_order "po/$code.po" || return 1
	msgcat --use-first --no-wrap -o "$work/po" "$@"
	msgfmt --check-header --check-domain -o /dev/null "$work/po" 2>"$work/said" ||
		{ cat "$work/said"; return 1; }
	msgmerge --quiet --no-wrap --no-fuzzy-matching -o "$work/merged" "$work/po" "$work/pot"
	none "missing" --untranslated --no-obsolete && none "to be reviewed" --only-fuzzy --no-obsolete &&
		none "no longer used" --only-obsolete || return 1
	msgattrib --no-wrap --no-obsolete --no-fuzzy "$work/merged" >"$work/whole"
	places "$work/whole"
}

for code in $(find po -name '*.po' | sed 's|^po/||; s/[.-].*//' | sort -u); do
	files=$(find po -name "$code.po" -o -name "$code-*.po" | sort)
	# shellcheck disable=SC2086 # names without blanks
	check "$code" $files >"$work/out" 2>&1 || { sed "s|^|po/$code: |" "$work/out"; status=1; }
done
exit $status
