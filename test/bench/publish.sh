#!/usr/bin/env bash
# publish.sh BUILD DIR - rows for run.sh: pages of a published site against two makers of
# static sites, in milliseconds a page.
#
# The same pages: 100 indicators in two languages, each with its chart and its table. The peers
# get them ready, as Markdown with the chart as SVG: Hugo all 200, Framework ten. Ours reads the
# figures, judges them and draws them. It makes the rest of the site in the same run: the other
# pages, which weigh as much (both weights are shown), and beside each page some ten downloads.
#
# "a page": the whole run by its pages, so that all downloads are at their cost. "a file": by all
# files. "the whole": by the 200 indicator pages, as if nothing else had been made. All rounds
# write a new folder on the same disk, with nothing left to be written before; ours alone waits
# until the disk has it.
set -eu
build=$1
dir=$2/publish
rounds=${ROUNDS:-3}
export LC_ALL=C
rm -rf "$dir"
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)         # Hugo reads names as from its own folder

now() { date +%s%N; }

# median COMMAND...: of its runs, in nanoseconds
median() {
	local i began
	for ((i = 0; i < rounds; i++)); do
		round=$i
		sync -f "$dir"
		began=$(now)
		"$@" >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
		echo $(($(now) - began))
	done | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

publish() {
	"$build/pejl" --db "$dir/city.db" publish "$dir/site$round"
}

# markdown LANG ID: the page as its reader would write it for them
markdown() {
	local svg=$dir/site0/api/v1/indicators/$2~lang=$1.svg csv=$dir/site0/api/v1/indicators/$2~lang=$1.csv
	printf -- '---\ntitle: "%s"\n---\n\n' "$2"
	tr '\n' ' ' <"$svg"
	printf '\n\n'
	awk -F, '{ sub(/\r$/, ""); gsub(/\|/, ""); line = "|"; for (i = 1; i <= NF; i++) line = line " " $i " |"
		print line } NR == 1 { line = "|"; for (i = 1; i <= NF; i++) line = line " --- |"; print line }' "$csv"
}

hugo_site() {
	local lang id
	mkdir -p "$dir/hugo/layouts/_default"
	cat >"$dir/hugo/config.toml" <<'TOML'
baseURL = "https://example.dk/"
defaultContentLanguage = "da"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[languages.da]
contentDir = "content/da"
[languages.en]
contentDir = "content/en"
TOML
	cat >"$dir/hugo/layouts/_default/baseof.html" <<'HTML'
<!DOCTYPE html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><nav>{{ range first 11 .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
HTML
	for kind in single list; do
		printf '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}' >"$dir/hugo/layouts/_default/$kind.html"
	done
	for lang in da en; do
		mkdir -p "$dir/hugo/content/$lang/indicator"
		for ((id = 1; id <= 100; id++)); do
			markdown $lang "$(printf 'i%03d' "$id")" >"$dir/hugo/content/$lang/indicator/i$id.md"
		done
	done
}

hugo_build() {
	hugo --quiet --source "$dir/hugo" --destination "$dir/public$round"
}

framework_site() {
	tools/node.sh "$dir/../framework" test/bench/framework
	mkdir -p "$dir/framework/src"
	ln -sfn ../../framework/node_modules "$dir/framework/node_modules"
	echo 'export default { root: "src", title: "Pejl" };' >"$dir/framework/observablehq.config.js"
	echo '# Pejl' >"$dir/framework/src/index.md"
	for ((id = 1; id <= 9; id++)); do
		markdown da "$(printf 'i%03d' "$id")" >"$dir/framework/src/i$id.md"
	done
}

framework_build() {
	(cd "$dir/framework" && rm -rf dist && OBSERVABLE_TELEMETRY_DISABLE=1 node node_modules/.bin/observable build)
}

test/bench/generate-site.sh "$dir/city" 100 5 12
"$build/pejl" --db "$dir/city.db" load "$dir/city" >/dev/null
ours=$(median publish)
again=$(median "$build/pejl" --db "$dir/city.db" publish "$dir/site0")
hugo_site
theirs=$(median hugo_build)
# weigh DIR NAME: how many such files, and their bytes
weigh() { find "$1" -type f -name "$2" -printf '%s\n' | awk '{ n++; s += $1 } END { print n, s }'; }
read -r pages bytes < <(weigh "$dir/site0" '*.html')
read -r files _ < <(weigh "$dir/site0" '*')
read -r made heavy < <(weigh "$dir/public0" '*.html')
awk -v a="$ours" -v n="$pages" -v f="$files" -v w="$bytes" -v b="$theirs" -v m="$made" -v h="$heavy" 'BEGIN {
	printf "a page published, of %d of %d kB\t%.2f ms\t%.2f ms\t%.2f\tat most 1.00 of Hugo, %d pages of %d kB\n", n,
	       w / n / 1000, a / n / 1e6, b / m / 1e6, (a / n) / (b / m), m, h / m / 1000
	printf "  a file, of %d\t%.2f ms\t\t%.2f\tof the same\n", f, a / f / 1e6, (a / f) / (b / m)
	printf "  the whole, by its 200 indicator pages\t%.2f ms\t\t%.2f\tof the same\n", a / 200 / 1e6,
	       (a / 200) / (b / m) }'
framework_site
slow=$(median framework_build)
awk -v a="$ours" -v n="$pages" -v b="$slow" 'BEGIN {
	printf "  a page, again\t%.2f ms\t%.2f ms\t%.4f\tat most 0.01 of Framework, 10 pages\n", a / n / 1e6, b / 10 / 1e6,
	       (a / n) / (b / 10) }'
printf '  nothing changed\t%d ms\t\t\tunder 100 ms\n' $((again / 1000000))
