#include "port/smtp.h"
#include "port/letter.h"
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

struct upload {
	struct str rest;
	bool       all;                 /* was handed over, perhaps with its end */
};

static size_t
hand_over(char *to, size_t size, size_t count, void *of)
{
	struct upload *u = of;
	size_t         n = size * count < u->rest.len ? size * count : u->rest.len;

	if (n > 0)
		memcpy(to, u->rest.at, n);
	u->rest = str_slice(u->rest, n, u->rest.len);
	u->all = u->rest.len == 0;
	return n;
}

/* What a server says goes nowhere. */
static size_t
drop(char *from, size_t size, size_t count, void *of)
{
	(void)from;
	(void)of;
	return size * count;
}

static struct str
url_of(struct arena *a, const struct smtp_server *to, struct str sender)
{
	bool colons = str_find(to->host, STR(":"), 0) != SIZE_MAX;

	/* What stands behind the host is the name that the server is greeted with. */
	return arena_printf(a, "%s://%s" STR_FMT "%s:%lld/" STR_FMT,
	    to->tls == SMTP_TLS ? "smtps" : "smtp", colons ? "[" : "", STR_ARG(to->host),
	    colons ? "]" : "", (long long)to->port, STR_ARG(letter_domain(sender)));
}

static struct str
bracketed(struct arena *a, struct str address)
{
	return arena_printf(a, "<" STR_FMT ">", STR_ARG(address));
}

#define SET(option, value) (ok = curl_easy_setopt(c, (option), (value)) == CURLE_OK && ok)

static bool
set_server(CURL *c, struct arena *a, const struct smtp_server *to, struct str sender)
{
	long wait = to->wait_ms > 0 ? (long)to->wait_ms : 1000L * SMTP_SECONDS;
	bool ok = true;

	SET(CURLOPT_URL, url_of(a, to, sender).at);
	SET(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_TIMEOUT_MS, wait);
	SET(CURLOPT_CONNECTTIMEOUT_MS, wait < 1000L * SMTP_CONNECT_SECONDS ? wait
	    : 1000L * SMTP_CONNECT_SECONDS);
	SET(CURLOPT_SERVER_RESPONSE_TIMEOUT, wait / 1000 > 0 ? wait / 1000 : 1L);
	SET(CURLOPT_USE_SSL, (long)(to->tls == SMTP_STARTTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE));
	SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (to->trust.len > 0)
		SET(CURLOPT_CAINFO, str_dup(a, to->trust).at);
	if (to->user.len > 0) {
		SET(CURLOPT_USERNAME, str_dup(a, to->user).at);
		SET(CURLOPT_PASSWORD, str_dup(a, to->password).at);
	}
	return ok;
}

static bool
set_message(CURL *c, struct arena *a, struct str sender, struct curl_slist *whom,
            struct upload *u)
{
	bool ok = whom != NULL;

	SET(CURLOPT_MAIL_FROM, bracketed(a, sender).at);
	SET(CURLOPT_MAIL_RCPT, whom);
	SET(CURLOPT_UPLOAD, 1L);
	SET(CURLOPT_INFILESIZE_LARGE, (curl_off_t)u->rest.len);
	SET(CURLOPT_READFUNCTION, hand_over);
	SET(CURLOPT_READDATA, u);
	SET(CURLOPT_WRITEFUNCTION, drop);
	return ok;
}

/* RFC 4954, 6: it wants to know who we are, or another way of saying it. */
static bool
is_about_login(CURLcode got, long code)
{
	return got == CURLE_LOGIN_DENIED || code == 530 || code == 534 || code == 535 || code == 538;
}

/* A server that does not like us (its greeting, our login) may like us later; one that
 * said so of the envelope or the message means the message. */
static enum smtp_outcome
judge(CURLcode got, long code, bool all)
{
	bool about_it = (got == CURLE_SEND_ERROR || all) && !is_about_login(got, code);

	if (got == CURLE_OK)
		return SMTP_SENT;
	if (all && code < 400)
		return SMTP_UNSURE;
	return code >= 500 && about_it ? SMTP_REFUSED : SMTP_LATER;
}

/* What to look at when TLS does not come about; NULL: it was something else. */
static const char *
about_tls(CURLcode got, long verified)
{
	if (got == CURLE_PEER_FAILED_VERIFICATION && verified == 0)
		return "the mail server's certificate is of another host than the settings name";
	if (got == CURLE_PEER_FAILED_VERIFICATION)
		return "the mail server's certificate is signed by nobody whom the settings trust";
	if (got == CURLE_USE_SSL_FAILED)
		return "the mail server offers no TLS here, and nothing is sent without";
	if (got == CURLE_SSL_CACERT_BADFILE)
		return "the file of trusted certificates cannot be read";
	return got == CURLE_SSL_CONNECT_ERROR ? "TLS with the mail server did not come about" : NULL;
}

static struct str
words_of(struct arena *a, enum smtp_outcome o, CURLcode got, long code, long verified)
{
	const char *tls = about_tls(got, verified);

	switch (o) {
	case SMTP_SENT:
		return STR_NONE;
	case SMTP_UNSURE:
		return STR("the connection ended after the whole message was handed over");
	case SMTP_REFUSED:
	case SMTP_LATER:
		break;
	}
	if (tls != NULL)
		return str_from(tls);
	return code >= 400 ? arena_printf(a, "the mail server answered %ld", code)
	                   : arena_printf(a, "%s", curl_easy_strerror(got));
}

enum smtp_outcome
smtp_send(struct arena *a, const struct smtp_server *to, struct str sender, struct str recipient,
          struct str message, struct str *why)
{
	struct upload      u = { .rest = message };
	struct curl_slist *whom;
	CURLcode           got = CURLE_FAILED_INIT;
	CURL              *c;
	long               code = 0, verified = 0;
	enum smtp_outcome  o;

	*why = STR_NONE;
	if (!letter_address_fits(sender) || !letter_address_fits(recipient) || message.len > LETTER_MAX) {
		*why = STR("an address is none, or the message is too large");
		return SMTP_REFUSED;
	}
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		abort();
	c = curl_easy_init();
	whom = curl_slist_append(NULL, bracketed(a, recipient).at);
	if (c != NULL && set_server(c, a, to, sender) && set_message(c, a, sender, whom, &u))
		got = curl_easy_perform(c);
	if (c != NULL) {
		(void)curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &code);
		(void)curl_easy_getinfo(c, CURLINFO_SSL_VERIFYRESULT, &verified);
	}
	o = judge(got, code, u.all);
	*why = words_of(a, o, got, code, verified);
	curl_slist_free_all(whom);
	curl_easy_cleanup(c);
	curl_global_cleanup();
	return o;
}
