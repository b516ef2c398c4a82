#include "port/oidc.h"
#include "base/utf8.h"
#include "port/child.h"

#define ANSWER_MAX ((size_t)1 << 20)
#define MEMORY     ((size_t)1 << 30)    /* of addresses: the libraries alone are 200 MB */

bool
oidc_issuer_fits(struct str issuer)
{
	static const struct str local[] = {
		STR_INIT("http://127.0.0.1"), STR_INIT("http://localhost"), STR_INIT("http://[::1]"),
	};

	for (size_t i = 0; i < issuer.len; i++)
		if (issuer.at[i] <= ' ' || issuer.at[i] >= 127 || issuer.at[i] == '?' ||
		    issuer.at[i] == '#' || issuer.at[i] == '@')
			return false;
	for (size_t i = 0; i < COUNT_OF(local); i++) {
		struct str rest = str_slice(issuer, local[i].len, issuer.len);

		if (str_starts(issuer, local[i]) &&
		    (rest.len == 0 || rest.at[0] == ':' || rest.at[0] == '/'))
			return true;
	}
	return str_starts(issuer, STR("https://")) && issuer.len > 8 && issuer.len < 500;
}

/* ---- the child ---- */

static void
tell(struct buf *b, const char *name, struct str value)
{
	buf_putf(b, "%s ", name);
	buf_put(b, value);
	buf_char(b, '\n');
}

static void
tell_client(struct buf *b, const struct oidc_client *c)
{
	tell(b, "issuer", c->issuer);
	tell(b, "client", c->client);
	tell(b, "secret", c->secret);
	tell(b, "back", c->back);
	tell(b, "scopes", c->scopes);
	tell(b, "groups", c->groups);
	tell(b, "post", c->post ? STR("1") : STR("0"));
}

static void
tell_login(struct buf *b, const struct oidc_login *l)
{
	tell(b, "state", l->state);
	tell(b, "nonce", l->nonce);
	tell(b, "verifier", l->verifier);
}

static enum oidc_state
state_of(struct str word)
{
	static const struct str words[] = {
#define X(id, word) [OIDC_##id] = STR_INIT(word),
		OIDC_STATES(X)
#undef X
	};
	size_t i = 0;

	while (i < COUNT_OF(words) && !str_eq(words[i], word))
		i++;
	return i < COUNT_OF(words) ? (enum oidc_state)i : OIDC_SILENT;
}

/* `*rest`: the lines behind the first, or why not. Frees `told`. */
static enum oidc_state
ask(struct arena *a, const char *what, struct buf *told, struct str *rest)
{
	const char *const argv[] = { "/proc/self/exe", OIDC_CHILD, what, NULL };
	struct buf        said;
	struct child      c = { .argv = argv, .out = &said, .in = buf_str(told),
	                        .limits = { .seconds = OIDC_SECONDS, .cpu_seconds = OIDC_SECONDS, .bytes = MEMORY } };
	enum child_status ended = CHILD_FAILED;
	enum oidc_state   how;

	buf_init(&said, ANSWER_MAX);
	if (buf_ok(told))
		ended = child_run(&c);
	*rest = str_dup(a, buf_str(&said));
	how = state_of(str_cut(rest, '\n'));
	if (ended != CHILD_OK) {
		how = OIDC_SILENT;
		*rest = STR("it did not answer in time, or the child that asks it ended");
	}
	*rest = how != OIDC_DONE ? str_trim(*rest) : *rest;
	buf_free(&said);
	buf_free(told);
	return how;
}

/* ---- the three questions ---- */

/* The one line that is looked for. */
static struct str
value_of(struct str lines, struct str name)
{
	while (lines.len > 0) {
		struct str value = str_cut(&lines, '\n');

		if (str_eq(str_cut(&value, ' '), name))
			return value;
	}
	return STR_NONE;
}

enum oidc_state
oidc_begin(struct arena *a, const struct oidc_client *c, const struct oidc_login *l,
           struct str *url, struct str *why)
{
	struct buf      b;
	struct str      rest;
	enum oidc_state how;

	buf_init(&b, ANSWER_MAX);
	tell_client(&b, c);
	tell_login(&b, l);
	how = ask(a, "begin", &b, &rest);
	*(how == OIDC_DONE ? url : why) = how == OIDC_DONE ? value_of(rest, STR("url")) : rest;
	return how;
}

static void
add_group(struct arena *a, struct oidc_person *to, struct str group)
{
	if (to->group == NULL)
		to->group = ARENA_ARRAY(a, struct str, OIDC_GROUPS_MAX);
	if (to->groups < OIDC_GROUPS_MAX && group.len > 0)
		to->group[to->groups++] = group;
}

/* A line that is no text is left out. */
static void
read_person(struct arena *a, struct str rest, struct oidc_person *to)
{
	const struct { struct str name, *value; } plain[] = {
		{ STR_INIT("issuer"), &to->issuer }, { STR_INIT("subject"), &to->subject },
		{ STR_INIT("name"), &to->name }, { STR_INIT("title"), &to->title },
		{ STR_INIT("mail"), &to->mail },
	};

	while (rest.len > 0) {
		struct str value = str_cut(&rest, '\n'), name = str_cut(&value, ' ');

		if (utf8_check(value) != SIZE_MAX || value.len > OIDC_VALUE_MAX)
			continue;
		if (str_eq(name, STR("group")))
			add_group(a, to, value);
		for (size_t i = 0; i < COUNT_OF(plain); i++)
			if (str_eq(name, plain[i].name))
				*plain[i].value = value;
	}
}

enum oidc_state
oidc_take(struct arena *a, const struct oidc_client *c, const struct oidc_login *l,
          struct str code, struct oidc_person *ret, struct str *why)
{
	struct oidc_person who = { .groups = 0 };
	struct buf         b;
	struct str         rest;
	enum oidc_state    how;

	buf_init(&b, ANSWER_MAX);
	tell_client(&b, c);
	tell_login(&b, l);
	tell(&b, "code", code);
	how = ask(a, "take", &b, &rest);
	if (how != OIDC_DONE) {
		*why = rest;
		return how;
	}
	read_person(a, rest, &who);
	if (!str_eq(who.issuer, c->issuer) || who.subject.len == 0) {
		*why = STR("the token is of another issuer, or of nobody");
		return OIDC_FORGED;
	}
	*ret = who;
	return OIDC_DONE;
}

void
oidc_escape(struct buf *b, struct str s)
{
	static const struct str plain = STR_INIT(
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");

	for (size_t i = 0; i < s.len; i++)
		if (str_find(plain, str_slice(s, i, i + 1), 0) != SIZE_MAX)
			buf_char(b, s.at[i]);
		else
			buf_putf(b, "%%%02X", (unsigned)(unsigned char)s.at[i]);
}

enum oidc_state
oidc_leave(struct arena *a, const struct oidc_client *c, struct str back, struct str *url,
           struct str *why)
{
	struct buf      b;
	struct str      rest, end;
	enum oidc_state how;

	buf_init(&b, ANSWER_MAX);
	tell_client(&b, c);
	how = ask(a, "leave", &b, &rest);
	if (how != OIDC_DONE) {
		*why = rest;
		return how;
	}
	end = value_of(rest, STR("url"));
	buf_init(&b, ANSWER_MAX);
	buf_put(&b, end);
	BUF_LIT(&b, "?client_id=");
	oidc_escape(&b, c->client);
	BUF_LIT(&b, "&post_logout_redirect_uri=");
	oidc_escape(&b, back);
	*url = end.len > 0 ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return OIDC_DONE;
}
