/* Indicators and objectives out of an edition: what their pages, the API and the
 * downloads show is what evaluate() says and nothing that is withheld, and asks the
 * database little. */
#include "register.h"
#include "app/indicator_list.h"
#include "app/objective_view.h"
#include "app/viewer.h"
#include "export/indicator_grid.h"
#include "export/indicator_json.h"
#include "export/objective_json.h"
#include "view/indicator_chart.h"
#include "view/pages/indicator.h"
#include "view/pages/indicators.h"
#include "view/pages/objective.h"

static const struct text_file small[] = {
	{ "change.csv", "id,at,who,why\n1,2010-11-01T04:00:00Z,Åse Sørensen,Rammen\n"
	  "2,2011-03-04T04:00:00Z,Åse Sørensen,Fristen er rykket\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,København,city,\noe,1,Ørestad,district,by\n"
	  "n,1,Nørrebro,district,by\naarhus,1,Århus,city,\n" },
	{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,parent\nsud,1,Socialudvalget,SUD,\n"
	  "sof,1,Socialforvaltningen,SOF,sud\n" },
	{ "grp.csv", "id,since,title\nunge,1,unge & ældre\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\np,1,Politik,2008-01-01,2013-01-01,2011-06-01\n" },
	{ "theme.csv", "id,since,title,policy,rank\nt,1,Tryghed,p,1\n" },
	{ "mandate.csv", "id,since,title,body,decided\nbr,1,BR 09.10.08,Borgerrepræsentationen,2008-10-09\n" },
	{ "indicator.csv", "id,since,title,measure,numerator,frequency,definition,unit\n"
	  "sigtede,1,Sigtede,persons,,hvert år,,sof\n"
	  "andel,1,Andel <sigtede>,share,sigtede,to gange om året,Æ & Ø,sof\n"
	  "kun-unge,1,Kun unge,share,,løbende,,\n" },
	{ "objective.csv", "id,since,title,theme,parent,unit,rank\nm,1,Færre sigtede,t,,sud,1\n"
	  "m2,1,Færre unge sigtede,t,m,sud,2\n" },
	{ "target.csv", "id,since,until,title,objective,indicator,grp,kind,relation,value,percent,"
	  "baseline_from,baseline_to,deadline_from,deadline_to,mandate\n"
	  "halv,1,2,Halvt så mange i 2011,m,sigtede,,change,,-50,1,2008-01-01,2009-01-01,2011-01-01,2012-01-01,br\n"
	  "halv,2,,Halvt så mange i 2012,m,sigtede,,change,,-50,1,2008-01-01,2009-01-01,2012-01-01,2013-01-01,br\n"
	  "unge,1,,Højst 20 pct.,m2,andel,unge,level,at_most,20,,,,2012-01-01,2013-01-01,\n" },
	{ "observation.csv", "indicator,area,group,from,to,value,since\n"
	  "sigtede,by,,2008-01-01,2009-01-01,40,1\nsigtede,by,,2009-01-01,2010-01-01,30,1\n"
	  "sigtede,by,,2011-01-01,2012-01-01,25,1\n"
	  "sigtede,oe,,2008-01-01,2009-01-01,4,1\nsigtede,oe,,2009-01-01,2010-01-01,3,1\n"
	  "sigtede,by,unge,2008-01-01,2009-01-01,2,1\nsigtede,by,unge,2009-01-01,2010-01-01,17,1\n"
	  "sigtede,aarhus,,2008-01-01,2009-01-01,2,1\n"
	  "andel,by,,2008-01-01,2009-01-01,41.75,1\n"
	  "andel,by,unge,2008-01-01,2009-01-01,42.85,1\n"      /* counted by 2 */
	  "andel,by,unge,2009-01-01,2010-01-01,43.95,1\n"
	  "andel,oe,,2009-01-01,2010-01-01,44.65,1\n"          /* counted by 3 */
	  "kun-unge,by,unge,2009-01-01,2010-01-01,50,1\n" },
};

