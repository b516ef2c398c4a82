#include "app/judge.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/table.h"
#include "export/verdicts.h"

enum { PIPE_WIDTH = 110, NARROW = 72, FIGURE = 15, VERDICT = 18, PACE = 6 };

/* ANSI colours by verdict; a terminal that knows none is given none. */
static const char *const colour_of[VERDICT_COUNT] = {
	[VERDICT_MET] = "32;1", [VERDICT_ON_TRACK] = "32", [VERDICT_BEHIND] = "33",
	[VERDICT_OFF_TRACK] = "31", [VERDICT_AWAY] = "31;1", [VERDICT_MISSED] = "31;1",
	[VERDICT_NO_DATA] = "36", [VERDICT_UNDEFINED] = "2",
};

static void
colour(struct cli *c, const char *code)
{
	if (c->colour)
		buf_putf(&c->out, "\033[%sm", code);
}

static bool
judged(struct cli *c, struct store *s, struct barometer *ret)
{
	struct judge_when when = { c->has_as_of, c->as_of, c->today };
	struct snapshot   sn;

	return cli_snapshot(c, s, JUDGE_NOUNS, &sn) &&
	    judge_all(&c->arena, s, &sn, when, ret);
}

/* Words of a writer, in the arena. */
static struct str
written(struct cli *c, void (*write)(struct buf *, const struct barometer_row *, bool),
        const struct barometer_row *r)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	write(&b, r, c->danish);
	text = str_dup(&c->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
put_verdict(struct cli *c, const struct barometer_row *r, bool pad)
{
	enum verdict v = r->judgement.verdict;

	colour(c, colour_of[v]);
	buf_put(&c->out, verdict_icon(v));
	BUF_LIT(&c->out, " ");
	table_fit(&c->out, arena_printf(&c->arena, STR_FMT "%s",
	    STR_ARG(verdict_word(v, c->danish)), r->judgement.uncertain ? " (?)" : ""),
	    VERDICT - 3, pad);
	if (pad)
		BUF_LIT(&c->out, " ");
	colour(c, "0");
}

static void
put_right(struct cli *c, struct str text, size_t letters)
{
	for (size_t n = utf8_length(text); n < letters; n++)
		BUF_LIT(&c->out, " ");
	table_fit(&c->out, text, letters, false);
}

static struct str
title_of(const struct cli *c, const struct named *n)
{
	bool danish = c->danish;

	return named_title(n, &danish);
}

/* One target in two lines: the figures, and why. */
static void
wide_row(struct cli *c, const struct barometer_row *r, size_t width)
{
	size_t title = width - 4 - VERDICT - 2 * FIGURE - PACE - 3;

	BUF_LIT(&c->out, "    ");
	put_verdict(c, r, true);
	table_fit(&c->out, title_of(c, &r->promise), title, true);
	put_right(c, written(c, barometer_latest, r), FIGURE);
	BUF_LIT(&c->out, " ");
	put_right(c, written(c, barometer_required, r), FIGURE);
	BUF_LIT(&c->out, " ");
	put_right(c, written(c, barometer_pace, r), PACE);
	BUF_LIT(&c->out, "\n");
}

static void
narrow_row(struct cli *c, const struct barometer_row *r, size_t width)
{
	BUF_LIT(&c->out, "  ");
	put_verdict(c, r, false);
	BUF_LIT(&c->out, " ");
	table_fit(&c->out, title_of(c, &r->promise), width > 20 ? width - 18 : 4, false);
	BUF_LIT(&c->out, "\n    ");
	buf_put(&c->out, written(c, barometer_latest, r));
	BUF_LIT(&c->out, " / ");
	buf_put(&c->out, written(c, barometer_required, r));
	BUF_LIT(&c->out, "\n");
}

static void
put_reason(struct cli *c, const struct barometer_row *r, size_t width)
{
	struct str why = c->danish ? r->judgement.da : r->judgement.en;
	size_t     indent = width < NARROW ? 4 : 4 + 2;

	for (size_t i = 0; i < indent; i++)
		BUF_LIT(&c->out, " ");
	colour(c, "2");
	table_fit(&c->out, why, width > indent + 4 ? width - indent : 4, false);
	colour(c, "0");
	BUF_LIT(&c->out, "\n");
}

static void
put_heading(struct cli *c, const char *indent, struct str title, const char *style)
{
	buf_put(&c->out, str_from(indent));
	colour(c, style);
	buf_put(&c->out, title);
	colour(c, "0");
	BUF_LIT(&c->out, "\n");
}

static struct str
or_none(const struct cli *c, struct str title)
{
	if (title.len > 0)
		return title;
	return c->danish ? STR("Uden tema") : STR("Without a theme");
}

/* Policy, theme and objective, where they change from the row before. */
static void
headings(struct cli *c, const struct barometer_row *r, const struct barometer_row *before)
{
	bool new_policy = before == NULL || !str_eq(before->policy.id, r->policy.id);
	bool new_theme = new_policy || !str_eq(before->theme.id, r->theme.id);

	if (new_policy && r->policy.id.len > 0)
		put_heading(c, before == NULL ? "" : "\n", arena_printf(&c->arena,
		    STR_FMT "  (%s " STR_FMT ")", STR_ARG(title_of(c, &r->policy)),
		    c->danish ? "pr." : "as of", STR_ARG(day_iso(&c->arena, r->as_of))), "1;4");
	if (new_theme)
		put_heading(c, "\n", or_none(c, title_of(c, &r->theme)), "1");
	if (r->objective.title.len > 0 &&
	    (new_theme || !str_eq(before->objective.id, r->objective.id)))
		put_heading(c, "  ", title_of(c, &r->objective), "0");
}

static void
legend(struct cli *c, size_t width)
{
	static const char *const da[] = { "seneste måling", "mål", "tempo" };
	static const char *const en[] = { "latest", "target", "pace" };
	const char *const       *word = c->danish ? da : en;

	if (width < NARROW)
		return;
	for (size_t i = 0; i < width - 2 * FIGURE - PACE - 3; i++)
		BUF_LIT(&c->out, " ");
	put_right(c, str_from(word[0]), FIGURE);
	BUF_LIT(&c->out, " ");
	put_right(c, str_from(word[1]), FIGURE);
	BUF_LIT(&c->out, " ");
	put_right(c, str_from(word[2]), PACE);
	BUF_LIT(&c->out, "\n");
}

static void
counts(struct cli *c, const struct barometer *b)
{
	size_t n[VERDICT_COUNT] = { 0 };
	bool   first = true;

	for (size_t i = 0; i < b->len; i++)
		n[b->at[i].judgement.verdict]++;
	buf_putf(&c->out, "\n%zu %s: ", b->len, c->danish ? "måltal" : "targets");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (n[v] == 0)
			continue;
		buf_put(&c->out, first ? STR("") : STR(", "));
		first = false;
		colour(c, colour_of[v]);
		buf_putf(&c->out, "%zu ", n[v]);
		buf_put(&c->out, verdict_word((enum verdict)v, c->danish));
		colour(c, "0");
	}
	BUF_LIT(&c->out, "\n");
}

