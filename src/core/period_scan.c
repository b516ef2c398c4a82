#include "base/utf8.h"
#include "core/period_read.h"
#include "core/scan.h"

/* ---- ranges of two points ---- */

/* "april/maj", "29. april - 2. maj": a range without a year. */
static bool
join_undated(struct point a, struct point b, enum join join, struct point *ret)
{
	struct period range = {
		.precision = PRECISION_RANGE,
		.month = a.period.month, .day = a.period.day,
		.to_month = b.period.month, .to_day = b.period.day,
	};
	bool neighbours = a.period.day == 0 && a.period.month % 12 + 1 == b.period.month;

	if (a.period.precision != PRECISION_DAY && a.period.precision != PRECISION_MONTH)
		return false;
	if (a.period.month == b.period.month && a.period.day >= b.period.day)
		return false;
	if (join == JOIN_AND && !neighbours)
		return false;
	*ret = (struct point){
		.period = range,
		.nonexistent = a.nonexistent || b.nonexistent,
		.needs_year = a.needs_year || b.needs_year,
	};
	return true;
}

/* "april 2009 - maj 2010", "april-maj 2012": the first takes the year of the
 * second, or the year before: "november-februar 2012". */
static bool
join_dated(struct point a, struct point b, enum join join, struct point *ret)
{
	struct period first = period_in_year(a.period, a.year > 0 ? a.year : b.year);
	struct period last = period_in_year(b.period, b.year);

	if (first.dated && last.dated && first.from >= last.from && a.year == 0 &&
	    (a.period.month != b.period.month || a.period.month == 0))
		first = period_in_year(a.period, b.year - 1);
	*ret = b;
	ret->plain = a.plain && b.plain;
	ret->needs_year = false;
	ret->nonexistent = !first.dated || !last.dated;
	if (ret->nonexistent)
		return join != JOIN_AND && (a.nonexistent || b.nonexistent);
	if (first.from >= last.from || first.to > last.to)
		return false;
	if (join == JOIN_AND && first.to != last.from)
		return false;
	ret->period = period_make(first.from, last.to, PRECISION_RANGE);
	return true;
}

static bool
join_points(struct point a, struct point b, enum join join, struct point *ret)
{
	if (a.period.precision != b.period.precision || a.period.precision == PRECISION_RANGE)
		return false;
	if (b.year > 0)
		return join_dated(a, b, join, ret);
	return a.year == 0 && join_undated(a, b, join, ret);
}

/* "2008 og 2009" are two years; "april og maj 2012" are two months in a row. */
static bool
may_join(struct str between, struct point a, enum join join)
{
	return join != JOIN_AND || a.period.precision != PRECISION_YEAR ||
	    str_eq(str_trim(between), STR("/"));
}

static void
read_range(struct reader *r, struct point *p)
{
	struct reader in = *r;
	struct point  b, joined;
	enum join     join;
	size_t        from = r->at;

	if (!read_join(&in, &join) || !may_join(str_slice(r->text, from, in.at), *p, join))
		return;
	if (read_text(&in, STR("den")) || read_text(&in, STR("d.")))
		(void)read_blanks(&in);
	if (!read_point(&in, &b) || !join_points(*p, b, join, &joined))
		return;
	*p = joined;
	r->at = in.at;
}

/* ---- what stands before a point ---- */

static void
read_fillers(struct reader *r)
{
	do
		(void)read_blanks(r);
	while (read_word(r, WORDS_FILLER) != NULL);
}

/* "senest i", "inden udgangen af": the last word but "senest" decides. */
static enum limit
read_limit(struct reader *r)
{
	const struct word *w;
	enum limit         limit = LIMIT_NONE;

	while ((w = read_word(r, WORDS_DEADLINE)) != NULL) {
		limit = (enum limit)w->value;
		read_fillers(r);
	}
	return limit;
}

