/* Measurements by hand: pasted and written, read back, asked about, kept; and everything
 * that is refused. */
#include "edit.h"

#define AT "/da/work/measure/%C3%B8boere"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\nøst,1,Østby,district,by\n"
	  "vest,1,Vestby,district,by\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n"
	  "by,1,Byudvalget,BU,committee,\n" },
	{ "grp.csv", "id,since,title\nkvinder,1,kvinder\nmænd,1,mænd\n" },
	{ "indicator.csv", "id,since,title,measure,better,frequency,unit\n"
	  "øboere,1,Øboere,count,rise,hvert år,hav\nandel,1,Andel øboere,share,rise,hvert år,hav\n"
	  "bytal,1,Bytal,count,rise,,by\nsyge,1,Syge,persons,fall,,hav\n" },
	{ "observation.csv", "indicator,area,group,from,to,precision,method,value,since\n"
	  "øboere,by,,2007-01-01,2008-01-01,year,1,100,1\nøboere,by,,2008-01-01,2009-01-01,year,1,104,1\n"
	  "øboere,by,,2009-01-01,2010-01-01,year,1,103,1\n"
	  "øboere,øst,,2009-01-01,2010-01-01,year,1,40,1\nøboere,vest,,2009-01-01,2010-01-01,year,1,63,1\n"
	  "andel,by,,2009-01-01,2010-01-01,year,1,50,1\n"
	  "andel,by,kvinder,2009-01-01,2010-01-01,year,1,48,1\nandel,by,mænd,2009-01-01,2010-01-01,year,1,52,1\n"
	  "syge,øst,,2009-01-01,2010-01-01,year,1,3,1\n" },
};

static struct desk
open_measuring(struct place *p)
{
	struct desk k = open_desk(p, package_put(p, "maal", files, COUNT_OF(files)));

	k.who = staff_person(&k.s, k.db, "bo", "Bo Bådsmand", "contributor",
	    things_find(things_load(&p->arena, k.db), NOUN_UNIT, STR("hav")));
	return k;
}

static struct str
field(struct desk *k, struct str fields, const char *name, const char *value)
{
	return with(&k->s.p->arena, fields, str_from(name), str_from(value));
}

static int
post(struct desk *k, const char *path, struct str fields)
{
	return staff_post(&k->s, &k->who, path, fields.at);
}

/* Sends it to be read back, and gives the form that comes with the answer. */
static struct str
checked(struct desk *k, const char *path, struct str fields)
{
	int status = post(k, path, fields);

	if (status != 200)
		fail_msg("%d %.4000s", status, site_text(&k->s));
	return field(k, field(k, fields, "seen", hidden(k, "seen").at), "stands", hidden(k, "stands").at);
}

static int64_t
trail_count(struct desk *k, struct trail_row *newest, enum act_id act)
{
	struct trail_rows rows;
	int64_t           n = 0;

	assert_true(trail_read(&k->s.p->arena, k->db, 0, 0, 500, &rows));
	for (size_t i = 0; i < rows.len; i++) {
		if (!str_eq(rows.at[i].act, act_info[act].code))
			continue;
		if (n++ == 0)
			*newest = rows.at[i];
	}
	return n;
}

static struct str
grid(struct desk *k, const char *text)
{
	return field(k, STR("x=1"), "grid", text);
}

static void
what_is_pasted_is_read_back_and_kept(void **state)
{
	struct desk      k = open_measuring(*state);
	int64_t          before = newest_change(&k);
	struct trail_row row = { 0 };
	struct str       form;

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/measure"), 200);
	site_says(&k.s, "Øboere");
	site_says(&k.s, "mangler: perioden er gået");
	site_says_not(&k.s, "Bytal");
	assert_int_equal(staff_ask(&k.s, &k.who, AT), 200);
	site_says(&k.s, "103");
	form = checked(&k, AT, grid(&k, "Periode\tOmråde\tVærdi\tForeløbig\r\n2010\t\t105\t\r\n2010\tØstby\t41\tja\r\n"
	    "2010\tvest\t64*\t\r\n\r\n"));
	site_says(&k.s, "Vestby");
	assert_int_equal(newest_change(&k), before);
	assert_int_equal(post(&k, AT, form), 303);
	assert_int_equal(newest_change(&k), before + 1);
	assert_int_equal(trail_count(&k, &row, ACT_MEASURED), 1);
	assert_true(str_find(row.after, STR("2010, øst: 41*"), 0) != SIZE_MAX);
	assert_int_equal(row.before.len, 0);
	assert_int_equal(staff_ask(&k.s, &k.who, AT), 200);
	site_says(&k.s, "105 (2010)");
	/* The same once more says nothing new. */
	form = checked(&k, AT, grid(&k, "2010\t105"));
	assert_int_equal(post(&k, AT, form), 422);
	assert_int_equal(newest_change(&k), before + 1);
	close_desk(&k);
}

