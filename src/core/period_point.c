#include "core/period_read.h"
#include "core/scan.h"

/* The year after a period, with what may stand between: "af", "i", ",". */
static bool
try_year(struct reader *r, int *ret)
{
	struct reader in = *r;

	do
		(void)read_blanks(&in);
	while (read_word(&in, WORDS_BETWEEN) != NULL);
	if (!read_year(&in, ret) || at_letter(&in))
		return false;
	r->at = in.at;
	return true;
}

static bool
exists(int year, int month, int day)
{
	return date_valid((struct date){ year > 0 ? year : 2000, month, day });
}

static struct point
day_point(int year, int month, int day)
{
	return (struct point){
		.period = { .precision = PRECISION_DAY, .month = (uint8_t)month, .day = (uint8_t)day },
		.year = year,
		.nonexistent = !exists(year, month, day),
	};
}

static struct point
range_of_years(int from, int last)
{
	return (struct point){
		.period = period_make(day_of(from, 1, 1), day_of(last, 13, 1), PRECISION_RANGE),
		.plain = true,
	};
}

/* "2008/09", "2011-14". With a hyphen the second could be a month up to 12. */
static bool
read_short_range(struct reader *r, int from, struct point *ret)
{
	struct reader in = *r;
	bool          slash = read_char(&in, '/'), hyphen = !slash && read_char(&in, '-');
	int           last = 0;

	if ((!slash && !hyphen && !read_dash(&in)) || !read_number(&in, 2, 2, &last) ||
	    at_letter(&in))
		return false;
	if (hyphen && last <= 12)
		return false;
	last += from / 100 * 100;
	if (last < from)
		last += 100;
	if (last <= from || last > YEAR_MAX || (slash && last != from + 1))
		return false;
	*ret = range_of_years(from, last);
	r->at = in.at;
	return true;
}

/* "2010", "2008/09" */
static bool
read_years(struct reader *r, struct point *ret)
{
	int year = 0;

	if (!read_year(r, &year) || at_letter(r))
		return false;
	if (read_short_range(r, year, ret))
		return true;
	*ret = (struct point){
		.period = { .precision = PRECISION_YEAR }, .year = year, .plain = true,
	};
	return true;
}

/* "2009-06-01" */
static bool
read_iso(struct reader *r, struct point *ret)
{
	int year = 0, month = 0, day = 0;

	if (!read_year(r, &year) || !read_char(r, '-') || !read_number(r, 2, 2, &month) ||
	    !read_char(r, '-') || !read_number(r, 2, 2, &day))
		return false;
	*ret = day_point(year, month, day);
	return true;
}

/* The year of "17.05.2011", "17/05-2011", "17-05-2011", "17/5 2011", "09.10.08". */
static bool
read_date_year(struct reader *r, char sep, int *ret, bool *shortened)
{
	bool joined = read_char(r, sep) || (sep == '/' && read_char(r, '-'));

	*shortened = false;
	if (!joined && !(sep == '/' && read_blanks(r)))
		return false;
	if (read_year(r, ret))
		return true;
	*shortened = joined && sep != '-' && read_short_year(r, ret);
	return *shortened;
}

/* A short year makes a date only of what is one: "2.10.11" is a section. */
static bool
read_numeric(struct reader *r, struct point *ret)
{
	size_t from = r->at;
	int    day = 0, month = 0, year = 0;
	bool   shortened, padded;
	char   sep;

	if (!read_number(r, 1, 2, &day) || r->at >= r->text.len)
		return false;
	sep = r->text.at[r->at++];
	if ((sep != '.' && sep != '/' && sep != '-') || !read_number(r, 1, 2, &month))
		return false;
	padded = r->at - from == 5 || sep == '/' || r->whole;
	if (!read_date_year(r, sep, &year, &shortened) || at_letter(r))
		return false;
	*ret = day_point(year, month, day);
	return !shortened || (padded && !ret->nonexistent);
}

enum day_mark { MARK_NONE, MARK_DOT, MARK_SUFFIX };

/* "17", "17.", "17th" */
static bool
read_day(struct reader *r, int *ret, enum day_mark *mark)
{
	static const struct str suffixes[] = {
		STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"), STR_INIT("th"),
	};

	if (!read_number(r, 1, 2, ret))
		return false;
	*mark = read_char(r, '.') ? MARK_DOT : MARK_NONE;
	for (size_t i = 0; *mark == MARK_NONE && i < COUNT_OF(suffixes); i++)
		if (read_text(r, suffixes[i]))
			*mark = MARK_SUFFIX;
	return true;
}

