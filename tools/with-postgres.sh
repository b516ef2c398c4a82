#!/bin/sh
# with-postgres.sh COMMAND... - runs a command beside a PostgreSQL of its own.
# PEJL_TEST_PG is its address: a superuser on a loopback port, data in a temporary
# folder that is gone afterwards, whatever happens. The exit status is COMMAND's.
set -eu
exec 3<&0

[ $# -gt 0 ] || { echo "usage: with-postgres.sh COMMAND..." >&2; exit 2; }

bin=
for dir in $(command -v initdb >/dev/null 2>&1 && dirname "$(command -v initdb)") \
    /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin; do
	[ -x "$dir/initdb" ] && [ -x "$dir/postgres" ] && [ -x "$dir/pg_ctl" ] || continue
	bin=$dir
	break
done
[ -n "$bin" ] || { echo "with-postgres.sh: no PostgreSQL server here (apt install postgresql)" >&2; exit 2; }

# initdb refuses root: then somebody without rights does it.
user=
if [ "$(id -u)" -eq 0 ]; then
	user=nobody
	id postgres >/dev/null 2>&1 && user=postgres
fi
as() {
	if [ -n "$user" ]; then
		setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups env HOME=/ "$@"
	else
		"$@"
	fi
}

home=$(mktemp -d "$("$(dirname "$0")/scratch.sh")/pejl-pg-XXXXXX")
child=
stop() {
	trap - EXIT INT TERM HUP
	[ -z "$child" ] || kill "$child" 2>/dev/null || :
	if [ -f "$home/data/postmaster.pid" ]; then
		as "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || :
	fi
	rm -rf "$home"
}
trap stop EXIT
trap 'stop; exit 130' INT
trap 'stop; exit 143' TERM HUP
[ -z "$user" ] || chown "$user" "$home"
cd "$home"
as "$bin/initdb" -D "$home/data" -U pejl -E UTF8 --auth=trust --no-sync --no-instructions \
    --locale=C.UTF-8 --locale-provider=icu --icu-locale=da-DK >"$home/log" 2>&1 ||
    { cat "$home/log" >&2; exit 2; }

# A port that is taken shows when the server starts: then another is tried.
port=$((20000 + $$ % 20000))
tries=0
until as "$bin/pg_ctl" -D "$home/data" -l "$home/data/log" -w -t 30 start -o "-p $port \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home -c fsync=off \
    -c full_page_writes=off -c max_connections=50" >/dev/null 2>&1; do
	tries=$((tries + 1))
	[ "$tries" -lt 20 ] || { cat "$home/data/log" >&2; exit 2; }
	port=$((port + 7))
done

PEJL_TEST_PG="postgresql://pejl@127.0.0.1:$port/postgres"
# Stops it at once, as a crash does, and starts it again.
PEJL_TEST_PG_CRASH="$bin/pg_ctl -D $home/data -l $home/data/log -m immediate -w restart"
[ -z "$user" ] || PEJL_TEST_PG_CRASH="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups $PEJL_TEST_PG_CRASH"
export PEJL_TEST_PG PEJL_TEST_PG_CRASH
cd "$OLDPWD"
# In the background, so that a signal is answered at once.
"$@" <&3 3<&- &
child=$!
status=0
wait "$child" || status=$?
child=
exit "$status"
