/* columns.c - a column that follows from others: a change between two of them
 * ("2010 | 2011 | Ændring"), a share beside counts ("Antal | Andel"), shares that make
 * up a hundred.
 *
 * Which columns it follows from is not guessed from words alone: they must fit in
 * most rows, and at least two thirds of them; then the others are wrong. */
#include "audit/grid.h"
#include "audit/spans.h"
#include "audit/spoken.h"
#include "recognise/folded.h"

#define FITS_MIN     2          /* rows that tell what a column follows from */
#define AROUND_WHOLE 25         /* shares further from a hundred are not of one whole */

static const char *const cues[] = { "%", "pct", "procent", "andel", "aendring", "udvikling", "vaekst",
	"stigning", "fald", "forskel", "difference", "afvigelse", "fremgang", "opfyldelse", "udnyttelse",
	"change", "variance", "share", "per cent", NULL };
static const char *const changing[] = { "aendring*", "udvikling*", "vaekst*", "stigning*", "fald*",
	"forskel*", "difference*", "afvigelse*", "fremgang*", "change*", "variance*", NULL };
static const char *const of_whole[] = { "%", "pct", "procent", "per cent", "andel", "share", "opfyldelse",
	"udnyttelse", NULL };

enum way { WAY_MORE, WAY_LESS, WAY_PERCENT, WAY_SHARE, WAY_SHARE_OF_TOTAL, WAY_COUNT };

struct origin {
	enum way way;
	size_t   from, to;              /* columns; of a share the part and the whole */
	size_t   right, wrong;
};

struct fit {
	bool          known, fits;
	struct number expected;         /* at the printed decimals and one more */
};

static bool
has_words(struct str s, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_find(s, str_from(words[i]), 0) != SIZE_MAX)
			return true;
	return false;
}

static struct interval
around(struct number n, int64_t halves)
{
	struct interval i = span_exact(n);
	struct number   slack = { halves * 5, (uint8_t)(n.scale + 1) };

	if (n.scale < NUMBER_SCALE_MAX &&
	    (!number_sub(n, slack, &i.low.at) || !number_add(n, slack, &i.high.at)))
		return span_exact(n);
	return i;
}

static size_t
total_row(const struct grid *g)
{
	return g->totals == 1 && g->row[g->rows - 1].total ? g->rows - 1 : SIZE_MAX;
}

/* ---- does a figure follow from two others? ---- */

static struct fit
difference_fit(struct number less, struct number more, struct number printed)
{
	struct fit    f = { .known = true };
	struct number off;
	uint8_t       scale = less.scale > more.scale ? less.scale : more.scale;

	f.known = number_sub(more, less, &f.expected) && number_sub(printed, f.expected, &off);
	if (!f.known)
		return f;
	/* three roundings of half a unit each */
	scale = scale < printed.scale ? scale : printed.scale;
	f.fits = interval_contains(around(NUMBER(0, scale), 3), off);
	if (!f.fits && f.expected.scale > printed.scale)
		f.fits = number_rescale(f.expected, printed.scale, &off) && number_cmp(off, printed) == 0;
	return f;
}

/* Counts are exact; a share of small figures with decimals is not. */
static struct interval
figure_range(struct number n)
{
	return n.scale == 0 ? span_exact(n) : around(n, 1);
}

static struct fit
share_fit(struct number part, struct number whole, struct number printed, bool change)
{
	struct fit      f = { .known = number_sign(whole) > 0 && number_sign(part) >= 0 };
	struct interval percent = around(printed, 1), expected, hundred = span_exact(NUMBER(100, 0));
	uint8_t         scale = (uint8_t)(printed.scale < NUMBER_SCALE_MAX ? printed.scale + 1 : printed.scale);

	if (!f.known)
		return f;
	f.known = (change ? percent_change(whole, part, scale, &f.expected)
	                  : percent_of(part, whole, scale, &f.expected)) &&
	    (!change || interval_add(percent, hundred, &percent)) &&
	    number_sign(percent.low.at) >= 0 && span_share(figure_range(whole), percent, &expected);
	f.fits = f.known && interval_overlaps(expected, figure_range(part));
	return f;
}