/* Figures that must stand nowhere, in any notation. */
static const char *const secrets[] = { "42.85", "42,85", "44.65", "44,65" };

struct fixture {
	struct place         *p;
	struct store         *s;
	struct viewer         v;
	const struct edition *ed;
};

static struct fixture *
look(void **state, struct str package, struct judge_when when)
{
	struct place   *p = *state;
	struct fixture *f = ARENA_NEW(&p->arena, struct fixture);

	*f = (struct fixture){ .p = p, .s = place_open(p, STORE_CREATE), .v = { .db = place_url(p) } };
	register_load(p, f->s, package);
	f->ed = viewer_edition(&f->v, &p->arena, when);
	assert_non_null(f->ed);
	return f;
}

static void
look_away(struct fixture *f)
{
	viewer_close(&f->v);
	store_close(f->s);
}

static struct str
small_package(void **state)
{
	return package_put(*state, "småt", small, COUNT_OF(small));
}

static const struct judge_when today = { .today = 20000 };

static struct indicator_view
see(struct fixture *f, const char *id, struct indicator_ask ask)
{
	struct place         *p = f->p;
	struct store         *s = f->v.store;
	struct indicator_view m;
	const struct noun_row *row = edition_thing(f->ed, NOUN_INDICATOR, str_from(id));

	assert_non_null(row);
	must(indicator_view(&p->arena, f->ed, row, ask, &m));
	return m;
}

/* ---- everything that is made of a view, as one text ---- */

static struct page
page_in(struct fixture *f, struct buf *b, const char *lang)
{
	struct page p = { .b = b, .a = &f->p->arena, .path = STR("indicator/å"),
	                  .authority = STR("Københavns Kommune") };

	assert_true(lang_find(str_from(lang), &p.lang));
	return p;
}

static void
put_everything(struct fixture *f, struct buf *b, const struct indicator_view *m)
{
	struct arena *a = &f->p->arena;
	struct page   da = page_in(f, b, "da"), en = page_in(f, b, "en");
	struct json   j = json_new(b);

	indicator_page(&da, m);
	indicator_page(&en, m);
	export_indicator(&j, m);
	for (int danish = 0; danish < 2; danish++) {
		struct grid      g = indicator_grid(a, m, danish != 0);
		struct grid      about = indicator_grid_about(a, m, danish != 0);
		struct lang      l = danish ? da.lang : en.lang;
		struct chart     c = indicator_chart(a, &l, m);
		struct chart_out out = { b, a, &l, CHART_FILE, CHART_WIDE };

		grid_csv(b, &g, (enum grid_profile)danish);
		grid_csv(b, &about, (enum grid_profile)danish);
		chart_line(&out, &c);
	}
}

static struct str
everything(struct fixture *f, const struct indicator_view *m)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)8 << 20);
	put_everything(f, &b, m);
	assert_true(buf_ok(&b));
	text = str_dup(&f->p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
tells_no_secret(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(secrets); i++)
		if (str_find(text, str_from(secrets[i]), 0) != SIZE_MAX)
			fail_msg("%s is told", secrets[i]);
}

static void
says(struct str text, const char *words)
{
	if (str_find(text, str_from(words), 0) == SIZE_MAX)
		fail_msg("not said: %s", words);
}

/* ---- small numbers ---- */

static bool
grid_has(const struct grid *g, struct number n)
{
	for (size_t i = 0; i < g->len; i++)
		if (i % g->columns == 7 && g->cell[i].type == GRID_NUMBER &&
		    number_cmp(g->cell[i].number, n) == 0)
			return true;
	return false;
}

