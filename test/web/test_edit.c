/* The register in the hands of an editor: every kind of thing made, changed and taken out
 * of use by forms, targets read back, series re-based. */
#include "edit.h"

/* What came back from the register is what the form said. */
static void
look_at(struct desk *k, enum noun n, struct str key, const struct look *before, int turn)
{
	struct look            l = register_look(k->s.p, k->db, 0);
	const struct noun_row *row = snapshot_row(&l.sn, things_find(l.things, n, key));

	if (row == NULL)
		fail_msg(STR_FMT " " STR_FMT " is not there", STR_ARG(noun_info[n].table), STR_ARG(key));
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		struct str said = filling(k, before, n, c, turn), kept = row->text[c];

		if (n == NOUN_TARGET || stays_empty(n, c) || said.len == 0)
			continue;
		if (noun_info[n].column[c].type == COLUMN_TEXT && !str_eq(said, kept))
			fail_msg(STR_FMT "." STR_FMT " is " STR_FMT, STR_ARG(noun_info[n].table),
			    STR_ARG(noun_info[n].column[c].name), STR_ARG(kept));
		assert_true(kept.len > 0 || row->ref[c] != 0);
	}
}

/* The kind of a target decides what else is asked. */
static struct str
of_kind(struct arena *a, enum noun n, struct str fields, struct str kind)
{
	return n == NOUN_TARGET ? with(a, fields, STR("kind"), kind) : fields;
}

static void
round_trip(struct desk *k, enum noun n, struct str kind)
{
	struct arena *a = &k->s.p->arena;
	struct look   l = register_look(k->s.p, k->db, 0);
	struct str    page, key;
	int           status;

	status = send(k, n, path_of(a, n, "new"), of_kind(a, n, filled(k, &l, n, 0), kind));
	if (status != 303)
		fail_msg(STR_FMT " " STR_FMT ": %d: %.3000s", STR_ARG(noun_info[n].table),
		    STR_ARG(kind), status, site_text(&k->s));
	key = key_at_end(led_to(k));
	page = path_of(a, n, key.at);
	look_at(k, n, key, &l, 0);
	assert_int_equal(staff_ask(&k->s, &k->who, page.at), 200);
	site_says(&k->s, "Åse Sørensen");
	status = send(k, n, page, with(a, of_kind(a, n, filled(k, &l, n, 1), kind),
	    STR("since"), hidden(k, "since")));
	if (status != 303)
		fail_msg(STR_FMT ": %d: %.3000s", STR_ARG(page), status, site_text(&k->s));
	look_at(k, n, key, &l, 1);
	assert_int_equal(staff_ask(&k->s, &k->who, page.at), 200);
	assert_int_equal(staff_post(&k->s, &k->who, arena_printf(a, STR_FMT "/retire", STR_ARG(page)).at,
	    with(a, STR("x=1"), STR("since"), hidden(k, "since")).at), 303);
	l = register_look(k->s.p, k->db, 0);
	assert_null(snapshot_row(&l.sn, things_find(l.things, n, key)));
	assert_int_equal(staff_ask(&k->s, &k->who, page.at), 200);
	site_says(&k->s, "taget ud af brug");
}

static void
every_kind_is_made_changed_and_retired(void **state)
{
	struct desk k = open_desk(*state, EXAMPLE);

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_edited((enum noun)n))
			continue;
		assert_int_equal(staff_ask(&k.s, &k.who, path_of(&k.s.p->arena, (enum noun)n, "new").at), 200);
		if (n != NOUN_TARGET) {
			round_trip(&k, (enum noun)n, STR_NONE);
			continue;
		}
		for (size_t kind = 0; kind < TARGET_KIND_COUNT; kind++)
			round_trip(&k, NOUN_TARGET, target_kind_code((enum target_kind)kind));
	}
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register"), 200);
	site_says(&k.s, "Behovsklasser");
	close_desk(&k);
}

