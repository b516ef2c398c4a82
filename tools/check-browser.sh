#!/usr/bin/env bash
# check-browser.sh [SCRIPT=check] - walks the site in Debian's Chromium, see test/browser.
#
# What it needs besides is put under $BUILD/browser by npm, see tools/node.sh.
set -eu
build=${BUILD:-build}
tools/node.sh "$build/browser" test/browser
NODE_PATH=$build/browser/node_modules exec node "test/browser/${1:-check}.js" "$build/pejl"
