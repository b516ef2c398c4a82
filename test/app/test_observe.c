/* Measurements in bulk: what a file may look like, what is refused, and that
 * nothing of a refused file stays. */
#include "register.h"

static void
frame(struct place *p, struct store *s)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title,level\nby,1,København,city\nø,1,Ørestad,district\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "grp.csv", "id,since,title\nkvinder,1,kvinder\nmænd,1,mænd\n" },
		{ "comparator.csv", "id,since,title\nfire,1,de fire største\n" },
		{ "indicator.csv", "id,since,title,measure\nledige,1,Ledige,count\nandel,1,Andel,share\n"
		  "kroner,1,Udgift,kroner\n" },
		{ "method.csv", "id,since,indicator,version\nm1,1,andel,1\nm2,1,andel,2\n" },
	};

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
}

/* What the register holds, a measurement a line, as a package writes it. */
static struct str
measured(struct place *p, struct store *s, const char *name)
{
	register_dump(p, s, name);
	return file_get(p, file_path(p, name, "observation.csv"));
}

/* ---- one row in many forms ---- */

struct form {
	const char *file, *want;        /* want: in observation.csv, without since and places */
};

#define ROW "ledige,by,,2010-01-01,2011-01-01,year,1,1234,,,,,,,,,2,,2,"

static const struct form forms[] = {
	{ "indicator,period,value\nledige,2010,1234\n", ROW },
	{ "value,indicator,period\n1234,ledige,2010\n", ROW },
	{ "indicator;period;value\nledige;2010;1234\n", ROW },
	{ "indicator\tperiod\tvalue\nledige\t2010\t1234\n", ROW },
	{ "\xEF\xBB\xBFindicator,period,value\r\nledige,2010,1234\r\n", ROW },
	{ " indicator , period , value \nledige,2010,1234", ROW },
	{ "\"indicator\",\"period\",\"value\"\n\"ledige\",\"2010\",\"1234\"\n", ROW },
	{ "indicator,from,to,value\nledige,2010-01-01,2011-01-01,1234\n", ROW },
	{ "indicator,from,to,precision,value\nledige,2010-01-01,2011-01-01,year,1234\n", ROW },
	{ "indicator,area,group,method,period,value\nledige,by,,1,2010,1234\n", ROW },
	{ "indicator,period,value\n\n\r\nledige,2010,1234\n\n",
	  "ledige,by,,2010-01-01,2011-01-01,year,1,1234,,,,,,,,,2,,4," },
	{ "indicator,period,value,line,col\nledige,2010,1234,17,4\n",
	  "ledige,by,,2010-01-01,2011-01-01,year,1,1234,,,,,,,,,2,,17,4" },
	{ "indicator,period,value\nandel,1. kvartal 2009,54.40\n",
	  "andel,by,,2009-01-01,2009-04-01,quarter,2,54.40,,,,,,,,,2,,2," },
	{ "indicator;period;value\nandel;forår 2007;54,40\n",
	  "andel,by,,2007-03-01,2007-06-01,season,2,54.40,,,,,,,,,2,,2," },
	{ "indicator,period,value\nandel,august 2008,\"54,40\"\n",
	  "andel,by,,2008-08-01,2008-09-01,month,2,54.40,,,,,,,,,2,,2," },
	{ "indicator,period,value,area,group\nandel,2008M01,5,ø,mænd\n",
	  "andel,ø,mænd,2008-01-01,2008-02-01,month,2,5,,,,,,,,,2,,2," },
	{ "indicator,area,period,value\nandel,comparator:fire,2008,1.19\n",
	  "andel,comparator:fire,,2008-01-01,2009-01-01,year,2,1.19,,,,,,,,,2,,2," },
	{ "indicator,period,value,qualifier,high\nledige,2010,80,range,100\n",
	  "ledige,by,,2010-01-01,2011-01-01,year,1,80,range,100,,,,,,,2,,2," },
	{ "indicator,period,value,qualifier,high\nandel,2010,4.5,range,10\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,4.5,range,10.0,,,,,,,2,,2," },
	{ "indicator,period,value,qualifier\nandel,2010,80,over\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,80,over,,,,,,,,2,,2," },
	{ "indicator,period,value,sample\nandel,2010,27,500\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,27,survey,,500,,,,,,2,,2," },
	{ "indicator,period,value,sample,effect\nandel,2010,51,1000,1.4\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,51,survey,,1000,1.40,,,,,2,,2," },
	{ "indicator,period,value,missing\nandel,2010,,confidential\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,,,,,,confidential,,,,2,,2," },
	{ "indicator,period,value\nandel,2010,..\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,,,,,,confidential,,,,2,,2," },
	{ "indicator,period,value\nandel,2010,?\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,,,,,,not_stated,,,,2,,2," },
	{ "indicator,period,value\nandel,2010,\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,,,,,,not_stated,,,,2,,2," },
	{ "indicator,period,value,assumed,preliminary,breaks\nandel,2010,5,1,1,1\n",
	  "andel,by,,2010-01-01,2011-01-01,year,2,5,,,,,,1,1,1,2,,2," },
	{ "indicator;period;value\nkroner;2010;6.105.606\n",
	  "kroner,by,,2010-01-01,2011-01-01,year,1,6105606,,,,,,,,,2,,2," },
	{ "indicator,period,value\nkroner,2010,-17.5\n",
	  "kroner,by,,2010-01-01,2011-01-01,year,1,-17.5,,,,,,,,,2,,2," },
};