static void
one_measurement_is_corrected_with_a_reason(void **state)
{
	struct desk      k = open_measuring(*state);
	int64_t          before = newest_change(&k);
	struct trail_row row = { 0 };
	struct str       form;

	form = checked(&k, "/da/work/measure/andel", STR("period=2009&value=50,5%20%25"));
	site_says(&k.s, "Retter det, der er registreret: 50");
	assert_int_equal(post(&k, "/da/work/measure/andel", form), 422);
	site_says(&k.s, "id=\"f-why-fault\"");
	assert_int_equal(newest_change(&k), before);
	form = field(&k, form, "why", "Tællefejl på Ærø");
	assert_int_equal(staff_post_nonce(&k.s, &k.who, "/da/work/measure/andel", form.at,
	    "00000000000000000000000000000077"), 303);
	assert_int_equal(newest_change(&k), before + 1);
	assert_int_equal(staff_post_nonce(&k.s, &k.who, "/da/work/measure/andel", form.at,
	    "00000000000000000000000000000077"), 303);         /* again: not twice */
	assert_int_equal(newest_change(&k), before + 1);
	assert_int_equal(trail_count(&k, &row, ACT_MEASURED), 1);
	assert_true(str_find(row.before, STR("2009, by: 50 pct."), 0) != SIZE_MAX);
	assert_true(str_find(row.after, STR("2009, by: 50,5 pct."), 0) != SIZE_MAX);
	assert_true(str_eq(row.why, STR("Tællefejl på Ærø")));
	close_desk(&k);
}

/* Preliminary first, final later: the same figure, and still a correction. */
static void
a_preliminary_figure_becomes_final(void **state)
{
	struct desk k = open_measuring(*state);
	struct str  form = checked(&k, AT, STR("period=2010&value=105&preliminary=1"));

	assert_int_equal(post(&k, AT, form), 303);
	form = checked(&k, AT, STR("period=2010&value=105"));
	site_says(&k.s, "105*");
	assert_int_equal(post(&k, AT, field(&k, form, "why", "Endelig")), 303);
	assert_int_equal(staff_ask(&k.s, &k.who, AT), 200);
	site_says(&k.s, "105 (2010)");
	close_desk(&k);
}

static void
asks(struct desk *k, const char *path, const char *rows, const char *words, const char *tick,
     const char *more)
{
	int64_t    before = newest_change(k);
	struct str form = checked(k, path, grid(k, rows));

	site_says(&k->s, words);
	assert_int_equal(post(k, path, form), 422);
	site_says(&k->s, arena_printf(&k->s.p->arena, "id=\"f-%s-fault\"", tick).at);
	assert_int_equal(newest_change(k), before);
	/* A tick of before is not one of what is sent now. */
	(void)checked(k, path, field(k, grid(k, arena_printf(&k->s.p->arena, "%s\n", rows).at), tick, "1"));
	site_says_not(&k->s, " checked");
	assert_int_equal(post(k, path, arena_printf(&k->s.p->arena, STR_FMT "&%s=1%s", STR_ARG(form), tick, more)), 303);
	assert_int_equal(newest_change(k), before + 1);
}

static void
what_is_unlikely_is_asked_and_not_refused(void **state)
{
	struct desk k = open_measuring(*state);

	asks(&k, "/da/work/measure/andel", "2010\t101", "en andel over 100", "ok-1", "");
	asks(&k, AT, "2010\t120", "største ændring", "ok-1", "");
	asks(&k, AT, "2012\t500", "Det er langt fra målingen før", "ok-1", "");
	asks(&k, AT, "2010\t41,5\tøst", "med decimaler", "ok-1", "");
	asks(&k, AT, "2011\t121\n2011\t42\tøst\n2011\t70\tvest\n",
	    "giver ikke tilsammen helheden", "ok-1", "&ok-2=1&ok-3=1");
	close_desk(&k);
}

static void
groups_that_were_the_whole_are_asked_about(void **state)
{
	struct desk k = open_measuring(*state);

	(void)checked(&k, "/da/work/measure/andel", grid(&k, "2010;47;;kvinder\n2010;53;;mænd"));
	site_says_not(&k.s, "gav før 100 procent");
	(void)checked(&k, "/da/work/measure/andel", grid(&k, "2010;47;;kvinder\n2010;57;;Mænd"));
	site_says(&k.s, "gav før 100 procent");
	close_desk(&k);
}

static void
what_changed_meanwhile_is_shown_again(void **state)
{
	struct desk k = open_measuring(*state);
	struct str  mine = checked(&k, AT, STR("period=2010&value=105"));
	struct str  other = checked(&k, AT, STR("period=2010&value=106"));
	int64_t     after;

	assert_int_equal(post(&k, AT, other), 303);
	after = newest_change(&k);
	assert_int_equal(post(&k, AT, mine), 409);
	site_says(&k.s, "Retter det, der er registreret: 106");
	assert_int_equal(newest_change(&k), after);
	/* Another text than was shown is read back, not kept. */
	mine = checked(&k, AT, STR("period=2011&value=105"));
	assert_int_equal(post(&k, AT, field(&k, STR("period=2011&value=107"), "seen", hidden(&k, "seen").at)), 200);
	assert_int_equal(newest_change(&k), after);
	assert_true(mine.len > 0);
	close_desk(&k);
}

