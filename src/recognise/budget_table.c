#include "recognise/budget_table.h"
#include <string.h>

#define YEAR_CELL       32
#define MARKS_BYTES     4       /* of a cell that holds nothing but marks */
#define GROUP_LINES_MAX 40

/* "2011-14", "2009-2012": more than one year, but "2010-11" is a season. */
static bool
goes_on_to(struct str text, size_t end, int year)
{
	struct str rest = str_slice(text, end, text.len);
	size_t     digits = 0;
	int        last = 0;

	if (str_starts(rest, STR("-")))
		rest = str_slice(rest, 1, rest.len);
	else if (str_starts(rest, STR("–")))
		rest = str_slice(rest, STR("–").len, rest.len);
	else
		return false;
	for (; digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9' && digits < 4; digits++)
		last = last * 10 + (rest.at[digits] - '0');
	return digits == 2 && last > year % 100 + 1;
}

/* A year from 1990 to 2060 in a short cell: "2009", "Budget 2009", "B 2011*". */
int
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
			count += 1 + goes_on_to(text, i + 4, year);
		}
	}
	return count == 1 ? found : 0;
}

bool
across_read(const struct entry *e, struct across *ret)
{
	struct across a = { .total = SIZE_MAX, .number = SIZE_MAX, .cells = e->cells };
	size_t        others = 0;

	if (e->row == NULL)
		return false;
	for (size_t i = 0; i < e->cells; i++) {
		int year = year_of_cell(e->folded[i]);

		if (year != 0 && a.len == YEARS_MAX)
			return false;
		if (year != 0) {
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

/* With a letter before it ("A.1") only where a title stands behind. */
static bool
is_line_number(struct str s, bool titled)
{
	size_t digits = titled && s.len > 0 && s.at[0] >= 'A' && s.at[0] <= 'Z';

	for (size_t i = digits; i < s.len; i++) {
		if (s.at[i] >= '0' && s.at[i] <= '9')
			digits++;
		else if (s.at[i] != '.' && s.at[i] != ')' && !(i + 1 == s.len && s.at[i] >= 'a' && s.at[i] <= 'z'))
			return false;
	}
	return digits > 0 && s.len <= 8;
}

static bool
is_titled(const struct entry *e, size_t from, size_t to)
{
	bool titled = false;

	for (size_t i = from; i < to && i < e->cells; i++)
		titled |= e->text[i].len > 0;
	return titled;
}

bool
amount_is_readable(const struct amount *m, struct str text)
{
	return m->state != AMOUNT_TEXT || (is_wordless(text) && text.len <= MARKS_BYTES);
}

/* The columns that stand before the first year: number and title. */
void
line_title(const struct entry *e, const struct across *a, struct line *l)
{
	l->number = l->title = SIZE_MAX;
	for (size_t i = 0; i < a->first && i < e->cells; i++) {
		if (e->text[i].len == 0)
			continue;
		if (l->number == SIZE_MAX && l->title == SIZE_MAX && is_line_number(e->text[i], is_titled(e, i + 1, a->first)))
			l->number = i;
		else if (l->title == SIZE_MAX)
			l->title = i;
	}
}

bool
line_read(const struct paper *p, const struct across *a, size_t i, struct line *ret)
{
	const struct entry *e = &p->at[i];
	struct line         l = { .entry = i };
	size_t              filled = 0, readable = 0;
	struct amount       m;

	if (e->row == NULL || e->cells <= a->first || entry_is_header(e))
		return false;
	line_title(e, a, &l);
	for (size_t k = 0; k <= a->len; k++) {
		size_t column = k < a->len ? a->column[k] : a->total;

		if (column >= e->cells || e->text[column].len == 0)
			continue;
		filled++;
		m = amount_of(e->text[column]);
		l.value[k] = m.value;
		l.has[k] = m.state == AMOUNT_VALUE;
		readable += amount_is_readable(&m, e->text[column]);
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
void
lines_classify(const struct paper *p, struct lines *ls)
{
	bool indented;
	int  section = 0;

	for (size_t i = 0; i < ls->len; i++)
		if (ls->at[i].kind == LINE_ITEM && says_total(&p->at[ls->at[i].entry], &ls->at[i]))
			ls->at[i].kind = LINE_TOTAL;
	indented = is_indented(ls);

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
