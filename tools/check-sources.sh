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
root=http://127.0.0.1:$(cat "$work/port")
base=$root/v1
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
px,1,Borgere fra PxWeb,persons,
fil,1,Borgere fra filer,persons,
filandel,1,Andel fra filer,share,some
some,1,Nogle,persons,
alle,1,Alle,persons,
kroner,1,Udgifter,kroner,
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
export PEJL_DB=$work/by.db PEJL_SOURCE_HOSTS=127.0.0.1
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
expect 1 'not among those that may be asked' source test folketal --allow-private --source-hosts 'api.statbank.dk 127.0.0.2'
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
	'note=the bureau notes “Der er databrud i 2026.”' 'gone=no code 147 of OMRÅDE any longer' 'renamed=the series is broken'; do
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
# A break is proposed, and a person decides: the same series by other names, or a new way of
# measuring, in which the next fetch goes on.
mode renamed
expect 1 "'pejl source same folketal'" source fetch folketal --allow-private
expect 0 'proposed: way of measuring 2 of borgere' source breaks
expect 0 'its series is broken' source list
expect 0 'by other names' source same folketal
expect 0 '4 revised, 8 as before' source fetch folketal --allow-private
mode gone
expect 1 'no code 147' source fetch folketal --allow-private
expect 1 'is gone' source same folketal
mode ok
expect 1 'the series is broken' source fetch folketal --allow-private
expect 0 'recorded as change' source break folketal
expect 1 'no break of it waits' source break folketal
expect 0 'er nu “ContentsCode FOLK1C Befolkningen' list methods
expect 0 '12 figures: 12 new, 0 revised' source fetch folketal --allow-private
expect 0 'folketal	broken	the series is broken' source log folketal
expect 0 'news	12 new, 0 revised, 0 as before' source log

# More than the bureau lets one ask at a time comes in pieces; who is told to wait does.
mode 'limit 20'
expect 0 '12 as before' source fetch folketal --allow-private
mode 'limit 0'
expect 1 'refuses (REQUEST-LIMIT)' source fetch folketal --allow-private
mode busy
expect 0 '12 as before' source fetch folketal --allow-private

# ---- PxWeb ----
mode ok
same() { # INDICATOR: its figures are those that StatBank gave first.
	measurements | grep "^$1," | cut -d, -f2-6,8 | sort >now.csv
	grep '^borgere,' first | cut -d, -f2-6,8 | sort | cmp - now.csv || { echo "$1 is not as borgere was"; failed=1; }
}
px='selection=OMRÅDE=101,147 KØN=1,2 HERKOMST=5,4,3 ContentsCode=B1 Tid=*'
maps=(--set 'areas=OMRÅDE: 101=koebenhavn 147=frederiksberg' --set 'groups=KØN: 1=maend 2=kvinder')
px1=(--title PxWeb --set kind=pxweb1 --set address="$root/px1/da" --set table=bank/BE/FOLK.px --set "$px" --set indicator=px)
expect 1 'no kind of source' source add px1 --set kind=pxweb9
expect 1 'names no area of the register' source add px1 "${px1[@]}" --set 'areas=OMRÅDE: 101=atlantis'
expect 1 'has no indicator “nix”' source add px1 "${px1[@]}" --set indicator=nix
expect 2 'COLUMN=VALUE' source add px1 --set kind
expect 0 '12 figures: 12 new' source add px1 "${px1[@]}" "${maps[@]}" --dry-run --allow-private
expect 1 'no such source' source test px1 --allow-private
expect 0 'OMRÅDE 101: the area København (koebenhavn)' source add px1 "${px1[@]}" "${maps[@]}"
expect 0 'counted in: antal' source test px1 --allow-private
expect 0 '12 figures: 12 new' source fetch px1 --allow-private
same px
while IFS='|' read -r status cell words; do
	expect "$status" "$words" source add px1 --set "$cell" --dry-run --allow-private
