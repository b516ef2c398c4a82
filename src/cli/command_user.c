/* The people who work in the browser, from the terminal: whoever may write to the
 * register's file manages its accounts. */
#include "app/account.h"
#include "app/login.h"
#include "cli/cli.h"
#include "cli/table.h"
#include "port/clock.h"
#include "port/secret.h"
#include "view/lang.h"

/* Who sits at the terminal, with the rights of who manages accounts. */
static struct actor
terminal_actor(struct cli *c)
{
	return (struct actor){
		.title = arena_printf(&c->arena, STR_FMT " (terminal)",
		    STR_ARG(c->who)),
		.grant = { { .role = ROLE_ADMINISTRATOR } }, .grants = 1,
	};
}

static struct deed
terminal_deed(struct cli *c, struct store *s, const struct actor *who)
{
	return (struct deed){
		.s = s, .a = &c->arena, .who = who, .at = c->now, .now = clock_unix(),
		.nonce = STR_NONE, .why = c->why, .location = STR("account"),
		.faults = { .arena = &c->arena },
	};
}

/* What was wrong, as the pages would say it in English. */
static void
say_faults(struct cli *c, const struct deed *d)
{
	for (size_t i = 0; i < d->faults.len; i++) {
		const struct fault *f = &d->faults.at[i];
		struct str          field = f->field.len > 0
		    ? arena_printf(&c->arena, "--" STR_FMT, STR_ARG(f->field)) : STR("pejl");

		if (str_eq(f->field, STR("name")))
			field = STR("NAME");
		(void)diag_error(&c->diags, field, 0,
		    text_fill(&c->arena, str_from(f->words), &f->with, 1), STR_NONE);
	}
}

static bool
is_done(struct cli *c, const struct deed *d, enum deed_state how)
{
	switch (how) {
	case DEED_DONE:
		return true;
	case DEED_OPEN:
	case DEED_FAULTY:
		say_faults(c, d);
		break;
	case DEED_DENIED:
	case DEED_MISSING:
	case DEED_STALE:
	case DEED_LOCKED:
		(void)diag_error(&c->diags, STR("pejl"), 0, STR("there is no such account"),
		    STR("'pejl user list' shows them"));
		break;
	case DEED_FAILED:
		break;                  /* cli_close() says why */
	}
	return false;
}

/* ---- roles ---- */

static bool
read_roles(struct cli *c, const struct snapshot *sn, struct grant *to)
{
	if (c->roles > GRANTS_MAX / 2) {
		(void)cli_usage(c, "one account has at most %d roles", GRANTS_MAX / 2);
		return false;
	}
	for (size_t i = 0; i < c->roles; i++) {
		if (account_grant_read(sn, c->role[i], &to[i]))
			continue;
		(void)diag_error(&c->diags, STR("--role"), 0,
		    arena_printf(&c->arena, "'" STR_FMT "' is no role, or has no such unit or policy",
		    STR_ARG(c->role[i])), STR("reader, contributor, unit_approver, committee_approver, "
		    "editor, publisher or administrator; behind a colon the key of a unit"));
		return false;
	}
	return true;
}

/* A form as the page of accounts sends it. */
static struct posted
form_of(struct cli *c, const struct posted_field *at, size_t len)
{
	struct posted form = { ARENA_ARRAY(&c->arena, struct posted_field, len), len, { 0 }, { 0 } };

	for (size_t i = 0; i < len; i++)
		form.at[i] = at[i];
	return form;
}

/* ---- verbs: on an account that is there, but "add" ---- */

struct verb {
	struct cli     *c;
	struct deed     d;
	struct snapshot sn;
	struct str      name, link;
	int64_t         account;
};

static enum deed_state
do_add(struct verb *v)
{
	struct cli *c = v->c;
	const struct posted_field fields[] = {
		{ .name = STR("name"), .value = v->name },
		{ .name = STR("title"), .value = c->title.len > 0 ? c->title : v->name },
		{ .name = STR("mail"), .value = c->mail },
	};
	struct posted form = form_of(c, fields, COUNT_OF(fields));
	struct grant  grant[GRANTS_MAX];

	if (!read_roles(c, &v->sn, grant))
		return DEED_FAULTY;
	return account_add(&v->d, &form, &v->sn, grant, c->roles, &v->link);
}

