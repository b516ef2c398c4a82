#!/usr/bin/env bash
# node.sh DIR [FROM=test/node] - puts what FROM/package.json lists under DIR by npm, as
# its lock file says. It stays there until that file changes.
set -eu
dir=$1
from=${2:-test/node}
mkdir -p "$dir"
# Checks run side by side, and two of them may want the same.
exec 9>"$dir/lock"
flock 9
cp "$from/package.json" "$dir/"
if [ ! -e "$dir/done" ] || ! cmp -s "$from/package-lock.json" "$dir/package-lock.json"; then
	cp "$from/package-lock.json" "$dir/"
	(cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
	touch "$dir/done"
fi
