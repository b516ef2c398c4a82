#!/usr/bin/env bash
# check-nginx.sh [BUILD] - Debian's nginx with packaging/nginx.conf in front of the
# server on a Unix socket: TLS with a certificate made here, HTTP/2, the headers, and
# what must not come through. Ports, files and processes are its own.
set -eu
build=${1:-build}
pejl=$build/pejl
dir=$(mktemp -d /tmp/pejl-nginx-XXXXXX)
nginx=$(command -v nginx || echo /usr/sbin/nginx)
served=
elsewhere=
failed=0

end() {
	[ ! -s "$dir/nginx.pid" ] || kill "$(cat "$dir/nginx.pid")" 2>/dev/null || true
	[ -z "$served" ] || kill "$served" 2>/dev/null || true
	[ -z "$elsewhere" ] || kill "$elsewhere" 2>/dev/null || true
	rm -rf "$dir"
}
trap end EXIT

say() { printf '%s\n' "$*"; }
wrong() { say "wrong: $*"; failed=1; }

# free_port: one that nobody listens on.
free_port() {
	local port
	for port in $(shuf -i 20000-32000 -n 50); do
		(exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { say "$port"; return; }
	done
	return 1
}

# wait_for COMMAND...: up to five seconds.
wait_for() {
	local i
	for ((i = 0; i < 100; i++)); do
		"$@" >/dev/null 2>&1 && return 0
		sleep 0.05
	done
	return 1
}

# ---- the two servers ----

"$pejl" --db "$dir/by.db" load examples/copenhagen >/dev/null
"$pejl" --db "$dir/by.db" demo-users >"$dir/demo"
cat >"$dir/sso.conf" <<CONF
site = https://barometer.example
title = Ærø Kommunes login
role = editor  Redaktører
socket = $dir/http.sock
CONF
"$pejl" --db "$dir/by.db" serve --unix "$dir/http.sock" --log all --sso-settings "$dir/sso.conf" >"$dir/pejl.log" 2>&1 &
served=$!
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=barometer.example \
	-addext subjectAltName=DNS:barometer.example \
	-keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
http=$(free_port)
https=$(free_port)
# write_site [SED]: nginx.conf around packaging/nginx.conf
write_site() {
	{
		[ "$(id -u)" != 0 ] || say "user root;"        # the socket is for owner and group
		say "daemon on; worker_processes 1; pid $dir/nginx.pid; error_log $dir/error.log;"
		say "events { worker_connections 256; }"
		say "http {"
		for kind in client_body proxy fastcgi uwsgi scgi; do say "${kind}_temp_path $dir/$kind;"; done
		sed -e "s|unix:/run/pejl/http.sock|unix:$dir/http.sock|" \
			-e "${1-}" -e "s|unix:/run/saml/gateway.sock|unix:$dir/saml.sock|" \
			-e "s|listen 80;|listen 127.0.0.1:$http;|" \
			-e "s|listen 443 ssl http2;|listen 127.0.0.1:$https ssl http2;|" \
			-e '/listen \[::\]/d' \
			-e "s|/etc/ssl/pejl/fullchain.pem|$dir/cert.pem|" \
			-e "s|/etc/ssl/pejl/privkey.pem|$dir/key.pem|" \
			-e "s|/var/log/nginx/pejl-error.log|$dir/error.log|" packaging/nginx.conf
		# A gateway: whoever has its cookie is Åse.
		say "server { listen unix:$dir/saml.sock; location / {"
		say "if (\$http_cookie !~ saml=ja) { return 401; }"
		say "add_header X-Saml-User aase; add_header X-Saml-Name Åse; add_header X-Saml-Groups Redaktører;"
		say "return 204; } } }"
	} >"$dir/nginx.conf"
}
write_site
"$nginx" -q -t -p "$dir" -c "$dir/nginx.conf" 2>"$dir/said" || { cat "$dir/said"; exit 1; }
wait_for test -S "$dir/http.sock" || { cat "$dir/pejl.log"; exit 1; }
"$nginx" -p "$dir" -c "$dir/nginx.conf" 2>"$dir/said"

# get ARGUMENTS... PATH: the answer with its head in $dir/head and $dir/body.
get() {
	local path=${!#}
	curl -sS --max-time 10 --cacert "$dir/cert.pem" -D "$dir/head" -o "$dir/body" \
		--resolve "barometer.example:$https:127.0.0.1" "${@:1:$#-1}" \
		"https://barometer.example:$https$path"
}
status() { sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$dir/head"; }
has() { grep -qi "^$1" "$dir/head" || wrong "no '$1' in: $(cat "$dir/head")"; }
expect() {      # STATUS ARGUMENTS... PATH
	get "${@:2}" || { wrong "no answer: ${*:2}"; return; }
	[ "$(status)" = "$1" ] || wrong "$(status), not $1: ${*:2}"
}
wait_for get /healthz || { cat "$dir/error.log"; exit 1; }

# ---- what readers get ----

expect 200 --http2 /da/
has 'HTTP/2 200'
has 'strict-transport-security: max-age='
has "content-security-policy: default-src 'none'"
has 'x-content-type-options: nosniff'
has 'vary: Accept-Encoding'
grep -q 'Københavns Kommune' "$dir/body" || wrong "not the barometer"
plain=$(wc -c <"$dir/body")
expect 200 -H 'Accept-Encoding: gzip' /da/
has 'content-encoding: gzip'
[ "$(gzip -dc "$dir/body" | wc -c)" = "$plain" ] || wrong "another page when packed"
tag=$(sed -n 's/^etag: *//Ip' "$dir/head" | tr -d '\r')
expect 304 -H 'Accept-Encoding: gzip' -H "If-None-Match: $tag" /da/
expect 200 -I /en/
expect 404 /da/nowhere
expect 400 "/da/?as_of=2010-02-30"
expect 404 /metrics
expect 404 /readyz
expect 405 -X POST /da/
expect 413 -X POST --data-binary "@$pejl" /da/
expect 204 -X OPTIONS -H 'Origin: https://blaabaer.example' /api/v1/codes
has 'access-control-allow-origin: \*'
[ "$(curl -s -o "$dir/body" -w '%{http_code} %{redirect_url}' -H 'Host: barometer.example' \
	"http://127.0.0.1:$http/da/")" = "301 https://barometer.example/da/" ] || wrong "no way to TLS"

# ---- the staff's side: a cookie that is taken back over TLS alone ----

own=(-H 'Origin: https://barometer.example')
guesses=()
password=$(sed -n 's/^password of each: //p' "$dir/demo")
expect 303 /da/work
expect 200 /da/login
expect 422 "${own[@]}" -d 'name=demo-editor&password=forkert' /da/login
sleep 1
expect 303 "${own[@]}" -d "name=demo-editor&password=$password" /da/login
has 'set-cookie: __Host-pejl=[0-9a-f]\{32\}; Path=/; HttpOnly; SameSite=Lax; Max-Age=36000; Secure'
cookie=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' "$dir/head")
expect 200 -H "Cookie: $cookie" /da/work
grep -q 'Demo: redaktør' "$dir/body" || wrong "not logged in"
expect 403 -H "Cookie: $cookie" /da/work/accounts
# All at once, since a password that is checked slowly slows one who asks in turn by itself.
for i in $(seq 24); do
	curl -s --max-time 10 --cacert "$dir/cert.pem" -o /dev/null -w '%{http_code}\n' \
		--resolve "barometer.example:$https:127.0.0.1" "${own[@]}" -d 'name=x&password=y' \
		"https://barometer.example:$https/da/login" >"$dir/guess.$i" &
	guesses+=($!)
done
wait "${guesses[@]}" || true
grep -q 429 "$dir"/guess.* || wrong "guessing is not slow: $(cat "$dir"/guess.*)"

# ---- single sign-on: what a gateway says is believed, and what comes from outside never ----

outside=(-H 'X-Pejl-User: aase' -H 'X-Pejl-Groups: Redaktører')
direct=$(curl -s -o /dev/null -w '%{http_code}' --unix-socket "$dir/http.sock" "${outside[@]}" \
	-H 'X-Forwarded-Proto: https' http://barometer.example/da/login/gateway)
[ "$direct" = 303 ] || wrong "$direct: a gateway is not believed on its socket"
# The same file of settings, and a server that listens elsewhere.
other=$(free_port)
"$pejl" --db "$dir/by.db" serve --port "$other" --sso-settings "$dir/sso.conf" >"$dir/other.log" 2>&1 &
elsewhere=$!
wait_for curl -sf "http://127.0.0.1:$other/healthz" || wrong "no second server"
[ "$(curl -s -o /dev/null -w '%{http_code}' "${outside[@]}" "http://127.0.0.1:$other/da/login/gateway")" = 403 ] ||
	wrong "a gateway is believed on a port"
kill "$elsewhere"
wait "$elsewhere" || true
elsewhere=
grep -q 'they did not come over its socket' "$dir/other.log" || wrong "that is not in the log"
stay_out() {
	local path header
	for path in /da/login/gateway /da/login /da/work /login/gateway /da/login/gateway/ /da//login/gateway; do
		for header in 'X-Pejl-User' 'x-pejl-user' 'X_Pejl_User' 'X-PEJL-USER'; do
			get -H "$header: aase" -H 'X-Pejl-Groups: Redaktører' -H 'X-Saml-User: aase' "$path"
			! grep -qi '^set-cookie: __Host-pejl=[0-9a-f]' "$dir/head" ||
				wrong "$header from outside opened a session at $path"
		done
		sleep 0.2
	done
}
stay_out
expect 400 "${outside[@]}" /da/login/gateway
write_site 's|#saml ||'
kill -HUP "$(cat "$dir/nginx.pid")"
asks_gateway() { get /da/login/gateway && [ "$(status)" = 401 ]; }
wait_for asks_gateway || wrong "nginx does not ask the gateway"
stay_out
expect 401 "${outside[@]}" /da/login/gateway
expect 303 "${outside[@]}" -H 'X-Pejl-User: bo' -H 'Cookie: saml=ja' /da/login/gateway
has 'set-cookie: __Host-pejl=[0-9a-f]\{32\}; .*Secure'
cookie=$(sed -n 's/^set-cookie: \([^;]*\).*/\1/Ip' "$dir/head")
expect 200 -H "Cookie: $cookie" /da/work
grep -q 'Åse' "$dir/body" || wrong "the gateway's person is another"
[ "$("$pejl" --db "$dir/by.db" user list | grep -c 'single sign-on')" = 1 ] || wrong "others came in, too"

# ---- what one program reads as one request and another as two ----

# raw FILE: the statuses of all answers to these bytes.
raw() {
	(cat "$1"; sleep 0.3) | timeout 5 openssl s_client -quiet -connect "127.0.0.1:$https" \
		-servername barometer.example 2>/dev/null | LC_ALL=C sed -n 's/^HTTP\/1\.[01] \([0-9]*\).*/\1/p' |
		tr '\n' ' '
}
# refused NAME 'printf of the lines between the Host and the empty line'
refused() {
	# shellcheck disable=SC2059 # a format is what is meant
	{ printf 'POST /da/ HTTP/1.1\r\nHost: barometer.example\r\n'; printf "$2"; } >"$dir/raw"
	[ "$(raw "$dir/raw")" = "400 " ] || wrong "$1: $(raw "$dir/raw")"
}
refused 'two lengths' 'Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde'
refused 'length and coding' 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
refused 'two hosts' 'Host: b\r\nContent-Length: 0\r\n\r\n'
refused 'a NUL' 'X: a\0b\r\n\r\n'
refused 'a length with a sign' 'Content-Length: +3\r\n\r\nabc'
printf 'GET /da/ HTTP/1.1\r\nConnection: close\r\n\r\n' >"$dir/raw"
[ "$(raw "$dir/raw")" = "400 " ] || wrong "no host: $(raw "$dir/raw")"
# nginx drops a name that is none before it passes the request on.
printf 'GET /da/ HTTP/1.1\r\nHost: barometer.example\r\nX : b\r\nConnection: close\r\n\r\n' >"$dir/raw"
case "$(raw "$dir/raw")" in '400 ' | '200 ') ;; *) wrong "a blank in a name: $(raw "$dir/raw")" ;; esac
printf 'GET /da/ HTTP/1.1\r\nHost: barometer.example\r\nX: %065536d\r\n\r\n' 0 >"$dir/raw"
[ "$(raw "$dir/raw")" = "400 " ] || wrong "a long header: $(raw "$dir/raw")"

# ---- too many, and the end ----

for i in $(seq 120); do say "url = https://barometer.example:$https/healthz"; say "output = /dev/null"; done >"$dir/many"
curl -s --max-time 20 --cacert "$dir/cert.pem" --resolve "barometer.example:$https:127.0.0.1" \
	-w '%{http_code}\n' -K "$dir/many" >"$dir/codes"
grep -q '^429$' "$dir/codes" || wrong "nobody was told to slow down"
! grep -q '^5' "$dir/codes" || wrong "5xx under load: $(sort "$dir/codes" | uniq -c)"
kill "$served"
wait "$served" || wrong "the server ended with $?"
served=
[ ! -e "$dir/http.sock" ] || wrong "the socket was left behind"
! grep -q 'barometer.example\|127.0.0.1\|curl' "$dir/pejl.log" || wrong "persons in the log"
exit $failed