done <<'ROWS'
1|table=bank/BE/NIX.px|the bureau answers 404
1|selection=OMRÅDE=101,999 ContentsCode=B1 Tid=*|has no “999” in OMRÅDE
1|selection=OMRÅDE=101 Tid=*|ContentsCode cannot be left out
1|selection=KOMMUNE=101 ContentsCode=B1 Tid=*|has no variable KOMMUNE
0|selection=OMRÅDE=101,147 KØN=1,2 ContentsCode=B1 Tid=top(2)|8 figures
0|selection=OMRÅDE=101,147 KØN=1,2 ContentsCode=B1 Tid=>=2026K1<=2026K2|8 figures
ROWS
mode html
expect 1 'is a web page' source test px1 --allow-private
mode unit
expect 1 'the bureau counts in “kr.”' source test px1 --allow-private
mode renamed
expect 1 'it was “ContentsCode B1 Folkemængde”, and is “ContentsCode B1 Husstande”' source fetch px1 --allow-private
mode note
expect 1 'Databrud: fra 2026' source fetch px1 --allow-private
expect 0 'a new way of measuring' source break px1
expect 0 '12 figures: 12 new' source fetch px1 --allow-private
mode ok
expect 0 'recorded as change' source add px2 --title 'PxWeb 2' --set kind=pxweb2 --set address="$root/px2/" \
	--set table=TAB638 --set "$px" "${maps[@]}" --set indicator=fil
expect 0 '12 figures: 12 new' source fetch px2 --allow-private
same fil
expect 0 'unchanged since it was fetched' source fetch px2 --allow-private
mode revised
expect 0 '60600 -> 60621' source fetch px2 --allow-private
mode null
expect 0 '-> ..' source test px2 --allow-private
mode ok
expect 1 'Non-existent table' source add px2 --set table=NIX --dry-run --allow-private
expect 1 'Missing selection for mandantory variable' source add px2 --set 'selection=OMRÅDE=101,147 KØN=1,2 Tid=*' --dry-run --allow-private

# ---- files ----
csv() { printf '%b' "$2" >"files/$1"; }
try() { # STATUS WORDS FILE and what is set besides
	local status=$1 words=$2 file=$3
	shift 3
	expect "$status" "$words" source add "${file##*.}-$status" --title "$file" --set address="$root/file/$file" \
		--dry-run --allow-private "$@"
}
columns=(--set kind=csv --set 'areas=Område: København=koebenhavn "Frederiksberg by"=frederiksberg' \
	--set 'groups=Køn: Mænd=maend Kvinder=kvinder' --set period=År --set figures=Antal --set indicator=fil)
csv da.csv '\xef\xbb\xbfFolketal på Øen\r\n\r\nOmråde;Køn;År;Antal;Note\r\nKøbenhavn;Mænd;2024;1.072.200;\r\n"Frederiksberg by";Mænd;2024;10.700;ø\r\nKøbenhavn;Kvinder;2024;..;\r\nKøbenhavn;I alt;2024;2.000;\r\nKilde: DST\r\n'
try 0 '3 figures: 3 new' da.csv "${columns[@]}" --set notation=da
try 0 '1072200' da.csv "${columns[@]}" --set notation=da
try 0 'not mapped: Køn I alt' da.csv "${columns[@]}" --set notation=da
try 1 ':5: error: “10.700” can be read two ways' da.csv "${columns[@]}"
try 1 'its first row has “Folketal på Øen”' da.csv "${columns[@]}" --set figures=Beløb
try 1 'says in which one its figures are' da.csv "${columns[@]}" --set figures=
try 1 'a quotation mark' da.csv "${columns[@]}" --set separator=comma
tail -c +4 files/da.csv | iconv -f UTF-8 -t WINDOWS-1252 >files/ansi.csv
try 0 'was read as windows-1252' ansi.csv "${columns[@]}" --set notation=da
try 0 '1072200' ansi.csv "${columns[@]}" --set notation=da
csv twice.csv 'Område;Køn;År;Antal\nKøbenhavn;Mænd;2024;1\nKøbenhavn;Mænd;2024;2\n'
try 1 'the same codes stand in line 2 already' twice.csv "${columns[@]}"
csv cut.csv 'Område;Køn;År;Antal\nKøbenhavn;Mænd;2024;1\nKøbenhavn;Mæ'
try 1 'has 2 cells, its heading 4' cut.csv "${columns[@]}"
csv page.csv '<!DOCTYPE html><p>Vedligehold'
try 1 'is a web page' page.csv "${columns[@]}"
try 1 'the bureau answers 404' nix.csv "${columns[@]}"
csv across.csv 'Område;2023;2024\nKøbenhavn;12,5;13\n'
try 0 '2 figures: 2 new' across.csv --set kind=csv --set 'areas=Område: København=koebenhavn' --set 'period=*' --set indicator=andel --set notation=da
# A share of two columns: some, all and the share are kept.
csv parts.csv 'Område,År,Ledige,Alle\nKøbenhavn,2024,"1,000",4000\nKøbenhavn,2025,-,4000\n'
expect 0 'recorded as change' source add dele --title Dele --set kind=csv --set address="$root/file/parts.csv" \
	--set 'areas=Område: København=koebenhavn' --set period=År --set figures=Ledige,Alle --set notation=en \
	--set selection=figures=Ledige --set divisor=figures=Alle --set indicator=filandel --set numerator=some --set denominator=alle
