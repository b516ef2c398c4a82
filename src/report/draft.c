#include "report/draft.h"

/* ---- parts ---- */

struct tree_part *
draft_heading(struct draft *d, uint8_t level, struct str anchor, const char *text)
{
	return tree_heading(d->t, level, anchor, say(d->l, text));
}

struct str
draft_anchor(struct draft *d, const char *kind, struct str key)
{
	return arena_printf(d->a, "%s-" STR_FMT, kind, STR_ARG(key));
}

struct tree_part *
draft_heading_of(struct draft *d, uint8_t level, const char *kind, const struct named *n)
{
	struct tree_part *p = tree_heading(d->t, level, draft_anchor(d, kind, n->id), STR_NONE);

	draft_named(d, &p->words, n);
	return p;
}

struct runs *
draft_paragraph(struct draft *d)
{
	return &tree_paragraph(d->t)->words;
}

void
draft_sentence(struct draft *d, const char *text)
{
	draft_say(d, draft_paragraph(d), text);
}

struct tree_part *
draft_table(struct draft *d, struct str anchor, struct str caption,
            const struct draft_column *column, size_t columns)
{
	struct tree_column *c = ARENA_ARRAY(d->a, struct tree_column, columns + 1);

	for (size_t i = 0; i < columns; i++)
		c[i] = (struct tree_column){
			say(d->l, column[i].title), column[i].align, column[i].width,
		};
	return tree_table(d->t, anchor, caption, c, columns);
}

struct tree_row *
draft_group(struct draft *d, struct tree_part *table, struct str words)
{
	struct tree_row  *row = tree_row(d->t, table);
	struct tree_cell *cell = tree_cell(d->t, row);

	row->group = true;
	cell->head = true;
	cell->columns = (uint8_t)table->columns;
	draft_words(d, &cell->words, words);
	return row;
}

/* ---- words ---- */

static void
put_marked(struct draft *d, struct runs *r, enum run_kind kind, struct str words, struct str lang)
{
	bool first = true;

	while (words.len > 0) {
		struct str line = str_trim(str_cut(&words, '\n'));

		if (!first)
			draft_break(d, r);
		first = false;
		if (line.len > 0)
			runs_add(d->a, r, kind, line)->lang = lang;
	}
}

/* Blanks at its ends belong to it: words stand between others. */
void
draft_words(struct draft *d, struct runs *r, struct str words)
{
	if (str_find(words, STR("\n"), 0) != SIZE_MAX)
		put_marked(d, r, RUN_TEXT, words, STR_NONE);
	else if (words.len > 0)
		runs_add(d->a, r, RUN_TEXT, words);
}

void
draft_strong(struct draft *d, struct runs *r, struct str words)
{
	if (words.len > 0)
		runs_add(d->a, r, RUN_STRONG, words);
}

void
draft_say(struct draft *d, struct runs *r, const char *text)
{
	draft_words(d, r, say(d->l, text));
}

void
draft_fill(struct draft *d, struct runs *r, const char *pattern, const struct str *with, size_t n)
{
	draft_words(d, r, draft_filled(d, pattern, with, n));
}

/* The title, and its language where that is another than the report's. */
static struct str
title_of(struct draft *d, const struct named *n, struct str *lang)
{
	bool       danish = d->danish;
	struct str title = named_title(n, &danish);

	*lang = danish == d->danish ? STR_NONE : danish ? STR("da") : STR("en");
	return title;
}

struct str
draft_title(struct draft *d, const struct named *n)
{
	struct str lang;

	return title_of(d, n, &lang);
}

void
draft_named(struct draft *d, struct runs *r, const struct named *n)
{
	struct str lang, title = title_of(d, n, &lang);

	put_marked(d, r, RUN_TEXT, title, lang);
}

void
draft_worded(struct draft *d, struct runs *r, struct worded w)
{
	struct named n = { .title = w.da, .title_en = w.en };

	draft_named(d, r, &n);
}

void
draft_thing(struct draft *d, struct runs *r, const char *kind, const struct named *n)
{
	struct str  lang, title = title_of(d, n, &lang);
	struct run *run;

	if (title.len == 0)
		return;
	run = runs_add(d->a, r, RUN_LINK, title);
	run->lang = lang;
	run->to = arena_printf(d->a, "/" STR_FMT "/%s/" STR_FMT "%s" STR_FMT, STR_ARG(d->l->code), kind,
	    STR_ARG(n->id), d->m->looks_back ? "?as_of=" : "",
	    STR_ARG(d->m->looks_back ? day_iso(d->a, d->m->as_of) : STR_NONE));
}