/* "den 29. januar", "år 2010": part of the period, and proof that it is one. */
static bool
read_lead(struct reader *r, struct point *ret)
{
	struct reader in = *r;
	bool          day = read_text(&in, STR("den")) || read_text(&in, STR("d."));
	bool          year = !day && (read_text(&in, STR("år")) || read_text(&in, STR("året")) ||
                                      read_text(&in, STR("the year")));

	if (!day && !year)
		return read_point(r, ret);
	(void)read_blanks(&in);
	if (!read_point(&in, ret))
		return false;
	if (day && ret->period.precision != PRECISION_DAY && ret->period.day == 0)
		return false;
	if (year && !ret->plain)
		return false;
	ret->plain = ret->needs_year = false;
	r->at = in.at;
	return true;
}

/* "BR 09.10.08": a decision of the council, by its date. */
static bool
read_decision(struct reader *r, struct point *ret)
{
	struct reader in = *r;

	if (r->text.len - r->at < 2 || !str_starts(str_slice(r->text, r->at, r->text.len), STR("BR")))
		return false;
	in.at += 2;
	if (!read_blanks(&in) || !read_lead(&in, ret) || ret->year == 0 ||
	    ret->period.precision != PRECISION_DAY)
		return false;
	r->at = in.at;
	return true;
}

/* ---- from points to a period ---- */

/* Without a year "inden maj" is April; before January is another year's. */
static bool
exclude_undated(struct period *p)
{
	uint8_t *unit = p->part > 0 ? &p->part : &p->month;

	if (p->day > 0 || p->precision == PRECISION_RANGE || *unit <= 1)
		return false;
	(*unit)--;
	return true;
}

static bool
set_limit(struct period *p, enum limit limit)
{
	struct period named = *p;

	if (limit == LIMIT_BEFORE && !p->dated && !exclude_undated(p))
		return false;
	if (limit == LIMIT_BEFORE && p->dated) {
		*p = period_before(*p);
		if (p->to != named.from)
			return false;
	}
	p->deadline = limit != LIMIT_NONE;
	return true;
}

static enum period_status
finish(struct point point, enum limit limit, struct period *ret)
{
	struct period p = point.year > 0 ? period_in_year(point.period, point.year) : point.period;

	if (point.nonexistent)
		return PERIOD_NO_SUCH_DATE;
	if (point.year > 0 && !p.dated)
		return p.day > 0 ? PERIOD_NO_SUCH_DATE : PERIOD_NOT;
	if (!set_limit(&p, limit))
		return PERIOD_NOT;
	*ret = p;
	return PERIOD_OK;
}

bool
period_parse(struct str text, struct period *ret)
{
	struct reader r = { .text = str_trim(text), .whole = true };
	struct point  point;
	enum limit    limit;
	bool          from;

	if (str_starts(r.text, STR("(")) && str_ends(r.text, STR(")")))
		r.text = str_trim(str_slice(r.text, 1, r.text.len - 1));
	if (!read_decision(&r, &point)) {
		read_fillers(&r);
		from = read_text(&r, STR("fra")) || read_text(&r, STR("from"));
		read_fillers(&r);
		limit = read_limit(&r);
		if ((from && limit != LIMIT_NONE) || !read_point(&r, &point))
			return false;
		read_range(&r, &point);
		if (from && point.period.precision != PRECISION_RANGE)
			return false;   /* "fra 2009": it has no end */
	} else {
		limit = LIMIT_NONE;
	}
	return r.at == r.text.len && finish(point, limit, ret) == PERIOD_OK;
}

/* ---- running text: what stands around ---- */

/* Not inside a word, a number, or something joined to one: "395/2006". */
static bool
starts_well(struct str text, size_t at)
{
	char c;

	if (at == 0)
		return true;
	c = text.at[at - 1];
	if (scan_after_word(text, at) || c == '_' || c == '@')
		return false;
	if (c == '.' || c == ',' || c == ':')
		return at < 2 || !scan_is_digit(text, at - 2);
	if (c == '/' || c == '-' || c == '#')
		return !scan_after_word(text, at - 1) && (at < 2 || text.at[at - 2] != '/');
	return at < 3 || scan_dash(text, at - 3) != 3 || !scan_after_word(text, at - 3);
}

