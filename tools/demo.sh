#!/bin/sh
# demo.sh PORT - show the example city's barometer, then serve it until Ctrl-C.
set -eu
port=$1
pejl=${BUILD:-build}/pejl
db=${BUILD:-build}/copenhagen.db

"$pejl" --db "$db" barometer
[ -z "${ONCE-}" ] || exit 0

status=0
trap : INT TERM         # Ctrl-C ends the server, which ends this
"$pejl" --db "$db" serve --port "$port" || status=$?
case $status in
0 | 130 | 143) exit 0 ;;
esac
case $port in
*[!0-9]* | '') other=8090 ;;
*) other=$((port + 10)) ;;
esac
echo "Choose another port: make demo PORT=$other" >&2
exit $status
