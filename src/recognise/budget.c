/* budget.c - a budget overview: years across, a line per initiative, group and
 * grand totals between them. */
#include "recognise/budget_rows.h"
#include <string.h>

#define TITLE_LOOK  3           /* entries above a header that may say "mio. kr." */
#define YEAR_CELL   32
#define CAPTION     160         /* bytes of a line that may be a table's title */
#define SHARE_ROWS  40          /* rows that are looked through for percentages */

static void
add_line(struct paper *p, const struct across *a, const struct line *l, const struct line *group)
{
	const struct entry *e = &p->at[l->entry];

	proposal_begin(p, PROPOSAL_BUDGET_LINE, entry_place(e));
	proposal_title(p, without_marks(e->text[l->title]));
	if (l->number != SIZE_MAX)
		field_cell(p, FIELD_NUMBER, &e->cell[l->number]);
	field_add(p, FIELD_TITLE, without_marks(e->text[l->title]), cell_place(&e->cell[l->title]));
	if (group != NULL)
		field_add(p, FIELD_GROUP, without_marks(p->at[group->entry].text[group->title]),
		    cell_place(&p->at[group->entry].cell[group->title]));
	for (size_t k = 0; k < a->len; k++) {
		if (a->column[k] >= e->cells)
			continue;
		field_cell(p, FIELD_AMOUNT, &e->cell[a->column[k]]);
		p->open[p->open_len - 1].year = a->year[k];
	}
	if (a->total < e->cells)
		field_cell(p, FIELD_TOTAL, &e->cell[a->total]);
	for (size_t c = a->column[a->len - 1] + 1; c < e->cells; c++)
		if (c != a->total && e->text[c].len > 0)
			field_cell(p, FIELD_ECONOMY, &e->cell[c]);
	field_add(p, FIELD_FACTOR, arena_printf(p->arena, "%lld", (long long)p->factor), entry_place(e));
	proposal_end(p);
}

static int64_t
factor_in(struct str s)
{
	if (folded_has(s, "mio*"))
		return 1000000;
	if (folded_has(s, "1.000 kr") || folded_has(s, "1000 kr") || folded_has(s, "t.kr") ||
	    folded_has(s, "t. kr") || folded_has(s, "tkr") || folded_has(s, "tusinde kr"))
		return 1000;
	if (folded_has(s, "kr"))
		return 1;
	return 0;
}

/* Is money what the table is about, and in what unit? Its own words, or those right
 * above it. `*factor` 0: no unit is named. */
static bool
is_money(const struct paper *p, size_t header, int64_t *ret)
{
	static const char *const about[] = { "oekonomi*", "budget*", "udgift*", "bevilling*",
		"finansier*", "forbrug*", "afsat*", "bevilget*", "kroner", NULL };
	bool   money = false;
	int64_t factor = 0;
	size_t from = header, blocks = 0;

	while (from > 0 && blocks < TITLE_LOOK) {
		const struct entry *e = &p->at[--from];

		blocks += !entry_is_furniture(e);
	}
	for (size_t i = header + 1; i-- > from;)
		for (size_t c = 0; c < (p->at[i].row ? p->at[i].cells : 1); c++) {
			if (factor == 0)
				factor = factor_in(p->at[i].folded[c]);
			money |= factor != 0 || folded_has_any(p->at[i].folded[c], about);
		}
	*ret = factor;
	return money;
}

static bool
is_share(const struct entry *e, size_t c)
{
	return c < e->cells && e->text[c].len < YEAR_CELL && (folded_has(e->folded[c], "pct") ||
	    folded_has(e->folded[c], "procent*") || str_find(e->folded[c], STR("%"), 0) != SIZE_MAX);
}

/* Percentages in its years are an indicator's, not a budget's; beside them is no harm. */
static bool
holds_shares(const struct paper *p, const struct across *a, size_t header)
{
	for (size_t i = header; i < p->len && i < header + SHARE_ROWS &&
	    p->at[i].block == p->at[header].block; i++) {
		bool share = is_share(&p->at[i], a->total);

		for (size_t k = 0; k < a->len; k++)
			share |= is_share(&p->at[i], a->column[k]);
		if (share)
			return true;
	}
	return false;
}

/* "2008-2010" in a title: how many years, and the first. */
static int
years_in(struct str s, int *first)
{
	for (size_t i = 0; i + 9 <= s.len; i++) {
		int64_t from, to;

		if (s.at[i + 4] == '-' && str_int(str_slice(s, i, i + 4), &from) &&
		    str_int(str_slice(s, i + 5, i + 9), &to) && from >= 1990 && to > from &&
		    to <= from + YEARS_MAX) {
			*first = (int)from;
			return (int)(to - from) + 1;
		}
	}
	return 0;
}

/* A table whose header is lost: amounts at the end of a row, under a title that
 * speaks of money. The years are those of the title, where it says them. */
