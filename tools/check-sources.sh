#!/usr/bin/env bash
# check-sources.sh - figures come from a bureau as people fetch them: the real program asks
# test/node/bureau.js on this machine, which answers, revises, refuses and fails.
set -eu
build=${BUILD:-build}
pejl=$PWD/$build/pejl
work=$(mktemp -d)
trap '[ -z "${bureau:-}" ] || kill "$bureau" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/files"
node test/node/bureau.js "$work/port" "$work/mode" "$work/files" & bureau=$!
for _ in $(seq 100); do [ -s "$work/port" ] && break; sleep 0.05; done
base=http://127.0.0.1:$(cat "$work/port")/v1
failed=0

"$pejl" --db "$work/empty.db" db migrate >/dev/null
"$pejl" --db "$work/empty.db" dump "$work/package" >/dev/null
put() { cat >"$work/package/$1.csv"; }
put change <<'CSV'
id,at,who,why,document,undoes,nonce
1,2026-01-01T08:00:00Z,Åse Østergård,Rammen,,,kilder-1
CSV
put area <<'CSV'
id,since,title
koebenhavn,1,København
frederiksberg,1,Frederiksberg
CSV
put authority <<'CSV'
id,since,title,area
by,1,Ærø og Øst,koebenhavn
CSV
put grp <<'CSV'
id,since,title
kvinder,1,kvinder
maend,1,mænd
CSV
put indicator <<'CSV'
id,since,title,measure,numerator
borgere,1,Borgere,persons,
indvandrere,1,Indvandrere og efterkommere,persons,
andel,1,Andel med anden oprindelse,share,indvandrere
CSV
put source <<CSV
id,since,title,kind,address,tbl,selection,areas,grps,indicator,divisor,numerator,denominator
folketal,1,Folketal på Øen,statbank,$base,FOLK1C,"OMRÅDE=* KØN=1,2 HERKOMST=5,4,3 Tid=*",OMRÅDE: 101=koebenhavn 147=frederiksberg,KØN: 1=maend 2=kvinder,borgere,,,
andel,1,Andelen,statbank,$base,FOLK1C,"OMRÅDE=101 KØN=TOT HERKOMST=4,3 Tid=2026*",OMRÅDE: 101=koebenhavn,,andel,OMRÅDE=101 KØN=TOT HERKOMST=TOT Tid=2026*,indvandrere,borgere
ukendt,1,Findes ikke,statbank,$base,NIX1,Tid=*,,,borgere,,,
uden,1,Uden område,statbank,$base,FOLK1C,Tid=*,,,borgere,,,
vaerdi,1,Ukendt værdi,statbank,$base,FOLK1C,OMRÅDE=INVALID999 Tid=*,,,borgere,,,
sti,1,Forkert sti,statbank,$base/x,FOLK1C,OMRÅDE=101 Tid=*,,,borgere,,,
CSV
cd "$work"
export PEJL_DB=$work/by.db
unset http_proxy https_proxy
"$pejl" load package >load.out 2>&1 || { cat load.out; exit 1; }

# expect STATUS WORDS COMMAND...: the exit status, and words that it says.
expect() {
	local status=0 want=$1 words=$2
	shift 2
	"$pejl" "$@" >out 2>err || status=$?
	if [ "$status" != "$want" ] || ! cat out err | grep -qF -- "$words"; then
		echo "pejl $*: status $status, not $want with: $words"
		cat out err
		failed=1
	fi
}
mode() { printf '%s' "$1" >mode; }
measurements() { rm -rf now; "$pejl" dump now >/dev/null; sort now/observation.csv; }

