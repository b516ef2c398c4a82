#!/usr/bin/env bash
# publish.sh BUILD DIR - rows for run.sh: pages of a published site against two makers of
# static sites, in milliseconds a page.
#
# Ours makes a site of 100 indicators in two languages from the register: each figure read
# and judged, each chart drawn. The peers get the 200 indicator pages ready, as Markdown with
# the chart as SVG and the figures as a table: Hugo all of them, Framework ten.
set -eu
build=$1
dir=$2/publish
rounds=${ROUNDS:-3}
export LC_ALL=C
rm -rf "$dir"
mkdir -p "$dir"

now() { date +%s%N; }

# median COMMAND...: of its runs, in nanoseconds
median() {
	local i began
	for ((i = 0; i < rounds; i++)); do
		began=$(now)
		"$@" >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
		echo $(($(now) - began))
	done | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

publish() {
	rm -rf "$dir/site"
	"$build/pejl" --db "$dir/city.db" publish "$dir/site"
}

# markdown LANG ID: the page as its reader would write it for them
markdown() {
	local svg=$dir/site/api/v1/indicators/$2~lang=$1.svg csv=$dir/site/api/v1/indicators/$2~lang=$1.csv
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
<body><header><nav>{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
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
	rm -rf "$dir/hugo/public"
	hugo --quiet --source "$dir/hugo"
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
pages=$(find "$dir/site/da" "$dir/site/en" -name '*.html' | wc -l)
again=$(median "$build/pejl" --db "$dir/city.db" publish "$dir/site")
hugo_site
theirs=$(median hugo_build)
made=$(find "$dir/hugo/public" -name '*.html' | wc -l)
awk -v a="$ours" -v n="$pages" -v b="$theirs" -v m="$made" 'BEGIN {
	printf "a page published, of %d\t%.2f ms\t%.2f ms\t%.2f\tat most 1.00 of Hugo, %d pages\n", n, a / n / 1e6, b / m / 1e6,
	       (a / n) / (b / m), m }'
framework_site
slow=$(median framework_build)
awk -v a="$ours" -v n="$pages" -v b="$slow" 'BEGIN {
	printf "  the same\t%.2f ms\t%.2f ms\t%.4f\tat most 0.01 of Framework, 10 pages\n", a / n / 1e6, b / 10 / 1e6,
	       (a / n) / (b / 10) }'
printf '  nothing changed\t%d ms\t\t\tunder 100 ms\n' $((again / 1000000))
