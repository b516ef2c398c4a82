#include "app/mail_settings.h"
#include "app/settings_file.h"
#include "port/input.h"
#include "port/letter.h"

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

static void
take_tls(const struct settings_file *r, struct smtp_server *to)
{
	struct str word = r->value[SETTING_TLS].value;

	to->tls = SMTP_STARTTLS;
	if (str_eq(word, STR("tls")))
		to->tls = SMTP_TLS;
	else if (str_eq(word, STR("none")))
		to->tls = SMTP_PLAIN;
	else if (word.len > 0 && !str_eq(word, STR("starttls")))
		(void)settings_file_wrong(r, r->value[SETTING_TLS].line, "tls is starttls, tls or none", "");
}

static void
take_port(const struct settings_file *r, struct smtp_server *to)
{
	struct str word = r->value[SETTING_PORT].value;

	to->port = to->tls == SMTP_TLS ? 465 : to->tls == SMTP_STARTTLS ? 587 : 25;
	if (word.len > 0 && (!str_int(word, &to->port) || to->port < 1 || to->port > 65535))
		(void)settings_file_wrong(r, r->value[SETTING_PORT].line, "port is a number from 1 to 65535", "");
}

static void
take_password(const struct settings_file *r, struct smtp_server *to)
{
	to->user = r->value[SETTING_USER].value;
	if ((to->user.len > 0) != (r->value[SETTING_PASSWORD_FILE].value.len > 0)) {
		(void)settings_file_wrong(r, r->value[SETTING_USER].line,
		    "user and password-file go together", "");
		return;
	}
	if (to->user.len == 0 || !settings_file_secret(r, SETTING_PASSWORD_FILE, &to->password))
		return;
	if (to->tls == SMTP_PLAIN && !is_local(to->host))
		(void)settings_file_wrong(r, r->value[SETTING_TLS].line,
		    "the password would travel in the open", "say tls = starttls or tls = tls");
}

static void
take_who(const struct settings_file *r, struct mail_settings *m)
{
	m->from = r->value[SETTING_FROM].value;
	m->name = r->value[SETTING_NAME].value;
	if (!letter_address_fits(m->from))
		(void)settings_file_wrong(r, r->value[SETTING_FROM].line, "from is an e-mail address",
		    "the bare one; what people read beside it is the setting name");
	if (!settings_file_site(r, SETTING_SITE, &m->site))
		m->site = STR_NONE;     /* that was said */
}

bool
mail_settings_parse(struct arena *a, struct str path, struct str text, struct diags *d,
                    struct mail_settings *ret)
{
	struct settings_file r = {
		.a = a, .d = d, .path = path, .name = names, .names = SETTING_COUNT,
		.many = SETTING_COUNT,
		.hint = "site, host, port, tls, from, name, user, password-file and trust there are",
	};
	struct mail_settings m = { 0 };
	size_t               before = d->errors;

	settings_file_read(&r, text);
	m.server.host = r.value[SETTING_HOST].value;
	m.server.trust = r.value[SETTING_TRUST].value;
	if (!is_host(m.server.host))
		(void)settings_file_wrong(&r, r.value[SETTING_HOST].line, "host is the name of the mail server", "");
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

	return input_read(a, path, SETTINGS_BYTES, d, &text) &&
	    mail_settings_parse(a, path, text, d, ret);
}
