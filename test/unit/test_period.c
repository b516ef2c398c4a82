#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "core/period.h"

#define DEADLINE true

/* What a text is read as; `to` is exclusive. */
struct reading {
	const char    *text;
	enum precision precision;
	const char    *from, *to;
	bool           deadline;
};

static const struct reading dated[] = {
	{ "2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", 0 },
	{ "år 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", 0 },
	{ "i 2008", PRECISION_YEAR, "2008-01-01", "2009-01-01", 0 },
	{ "I løbet af 2011", PRECISION_YEAR, "2011-01-01", "2012-01-01", 0 },
	{ "(2012)", PRECISION_YEAR, "2012-01-01", "2013-01-01", 0 },
	{ "1. kvartal 2009", PRECISION_QUARTER, "2009-01-01", "2009-04-01", 0 },
	{ "1.kvartal 2009", PRECISION_QUARTER, "2009-01-01", "2009-04-01", 0 },
	{ "første kvartal af 2009", PRECISION_QUARTER, "2009-01-01", "2009-04-01", 0 },
	{ "FØRSTE KVARTAL AF 2009", PRECISION_QUARTER, "2009-01-01", "2009-04-01", 0 },
	{ "tredje kvartal af 2009", PRECISION_QUARTER, "2009-07-01", "2009-10-01", 0 },
	{ "sidste kvartal 2009", PRECISION_QUARTER, "2009-10-01", "2010-01-01", 0 },
	{ "2. kvt. 2011", PRECISION_QUARTER, "2011-04-01", "2011-07-01", 0 },
	{ "4. kvt 2011", PRECISION_QUARTER, "2011-10-01", "2012-01-01", 0 },
	{ "1. halvår 2008", PRECISION_HALF, "2008-01-01", "2008-07-01", 0 },
	{ "første halvår af 2009", PRECISION_HALF, "2009-01-01", "2009-07-01", 0 },
	{ "andet halvår 2009", PRECISION_HALF, "2009-07-01", "2010-01-01", 0 },
	{ "sidste halvdel af 2009", PRECISION_HALF, "2009-07-01", "2010-01-01", 0 },
	{ "forår 2007", PRECISION_SEASON, "2007-03-01", "2007-06-01", 0 },
	{ "i foråret 2007", PRECISION_SEASON, "2007-03-01", "2007-06-01", 0 },
	{ "sommeren 2012", PRECISION_SEASON, "2012-06-01", "2012-09-01", 0 },
	{ "EFTERÅR 2008", PRECISION_SEASON, "2008-09-01", "2008-12-01", 0 },
	{ "vinter 2008", PRECISION_SEASON, "2007-12-01", "2008-03-01", 0 },
	{ "vinteren 2007/2008", PRECISION_SEASON, "2007-12-01", "2008-03-01", 0 },
	{ "vinteren 2007/08", PRECISION_SEASON, "2007-12-01", "2008-03-01", 0 },
	{ "vinteren 1999-2000", PRECISION_SEASON, "1999-12-01", "2000-03-01", 0 },
	{ "primo 2010", PRECISION_THIRD, "2010-01-01", "2010-05-01", 0 },
	{ "medio 2009", PRECISION_THIRD, "2009-05-01", "2009-09-01", 0 },
	{ "ultimo 2008", PRECISION_THIRD, "2008-09-01", "2009-01-01", 0 },
	{ "starten af 2009", PRECISION_THIRD, "2009-01-01", "2009-05-01", 0 },
	{ "primo maj 2012", PRECISION_THIRD, "2012-05-01", "2012-05-11", 0 },
	{ "medio maj 2012", PRECISION_THIRD, "2012-05-11", "2012-05-21", 0 },
	{ "ultimo juli 2009", PRECISION_THIRD, "2009-07-21", "2009-08-01", 0 },
	{ "ultimo februar 2012", PRECISION_THIRD, "2012-02-21", "2012-03-01", 0 },
	{ "ultimo december 2008", PRECISION_THIRD, "2008-12-21", "2009-01-01", 0 },
	{ "august 2008", PRECISION_MONTH, "2008-08-01", "2008-09-01", 0 },
	{ "August 2008", PRECISION_MONTH, "2008-08-01", "2008-09-01", 0 },
	{ "aug. 2008", PRECISION_MONTH, "2008-08-01", "2008-09-01", 0 },
	{ "feb 2011", PRECISION_MONTH, "2011-02-01", "2011-03-01", 0 },
	{ "feb. 2012", PRECISION_MONTH, "2012-02-01", "2012-03-01", 0 },
	{ "feb.\xC2\xA0" "2012", PRECISION_MONTH, "2012-02-01", "2012-03-01", 0 },
	{ "marts måned 2008", PRECISION_MONTH, "2008-03-01", "2008-04-01", 0 },
	{ "december 2008", PRECISION_MONTH, "2008-12-01", "2009-01-01", 0 },
	{ "16. december 2010", PRECISION_DAY, "2010-12-16", "2010-12-17", 0 },
	{ "16.december 2010", PRECISION_DAY, "2010-12-16", "2010-12-17", 0 },
	{ "d. 21. november 2011", PRECISION_DAY, "2011-11-21", "2011-11-22", 0 },
	{ "den 29. januar 2009", PRECISION_DAY, "2009-01-29", "2009-01-30", 0 },
	{ "26. jan. 2006", PRECISION_DAY, "2006-01-26", "2006-01-27", 0 },
	{ "29. februar 2012", PRECISION_DAY, "2012-02-29", "2012-03-01", 0 },
	{ "29. februar 2000", PRECISION_DAY, "2000-02-29", "2000-03-01", 0 },
	{ "31. december 2012", PRECISION_DAY, "2012-12-31", "2013-01-01", 0 },
	{ "17/05-2011", PRECISION_DAY, "2011-05-17", "2011-05-18", 0 },
	{ "17/5-11", PRECISION_DAY, "2011-05-17", "2011-05-18", 0 },
	{ "17/5 2011", PRECISION_DAY, "2011-05-17", "2011-05-18", 0 },
	{ "17.05.2011", PRECISION_DAY, "2011-05-17", "2011-05-18", 0 },
	{ "17.5.2011", PRECISION_DAY, "2011-05-17", "2011-05-18", 0 },
	{ "17-05-2011", PRECISION_DAY, "2011-05-17", "2011-05-18", 0 },
	{ "2009-06-01", PRECISION_DAY, "2009-06-01", "2009-06-02", 0 },
	{ "BR 09.10.08", PRECISION_DAY, "2008-10-09", "2008-10-10", 0 },
	{ "(BR 11.03.2010)", PRECISION_DAY, "2010-03-11", "2010-03-12", 0 },
	{ "BR d. 9. oktober 2008", PRECISION_DAY, "2008-10-09", "2008-10-10", 0 },
	{ "01.01.00", PRECISION_DAY, "2000-01-01", "2000-01-02", 0 },
	{ "31.12.69", PRECISION_DAY, "2069-12-31", "2070-01-01", 0 },
	{ "01.01.70", PRECISION_DAY, "1970-01-01", "1970-01-02", 0 },
	{ "31.12.99", PRECISION_DAY, "1999-12-31", "2000-01-01", 0 },
	{ "2011-2014", PRECISION_RANGE, "2011-01-01", "2015-01-01", 0 },
	{ "2010–2013", PRECISION_RANGE, "2010-01-01", "2014-01-01", 0 },
	{ "2010 - 2013", PRECISION_RANGE, "2010-01-01", "2014-01-01", 0 },
	{ "2011 til 2014", PRECISION_RANGE, "2011-01-01", "2015-01-01", 0 },
	{ "fra 2011 til og med 2014", PRECISION_RANGE, "2011-01-01", "2015-01-01", 0 },
	{ "i perioden 2010-2013", PRECISION_RANGE, "2010-01-01", "2014-01-01", 0 },
	{ "2008/2009", PRECISION_RANGE, "2008-01-01", "2010-01-01", 0 },
	{ "2008/09", PRECISION_RANGE, "2008-01-01", "2010-01-01", 0 },
	{ "1999/00", PRECISION_RANGE, "1999-01-01", "2001-01-01", 0 },
	{ "2011-14", PRECISION_RANGE, "2011-01-01", "2015-01-01", 0 },
	{ "2008–09", PRECISION_RANGE, "2008-01-01", "2010-01-01", 0 },
	{ "april/maj 2012", PRECISION_RANGE, "2012-04-01", "2012-06-01", 0 },
	{ "april-maj 2012", PRECISION_RANGE, "2012-04-01", "2012-06-01", 0 },
	{ "april og maj 2012", PRECISION_RANGE, "2012-04-01", "2012-06-01", 0 },
	{ "jan.-mar. 2012", PRECISION_RANGE, "2012-01-01", "2012-04-01", 0 },
	{ "november-februar 2012", PRECISION_RANGE, "2011-11-01", "2012-03-01", 0 },
	{ "december 2011/januar 2012", PRECISION_RANGE, "2011-12-01", "2012-02-01", 0 },
	{ "1.-2. september 2012", PRECISION_RANGE, "2012-09-01", "2012-09-03", 0 },
	{ "1. og 2. september 2012", PRECISION_RANGE, "2012-09-01", "2012-09-03", 0 },
	{ "29. april - 2. maj 2012", PRECISION_RANGE, "2012-04-29", "2012-05-03", 0 },
	{ "30. december - 2. januar 2012", PRECISION_RANGE, "2011-12-30", "2012-01-03", 0 },
	{ "20. april 2006 til 1. december 2008", PRECISION_RANGE, "2006-04-20", "2008-12-02", 0 },
	{ "01.01.2009-31.12.2012", PRECISION_RANGE, "2009-01-01", "2013-01-01", 0 },
	{ "1.-3. kvartal 2009", PRECISION_RANGE, "2009-01-01", "2009-10-01", 0 },
	{ "efterår 2008 til forår 2010", PRECISION_RANGE, "2008-09-01", "2010-06-01", 0 },
	{ "uge 12 2009", PRECISION_RANGE, "2009-03-16", "2009-03-23", 0 },
	{ "uge 1, 2009", PRECISION_RANGE, "2008-12-29", "2009-01-05", 0 },
	{ "uge 53 2009", PRECISION_RANGE, "2009-12-28", "2010-01-04", 0 },
	/* deadlines: `from` is that of the named period */
	{ "ved udgangen af 2009", PRECISION_YEAR, "2009-01-01", "2010-01-01", DEADLINE },
	{ "med udgangen af 2008", PRECISION_YEAR, "2008-01-01", "2009-01-01", DEADLINE },
	{ "inden udgangen af 2011", PRECISION_YEAR, "2011-01-01", "2012-01-01", DEADLINE },
	{ "senest inden udgangen af 2011", PRECISION_YEAR, "2011-01-01", "2012-01-01", DEADLINE },
	{ "inden udgangen af december 2011", PRECISION_MONTH, "2011-12-01", "2012-01-01", DEADLINE },
	{ "senest i 2014", PRECISION_YEAR, "2014-01-01", "2015-01-01", DEADLINE },
	{ "Senest i løbet af 2014", PRECISION_YEAR, "2014-01-01", "2015-01-01", DEADLINE },
	{ "senest 1. maj 2012", PRECISION_DAY, "2012-05-01", "2012-05-02", DEADLINE },
	{ "senest den 31.12.2012", PRECISION_DAY, "2012-12-31", "2013-01-01", DEADLINE },
	{ "senest i 1. kvartal 2010", PRECISION_QUARTER, "2010-01-01", "2010-04-01", DEADLINE },
	{ "senest medio 2009", PRECISION_THIRD, "2009-05-01", "2009-09-01", DEADLINE },
	{ "frem til 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "frem til år 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "frem til og med 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "frem til januar 2011", PRECISION_MONTH, "2011-01-01", "2011-02-01", DEADLINE },
	{ "frem mod udgangen af 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "til og med 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "I perioden til og med år 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	/* before: what is named is excluded, so the period before it is the last */
	{ "inden august 2012", PRECISION_MONTH, "2012-07-01", "2012-08-01", DEADLINE },
	{ "inden januar 2012", PRECISION_MONTH, "2011-12-01", "2012-01-01", DEADLINE },
	{ "inden 2014", PRECISION_YEAR, "2013-01-01", "2014-01-01", DEADLINE },
	{ "før 1. marts 2012", PRECISION_DAY, "2012-02-29", "2012-03-01", DEADLINE },
	{ "inden 1. kvartal 2010", PRECISION_QUARTER, "2009-10-01", "2010-01-01", DEADLINE },
	{ "inden 2. halvår 2010", PRECISION_HALF, "2010-01-01", "2010-07-01", DEADLINE },
	{ "inden foråret 2010", PRECISION_SEASON, "2009-12-01", "2010-03-01", DEADLINE },
	{ "inden medio 2009", PRECISION_THIRD, "2009-01-01", "2009-05-01", DEADLINE },
	{ "inden primo maj 2009", PRECISION_THIRD, "2009-04-21", "2009-05-01", DEADLINE },
	{ "inden ultimo maj 2009", PRECISION_THIRD, "2009-05-11", "2009-05-21", DEADLINE },
	{ "inden 2011-2014", PRECISION_DAY, "2010-12-31", "2011-01-01", DEADLINE },
	/* English */
	{ "spring 2007", PRECISION_SEASON, "2007-03-01", "2007-06-01", 0 },
	{ "the winter of 2007/08", PRECISION_SEASON, "2007-12-01", "2008-03-01", 0 },
	{ "Q1 2009", PRECISION_QUARTER, "2009-01-01", "2009-04-01", 0 },
	{ "1st quarter of 2009", PRECISION_QUARTER, "2009-01-01", "2009-04-01", 0 },
	{ "in the third quarter of 2009", PRECISION_QUARTER, "2009-07-01", "2009-10-01", 0 },
	{ "first half of 2008", PRECISION_HALF, "2008-01-01", "2008-07-01", 0 },
	{ "by the end of 2011", PRECISION_YEAR, "2011-01-01", "2012-01-01", DEADLINE },
	{ "by 2014", PRECISION_YEAR, "2014-01-01", "2015-01-01", DEADLINE },
	{ "no later than 2014", PRECISION_YEAR, "2014-01-01", "2015-01-01", DEADLINE },
	{ "through 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "until 2010", PRECISION_YEAR, "2010-01-01", "2011-01-01", DEADLINE },
	{ "until March 2010", PRECISION_MONTH, "2010-03-01", "2010-04-01", DEADLINE },
	{ "before August 2012", PRECISION_MONTH, "2012-07-01", "2012-08-01", DEADLINE },
	{ "before the end of 2011", PRECISION_YEAR, "2011-01-01", "2012-01-01", DEADLINE },
	{ "mid-2009", PRECISION_THIRD, "2009-05-01", "2009-09-01", 0 },
	{ "early 2010", PRECISION_THIRD, "2010-01-01", "2010-05-01", 0 },
	{ "late 2008", PRECISION_THIRD, "2008-09-01", "2009-01-01", 0 },
	{ "1 May 2011", PRECISION_DAY, "2011-05-01", "2011-05-02", 0 },
	{ "1st of May 2011", PRECISION_DAY, "2011-05-01", "2011-05-02", 0 },
	{ "May 1, 2011", PRECISION_DAY, "2011-05-01", "2011-05-02", 0 },
	{ "December 2010", PRECISION_MONTH, "2010-12-01", "2011-01-01", 0 },
	{ "from 2011 to 2014", PRECISION_RANGE, "2011-01-01", "2015-01-01", 0 },
	{ "1-2 September 2012", PRECISION_RANGE, "2012-09-01", "2012-09-03", 0 },
	{ "week 12 of 2009", PRECISION_RANGE, "2009-03-16", "2009-03-23", 0 },
	/* StatBank */
	{ "2008K1", PRECISION_QUARTER, "2008-01-01", "2008-04-01", 0 },
	{ "2008Q4", PRECISION_QUARTER, "2008-10-01", "2009-01-01", 0 },
	{ "2008M01", PRECISION_MONTH, "2008-01-01", "2008-02-01", 0 },
	{ "2008M12", PRECISION_MONTH, "2008-12-01", "2009-01-01", 0 },
	{ "2008H1", PRECISION_HALF, "2008-01-01", "2008-07-01", 0 },
	/* the calendar's ends */
	{ "0001", PRECISION_YEAR, "0001-01-01", "0002-01-01", 0 },
	{ "30. december 9999", PRECISION_DAY, "9999-12-30", "9999-12-31", 0 },
};

/* `month`, `day`, `part`, `to_month`, `to_day`. */
static const struct {
	const char    *text;
	enum precision precision;
	uint8_t        parts[5];
	bool           deadline;
	const char    *from, *to;       /* in 2011 */
} undated[] = {
	{ "ultimo april", PRECISION_THIRD, { 4, 0, 3, 0, 0 }, 0, "2011-04-21", "2011-05-01" },
	{ "medio april", PRECISION_THIRD, { 4, 0, 2, 0, 0 }, 0, "2011-04-11", "2011-04-21" },
	{ "early May", PRECISION_THIRD, { 5, 0, 1, 0, 0 }, 0, "2011-05-01", "2011-05-11" },
	{ "3. kvartal", PRECISION_QUARTER, { 0, 0, 3, 0, 0 }, 0, "2011-07-01", "2011-10-01" },
	{ "2. halvår", PRECISION_HALF, { 0, 0, 2, 0, 0 }, 0, "2011-07-01", "2012-01-01" },
	{ "forår", PRECISION_SEASON, { 0, 0, 1, 0, 0 }, 0, "2011-03-01", "2011-06-01" },
	{ "vinter", PRECISION_SEASON, { 0, 0, 4, 0, 0 }, 0, "2010-12-01", "2011-03-01" },
	{ "august", PRECISION_MONTH, { 8, 0, 0, 0, 0 }, 0, "2011-08-01", "2011-09-01" },
	{ "17. maj", PRECISION_DAY, { 5, 17, 0, 0, 0 }, 0, "2011-05-17", "2011-05-18" },
	{ "april/maj", PRECISION_RANGE, { 4, 0, 0, 5, 0 }, 0, "2011-04-01", "2011-06-01" },
	{ "november-februar", PRECISION_RANGE, { 11, 0, 0, 2, 0 }, 0, "2011-11-01", "2012-03-01" },
	{ "1.-2. september", PRECISION_RANGE, { 9, 1, 0, 9, 2 }, 0, "2011-09-01", "2011-09-03" },
	{ "29. april - 2. maj", PRECISION_RANGE, { 4, 29, 0, 5, 2 }, 0, "2011-04-29", "2011-05-03" },
	{ "senest ultimo april", PRECISION_THIRD, { 4, 0, 3, 0, 0 }, 1, "2011-04-21", "2011-05-01" },
	{ "inden maj", PRECISION_MONTH, { 4, 0, 0, 0, 0 }, 1, "2011-04-01", "2011-05-01" },
	{ "inden 3. kvartal", PRECISION_QUARTER, { 0, 0, 2, 0, 0 }, 1, "2011-04-01", "2011-07-01" },
};

static const char *const refused[] = {
	"", " ", "i", "den", "år", "senest", "31. februar 2010", "29.02.2011", "29. februar 1900",
	"31/4-2012", "2010-02-30", "2010-13-01", "0. maj 2010", "32. maj 2010", "17.13.2010",
	"30. februar", "February 30, 2010", "28.-30. februar 2010", "uge 53 2010", "uge 0 2010",
	"5. kvartal 2009", "0. kvartal 2009", "3. halvår 2009", "2008K5", "2008M13", "2008H3",
	"Sagsnr. 2010-72953", "BR 395/2006", "2010-72953", "1592 København V", "§ 110", "2.091",
	"2.000 ekstra helårspersoner", "2000 personer", "2010 kr.", "1950 pct.", "2.10",
	"2.10 Status på", "20100", "201", "0000", "2008-09", "2008-05", "2010/2013", "2014-2011",
	"2010-2010-2010", "fra 2009", "fra og med 2009", "inden januar", "inden for 2009",
	"maj 2009 personer", "april juni 2009", "marts/juni 2012", "http://x.dk/2010", "primo",
	"århundrede", "årene", "2. september-1. september 2012", "2-1. september 2012", "1900'erne",
	"BR", "BR 2010", "1/2", "10000", "inden 0001", "vinter 0001", "efter 2010x", "2010,5",
};

static int32_t
day(const char *iso)
{
	int32_t ret = 0;

	assert_true(day_from_iso(str_from(iso), &ret));
	return ret;
}

static struct period
parsed(const char *text)
{
	struct period p = { 0 };

	if (!period_parse(str_from(text), &p))
		fail_msg("not read: %s", text);
	return p;
}

/* What is written is read back as the same period, in both languages. */
static void
check_written(const char *from, struct period p)
{
	for (int danish = 0; danish < 2; danish++) {
		struct arena  a = { 0 };
		struct str    text = period_text(&a, p, danish);
		struct period again = { 0 };

		if (!period_parse(text, &again) || !period_eq(again, p))
			fail_msg("%s: written as \"" STR_FMT "\" and not read back", from, STR_ARG(text));
		arena_free(&a);
	}
}

static void
check_reading(const struct reading *r, struct period p)
{
	if (!p.dated || p.precision != r->precision || p.deadline != r->deadline ||
	    p.from != day(r->from) || p.to != day(r->to)) {
		struct arena a = { 0 };

		fail_msg("%s: read as " STR_FMT, r->text, STR_ARG(period_text(&a, p, true)));
	}
	assert_true(period_valid(p));
}

static void
dated_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(dated); i++) {
		struct period p = parsed(dated[i].text);

		check_reading(&dated[i], p);
		check_written(dated[i].text, p);
		assert_true(period_eq(period_in_year(p, 1999), p));
	}
}

static void
undated_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(undated); i++) {
		struct period  p = parsed(undated[i].text), in;
		const uint8_t *parts = undated[i].parts;

		if (p.dated || p.precision != undated[i].precision || p.month != parts[0] ||
		    p.day != parts[1] || p.part != parts[2] || p.to_month != parts[3] ||
		    p.to_day != parts[4] || p.deadline != undated[i].deadline)
			fail_msg("%s: read otherwise", undated[i].text);
		check_written(undated[i].text, p);
		in = period_in_year(p, 2011);
		check_reading(&(struct reading){ undated[i].text, p.precision, undated[i].from,
		                                 undated[i].to, p.deadline }, in);
		check_written(undated[i].text, in);
	}
}

