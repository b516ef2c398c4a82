#include "cli/board.h"
#include "base/utf8.h"
#include "cli/table.h"

/* What a pipe is laid out for, the least a title gets beside the figures, and
 * where narrow becomes too narrow to indent. */
enum { PIPE_WIDTH = 120, TITLE_LEAST = 36, NARROW = 60, INDENT = 4 };

struct columns {
	size_t width, verdict, title, latest, required, pace;
	bool   side_by_side;
};

/* ANSI colours by verdict. */
static const char *const colour_of[VERDICT_COUNT] = {
	[VERDICT_MET] = "32;1", [VERDICT_ON_TRACK] = "32", [VERDICT_BEHIND] = "33",
	[VERDICT_OFF_TRACK] = "31", [VERDICT_AWAY] = "31;1", [VERDICT_MISSED] = "31;1",
	[VERDICT_NO_DATA] = "36", [VERDICT_UNDEFINED] = "2",
};

static void
colour(const struct board *k, const char *code)
{
	if (k->colour)
		buf_putf(k->out, "\033[%sm", code);
}

static void
blanks(const struct board *k, size_t n)
{
	for (size_t i = 0; i < n; i++)
		BUF_LIT(k->out, " ");
}

/* The lines of `text` from a column on, which the first has reached already.
 * `code` NULL: as it is. */
static void
wrapped(const struct board *k, struct str text, size_t width, size_t from, const char *code)
{
	size_t room = width > from + 8 ? width - from : 8;

	for (bool first = true; first || text.len > 0; first = false) {
		if (!first)
			blanks(k, from);
		if (code != NULL)
			colour(k, code);
		table_fit(k->out, table_line(&text, room), SIZE_MAX, false);
		if (code != NULL)
			colour(k, "0");
		BUF_LIT(k->out, "\n");
	}
}