/* "17. maj 2011", "17 May 2011", "1st of May 2011", without a year too. */
static bool
read_day_month(struct reader *r, struct point *ret)
{
	const struct word *month;
	enum day_mark      mark = MARK_NONE;
	int                day = 0, year = 0;
	bool               capital;

	if (!read_day(r, &day, &mark))
		return false;
	(void)read_blanks(r);
	if (mark == MARK_SUFFIX && read_text(r, STR("of")))
		(void)read_blanks(r);
	capital = scan_is_capital(r->text, r->at);
	month = read_word(r, WORDS_MONTH);
	/* "45. Maj var" is a sentence that follows a number. */
	if (month == NULL || ((day < 1 || day > 31) && (mark == MARK_NONE || capital)))
		return false;
	(void)try_year(r, &year);
	*ret = day_point(year, month->value, day);
	ret->needs_year = mark == MARK_NONE;
	return true;
}

/* "1.-2. september 2012", "1-2 September 2012" */
static bool
read_day_range(struct reader *r, struct point *ret)
{
	enum day_mark mark = MARK_NONE;
	enum join     join;
	struct point  last;
	int           day = 0;

	if (!read_day(r, &day, &mark) || !read_join(r, &join))
		return false;
	if (mark == MARK_NONE && join != JOIN_TO)
		return false;
	if (read_text(r, STR("den")))
		(void)read_blanks(r);
	if (!read_day_month(r, &last) || day < 1 || day > last.period.day ||
	    (join == JOIN_AND && day + 1 != last.period.day))
		return false;
	*ret = last;
	ret->period = (struct period){
		.precision = PRECISION_RANGE,
		.month = last.period.month, .day = (uint8_t)day,
		.to_month = last.period.month, .to_day = last.period.day,
	};
	return true;
}

/* "May 1, 2011", "May 1st 2011" */
static bool
read_month_day(struct reader *r, struct point *ret)
{
	const struct word *month = read_word(r, WORDS_MONTH);
	enum day_mark      mark = MARK_NONE;
	int                day = 0, year = 0;

	if (month == NULL || !read_blanks(r) || !read_day(r, &day, &mark) || mark == MARK_DOT ||
	    day < 1 || day > 31)
		return false;
	(void)read_char(r, ',');
	if (!read_blanks(r) || !read_year(r, &year))
		return false;
	*ret = day_point(year, month->value, day);
	return true;
}

/* "august 2008", "marts måned 2008", "maj" */
static bool
read_month(struct reader *r, struct point *ret)
{
	const struct word *month = read_word(r, WORDS_MONTH);
	int                year = 0;

	if (month == NULL)
		return false;
	(void)try_year(r, &year);
	*ret = (struct point){
		.period = { .precision = PRECISION_MONTH, .month = month->value },
		.year = year,
		.needs_year = !(month->flags & WORD_BARE),
	};
	return true;
}

/* "1.", "første", "3rd" */
static bool
read_ordinal(struct reader *r, int *ret)
{
	const struct word *w = read_word(r, WORDS_ORDINAL);
	enum day_mark      mark = MARK_NONE;

	if (w != NULL) {
		*ret = w->value;
		return true;
	}
	return read_day(r, ret, &mark);
}

/* From the first to the last of several quarters or halves. */
static struct period
range_of_parts(int first, int last, int months)
{
	return (struct period){
		.precision = PRECISION_RANGE,
		.month = (uint8_t)((first - 1) * months + 1),
		.to_month = (uint8_t)(last * months),
	};
}

/* "1. kvartal 2009", "første halvår af 2009", "1.-3. kvartal 2009" */
static bool
read_part(struct reader *r, struct point *ret)
{
	const struct word *unit;
	enum join          join = JOIN_TO;
	int                n = 0, last, count, year = 0;

	if (!read_ordinal(r, &n))
		return false;
	last = n;
	if (read_join(r, &join) && !read_ordinal(r, &last))
		return false;
	(void)read_blanks(r);
	unit = read_word(r, WORDS_PART);
	if (unit == NULL)
		return false;
	count = unit->value == PRECISION_QUARTER ? 4 : 2;
	ret->needs_year = n == ORDINAL_LAST || !(unit->flags & WORD_BARE);
	if (n == ORDINAL_LAST && last == n)
		n = last = count;
	if (n < 1 || n > last || last > count || (join == JOIN_AND && n + 1 < last))
		return false;
	(void)try_year(r, &year);
	ret->year = year;
	ret->period = (struct period){ .precision = (enum precision)unit->value, .part = (uint8_t)n };
	if (n < last)
		ret->period = range_of_parts(n, last, 12 / count);
	return true;
}