static void
nobody_overwrites_what_somebody_else_changed(void **state)
{
	const char   *path = "/da/work/register/indicators/i-arbejde";
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	struct person per = staff_person(&k.s, k.db, "per", "Per Østergård", "editor", 0);
	struct str    opened;
	int64_t       change;

	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	opened = hidden(&k, "since");
	assert_int_equal(staff_post(&k.s, &per, path, arena_printf(a, "title=Pers+%%C3%%B8nske&since=" STR_FMT,
	    STR_ARG(opened)).at), 303);
	change = newest_change(&k);
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
	    "title=%%C3%%85ses+%%C3%%B8nske&since=" STR_FMT, STR_ARG(opened)).at), 409);
	assert_int_equal(newest_change(&k), change);
	site_says(&k.s, "Per Østergård");
	site_says(&k.s, "Pers ønske");
	site_says(&k.s, "Åses ønske");
	assert_false(str_eq(hidden(&k, "since"), opened));
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
	    "title=%%C3%%85ses+%%C3%%B8nske&since=" STR_FMT, STR_ARG(hidden(&k, "since"))).at), 303);
	assert_int_equal(newest_change(&k), change + 1);
	close_desk(&k);
}

/* The register has the day after; people write and read the last day. */
static void
the_last_day_is_the_last_day(void **state)
{
	struct desk  k = open_desk(*state, EXAMPLE);
	size_t       row;
	struct look  l;
	const char  *path = "/da/work/register/policies/integrationspolitik-2007-2010";

	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	site_says(&k.s, "value=\"31.12.2010\"");
	assert_int_equal(staff_ask(&k.s, &k.who, "/en/work/register/policies/integrationspolitik-2007-2010"), 200);
	site_says(&k.s, "value=\"2010-12-31\"");
	assert_int_equal(staff_post(&k.s, &k.who, "/da/work/register/policies/new",
	    "title=%C3%98politik&starts=1.1.2011&ends=31.12.2014"), 303);
	l = register_look(k.s.p, k.db, 0);
	for (row = 0; row < l.sn.len[NOUN_POLICY]; row++)
		if (str_eq(l.sn.row[NOUN_POLICY][row].text[POLICY_title], STR("Øpolitik")))
			break;
	assert_true(row < l.sn.len[NOUN_POLICY]);
	assert_true(str_eq(l.sn.row[NOUN_POLICY][row].text[POLICY_ends], STR("2015-01-01")));
	close_desk(&k);
}

static void
a_form_sent_again_makes_one_thing(void **state)
{
	const char *nonce = "fedcba9876543210fedcba9876543210";
	struct desk k = open_desk(*state, EXAMPLE);
	struct str  first = STR_NONE;
	struct look l;
	size_t      groups;

	for (int i = 0; i < 3; i++) {
		assert_int_equal(staff_post_nonce(&k.s, &k.who, "/da/work/register/groups/new",
		    "title=%C3%85l%C3%A6ndinge", nonce), 303);
		if (i > 0)
			assert_true(str_eq(first, site_header(&k.s, "Location")));
		first = led_to(&k);
	}
	assert_string_equal(first.at, "/da/work/register/groups/aalaendinge");
	l = register_look(k.s.p, k.db, 0);
	groups = 0;
	for (size_t i = 0; i < l.sn.len[NOUN_GROUP]; i++)
		groups += str_eq(l.sn.row[NOUN_GROUP][i].text[GROUP_title], STR("Ålændinge"));
	assert_int_equal(groups, 1);
	close_desk(&k);
}

/* ---- out of use, and back ---- */