static void
one_row(void **state)
{
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct store   *s = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
		struct imported out;
		struct str      rows;
		char            name[16];

		frame(p, s);
		place_quiet(p);
		if (!import_text(p, s, "m.csv", forms[i].file, &out))
			fail_msg("%s: %s", forms[i].file, place_says(p));
		assert_true(out.is_observations);
		assert_int_equal(out.observations, 1);
		snprintf(name, sizeof name, "ud%zu", i);
		rows = measured(p, s, name);
		if (str_find(rows, str_from(forms[i].want), 0) == SIZE_MAX)
			fail_msg("%s\nwanted %s\nin %.*s", forms[i].file, forms[i].want,
			    STR_ARG(rows));
		store_close(s);
	}
}

/* ---- what is refused ---- */

static const struct form wrongs[] = {
	{ "indicator,value\nledige,1\n", "m.csv:1: error: a column period, or from and to" },
	{ "indicator,period,value,farve\nledige,2010,1,blå\n",
	  "m.csv:1: error: column “farve”: is none" },
	{ "indicator,period,value,period\nledige,2010,1,2010\n",
	  "m.csv:1: error: column “period”: is there twice" },
	{ "indicator,period,value\nledig,2010,1\n", "m.csv:2: error: indicator “ledig”: no such" },
	{ "indicator,area,period,value\nledige,bygd,2010,1\n", "m.csv:2: error: area “bygd”: no such" },
	{ "indicator,area,period,value\nledige,fire,2010,1\n", "m.csv:2: error: area “fire”: no such" },
	{ "indicator,group,period,value\nledige,børn,2010,1\n", "m.csv:2: error: group “børn”" },
	{ "indicator,period,value\nledige,2010,to\n", "m.csv:2: error: value “to”: no figure" },
	{ "indicator;period;value\nledige;2010;1.234\n", "m.csv:2: error: value “1.234”: can be read two" },
	{ "indicator,period,value\nledige,2010,\"1,234\"\n", "m.csv:2: error: value “1,234”: can be read two" },
	{ "indicator,period,value\nledige,2010,99999999999999999999\n", "m.csv:2: error: value" },
	{ "indicator,period,value\nledige,ultimo april,1\n", "m.csv:2: error: period “ultimo april”" },
	{ "indicator,period,value\nledige,senest i 2010,1\n", "m.csv:2: error: period" },
	{ "indicator,period,value\nledige,31. februar 2010,1\n", "m.csv:2: error: period" },
	{ "indicator,from,to,value\nledige,2010-01-01,2010-01-01,1\n", "m.csv:2: error: to “2010-01-01”" },
	{ "indicator,from,to,value\nledige,2010-02-30,2011-01-01,1\n", "m.csv:2: error: from" },
	{ "indicator,from,to,precision,value\nledige,2010-01-01,2010-04-01,year,1\n",
	  "m.csv:2: error: precision “year”" },
	{ "indicator,period,value,qualifier\nledige,2010,1,ca\n", "m.csv:2: error: qualifier “ca”" },
	{ "indicator,period,value,qualifier\nledige,2010,1,range\n", "m.csv:2: error: high “”" },
	{ "indicator,period,value,qualifier,high\nledige,2010,100,range,80\n", "m.csv:2: error: high “80”" },
	{ "indicator,period,value,high\nledige,2010,80,100\n", "m.csv:2: error: high “100”" },
	{ "indicator,period,value,qualifier\nandel,2010,27,survey\n", "m.csv:2: error: sample" },
	{ "indicator,period,value,sample\nandel,2010,27,-3\n", "m.csv:2: error: sample “-3”" },
	{ "indicator,period,value,sample\nandel,2010,127,500\n", "m.csv:2: error: value “127”" },
	{ "indicator,period,value,sample,qualifier\nandel,2010,27,500,circa\n", "m.csv:2: error: sample" },
	{ "indicator,period,value,sample,effect\nandel,2010,27,500,0\n", "m.csv:2: error: effect “0”" },
	{ "indicator,period,value,missing\nandel,2010,,måske\n", "m.csv:2: error: missing “måske”" },
	{ "indicator,period,value,missing\nandel,2010,5,confidential\n", "m.csv:2: error: missing" },
	{ "indicator,period,value,assumed\nandel,2010,5,ja\n", "m.csv:2: error: assumed “ja”" },
	{ "indicator,period,value,method\nandel,2010,5,0\n", "m.csv:2: error: method “0”" },
	{ "indicator,period,value,method\nandel,2010,5,4294967296\n", "m.csv:2: error: value “5”" },
	{ "indicator,period,value\nledige,2010,1\nledige,2010\n", "m.csv:3: error: has 2 cells, the header has 3" },
	{ "indicator,period,value\nledige,2010,1\nledige,2011,\"2\n", "m.csv:3: error: a quotation mark" },
	{ "indicator,period,value\nledige,20\"10,1\n", "m.csv:2: error: a quotation mark" },
	{ "indicator,period,value\nledige,2010,1\nledige,2011,2\nledige,2010,3\n",
	  "m.csv:4: error: the same measurement stands in line 2 already" },
	{ "indicator,period,value\nledige,2009,3\nledige,2009,3\n",
	  "m.csv:3: error: the same measurement stands in line 2 already" },
	{ "indicator,period,value\nledige,2009,4\nledige,2009,3\n",
	  "m.csv:3: error: the same measurement stands in line 2 already" },
	{ "indicator,period,value\nledige,\xE6,1\n", "m.csv:2: error: period “(not UTF-8)”" },
};

