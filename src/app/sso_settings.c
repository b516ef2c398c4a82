#include "app/sso_settings.h"
#include "app/settings_file.h"
#include "core/access.h"
#include "port/input.h"
#include <stdlib.h>

#define SECRET_VARIABLE "PEJL_SSO_SECRET"

/* id, name, what it is when it is not given */
#define SETTINGS(X)                                                                     \
	X(SITE, "site", "") X(TITLE, "title", "") X(ROLE, "role", "")                    \
	X(ISSUER, "issuer", "") X(CLIENT, "client", "") X(SECRET_FILE, "secret-file", "") \
	X(METHOD, "method", "basic") X(SCOPES, "scopes", "openid profile email")         \
	X(GROUPS, "groups", "groups") X(SOCKET, "socket", "")                            \
	X(USER_HEADER, "user-header", "X-Pejl-User")                                     \
	X(NAME_HEADER, "name-header", "X-Pejl-Name")                                     \
	X(MAIL_HEADER, "mail-header", "X-Pejl-Mail")                                     \
	X(GROUPS_HEADER, "groups-header", "X-Pejl-Groups")

enum setting {
#define X(id, name, usual) SETTING_##id,
	SETTINGS(X)
#undef X
	SETTING_COUNT
};

static const struct str names[SETTING_COUNT] = {
#define X(id, name, usual) STR_INIT(name),
	SETTINGS(X)
#undef X
};

static const struct str usual[SETTING_COUNT] = {
#define X(id, name, usual) STR_INIT(usual),
	SETTINGS(X)
#undef X
};

_Static_assert((int)SETTING_COUNT <= SETTINGS_MOST, "each has its place");

static struct str
value(const struct settings_file *f, enum setting s)
{
	return f->value[s].line > 0 ? f->value[s].value : usual[s];
}

static void
wrong(const struct settings_file *f, enum setting s, const char *message, const char *hint)
{
	(void)settings_file_wrong(f, f->value[s].line, message, hint);
}

/* ---- roles ---- */

/* "contributor:bif  Pejl BIF": the group is what stands behind the first blank. */
static bool
read_role(const struct settings_line *l, struct sso_role *ret)
{
	struct str group = l->value, role, code;
	enum role  r;

	for (size_t i = 0; i < group.len; i++)
		if (group.at[i] == ' ') {
			ret->role = role = str_slice(group, 0, i);
			ret->group = str_trim(str_slice(group, i, group.len));
			ret->line = l->line;
			code = str_cut(&role, ':');
			return role_from_code(code, &r);
		}
	return false;
}

static void
take_roles(const struct settings_file *f, struct sso_settings *m)
{
	m->role = ARENA_ARRAY(f->a, struct sso_role, f->len + 1);
	for (size_t i = 0; i < f->len; i++)
		if (read_role(&f->list[i], &m->role[m->roles]))
			m->roles++;
		else
			(void)settings_file_wrong(f, f->list[i].line, "this is no role and a group",
			    "such as 'role = contributor:bif  Name of the group'");
	if (f->len == 0)
		(void)settings_file_wrong(f, 0, "no group has a role, so nobody could come in",
		    "add lines such as 'role = reader  Name of the group'");
}

/* ---- a provider ---- */

static bool
is_printed(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] <= ' ' || s.at[i] >= 127)
			return false;
	return s.len > 0;
}

static void
take_secret(const struct settings_file *f, struct str secret, struct oidc_client *c)
{
	bool file = f->value[SETTING_SECRET_FILE].line > 0;

	c->secret = secret;
	if (!file && secret.len == 0)
		wrong(f, SETTING_SECRET_FILE, "secret-file names the file with the client's secret",
		    "or set " SECRET_VARIABLE);
	else if (file && !settings_file_secret(f, SETTING_SECRET_FILE, &c->secret))
		c->secret = STR_NONE;   /* that was said */
}