static void
what_is_referred_to_stays(void **state)
{
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	static const struct {
		const char *thing, *says;
	} cases[] = {
		{ "units/biu", "Beskæftigelses- og Integrationsforvaltningen" },
		{ "indicators/i-arbejde", "målinger" },
		{ "policies/integrationspolitik-2007-2010", "henviser til det" },
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str path = arena_printf(a, "/da/work/register/%s", cases[i].thing);
		int64_t    before = newest_change(&k);

		assert_int_equal(staff_ask(&k.s, &k.who, path.at), 200);
		site_says(&k.s, "Det kan ikke tages ud af brug");
		assert_int_equal(staff_post(&k.s, &k.who, arena_printf(a, STR_FMT "/retire", STR_ARG(path)).at,
		    with(a, STR("x=1"), STR("since"), hidden(&k, "since")).at), 422);
		site_says(&k.s, cases[i].says);
		assert_int_equal(newest_change(&k), before);
	}
	close_desk(&k);
}

static void
one_s_own_change_is_undone(void **state)
{
	const char   *path = "/da/work/register/themes/";
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	struct person per = staff_person(&k.s, k.db, "per", "Per Østergård", "editor", 0);
	struct look   l = register_look(k.s.p, k.db, 0);
	int64_t       theme = l.sn.row[NOUN_THEME][0].id;
	struct str    was = snapshot_title(&l.sn, theme), change;
	const char   *at = arena_printf(a, "%s" STR_FMT, path, STR_ARG(things_key(l.things, theme))).at;
	const char   *undo = arena_printf(a, "%s/undo", at).at;

	assert_int_equal(staff_ask(&k.s, &k.who, at), 200);
	site_says_not(&k.s, "Fortryd min ændring");             /* an import made it */
	assert_int_equal(staff_post(&k.s, &k.who, at, arena_printf(a, "title=%%C3%%98v&since=" STR_FMT,
	    STR_ARG(hidden(&k, "since"))).at), 303);
	assert_int_equal(staff_ask(&k.s, &k.who, at), 200);
	site_says(&k.s, "Fortryd min ændring");
	change = with(a, STR("x=1"), STR("change"), hidden(&k, "change"));
	assert_int_equal(staff_ask(&k.s, &per, at), 200);
	site_says_not(&k.s, "Fortryd min ændring");
	assert_int_equal(staff_post(&k.s, &per, undo, change.at), 403);
	assert_int_equal(staff_post(&k.s, &k.who, undo, change.at), 303);
	assert_int_equal(staff_post(&k.s, &k.who, undo, change.at), 409);       /* once */
	l = register_look(k.s.p, k.db, 0);
	assert_true(str_eq(snapshot_title(&l.sn, theme), was));
	close_desk(&k);
}

/* A paper stays the source of what it still says, and the trail has what was changed. */
static void
a_change_tells_its_source_and_what_it_was(void **state)
{
	const char       *path = "/da/work/register/initiatives/cbsi";
	struct desk       k = open_desk(*state, EXAMPLE);
	struct arena     *a = &k.s.p->arena;
	struct look       l = register_look(k.s.p, k.db, 0);
	int64_t           id = things_find(l.things, NOUN_INITIATIVE, STR("cbsi"));
	struct source     was = snapshot_source(&l.sn, snapshot_row(&l.sn, id)), is;
	struct trail_rows rows;

	assert_string_equal(str_dup(a, was.document).at, "statusredegoerelse-2009");
	for (int still = 1; still >= 0; still--) {
		assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
		assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
		    "number=%%C3%%98%d&why=Pr%%C3%%B8ve&%s&since=" STR_FMT, still, still ? "still=1" : "x=1",
		    STR_ARG(hidden(&k, "since"))).at), 303);
		l = register_look(k.s.p, k.db, 0);
		is = snapshot_source(&l.sn, snapshot_row(&l.sn, id));
		assert_true(str_eq(is.document, still ? was.document : STR_NONE));
		assert_int_equal(is.line, still ? was.line : 0);
		assert_true(str_eq(is.quote, still ? was.quote : STR_NONE));
	}
	assert_true(trail_read(a, k.db, k.who.account, 0, 1, &rows));
	assert_string_equal(str_dup(a, rows.at[0].act).at, "register.changed");
	assert_string_equal(str_dup(a, rows.at[0].thing).at, "initiative:cbsi");
	assert_string_equal(str_dup(a, rows.at[0].before).at, "number: Ø1\n");
	assert_string_equal(str_dup(a, rows.at[0].after).at, "number: Ø0\n");
	assert_true(str_eq(snapshot_change(&l.sn, l.sn.known)->why, STR("Prøve")));
	close_desk(&k);
}