static bool
infer_across(const struct paper *p, size_t i, struct across *ret)
{
	const struct entry *e = &p->at[i];
	struct across       a = { .total = SIZE_MAX, .number = SIZE_MAX, .cells = e->cells };
	size_t              run = 0, from = i;
	int                 first = 0, years = 0;
	bool                money = false;

	while (run < e->cells && e->text[e->cells - 1 - run].len > 0) {
		struct amount m = amount_of(e->text[e->cells - 1 - run]);

		if (!amount_is_readable(&m, e->text[e->cells - 1 - run]))
			break;
		run++;
	}
	if (run < 2 || run >= e->cells || run > YEARS_MAX)
		return false;
	for (size_t looks = 0; from > 0 && looks < TITLE_LOOK; looks++) {
		const struct entry *above = &p->at[--from];
		struct str          s;

		if (above->row != NULL && entry_filled(above) != 1)
			continue;
		s = above->folded[above->row ? entry_first_filled(above) : 0];
		if (s.len > CAPTION)
			continue;
		money |= factor_in(s) != 0 || folded_has(s, "oekonomi*") || folded_has(s, "budget*");
		if (years == 0)
			years = years_in(s, &first);
	}
	if (!money || years == 0 || (years != (int)run && years + 1 != (int)run))
		return false;
	if (years + 1 == (int)run)
		a.total = e->cells - 1;
	a.len = run - (a.total != SIZE_MAX);
	a.first = e->cells - run;
	for (size_t k = 0; k < a.len; k++) {
		a.column[k] = a.first + k;
		a.year[k] = first + (int)k;
	}
	*ret = a;
	return true;
}

/* A table with its header: its end, or `header` where it is no budget. */
static size_t
with_header(struct paper *p, const struct across *a, size_t header)
{
	const struct block *b = p->at[header].block;
	struct matrix_place at = { (size_t)(b - p->doc->at), (size_t)(p->at[header].row - b->table.at) };
	struct matrix      *m;
	int64_t             factor;

	if ((!is_money(p, header, &factor) && a->total == SIZE_MAX) || holds_shares(p, a, header))
		return header;
	m = ARENA_NEW(p->arena, struct matrix);
	if (!matrix_budget(p->arena, p->doc, p->reads->notation, &at, factor, m))
		return header;
	for (size_t c = 0; c < m->columns; c++)
		if (m->column[c].outside)
			m->total = MATRIX_NONE;         /* of some of the years only: no line's total */
	return budget_rows(p, a, m, header);
}

/* A row that cannot be read inside the table, or a running title between its
 * pages: the table goes on below it. */
static bool
goes_on(const struct paper *p, const struct across *a, size_t i, const struct lines *ls)
{
	struct line next;

	if (p->at[i].row != NULL)
		return ls->len > 0 && p->at[i].block == p->at[ls->at[ls->len - 1].entry].block;
	return p->at[i].text[0].len <= CAPTION && p->at[i].block->kind != BLOCK_FOOTNOTE &&
	    i + 1 < p->len && p->at[i + 1].cells == a->cells && line_read(p, a, i + 1, &next) &&
	    next.kind == LINE_ITEM;
}

/* The rows from `i`, over page breaks, until something else comes. */
static size_t
read_lines(struct paper *p, const struct across *a, size_t i, struct lines *ret)
{
	for (; i < p->len; i++) {
		struct across again;
		struct line   l;

		if (entry_is_furniture(&p->at[i]))
			continue;
		if (across_read(&p->at[i], &again) && again.first == a->first && again.len == a->len &&
		    memcmp(again.year, a->year, a->len * sizeof a->year[0]) == 0) {
			p->at[i].taken = TAKEN_FIELD;
			continue;
		}
		if (across_read(&p->at[i], &again))
			break;
		if (!line_read(p, a, i, &l)) {
			if (goes_on(p, a, i, ret))
				continue;
			break;
		}
		ARENA_GROW(p->arena, ret->at, ret->len, &ret->cap);
		ret->at[ret->len++] = l;
	}
	return i;
}

static void
take_title_rows(struct paper *p, size_t first)
{
	for (size_t i = first; i > 0 && p->at[i - 1].row != NULL; i--) {
		if (entry_filled(&p->at[i - 1]) > 1 || p->at[i - 1].taken != TAKEN_NOT)
			break;
		p->at[i - 1].taken = TAKEN_TEXT;
	}
}

static void
add_lines(struct paper *p, const struct across *a, struct lines *ls)
{
	const struct line *group = NULL;

	lines_classify(p, ls);
	for (size_t k = 0; k < ls->len; k++) {
		if (ls->at[k].kind == LINE_GROUP || ls->at[k].kind == LINE_HEADING)
			group = &ls->at[k];
		if (ls->at[k].kind == LINE_ITEM)
			add_line(p, a, &ls->at[k], group);
		p->at[ls->at[k].entry].taken = TAKEN_FIELD;
	}
}

/* A table whose header is lost: its end, or `i` where it is no budget. */
static size_t
without_header(struct paper *p, size_t i)
{
	struct across a;
	struct lines  ls = { 0 };
	int64_t       factor;
	size_t        end;

	if (!infer_across(p, i, &a) || holds_shares(p, &a, i) || !is_money(p, i, &factor) || factor == 0)
		return i;
	p->factor = factor;
	end = read_lines(p, &a, i, &ls);
	if (ls.len < 2)
		return i;
	take_title_rows(p, i);
	add_lines(p, &a, &ls);
	return end;
}

void
budget_lines(struct paper *p)
{
	for (size_t i = 0; i < p->len; i++) {
		struct across a;
		size_t        end;

		if (p->at[i].row == NULL || p->at[i].taken != TAKEN_NOT)
			continue;
		end = across_read(&p->at[i], &a) ? with_header(p, &a, i) : without_header(p, i);
		if (end > i)
			i = end - 1;
	}
}