static void
refused(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;
	struct str      before;

	frame(p, s);
	assert_true(import_text(p, s, "før.csv", "indicator,period,value\nledige,2009,3\n", &out));
	before = measured(p, s, "før");
	for (size_t i = 0; i < COUNT_OF(wrongs); i++) {
		place_quiet(p);
		if (import_text(p, s, "m.csv", wrongs[i].file, &out))
			fail_msg("%s: was taken", wrongs[i].file);
		assert_says(p, wrongs[i].want);
		assert_int_equal(p->diags.errors, 1);
	}
	assert_true(str_eq(before, measured(p, s, "efter")));
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 2);
	/* Several problems are all told, and what was told before does not matter. */
	assert_false(import_text(p, s, "m.csv", "indicator,period,value\nx,2010,1\nledige,x,1\n"
	    "ledige,2010,x\n", &out));
	assert_int_equal(p->diags.errors, 4);
	assert_true(import_text(p, s, "m.csv", "indicator,period,value\nledige,2010,1\n", &out));
	assert_int_equal(out.observations, 1);
	store_close(s);
}

static void
again(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;

	frame(p, s);
	assert_true(import_text(p, s, "a.csv", "indicator,period,value\nledige,2009,3\nledige,2010,4\n",
	    &out));
	assert_int_equal(out.observations, 2);
	assert_true(import_text(p, s, "b.csv", "indicator,period,value\nledige,2009,3\nledige,2010,4\n",
	    &out));
	assert_true(out.already);
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 2);
	assert_true(import_text(p, s, "c.csv",
	    "indicator;period;value\nledige;2009;3\nledige;2010;5\nledige;2011;..\n", &out));
	assert_false(out.already);
	assert_int_equal(out.observations, 1);
	assert_int_equal(out.corrections, 1);
	assert_true(str_find(measured(p, s, "ud"),
	    STR("ledige,by,,2010-01-01,2011-01-01,year,1,4,,,,,,,,,2,3,3,\r\n"
	        "ledige,by,,2010-01-01,2011-01-01,year,1,5,,,,,,,,,3,,3,\r\n"), 0) != SIZE_MAX);
	store_close(s);
}

/* ---- long rows and long files ---- */

