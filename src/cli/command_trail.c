/* Who did what: showing it, checking the chain, and ending what is kept too long. */
#include "app/account.h"
#include "cli/cli.h"
#include "cli/table.h"

#define ROWS_SHOWN 50

static int
verify(struct cli *c, struct store *s)
{
	size_t n = 0;

	if (trail_verify(s, &c->diags, &n))
		buf_putf(&c->out, "the chain is whole: %zu rows\n", n);
	return cli_close(c, s);
}

static int
show(struct cli *c, struct store *s)
{
	struct table      t = table_new(&c->arena, 6);
	struct trail_rows rows;
	struct str        name = cli_arg(c, 1);
	int64_t           account = 0;

	if (name.len > 0 && !account_find(s, name, &account))
		return cli_close(c, s);
	if (name.len > 0 && account == 0) {
		(void)diag_error(&c->diags, name, 0, STR("there is no such account"),
		    STR("'pejl user list' shows them"));
		return cli_close(c, s);
	}
	if (!trail_read(&c->arena, s, account, 0, ROWS_SHOWN, &rows))
		return cli_close(c, s);
	table_add(&t, (struct str[]){ STR("ROW"), STR("AT"), STR("WHO"), STR("ACT"), STR("ABOUT"),
	    STR("AFTER") });
	for (size_t i = 0; i < rows.len; i++) {
		const struct trail_row *r = &rows.at[i];

		table_add(&t, (struct str[]){
		    arena_printf(&c->arena, "%lld", (long long)r->id), r->at,
		    r->erased ? STR("(erased)") : r->who, r->act, r->thing, r->after });
	}
	table_write(&t, &c->out, c->width);
	return cli_close(c, s);
}

static int
erase(struct cli *c, struct store *s)
{
	struct str               day = day_iso(&c->arena, c->before);
	const struct trail_entry e = { .act = ACT_TRAIL_ERASE, .thing = day, .why = c->why };
	const struct actor       who = { .title = c->who };
	int64_t                  rows = 0;
	bool                     ok = store_begin(s) && trail_erase_before(s, day);

	if (ok)
		rows = store_changed(s);
	if (ok && (rows == 0 || trail_add(s, &who, c->now, &e)) && store_commit(s))
		buf_putf(&c->out, "%lld rows before " STR_FMT " say nothing of people any more; the rows stay\n",
		    (long long)rows, STR_ARG(day));
	store_rollback(s);
	return cli_close(c, s);
}

int
command_trail(struct cli *c)
{
	static const struct {
		struct str name;
		int      (*run)(struct cli *c, struct store *s);
		int        most;
		bool       writes;
	} verbs[] = {
		{ STR_INIT("show"), show, 2, false }, { STR_INIT("verify"), verify, 1, false },
		{ STR_INIT("erase"), erase, 1, true },
	};
	struct str    verb = cli_arg(c, 0);
	size_t        which = 0;
	struct store *s;

	while (which < COUNT_OF(verbs) && !str_eq(verb, verbs[which].name))
		which++;
	if (which == COUNT_OF(verbs))
		return cli_usage(c, "'pejl trail' knows show, verify and erase");
	if (c->args > verbs[which].most)
		return cli_usage(c, "'pejl trail " STR_FMT "' takes no word more", STR_ARG(verb));
	if (verbs[which].writes != c->has_before)
		return cli_usage(c, c->has_before ? "--before belongs to 'pejl trail erase' alone"
		    : "say what is old with --before DATE");
	s = cli_open(c, verbs[which].writes ? STORE_WRITE : STORE_READ);
	return s != NULL ? verbs[which].run(c, s) : EXIT_UNABLE;
}