static void
nothing_withheld_is_shown(void **state)
{
	struct fixture        *f = look(state, small_package(state), today);
	struct indicator_ask  unge = { .group = edition_thing(f->ed, NOUN_GROUP, STR("unge"))->id };
	struct indicator_ask  oe = { .area = edition_thing(f->ed, NOUN_AREA, STR("oe"))->id };
	struct indicator_view m = see(f, "andel", (struct indicator_ask){ 0 });
	struct str            text = everything(f, &m);
	struct grid           g;

	tells_no_secret(text);
	says(text, "43,95 pct.");
	says(text, "tilbageholdt");
	m = see(f, "andel", unge);
	assert_int_equal(m.trend.move, MOVE_SINGLE);
	tells_no_secret(everything(f, &m));
	m = see(f, "andel", oe);
	assert_int_equal(m.trend.move, MOVE_WITHHELD);
	tells_no_secret(everything(f, &m));
	m = see(f, "sigtede", oe);
	says(everything(f, &m), "&lt; 5");
	m = see(f, "sigtede", (struct indicator_ask){ 0 });
	g = indicator_grid(&f->p->arena, &m, true);
	assert_true(grid_has(&g, NUMBER(40, 0)) && grid_has(&g, NUMBER(17, 0)));
	assert_true(grid_has(&g, NUMBER(2, 0)));        /* Århus, which publishes it */
	assert_false(grid_has(&g, NUMBER(4, 0)) || grid_has(&g, NUMBER(3, 0)));
	look_away(f);
}

/* ---- what a view says ---- */

static void
a_view_and_its_day(void **state)
{
	struct fixture        *f = look(state, small_package(state), today);
	struct indicator_view m = see(f, "sigtede", (struct indicator_ask){ 0 });
	struct str            text = everything(f, &m);

	assert_int_equal(m.as_of, day_of(2011, 6, 1));  /* the status day of its policy */
	assert_int_equal(m.own.series.len, 2);
	assert_int_equal(m.later, 1);
	assert_int_equal(m.days, 4);    /* of three figures, and of the status */
	assert_int_equal(m.day[2], m.as_of);
	assert_int_equal(m.parts, 3);
	assert_int_equal(m.part[0].part, PART_GROUP);
	assert_int_equal(m.part[1].part, PART_AREA);
	assert_int_equal(m.part[2].part, PART_COMPARATOR);
	assert_true(m.due.has_period && m.due.overdue);
	assert_int_equal(m.due.period.to, day_of(2011, 1, 1));
	says(text, "Antallet faldt fra 40 til 30 personer mellem 2008 og 2009");
	says(text, "The number fell from 40 to 30 persons between 2008 and 2009");
	says(text, "unge &amp; ældre");
	says(text, "Socialforvaltningen");
	says(text, "as_of=2012-01-01");
	m = see(f, "andel", (struct indicator_ask){ 0 });
	text = everything(f, &m);
	says(text, "Andel &lt;sigtede&gt;");
	says(text, "Æ &amp; Ø");
	says(text, "To gange om året");
	m = see(f, "kun-unge", (struct indicator_ask){ 0 });
	assert_int_equal(m.as_of, today.today);
	assert_false(m.due.has_frequency);
	text = everything(f, &m);
	says(text, "Der er kun målt for dele af byen eller for grupper");
	says(text, "løbende");
	look_away(f);
}

static void
as_it_stood_before(void **state)
{
	struct judge_when     when = { .has_as_of = true, .as_of = day_of(2009, 6, 1), .today = 20000 };
	struct fixture        *f = look(state, small_package(state), when);
	struct indicator_view m = see(f, "sigtede", (struct indicator_ask){ 0 });

	assert_int_equal(m.own.series.len, 1);
	assert_int_equal(m.later, 2);
	assert_int_equal(m.trend.move, MOVE_SINGLE);
	assert_false(m.due.overdue);
	assert_int_equal(m.target[0]->judgement.verdict, VERDICT_NO_DATA);
	look_away(f);
}

/* ---- one truth ---- */

/* What the page says of a target is what evaluate() said, in both languages. */
static void
same_verdicts(struct fixture *f, const struct indicator_view *m, struct str text)
{
	for (size_t i = 0; i < m->targets; i++) {
		const struct barometer_row *r = edition_target(f->ed, m->target[i]->target->id);
		struct buf                  b;

		assert_ptr_equal(r, m->target[i]);
		buf_init(&b, 1 << 16);
		html_text(&b, r->judgement.da);
		buf_char(&b, '\0');
		says(text, b.at);
		b.len = 0;
		html_text(&b, r->judgement.en);
		buf_char(&b, '\0');
		says(text, b.at);
		buf_free(&b);
	}
}

