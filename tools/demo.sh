#!/bin/sh
# demo.sh PORT - show the example city's barometer and what the audit says about
# its register, then serve it until Ctrl-C.
set -eu
pejl=${BUILD:-build}/pejl
db=${BUILD:-build}/copenhagen.db

"$pejl" --db "$db" barometer
echo
"$pejl" --db "$db" audit || [ $? -eq 1 ]       # 1: it found an error, as it should
[ -z "${ONCE-}" ] || exit 0

trap : INT TERM         # Ctrl-C ends the server, which ends this
status=0
"$pejl" --db "$db" serve --port "$1" || status=$?
case $status in
130 | 143) exit 0 ;;
*) exit $status ;;
esac
