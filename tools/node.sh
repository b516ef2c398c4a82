#!/usr/bin/env bash
# node.sh DIR - puts what test/node/package.json lists under DIR by npm, as its lock
# file says. It stays there until that file changes.
set -eu
dir=$1
mkdir -p "$dir"
cp test/node/package.json "$dir/"
if [ ! -e "$dir/done" ] || ! cmp -s test/node/package-lock.json "$dir/package-lock.json"; then
	cp test/node/package-lock.json "$dir/"
	(cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
	touch "$dir/done"
fi