static void
refused_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		struct period p = { .from = 4711 };

		if (period_parse(str_from(refused[i]), &p)) {
			struct arena a = { 0 };

			fail_msg("%s: read as " STR_FMT, refused[i], STR_ARG(period_text(&a, p, true)));
		}
		assert_int_equal(p.from, 4711);
	}
}

static void
a_leap_day_has_not_every_year(void **state)
{
	struct period p = parsed("29. februar");

	(void)state;
	assert_false(period_in_year(p, 2011).dated);
	assert_false(period_in_year(p, 1900).dated);
	assert_true(period_in_year(p, 2012).dated);
	assert_int_equal(period_in_year(p, 2012).from, day("2012-02-29"));
	assert_false(period_in_year(p, 0).dated);
	assert_false(period_in_year(p, 10000).dated);
}

static void
texts_for_people(void **state)
{
	static const struct { const char *text, *danish, *english; } texts[] = {
		{ "2010", "2010", "2010" },
		{ "Q1 2009", "1. kvartal 2009", "1st quarter 2009" },
		{ "2. kvt. 2009", "2. kvartal 2009", "2nd quarter 2009" },
		{ "første halvår af 2009", "1. halvår 2009", "1st half 2009" },
		{ "foråret 2007", "forår 2007", "spring 2007" },
		{ "vinteren 2007/2008", "vinter 2008", "winter 2008" },
		{ "17/05-2011", "17.05.2011", "17 May 2011" },
		{ "feb. 2011", "februar 2011", "February 2011" },
		{ "ultimo april", "ultimo april", "late April" },
		{ "medio 2009", "medio 2009", "mid 2009" },
		{ "17. maj", "17. maj", "17 May" },
		{ "2011–2014", "2011-2014", "2011-2014" },
		{ "april/maj 2012", "april-maj 2012", "April-May 2012" },
		{ "1.-2. september 2012", "1.-2. september 2012", "1-2 September 2012" },
		{ "november 2011-februar 2012", "november 2011 - februar 2012",
		  "November 2011 - February 2012" },
		{ "29. april - 2. maj 2012", "29. april - 2. maj 2012", "29 April - 2 May 2012" },
		{ "frem til 2010", "til og med 2010", "through 2010" },
		{ "inden august 2012", "til og med juli 2012", "through July 2012" },
		{ "senest 1. maj 2012", "til og med 01.05.2012", "through 1 May 2012" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct arena  a = { 0 };
		struct period p = parsed(texts[i].text);
		struct str    danish = period_text(&a, p, true), english = period_text(&a, p, false);

		if (!str_eq(danish, str_from(texts[i].danish)) ||
		    !str_eq(english, str_from(texts[i].english)))
			fail_msg("%s: \"" STR_FMT "\", \"" STR_FMT "\"", texts[i].text, STR_ARG(danish),
			         STR_ARG(english));
		arena_free(&a);
	}
}

static void
check_years(enum precision precision, int month, int part)
{
	struct period undated_one = {
		.precision = precision, .month = (uint8_t)month, .part = (uint8_t)part,
	};

	for (int year = 2007; year <= 2012; year++) {
		struct period p;

		undated_one.deadline = year % 2 == 0;
		p = period_in_year(undated_one, year);
		assert_true(p.dated && period_valid(p));
		check_written("a period", p);
	}
}

/* Every quarter, season, month, ... of some years, and every range of 40 days
 * around a leap day and a new year: written and read back. */
static void
all_periods_both_ways(void **state)
{
	static const struct { enum precision precision; int months, parts; } kinds[] = {
		{ PRECISION_MONTH, 12, 0 }, { PRECISION_QUARTER, 0, 4 }, { PRECISION_HALF, 0, 2 },
		{ PRECISION_SEASON, 0, 4 }, { PRECISION_THIRD, 0, 3 }, { PRECISION_THIRD, 12, 3 },
		{ PRECISION_YEAR, 0, 0 },
	};

	(void)state;
	for (size_t k = 0; k < COUNT_OF(kinds); k++)
		for (int month = kinds[k].months > 0; month <= kinds[k].months; month++)
			for (int part = kinds[k].parts > 0; part <= kinds[k].parts; part++)
				check_years(kinds[k].precision, month, part);
	for (int32_t from = day("2011-12-20"); from < day("2012-03-05"); from++)
		for (int32_t to = from + 1; to < from + 40; to++)
			check_written("a range", period_make(from, to, PRECISION_RANGE));
	check_written("years", period_make(day("2010-01-01"), day("2011-01-01"), PRECISION_RANGE));
	check_written("months", period_make(day("2010-07-01"), day("2012-07-01"), PRECISION_RANGE));
}

/* Of a deadline two days are stored: its own period comes back from its end. */
static void
stored_deadlines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(dated); i++) {
		struct period p = parsed(dated[i].text), again;

		again = period_make(p.deadline ? DAY_MIN : p.from, p.to, p.precision);
		if (!period_eq(again, p))
			assert_true(p.deadline && p.precision == PRECISION_THIRD);
		assert_true(again.from < again.to && period_valid(again));
	}
}