static bool
is_plain(const struct fixture *f, const struct barometer_row *r)
{
	const struct noun_row *noun = edition_stock(f->ed, r)->noun;
	enum target_kind       k = r->target->kind;

	return noun->ref[TARGET_area] == 0 && noun->ref[TARGET_grp] == 0 &&
	    (k == TARGET_LEVEL || k == TARGET_CHANGE || k == TARGET_DIRECTION) &&
	    r->judgement.has_latest && r->judgement.worst.len == 0;
}

static size_t
same_latest(struct fixture *f, const struct indicator_view *m, struct str text)
{
	size_t checked = 0;

	for (size_t i = 0; i < m->targets; i++) {
		const struct observation *o = &m->target[i]->judgement.latest;
		struct buf                b;

		if (!is_plain(f, m->target[i]) || m->target[i]->as_of != m->as_of)
			continue;
		assert_non_null(m->trend.latest);
		assert_int_equal(m->trend.latest->period.to, o->period.to);
		buf_init(&b, 1 << 12);
		barometer_latest(&b, m->target[i], true);
		buf_char(&b, '\0');
		says(text, b.at);
		b.len = 0;
		observation_write(&b, m->trend.latest, m->is.unit, true);
		buf_char(&b, '\0');
		says(text, b.at);
		checked++;
		buf_free(&b);
	}
	return checked;
}

static void
the_example_tells_one_truth(void **state)
{
	struct fixture        *f = look(state, EXAMPLE, today);
	struct indicator_list list;
	size_t                checked = 0;

	list = indicator_list(&f->p->arena, f->ed, &(struct indicator_filter){ 0 });
	assert_int_equal(list.len, f->ed->sn.len[NOUN_INDICATOR]);
	for (size_t i = 0; i < list.len; i++) {
		const struct indicator_row *r = &list.at[i];
		int64_t                     before = store_statements(f->v.store);
		struct indicator_view       m = see(f, str_dup(&f->p->arena, r->indicator.id).at,
		    (struct indicator_ask){ 0 });
		struct str                  text;

		assert_true(store_statements(f->v.store) - before <= 2);
		assert_true(str_eq(r->trend.da, m.trend.da) && str_eq(r->trend.en, m.trend.en));
		assert_int_equal(r->as_of, m.as_of);
		assert_int_equal(r->series.len, m.own.series.len);
		text = everything(f, &m);
		same_verdicts(f, &m, text);
		checked += same_latest(f, &m, text);
	}
	assert_true(checked >= 12);
	look_away(f);
}

/* ---- lists ---- */

static size_t
listed(struct fixture *f, struct indicator_filter filter)
{
	return indicator_list(&f->p->arena, f->ed, &filter).len;
}

static void
lists_are_filtered(void **state)
{
	struct fixture *f = look(state, small_package(state), today);
	int64_t        before = store_statements(f->v.store);

	assert_int_equal(listed(f, (struct indicator_filter){ 0 }), 3);
	assert_int_equal(listed(f, (struct indicator_filter){ .unit = STR("sud") }), 2);
	assert_int_equal(listed(f, (struct indicator_filter){ .unit = STR("sof") }), 2);
	assert_int_equal(listed(f, (struct indicator_filter){ .unit = STR("ukendt") }), 0);
	assert_int_equal(listed(f, (struct indicator_filter){ .theme = STR("t") }), 2);
	assert_int_equal(listed(f, (struct indicator_filter){ .policy = STR("p") }), 2);
	assert_int_equal(listed(f, (struct indicator_filter){ .q = STR("SIGTEDE") }), 2);
	assert_int_equal(listed(f, (struct indicator_filter){ .q = STR("sigtede ø") }), 1);
	assert_int_equal(listed(f, (struct indicator_filter){ .q = STR("ærø") }), 0);
	assert_int_equal(store_statements(f->v.store), before);
	look_away(f);
}