/* What was not touched stays as it is, whatever a form would say to it. */
static void
what_is_not_touched_stays(void **state)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen\n" },
		{ "unit.csv", "id,since,title,level,short_name\nø,1,\"To\nlinjer  på Ærø\",ældreråd,\"\xe2\x80\xaeøæ\"\n" },
		{ "area.csv", "id,since,title,tile_x,tile_y\nby,1,Rødby,31,0\n" },
	};
	struct place *p = *state;
	struct desk   k = open_desk(p, package_put(p, "gammelt", files, COUNT_OF(files)));
	struct look   l;
	const char   *path = "/da/work/register/units/%C3%B8";
	int64_t       before = newest_change(&k);

	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	site_says(&k.s, "ældreråd");
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(&p->arena,
	    "title=To%%0D%%0Alinjer++p%%C3%%A5+%%C3%%86r%%C3%%B8&level=%%C3%%A6ldrer%%C3%%A5d&"
	    "short_name=%%E2%%80%%AE%%C3%%B8%%C3%%A6&lang=en&parent=&since=" STR_FMT,
	    STR_ARG(hidden(&k, "since"))).at), 303);
	l = register_look(p, k.db, 0);
	assert_int_equal(newest_change(&k), before + 1);
	assert_string_equal(l.sn.row[NOUN_UNIT][0].text[UNIT_title].at, "To\nlinjer  på Ærø");
	assert_string_equal(l.sn.row[NOUN_UNIT][0].text[UNIT_level].at, "ældreråd");
	assert_string_equal(l.sn.row[NOUN_UNIT][0].text[UNIT_lang].at, "en");
	/* Nothing was changed: nothing is recorded. */
	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	assert_int_equal(staff_post(&k.s, &k.who, path, with(&p->arena, STR("lang=en"), STR("since"),
	    hidden(&k, "since")).at), 303);
	assert_int_equal(newest_change(&k), before + 1);
	close_desk(&k);
}

/* ---- targets ---- */

/* What the page said before saving is what the register says afterwards. */
static void
a_target_is_read_before_it_is_saved(void **state)
{
	static const struct {
		const char *fields, *means;
	} cases[] = {
		{ "kind=change&value=10&baseline=for%C3%A5r+2007&deadline=2010&indicator=i-arbejde",
		  "skal stige med 10 procentpoint fra startmålingen (forår 2007) inden udgangen af 2010." },
		{ "kind=level&relation=at_most&value=57,5&keep=1&deadline=2011&indicator=i-arbejde",
		  "skal blive ved med at være højst 57,5 pct. til udgangen af 2011." },
		{ "kind=count&value=100&window=2009&scope=year&indicator=afklaringsforloeb",
		  "Der skal tælles mindst 100 i »Gennemførte helbredsafklaringer« i København i hvert år af 2009." },
		{ "kind=direction&direction=fall&indicator=i-arbejde",
		  "skal falde i forhold til den første måling." },
		{ "kind=milestone&deadline=16.+december+2010&indicator=i-arbejde",
		  "skal være gjort, med dokumentation, senest den 16. december 2010." },
		{ "kind=undefined", "Der er intet, der kan kontrolleres." },
	};
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/targets/new"), 200);
	site_says(&k.s, "Hvad siger måltallet?");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char      *path = "/da/work/register/targets/new";
		struct str       fields = arena_printf(a, "%s&title=%%C3%%98nske+nr.+%zu&objective=i-arbejde",
		    cases[i].fields, i);
		int64_t          before = newest_change(&k);
		struct judge_when when = { .today = clock_today() };
		struct barometer b;
		struct look      l;
		struct str       seen;
		const char      *said;

		assert_int_equal(staff_post(&k.s, &k.who, path,
		    arena_printf(a, STR_FMT "&show=1", STR_ARG(fields)).at), 200);
		site_says(&k.s, cases[i].means);
		said = site_text(&k.s);
		seen = hidden(&k, "seen");
		assert_int_equal(staff_post(&k.s, &k.who, path, fields.at), 200);       /* not read */
		assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
		    STR_FMT "&mandate=&keep=&seen=0123", STR_ARG(fields)).at), 200);
		assert_int_equal(newest_change(&k), before);
		assert_int_equal(staff_post(&k.s, &k.who, path, with(a, fields, STR("seen"), seen).at), 303);
		l = register_look(k.s.p, k.db, 0);
		assert_true(judge_all(a, k.db, &l.sn, when, &b));
		if (strstr(said, verdict_of(&b, key_at_end(led_to(&k)).at)->judgement.da.at) == NULL)
			fail_msg("%s is not in %.4000s",
			    verdict_of(&b, key_at_end(led_to(&k)).at)->judgement.da.at, said);
	}
	close_desk(&k);
}

