#!/bin/sh
# generate.sh DIR - a made-up city for measuring: 100 indicators in 100 areas over
# 100 months, one million observations. Writes DIR/city (a data package without
# observations), DIR/ordered.csv and DIR/shuffled.csv; keeps what is there.
set -eu
dir=$1
[ ! -e "$dir/done" ] || exit 0
rm -rf "$dir/city"
mkdir -p "$dir/city"

# rows FILE "HEADER" COUNT 'awk expression of i': CSV as RFC 4180 wants it, with CRLF.
rows() {
	awk -v head="$2" -v count="$3" "BEGIN {
		printf \"%s\r\n\", head
		for (i = 1; i <= count; i++) printf \"%s\r\n\", $4
	}" >"$dir/city/$1.csv"
}
rows change 'id,at,who,why,document,undoes,nonce' 1 '"1,2010-01-01T00:00:00Z,bench,a made-up city,,,"'
rows area 'id,since,until,title,lang,level,parent,starts,ends,line,col,quote' 100 \
	'sprintf("a%03d,1,,Område %d,da,%s,%s,,,,,", i, i, i == 1 ? "city" : "district", i == 1 ? "" : "a001")'
rows authority 'id,since,until,title,lang,area,line,col,quote' 1 '"by,1,,Byen,da,a001,,,"'
rows indicator 'id,since,until,title,lang,measure,better,numerator,developing,frequency,definition,unit,line,col,quote' 100 \
	'sprintf("i%03d,1,,Indikator %d,da,percent,rise,,,,,,,,", i, i)'
rows method 'id,since,until,title,lang,indicator,version,starts,line,col,quote' 100 \
	'sprintf("m%03d,1,,Metode,da,i%03d,1,,,,", i, i)'
rows grp 'id,since,until,title,lang,definition,line,col,quote' 1 '"unge,1,,Unge,da,,,,"'

{
	printf '{"name":"bench","profile":"tabular-data-package","resources":['
	comma=
	for file in change area authority grp indicator method; do
		printf '%s{"name":"%s","path":"%s.csv"}' "$comma" $file $file
		comma=,
	done
	printf ']}\n'
} >"$dir/city/datapackage.json"

awk 'BEGIN {
	srand(1)
	print "indicator,area,group,from,to,method,value"
	for (i = 1; i <= 100; i++)
		for (a = 1; a <= 100; a++)
			for (m = 0; m < 100; m++) {
				y = 2000 + int(m / 12); n = m % 12 + 1
				printf "i%03d,a%03d,,%d-%02d-01,%d-%02d-01,1,%d.%d\n", i, a, y, n,
				       n == 12 ? y + 1 : y, n == 12 ? 1 : n + 1, rand() * 100, rand() * 10
			}
}' >"$dir/ordered.csv"
{
	head -n 1 "$dir/ordered.csv"
	sed 1d "$dir/ordered.csv" | shuf --random-source="$dir/ordered.csv"
} >"$dir/shuffled.csv"
touch "$dir/done"