/* Words of a writer, in the arena. */
static struct str
written(const struct board *k, void (*write)(struct buf *, const struct barometer_row *, bool),
        const struct barometer_row *r)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	write(&b, r, k->danish);
	text = str_dup(k->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
verdict_text(const struct board *k, const struct barometer_row *r)
{
	enum verdict v = r->judgement.verdict;

	return arena_printf(k->arena, STR_FMT " " STR_FMT "%s", STR_ARG(verdict_icon(v)),
	    STR_ARG(verdict_word(v, k->danish)), r->judgement.uncertain ? " (?)" : "");
}

static void
put_verdict(const struct board *k, const struct barometer_row *r, size_t letters)
{
	colour(k, colour_of[r->judgement.verdict]);
	table_fit(k->out, verdict_text(k, r), letters > 0 ? letters : SIZE_MAX, letters > 0);
	colour(k, "0");
}

static struct str
title_of(const struct board *k, const struct named *n)
{
	bool danish = k->danish;

	return named_title(n, &danish);
}

static struct str
reason_of(const struct board *k, const struct barometer_row *r)
{
	return k->danish ? r->judgement.da : r->judgement.en;
}

/* ---- columns ---- */

struct words {
	const char *latest, *required, *pace;
};

static const struct words *
words_of(const struct board *k)
{
	static const struct words da = { "seneste", "mål", "tempo" };
	static const struct words en = { "latest", "target", "pace" };

	return k->danish ? &da : &en;
}

static void
widen(size_t *column, struct str text)
{
	size_t n = utf8_length(text);

	*column = n > *column ? n : *column;
}

static struct columns
columns_of(const struct board *k, const struct barometer *m)
{
	const struct words *w = words_of(k);
	struct columns      c = { .width = k->width > 0 ? k->width : PIPE_WIDTH };
	size_t              taken;

	widen(&c.latest, str_from(w->latest));
	widen(&c.required, str_from(w->required));
	widen(&c.pace, str_from(w->pace));
	for (size_t i = 0; i < m->len; i++) {
		widen(&c.verdict, verdict_text(k, &m->at[i]));
		widen(&c.latest, written(k, barometer_latest, &m->at[i]));
		widen(&c.required, written(k, barometer_required, &m->at[i]));
		widen(&c.pace, written(k, barometer_pace, &m->at[i]));
	}
	taken = INDENT + c.verdict + 2 + c.latest + c.required + c.pace + 3 * 2;
	c.side_by_side = k->width == 0 || c.width >= taken + TITLE_LEAST;
	c.title = c.width >= taken + TITLE_LEAST ? c.width - taken : TITLE_LEAST;
	return c;
}

static void
put_right(const struct board *k, struct str text, size_t letters)
{
	size_t n = utf8_length(text);

	blanks(k, 2 + (n < letters ? letters - n : 0));
	buf_put(k->out, text);
}

static void
put_figures(const struct board *k, const struct columns *c, struct str latest,
            struct str required, struct str pace)
{
	put_right(k, latest, c->latest);
	put_right(k, required, c->required);
	if (pace.len > 0)
		put_right(k, pace, c->pace);
	BUF_LIT(k->out, "\n");
}

static void
wide_row(const struct board *k, const struct columns *c, const struct barometer_row *r)
{
	size_t     from = INDENT + c->verdict + 2;
	struct str title = title_of(k, &r->promise);

	blanks(k, INDENT);
	put_verdict(k, r, c->verdict);
	blanks(k, 2);
	table_fit(k->out, table_line(&title, c->title), c->title, true);
	put_figures(k, c, written(k, barometer_latest, r), written(k, barometer_required, r),
	    written(k, barometer_pace, r));
	if (title.len > 0) {
		blanks(k, from);
		wrapped(k, title, from + c->title, from, NULL);
	}
	blanks(k, from);
	wrapped(k, reason_of(k, r), c->width, from, "2");
}

/* "name: figure", on a new line where it does not fit behind what stands. */
static void
put_item(const struct board *k, const char *name, struct str figure, size_t from, size_t width,
         size_t *at)
{
	struct str text = arena_printf(k->arena, "%s: " STR_FMT, name, STR_ARG(figure));
	size_t     n = utf8_length(text);

	if (figure.len == 0)
		return;
	if (*at > from && *at + 3 + n > width) {
		BUF_LIT(k->out, "\n");
		blanks(k, from);
		*at = from;
	} else if (*at > from) {
		BUF_LIT(k->out, " · ");
		*at += 3;
	}
	buf_put(k->out, text);
	*at += n;
}

static void
narrow_row(const struct board *k, const struct columns *c, const struct barometer_row *r)
{
	const struct words *w = words_of(k);
	bool                beside = c->width >= NARROW;
	size_t              from = beside ? INDENT + c->verdict + 2 : INDENT, at = from;

	blanks(k, beside ? INDENT : 2);
	put_verdict(k, r, beside ? c->verdict : 0);
	if (beside)
		blanks(k, 2);
	else
		BUF_LIT(k->out, "\n");
	if (!beside)
		blanks(k, from);
	wrapped(k, title_of(k, &r->promise), c->width, from, NULL);
	if (r->target->kind != TARGET_UNDEFINED || r->judgement.has_latest)
		blanks(k, from);
	if (r->judgement.has_latest)
		put_item(k, w->latest, written(k, barometer_latest, r), from, c->width, &at);
	if (r->target->kind != TARGET_UNDEFINED)
		put_item(k, w->required, written(k, barometer_required, r), from, c->width, &at);
	put_item(k, w->pace, written(k, barometer_pace, r), from, c->width, &at);
	if (at > from)
		BUF_LIT(k->out, "\n");
	blanks(k, from);
	wrapped(k, reason_of(k, r), c->width, from, "2");
}

/* ---- headings ---- */

static void
put_heading(const struct board *k, size_t width, size_t indent, struct str title,
            const char *style)
{
	blanks(k, indent);
	wrapped(k, title, width, indent, style);
}

static struct str
theme_title(const struct board *k, const struct barometer_row *r)
{
	struct str title = title_of(k, &r->theme);

	if (title.len > 0)
		return title;
	return k->danish ? STR("Uden tema") : STR("Without a theme");
}

/* Policy, theme and objective, where they change from the row before. */
static void
headings(const struct board *k, const struct columns *c, const struct barometer_row *r,
         const struct barometer_row *before)
{
	bool new_policy = before == NULL || !str_eq(before->policy.id, r->policy.id);
	bool new_theme = new_policy || !str_eq(before->theme.id, r->theme.id);

	if (new_policy && r->policy.id.len > 0) {
		BUF_LIT(k->out, "\n");
		put_heading(k, c->width, 0, arena_printf(k->arena, STR_FMT " (%s " STR_FMT ")",
		    STR_ARG(title_of(k, &r->policy)), k->danish ? "pr." : "as of",
		    STR_ARG(day_iso(k->arena, r->as_of))), "1;4");
	}
	if (new_theme) {
		BUF_LIT(k->out, "\n");
		put_heading(k, c->width, 0, theme_title(k, r), "1");
	}
	if (r->objective.title.len > 0 &&
	    (new_theme || !str_eq(before->objective.id, r->objective.id)))
		put_heading(k, c->width, 2, title_of(k, &r->objective), NULL);
}

static void
legend(const struct board *k, const struct columns *c)
{
	const struct words *w = words_of(k);

	if (!c->side_by_side)
		return;
	blanks(k, INDENT + c->verdict + 2 + c->title);
	put_figures(k, c, str_from(w->latest), str_from(w->required), str_from(w->pace));
}

/* "41 targets: 3 met, 2 on track, ..." */
static void
counts(const struct board *k, const struct columns *c, const struct barometer *m)
{
	size_t     n[VERDICT_COUNT] = { 0 }, at, letters;
	bool       first = true;
	struct str text = arena_printf(k->arena, "%zu %s:", m->len, k->danish ? "måltal"
	    : m->len == 1 ? "target" : "targets");

	for (size_t i = 0; i < m->len; i++)
		n[m->at[i].judgement.verdict]++;
	BUF_LIT(k->out, "\n");
	buf_put(k->out, m->len > 0 ? text : k->danish ? STR("ingen måltal") : STR("no targets"));
	at = utf8_length(text);
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (n[v] == 0)
			continue;
		text = arena_printf(k->arena, "%zu " STR_FMT, n[v],
		    STR_ARG(verdict_word((enum verdict)v, k->danish)));
		letters = utf8_length(text) + 2;
		buf_put(k->out, first ? STR("") : STR(","));
		first = false;
		buf_put(k->out, at + letters > c->width ? STR("\n  ") : STR(" "));
		at = at + letters > c->width ? letters + 1 : at + letters;
		colour(k, colour_of[v]);
		buf_put(k->out, text);
		colour(k, "0");
	}
	BUF_LIT(k->out, "\n");
}