static void
long_rows(void **state)
{
	static const size_t lengths[] = { 100, 65000, 65536, 65537, 70000, 262000, 300000 };
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;

	frame(p, s);
	for (size_t i = 0; i < COUNT_OF(lengths); i++) {
		for (int quoted = 0; quoted < 2; quoted++) {
			struct buf  b;
			const char *file;
			size_t      at;

			buf_init(&b, 1 << 20);
			buf_putf(&b, "indicator,period,value\nledige,%d,1\n",
			    1950 + (int)(2 * i) + quoted);
			at = b.len;
			buf_putf(&b, "%s", quoted ? "\"" : "");
			while (b.len < at + lengths[i])
				buf_char(&b, 'x');
			buf_putf(&b, "%s,2010,1\n", quoted ? "\"" : "");
			file = str_dup(&p->arena, buf_str(&b)).at;
			buf_free(&b);
			place_quiet(p);
			assert_false(import_text(p, s, "m.csv", file, &out));
			if (lengths[i] + 20 < 65536)
				assert_says(p, "m.csv:3: error: indicator “xxx");
			else if (lengths[i] > 65536 && !quoted)
				assert_says(p, "m.csv:3: error: a row is longer than 64 kB");
			assert_says(p, "m.csv:3: error: ");
			assert_int_equal(p->diags.errors, 1);
		}
	}
	store_close(s);
}

enum { MANY = 300000, RUN = 1 << 18, DAYS = 30000 };

/* Row `i` of many: a day and an area and a group. */
static void
put_row(struct buf *b, int i)
{
	static const char *const area[] = { "by", "ø" }, *const group[] = { "", "kvinder", "mænd" };
	int32_t day = i % DAYS;

	buf_putf(b, "ledige,%s,%s,", area[i / DAYS % 2], group[i / DAYS / 2 % 3]);
	day_write_iso(b, day);
	buf_char(b, ',');
	day_write_iso(b, day + 1 + i / (DAYS * 6));
	buf_putf(b, ",%d\n", i % 997);
}

/* Shuffled by a step that visits every row once. */
static const char *
many_rows(struct place *p, bool shuffled, int rows)
{
	struct buf b;
	const char *at;

	buf_init(&b, (size_t)64 << 20);
	BUF_LIT(&b, "indicator,area,group,from,to,value\n");
	for (int64_t i = 0; i < rows; i++)
		put_row(&b, shuffled ? (int)(i * 100003 % rows) : (int)i);
	assert_true(buf_ok(&b));
	at = str_dup(&p->arena, buf_str(&b)).at;
	buf_free(&b);
	return at;
}

/* Each row of the register without its line, in the order of its key. */
static uint64_t
digest(struct place *p, struct store *s, size_t *rows)
{
	uint64_t h = UINT64_C(14695981039346656037);

	*rows = 0;
	must(store_query(s, STMT_OBSERVATION_EVERY, NULL, 0));
	for (; store_next(s, STMT_OBSERVATION_EVERY); (*rows)++)
		for (int c = 0; c < 12; c++)
			h = (h ^ (uint64_t)store_int(s, STMT_OBSERVATION_EVERY, c)) *
			    UINT64_C(1099511628211);
	assert_false(store_failed(s));
	return h;
}

static void
shuffled(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct store   *t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	struct imported out;
	size_t          rows, other;
	int             many = p->engine == ENGINE_POSTGRES ? 3000 : MANY;

	frame(p, s);
	frame(p, t);
	assert_true(import_text(p, s, "a.csv", many_rows(p, false, many), &out));
	assert_int_equal(out.observations, many);
	assert_true(import_text(p, t, "b.csv", many_rows(p, true, many), &out));
	assert_int_equal(out.observations, many);
	assert_true(digest(p, s, &rows) == digest(p, t, &other));
	assert_int_equal(rows, many);
	assert_int_equal(other, many);
	store_close(t);
	store_close(s);
}

/* The same measurement at both ends of a file, whose runs are written one by one. */
static void
twice_far_apart(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;
	struct buf      b;
	size_t          rows;

	frame(p, s);
	buf_init(&b, (size_t)64 << 20);
	BUF_LIT(&b, "indicator,area,group,from,to,value\n");
	for (int i = 0; i < RUN + 10; i++)
		put_row(&b, i);
	BUF_LIT(&b, "ledige,by,,1970-01-08,1970-01-09,5\n");
	assert_false(import_text(p, s, "a.csv", str_dup(&p->arena, buf_str(&b)).at, &out));
	buf_free(&b);
	assert_int_equal(p->diags.errors, 1);
	assert_says(p, arena_printf(&p->arena, "a.csv:%d: error: the same measurement stands in line 9 "
	    "already", RUN + 12).at);
	digest(p, s, &rows);
	assert_int_equal(rows, 0);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST_ON(one_row, ON_MEMORY), ENGINE_TEST(refused), ENGINE_TEST(again),
		ENGINE_TEST_ON(long_rows, ON_MEMORY | ON_POSTGRES),
		ENGINE_TEST_ON(shuffled, ON_MEMORY | ON_POSTGRES),
		ENGINE_TEST_ON(twice_far_apart, ON_MEMORY),
	};

	return engine_run("observe", tests, COUNT_OF(tests));
}