/* One deed each: what is given is given. */
static enum deed_state
each_role(struct verb *v, bool give)
{
	enum deed_state how = DEED_DONE;
	struct grant    grant[GRANTS_MAX];

	if (!read_roles(v->c, &v->sn, grant))
		return DEED_FAULTY;
	for (size_t i = 0; i < v->c->roles && how == DEED_DONE; i++) {
		const struct posted_field fields[] = {
			{ .name = STR("role"), .value = role_code(grant[i].role) },
			{ .name = STR("unit"), .value = things_key(v->sn.things, grant[i].unit) },
			{ .name = STR("policy"), .value = things_key(v->sn.things, grant[i].policy) },
		};
		struct posted form = form_of(v->c, fields, COUNT_OF(fields));

		how = give ? account_grant(&v->d, v->account, &form, &v->sn)
		           : account_ungrant(&v->d, v->account, &form, &v->sn);
	}
	return how;
}

static enum deed_state
do_grant(struct verb *v)
{
	return each_role(v, true);
}

static enum deed_state
do_revoke(struct verb *v)
{
	return each_role(v, false);
}

static enum deed_state
do_reset(struct verb *v)
{
	return account_link(&v->d, v->account, true, &v->link);
}

static enum deed_state
do_disable(struct verb *v)
{
	return account_disable(&v->d, v->account, true);
}

static enum deed_state
do_enable(struct verb *v)
{
	return account_disable(&v->d, v->account, false);
}

static enum deed_state
do_erase(struct verb *v)
{
	return account_erase(&v->d, v->account);
}

static const struct {
	struct str        name;
	enum deed_state (*run)(struct verb *v);
	bool              makes;        /* an account that is not there yet */
	bool              wants_role;
	const char       *done;
} verbs[] = {
	{ STR_INIT("add"), do_add, true, false, "was made" },
	{ STR_INIT("grant"), do_grant, false, true, "has the role" },
	{ STR_INIT("revoke"), do_revoke, false, true, "has the role no more" },
	{ STR_INIT("reset"), do_reset, false, false, "can no longer log in with the old password or phone" },
	{ STR_INIT("disable"), do_disable, false, false, "is closed" },
	{ STR_INIT("enable"), do_enable, false, false, "is open" },
	{ STR_INIT("erase"), do_erase, false, false, "is erased" },
};

static void
say_link(struct cli *c, struct str link)
{
	struct str site = c->site.len > 0 ? c->site : STR("http://127.0.0.1:8080");

	if (link.len > 0)
		buf_putf(&c->out, "a password is chosen here, once and within a day:\n"
		    STR_FMT "/%s/password/" STR_FMT "\n", STR_ARG(site), c->danish ? "da" : "en",
		    STR_ARG(link));
}

static int
run_verb(struct cli *c, struct store *s, size_t which)
{
	struct actor   who = terminal_actor(c);
	struct verb    v = { .c = c, .d = terminal_deed(c, s, &who), .name = cli_arg(c, 1) };
	struct things *t = things_load(&c->arena, s);

	if (t == NULL || !snapshot_load(&c->arena, s, t, 0, NOUN_BIT(UNIT) | NOUN_BIT(POLICY), &v.sn) ||
	    !account_find(s, v.name, &v.account))
		return cli_close(c, s);
	if (!verbs[which].makes && v.account == 0)
		v.account = -1;
	if (is_done(c, &v.d, verbs[which].run(&v))) {
		buf_putf(&c->out, STR_FMT " %s\n", STR_ARG(v.name), verbs[which].done);
		say_link(c, v.link);
	}
	return cli_close(c, s);
}

/* ---- the list ---- */

