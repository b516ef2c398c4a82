/* Forms of open data from a register: the sides and cells of a table that is walked
 * through, what is withheld, and what everybody may take of the whole. */
#include "register.h"
#include "app/cube.h"
#include "app/package_open.h"
#include "document/csv.h"
#include "port/zip.h"
#include "web/formats.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,nonce\n1,2020-11-01T04:00:00Z,Åse Hemmelig,Rammen,hemmelig-1\n"
	  "2,2021-02-01T04:00:00Z,Bo,Årets tal,hemmelig-2\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Ålborre,city,\nå,1,Ådal,district,by\n"
	  "b,1,=Bøgebakken,district,by\nc,1,\"Christiansø, \"\"havnen\"\"\",district,by\n" },
	{ "authority.csv", "id,since,title,area,licence\nk,1,Ålborre Kommune,by,CC BY 4.0\n" },
	{ "grp.csv", "id,since,title\nunge,1,unge under 25 år\n" },
	{ "comparator.csv", "id,since,title\nby,1,nabobyerne\n" },
	{ "document.csv", "id,since,title,lang,file,sha256,format,published\n"
	  "åben,1,Åben sag,da,a.txt,aa,txt,1\nlukket,1,Lukket sag,da,b.txt,bb,txt,\n" },
	{ "document_line.csv", "document,line,text\nåben,1,Alle må læse dette\nlukket,1,Ingen må læse dette\n" },
	{ "proposal.csv", "id,since,title,lang,document,kind,state\nf1,1,Et forslag til bordet,da,åben,goal_status,waiting\n" },
	{ "translation.csv", "id,since,title,lang,thing,field\nt1,1,A secret translation,en,proposal:f1,title\n"
	  "t2,1,\"Hit, by violence\",en,indicator:ramte,title\n" },
	{ "indicator.csv", "id,since,title,lang,measure,better,numerator\n"
	  "ramte,1,\"=Ramte af \"\"vold\"\"\",da,persons,fall,\ntal,1,Tal på Nørrebro,da,number,rise,\n"
	  "tom,1,Aldrig målt,da,count,rise,\ntæt,1,Målt overalt,da,number,rise,\n" },
	{ "method.csv", "id,since,title,indicator,version,starts\nm1,1,Gammel,tal,1,2010-01-01\n"
	  "m2,1,\"Ny, bedre\",tal,2,2018-01-01\n" },
	{ "observation.csv", "indicator,area,group,from,to,precision,method,value,qualifier,high,missing,preliminary,breaks,since\n"
	  "ramte,by,,2018-01-01,2019-01-01,year,1,60,,,,,,1\n"
	  "ramte,å,,2018-01-01,2019-01-01,year,1,3,,,,,,1\n"
	  "ramte,b,,2018-01-01,2019-01-01,year,1,37,,,,,,1\n"
	  "ramte,c,,2018-01-01,2019-01-01,year,1,20,,,,,,1\n"
	  "tal,by,,2018-01-01,2019-01-01,year,1,59.90,,,,,,1\n"
	  "tal,by,,2018-01-01,2018-04-01,quarter,1,-0.5,,,,1,,1\n"
	  "tal,by,,2018-01-01,2018-07-01,half,1,1,circa,,,,,1\n"
	  "tal,by,,2018-03-01,2018-04-01,month,1,10,range,12,,,,1\n"
	  "tal,by,unge,2018-01-01,2019-01-01,year,2,7,,,,,1,2\n"
	  "tal,by,,2017-12-01,2018-03-01,season,1,,,,not_stated,,,1\n"
	  "tal,å,,2018-01-01,2019-01-01,year,1,,,,nil,,,1\n"
	  "tal,comparator:by,,2018-01-01,2019-01-01,year,1,58,,,,,,1\n"
	  "tal,by,,2021-01-01,2022-01-01,year,1,61,,,,,,2\n"
	  "tæt,by,,2018-01-01,2019-01-01,year,1,1.5,,,,,,1\ntæt,by,,2019-01-01,2020-01-01,year,1,2.5,,,,,,1\n"
	  "tæt,by,,2020-01-01,2021-01-01,year,1,,,,nil,,,1\ntæt,by,unge,2018-01-01,2019-01-01,year,1,3.5,,,,,,1\n"
	  "tæt,by,unge,2019-01-01,2020-01-01,year,1,-4,,,,,,1\ntæt,by,unge,2020-01-01,2021-01-01,year,1,5.5,,,,,,1\n"
	  "tæt,å,,2018-01-01,2019-01-01,year,1,6.25,,,,,,1\ntæt,å,,2019-01-01,2020-01-01,year,1,7.25,,,,,,1\n"
	  "tæt,å,,2020-01-01,2021-01-01,year,1,8.5,,,,,,1\ntæt,å,unge,2018-01-01,2019-01-01,year,1,9.5,,,,,,1\n"
	  "tæt,å,unge,2019-01-01,2020-01-01,year,1,10,,,,,,1\ntæt,å,unge,2020-01-01,2021-01-01,year,1,11,circa,,,,,1\n" },
};

