#!/usr/bin/env bash
# serve.sh BUILD DIR - rows about pejl serve: measure, ours, peer, ratio, wanted, between
# tabs. About a minute and a half.
#
# (a) Requests a second of answers that are kept ready, beside nginx that sends the same
#     bytes from a file: one worker each, wrk with 64 connections, taking turns of a
#     second; the ratio is the median of those of two turns that follow each other.
# (b) Processor time of a page that is made anew: no two requests have the same address.
# (c) Resident memory after the start and after a million requests.
# (d) From the start of the program to its first answer.
set -eu
build=$1
dir=$2/serve
pejl=$build/pejl
rounds=${ROUNDS:-3}
turns=$((rounds * 3))
nginx=$(command -v nginx || echo /usr/sbin/nginx)
export LC_ALL=C
rm -rf "$dir"
mkdir -p "$dir/www"
dir=$(cd "$dir" && pwd)
server=

end() {
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	[ ! -s "$dir/nginx.pid" ] || kill "$(cat "$dir/nginx.pid")" 2>/dev/null || true
}
trap end EXIT

row() { printf '%s\t%s\t%s\t%s\t%s\n' "$@"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

free_port() {
	local port
	for port in $(shuf -i 20000-32000 -n 50); do
		(exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
	done
	return 1
}

# serve DB: starts $server on $port and waits for its first answer.
serve() {
	"$pejl" --db "$1" serve --port "$port" --workers 1 --log errors >"$dir/log" 2>&1 &
	server=$!
	until curl -sf -o /dev/null "http://127.0.0.1:$port/da/"; do
		kill -0 "$server" || { cat "$dir/log" >&2; exit 1; }
		sleep 0.002
	done
}
stop() {
	kill "$server"
	wait "$server" || true
	server=
}
resident() { awk '/^VmRSS:/ { print $2 }' "/proc/$server/status"; }
# Nanoseconds of processor time of all threads.
spent() { cat "/proc/$server"/task/*/schedstat | awk '{ n += $1 } END { print n }'; }

port=$(free_port)
cache=$(free_port)

# ---- (a) ----

cat >"$dir/nginx.conf" <<NGINX
worker_processes 1; daemon on; pid $dir/nginx.pid; error_log $dir/error.log;
events { worker_connections 512; }
http {
	access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
	default_type text/html;
	client_body_temp_path $dir/t1; proxy_temp_path $dir/t2; fastcgi_temp_path $dir/t3;
	uwsgi_temp_path $dir/t4; scgi_temp_path $dir/t5;
	server { listen 127.0.0.1:$cache; root $dir/www; }
}
NGINX
[ "$(id -u)" != 0 ] || sed -i '1s/^/user root; /' "$dir/nginx.conf"
"$nginx" -p "$dir" -c "$dir/nginx.conf" 2>"$dir/said" || { cat "$dir/said" >&2; exit 1; }

rate() { wrk -t1 -c64 -d1 "$@" | awk '/^Requests\/sec/ { print int($2) }'; }

# against NAME WANTED PATH [HEADER]: the same bytes from both.
against() {
	local head=() i ours peer size
	[ $# -lt 4 ] || head=(-H "$4")
	curl -sf "${head[@]}" -o "$dir/www/same" "http://127.0.0.1:$port$3"
	size=$(wc -c <"$dir/www/same")
	: >"$dir/ours"
	: >"$dir/peer"
	for ((i = 0; i < turns; i++)); do
		rate "${head[@]}" "http://127.0.0.1:$port$3" >>"$dir/ours"
		rate "http://127.0.0.1:$cache/same" >>"$dir/peer"
	done
	ours=$(median <"$dir/ours") peer=$(median <"$dir/peer")
	row "$1, $((size / 1000)).$((size / 100 % 10)) kB" "$ours/s" "$peer/s" \
		"$(paste "$dir/ours" "$dir/peer" | awk '{ printf "%.2f\n", $1 / $2 }' | median)" \
		"at least $2 of nginx with a file"
}

"$pejl" --db "$dir/by.db" load examples/copenhagen >/dev/null
serve "$dir/by.db"
fresh=$(resident)
against 'barometer, kept ready' 0.85 /da/
against 'barometer, kept ready and packed' 0.85 /da/ 'Accept-Encoding: gzip'
against 'indicators, kept ready' 0.85 /da/indicators
against 'JSON, kept ready' 1.00 '/api/v1/targets?limit=2'

# ---- (c) ----

# addresses PATH COUNT: as many that differ, for curl.
addresses() {
	local i join='?'
	case $1 in *\?*) join='&' ;; esac
	for ((i = 0; i < $2; i++)); do
		printf 'url = "http://127.0.0.1:%s%s%sx=%d"\noutput = /dev/null\n' "$port" "$1" "$join" "$i"
	done >"$dir/urls"
}

cat >"$dir/paths.lua" <<'LUA'
local paths = { "/da/", "/en/", "/da/?as_of=2009-06-01", "/api/v1/targets", "/api/v1/codes",
	"/da/indicators", "/healthz", "/da/nowhere", "/api/v1/changes", "/" }
local n = 0
request = function()
	n = n + 1
	if n % 1000 == 0 then return wrk.format("GET", "/da/?n=" .. n) end
	return wrk.format("GET", paths[n % #paths + 1], { ["Accept-Encoding"] = "gzip" })
end
LUA
served() { curl -s "http://127.0.0.1:$port/metrics" | awk '/^pejl_answer_seconds_count/ { print $2 }'; }
wrk -t1 -c64 -d1 -s "$dir/paths.lua" "http://127.0.0.1:$port" >/dev/null
addresses '/da/?y' 400          # more pages than are kept
curl -sf -K "$dir/urls"
for path in /da/documents /da/findings '/da/search?q=arbejde' /api/v1/economy.xlsx; do
	curl -sf -o "$dir/beside" "http://127.0.0.1:$port$path"
done
warm=$(resident)
target=$(($(served) + 1000000))
for ((i = 0; i < 30 && $(served) < target; i++)); do
	wrk -t1 -c64 -d2 -s "$dir/paths.lua" "http://127.0.0.1:$port" >/dev/null
done
row 'resident memory after the start' "$((fresh / 1024)).$((fresh % 1024 * 10 / 1024)) MiB" '' '' 'under 24 MiB'
row '  when as much is kept as may be' "$((warm / 1024)).$((warm % 1024 * 10 / 1024)) MiB" '' '' 'under 24 MiB'
now=$(resident)
row '  a million requests later' "$((now / 1024)).$((now % 1024 * 10 / 1024)) MiB" '' '' 'the same'
stop

# ---- (b) ----

# made NAME WANTED PATH: each request has an address of its own.
made() {
	local n=400 before
	addresses "$3" "$n"
	before=$(spent)
	curl -sf "${@:4}" -K "$dir/urls"
	row "$1" "$(awk "BEGIN { printf \"%.3f\", ($(spent) - $before) / $n / 1e6 }") ms" '' '' \
		"under $2 ms of processor time"
}

serve "$dir/by.db"
made 'barometer made, example' 1 /da/
made '  and packed' 1 /da/ -H 'Accept-Encoding: gzip'
made '  of an earlier day' 1 '/da/?as_of=2009-06-01'
made 'indicators made, example' 1 /da/indicators
stop
test/bench/generate-site.sh "$2/land"
if [ ! -s "$2/land.db" ] || [ "$pejl" -nt "$2/land.db" ]; then
	rm -f "$2"/land.db*
	"$pejl" --db "$2/land.db" load "$2/land" >/dev/null
fi
serve "$2/land.db"
made 'barometer made, 120 x 98 x 40' 5 /da/
made '  and packed' 5 /da/ -H 'Accept-Encoding: gzip'
made '  of an earlier day' 5 '/da/?as_of=2006-06-01'
made 'indicator made, 120 x 98 x 40' 5 /da/indicator/i001
land=$(resident)
row 'resident memory with 120 x 98 x 40' "$((land / 1024)).$((land % 1024 * 10 / 1024)) MiB" '' '' ''
stop

# ---- (d) ----

for ((i = 0; i < 9; i++)); do
	began=$(date +%s%N)
	"$pejl" --db "$dir/by.db" serve --port "$port" >"$dir/log" 2>&1 &
	server=$!
	until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do :; done
	printf 'GET /da/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' >&3
	read -r answer <&3
	printf '%d\n' $((($(date +%s%N) - began) / 1000)) >>"$dir/starts"
	exec 3>&-
	case $answer in 'HTTP/1.1 200'*) ;; *) echo "first answer: $answer" >&2; exit 1 ;; esac
	stop
done
us=$(median <"$dir/starts")
row 'from start to first answer' "$((us / 1000)).$((us % 1000 / 100)) ms" '' '' 'under 100 ms'