void
draft_verdict(struct draft *d, struct runs *r, const struct judgement *j)
{
	draft_words(d, r, arena_printf(d->a, STR_FMT " " STR_FMT,
	    STR_ARG(verdict_icon(j->verdict)), STR_ARG(verdict_word(j->verdict, d->danish))));
	if (!j->early && !j->uncertain)
		return;
	draft_words(d, r, STR(" ("));
	if (j->early)
		draft_say(d, r, N_("before its deadline"));
	if (j->early && j->uncertain)
		draft_words(d, r, STR(", "));
	if (j->uncertain)
		draft_say(d, r, N_("uncertain"));
	draft_words(d, r, STR(")"));
}

size_t
draft_paper(const struct draft *d, struct str id)
{
	for (size_t i = 0; i < d->papers; i++)
		if (str_eq(d->paper[i].id, id))
			return i + 1;
	return 0;
}

struct str
draft_place(struct draft *d, const struct source *s)
{
	size_t     number = draft_paper(d, s->document);
	struct str with[] = { arena_printf(d->a, "%zu", number), arena_printf(d->a, "%u", (unsigned)s->line) };

	d->cites |= number > 0;
	if (number == 0)
		with[0] = s->document;
	else
		with[0] = draft_filled(d, N_("document {1}"), with, 1);
	return s->line == 0 ? with[0] : draft_filled(d, N_("{1}, line {2}"), with, 2);
}

void
draft_source(struct draft *d, struct runs *r, const struct source *s)
{
	struct str page = arena_printf(d->a, "/" STR_FMT "/document/" STR_FMT, STR_ARG(d->l->code),
	    STR_ARG(s->document));

	if (s->document.len == 0)
		return;
	runs_link(d->a, r, draft_place(d, s), s->line == 0 ? page : arena_printf(d->a,
	    STR_FMT "?line=%u#L%u", STR_ARG(page), (unsigned)s->line, (unsigned)s->line));
}

void
draft_break(struct draft *d, struct runs *r)
{
	runs_add(d->a, r, RUN_BREAK, STR_NONE);
}

/* ---- texts ---- */

struct str
draft_day(struct draft *d, int32_t day)
{
	struct str text;

	DRAFT_WRITTEN(d, text, day_write_long(&b_, day, d->danish));
	return text;
}

struct str
draft_number(struct draft *d, struct number n)
{
	struct str text;

	DRAFT_WRITTEN(d, text, number_write(&b_, n, d->danish ? NOTATION_DA : NOTATION_EN));
	return text;
}

struct str
draft_count(struct draft *d, size_t n, const char *one, const char *many)
{
	struct str with = arena_printf(d->a, "%zu", n);

	return text_fill(d->a, say_n(d->l, (int64_t)n, one, many), &with, 1);
}

struct str
draft_filled(struct draft *d, const char *pattern, const struct str *with, size_t n)
{
	return text_fill(d->a, say(d->l, pattern), with, n);
}

struct str
draft_counts(struct draft *d, const size_t count[VERDICT_COUNT])
{
	struct str text = STR_NONE;

	for (size_t v = 0; v < VERDICT_COUNT; v++)
		if (count[v] > 0)
			text = arena_printf(d->a, STR_FMT "%s%zu " STR_FMT, STR_ARG(text),
			    text.len > 0 ? ", " : "", count[v],
			    STR_ARG(verdict_word((enum verdict)v, d->danish)));
	return text;
}

/* ---- cells ---- */

struct runs *
draft_cell(struct draft *d, struct tree_row *row)
{
	return &tree_cell(d->t, row)->words;
}

struct runs *
draft_head(struct draft *d, struct tree_row *row)
{
	struct tree_cell *cell = tree_cell(d->t, row);

	cell->head = true;
	return &cell->words;
}

void
draft_cell_words(struct draft *d, struct tree_row *row, struct str words)
{
	draft_words(d, draft_cell(d, row), words);
}

void
draft_cell_number(struct draft *d, struct tree_row *row, struct number n, struct str shown)
{
	struct tree_cell *cell = tree_cell(d->t, row);

	cell->kind = CELL_NUMBER;
	cell->number = n;
	draft_words(d, &cell->words, shown);
}

void
draft_cell_count(struct draft *d, struct tree_row *row, size_t n)
{
	struct number number = NUMBER((int64_t)n, 0);

	draft_cell_number(d, row, number, draft_number(d, number));
}

void
draft_cell_day(struct draft *d, struct tree_row *row, int32_t day)
{
	struct tree_cell *cell = tree_cell(d->t, row);
	struct str        text;

	DRAFT_WRITTEN(d, text, day_write_short(&b_, day));
	cell->kind = CELL_DAY;
	cell->day = day;
	draft_words(d, &cell->words, text);
}

void
draft_cell_observation(struct draft *d, struct tree_row *row, const struct observation *o,
                       enum unit u)
{
	bool       exact = !o->withheld && o->missing == MISSING_NONE && o->value.has_point;
	struct str text;

	DRAFT_WRITTEN(d, text, observation_write(&b_, o, u, d->danish));
	if (exact)
		draft_cell_number(d, row, o->value.point, text);
	else
		draft_cell_words(d, row, text);
}
