/* Single sign-on: are the settings as the provider and the register want them? */
#include "app/sso.h"
#include "cli/cli.h"

/* With a snapshot of its own, which goes again: a server keeps what is in `c`. */
static bool
look_at_roles(struct cli *c, struct store *s, const struct sso_settings *m)
{
	struct arena   a = { 0 };
	struct things *t = things_load(&a, s);
	struct snapshot sn;
	const struct sso_role *row;
	bool           ok = t != NULL &&
	    snapshot_load(&a, s, t, 0, NOUN_BIT(UNIT) | NOUN_BIT(POLICY), &sn);

	row = ok ? sso_unknown(m, &sn) : NULL;
	if (row != NULL)
		(void)diag_add(&c->diags, (struct diag){
			.level = DIAG_WARNING, .where = m->path, .line = row->line,
			.message = STR("this role is for a unit or a policy that the register has not"),
			.hint = STR("'pejl list units' and 'pejl list policies' show their keys"),
		});
	arena_free(&a);
	return ok;
}

bool
cli_sso_settings(struct cli *c, struct store *s, struct sso_settings *ret)
{
	return sso_settings_read(&c->arena, c->sso_settings, &c->diags, ret) &&
	    (look_at_roles(c, s, ret) || store_problem(s, &c->diags));
}

/* The provider is asked as for a login, which nobody then does. */
static void
check_provider(struct cli *c, const struct sso_settings *m)
{
	const struct oidc_login l = { STR("check"), STR("check"),
	    STR("check-check-check-check-check-check-check-1") };
	struct str      url = STR_NONE, why = STR_NONE;
	enum oidc_state how = oidc_begin(&c->arena, &m->oidc, &l, &url, &why);

	if (how == OIDC_DONE)
		buf_putf(&c->out, "provider: " STR_FMT " answers\n"
		    "it has to send people back to: " STR_FMT "\n"
		    "and, when they log out there, to: " STR_FMT "/da/login\n", STR_ARG(m->oidc.issuer),
		    STR_ARG(m->oidc.back), STR_ARG(m->site));
	else
		(void)diag_error(&c->diags, m->oidc.issuer, 0, why,
		    STR("see the address in a browser, with /.well-known/openid-configuration behind it"));
}

static int
check(struct cli *c, struct store *s)
{
	struct sso_settings m;

	if (!cli_sso_settings(c, s, &m))
		return cli_close(c, s);
	for (size_t i = 0; i < m.roles; i++)
		buf_putf(&c->out, "role: " STR_FMT " for the group " STR_FMT "\n", STR_ARG(m.role[i].role),
		    STR_ARG(m.role[i].group));
	if (m.socket.len > 0)
		buf_putf(&c->out, "gateway: believed on the socket " STR_FMT ", user in " STR_FMT "\n",
		    STR_ARG(m.socket), STR_ARG(m.header.user));
	if (m.oidc.issuer.len > 0)
		check_provider(c, &m);
	return cli_close(c, s);
}

int
command_sso(struct cli *c)
{
	struct store *s;

	if (!str_eq(cli_arg(c, 0), STR("check")))
		return cli_usage(c, "'pejl sso' knows check");
	if (c->sso_settings.len == 0)
		return cli_usage(c, "name the file of settings with --sso-settings");
	s = cli_open(c, STORE_READ);
	return s != NULL ? check(c, s) : EXIT_UNABLE;
}