expect 0 '6 figures: 6 new' source fetch dele --allow-private
measurements >last
grep -q '^filandel,koebenhavn,,2024-01-01,2025-01-01,year,1,25.0,' last || { cat last; failed=1; }
grep -q '^filandel,koebenhavn,,2025-01-01,2026-01-01,year,1,0.0,' last || { cat last; failed=1; }
grep -q '^some,koebenhavn,,2024-01-01,2025-01-01,year,1,1000,' last || failed=1
grep -q '^alle,koebenhavn,,2024-01-01,2025-01-01,year,1,4000,' last || failed=1
expect 0 'unchanged since it was fetched' source fetch dele --allow-private

# What the register gives out as SDMX-CSV and as JSON-stat comes back as it was.
keys='areas=REF_AREA: koebenhavn=koebenhavn frederiksberg=frederiksberg'
"$pejl" export sdmx-csv --of borgere >files/ud.sdmx.csv
try 0 '12 figures: 12 new' ud.sdmx.csv --set kind=sdmx --set "$keys" --set 'groups=GROUP: maend=maend kvinder=kvinder' \
	--set selection=METHOD=1 --set indicator=some
try 1 'the same codes stand in line' ud.sdmx.csv --set kind=sdmx --set "$keys" --set indicator=some
try 1 'the bureau counts in “persons”' ud.sdmx.csv --set kind=sdmx --set "$keys" --set 'groups=GROUP: maend=maend kvinder=kvinder' \
	--set selection=METHOD=1 --set indicator=kroner
csv eurostat.csv 'DATAFLOW,LAST UPDATE,geo: Land,TIME_PERIOD,OBS_VALUE,OBS_FLAG,UNIT_MULT\nESTAT:X(1.0),11/11/26,DK: Danmark,2024-Q1,1.5,bp,6\nESTAT:X(1.0),11/11/26,DK: Danmark,2024-Q2,,M,6\n'
try 0 '1500000' eurostat.csv --set kind=sdmx --set 'areas=geo: DK=koebenhavn' --set indicator=kroner
try 1 'is no SDMX-CSV' da.csv --set kind=sdmx --set 'areas=geo: DK=koebenhavn' --set indicator=kroner
expect 0 '12 figures' source add stat --title Stat --set kind=jsonstat --set address="$root/stat.json" \
	--set 'selection=KØN=1,2 HERKOMST=TOT OMRÅDE=101,147' "${maps[@]}" --set indicator=some --dry-run --allow-private
expect 1 'cannot be added' source add stat --title Stat --set kind=jsonstat --set address="$root/stat.json" \
	--set 'selection=KØN=1,2 HERKOMST=5,4' "${maps[@]}" --set indicator=andel --dry-run --allow-private