/* Of the letters of "Q1 2009", "1K2009" and "2008M01": what they count. */
static bool
set_coded(char letter, int n, struct period *ret)
{
	static const struct { char letter; uint8_t precision; int max; } letters[] = {
		{ 'K', PRECISION_QUARTER, 4 }, { 'Q', PRECISION_QUARTER, 4 },
		{ 'H', PRECISION_HALF, 2 }, { 'M', PRECISION_MONTH, 12 },
	};

	for (size_t i = 0; i < COUNT_OF(letters); i++) {
		if (letters[i].letter != letter || n < 1 || n > letters[i].max)
			continue;
		*ret = (struct period){ .precision = (enum precision)letters[i].precision };
		if (ret->precision == PRECISION_MONTH)
			ret->month = (uint8_t)n;
		else
			ret->part = (uint8_t)n;
		return true;
	}
	return false;
}

/* "2008K1", "2008M01", "2009-Q1" */
static bool
read_code(struct reader *r, struct point *ret)
{
	int  n = 0;
	char letter;

	if (!read_year(r, &ret->year))
		return false;
	(void)read_char(r, '-');
	if (r->at >= r->text.len)
		return false;
	letter = r->text.at[r->at++];
	return read_number(r, 1, 2, &n) && !at_letter(r) && set_coded(letter, n, &ret->period);
}

/* "Q1 2009", "H1-2009" */
static bool
read_letter(struct reader *r, struct point *ret)
{
	int  n = 0;
	char letter = r->text.at[r->at++];

	if (letter == 'M' || !read_number(r, 1, 1, &n) || !set_coded(letter, n, &ret->period))
		return false;
	(void)read_char(r, '-');
	return try_year(r, &ret->year);
}

/* "forår 2007", "vinteren 2007/2008" (the winter that ends in 2008) */
static bool
read_season(struct reader *r, struct point *ret)
{
	const struct word *season = read_word(r, WORDS_SEASON);
	struct reader      in;
	int                next = 0;

	if (season == NULL)
		return false;
	ret->period = (struct period){ .precision = PRECISION_SEASON, .part = season->value };
	ret->needs_year = !(season->flags & WORD_BARE);
	if (!try_year(r, &ret->year) || season->value != 4)
		return true;
	in = *r;
	if (!read_char(&in, '/') && !read_dash(&in))
		return true;
	if (!read_year(&in, &next) && read_number(&in, 2, 2, &next))
		next += (ret->year + 1) / 100 * 100;
	if (next == ret->year + 1) {
		ret->year = next;
		r->at = in.at;
	}
	return true;
}

/* "ultimo april", "medio 2009", "mid-2009", "starten af 2009" */
static bool
read_third(struct reader *r, struct point *ret)
{
	const struct word *third = read_word(r, WORDS_THIRD);
	const struct word *month;

	if (third == NULL)
		return false;
	(void)read_char(r, '-');
	(void)read_blanks(r);
	month = read_word(r, WORDS_MONTH);
	ret->period = (struct period){
		.precision = PRECISION_THIRD,
		.month = month != NULL ? month->value : 0,
		.part = third->value,
	};
	return try_year(r, &ret->year) || month != NULL;
}

/* ISO 8601: week 1 has the year's 4 January, and weeks begin on Mondays. */
static int32_t
week_of(int year, int week)
{
	int32_t fourth = day_of(year, 1, 4), monday = 4 - 7000000;      /* 1970-01-05, and weeks before */

	return fourth - (fourth - monday) % 7 + 7 * (week - 1);
}

/* "uge 12 2009", "week 12 of 2009" */
static bool
read_week(struct reader *r, struct point *ret)
{
	int     n = 0, year = 0;
	int32_t monday;

	if (read_word(r, WORDS_WEEK) == NULL || !read_blanks(r) || !read_number(r, 1, 2, &n) ||
	    !try_year(r, &year))
		return false;
	monday = week_of(year, n);
	ret->period = period_make(monday, monday + 7, PRECISION_RANGE);
	ret->nonexistent = n < 1 || monday >= week_of(year + 1, 1);
	return true;
}

bool
read_point(struct reader *r, struct point *ret)
{
	static const struct {
		bool (*read)(struct reader *, struct point *);
		bool digit, word;       /* what it can begin with */
	} kinds[] = {
		{ read_years, true, false }, { read_iso, true, false }, { read_numeric, true, false },
		{ read_day_month, true, false }, { read_day_range, true, false },
		{ read_month_day, false, true }, { read_month, false, true }, { read_part, true, true },
		{ read_code, true, false }, { read_letter, false, true }, { read_season, false, true },
		{ read_third, false, true }, { read_week, false, true },
	};
	size_t end = r->at;
	bool   digit = scan_is_digit(r->text, r->at);

	for (size_t i = 0; r->at < r->text.len && i < COUNT_OF(kinds); i++) {
		struct reader in = *r;
		struct point  p = { 0 };

		if (!(digit ? kinds[i].digit : kinds[i].word))
			continue;
		if (kinds[i].read(&in, &p) && in.at > end) {
			*ret = p;
			end = in.at;
		}
	}
	if (end == r->at)
		return false;
	r->at = end;
	return true;
}
