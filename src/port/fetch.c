#include "port/fetch.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define HOPS_MAX 3
#define MARK_MAX 200

struct transfer {
	const struct fetch_ask *ask;
	struct arena           *a;
	struct buf              body;
	struct str              etag, modified;
	bool                    denied;         /* an address was private */
	bool                    much;
	int64_t                 later;          /* seconds that the host wants to be left alone; -1: no */
};

/* ---- whom is asked ---- */

static bool
is_private4(uint32_t ip)
{
	static const struct {
		uint32_t net;
		int      bits;
	} nets[] = {
		{ 0x00000000, 8 }, { 0x0a000000, 8 }, { 0x64400000, 10 }, { 0x7f000000, 8 },
		{ 0xa9fe0000, 16 }, { 0xac100000, 12 }, { 0xc0000000, 24 }, { 0xc0a80000, 16 },
		{ 0xc6120000, 15 }, { 0xe0000000, 3 },
	};

	for (size_t i = 0; i < COUNT_OF(nets); i++)
		if ((ip ^ nets[i].net) >> (32 - nets[i].bits) == 0)
			return true;
	return false;
}

static uint32_t
tail4(const uint8_t *ip)
{
	return (uint32_t)ip[12] << 24 | (uint32_t)ip[13] << 16 | (uint32_t)ip[14] << 8 | ip[15];
}

/* Only what is routed between networks (2000::/3) is none; not addresses of IPv4 within. */
static bool
is_private6(const uint8_t *ip)
{
	static const uint8_t mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
	static const uint8_t nat64[12] = { 0x00, 0x64, 0xff, 0x9b };

	if (memcmp(ip, mapped, sizeof mapped) == 0 || memcmp(ip, nat64, sizeof nat64) == 0)
		return is_private4(tail4(ip));
	return ip[0] >> 5 != 1 || (ip[0] == 0x20 && ip[1] == 0x02) ||
	    (ip[0] == 0x20 && ip[1] == 0x01 && ip[2] == 0 && ip[3] == 0);
}

static bool
is_private(const struct curl_sockaddr *to)
{
	struct sockaddr_in  in;
	struct sockaddr_in6 in6;

	if (to->family == AF_INET && to->addrlen >= sizeof in) {
		memcpy(&in, &to->addr, sizeof in);
		return is_private4(ntohl(in.sin_addr.s_addr));
	}
	if (to->family != AF_INET6 || to->addrlen < sizeof in6)
		return true;
	memcpy(&in6, (const char *)to + offsetof(struct curl_sockaddr, addr), sizeof in6);
	return is_private6(in6.sin6_addr.s6_addr);
}

static curl_socket_t
on_socket(void *of, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct transfer *t = of;

	(void)purpose;
	if (!t->ask->private && is_private(to)) {
		t->denied = true;
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* ---- what comes ---- */

static size_t
on_body(char *from, size_t size, size_t count, void *of)
{
	struct transfer *t = of;

	buf_put(&t->body, (struct str){ from, size * count });
	t->much = !buf_ok(&t->body);
	return t->much ? 0 : size * count;
}

static bool
is_header(struct str line, const char *name, struct str *value)
{
	struct str head = str_cut(&line, ':'), want = str_from(name);

	if (head.len != want.len || strncasecmp(head.at, want.at, want.len) != 0)
		return false;
	*value = str_trim(line);
	return true;
}

/* What cannot be sent back as it came is not kept. */
static struct str
mark_of(struct arena *a, struct str value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.at[i] < ' ' || (unsigned char)value.at[i] >= 0x7f)
			return STR_NONE;
	return value.len > MARK_MAX ? STR_NONE : str_dup(a, value);
}

static size_t
on_header(char *from, size_t size, size_t count, void *of)
{
	struct transfer *t = of;
	struct str       line = { from, size * count }, value;

	if (is_header(line, "ETag", &value))
		t->etag = mark_of(t->a, value);
	else if (is_header(line, "Last-Modified", &value))
		t->modified = mark_of(t->a, value);
	return size * count;
}

static bool
is_stopped(const struct transfer *t)
{
	return t->ask->stop != NULL && atomic_load(t->ask->stop);
}

/* Asked about once a second, or when something comes. */
static int
on_progress(void *of, curl_off_t in, curl_off_t got, curl_off_t out, curl_off_t sent)
{
	const struct transfer *t = of;

	(void)in, (void)got, (void)out, (void)sent;
	return is_stopped(t);
}

/* ---- one try ---- */

#define SET(option, value) (ok = curl_easy_setopt(c, (option), (value)) == CURLE_OK && ok)

static bool
set_up(CURL *c, struct transfer *t, struct str url, struct curl_slist *head)
{
	int64_t wait = t->ask->wait_ms > 0 ? t->ask->wait_ms : 1000 * FETCH_SECONDS;
	bool    ok = true;

	SET(CURLOPT_URL, str_dup(t->a, url).at);
	SET(CURLOPT_PROTOCOLS_STR, "http,https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_USERAGENT, "pejl");
	SET(CURLOPT_ACCEPT_ENCODING, "");
	SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	SET(CURLOPT_TIMEOUT_MS, (long)wait);
	SET(CURLOPT_CONNECTTIMEOUT_MS, (long)(wait < 20000 ? wait : 20000));
	SET(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)t->ask->most);
	SET(CURLOPT_OPENSOCKETFUNCTION, on_socket);
	SET(CURLOPT_OPENSOCKETDATA, t);
	SET(CURLOPT_WRITEFUNCTION, on_body);
	SET(CURLOPT_WRITEDATA, t);
	SET(CURLOPT_HEADERFUNCTION, on_header);
	SET(CURLOPT_HEADERDATA, t);
	SET(CURLOPT_HTTPHEADER, head);
	if (t->ask->body.len > 0) {
		SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)t->ask->body.len);
		SET(CURLOPT_POSTFIELDS, t->ask->body.at);
	}
	SET(CURLOPT_NOPROGRESS, 0L);
	SET(CURLOPT_XFERINFOFUNCTION, on_progress);
	SET(CURLOPT_XFERINFODATA, t);
	return ok;
}

