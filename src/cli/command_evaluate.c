#include "app/judge.h"
#include "cli/board.h"
#include "cli/cli.h"
#include "export/verdicts.h"

static struct board
board_of(struct cli *c)
{
	return (struct board){ &c->arena, &c->out, c->danish, c->colour,
	                       c->width > 0 ? (size_t)c->width : 0 };
}

static bool
judged(struct cli *c, struct store *s, struct barometer *ret)
{
	struct judge_when when = { c->has_as_of, c->as_of, c->today };
	struct snapshot   sn;

	return cli_snapshot(c, s, JUDGE_NOUNS, &sn) &&
	    judge_all(&c->arena, s, &sn, when, ret);
}

int
command_barometer(struct cli *c)
{
	struct barometer m = { 0 };
	struct board     board = board_of(c);
	struct store    *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (judged(c, s, &m))
		board_write(&board, &m);
	return cli_close(c, s);
}

static bool
is_asked(const struct cli *c, const struct barometer_row *r)
{
	for (int i = 0; i < c->args; i++)
		if (str_eq(cli_arg(c, i), r->target->id))
			return true;
	return c->args == 0;
}

/* Keeps the rows of the named targets; a name without a row is a problem. */
static void
select_rows(struct cli *c, struct barometer *b)
{
	size_t kept = 0;

	for (int i = 0; i < c->args; i++) {
		bool found = false;

		for (size_t r = 0; r < b->len && !found; r++)
			found = str_eq(cli_arg(c, i), b->at[r].target->id);
		if (!found)
			(void)diag_error(&c->diags, cli_arg(c, i), 0,
			    STR("there is no such target"), STR("see 'pejl list targets'"));
	}
	for (size_t r = 0; r < b->len; r++)
		if (is_asked(c, &b->at[r]))
			b->at[kept++] = b->at[r];
	b->len = kept;
}

int
command_evaluate(struct cli *c)
{
	struct barometer b = { 0 };
	struct json      j = json_new(&c->out);
	struct board     board = board_of(c);
	struct store    *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (judged(c, s, &b)) {
		select_rows(c, &b);
		if (c->json && (b.len > 0 || c->diags.errors == 0))
			export_barometer(&j, &b);
		for (size_t i = 0; i < b.len && !c->json; i++)
			board_explain(&board, &b.at[i]);
	}
	return cli_close(c, s);
}