/* The promised change stays and its level moves; a promised level stands. */
static void
a_new_method_re_bases_what_changes(void **state)
{
	const char   *path = "/da/work/register/indicators/andel/method";
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen\n" },
		{ "area.csv", "id,since,title,level\nby,1,København,city\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "indicator.csv", "id,since,title,measure,better\nandel,1,Andel i arbejde på Sjælør,share,rise\n" },
		{ "policy.csv", "id,since,title,status\npol,1,Politik,2009-06-01\n" },
		{ "theme.csv", "id,since,title,policy\nth,1,Tema,pol\n" },
		{ "objective.csv", "id,since,title,theme\no,1,Mål,th\n" },
		{ "target.csv", "id,since,title,objective,indicator,kind,relation,value,baseline_from,"
		  "baseline_to,deadline_from,deadline_to\n"
		  "ti,1,Ti point flere,o,andel,change,,10,2007-03-01,2007-06-01,2010-01-01,2011-01-01\n"
		  "tres,1,Mindst tres,o,andel,level,at_least,60,2007-03-01,2007-06-01,2010-01-01,2011-01-01\n" },
		{ "observation.csv", "indicator,area,from,to,method,value,since\n"
		  "andel,by,2007-03-01,2007-06-01,1,54.40,1\nandel,by,2008-08-01,2008-09-01,1,59.90,1\n" },
	};
	const char   *fields = "starts=1.9.2008&title=Nu+med+alle+SU-modtagere&period=august+2008&new=57,00";
	struct place *p = *state;
	struct desk   k = open_desk(p, package_put(p, "metode", files, COUNT_OF(files)));
	struct arena *a = &p->arena;
	struct look   l;
	struct barometer b;
	int64_t       before = newest_change(&k);
	struct str    version, seen;

	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	site_says(&k.s, "59,90 pct. (august 2008)");
	version = hidden(&k, "version");
	assert_string_equal(version.at, "2");
	fields = arena_printf(a, "%s&version=" STR_FMT, fields, STR_ARG(version)).at;
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a, "%s&show=1", fields).at), 200);
	site_says(&k.s, "64,40 pct.");
	site_says(&k.s, "67,00 pct.");
	site_says(&k.s, "Et lovet niveau bliver, hvor det er.");
	site_says(&k.s, "En lovet ændring bliver lige så stor, som den var");
	seen = hidden(&k, "seen");
	assert_int_equal(staff_post(&k.s, &k.who, path, fields), 200);
	assert_int_equal(newest_change(&k), before);
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a, "%s&old=58&seen=" STR_FMT, fields,
	    STR_ARG(seen)).at), 422);
	site_says(&k.s, "Det er allerede registreret");
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a, "%s&seen=" STR_FMT, fields,
	    STR_ARG(seen)).at), 303);
	assert_int_equal(newest_change(&k), before + 1);
	assert_int_equal(staff_post(&k.s, &k.who, path, fields), 409);  /* version 2 is there */
	l = register_look(p, k.db, 0);
	b = register_judge(p, k.db, &l, "2009-06-01");
	assert_true(number_cmp(verdict_of(&b, "ti")->judgement.required, NUMBER(6700, 2)) == 0);
	assert_true(verdict_of(&b, "ti")->judgement.rebased);
	assert_true(number_cmp(verdict_of(&b, "tres")->judgement.required, NUMBER(60, 0)) == 0);
	/* One change: the method and its measurement go together. */
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/method-versions/andel-2"), 200);
	assert_int_equal(staff_post(&k.s, &k.who, "/da/work/register/method-versions/andel-2/undo",
	    with(a, STR("x=1"), STR("change"), hidden(&k, "change")).at), 303);
	l = register_look(p, k.db, 0);
	b = register_judge(p, k.db, &l, "2009-06-01");
	assert_int_equal(l.sn.len[NOUN_METHOD], 0);
	assert_true(number_cmp(verdict_of(&b, "ti")->judgement.required, NUMBER(6440, 2)) == 0);
	close_desk(&k);
}