struct world {
	struct store  *db;
	struct edition ed;
};

static void
open_world(struct place *p, struct world *w, const char *as_of)
{
	struct judge_when when = { .today = day_of(2026, 11, 23) };

	if (as_of != NULL)
		when.has_as_of = day_from_iso(str_from(as_of), &when.as_of);
	w->db = place_open(p, STORE_CREATE);
	register_load(p, w->db, package_put(p, "ålborre", files, COUNT_OF(files)));
	assert_true(edition_make(&p->arena, w->db, NULL, when, &p->diags, &w->ed));
}

static struct cube
cube_of(struct place *p, const struct world *w, const char *key)
{
	const struct noun_row *row = edition_thing(&w->ed, NOUN_INDICATOR, str_from(key));
	struct cube            c;

	assert_non_null(row);
	assert_true(cube_make(&p->arena, &w->ed, row, &c));
	return c;
}

/* "å 2018 _T 1 Q-;" for every cell, in the order in which they come. */
static struct str
cells_of(struct place *p, const struct cube *c)
{
	struct cube_cell cell;
	struct number    n;
	struct buf       b;
	size_t           last = 0, count = 0;
	struct str       text;

	buf_init(&b, 1 << 16);
	assert_true(c->rewind(c->from));
	while (c->next(c->from, &cell)) {
		size_t place = cube_place(c, &cell);

		assert_true(count == 0 || place > last);
		last = place;
		count++;
		buf_putf(&b, STR_FMT " " STR_FMT " " STR_FMT " " STR_FMT " " STR_FMT,
		    STR_ARG(c->area[cell.area].code), STR_ARG(c->time[cell.time].code),
		    STR_ARG(c->group[cell.group].code), STR_ARG(c->method[cell.method].code),
		    STR_ARG(cube_status(cell.o)));
		if (cube_figure(cell.o, &n))
			buf_putf(&b, " " STR_FMT, STR_ARG(number_plain(&p->arena, n)));
		buf_char(&b, ';');
	}
	assert_int_equal(count, c->cells);
	text = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
cells_come_in_the_order_of_the_sides(void **state)
{
	struct place *p = *state;
	struct world  w;
	struct cube   tal, ramte;

	open_world(p, &w, NULL);
	tal = cube_of(p, &w, "tal");
	assert_string_equal(cells_of(p, &tal).at,
	    "by 2017-12-01/P90D _T 1 L;by 2018-Q1 _T 1 P -0.5;by 2018-S1 _T 1 E 1;by 2018 _T 1 A 59.90;"
	    "by 2018 unge 2 B 7;by 2018-03 _T 1 E;by 2021 _T 1 A 61;å 2018 _T 1 A 0;C_by 2018 _T 1 A 58;");
	assert_true(tal.has_status);
	assert_int_equal(tal.areas, 3);
	assert_int_equal(tal.times, 6);
	assert_string_equal(tal.updated.at, "2021-02-01T04:00:00Z");
	ramte = cube_of(p, &w, "ramte");        /* loaded whole, in the same order */
	assert_string_equal(cells_of(p, &ramte).at,
	    "by 2018 _T 1 A 60;å 2018 _T 1 Q;b 2018 _T 1 A 37;c 2018 _T 1 Q;");
	assert_string_equal(cells_of(p, &ramte).at, cells_of(p, &ramte).at);
	assert_int_equal(cube_of(p, &w, "tom").cells, 0);
	store_close(w.db);
}

/* Where every place has a plain figure, its keys need not be read; one day before the last
 * one has not, and another is not plain. */
static void
every_place_is_measured(void **state)
{
	static const char plain[] = "by 2018 _T 1 A 1.5;by 2018 unge 1 A 3.5;by 2019 _T 1 A 2.5;by 2019 unge 1 A -4;",
	    more[] = "å 2018 _T 1 A 6.25;å 2018 unge 1 A 9.5;å 2019 _T 1 A 7.25;å 2019 unge 1 A 10;";
	struct judge_when now = { .today = day_of(2026, 11, 23) };
	struct place     *p = *state;
	struct world      w;
	struct cube       c;

	open_world(p, &w, "2020-12-31");
	c = cube_of(p, &w, "tæt");
	assert_false(c.has_status);
	assert_true(c.cells == c.areas * c.times * c.groups * c.methods && c.cells == 8);
	assert_string_equal(cells_of(p, &c).at, arena_printf(&p->arena, "%s%s", plain, more).at);
	assert_string_equal(cells_of(p, &c).at, arena_printf(&p->arena, "%s%s", plain, more).at);
	assert_true(edition_make(&p->arena, w.db, NULL, now, &p->diags, &w.ed));
	c = cube_of(p, &w, "tæt");
	assert_true(c.has_status);
	assert_string_equal(cells_of(p, &c).at, arena_printf(&p->arena,
	    "%sby 2020 _T 1 A 0;by 2020 unge 1 A 5.5;%så 2020 _T 1 A 8.5;å 2020 unge 1 E 11;", plain, more).at);
	store_close(w.db);
}

static void
a_day_of_the_past(void **state)
{
	struct place *p = *state;
	struct world  w;
	struct cube   c;

	open_world(p, &w, "2018-05-01");
	c = cube_of(p, &w, "tal");
	assert_string_equal(cells_of(p, &c).at,
	    "by 2017-12-01/P90D _T 1 L;by 2018-Q1 _T 1 P -0.5;by 2018-03 _T 1 E;");
	store_close(w.db);
}

static void
a_time_has_a_code_of_its_own(void **state)
{
	static const struct {
		int32_t     from[3], to[3];
		const char *code;
	} cases[] = {
		{ { 2009, 1, 1 }, { 2010, 1, 1 }, "2009" },
		{ { 2009, 7, 1 }, { 2010, 1, 1 }, "2009-S2" },
		{ { 2009, 10, 1 }, { 2010, 1, 1 }, "2009-Q4" },
		{ { 2009, 12, 1 }, { 2010, 1, 1 }, "2009-12" },
		{ { 2009, 12, 31 }, { 2010, 1, 1 }, "2009-12-31" },
		{ { 2008, 12, 1 }, { 2009, 3, 1 }, "2008-12-01/P90D" },
		{ { 2009, 1, 1 }, { 2012, 1, 1 }, "2009-01-01/P1095D" },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const int32_t *f = cases[i].from, *t = cases[i].to;

		assert_true(str_eq(cube_time_code(&p->arena, day_of(f[0], f[1], f[2]),
		    day_of(t[0], t[1], t[2])), str_from(cases[i].code)));
	}
	assert_true(str_eq(cube_time_code(&p->arena, DAY_MIN, day_of(1, 1, 3)), STR("0001-01-01/P2D")));
}

/* ---- forms ---- */

static struct str
form_of(struct place *p, const struct world *w, enum data_form f, const char *key)
{
	struct buf        b;
	struct format_ask ask = {
		.a = &p->arena, .ed = &w->ed, .danish = true, .to = { .b = &b },
		.table = STR("x.csv"), .site = STR("https://pejl.example.dk"),
		.indicator = key == NULL ? NULL : edition_thing(&w->ed, NOUN_INDICATOR, str_from(key)),
	};
	struct str text;

	buf_init(&b, 1 << 22);
	assert_true(format_write(f, &ask));
	assert_true(buf_ok(&b));
	text = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
assert_has(struct str text, const char *part)
{
	if (str_find(text, str_from(part), 0) == SIZE_MAX)
		fail_msg("'%s' is not in\n" STR_FMT, part, STR_ARG(text));
}

static void
every_form_of_an_indicator(void **state)
{
	static const struct {
		enum data_form f;
		const char *key, *has;
	} cases[] = {
		{ DATA_CSV, "ramte", "\"'=Ramte af \"\"vold\"\"\"" },
		{ DATA_JSONSTAT, "ramte", "\"value\":[60,null,37,null],\"status\":{\"1\":\"Q\",\"3\":\"Q\"}" },
		{ DATA_JSONSTAT, "ramte", "\"c\":\"Christiansø, \\\"havnen\\\"\"" },
		{ DATA_JSONSTAT, "tal", "\"size\":[1,3,6,2,2]" },
		{ DATA_JSONSTAT, "tal", "\"value\":{\"4\":-0.5,\"8\":1,\"12\":59.90,\"15\":7,\"20\":61,\"36\":0,\"60\":58}" },
		{ DATA_JSONSTAT, "tom", "\"value\":[]" },
		{ DATA_SDMX, "ramte", ",ramte,by,_T,1,2018,60,A,F,,,persons\r\n" },
		{ DATA_SDMX, "ramte", ",ramte,å,_T,1,2018,,Q,A,,,persons\r\n" },
		{ DATA_SDMX, "ramte", ",ramte,c,_T,1,2018,,Q,D,,,persons\r\n" },
		{ DATA_SDMX, "tal", ",tal,by,_T,1,2018-03,,E,F,10,12,number\r\n" },
		{ DATA_SDG, "ramte", "Year,Area,Units,GeoCode,Value\r\n2018,,persons,,60\r\n2018,Ådal,persons,å,\r\n" },
		{ DATA_SDG, "ramte", "2018,\"Christiansø, \"\"havnen\"\"\",persons,c,\r\n" },
		{ DATA_SDG, "ramte", "2018,'=Bøgebakken,persons,b,37\r\n" },
		{ DATA_SDG, "tal", "Year,Period,Area,Group,Series,Units,GeoCode,Value\r\n" },
		{ DATA_SDG, "tal", "2018,,,unge under 25 år,\"Ny, bedre\",number,,7\r\n" },
		{ DATA_SDG_ABOUT, "ramte", "indicator_name: \"=Ramte af \\\"vold\\\"\"\n" },
		{ DATA_SDG_ABOUT, "tom", "reporting_status: \"notstarted\"\n" },
		{ DATA_IATI, "tal", "\"measure\": \"1\"" },
		{ DATA_CSVW, "tal", "\"url\": \"x.csv\"" },
		{ DATA_GEOJSON, "ramte", "\"FeatureCollection\"" },
	};
	struct place *p = *state;
	struct world  w;

	open_world(p, &w, NULL);
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_has(form_of(p, &w, cases[i].f, cases[i].key), cases[i].has);
	for (size_t f = DATA_FIRST_OF_ALL; f < DATA_COUNT; f++)
		assert_true(str_eq(form_of(p, &w, (enum data_form)f, NULL),
		    form_of(p, &w, (enum data_form)f, NULL)));
	store_close(w.db);
}

static void
the_catalogue_says_whose_it_is(void **state)
{
	struct place *p = *state;
	struct world  w;
	struct str    turtle;

	open_world(p, &w, NULL);
	turtle = form_of(p, &w, DATA_TURTLE, NULL);
	assert_has(turtle, "dct:title \"=Ramte af \\\"vold\\\"\"@da, \"Hit, by violence\"@en ;");
	assert_has(turtle, "dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0>");
	assert_has(turtle, "dcat:downloadURL <https://pejl.example.dk/api/v1/indicators/tal.jsonstat.json>");
	assert_has(turtle, "\n<https://pejl.example.dk/catalog#register>\n\trdf:type dcat:Dataset ;");
	store_close(w.db);
}

/* ---- the package ---- */

static struct str
part_of(const struct package_part *at, size_t n, const char *path)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(at[i].path, str_from(path)))
			return at[i].bytes;
	return STR_NONE;
}