/* ---- objectives ---- */

static struct objective_view
see_objective(struct fixture *f, const char *id)
{
	struct place          *p = f->p;
	struct store          *s = f->v.store;
	const struct noun_row *row = edition_thing(f->ed, NOUN_OBJECTIVE, str_from(id));
	struct objective_view  m;

	assert_non_null(row);
	must(objective_view(&p->arena, f->ed, row, &m));
	return m;
}

static struct str
objective_text(struct fixture *f, const struct objective_view *m)
{
	struct buf  b;
	struct page da = page_in(f, &b, "da"), en = page_in(f, &b, "en");
	struct json j = json_new(&b);
	struct str  text;

	buf_init(&b, (size_t)4 << 20);
	objective_page(&da, m);
	objective_page(&en, m);
	export_objective(&j, m);
	assert_true(buf_ok(&b));
	text = str_dup(&f->p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
a_promise_keeps_its_history(void **state)
{
	struct fixture        *f = look(state, small_package(state), today);
	struct objective_view m = see_objective(f, "m");
	const struct target_view *t = &m.target[0];
	struct str            text = objective_text(f, &m);

	assert_int_equal(m.targets, 1);
	assert_int_equal(t->versions, 2);
	assert_true(t->version[0].ended && !t->version[1].ended);
	assert_int_equal(t->version[0].edits, 0);
	assert_int_equal(t->version[1].edits, 3);
	assert_true(str_eq(t->version[1].edit[0].column, STR("title")));
	assert_true(str_eq(t->version[1].edit[2].before, STR("2012-01-01")));
	assert_true(str_eq(t->version[1].edit[2].after, STR("2013-01-01")));
	assert_true(str_eq(t->version[1].why, STR("Fristen er rykket")));
	says(text, "BR 09.10.08");
	says(text, "9. oktober 2008");
	says(text, "Fristen er rykket");
	says(text, "Halvt så mange i 2011");
	assert_int_equal(m.under.len, 1);
	assert_int_equal(m.indicators, 1);
	assert_true(str_find(text, STR("Åse Sørensen"), 0) == SIZE_MAX);        /* who did it */
	m = see_objective(f, "m2");
	assert_int_equal(m.above_len, 1);
	tells_no_secret(objective_text(f, &m));
	look_away(f);
}

static void
the_example_has_its_objectives(void **state)
{
	struct fixture        *f = look(state, EXAMPLE, today);
	struct objective_tree t = objective_list(&f->p->arena, f->ed, &(struct objective_filter){ 0 });
	size_t                targets = 0, helpers = 0, findings = 0, lines = 0;

	assert_int_equal(t.len, f->ed->sn.len[NOUN_OBJECTIVE]);
	for (size_t i = 0; i < t.len; i++) {
		const struct objective_node *n = &t.at[i];
		int64_t                      before = store_statements(f->v.store);
		struct objective_view        m = see_objective(f,
		    str_dup(&f->p->arena, n->objective.id).at);

		assert_true(store_statements(f->v.store) - before <= 1);
		assert_int_equal(m.targets, n->targets);
		targets += m.targets;
		helpers += m.helpers;
		findings += m.findings;
		for (size_t k = 0; k < m.moneys; k++)
			lines += m.money[k].lines;
		for (size_t k = 0; k < m.targets; k++)
			says(objective_text(f, &m), str_dup(&f->p->arena,
			    m.target[k].row->judgement.da).at);
	}
	assert_int_equal(targets, f->ed->judged.len);
	assert_true(helpers >= 28 && findings > 10 && lines > 10);
	look_away(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(nothing_withheld_is_shown),
		DISK_TEST(a_view_and_its_day),
		DISK_TEST(as_it_stood_before),
		DISK_TEST(the_example_tells_one_truth),
		DISK_TEST(lists_are_filtered),
		DISK_TEST(a_promise_keeps_its_history),
		DISK_TEST(the_example_has_its_objectives),
	};

	return engine_run("indicator_view", tests, COUNT_OF(tests));
}