/* Not followed by more of a number or word: "2010-72953", "1990'erne", "sommer-". */
static bool
ends_well(struct reader r)
{
	struct reader next = r;
	bool          digit = scan_is_digit(r.text, r.at - 1);

	if (at_letter(&r))
		return false;
	if (r.at >= r.text.len)
		return true;
	if (read_dash(&next) || read_char(&next, '/'))
		return digit ? !scan_is_digit(r.text, next.at) && !read_text(&next, STR("tallet"))
		             : !at_letter(&next);
	if (read_char(&next, '.') || read_char(&next, ',') || read_char(&next, ':'))
		return !scan_is_digit(r.text, next.at);
	if (read_char(&next, '\'') || read_text(&next, STR("’")))
		return !at_letter(&next);
	return true;
}

/* A word of WORDS_COUNTED follows; a compound counts as its last part does. */
static bool
counts_something(struct reader r, bool nouns)
{
	const struct word *w;
	size_t             start;

	(void)read_blanks(&r);
	start = r.at;
	while (r.at == start || at_letter(&r)) {
		struct reader in = r;

		if (r.at >= r.text.len)
			return false;
		w = read_word(&in, WORDS_COUNTED);
		if (w != NULL && (r.at == start || w->text.len >= 6))
			return w->value == COUNTED_UNIT || nouns;
		(void)utf8_next(r.text, &r.at);
	}
	return false;
}

/* "2000 Frederiksberg", "1950 København V" */
static bool
is_postcode(struct reader r)
{
	if (!read_blanks(&r))
		return false;
	return read_text(&r, STR("frederiksberg")) || read_text(&r, STR("københavn"));
}

/* Whether bare digits that look like a year may be something else. */
static bool
is_count(struct str text, size_t at, struct reader end)
{
	struct str before = str_trim(str_slice(text, 0, at));
	bool       in = ends_with_word(before, WORDS_FILLER);

	return ends_with_word(before, WORDS_NUMBERING) || counts_something(end, !in) ||
	    (is_postcode(end) && !in);
}

/* "det første halvår det eksisterer" counts from something else than a year. */
static bool
is_relative(struct str text, size_t at, struct point p)
{
	struct str before = str_trim(str_slice(text, 0, at));

	return p.year == 0 && !p.period.dated && p.period.part > 0 && p.period.month == 0 &&
	    (str_ends(before, STR(" det")) || str_eq(before, STR("det")));
}

static bool
is_address(struct str text, size_t at)
{
	size_t from = at, end = at;

	while (from > 0 && at - from < 200 && (unsigned char)text.at[from - 1] > ' ')
		from--;
	while (end < text.len && end - at < 200 && (unsigned char)text.at[end] > ' ')
		end++;
	text = str_slice(text, from, end);
	return str_find(text, STR("://"), 0) != SIZE_MAX || str_starts(text, STR("www.")) ||
	    str_find(text, STR("@"), 0) != SIZE_MAX;
}

enum period_status
period_scan(struct str text, size_t at, size_t *end, struct period *ret)
{
	struct reader      r = { .text = text, .at = at };
	struct point       point;
	enum limit         limit = LIMIT_NONE;
	enum period_status status;

	if (at >= text.len || !starts_well(text, at))
		return PERIOD_NOT;
	if (!read_decision(&r, &point)) {
		limit = read_limit(&r);
		if (!read_lead(&r, &point))
			return PERIOD_NOT;
		read_range(&r, &point);
	}
	if (!ends_well(r) || is_address(text, at) || is_relative(text, at, point))
		return PERIOD_NOT;
	if (point.needs_year && point.year == 0 && !point.period.dated && limit == LIMIT_NONE)
		return PERIOD_NOT;
	if (point.plain && is_count(text, at, r))
		return PERIOD_NOT;
	status = finish(point, limit, ret);
	if (status != PERIOD_NOT)
		*end = r.at;
	return status;
}

bool
period_may_be_dated(struct str text)
{
	size_t run = 0, joined = 0;     /* digits; numbers joined by ".", "/" or "-" */

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (scan_is_digit(text, i)) {
			run++;
			if (run >= 4 || joined >= 2)
				return true;
			continue;
		}
		if (run > 0 && (c == '.' || c == '/' || c == '-'))
			joined++;
		else if (c != ' ' || run > 0)
			joined = 0;
		run = 0;
	}
	return false;
}
