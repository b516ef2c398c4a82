#include "app/mail_settings.h"
#include "base/utf8.h"
#include "port/input.h"
#include "port/letter.h"

#define SETTINGS_MAX ((size_t)64 << 10)

/* id, name */
#define SETTINGS(X)                                                                   \
	X(SITE, "site") X(HOST, "host") X(PORT, "port") X(TLS, "tls") X(FROM, "from")  \
	X(NAME, "name") X(USER, "user") X(PASSWORD_FILE, "password-file") X(TRUST, "trust")

enum setting {
#define X(id, name) SETTING_##id,
	SETTINGS(X)
#undef X
	SETTING_COUNT
};

static const struct str names[SETTING_COUNT] = {
#define X(id, name) STR_INIT(name),
	SETTINGS(X)
#undef X
};

struct reading {
	struct arena *a;
	struct diags *d;
	struct str    path;
	struct str    value[SETTING_COUNT];
	size_t        line[SETTING_COUNT];      /* 0: not given */
};

static bool
is_one_line(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f)
			return false;
	return true;
}

static bool
wrong(struct reading *r, size_t line, const char *message, const char *hint)
{
	return diag_error(r->d, r->path, line, str_from(message), str_from(hint));
}

static enum setting
setting_of(struct str name)
{
	size_t i = 0;

	while (i < SETTING_COUNT && !str_eq(names[i], name))
		i++;
	return (enum setting)i;
}

static void
read_line(struct reading *r, struct str line, size_t n)
{
	struct str   rest = str_trim(line), name;
	enum setting s;

	if (rest.len == 0 || rest.at[0] == '#')
		return;
	if (str_find(rest, STR("="), 0) == SIZE_MAX) {
		(void)wrong(r, n, "this line is no 'name = value'", "begin a remark with #");
		return;
	}
	name = str_trim(str_cut(&rest, '='));
	s = setting_of(name);
	rest = str_trim(rest);
	if (s == SETTING_COUNT)
		(void)wrong(r, n, "there is no such setting",
		    "site, host, port, tls, from, name, user, password-file and trust there are");
	else if (r->line[s] > 0)
		(void)wrong(r, n, "this setting was given before", "leave one of them out");
	else if (!is_one_line(rest) || utf8_check(rest) != SIZE_MAX)
		(void)wrong(r, n, "the value is no text", "write it anew");
	else if (rest.len > 0) {
		r->value[s] = str_dup(r->a, rest);
		r->line[s] = n;
	}
}

static bool
is_local(struct str host)
{
	return str_eq(host, STR("localhost")) || str_eq(host, STR("::1")) ||
	    str_starts(host, STR("127."));
}

static bool
is_host(struct str host)
{
	for (size_t i = 0; i < host.len; i++) {
		char c = host.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    c == '.' || c == '-' || c == ':' || (unsigned char)c >= 0x80))
			return false;
	}
	return host.len > 0;
}

/* "https://barometer.aeroe.dk" */
static bool
is_site(struct str s)
{
	if (!str_starts(s, STR("https://")) && !str_starts(s, STR("http://")))
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] == ' ' || s.at[i] == '<' || s.at[i] == '>' || s.at[i] == '"' ||
		    s.at[i] == '?' || s.at[i] == '#')
			return false;
	return s.len < 200;
}

static void
take_tls(struct reading *r, struct smtp_server *to)
{
	struct str word = r->value[SETTING_TLS];

	to->tls = SMTP_STARTTLS;
	if (str_eq(word, STR("tls")))
		to->tls = SMTP_TLS;
	else if (str_eq(word, STR("none")))
		to->tls = SMTP_PLAIN;
	else if (word.len > 0 && !str_eq(word, STR("starttls")))
		(void)wrong(r, r->line[SETTING_TLS], "tls is starttls, tls or none", "");
}

static void
take_port(struct reading *r, struct smtp_server *to)
{
	struct str word = r->value[SETTING_PORT];

	to->port = to->tls == SMTP_TLS ? 465 : to->tls == SMTP_STARTTLS ? 587 : 25;
	if (word.len > 0 && (!str_int(word, &to->port) || to->port < 1 || to->port > 65535))
		(void)wrong(r, r->line[SETTING_PORT], "port is a number from 1 to 65535", "");
}

static void
take_password(struct reading *r, struct smtp_server *to)
{
	struct str text;

	to->user = r->value[SETTING_USER];
	if ((to->user.len > 0) != (r->value[SETTING_PASSWORD_FILE].len > 0)) {
		(void)wrong(r, r->line[SETTING_USER], "user and password-file go together", "");
		return;
	}
	if (to->user.len == 0 ||
	    !input_read(r->a, r->value[SETTING_PASSWORD_FILE], 4096, r->d, &text))
		return;
	to->password = str_trim(text);
	if (to->password.len == 0 || !is_one_line(to->password))
		(void)wrong(r, r->line[SETTING_PASSWORD_FILE],
		    "the password's file holds no password on one line", "");
	if (to->tls == SMTP_PLAIN && !is_local(to->host))
		(void)wrong(r, r->line[SETTING_TLS], "the password would travel in the open",
		    "say tls = starttls or tls = tls");
}

static void
take_who(struct reading *r, struct mail_settings *m)
{
	m->site = r->value[SETTING_SITE];
	m->from = r->value[SETTING_FROM];
	m->name = r->value[SETTING_NAME];
	while (str_ends(m->site, STR("/")))
		m->site.len--;
	if (!is_site(m->site))
		(void)wrong(r, r->line[SETTING_SITE], "site is the address of the pages",
		    "such as https://barometer.aeroe.dk");
	if (!letter_address_fits(m->from))
		(void)wrong(r, r->line[SETTING_FROM], "from is an e-mail address",
		    "the bare one; what people read beside it is the setting name");
}

bool
mail_settings_parse(struct arena *a, struct str path, struct str text, struct diags *d,
                    struct mail_settings *ret)
{
	struct reading       r = { .a = a, .d = d, .path = path };
	struct mail_settings m = { 0 };
	size_t               before = d->errors, n = 0;

	while (text.len > 0)
		read_line(&r, str_cut(&text, '\n'), ++n);
	m.server.host = r.value[SETTING_HOST];
	m.server.trust = r.value[SETTING_TRUST];
	if (!is_host(m.server.host))
		(void)wrong(&r, r.line[SETTING_HOST], "host is the name of the mail server", "");
	take_tls(&r, &m.server);
	take_port(&r, &m.server);
	take_password(&r, &m.server);
	take_who(&r, &m);
	if (d->errors > before)
		return false;
	*ret = m;
	return true;
}

bool
mail_settings_read(struct arena *a, struct str path, struct diags *d, struct mail_settings *ret)
{
	struct str text;

	return input_read(a, path, SETTINGS_MAX, d, &text) &&
	    mail_settings_parse(a, path, text, d, ret);
}
