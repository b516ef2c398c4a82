/* Taking changes back: what came is gone, what was there is there again, and what
 * a later change built on stays until that one is taken back. */
#include "register.h"

static const char form[] =
    "Navn på indsats\tSprogmentorer på Nørrebro\n"
    "Økonomi\t1,5 mio. kr.\n"
    "Afsæt\tBR 09.10.08\n"
    "Målgruppe\tca. 300 ledige med dansk som andetsprog\n"
    "Beskriv aktiviteterne\tMentorer mødes med de ledige hver uge\n"
    "Mål\tMindst 60 pct. er i job inden udgangen af 2011\n"
    "Planlagt opfølgning\tForåret 2012\n"
    "Status på indsatsen\tDe første 40 er i gang\n";

#define BULK "indicator,area,group,period,value\n"

static void
frame(struct place *p, struct store *s)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title,level\nby,1,København,city\nø,1,Ørestad,district\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "grp.csv", "id,since,title\nkvinder,1,kvinder\n" },
		{ "indicator.csv", "id,since,title,measure\nledige,1,Ledige,count\nandel,1,Andel,share\n" },
	};

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
}

static int64_t
measure(struct place *p, struct store *s, const char *name, const char *rows)
{
	struct imported out;
	struct str      text = arena_printf(&p->arena, BULK "%s", rows);

	if (!import_text(p, s, name, text.at, &out))
		fail_msg("%s", place_says(p));
	return out.change;
}

static void
refused(struct place *p, struct store *s, int64_t change, const char *words)
{
	struct act act = act_at("2026-11-23T06:00:00Z");
	int64_t    before = ask_number(p, s, STMT_CHANGE_LAST), as;

	place_quiet(p);
	assert_false(change_undo(s, change, &act, &p->diags, &as));
	assert_int_equal(p->diags.errors, 1);
	assert_says(p, words);
	place_quiet(p);
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), before);
}

/* The figure of an indicator in a group and year at a change; "" when none. */
static struct str
figure(struct place *p, struct store *s, int64_t known, const char *group, int year)
{
	struct look     l = register_look(p, s, known);
	struct measured m;

	must(observations_load(&p->arena, s, &l.sn,
	    things_find(l.things, NOUN_INDICATOR, STR("ledige")), &m));
	for (size_t i = 0; i < m.len; i++)
		if (m.row[i].from == day_of(year, 1, 1) &&
		    str_eq(things_key(l.things, m.row[i].group), str_from(group)))
			return number_plain(&p->arena, m.at[i].value.point);
	return STR_NONE;
}

/* Every reference of every current row and measurement leads to a current row. */
static void
nothing_dangles(struct place *p, struct store *s)
{
	struct look l = register_look(p, s, 0);

	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < l.sn.len[n]; i++)
			for (size_t c = 0; c < noun_info[n].columns; c++)
				if (l.sn.row[n][i].ref[c] != 0)
					assert_non_null(snapshot_row(&l.sn, l.sn.row[n][i].ref[c]));
	must(store_query(s, STMT_OBSERVATION_EVERY, NULL, 0));
	while (store_next(s, STMT_OBSERVATION_EVERY)) {
		if (store_int(s, STMT_OBSERVATION_EVERY, 6) != UNTIL_NOW)
			continue;
		assert_non_null(snapshot_row(&l.sn, store_int(s, STMT_OBSERVATION_EVERY, 0)));
		assert_non_null(snapshot_row(&l.sn, store_int(s, STMT_OBSERVATION_EVERY, 1)));
	}
	assert_false(store_failed(s));
	assert_true(store_check(s, &p->diags));
}

static void
an_import(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct str      path = file_put(place_path(p, "skema.txt"), str_from(form));
	struct imported out;
	struct look     before, l;

	frame(p, s);
	before = register_look(p, s, 0);
	out = register_import(p, s, path, false);
	assert_int_equal(out.kind[PROPOSAL_STATUS_FORM].count, 1);
	l = register_look(p, s, 0);
	assert_int_equal(l.sn.len[NOUN_INITIATIVE], 1);
	assert_true(l.sn.len[NOUN_TARGET] > 0 && l.sn.len[NOUN_FIELD] > 4);
	register_undo(p, s, out.change);
	l = register_look(p, s, 0);
	for (size_t n = 0; n < NOUN_COUNT; n++)
		assert_int_equal(l.sn.len[n], before.sn.len[n]);
	l = register_look(p, s, out.change);    /* as it stood */
	assert_int_equal(l.sn.len[NOUN_INITIATIVE], 1);
	nothing_dangles(p, s);
	refused(p, s, out.change, "already taken back by change 3");
	register_undo(p, s, 3);
	l = register_look(p, s, 0);
	assert_int_equal(l.sn.len[NOUN_INITIATIVE], 1);
	refused(p, s, out.change, "undo change 4 instead");
	refused(p, s, 3, "already taken back by change 4");
	register_undo(p, s, 4);
	nothing_dangles(p, s);
	/* It can be read again, and then the old one cannot come back beside it. */
	out = register_import(p, s, path, false);
	assert_false(out.already);
	nothing_dangles(p, s);
	refused(p, s, 99, "no such change");
	store_close(s);
}