static void
take_provider(const struct settings_file *f, struct str secret, struct sso_settings *m)
{
	struct oidc_client *c = &m->oidc;
	struct str          method = value(f, SETTING_METHOD);

	if (f->value[SETTING_ISSUER].line == 0)
		return;
	c->issuer = value(f, SETTING_ISSUER);
	c->client = value(f, SETTING_CLIENT);
	c->scopes = value(f, SETTING_SCOPES);
	c->groups = value(f, SETTING_GROUPS);
	c->post = str_eq(method, STR("post"));
	c->back = arena_printf(f->a, STR_FMT SSO_BACK, STR_ARG(m->site));
	if (!oidc_issuer_fits(c->issuer))
		wrong(f, SETTING_ISSUER, "issuer is the provider's address, with https",
		    "as its tokens name it, such as https://login.aeroe.dk/adfs");
	if (!is_printed(c->client))
		wrong(f, SETTING_CLIENT, "client is what the provider calls this site", "");
	if (!c->post && !str_eq(method, STR("basic")))
		wrong(f, SETTING_METHOD, "method is basic or post", "");
	if (str_find(c->scopes, STR("openid"), 0) == SIZE_MAX)
		wrong(f, SETTING_SCOPES, "openid is one of the scopes", "");
	take_secret(f, secret, c);
}

/* ---- a gateway ---- */

static struct str
header(const struct settings_file *f, enum setting s)
{
	struct str name = value(f, s);
	bool       ok = name.len > 0;

	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];

		ok &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    c == '-';
	}
	if (!ok)
		wrong(f, s, "a header's name is letters, digits and hyphens", "such as X-Pejl-User");
	return name;
}

static void
take_gateway(const struct settings_file *f, struct sso_settings *m)
{
	if (f->value[SETTING_SOCKET].line == 0)
		return;
	m->socket = value(f, SETTING_SOCKET);
	if (!str_starts(m->socket, STR("/")))
		wrong(f, SETTING_SOCKET, "socket is the whole path of a Unix socket",
		    "such as /run/pejl/http.sock");
	m->header = (struct sso_headers){
		.user = header(f, SETTING_USER_HEADER), .name = header(f, SETTING_NAME_HEADER),
		.mail = header(f, SETTING_MAIL_HEADER), .groups = header(f, SETTING_GROUPS_HEADER),
	};
}

/* ---- all of it ---- */

bool
sso_settings_parse(struct arena *a, struct str path, struct str text, struct str secret,
                   struct diags *d, struct sso_settings *ret)
{
	struct settings_file f = {
		.a = a, .d = d, .path = path, .name = names, .names = SETTING_COUNT,
		.many = SETTING_ROLE,
		.hint = "see 'Single sign-on' in the handbook's chapter on the follow-up",
	};
	struct sso_settings m = { .path = str_dup(a, path) };
	size_t              before = d->errors;

	settings_file_read(&f, text);
	if (!settings_file_site(&f, SETTING_SITE, &m.site))
		m.site = STR_NONE;      /* that was said */
	m.title = value(&f, SETTING_TITLE);
	if (m.title.len == 0)
		wrong(&f, SETTING_TITLE, "title is what people call the one that vouches for them",
		    "it stands on the button that they press");
	take_roles(&f, &m);
	take_provider(&f, secret, &m);
	take_gateway(&f, &m);
	if (m.oidc.issuer.len == 0 && m.socket.len == 0)
		(void)settings_file_wrong(&f, 0, "neither a provider nor a gateway is named",
		    "give issuer, or socket");
	if (d->errors > before)
		return false;
	*ret = m;
	return true;
}

bool
sso_settings_read(struct arena *a, struct str path, struct diags *d, struct sso_settings *ret)
{
	struct str text;

	return input_read(a, path, SETTINGS_BYTES, d, &text) &&
	    sso_settings_parse(a, path, text, str_from(getenv(SECRET_VARIABLE)), d, ret);
}