int
command_barometer(struct cli *c)
{
	size_t           width = c->width > 0 ? (size_t)c->width : PIPE_WIDTH;
	struct barometer b = { 0 };
	struct store    *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (judged(c, s, &b)) {
		if (b.authority.len > 0)
			put_heading(c, "", b.authority, "1");
		legend(c, width);
		for (size_t i = 0; i < b.len; i++) {
			headings(c, &b.at[i], i > 0 ? &b.at[i - 1] : NULL);
			if (width < NARROW)
				narrow_row(c, &b.at[i], width);
			else
				wide_row(c, &b.at[i], width);
			put_reason(c, &b.at[i], width);
		}
		counts(c, &b);
	}
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

static void
explain(struct cli *c, const struct barometer_row *r)
{
	put_verdict(c, r, false);
	BUF_LIT(&c->out, "  ");
	buf_put(&c->out, r->target->id);
	BUF_LIT(&c->out, ": ");
	buf_put(&c->out, title_of(c, &r->promise));
	BUF_LIT(&c->out, "\n  ");
	buf_put(&c->out, c->danish ? r->judgement.da : r->judgement.en);
	BUF_LIT(&c->out, "\n");
}

int
command_evaluate(struct cli *c)
{
	struct barometer b = { 0 };
	struct json      j = json_new(&c->out);
	struct store    *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (judged(c, s, &b)) {
		select_rows(c, &b);
		if (c->json)
			export_barometer(&j, &b);
		for (size_t i = 0; i < b.len && !c->json; i++)
			explain(c, &b.at[i]);
	}
	return cli_close(c, s);
}