static void
the_open_package_tells_no_secret(void **state)
{
	static const char *const secret[] = {
		"Hemmelig", "hemmelig-", "forslag", "secret", "Ingen må læse", "year,1,3,", "year,1,20,",
	};
	struct place        *p = *state;
	struct package_part *at;
	struct world         w;
	size_t               n;

	open_world(p, &w, NULL);
	assert_true(package_open(&p->arena, &w.ed, &at, &n));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < COUNT_OF(secret); k++)
			if (str_find(at[i].bytes, str_from(secret[k]), 0) != SIZE_MAX)
				fail_msg("%s is in " STR_FMT, secret[k], STR_ARG(at[i].path));
	assert_has(part_of(at, n, "observation.csv"), "ramte,å,,2018-01-01,2019-01-01,year,1,,,,,,confidential,");
	assert_has(part_of(at, n, "observation.csv"), "tal,by,,2018-03-01,2018-04-01,month,1,10,range,12,");
	assert_has(part_of(at, n, "document_line.csv"), "åben,1,Alle må læse dette\r\n");
	assert_has(part_of(at, n, "translation.csv"), "Hit, by violence");
	assert_has(part_of(at, n, "change.csv"), "1,2020-11-01T04:00:00Z,,Rammen,,,change-1\r\n");
	assert_int_equal(part_of(at, n, "proposal.csv").len, 0);
	store_close(w.db);
}