static void
refuses(struct desk *k, struct str fields, const char *words)
{
	int64_t before = newest_change(k);
	int     status = post(k, AT, fields);

	if (status != 422)
		fail_msg("%s: %d %.3000s", fields.at, status, site_text(&k->s));
	site_says(&k->s, words);
	assert_int_equal(newest_change(k), before);
}

static void
what_cannot_be_read_is_told_row_by_row(void **state)
{
	struct desk   k = open_measuring(*state);
	struct arena *a = &k.s.p->arena;
	struct buf    b;

	refuses(&k, STR("x=1"), "f-period-fault");
	refuses(&k, STR("period=2010"), "f-value-fault");
	refuses(&k, STR("period=i+g%C3%A5r&value=5"), "f-period-fault");
	refuses(&k, STR("period=2010&value=tolv"), "f-value-fault");
	refuses(&k, STR("period=2010&value=%3D1%2B1"), "f-value-fault");
	refuses(&k, STR("period=2010&value=99999999999999999999"), "f-value-fault");
	refuses(&k, STR("period=2010&value=5&area=findes-ikke"), "f-area-fault");
	refuses(&k, STR("period=2010&value=5&group=findes-ikke"), "f-group-fault");
	refuses(&k, STR("period=%FF%FE&value=5"), "f-period-fault");
	refuses(&k, STR("period=2010&value=%E2%80%AE5"), "f-value-fault");
	refuses(&k, STR("grid=%FF%FE"), "f-grid-fault");
	refuses(&k, field(&k, STR("value=5"), "grid", "2010\t5"), "f-grid-fault");
	refuses(&k, grid(&k, "2010\t5\n2010\t6"), "står to gange");
	refuses(&k, grid(&k, "2010\t\n2011\t6"), "Der er intet tal");
	refuses(&k, grid(&k, "\"2010\"\t5\n\t6"), "f-grid-fault");
	refuses(&k, grid(&k, "2010\t5\tFjernby<b>"), "Fjernby&lt;b&gt;");
	refuses(&k, grid(&k, "2010\t5\ta\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl"), "for mange kolonner");
	refuses(&k, field(&k, STR("period=2010&value=5"), "why", path_of(a, NOUN_UNIT,
	    arena_printf(a, "%0400d", 1).at).at), "f-why-fault");
	buf_init(&b, 1 << 20);
	for (int i = 0; i < 1001; i++)
		buf_putf(&b, "%d. januar %d\t5\n", i % 28 + 1, 1950 + i / 28);
	refuses(&k, grid(&k, str_dup(a, buf_str(&b)).at), "højst 1000 målinger");
	buf_free(&b);
	close_desk(&k);
}

/* Neither the page nor the trail says a breakdown's count of fewer than five persons. */
static void
small_numbers_stay_withheld(void **state)
{
	struct desk      k = open_measuring(*state);
	struct trail_row row = { 0 };
	struct str       form;

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/measure/syge"), 200);
	site_says_not(&k.s, "3 personer");
	form = checked(&k, "/da/work/measure/syge", STR("period=2009&value=4&area=%C3%B8st&why=Talt+om"));
	site_says(&k.s, "Retter det, der er registreret: tilbageholdt");
	assert_int_equal(post(&k, "/da/work/measure/syge", form), 303);
	assert_int_equal(trail_count(&k, &row, ACT_MEASURED), 1);
	assert_true(str_find(row.before, STR("tilbageholdt"), 0) != SIZE_MAX);
	assert_true(str_find(row.after, STR("2009, øst: tilbageholdt"), 0) != SIZE_MAX);
	close_desk(&k);
}

static void
another_unit_s_is_not_measured(void **state)
{
	struct desk k = open_measuring(*state);
	int64_t     before = newest_change(&k);

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/measure/bytal"), 403);
	assert_int_equal(post(&k, "/da/work/measure/bytal", STR("period=2010&value=5")), 403);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/measure/findes-ikke"), 404);
	assert_int_equal(post(&k, "/da/work/measure/findes-ikke", STR("period=2010&value=5")), 404);
	assert_int_equal(newest_change(&k), before);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(what_is_pasted_is_read_back_and_kept),
		DISK_TEST(one_measurement_is_corrected_with_a_reason),
		DISK_TEST(a_preliminary_figure_becomes_final),
		DISK_TEST(what_is_unlikely_is_asked_and_not_refused),
		DISK_TEST(groups_that_were_the_whole_are_asked_about),
		DISK_TEST(what_changed_meanwhile_is_shown_again),
		DISK_TEST(what_cannot_be_read_is_told_row_by_row),
		DISK_TEST(small_numbers_stay_withheld),
		DISK_TEST(another_unit_s_is_not_measured),
	};

	return engine_run("measure", tests, COUNT_OF(tests));
}
