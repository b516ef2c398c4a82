#!/usr/bin/env bash
# screenshots.sh [DIR=build/screenshots] - pictures of the site's pages, to be looked at:
# a page of each kind at three widths, light and dark, and on paper. DIR=docs: the two
# that the README shows.
set -eu
build=${BUILD:-build}
tools/node.sh "$build/browser" test/browser
NODE_PATH=$build/browser/node_modules exec node test/browser/screenshots.js "$build/pejl" \
	"${1:-$build/screenshots}"