/* What is taken away is a register again, and the same is taken away of that. */
static void
the_open_package_can_be_loaded(void **state)
{
	struct place        *p = *state, *q;
	struct package_part *at, *again;
	struct text_file     file[NOUN_COUNT + 8];
	struct world         w, copy;
	struct judge_when    when = { .today = day_of(2026, 11, 23) };
	size_t               n, m;
	void                *beside;

	open_world(p, &w, NULL);
	assert_true(package_open(&p->arena, &w.ed, &at, &n));
	assert_int_equal(place_setup(&beside), 0);
	q = beside;
	assert_true(n <= COUNT_OF(file));
	for (size_t i = 0; i < n; i++)
		file[i] = (struct text_file){ at[i].path.at, at[i].bytes.at };
	copy.db = place_open(q, STORE_CREATE);
	register_load(q, copy.db, package_put(q, "åbne data", file, n));
	assert_true(edition_make(&q->arena, copy.db, NULL, when, &q->diags, &copy.ed));
	assert_true(package_open(&q->arena, &copy.ed, &again, &m));
	assert_int_equal(n, m);
	for (size_t i = 0; i < n; i++)
		assert_true(str_eq(at[i].bytes, again[i].bytes));
	store_close(copy.db);
	store_close(w.db);
	assert_int_equal(place_teardown(&beside), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(cells_come_in_the_order_of_the_sides, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(every_place_is_measured, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(a_day_of_the_past, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(a_time_has_a_code_of_its_own, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(every_form_of_an_indicator, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(the_catalogue_says_whose_it_is, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(the_open_package_tells_no_secret, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(the_open_package_can_be_loaded, place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
