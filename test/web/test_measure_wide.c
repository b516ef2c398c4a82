/* Tables as people have them in spreadsheets: areas or groups down, periods across; faults
 * named by row and column; and what is asked of percentages that are each other's rest. */
#include "edit.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\nøst,1,Østby,district,by\n"
	  "vest,1,\"Vestby, ydre\",district,by\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n" },
	{ "grp.csv", "id,since,title\nkvinder,1,kvinder\nmænd,1,mænd\n" },
	{ "indicator.csv", "id,since,title,measure,better,unit,complement,distribution\n"
	  "øboere,1,Øboere,count,rise,hav,,\nandel,1,I arbejde,share,rise,hav,rest,\n"
	  "rest,1,Uden arbejde,share,fall,hav,,\nsyg,1,Syge,share,fall,hav,rest,\n"
	  "køn,1,Køn,share,,hav,,1\npenge,1,Udgift,kroner,,hav,,\n" },
	{ "observation.csv", "indicator,area,group,from,to,precision,method,value,since\n"
	  "rest,by,,2009-01-01,2010-01-01,year,1,30.5,1\nsyg,by,,2009-01-01,2010-01-01,year,1,10,1\n" },
};

static struct desk
open_measuring(struct place *p)
{
	struct desk k = open_desk(p, package_put(p, "bredt", files, COUNT_OF(files)));

	k.who = staff_person(&k.s, k.db, "bo", "Bo Bådsmand", "contributor",
	    things_find(things_load(&p->arena, k.db), NOUN_UNIT, STR("hav")));
	return k;
}

static const char *
at(struct desk *k, const char *indicator)
{
	return arena_printf(&k->s.p->arena, "/da/work/measure/" STR_FMT,
	    STR_ARG(encoded(&k->s.p->arena, str_from(indicator)))).at;
}

static int
paste(struct desk *k, const char *indicator, const char *grid)
{
	return staff_post(&k->s, &k->who, at(k, indicator),
	    with(&k->s.p->arena, STR("x=1"), STR("grid"), str_from(grid)).at);
}

/* Sends the form that came back, with `more`. */
static int
save(struct desk *k, const char *indicator, const char *grid, const char *more)
{
	struct arena *a = &k->s.p->arena;
	struct str    fields = with(a, STR("x=1"), STR("grid"), str_from(grid));

	if (paste(k, indicator, grid) != 200)
		fail_msg("%s: %s", grid, strstr(site_text(&k->s), "<h1>"));
	fields = with(a, fields, STR("seen"), hidden(k, "seen"));
	fields = with(a, fields, STR("stands"), hidden(k, "stands"));
	return staff_post(&k->s, &k->who, at(k, indicator), arena_printf(a, STR_FMT "%s", STR_ARG(fields), more).at);
}

static int64_t
measured(struct desk *k, const char *indicator)
{
	struct edition *ed = &k->s.viewer.edition;
	struct measured m;

	assert_int_equal(site_ask(&k->s, "/da/", ""), 200);
	assert_true(observations_load(&k->s.p->arena, ed->store, &ed->sn,
	    things_find(ed->things, NOUN_INDICATOR, str_from(indicator)), &m));
	return (int64_t)m.len;
}

static void
a_wide_table_is_a_measurement_a_cell(void **state)
{
	static const struct {
		const char *indicator, *grid, *more;
		int64_t     cells;
	} tables[] = {
		/* an unnamed corner, the whole in a row of its own, an empty cell, Danish decimals */
		{ "øboere", "\t2007\t2008\t2009\r\nI alt\t103\t104\t1.105\r\nØstby\t40\t\t41\r\nvest\t63\t64*\t64\r\n",
		  "&ok-2-4=1&ok-3-4=1&ok-4-4=1", 8 },
		/* quoted as spreadsheets quote: a name with a semicolon's sister, a heading over two lines */
		{ "penge", "Område\t\"2. kvartal\n2010\"\n\"Vestby, ydre\"\t1.000,50 kr.\nØstby\t900\n", "", 2 },
		/* groups down */
		{ "køn", "Gruppe;2008;2009\nkvinder;48,5;49\nMænd;51,5;51\n", "", 4 },
		/* areas and groups */
		{ "øboere", "Bydel\tGruppe\t2005\nØstby\tkvinder\t10\nØstby\tmænd\t11\nØstby\t\t21\n", "", 3 },
		/* a name without a heading may be a group's */
		{ "andel", "\t2003\nKvinder\t48\n", "", 1 },
	};
	struct desk k = open_measuring(*state);

	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		int64_t before = measured(&k, tables[i].indicator);
		int     status = save(&k, tables[i].indicator, tables[i].grid, tables[i].more);

		if (status != 303)
			fail_msg("table %zu: %d %.4000s", i, status, site_text(&k.s));
		assert_int_equal(measured(&k, tables[i].indicator) - before, tables[i].cells);
	}
	assert_int_equal(site_ask(&k.s, "/api/v1/indicators/penge.csv", ""), 200);
	site_says(&k.s, "\"Vestby, ydre\",,2. kvartal 2010");
	site_says(&k.s, ",1000.50,");
	assert_int_equal(site_ask(&k.s, "/api/v1/indicators/%C3%B8boere.csv", ""), 200);
	site_says(&k.s, "\"Vestby, ydre\",,2008,2008-01-01,2008-12-31,64,,,,count,,,,1,");
	site_says(&k.s, "Rødby,,2009,2009-01-01,2009-12-31,1105,");
	close_desk(&k);
}

