#!/bin/sh
# names.sh LIBRARY - no public function twice: the linker takes the first it finds in
# an archive and says nothing.
set -eu
double=$(nm --defined-only -g "$1" 2>/dev/null | awk '$2 == "T" { print $3 }' | sort | uniq -d)
[ -z "$double" ] || { echo "defined more than once: $double"; exit 1; }