static struct str
grants_text(struct cli *c, const struct account_view *of)
{
	struct str text = STR("");

	for (size_t i = 0; i < of->grants; i++) {
		const struct grant_view *g = &of->grant[i];
		bool                     unit = g->unit.id.len > 0, policy = g->policy.id.len > 0;

		text = arena_printf(&c->arena, STR_FMT "%s" STR_FMT "%s" STR_FMT "%s" STR_FMT,
		    STR_ARG(text), i > 0 ? " " : "", STR_ARG(role_code(g->role)),
		    unit || policy ? ":" : "", STR_ARG(g->unit.id), policy ? ":" : "",
		    STR_ARG(g->policy.id));
	}
	return text;
}

static struct str
state_text(const struct account_view *of)
{
	if (of->disabled)
		return STR("closed");
	if (of->vouched)
		return STR("single sign-on");
	if (!of->has_password)
		return STR("no password");
	if (of->demo)
		return STR("demo");
	return of->has_factor ? STR("second factor") : STR("password");
}

static int
list_users(struct cli *c, struct store *s)
{
	struct snapshot      sn;
	struct accounts_view v;
	struct table         t = table_new(&c->arena, 5);
	const struct str     heads[] = { STR("NAME"), STR("TITLE"), STR("MAIL"), STR("ROLES"),
		STR("LOGIN") };

	if (!cli_snapshot(c, s, NOUN_BIT(UNIT) | NOUN_BIT(POLICY), &sn) ||
	    !account_list(&c->arena, s, &sn, &v))
		return cli_close(c, s);
	table_add(&t, heads);
	for (size_t i = 0; i < v.len; i++) {
		const struct account_view *a = &v.at[i];

		table_add(&t, (struct str[]){ a->name, a->title, a->mail, grants_text(c, a),
		    state_text(a) });
	}
	table_write(&t, &c->out, c->width);
	return cli_close(c, s);
}

int
command_user(struct cli *c)
{
	struct str    verb = cli_arg(c, 0);
	bool          list = str_eq(verb, STR("list"));
	size_t        which = 0;
	struct store *s;

	while (which < COUNT_OF(verbs) && !str_eq(verb, verbs[which].name))
		which++;
	if (!list && which == COUNT_OF(verbs))
		return cli_usage(c, "'pejl user' knows add, grant, revoke, reset, disable, enable, erase "
		    "and list");
	if (list != (c->args == 1))
		return cli_usage(c, list ? "'pejl user list' takes no word more" : "say whose account");
	if (!list && verbs[which].wants_role && c->roles == 0)
		return cli_usage(c, "say which with --role");
	s = cli_open(c, list ? STORE_READ : STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	return list ? list_users(c, s) : run_verb(c, s, which);
}

/* ---- users for a try ---- */

/* "4f2a-91c0-77de-0b13" */
static struct str
demo_password(struct cli *c)
{
	struct str s = secret_new(&c->arena);

	return arena_printf(&c->arena, STR_FMT "-" STR_FMT "-" STR_FMT "-" STR_FMT,
	    STR_ARG(str_slice(s, 0, 4)), STR_ARG(str_slice(s, 4, 8)), STR_ARG(str_slice(s, 8, 12)),
	    STR_ARG(str_slice(s, 12, 16)));
}

int
command_demo_users(struct cli *c)
{
	struct store *s = cli_open(c, STORE_WRITE);
	struct actor  who = terminal_actor(c);
	struct str    password = demo_password(c);
	struct deed   d;

	if (s == NULL)
		return EXIT_UNABLE;
	d = terminal_deed(c, s, &who);
	if (!is_done(c, &d, c->remove ? account_demo_remove(&d) : account_demo_add(&d, password)))
		return cli_close(c, s);
	if (c->remove) {
		BUF_LIT(&c->out, "the demo users are gone\n");
		return cli_close(c, s);
	}
	for (size_t i = 0; i < ROLE_COUNT; i++)
		buf_putf(&c->out, "demo-" STR_FMT "\n", STR_ARG(role_code((enum role)i)));
	buf_putf(&c->out, "password of each: " STR_FMT "\n"
	    "Whoever knows it can do anything here: pejl demo-users --remove\n", STR_ARG(password));
	return cli_close(c, s);
}
