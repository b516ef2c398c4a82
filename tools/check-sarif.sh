#!/usr/bin/env bash
# check-sarif.sh - what `pejl audit --sarif` writes, of the example city and of
# every paper, in both languages, is valid by the schema of SARIF 2.1.0.
#
# The validator is put under $BUILD/node by npm, see tools/node.sh.
set -eu
build=${BUILD:-build}
dir=$build/node
mkdir -p "$dir/logs"
rm -f "$dir"/logs/*
tools/node.sh "$dir"
cp test/node/sarif.js "$dir/"

# log NAME WORDS...: 1 says that an error was found, which is no failure here.
log() {
	local name=$1
	shift
	"$build/pejl" "$@" --sarif >"$dir/logs/$name.sarif" || [ $? -eq 1 ]
}

rm -f "$dir"/city.db*
"$build/pejl" --db "$dir/city.db" load examples/copenhagen >/dev/null
for lang in da en; do
	log "city-$lang" --db "$dir/city.db" --lang "$lang" audit
	log "papers-$lang" --lang "$lang" audit examples/papers/*
	log "held-$lang" --lang "$lang" --verbose audit examples/papers/*
done
cp -r examples/papers "$dir/logs/økonomi og mål"
log "named" audit "$dir/logs/økonomi og mål"/*
rm -r "$dir/logs/økonomi og mål"
node "$dir/sarif.js" "$dir"/logs/*.sarif
