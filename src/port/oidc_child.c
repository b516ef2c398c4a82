/* The child that asks the provider: the only file that knows libiddawc, and the only
 * process that loads it. */
#include "port/oidc.h"
#include "port/clock.h"
#include <dlfcn.h>
#include <errno.h>
#include <iddawc.h>
#include <stddef.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LIBRARY    "libiddawc.so.1.1"
#define INPUT_MAX  ((size_t)64 << 10)
#define OUTPUT_MAX ((size_t)1 << 20)
#define AHEAD      4                    /* seconds that are waited for a clock */

/* What is called of libiddawc, and of those that come with it: libulfius, librhonabwy and
 * libjansson. */
#define CALLS(X)                                                                          \
	X(i_global_init) X(i_init_session) X(i_set_str_parameter) X(i_set_int_parameter)  \
	X(i_set_response_type) X(i_get_str_parameter) X(i_set_server_configuration)       \
	X(i_set_server_jwks) X(ulfius_init_request) X(ulfius_init_response)               \
	X(ulfius_set_request_properties) X(ulfius_send_http_request) X(json_loadb)        \
	X(i_build_auth_url_get) X(i_run_token_request) X(i_verify_id_token)               \
	X(r_jwt_quick_parse) X(r_jwt_get_sign_alg) X(r_jwt_get_claim_int_value)           \
	X(r_jwt_free) X(json_object_get) X(json_string_value) X(json_array_size)          \
	X(json_array_get) X(json_integer_value)

struct library {
#define X(name) __typeof__(name) *name;
	CALLS(X)
#undef X
};

struct asking {
	struct library     lib;
	struct arena       a;
	struct oidc_client c;
	struct oidc_login  l;
	struct str         code;
	struct _i_session  session;
	json_t            *description; /* of the provider */
	struct buf         said;
};

/* The first word of the answer; returns whether that is all right. */
static bool
answer(struct asking *q, enum oidc_state how, const char *why)
{
	static const char *const words[] = {
#define X(id, word) [OIDC_##id] = word,
		OIDC_STATES(X)
#undef X
	};

	buf_putf(&q->said, "%s\n%s", words[how], why);
	return how == OIDC_DONE;
}

/* ---- the library ---- */

/* A pointer to an object becomes one to a function as POSIX wants it of dlsym(). */
static bool
load(struct library *to)
{
	static const struct { const char *name; size_t at; } calls[] = {
#define X(name) { #name, offsetof(struct library, name) },
		CALLS(X)
#undef X
	};
	void *lib = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

	for (size_t i = 0; lib != NULL && i < COUNT_OF(calls); i++) {
		void *found = dlsym(lib, calls[i].name);

		if (found == NULL)
			return false;
		memcpy((char *)to + calls[i].at, &found, sizeof found);
	}
	return lib != NULL;
}

/* ---- what is asked ---- */