static struct fit
fit_of(const struct grid *g, size_t row, size_t column, const struct origin *s)
{
	const struct grid_row *r = &g->row[row];
	const struct grid_figure *a = &r->at[s->from], *b = &r->at[s->to], *c = &r->at[column];
	struct fit             f = { .known = false };

	if (s->way == WAY_SHARE_OF_TOTAL)
		b = &g->row[total_row(g)].at[s->from];
	if (!a->has || !b->has || !c->has)
		return f;
	switch (s->way) {
	case WAY_MORE:
		return difference_fit(a->value, b->value, c->value);
	case WAY_LESS:
		return difference_fit(b->value, a->value, c->value);
	case WAY_PERCENT:
		return share_fit(b->value, a->value, c->value, true);
	case WAY_SHARE:
	case WAY_SHARE_OF_TOTAL:
		return share_fit(a->value, b->value, c->value, false);
	case WAY_COUNT:
		break;
	}
	return f;
}

/* ---- what a column follows from ---- */

static void
try(const struct grid *g, size_t column, struct origin s, struct origin *best)
{
	size_t telling = 0;             /* rows that would not fit whatever is printed */

	for (size_t r = 0; r < g->rows; r++) {
		struct fit f = fit_of(g, r, column, &s);

		if (!f.known)
			continue;
		s.right += f.fits;
		s.wrong += !f.fits;
		telling += f.fits && !number_is_zero(g->row[r].at[column].value) &&
		    number_cmp(g->row[r].at[column].value, NUMBER(100, 0)) != 0;
	}
	if (telling >= FITS_MIN && s.right >= 2 * s.wrong && s.right > best->right)
		*best = s;
}

static bool
is_share_column(const struct grid *g, size_t c)
{
	bool printed = false;

	for (size_t r = 0; r < g->rows; r++)
		printed |= g->row[r].at[c].has && g->row[r].at[c].percent;
	return printed || has_words(g->title[c], of_whole);
}

static bool
is_base(const struct grid *g, size_t c, size_t column)
{
	return c != column && g->figures[c] > 1 && !folded_has_any(g->title[c], changing);
}

/* The ways in which the column may follow from columns `a` and `b`. */
static void
try_pair(const struct grid *g, size_t column, size_t a, size_t b, struct origin *best)
{
	bool change = folded_has_any(g->title[column], changing), share = is_share_column(g, column);

	for (enum way w = WAY_MORE; change && a < b && w <= WAY_PERCENT; w++)
		if (w != WAY_PERCENT || share)
			try(g, column, (struct origin){ .way = w, .from = a, .to = b }, best);
	if (!share || change || is_share_column(g, a) || is_share_column(g, b))
		return;
	if (a != b)
		try(g, column, (struct origin){ .way = WAY_SHARE, .from = a, .to = b }, best);
	else if (total_row(g) != SIZE_MAX)
		try(g, column, (struct origin){ .way = WAY_SHARE_OF_TOTAL, .from = a, .to = a }, best);
}

static struct origin
origin_of(const struct grid *g, size_t column)
{
	struct origin best = { .right = 0 };

	for (size_t a = 0; a < g->columns; a++)
		for (size_t b = 0; b < g->columns && is_base(g, a, column); b++)
			if (is_base(g, b, column))
				try_pair(g, column, a, b, &best);
	return best;
}

/* ---- saying it ---- */