static void
validity(void **state)
{
	static const struct { const char *from, *to; enum precision precision; bool valid; } cases[] = {
		{ "2010-01-01", "2011-01-01", PRECISION_YEAR, true },
		{ "2010-02-01", "2011-02-01", PRECISION_YEAR, false },
		{ "2010-01-01", "2010-04-01", PRECISION_QUARTER, true },
		{ "2010-02-01", "2010-05-01", PRECISION_QUARTER, false },
		{ "2010-01-01", "2010-04-01", PRECISION_SEASON, false },
		{ "2009-12-01", "2010-03-01", PRECISION_SEASON, true },
		{ "2010-07-01", "2011-01-01", PRECISION_HALF, true },
		{ "2010-06-01", "2010-12-01", PRECISION_HALF, false },
		{ "2010-05-01", "2010-09-01", PRECISION_THIRD, true },
		{ "2010-05-21", "2010-06-01", PRECISION_THIRD, true },
		{ "2010-05-21", "2010-05-31", PRECISION_THIRD, false },
		{ "2010-02-01", "2010-03-01", PRECISION_MONTH, true },
		{ "2010-02-01", "2010-03-02", PRECISION_MONTH, false },
		{ "2010-02-02", "2010-03-01", PRECISION_MONTH, false },
		{ "2010-02-01", "2010-02-02", PRECISION_DAY, true },
		{ "2010-02-01", "2010-02-03", PRECISION_DAY, false },
		{ "2010-02-03", "2010-02-03", PRECISION_RANGE, false },
		{ "2010-02-03", "2010-02-01", PRECISION_RANGE, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct period p = period_make(day(cases[i].from), day(cases[i].to), cases[i].precision);

		if (period_valid(p) != cases[i].valid)
			fail_msg("%s to %s", cases[i].from, cases[i].to);
	}
	assert_false(period_valid(parsed("ultimo april")));
	assert_false(period_valid(period_make(0, DAY_MAX, PRECISION_RANGE)));
	assert_false(period_valid(period_make(DAY_MIN, DAY_MIN, PRECISION_YEAR)));
}

static void
codes_both_ways(void **state)
{
	enum precision p = PRECISION_DAY;

	(void)state;
	for (size_t i = 0; i < PRECISION_COUNT; i++) {
		assert_true(precision_from_code(precision_code((enum precision)i), &p));
		assert_int_equal(p, i);
	}
	assert_true(str_eq(precision_code(PRECISION_THIRD), STR("third")));
	assert_false(precision_from_code(STR("decade"), &p));
	assert_false(precision_from_code(STR_NONE, &p));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dated_texts),
		cmocka_unit_test(undated_texts),
		cmocka_unit_test(refused_texts),
		cmocka_unit_test(a_leap_day_has_not_every_year),
		cmocka_unit_test(texts_for_people),
		cmocka_unit_test(all_periods_both_ways),
		cmocka_unit_test(stored_deadlines),
		cmocka_unit_test(validity),
		cmocka_unit_test(codes_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