# What nobody should send: it is refused or made plain, and nothing of it reaches the terminal.
odd() { printf '{"id":["OMRÅDE","KØN","Tid"],"size":[1,%s,1],"updated":"%s","dimension":{"OMRÅDE":{"category":{"index":{"101":0},"label":{"101":"Rød\\u001b[31m\\u0000by"}}},"KØN":{"category":{"index":%s}},"Tid":{"category":{"index":{"2026":0}}}},"value":%s}' "$@" >files/odd.json; }
odds() { try "$1" "$2" odd.json --set kind=jsonstat --set 'areas=OMRÅDE: 101=koebenhavn' --set indicator="${3:-some}"; }
odd 2 2026-08-10 '{"TOT":0,"M":1}' '[100,49]'
odds 1 'both “TOT” and its parts are selected'
odd 1 2026-08-10 '{"M":0}' '[-5]'
odds 1 'cannot be below nought'
odds 0 '-5' kroner
odd 1 2026-08-10 '{"M":0}' '[101]'
odds 1 'or above 100 per cent' andel
odd 1 '\\u001b[2J\\u009b' '{"M":0}' '[1e3]'
odds 0 '1 figures: 1 new'
! grep -q "$(printf '\033')" out || { echo "a terminal would obey it"; failed=1; }
mode 304
odds 1 'the bureau answers 304'
mode "refuse X|a$(printf 'ø%.0s' {1..200})"
expect 1 'refuses (X): aøø' source fetch folketal --allow-private
"$pejl" source log folketal | iconv -f UTF-8 -t UTF-8 >/dev/null || { echo "a letter was cut in two"; failed=1; }
mode ok
printf '\xff\xfe' >files/utf16.csv
printf 'Område\tKøn\tÅr\tAntal\r\nKøbenhavn\tMænd\t2024\t1072\r\n' | iconv -f UTF-8 -t UTF-16LE >>files/utf16.csv
try 0 '1072' utf16.csv --set kind=csv --set 'areas=Område: København=koebenhavn' --set period=År --set figures=Antal --set indicator=some

# A break that the file marks itself parts the series: what it dates before stays as it was.
sdmx() { csv brud.csv "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\\n$1"; }
rows='dataflow,X:Y(1.0),I,DK,2023,1,A\ndataflow,X:Y(1.0),I,DK,2024,2,A\n'
sdmx "$rows"
expect 0 'recorded as change' source add brud --title Brud --set kind=sdmx --set address="$root/file/brud.csv" \
	--set 'areas=REF_AREA: DK=koebenhavn' --set indicator=some --set selection=REF_AREA=DK
expect 0 '2 figures: ' source fetch brud --allow-private
sdmx "${rows}dataflow,X:Y(1.0),I,DK,2025,3,B\n"
expect 1 'the bureau marks a break at 2025' source fetch brud --allow-private
expect 0 'the bureau marks a break at 2025	proposed: way of measuring 2 of some' source breaks
expect 0 'a new way of measuring' source break brud
expect 0 'databrud i kilden fra 2025' list methods
expect 0 '3 figures: 1 new, 0 revised, 2 as before' source fetch brud --allow-private
measurements | grep -q '^some,koebenhavn,,2025-01-01,2026-01-01,year,2,3,' || { echo "not of the new way"; failed=1; }

# A workbook as others write it: a title above, merged labels, years across, a date.
/usr/bin/python3 - files/bog.xlsx <<'PY'
import sys, openpyxl
w = openpyxl.Workbook()
s = w.active
s.title = "Folketal"
for row in (["Folketal på Øen"], [], ["Område", "Køn", 2023, 2024], ["København", "Mænd", 1072.2, 1234567], [None, "Kvinder", 3, "…"]):
    s.append(row)
s.cell(row=4, column=3).number_format = "#,##0.00"
s.merge_cells("A4:A5")
w.create_sheet("Anden").append(["tom"])
w.save(sys.argv[1])
PY
book=(--set kind=xlsx --set 'areas=Område: København=koebenhavn' --set 'groups=Køn: Mænd=maend Kvinder=kvinder' \
	--set 'period=*' --set indicator=kroner)
try 0 '4 figures: 4 new' bog.xlsx "${book[@]}"
try 0 '1072.20' bog.xlsx "${book[@]}"
try 1 'has no heading' bog.xlsx "${book[@]}" --set sheet=Anden
try 1 'has no sheet “Nix”' bog.xlsx "${book[@]}" --set sheet=Nix
head -c 3000 files/bog.xlsx >files/cut.xlsx
try 1 'file' cut.xlsx "${book[@]}"
"$pejl" db reindex >/dev/null
expect 0 '' db check
[ "$failed" = 0 ] && echo "sources: all as it should be"
exit "$failed"
