/* budget.c - a budget overview: years across, a line per initiative, group and
 * grand totals between them. */
#include "recognise/kinds.h"
#include "core/number.h"
#include <string.h>

#define YEARS_MAX   12
#define TITLE_LOOK  3           /* entries above a header that may say "mio. kr." */
#define YEAR_CELL   32
#define CAPTION     160         /* bytes of a line that may be a table's title */
#define GROUP_LINES_MAX 40
#define SHARE_ROWS  40          /* rows that are looked through for percentages */

/* What stands across: one column per year, perhaps a total. */
struct across {
	int    year[YEARS_MAX];
	size_t column[YEARS_MAX], len;
	size_t total;                   /* SIZE_MAX: none */
	size_t cells, first;            /* width of the header; its first year column */
	size_t number;                  /* column of line numbers, SIZE_MAX: none */
};

enum line_kind { LINE_NONE, LINE_ITEM, LINE_GROUP, LINE_TOTAL, LINE_HEADING };

struct line {
	size_t         entry, title;    /* SIZE_MAX: no title */
	size_t         number;          /* SIZE_MAX: no number */
	enum line_kind kind;
	struct number  value[YEARS_MAX + 1];    /* the last: total */
	bool           has[YEARS_MAX + 1];
};

struct lines {
	struct line *at;
	size_t       len, cap;
};

/* A year from 1990 to 2060 in a short cell: "2009", "Budget 2009", "B 2011*". */
static int
year_of_cell(struct str text)
{
	int found = 0, count = 0;

	if (text.len > YEAR_CELL)
		return 0;
	for (size_t i = 0; i + 4 <= text.len; i++) {
		int  year = 0;
		bool digits = i == 0 || text.at[i - 1] < '0' || text.at[i - 1] > '9';

		for (size_t k = 0; k < 4 && digits; k++) {
			digits = text.at[i + k] >= '0' && text.at[i + k] <= '9';
			year = year * 10 + (text.at[i + k] - '0');
		}
		if (digits && i + 4 < text.len && text.at[i + 4] >= '0' && text.at[i + 4] <= '9')
			digits = false;
		if (digits && year >= 1990 && year <= 2060) {
			found = year;
			count++;
		}
	}
	return count == 1 ? found : 0;
}

static bool
is_across(const struct entry *e, struct across *ret)
{
	struct across a = { .total = SIZE_MAX, .number = SIZE_MAX, .cells = e->cells };
	size_t        others = 0;

	if (e->row == NULL)
		return false;
	for (size_t i = 0; i < e->cells; i++) {
		int year = year_of_cell(e->folded[i]);

		if (year != 0 && a.len < YEARS_MAX) {
			a.column[a.len] = i;
			a.year[a.len++] = year;
		} else if (e->label[i] == LABEL_TOTAL) {
			a.total = i;
		} else if (e->label[i] == LABEL_NUMBER) {
			a.number = i;
		} else if (e->text[i].len > 0) {
			others++;
		}
	}
	if (a.len < 2 || others > a.len + 2)
		return false;
	a.first = a.column[0];
	*ret = a;
	return true;
}

/* "32,9 ⁴", "-1,5", "(2,0)", "1.000 kr." -> its figure; a dash or nothing is none. */
static bool
amount_of_cell(struct str text, struct number *value, bool *has)
{
	struct str s = without_marks(text);

	*has = false;
	if (s.len == 0 || (is_wordless(s) && s.len <= 4))
		return true;
	if (s.len > 1 && s.at[0] == '(' && s.at[s.len - 1] == ')')
		s = str_slice(s, 1, s.len - 1);
	if (str_starts(s, STR("kr. ")) || str_starts(s, STR("Kr. ")))
		s = str_slice(s, 4, s.len);
	for (size_t i = 0; i < 3; i++) {
		static const char *const units[] = { "kr.", "kr", "t.", "1.000", "mio.", "mio", ",-" };

		for (size_t k = 0; k < COUNT_OF(units); k++)
			if (s.len > strlen(units[k]) && str_ends(s, str_from(units[k])) &&
			    strchr(" ,", s.at[s.len - strlen(units[k]) - (units[k][0] != ',')]) != NULL)
				s = str_trim(str_slice(s, 0, s.len - strlen(units[k])));
	}
	*has = number_parse(s, NOTATION_DA, value) == NUMBER_OK;
	return *has;
}

static bool
is_line_number(struct str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] >= '0' && s.at[i] <= '9')
			digits++;
		else if (s.at[i] != '.' && s.at[i] != ')' && !(i + 1 == s.len && s.at[i] >= 'a' && s.at[i] <= 'z'))
			return false;
	}
	return digits > 0 && s.len <= 8;
}