static void
a_correction(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t       first, second, third;

	frame(p, s);
	first = measure(p, s, "et.csv", "ledige,,,2008,100\nledige,,kvinder,2008,60\n");
	second = measure(p, s, "to.csv", "ledige,,,2008,101\n");
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("101")));
	refused(p, s, first, "change 3 corrected a measurement it brought (undo change 3 first)");
	assert_true(str_eq(figure(p, s, 0, "kvinder", 2008), STR("60")));
	register_undo(p, s, second);
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("100")));
	assert_true(str_eq(figure(p, s, second, "", 2008), STR("101")));
	register_undo(p, s, 4);                 /* the undo itself */
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("101")));
	register_undo(p, s, 5);
	register_undo(p, s, first);             /* nothing that counts was built on it */
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("")));
	assert_true(str_eq(figure(p, s, 0, "kvinder", 2008), STR("")));
	register_undo(p, s, 7);
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("100")));
	third = measure(p, s, "tre.csv", "ledige,,,2008,102\n");
	register_undo(p, s, third);
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("100")));
	assert_true(str_eq(figure(p, s, third, "", 2008), STR("102")));
	nothing_dangles(p, s);
	store_close(s);
}

/* Two changes that would bring the same measurement. */
static void
measured_again(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t       first, again;

	frame(p, s);
	first = measure(p, s, "et.csv", "ledige,,,2008,100\n");
	register_undo(p, s, first);
	again = measure(p, s, "to.csv", "ledige,,,2008,105\n");
	assert_int_equal(again, 4);
	refused(p, s, 3, "change 4 brought a measurement where one would stand again");
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("105")));
	register_undo(p, s, again);
	register_undo(p, s, 3);
	assert_true(str_eq(figure(p, s, 0, "", 2008), STR("100")));
	store_close(s);
}

/* A row or a measurement that refers to what would go. */
static void
built_on(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;
	struct look     l;
	struct str      row;

	frame(p, s);
	out = register_import(p, s, file_put(place_path(p, "skema.txt"), str_from(form)), false);
	l = register_look(p, s, 0);
	row = arena_printf(&p->arena, STR_FMT ",,,2010,55\n",
	    STR_ARG(things_key(l.things, l.sn.row[NOUN_TARGET][0].ref[TARGET_indicator])));
	assert_int_equal(measure(p, s, "måling.csv", row.at), 3);
	refused(p, s, out.change, "change 3 measured what it brought (undo change 3 first)");
	register_undo(p, s, 3);
	register_undo(p, s, out.change);
	nothing_dangles(p, s);
	refused(p, s, 3, "already taken back by change 4");
	store_close(s);
}

/* Proposals that were decided are no longer the import's to take back, and a thing
 * that another change refers to is not either. */
static void
decided(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct act      act = act_at("2026-11-23T05:30:00Z");
	struct imported out, second;
	size_t          n;

	frame(p, s);
	out = register_import(p, s, file_put(place_path(p, "skema.txt"), str_from(form)), true);
	must(import_decide(s, NULL, 0, true, &act, &p->diags, &n));
	assert_int_equal(n, 1);
	refused(p, s, out.change, "change 3 built on what it brought (proposal");
	/* A second form from the same decision joins the mandate that the first brought. */
	second = register_import(p, s, file_put(place_path(p, "andet.txt"),
	    arena_printf(&p->arena, "%s\n\nNavn på indsats\tCykelskole på Østerbro\nAfsæt\tBR 09.10.08\n"
	        "Mål\tMindst 100 deltagere i 2009\nStatus på indsatsen\t23 er i gang\n",
	        "Statusskema")), false);
	assert_int_equal(second.kind[PROPOSAL_STATUS_FORM].count, 1);
	refused(p, s, 3, "change 4 brought the initiative");
	register_undo(p, s, second.change);
	register_undo(p, s, 3);
	register_undo(p, s, out.change);
	nothing_dangles(p, s);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(an_import), ENGINE_TEST(a_correction), ENGINE_TEST(measured_again),
		ENGINE_TEST(built_on), ENGINE_TEST(decided),
	};

	return engine_run("undo", tests, COUNT_OF(tests));
}