static struct str
words_of(struct arena *a, CURLcode got, const struct transfer *t)
{
	if (t->denied)
		return STR("is an address of this machine or of a private network, which is not "
		    "asked unless --allow-private says so");
	if (t->much || got == CURLE_FILESIZE_EXCEEDED)
		return arena_printf(a, "answers with more than %zu MB", t->ask->most >> 20);
	if (got == CURLE_ABORTED_BY_CALLBACK)
		return STR("was not waited for, since the server stops");
	if (got == CURLE_OPERATION_TIMEDOUT)
		return STR("did not answer in time");
	return arena_printf(a, "%s", curl_easy_strerror(got));
}

/* Scheme, host and port: what stands before the path. */
static struct str
origin(struct str url)
{
	size_t from = str_find(url, STR("://"), 0), to;

	if (from == SIZE_MAX)
		return STR_NONE;
	to = str_find(url, STR("/"), from + 3);
	return str_slice(url, 0, to == SIZE_MAX ? url.len : to);
}

/* `*next`: where it leads, empty: nowhere. */
static CURLcode
ask_once(struct transfer *t, struct str url, long *status, struct str *next)
{
	struct curl_slist *head = NULL;
	CURL              *c = curl_easy_init();
	CURLcode           got = CURLE_FAILED_INIT;
	char              *to = NULL;
	curl_off_t         later = 0;

	if (t->ask->body.len > 0) {
		head = curl_slist_append(head, "Content-Type: application/json");
		head = curl_slist_append(head, "Expect:");      /* no question before the question */
	}
	if (t->ask->etag.len > 0)
		head = curl_slist_append(head, arena_printf(t->a, "If-None-Match: " STR_FMT,
		    STR_ARG(t->ask->etag)).at);
	if (t->ask->modified.len > 0)
		head = curl_slist_append(head, arena_printf(t->a, "If-Modified-Since: " STR_FMT,
		    STR_ARG(t->ask->modified)).at);
	t->body.len = 0;
	t->denied = t->much = false;
	t->etag = t->modified = *next = STR_NONE;
	if (c != NULL && set_up(c, t, url, head))
		got = curl_easy_perform(c);
	if (c != NULL && got == CURLE_OK) {
		(void)curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, status);
		(void)curl_easy_getinfo(c, CURLINFO_REDIRECT_URL, &to);
		*next = str_dup(t->a, str_from(to));
		(void)curl_easy_getinfo(c, CURLINFO_RETRY_AFTER, &later);
		t->later = later > 0 ? (int64_t)later : -1;
	}
	curl_slist_free_all(head);
	curl_easy_cleanup(c);
	return got;
}

static struct str
words_of_later(const struct transfer *t, long status)
{
	if (t->later > FETCH_PATIENCE)
		return arena_printf(t->a, "answers %ld, and asks to come back in %lld seconds", status,
		    (long long)t->later);
	return arena_printf(t->a, "answers %ld", status);
}

/* True: it is settled, `*why` empty when well. False: worth another try. */
static bool
try_once(struct transfer *t, long *status, struct str *why)
{
	struct str url = t->ask->url, next;
	CURLcode   got;

	*why = STR_NONE;
	for (int hop = 0; hop <= HOPS_MAX; hop++) {
		got = ask_once(t, url, status, &next);
		if (got != CURLE_OK) {
			*why = words_of(t->a, got, t);
			return t->denied || t->much || is_stopped(t) || got == CURLE_FILESIZE_EXCEEDED ||
			    got == CURLE_PEER_FAILED_VERIFICATION || got == CURLE_URL_MALFORMAT;
		}
		if (next.len == 0) {
			if (*status >= 500 || *status == 429)
				*why = words_of_later(t, *status);
			return why->len == 0 || t->later > FETCH_PATIENCE;
		}
		if (!str_eq(origin(next), origin(t->ask->url))) {
			*why = arena_printf(t->a, "leads to another host, “" STR_FMT
			    "”, which is not asked", STR_ARG(utf8_plain(t->a, origin(next), 100)));
			return true;
		}
		url = next;
	}
	*why = STR("leads from one address to another without end");
	return true;
}

static void
pause_ms(int64_t ms)
{
	struct timespec wait = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };

	(void)nanosleep(&wait, NULL);
}

bool
fetch_get(struct arena *a, const struct fetch_ask *ask, struct fetch_answer *ret, struct str *why)
{
	struct transfer t = { .ask = ask, .a = a };
	long            status = 0;
	bool            settled = false;

	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		abort();
	buf_init(&t.body, ask->most);
	for (int i = 0; i < FETCH_TRIES && !settled; i++) {
		if (i > 0)
			pause_ms(t.later > 0 ? 1000 * t.later : (int64_t)500 << i);
		t.later = -1;
		settled = try_once(&t, &status, why);
	}
	if (settled && why->len == 0)
		*ret = (struct fetch_answer){ .status = status, .body = str_dup(a, buf_str(&t.body)),
		                              .etag = t.etag, .modified = t.modified };
	buf_free(&t.body);
	curl_global_cleanup();
	return settled && why->len == 0;
}