/* The columns that stand before the first year: number and title. */
static void
read_title(const struct entry *e, const struct across *a, struct line *l)
{
	l->number = l->title = SIZE_MAX;
	for (size_t i = 0; i < a->first && i < e->cells; i++) {
		if (e->text[i].len == 0)
			continue;
		if (l->number == SIZE_MAX && l->title == SIZE_MAX && is_line_number(e->text[i]))
			l->number = i;
		else if (l->title == SIZE_MAX)
			l->title = i;
	}
}

static bool
read_line(const struct paper *p, const struct across *a, size_t i, struct line *ret)
{
	const struct entry *e = &p->at[i];
	struct line         l = { .entry = i };
	size_t              filled = 0, readable = 0;

	if (e->row == NULL || e->cells <= a->first || entry_is_header(e))
		return false;
	read_title(e, a, &l);
	for (size_t k = 0; k <= a->len; k++) {
		size_t column = k < a->len ? a->column[k] : a->total;

		if (column >= e->cells || e->text[column].len == 0)
			continue;
		filled++;
		readable += amount_of_cell(e->text[column], &l.value[k], &l.has[k]);
	}
	if (readable < filled)
		return false;
	if (l.title == SIZE_MAX)
		l.kind = LINE_TOTAL;
	else
		l.kind = filled == 0 ? LINE_HEADING : LINE_ITEM;
	if (filled == 0 && (l.title == SIZE_MAX || entry_filled(e) > 2))
		return false;
	*ret = l;
	return true;
}

static bool
says_total(const struct entry *e, const struct line *l)
{
	struct str s = e->folded[l->title];

	return e->label[l->title] == LABEL_TOTAL || str_ends(without_marks(s), STR(" i alt")) ||
	    folded_starts(s, "samlet") || folded_starts(s, "subtotal") || folded_starts(s, "hovedtotal") ||
	    (e->label[l->title] == LABEL_NONE && folded_starts(s, "i alt"));
}

/* Does line `i` hold, in most columns, the sums of the lines below it so far? */
static bool
holds_sums(const struct line *l, const struct number *sum)
{
	size_t right = 0, wrong = 0;

	for (size_t k = 0; k <= YEARS_MAX; k++) {
		if (!l->has[k] || number_is_zero(l->value[k]))
			continue;
		if (number_cmp(sum[k], l->value[k]) == 0)
			right++;
		else
			wrong++;
	}
	return right >= 2 && right > wrong;
}

static bool
is_sum_of_next(const struct lines *ls, size_t i)
{
	struct number sum[YEARS_MAX + 1] = { 0 };

	for (size_t n = i + 1; n < ls->len && n <= i + GROUP_LINES_MAX; n++) {
		if (ls->at[n].kind == LINE_TOTAL)
			return false;
		for (size_t k = 0; k <= YEARS_MAX; k++)
			if (ls->at[n].has[k] && !number_add(sum[k], ls->at[n].value[k], &sum[k]))
				return false;
		if (n > i + 1 && holds_sums(&ls->at[i], sum))
			return true;
	}
	return false;
}

/* Do titles begin in different columns: a group's further left than its lines'? */
static bool
is_indented(const struct lines *ls)
{
	for (size_t i = 1; i < ls->len; i++)
		if (ls->at[i].kind == LINE_ITEM && ls->at[i - 1].kind == LINE_ITEM &&
		    ls->at[i].title != ls->at[i - 1].title)
			return true;
	return false;
}

/* The section of a line numbered "2.1": 2. Of one numbered "7": 0. */
static int
section_of(const struct paper *p, const struct line *l)
{
	struct str s = p->at[l->entry].text[l->number];
	int        n = 0;

	if (str_find(s, STR("."), 0) == SIZE_MAX || s.at[s.len - 1] == '.')
		return 0;
	for (size_t i = 0; i < s.len && s.at[i] >= '0' && s.at[i] <= '9' && n < 1000; i++)
		n = n * 10 + (s.at[i] - '0');
	return n;
}

static bool
is_bold(const struct paper *p, const struct line *l)
{
	const struct cell *c = &p->at[l->entry].cell[l->title];

	return c->len > 0 && c->at[0].emphasis && c->at[0].emphasis_len >= c->at[0].text.len;
}

/* Which unnumbered lines are totals of a group: the next has its title further
 * right or, where titles do not tell, they are the sum of what follows, a new
 * section of numbers begins below them, or they alone are in bold. */
static void
find_groups(const struct paper *p, struct lines *ls)
{
	bool indented = is_indented(ls);
	int  section = 0;

	for (size_t i = 0; i + 1 < ls->len; i++) {
		struct line       *l = &ls->at[i];
		const struct line *next = &ls->at[i + 1];

		if (l->number != SIZE_MAX)
			section = section_of(p, l);
		if (l->kind != LINE_ITEM || l->number != SIZE_MAX || next->kind != LINE_ITEM)
			continue;
		if (indented ? l->title < next->title : is_sum_of_next(ls, i) ||
		    (next->number != SIZE_MAX && section_of(p, next) != section) ||
		    (is_bold(p, l) && !is_bold(p, next)))
			l->kind = LINE_GROUP;
	}
}

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

