#!/bin/sh
# generate-site.sh DIR [INDICATORS CITIES QUARTERS] - a made-up country for measuring pages:
# 120 indicators in 98 cities over 40 quarters, a target for each indicator. Writes DIR (a
# data package); keeps what is there.
set -eu
dir=$1 indicators=${2:-120} cities=${3:-98} quarters=${4:-40}
[ ! -e "$dir/done" ] || exit 0
rm -rf "$dir"
mkdir -p "$dir"

# rows FILE "HEADER" COUNT 'awk expression of i': CSV as RFC 4180 wants it, with CRLF.
rows() {
	awk -v head="$2" -v count="$3" "BEGIN {
		printf \"%s\r\n\", head
		for (i = 1; i <= count; i++) printf \"%s\r\n\", $4
	}" >"$dir/$1.csv"
}
rows change 'id,at,who,why' 1 '"1,2010-01-01T00:00:00Z,bench,et opdigtet land"'
rows area 'id,since,title,lang,level' "$cities" 'sprintf("a%02d,1,Øby %d,da,city", i, i)'
rows authority 'id,since,title,lang,area' 1 '"by,1,Øby Kommune,da,a01"'
rows policy 'id,since,title,lang,starts,ends' 1 '"p,1,Politik for Øby,da,2000-01-01,2015-01-01"'
rows theme 'id,since,title,lang,policy,rank' 6 'sprintf("t%d,1,Område %d,da,p,%d", i, i, i)'
rows objective 'id,since,title,lang,theme,number,rank' 30 \
	'sprintf("o%02d,1,Mål %d for Øby,da,t%d,%d,%d", i, i, (i - 1) % 6 + 1, i, i)'
rows indicator 'id,since,title,lang,measure,better' "$indicators" \
	'sprintf("i%03d,1,Andel på område %d,da,share,rise", i, i)'
rows target 'id,since,title,lang,objective,indicator,area,kind,relation,value,baseline_from,baseline_to,deadline_from,deadline_to' "$indicators" \
	'sprintf("m%03d,1,Mindst %d pct. på område %d,da,o%02d,i%03d,a01,level,at_least,%d,2000-01-01,2000-04-01,2012-01-01,2012-04-01", i, 40 + i % 50, i, (i - 1) % 30 + 1, i, 40 + i % 50)'

awk -v indicators="$indicators" -v cities="$cities" -v quarters="$quarters" 'BEGIN {
	srand(1)
	printf "indicator,area,group,from,to,method,value,since\r\n"
	for (i = 1; i <= indicators; i++)
		for (a = 1; a <= cities; a++)
			for (q = 0; q < quarters; q++) {
				y = 2000 + int(q / 4); m = q % 4 * 3 + 1
				printf "i%03d,a%02d,,%d-%02d-01,%d-%02d-01,1,%d.%d,1\r\n", i, a, y, m,
				       m == 10 ? y + 1 : y, m == 10 ? 1 : m + 3, 30 + q / 2 + rand() * 20, rand() * 10
			}
}' >"$dir/observation.csv"

{
	printf '{"name":"site","profile":"tabular-data-package","resources":['
	comma=
	for file in change area authority policy theme objective indicator target observation; do
		printf '%s{"name":"%s","path":"%s.csv"}' "$comma" $file $file
		comma=,
	done
	printf ']}\n'
} >"$dir/datapackage.json"
touch "$dir/done"