/* ---- the whole register ---- */

static void
what_forms_wrote_is_dumped_and_loaded(void **state)
{
	struct place *p = *state;
	struct desk   k = open_desk(p, EXAMPLE);
	struct look   l;
	struct str    first, again;
	struct store *other;
	struct diags  d = diags_new(&p->arena);

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_edited((enum noun)n))
			continue;
		l = register_look(p, k.db, 0);
		assert_int_equal(send(&k, (enum noun)n, path_of(&p->arena, (enum noun)n, "new"),
		    of_kind(&p->arena, (enum noun)n, filled(&k, &l, (enum noun)n, 0), STR("level"))), 303);
	}
	if (!store_check(k.db, &d))
		fail_msg("the register does not fit");
	first = register_dump(p, k.db, "dumped");
	other = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	assert_non_null(other);
	register_load(p, other, first);
	again = register_dump(p, other, "again");
	folders_equal(p, first, again);
	store_close(other);
	close_desk(&k);
}

static void
lists_find_and_turn_pages(void **state)
{
	struct desk k = open_desk(*state, EXAMPLE);

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register?q=helbred"), 200);
	site_says(&k.s, "Gennemførte helbredsafklaringer");
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/indicators?q=helbred"), 200);
	site_says(&k.s, "Gennemførte helbredsafklaringer");
	site_says_not(&k.s, "Almene boliger af alle boliger");
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/translations?page=2"), 200);
	site_says(&k.s, "Side 2 af 3");
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/translations?page=0"), 400);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/findings"), 404);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/hunde"), 404);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/hunde/new"), 404);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(every_kind_is_made_changed_and_retired),
		DISK_TEST(nobody_overwrites_what_somebody_else_changed),
		DISK_TEST(the_last_day_is_the_last_day),
		DISK_TEST(a_form_sent_again_makes_one_thing),
		DISK_TEST(what_is_referred_to_stays),
		DISK_TEST(one_s_own_change_is_undone),
		DISK_TEST(a_change_tells_its_source_and_what_it_was),
		DISK_TEST(what_is_not_touched_stays),
		DISK_TEST(a_target_is_read_before_it_is_saved),
		DISK_TEST(a_new_method_re_bases_what_changes),
		DISK_TEST(what_forms_wrote_is_dumped_and_loaded),
		DISK_TEST(lists_find_and_turn_pages),
	};

	return engine_run("edit", tests, COUNT_OF(tests));
}