/* Is money what the table is about? Its own words, or those right above it. */
static bool
is_money(struct paper *p, size_t header)
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
	if (factor != 0)
		p->factor = factor;
	return money;
}

/* Percentages are an indicator's, not a budget's. */
static bool
holds_shares(const struct paper *p, size_t header)
{
	for (size_t i = header; i < p->len && i < header + SHARE_ROWS &&
	    p->at[i].block == p->at[header].block; i++)
		for (size_t c = 0; c < p->at[i].cells; c++)
			if (p->at[i].text[c].len < YEAR_CELL &&
			    (folded_has(p->at[i].folded[c], "pct") || folded_has(p->at[i].folded[c], "procent*") ||
			    str_find(p->at[i].folded[c], STR("%"), 0) != SIZE_MAX))
				return true;
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
		struct number n;
		bool          has;

		if (!amount_of_cell(e->text[e->cells - 1 - run], &n, &has))
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
	if (!money)
		return false;
	if (years + 1 == (int)run)
		a.total = e->cells - 1;
	a.len = run - (a.total != SIZE_MAX);
	a.first = e->cells - run;
	for (size_t k = 0; k < a.len; k++) {
		a.column[k] = a.first + k;
		a.year[k] = years > 0 ? first + (int)k : 0;
	}
	*ret = a;
	return true;
}

static bool
accepts(struct paper *p, const struct across *a, size_t header)
{
	bool money = is_money(p, header);

	if (holds_shares(p, header))
		return false;
	return money || a->total != SIZE_MAX;
}

/* A row that cannot be read inside the table, or a running title between its
 * pages: the table goes on below it. */
static bool
goes_on(const struct paper *p, const struct across *a, size_t i, const struct lines *ls)
{
	struct line next;

	if (ls->len == 0)
		return false;
	if (p->at[i].row != NULL)
		return p->at[i].block == p->at[ls->at[ls->len - 1].entry].block;
	return p->at[i].text[0].len <= CAPTION && p->at[i].block->kind != BLOCK_FOOTNOTE &&
	    i + 1 < p->len && p->at[i + 1].cells == a->cells && read_line(p, a, i + 1, &next) &&
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
		if (is_across(&p->at[i], &again) && again.first == a->first && again.len == a->len &&
		    memcmp(again.year, a->year, a->len * sizeof a->year[0]) == 0) {
			p->at[i].taken = TAKEN_FIELD;
			continue;
		}
		if (is_across(&p->at[i], &again))
			break;
		if (!read_line(p, a, i, &l)) {
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
take_title_rows(struct paper *p, size_t header, bool is_header)
{
	for (size_t i = header; i > 0 && p->at[i - 1].row != NULL; i--) {
		if (entry_filled(&p->at[i - 1]) > 1 || p->at[i - 1].taken != TAKEN_NOT)
			break;
		p->at[i - 1].taken = TAKEN_TEXT;
	}
	if (is_header)
		p->at[header].taken = TAKEN_FIELD;
}

static void
add_lines(struct paper *p, const struct across *a, struct lines *ls)
{
	const struct line *group = NULL;

	for (size_t k = 0; k < ls->len; k++)
		if (ls->at[k].kind == LINE_ITEM && says_total(&p->at[ls->at[k].entry], &ls->at[k]))
			ls->at[k].kind = LINE_TOTAL;
	find_groups(p, ls);
	for (size_t k = 0; k < ls->len; k++) {
		if (ls->at[k].kind == LINE_GROUP || ls->at[k].kind == LINE_HEADING)
			group = &ls->at[k];
		if (ls->at[k].kind == LINE_ITEM)
			add_line(p, a, &ls->at[k], group);
		p->at[ls->at[k].entry].taken = TAKEN_FIELD;
	}
}

void
budget_lines(struct paper *p)
{
	for (size_t i = 0; i < p->len; i++) {
		struct across a;
		struct lines  ls = { 0 };
		bool          header;
		size_t        end;

		if (p->at[i].row == NULL || p->at[i].taken != TAKEN_NOT)
			continue;
		header = is_across(&p->at[i], &a);
		if (header ? !accepts(p, &a, i) : !infer_across(p, i, &a) || holds_shares(p, i))
			continue;
		if (!header)
			(void)is_money(p, i);
		end = read_lines(p, &a, header ? i + 1 : i, &ls);
		if (ls.len >= 2u - header) {
			take_title_rows(p, i, header);
			add_lines(p, &a, &ls);
		}
		if (end > i)
			i = end - 1;
	}
}
