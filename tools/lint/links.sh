#!/bin/sh
# links.sh - what the documents point to is there.
set -eu
status=0
for page in *.md $(find docs -name '*.md'); do
	for link in $(grep -oE '\]\([^)# ]+' "$page" | sed 's/^](//'); do
		case $link in
		http://* | https://*) continue ;;
		esac
		[ -e "$(dirname "$page")/$link" ] || { echo "$page: no $link"; status=1; }
	done
done
exit $status