mode ok
expect 1 'private network' source test folketal
expect 0 '12 figures: 12 new, 0 revised' source test folketal --allow-private
expect 0 'not mapped: OMRÅDE 000 Hele landet' source test folketal --allow-private
expect 0 'never' source list
[ "$(measurements | wc -l)" = 1 ] || { echo "a test wrote"; failed=1; }
expect 0 '12 figures: 12 new, 0 revised' source fetch folketal --allow-private
expect 0 'updated 2026-08-10' source list
expect 0 'from StatBank FOLK1C, updated 2026-08-10: 2026K1 to 2026K3' list changes
measurements >first
# 6 (København) * 1 (a sex) * 100 (all origins) * 101 (first quarter).
grep -q '^borgere,koebenhavn,maend,2026-01-01,2026-04-01,quarter,1,60600,' first || { cat first; failed=1; }
expect 0 'unchanged since it was fetched' source fetch folketal --allow-private
mode mark
expect 0 '0 new, 0 revised, 12 as before' source fetch folketal --allow-private
measurements | cmp - first || failed=1

# Nothing of this writes.
for row in 'refuse EXTRACT-NOTFOUND|Tabellen blev ikke fundet=EXTRACT-NOTFOUND): Tabellen blev ikke fundet' \
	'refuse EXTRACT-NOTALLOWED|Der skal vælges værdier for variabel: OMRÅDE=Der skal vælges værdier for variabel: OMRÅDE' \
	'refuse REQUEST-MISSING|Forespørgslen mangler=(REQUEST-MISSING): Forespørgslen mangler' \
	'refuse REQUEST-EMPTY|Forespørgslen er tom=(REQUEST-EMPTY): Forespørgslen er tom' \
	'refuse REQUEST-NOTFOUND|Funktionen blev ikke fundet=(REQUEST-NOTFOUND): Funktionen blev ikke fundet' \
	'500=answers 500' '503=answers 503' 'html=is a web page' \
	'elsewhere=leads to another host' 'circle=without end' 'giant=more than 64 MB' \
	'hang=did not answer in time' 'cut=is no JSON' 'comma=“1072,20” is no figure' \
	'never=asks to come back in 86400 seconds' 'unit=the bureau counts in “Kr.”, and the indicator in “persons”' \
	'gone=no code 147 of OMRÅDE any longer' 'renamed=the series is broken'; do
	mode "${row%%=*}"
	expect 1 "${row#*=}" source fetch folketal --allow-private --timeout 2
	measurements | cmp - first || { echo "${row%%=*} wrote"; failed=1; }
done
mode ok
expect 1 'Tabellen blev ikke fundet' source fetch ukendt --allow-private
expect 1 'Der skal vælges værdier for variabel: OMRÅDE' source fetch uden --allow-private
expect 1 'Kan ikke finde værdien: INVALID999 (OMRÅDE)' source fetch vaerdi --allow-private
expect 1 'the bureau answers 404' source fetch sti --allow-private
expect 1 'no such source' source fetch findes-ikke --allow-private
expect 2 "knows list" source look

mode once
expect 0 'as before' source fetch folketal --allow-private
mode revised
expect 0 '60600 -> 60621' source fetch folketal --allow-private
mode ok
expect 0 '9 figures: 9 new' source fetch andel --allow-private
measurements >last
grep -q '^andel,koebenhavn,,2026-01-01,2026-04-01,quarter,1,30.0,' last || { cat last; failed=1; }
grep -q '^indvandrere,koebenhavn,,2026-01-01,2026-04-01,quarter,1,36360,' last || failed=1
grep -q '^borgere,koebenhavn,,2026-01-01,2026-04-01,quarter,1,121200,' last || failed=1
mode null
expect 0 '-> …' source fetch folketal --allow-private
# A new way of measuring, and the series that was broken goes on in it. It is made in the
# browser otherwise, so here it is put where that puts it.
sqlite3 by.db "INSERT INTO thing (id, kind, name) SELECT MAX(id) + 1, 'method', 'borgere-2' FROM thing;
	INSERT INTO method (id, since, until, title, indicator, version, line, col)
	SELECT MAX(m.id), (SELECT MAX(id) FROM change), 9223372036854775807, 'Husstande',
	(SELECT id FROM thing WHERE kind = 'indicator' AND name = 'borgere'), 2, 0, 0 FROM thing m"
mode renamed
expect 0 '12 figures: 12 new, 0 revised' source fetch folketal --allow-private
"$pejl" db reindex >/dev/null
expect 0 '' db check
[ "$failed" = 0 ] && echo "sources: all as it should be"
exit "$failed"
