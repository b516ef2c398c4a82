#!/usr/bin/env bash
# check-oidc.sh [BUILD] - single sign-on against two real providers on this machine: npm's
# oidc-provider, which is told to answer rightly and wrongly, and Debian's glewlwyd; then a
# login in a browser. Ports are free ones, files and processes its own.
#
# What it needs is put under BUILD/node and BUILD/browser by npm, see tools/node.sh.
set -u
build=${1:-build}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failed=
# Nobody else is asked than this machine.
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY

# part NAME COMMAND...: what it says, when it failed
part() {
	local name=$1
	shift
	if ! "$@" >"$dir/said" 2>&1; then
		echo "failed: $name"
		cat "$dir/said"
		failed=1
	else
		tail -n 1 "$dir/said"
	fi
}

tools/node.sh "$build/node" >/dev/null || exit 1
cp test/node/*.js "$build/node/"
tools/node.sh "$build/browser" test/browser >/dev/null || exit 1
mkdir "$dir/npm" "$dir/debian" "$dir/walk"
part "oidc-provider" node "$build/node/oidc.js" "$build/pejl" "$dir/npm"
part "glewlwyd" node "$build/node/glewlwyd.js" "$build/pejl" "$dir/debian"
NODE_PATH=$build/browser/node_modules:$build/node \
	part "a browser" node test/browser/oidc.js "$build/pejl" "$dir/walk"
[ -z "$failed" ]
