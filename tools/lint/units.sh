#!/bin/sh
# units.sh - the units are what systemd understands, and each service is shut in well, by
# systemd's own judge where it is there: 0 is shut in, 100 is not at all.
set -eu
command -v systemd-analyze >/dev/null || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The program need not be installed, nor its manual.
for unit in packaging/*.service packaging/*.socket packaging/*.timer; do
	sed 's|/usr/local/bin/pejl|/bin/true|; /^Documentation=/d' "$unit" >"$work/${unit##*/}"
done
systemd-analyze verify --man=no "$work"/* 2>"$work/said" || { cat "$work/said" >&2; exit 1; }
# It only warns of a setting that it does not know.
if grep -F "$work" "$work/said" >&2; then
	exit 1
fi
for unit in packaging/*.service; do
	systemd-analyze security --offline=yes --no-pager --threshold=20 "$unit"
done