static void
a_fault_names_its_row_and_column(void **state)
{
	static const struct {
		const char *indicator, *grid, *words;
	} bad[] = {
		{ "øboere", "\t2007\t2008\nØstby\t40\tmange\n", "Fejl i række 2, kolonne »2008«:</strong> Det er ikke et tal" },
		{ "øboere", "\t2007\t2008\nØstby\t40\t41 kr.\n", "Fejl i række 2, kolonne »2008«:</strong> Tallet er i en anden enhed" },
		{ "øboere", "\t2007\nFjernby\t40\n", "Fejl i række 2, kolonne »Område«:</strong> Området »Fjernby« findes ikke" },
		{ "køn", "Gruppe\t2007\nFjerne\t40\n", "Fejl i række 2, kolonne »Gruppe«:</strong> Gruppen »Fjerne« findes ikke" },
		{ "øboere", "\t2007\nØstby\t40\t41\n", "Række 2 har flere celler, end der er overskrifter" },
		{ "øboere", "\t2007\nØstby\t40\nØstby\t41\n", "står to gange" },
		{ "øboere", "2007\t=1+1\n", "Fejl i række 1, kolonne »Tal«:</strong> Det er ikke et tal" },
		{ "øboere", "2007\t12 %\n", "kolonne »Tal«:</strong> Tallet er i en anden enhed" },
		{ "andel", "2007\t12 kr.\n", "kolonne »Tal«:</strong> Tallet er i en anden enhed" },
		{ "penge", "2007\t12 personer\n", "kolonne »Tal«:</strong> Tallet er i en anden enhed" },
		{ "øboere", "2007\t12\ni går\t13\n", "Fejl i række 2, kolonne »Periode«" },
		{ "øboere", "\"2007;12\n", "Et citationstegn i række 1 er ikke afsluttet" },
		{ "øboere", "\t2007\n\t\n", "Feltet skal udfyldes" },
	};
	struct desk k = open_measuring(*state);
	int64_t     before = newest_change(&k);

	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		int status = paste(&k, bad[i].indicator, bad[i].grid);

		if (status != 422)
			fail_msg("%zu: %d %.4000s", i, status, site_text(&k.s));
		if (strstr(site_text(&k.s), bad[i].words) == NULL)
			fail_msg("%s: %.6000s", bad[i].grid, strstr(site_text(&k.s), "<h1>"));
	}
	assert_int_equal(newest_change(&k), before);
	close_desk(&k);
}

/* Asked, and written when it is said to be right. */
static void
what_does_not_make_a_hundred_is_asked(void **state)
{
	struct desk k = open_measuring(*state);

	assert_int_equal(paste(&k, "andel", "2009\t59,5"), 200);
	site_says_not(&k.s, "skal give 100 procent med");
	assert_int_equal(save(&k, "andel", "2009\t65", ""), 422);
	site_says(&k.s, "Sammen med de indikatorer, den skal give 100 procent med, gør den det ikke.");
	assert_int_equal(save(&k, "andel", "2009\t65", "&ok-1=1"), 303);
	/* Of a distribution the very first groups, too; of others not. */
	assert_int_equal(paste(&k, "køn", "2009;48;;kvinder\n2009;60;;mænd"), 200);
	site_says(&k.s, "Dens grupper giver ikke tilsammen 100 procent.");
	assert_int_equal(paste(&k, "køn", "2009;48;;kvinder\n2009;52;;mænd"), 200);
	site_says_not(&k.s, "giver ikke tilsammen 100 procent");
	assert_int_equal(paste(&k, "andel", "2008;48;;kvinder\n2008;60;;mænd"), 200);
	site_says_not(&k.s, "giver ikke tilsammen 100 procent");
	close_desk(&k);
}

static void
a_period_that_is_not_over_is_asked_about(void **state)
{
	struct desk k = open_measuring(*state);

	assert_int_equal(save(&k, "øboere", "2999\t5", ""), 422);
	site_says(&k.s, "Perioden er ikke gået endnu. Er tallet målt, og ikke det, der ventes?");
	assert_int_equal(save(&k, "øboere", "2999\t5", "&ok-1=1"), 303);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_wide_table_is_a_measurement_a_cell),
		DISK_TEST(a_fault_names_its_row_and_column),
		DISK_TEST(what_does_not_make_a_hundred_is_asked),
		DISK_TEST(a_period_that_is_not_over_is_asked_about),
	};

	return engine_run("measure_wide", tests, COUNT_OF(tests));
}