static struct str
figure(struct audit *x, struct number n, bool danish)
{
	struct buf b;
	struct str s;

	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, n, danish ? NOTATION_DA : NOTATION_EN);
	s = str_dup(x->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct str
told(struct audit *x, const struct origin *s, struct number a, struct number b, const struct fit *f,
     struct number printed, bool danish)
{
	bool       share = s->way >= WAY_SHARE, relative = share || s->way == WAY_PERCENT;
	struct str first = figure(x, a, danish), second = figure(x, b, danish), unit = STR_NONE;

	if (relative)
		unit = danish ? STR(" pct.") : STR(" per cent");
	return arena_printf(x->arena,
	    danish ? "%s" STR_FMT " %s " STR_FMT " er %s" STR_FMT STR_FMT ", der står " STR_FMT
	           : "%s" STR_FMT " %s " STR_FMT " %s " STR_FMT STR_FMT ", printed " STR_FMT,
	    share ? "" : danish ? "fra " : "from ", STR_ARG(first),
	    share ? (danish ? "af" : "of") : danish ? "til" : "to", STR_ARG(second),
	    danish ? (share ? "" : "ændringen ") : share ? "is" : "the change is",
	    STR_ARG(figure(x, f->expected, danish)), STR_ARG(unit), STR_ARG(figure(x, printed, danish)));
}

static void
judge(struct audit *x, const struct grid *g, size_t row, size_t column, const struct origin *s)
{
	const struct grid_row    *r = &g->row[row];
	const struct grid_figure *c = &r->at[column];
	size_t                    base = s->way == WAY_SHARE_OF_TOTAL ? total_row(g) : row;
	struct fit                f = fit_of(g, row, column, s);
	struct checked            k = { .code = s->way >= WAY_SHARE ? AUDIT_RATIO : AUDIT_GROWTH, .has_amounts = true };
	struct field              at = { .text = c->cell == NULL || c->cell->len == 0 ? STR_NONE : c->cell->at[0].text };
	struct number             a, b;

	if (!f.known || c->cell == NULL || c->cell->len == 0)
		return;
	at.line = c->cell->at[0].line;
	at.column = c->cell->at[0].column;
	k.holds = f.fits;
	k.expected = f.expected;
	k.printed = c->value;
	a = r->at[s->way == WAY_LESS ? s->to : s->from].value;
	b = g->row[base].at[s->way == WAY_LESS ? s->from : s->to].value;
	k.da = told(x, s, a, b, &f, c->value, true);
	k.en = told(x, s, a, b, &f, c->value, false);
	k.hint_da = STR("ret tallet eller et af dem, det følger af");
	k.hint_en = STR("correct the figure, or one of those that it follows from");
	field_judge(x, &at, k);
}

/* ---- shares that make up a hundred ---- */

static bool
add_shares(const struct grid *g, size_t column, struct number *sum)
{
	*sum = NUMBER_ZERO;
	for (size_t r = 0; r + 1 < g->rows; r++) {
		const struct grid_figure *f = &g->row[r].at[column];

		if (!f->has || number_sign(f->value) < 0 || number_cmp(f->value, NUMBER(100, 0)) >= 0 ||
		    str_starts(g->row[r].name, STR("heraf")) || !number_add(*sum, f->value, sum))
			return false;
	}
	return true;
}

static void
check_hundred(struct audit *x, const struct grid *g, size_t column)
{
	size_t                    total = total_row(g), lines = g->rows - 1;
	const struct grid_figure *c = &g->row[g->rows - 1].at[column];
	struct checked            k = { .code = AUDIT_SUM, .has_amounts = true, .printed = c->value };
	struct field              at = { .text = STR_NONE };
	struct number             off;

	if (total == SIZE_MAX || lines < 3 || !c->has || number_cmp(c->value, NUMBER(100, 0)) != 0 ||
	    !is_share_column(g, column) || folded_has_any(g->title[column], changing) ||
	    !add_shares(g, column, &k.expected) || !number_sub(c->value, k.expected, &off) ||
	    !interval_contains(around(NUMBER_ZERO, 2 * AROUND_WHOLE), off))
		return;
	at.line = c->cell->at[0].line;
	at.column = c->cell->at[0].column;
	at.text = c->cell->at[0].text;
	k.holds = interval_contains(around(NUMBER(0, k.expected.scale), (int64_t)lines), off);
	k.da = arena_printf(x->arena, "andelene giver " STR_FMT ", der står " STR_FMT,
	    STR_ARG(figure(x, k.expected, true)), STR_ARG(figure(x, c->value, true)));
	k.en = arena_printf(x->arena, "the shares give " STR_FMT ", printed is " STR_FMT,
	    STR_ARG(figure(x, k.expected, false)), STR_ARG(figure(x, c->value, false)));
	k.hint_da = STR("ret den andel, der er forkert");
	k.hint_en = STR("correct the share that is wrong");
	field_judge(x, &at, k);
}

static void
check_table(struct audit *x, const struct table *t)
{
	struct grid g;

	if (!grid_read(x->arena, t, x->seen->reads->notation, cues, &g))
		return;
	for (size_t c = 1; c < g.columns; c++) {
		struct origin s = { .right = 0 };

		if (g.figures[c] > 1 && (folded_has_any(g.title[c], changing) || is_share_column(&g, c)))
			s = origin_of(&g, c);
		for (size_t r = 0; r < g.rows && s.right > 0; r++)
			judge(x, &g, r, c, &s);
		if (g.figures[c] > 1)
			check_hundred(x, &g, c);
	}
}

void
audit_columns(struct audit *x)
{
	for (size_t i = 0; i < x->doc->len; i++)
		if (x->doc->at[i].kind == BLOCK_TABLE && x->doc->at[i].table.len > 2)
			check_table(x, &x->doc->at[i].table);
}