static bool
read_input(struct buf *b)
{
	char    chunk[4096];
	ssize_t n;

	while ((n = read(STDIN_FILENO, chunk, sizeof chunk)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			buf_put(b, (struct str){ chunk, (size_t)n });
	return n == 0 && buf_ok(b);
}

static void
take_lines(struct asking *q, struct str rest)
{
	struct str post = STR_NONE;
	const struct { struct str name, *value; } all[] = {
		{ STR_INIT("issuer"), &q->c.issuer }, { STR_INIT("client"), &q->c.client },
		{ STR_INIT("secret"), &q->c.secret }, { STR_INIT("back"), &q->c.back },
		{ STR_INIT("scopes"), &q->c.scopes }, { STR_INIT("groups"), &q->c.groups },
		{ STR_INIT("state"), &q->l.state }, { STR_INIT("nonce"), &q->l.nonce },
		{ STR_INIT("verifier"), &q->l.verifier }, { STR_INIT("code"), &q->code },
		{ STR_INIT("post"), &post },
	};

	while (rest.len > 0) {
		struct str value = str_cut(&rest, '\n'), name = str_cut(&value, ' ');

		for (size_t i = 0; i < COUNT_OF(all); i++)
			if (str_eq(name, all[i].name))
				*all[i].value = str_dup(&q->a, value);
	}
	q->c.post = str_eq(post, STR("1"));
}

static bool
set(struct asking *q, i_option option, struct str value)
{
	return value.len == 0 ||
	    q->lib.i_set_str_parameter(&q->session, option, arena_printf(&q->a, STR_FMT, STR_ARG(value)).at) == I_OK;
}

/* RFC 6749, 2.3.1: in a header the secret is written as a form's value, which the library
 * leaves to us. */
static struct str
secret_of(struct asking *q)
{
	struct buf b;
	struct str s;

	if (q->c.post)
		return q->c.secret;
	buf_init(&b, INPUT_MAX);
	oidc_escape(&b, q->c.secret);
	s = str_dup(&q->a, buf_str(&b));
	buf_free(&b);
	return s;
}

static bool
set_client(struct asking *q)
{
	unsigned how = q->c.post ? I_TOKEN_AUTH_METHOD_SECRET_POST : I_TOKEN_AUTH_METHOD_SECRET_BASIC;

	return set(q, I_OPT_CLIENT_ID, q->c.client) && set(q, I_OPT_CLIENT_SECRET, secret_of(q)) &&
	    set(q, I_OPT_REDIRECT_URI, q->c.back) && set(q, I_OPT_SCOPE, q->c.scopes) &&
	    set(q, I_OPT_STATE, q->l.state) && set(q, I_OPT_NONCE, q->l.nonce) &&
	    set(q, I_OPT_PKCE_CODE_VERIFIER, q->l.verifier) && set(q, I_OPT_CODE, q->code) &&
	    q->lib.i_set_response_type(&q->session, I_RESPONSE_TYPE_CODE) == I_OK &&
	    q->lib.i_set_int_parameter(&q->session, I_OPT_TOKEN_METHOD, how) == I_OK &&
	    q->lib.i_set_int_parameter(&q->session, I_OPT_PKCE_METHOD, I_PKCE_METHOD_S256) == I_OK;
}

/* ---- the provider's description ---- */

/* "https://login.aeroe.dk:8443" of an address there. */
static struct str
origin_of(struct str url)
{
	size_t at = str_find(url, STR("://"), 0);

	return at == SIZE_MAX ? STR_NONE : str_slice(url, 0, str_find(url, STR("/"), at + 3));
}

static bool
is_at_issuer(struct asking *q, const char *url)
{
	return url != NULL && str_eq(origin_of(str_from(url)), origin_of(q->c.issuer));
}

static const char *
text_of(struct asking *q, const json_t *of, const char *name)
{
	const char *text = q->lib.json_string_value(q->lib.json_object_get(of, name));

	return text != NULL ? text : "";
}

/* What is there, as JSON; NULL: nothing of the kind. It leads nowhere else. */
static json_t *
fetch(struct asking *q, const char *url)
{
	struct _u_request  rq;
	struct _u_response re;

	if (q->lib.ulfius_init_request(&rq) != U_OK || q->lib.ulfius_init_response(&re) != U_OK ||
	    q->lib.ulfius_set_request_properties(&rq, U_OPT_HTTP_VERB, "GET", U_OPT_HTTP_URL, url,
	    U_OPT_FOLLOW_REDIRECT, 0, U_OPT_TIMEOUT, (unsigned long)OIDC_SECONDS, U_OPT_NONE) != U_OK ||
	    q->lib.ulfius_send_http_request(&rq, &re) != U_OK || re.status != 200)
		return NULL;
	return q->lib.json_loadb(re.binary_body, re.binary_body_length, 0, NULL);
}

/* Empty: it is as it should be; else what is wrong. The library would load the keys before
 * anybody looked where they are. */
static const char *
describe(struct asking *q)
{
	struct str  issuer = q->c.issuer;
	const char *end;

	while (str_ends(issuer, STR("/")))
		issuer.len--;
	q->description = fetch(q, arena_printf(&q->a, STR_FMT "/.well-known/openid-configuration",
	    STR_ARG(issuer)).at);
	if (q->description == NULL)
		return "it does not answer with the description of a provider";
	end = text_of(q, q->description, "end_session_endpoint");
	if (!str_eq(str_from(text_of(q, q->description, "issuer")), q->c.issuer))
		return "its description names another issuer than the settings";
	if (!is_at_issuer(q, text_of(q, q->description, "authorization_endpoint")) ||
	    !is_at_issuer(q, text_of(q, q->description, "token_endpoint")) ||
	    !is_at_issuer(q, text_of(q, q->description, "jwks_uri")) ||
	    (end[0] != '\0' && !is_at_issuer(q, end)))
		return "its description names addresses on another host than the issuer's";
	return q->lib.i_set_server_configuration(&q->session, q->description) == I_OK ? ""
	    : "its description lacks something";
}

static bool
load_keys(struct asking *q)
{
	json_t *keys = fetch(q, text_of(q, q->description, "jwks_uri"));

	return keys != NULL && q->lib.i_set_server_jwks(&q->session, keys) == I_OK;
}

/* ---- the token ---- */

/* The provider's clock is a little ahead of ours: that is waited for, since the library
 * takes no token of the future. */
static bool
wait_for(struct asking *q, jwt_t *jwt)
{
	time_t made = jwt != NULL ? (time_t)q->lib.r_jwt_get_claim_int_value(jwt, "iat") : 0;

	if (made - time(NULL) > AHEAD)
		return false;
	while (made > time(NULL))
		clock_pause(100);
	return true;
}

/* Signed with a key of the provider's own: none at all, or one that follows from our
 * secret, is not what we agreed on. Empty, or what is wrong. */
static const char *
head_fault(struct asking *q, const char *token)
{
	static const jwa_alg good[] = {
		R_JWA_ALG_RS256, R_JWA_ALG_RS384, R_JWA_ALG_RS512, R_JWA_ALG_PS256,
		R_JWA_ALG_PS384, R_JWA_ALG_PS512, R_JWA_ALG_ES256, R_JWA_ALG_ES384,
		R_JWA_ALG_ES512, R_JWA_ALG_EDDSA,
	};
	jwt_t  *jwt = q->lib.r_jwt_quick_parse(token, R_PARSE_NONE, 0);
	jwa_alg alg = jwt != NULL ? q->lib.r_jwt_get_sign_alg(jwt) : R_JWA_ALG_NONE;
	bool    ok = false, now = wait_for(q, jwt);

	for (size_t i = 0; i < COUNT_OF(good); i++)
		ok |= alg == good[i];
	q->lib.r_jwt_free(jwt);
	if (!now)
		return "the token is of the future: the provider's clock is ahead, or this machine's behind";
	return ok ? "" : "the token has no signature by a key of the provider";
}

/* `aud` is a text or a list; `azp`, where it is there, whose among them. */
static bool
is_for_us(struct asking *q, const json_t *claims)
{
	const json_t *aud = q->lib.json_object_get(claims, "aud");
	const char   *one = q->lib.json_string_value(aud), *azp = text_of(q, claims, "azp");
	bool          found = one != NULL && str_eq(str_from(one), q->c.client);

	for (size_t i = 0; i < q->lib.json_array_size(aud); i++) {
		one = q->lib.json_string_value(q->lib.json_array_get(aud, i));
		found |= one != NULL && str_eq(str_from(one), q->c.client);
	}
	return found && (azp[0] == '\0' || str_eq(str_from(azp), q->c.client));
}

/* The library looked at these, too; who may come in hangs on them, so we do as well. */
static const char *
token_fault(struct asking *q)
{
	const char   *token = q->lib.i_get_str_parameter(&q->session, I_OPT_ID_TOKEN);
	const char   *fault = head_fault(q, token);
	const json_t *claims;

	if (fault[0] != '\0')
		return fault;
	if (q->lib.i_verify_id_token(&q->session) != I_OK)
		return "the token's signature or what it says does not hold";
	claims = q->session.id_token_payload;
	if (!str_eq(str_from(text_of(q, claims, "iss")), q->c.issuer))
		return "the token is of another issuer";
	if (!is_for_us(q, claims))
		return "the token is for another client";
	if (!str_eq(str_from(text_of(q, claims, "nonce")), q->l.nonce))
		return "the token is of another login";
	if (q->lib.json_integer_value(q->lib.json_object_get(claims, "exp")) <= time(NULL))
		return "the token is too old";
	return "";
}

/* ---- who it is ---- */

/* A claim with a line's end in it, or a control character, is none. */
static void
put_line(struct asking *q, const char *name, const char *value)
{
	for (const char *at = value; *at != '\0'; at++)
		if ((unsigned char)*at < 0x20 || *at == 0x7f)
			return;
	if (value[0] != '\0' && strlen(value) <= OIDC_VALUE_MAX)
		buf_putf(&q->said, "%s %s\n", name, value);
}

/* "groups", or "realm_access.roles": one in another. A name with a full stop that is there
 * as a whole comes first. */
static const json_t *
groups_of(struct asking *q, const json_t *claims)
{
	const json_t *at = q->lib.json_object_get(claims, arena_printf(&q->a, STR_FMT,
	    STR_ARG(q->c.groups)).at);
	struct str    rest = q->c.groups;

	if (at != NULL)
		return at;
	for (at = claims; rest.len > 0 && at != NULL;) {
		struct str word = str_cut(&rest, '.');

		at = q->lib.json_object_get(at, arena_printf(&q->a, STR_FMT, STR_ARG(word)).at);
	}
	return at;
}

static void
put_person(struct asking *q)
{
	const json_t *claims = q->session.id_token_payload, *groups = groups_of(q, claims);
	const char   *mail = text_of(q, claims, "email"), *one = q->lib.json_string_value(groups);
	const char   *name = text_of(q, claims, "preferred_username");

	put_line(q, "issuer", text_of(q, claims, "iss"));
	put_line(q, "subject", text_of(q, claims, "sub"));
	put_line(q, "name", name[0] != '\0' ? name : mail);
	put_line(q, "title", text_of(q, claims, "name"));
	put_line(q, "mail", mail);
	if (one != NULL)
		put_line(q, "group", one);
	for (size_t i = 0; i < q->lib.json_array_size(groups); i++) {
		one = q->lib.json_string_value(q->lib.json_array_get(groups, i));
		if (one != NULL)
			put_line(q, "group", one);
	}
}

/* ---- the three questions ---- */

/* Addresses may be longer than claims. */
static void
put_url(struct asking *q, const char *url)
{
	if (strpbrk(url, " \r\n") == NULL)
		buf_putf(&q->said, "url %s\n", url);
}

static bool
begin(struct asking *q)
{
	const char *url = NULL;

	if (q->lib.i_build_auth_url_get(&q->session) == I_OK)
		url = q->lib.i_get_str_parameter(&q->session, I_OPT_REDIRECT_TO);
	if (url == NULL)
		return answer(q, OIDC_SILENT, "its description does not allow this login");
	(void)answer(q, OIDC_DONE, "");
	put_url(q, url);
	return true;
}

/* "invalid_grant": a code of the standard, and nothing that names people. */
static bool
is_word(const char *s)
{
	return s[0] != '\0' && strlen(s) < 60 && strspn(s, "abcdefghijklmnopqrstuvwxyz_") == strlen(s);
}

static bool
take(struct asking *q)
{
	const char *error, *fault;
	int         how;

	if (!load_keys(q))
		return answer(q, OIDC_SILENT, "it does not answer with its keys");
	how = q->lib.i_run_token_request(&q->session);
	error = q->lib.i_get_str_parameter(&q->session, I_OPT_ERROR);
	if (error != NULL)
		return answer(q, OIDC_REFUSED, arena_printf(&q->a, "it refused the code: %s",
		    is_word(error) ? error : "it does not say why").at);
	if (q->lib.i_get_str_parameter(&q->session, I_OPT_ID_TOKEN) == NULL)
		return answer(q, how == I_ERROR_UNAUTHORIZED ? OIDC_REFUSED : OIDC_SILENT,
		    "it gave no token for the code");
	fault = token_fault(q);
	if (fault[0] != '\0')
		return answer(q, OIDC_FORGED, fault);
	(void)answer(q, OIDC_DONE, "");
	put_person(q);
	return true;
}

static bool
leave(struct asking *q)
{
	(void)answer(q, OIDC_DONE, "");
	put_url(q, text_of(q, q->description, "end_session_endpoint"));
	return true;
}

static bool
ask(struct asking *q, struct str what)
{
	const char *wrong;

	if (!load(&q->lib))
		return answer(q, OIDC_ABSENT, "this machine has no " LIBRARY ": install libiddawc1.1");
	if (!oidc_issuer_fits(q->c.issuer))
		return answer(q, OIDC_SILENT, "it would be asked without TLS");
	if (q->lib.i_global_init() != I_OK || q->lib.i_init_session(&q->session) != I_OK ||
	    !set_client(q))
		return answer(q, OIDC_SILENT, "there is no memory, or a setting cannot be used");
	wrong = describe(q);
	if (wrong[0] != '\0')
		return answer(q, OIDC_SILENT, wrong);
	if (str_eq(what, STR("begin")))
		return begin(q);
	return str_eq(what, STR("take")) ? take(q) : leave(q);
}

static bool
write_all(struct str s)
{
	ssize_t n = 0;

	while (s.len > 0 && (n >= 0 || errno == EINTR)) {
		n = write(STDOUT_FILENO, s.at, s.len);
		s = str_slice(s, n > 0 ? (size_t)n : 0, s.len);
	}
	return s.len == 0;
}

bool
oidc_child_asked(int argc, char *const argv[])
{
	return argc == 3 && str_eq(str_from(argv[1]), STR(OIDC_CHILD));
}

/* What is not freed goes with the process. */
int
oidc_child_main(char *const argv[])
{
	struct asking q = { .c.post = false };
	struct buf    b;
	bool          ok;

	buf_init(&b, INPUT_MAX);
	buf_init(&q.said, OUTPUT_MAX);
	ok = read_input(&b);
	if (ok) {
		take_lines(&q, buf_str(&b));
		(void)ask(&q, str_from(argv[2]));
		ok = buf_ok(&q.said) && write_all(buf_str(&q.said));
	}
	buf_free(&q.said);
	buf_free(&b);
	arena_free(&q.a);
	return ok ? 0 : 1;
}