void
board_write(const struct board *k, const struct barometer *m)
{
	struct columns c = columns_of(k, m);

	if (m->authority.len > 0)
		put_heading(k, c.width, 0, m->authority, "1");
	if (m->len > 0)
		legend(k, &c);
	for (size_t i = 0; i < m->len; i++) {
		headings(k, &c, &m->at[i], i > 0 ? &m->at[i - 1] : NULL);
		if (c.side_by_side)
			wide_row(k, &c, &m->at[i]);
		else
			narrow_row(k, &c, &m->at[i]);
	}
	counts(k, &c, m);
}

void
board_explain(const struct board *k, const struct barometer_row *r)
{
	size_t     width = k->width > 0 ? k->width : SIZE_MAX / 2;
	size_t     from = utf8_length(verdict_text(k, r)) + 2;
	struct str text = arena_printf(k->arena, STR_FMT ": " STR_FMT, STR_ARG(r->target->id),
	    STR_ARG(title_of(k, &r->promise)));

	put_verdict(k, r, 0);
	blanks(k, 2);
	table_fit(k->out, table_line(&text, width > from + 8 ? width - from : 8), SIZE_MAX, false);
	BUF_LIT(k->out, "\n");
	if (text.len > 0) {
		blanks(k, 2);
		wrapped(k, text, width, 2, NULL);
	}
	blanks(k, 2);
	wrapped(k, reason_of(k, r), width, 2, NULL);
}
