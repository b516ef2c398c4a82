/* Areas, classes of need and comparison of an invented city: worked out by hand from its
 * figures; what is withheld is nowhere; and the outlines that are imported. */
#include "register.h"
#include "app/area_view.h"
#include "app/areas_view.h"
#include "app/comparison_view.h"
#include "app/viewer.h"
#include "export/areas_grid.h"
#include "export/areas_json.h"
#include "export/comparison_json.h"
#include "view/areas_show.h"
#include "view/pages/areas.h"

struct fixture {
	struct place         *p;
	struct store         *s;
	struct viewer         v;
	const struct edition *ed;
};

static const struct judge_when today = { .today = 20000 };      /* 2024-10-04 */

static struct fixture *
look(void **state, struct str package)
{
	struct place   *p = *state;
	struct fixture *f = ARENA_NEW(&p->arena, struct fixture);

	*f = (struct fixture){ .p = p, .s = place_open(p, STORE_CREATE), .v = { .db = place_url(p) } };
	register_load(p, f->s, package);
	f->ed = viewer_edition(&f->v, &p->arena, today);
	assert_non_null(f->ed);
	return f;
}

static void
look_away(struct fixture *f)
{
	viewer_close(&f->v);
	store_close(f->s);
}

static struct areas_view
areas_of(struct fixture *f, const char *indicator, const char *level, int year)
{
	struct areas_view m;
	struct areas_ask  ask = { .level = str_from(level), .year = year };

	if (indicator != NULL) {
		ask.indicator = edition_thing(f->ed, NOUN_INDICATOR, str_from(indicator));
		assert_non_null(ask.indicator);
	}
	assert_true(areas_view(&f->p->arena, f->ed, &ask, &m));
	return m;
}

static struct area_view
area_of(struct fixture *f, const char *area)
{
	const struct noun_row *row = edition_thing(f->ed, NOUN_AREA, str_from(area));
	struct area_view       m;

	assert_non_null(row);
	assert_true(area_view(&f->p->arena, f->ed, row, &m));
	return m;
}

static const struct areas_row *
row_of(const struct areas_view *m, const char *area)
{
	for (size_t i = 0; i < m->len; i++)
		if (str_eq(m->at[i].place.area.id, str_from(area)))
			return &m->at[i];
	fail_msg("%s is no row", area);
	return NULL;
}

static void
assert_gap(struct area_gap g, const char *by, bool share)
{
	struct arena a = { 0 };

	assert_int_equal(g.has, by != NULL);
	if (by != NULL) {
		assert_string_equal(str_dup(&a, number_plain(&a, g.by)).at, by);
		assert_int_equal(g.share, share);
	}
	arena_free(&a);
}

/* ---- one indicator ---- */

/* A graded indicator that areas have is what is shown when nobody asks. */
static void
ranking(void **state)
{
	static const struct {
		const char *area, *change, *against, *class_;
		size_t      rank;
	} row[] = {
		{ "oestervang", "0.9", "-13.0", "stabil-2", 1 },
		{ "gammelby", "-0.1", "-10.3", "stabil-2", 2 },
		{ "havnen", "-0.5", "-1.0", "opmaerksom-2", 3 },
		{ "soendermoelle", "-0.8", "0.5", "opmaerksom-2", 4 },
		{ "aalunden", "-0.8", "2.4", "opmaerksom-2", 5 },
		{ "noerremark", "-4.0", "21.3", "markant-2", 6 },
	};
	struct fixture   *f = look(state, SOELBY);
	struct areas_view m = areas_of(f, NULL, "", 0);

	assert_true(str_eq(m.indicator.indicator.id, STR("tryghedsindeks")));
	assert_int_equal(m.asked, 2023);
	assert_int_equal(m.years, 8);
	assert_int_equal(m.len, COUNT_OF(row));
	assert_int_equal(m.ranked, COUNT_OF(row));
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		const struct areas_row *r = &m.at[i];

		assert_true(str_eq(r->place.area.id, str_from(row[i].area)));
		assert_int_equal(r->rank, row[i].rank);
		assert_gap(r->change, row[i].change, false);
		assert_gap(r->against, row[i].against, false);
		assert_true(str_eq(r->class_->name.id, str_from(row[i].class_)));
		assert_non_null(r->place.shape);
		assert_true(r->place.placed);
	}
	look_away(f);
}

/* Across a method's change nothing is compared; equal figures share their rank; what is
 * counted is held against the city as its share. */
static void
ranks_and_changes(void **state)
{
	struct fixture   *f = look(state, SOELBY);
	struct areas_view m = areas_of(f, "i-arbejde", "", 2020);
	const struct areas_row *r;

	for (size_t i = 0; i < m.len; i++)
		assert_false(m.at[i].change.has);
	m = areas_of(f, "i-arbejde", "", 2021);
	for (size_t i = 0; i < m.len; i++)
		assert_true(m.at[i].change.has);
	m = areas_of(f, "unge-sigtede", "", 2018);
	assert_int_equal(row_of(&m, "aalunden")->rank, 1);
	assert_int_equal(row_of(&m, "havnen")->rank, 1);
	assert_int_equal(row_of(&m, "noerremark")->rank, 3);
	m = areas_of(f, "unge-sigtede", "", 2019);
	r = row_of(&m, "noerremark");
	assert_gap(r->against, "27.5", true);           /* 11 of 40 */
	assert_gap(r->change, "-1", false);
	look_away(f);
}

/* No rank, no change, no class, no share: neither of the figure nor of the one after. */
static void
withheld_areas(void **state)
{
	struct fixture         *f = look(state, SOELBY);
	struct areas_view       m = areas_of(f, "unge-sigtede", "", 2019);
	const struct areas_row *r = row_of(&m, "oestervang");   /* 1 */

	assert_int_equal(m.withheld, 2);
	assert_int_equal(r->at->o->withheld, WITHHELD_SMALL);
	assert_int_equal(r->rank, 0);
	assert_ptr_equal(r, &m.at[m.len - 1]);
	assert_false(r->change.has || r->against.has);
	r = row_of(&m, "gammelby");     /* 6: the total and the others would give the 1 away */
	assert_int_equal(m.neighbours, 1);
	assert_int_equal(r->at->o->withheld, WITHHELD_NEIGHBOUR);
	assert_int_equal(r->rank, 0);
	assert_ptr_equal(r, &m.at[m.len - 2]);
	assert_false(r->change.has || r->against.has);
	r = row_of(&m, "soendermoelle");                        /* 6, after 4 */
	assert_false(r->change.has);
	m = areas_of(f, "unge-sigtede-andel", "", 2019);        /* its share */
	assert_int_equal(row_of(&m, "oestervang")->at->o->withheld, WITHHELD_SMALL);
	assert_int_equal(row_of(&m, "gammelby")->at->o->withheld, WITHHELD_NEIGHBOUR);
	assert_false(row_of(&m, "soendermoelle")->change.has);
	look_away(f);
}

static void
levels_and_sets(void **state)
{
	struct fixture   *f = look(state, SOELBY);
	struct areas_view m = areas_of(f, "udsat-boligomraade", "", 0);

	assert_true(m.is_set);
	assert_true(str_eq(m.shown, STR("housing_area")));
	assert_int_equal(m.members, 1);
	assert_int_equal(m.levels, 2);
	assert_true(str_eq(m.level[0].code, STR("district")));
	assert_false(m.level[0].measured);
	assert_true(m.level[1].measured);
	assert_int_equal(m.level[0].areas, 6);
	m = areas_of(f, "udsat-boligomraade", "district", 2017);
	assert_int_equal(m.unmeasured, 6);
	m = areas_of(f, "tryghedsindeks", "kvarter", 0);
	assert_int_equal(m.len, 0);
	assert_int_equal(m.asked, 0);
	look_away(f);
}

/* ---- classes ---- */

/* Under the rule set of the year; what the areas give is what was counted. */
static void
classes(void **state)
{
	static const struct {
		int    year;
		size_t count[7];        /* stabil, opmaerksom, markant of each rule set, intensiveret */
		size_t in_need;
	} row[] = {
		{ 2016, { 2, 0, 2, 0, 2, 0, 0 }, 2 }, { 2017, { 2, 0, 2, 0, 2, 0, 0 }, 2 },
		{ 2018, { 3, 0, 1, 0, 2, 0, 0 }, 2 }, { 2019, { 2, 0, 2, 0, 2, 0, 0 }, 2 },
		{ 2020, { 0, 1, 0, 3, 0, 1, 1 }, 2 }, { 2021, { 0, 1, 0, 4, 0, 0, 1 }, 1 },
		{ 2022, { 0, 2, 0, 3, 0, 0, 1 }, 1 }, { 2023, { 0, 2, 0, 3, 0, 1, 0 }, 1 },
	};
	struct fixture      *f = look(state, SOELBY);
	struct areas_view    m = areas_of(f, "tryghedsindeks", "", 0);
	const struct graded *g = &m.graded;

	assert_int_equal(g->classes, 7);
	assert_int_equal(g->steps, 4);
	assert_int_equal(g->years, COUNT_OF(row));
	for (size_t y = 0; y < COUNT_OF(row); y++) {
		assert_int_equal(g->year[y].year, row[y].year);
		for (size_t i = 0; i < g->classes; i++)
			if (g->year[y].count[i] != row[y].count[i])
				fail_msg("%d: %zu of " STR_FMT, row[y].year, g->year[y].count[i],
				    STR_ARG(g->class_[i].name.id));
		assert_int_equal(g->year[y].in_need, row[y].in_need);
		assert_int_equal(g->year[y].counted->o->value.point.units, (int)row[y].in_need);
	}
	assert_true(str_eq(g->counted_by.id, STR("bydele-i-behov")));
	assert_int_equal(g->targets, 1);
	assert_int_equal(g->target[0]->judgement.verdict, VERDICT_MET);
	look_away(f);
}

/* Of the real city only the numbers are known: 12 in 2010, 14 in 2011. */
static void
only_counted(void **state)
{
	struct fixture      *f = look(state, EXAMPLE);
	struct areas_view    m = areas_of(f, "tryghedsindeks", "", 0);
	const struct graded *g = &m.graded;

	assert_int_equal(m.len, 10);
	assert_int_equal(m.unmeasured, 10);
	assert_int_equal(g->rows, 0);
	assert_int_equal(g->years, 2);
	assert_int_equal(g->year[0].counted->o->value.point.units, 12);
	assert_int_equal(g->year[1].counted->o->value.point.units, 14);
	assert_int_equal(g->year[1].counted->o->source.line, 68);
	assert_int_equal(g->target[0]->judgement.verdict, VERDICT_AWAY);
	look_away(f);
}

/* A figure whose interval reaches into another class is in its own, uncertainly; without
 * a point it is in the class that holds all of it, or in none. */
static void
class_of_a_figure(void **state)
{
	static const struct {
		const char *value, *qualifier, *high;
		const char *class_;     /* NULL: none */
		bool        uncertain;
	} row[] = {
		{ "29.9", "", "", "lav", false }, { "30", "", "", "høj", false },
		{ "30", "circa", "", "høj", true }, { "35", "circa", "", "høj", false },
		{ "31", "range", "40", "høj", false }, { "25", "range", "40", NULL, false },
		{ "90", "", "", NULL, false }, { "50", "over", "", NULL, false },
	};
	struct place *p = *state;
	struct buf    b;
	struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title,level,parent\nby,1,Ærø,city,\no1,1,Ø1,district,by\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Ærø Kommune,by\n" },
		{ "indicator.csv", "id,since,title,measure\ni,1,Indeks,number\n" },
		{ "need_class.csv", "id,since,title,indicator,rank,lower,upper\nlav,1,Lav,i,1,,30\n"
		  "høj,1,Høj,i,2,30,90\n" },
		{ "observation.csv", NULL },
	};
	struct fixture   *f;
	struct areas_view m;

	buf_init(&b, 1 << 14);
	BUF_LIT(&b, "indicator,area,group,from,to,value,qualifier,high,since\n");
	for (size_t i = 0; i < COUNT_OF(row); i++)
		buf_putf(&b, "i,o1,,%zu-01-01,%zu-01-01,%s,%s,%s,1\n", 2000 + i, 2001 + i, row[i].value,
		    row[i].qualifier, row[i].high);
	files[5].text = str_dup(&p->arena, buf_str(&b)).at;
	buf_free(&b);
	f = look(state, package_put(p, "klasser", files, COUNT_OF(files)));
	m = areas_of(f, "i", "", 0);
	assert_int_equal(m.graded.years, COUNT_OF(row));
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		const struct need_cell *c = &m.graded.row[0].cell[i];

		if ((c->class_ == NULL) != (row[i].class_ == NULL) || c->uncertain != row[i].uncertain ||
		    (c->class_ != NULL && !str_eq(c->class_->name.id, str_from(row[i].class_))))
			fail_msg("%s %s", row[i].qualifier, row[i].value);
	}
	look_away(f);
}

/* ---- one area ---- */

static void
one_area(void **state)
{
	struct fixture  *f = look(state, SOELBY);
	struct area_view m = area_of(f, "noerremark");
	int64_t          before;

	assert_int_equal(m.len, 9);
	assert_int_equal(m.worsts, 2);
	assert_int_equal(m.parts, 1);
	assert_int_equal(m.gradeds, 1);
	assert_int_equal(m.graded[0].rows, 1);
	assert_int_equal(m.targets, 0);
	m = area_of(f, "havnen");
	assert_int_equal(m.targets, 1);
	assert_true(str_eq(m.target[0]->target->id, STR("havnen-40")));
	m = area_of(f, "skibsbroen");
	assert_int_equal(m.len, 0);
	assert_int_equal(m.sets, 1);
	assert_int_equal(m.set[0].own.series.len, 8);
	assert_true(str_eq(m.parent.id, STR("havnen")));
	assert_int_equal(m.targets, 1);                 /* no new ones */
	before = store_statements(f->ed->store);
	(void)area_of(f, "soelby");
	assert_int_equal(store_statements(f->ed->store), before + 1);
	look_away(f);
}

/* What an area's page reads at once is what each indicator's page reads. */
static void
one_truth(void **state)
{
	struct fixture *f = look(state, SOELBY);
	size_t          seen = 0, withheld = 0;

	for (size_t i = 0; i < f->ed->sn.len[NOUN_AREA]; i++) {
		int64_t                area = f->ed->sn.row[NOUN_AREA][i].id;
		struct measured_there *there;
		size_t                 n;

		assert_true(observations_load_area(&f->p->arena, f->s, &f->ed->sn, area,
		    f->ed->stock->withheld, f->ed->stock->series_len, &there, &n));
		for (size_t k = 0; k < n; k++) {
			struct measured all;
			size_t          at = 0;

			assert_true(observations_load(&f->p->arena, f->s, &f->ed->sn,
			    there[k].indicator, &all));
			for (size_t o = 0; o < all.len; o++) {
				if (all.row[o].area != area)
					continue;
				assert_true(at < there[k].m.len);
				assert_int_equal(all.row[o].value, there[k].m.row[at].value);
				assert_int_equal(all.at[o].withheld, there[k].m.at[at].withheld);
				withheld += all.at[o].withheld;
				at++;
			}
			assert_int_equal(at, there[k].m.len);
			seen += at;
		}
	}
	assert_true(seen > 400);
	assert_true(withheld > 30);
	look_away(f);
}

/* ---- what is withheld is nowhere ---- */

static void
put_page(struct fixture *f, struct buf *b, bool danish, void (*page)(struct page *, const void *),
         const void *m)
{
	struct page p = { .b = b, .a = &f->p->arena, .path = STR("areas") };

	assert_true(lang_find(danish ? STR("da") : STR("en"), &p.lang));
	page(&p, m);
}

static void
page_of_areas(struct page *p, const void *m)
{
	areas_page(p, m);
}

static void
page_of_area(struct page *p, const void *m)
{
	area_page(p, m);
}

/* Shares of counts under five: these figures occur nowhere else, as differences neither. */
static void
nothing_is_told(void **state)
{
	static const char *const secret[] = {
		"0.27", "0,27", "0.18", "0,18", "0.09", "0,09", "0.36", "0,36",      /* Østervang */
		"0.43", "0,43", "0.21", "0,21",                                        /* Gammelby */
	};
	struct fixture *f = look(state, SOELBY);
	struct buf      b;

	buf_init(&b, (size_t)16 << 20);
	for (int year = 2016; year <= 2023; year++) {
		struct areas_view m = areas_of(f, "unge-sigtede-andel", "", year);
		struct grid       g = areas_grid(&f->p->arena, &m, true);
		struct json       j = json_new(&b);

		export_areas_geojson(&j, &m);
		for (size_t i = 0; i < m.len; i++) {
			j = json_new(&b);
			export_areas_row(&j, &m, &m.at[i]);
		}
		grid_csv(&b, &g, GRID_RFC4180);
		grid_csv(&b, &g, GRID_EXCEL_DA);
		put_page(f, &b, year % 2 == 0, page_of_areas, &m);
	}
	for (int i = 0; i < 2; i++) {
		struct area_view m = area_of(f, i == 0 ? "oestervang" : "gammelby");
		struct json      j = json_new(&b);

		export_area(&j, &m);
		put_page(f, &b, true, page_of_area, &m);
		put_page(f, &b, false, page_of_area, &m);
	}
	assert_true(buf_ok(&b));
	for (size_t i = 0; i < COUNT_OF(secret); i++) {
		size_t at = 0;

		while ((at = str_find(buf_str(&b), str_from(secret[i]), at)) != SIZE_MAX) {
			char before = at > 0 ? b.at[at - 1] : ' ', after = b.at[at + 4];

			/* coordinates and other figures go on */
			if (!(before >= '0' && before <= '9') && !(after >= '0' && after <= '9'))
				fail_msg("%s: %.*s", secret[i], 120, b.at + (at < 60 ? 0 : at - 60));
			at++;
		}
	}
	assert_true(str_find(buf_str(&b), STR("\"withheld\": true"), 0) != SIZE_MAX);
	assert_true(str_find(buf_str(&b), STR("\"reason\": \"withheld\""), 0) != SIZE_MAX);
	buf_free(&b);
	look_away(f);
}

/* ---- comparison ---- */

static void
comparisons(void **state)
{
	struct fixture        *f = look(state, SOELBY);
	struct comparison_list l = comparison_list(&f->p->arena, f->ed);
	struct comparison_view m;
	const struct noun_row *ledighed = edition_thing(f->ed, NOUN_INDICATOR, STR("ledighed"));

	assert_int_equal(l.len, 3);
	assert_true(comparison_view(&f->p->arena, f->ed, ledighed, STR_NONE, &m));
	assert_int_equal(m.len, 4);                     /* a set, and its three cities */
	assert_true(str_eq(m.at[0].set.id, STR("nabobyerne")));
	assert_int_equal(m.at[0].members, 3);
	assert_false(m.at[0].holds_city || m.at[0].only_whole);
	assert_int_equal(m.at[0].pairs, 8);
	assert_gap(m.at[0].pair[0].by, "-0.3", false);  /* 4.5 and 4.8 in 2023 */
	assert_true(comparison_view(&f->p->arena, f->ed, ledighed, STR("aastrup"), &m));
	assert_int_equal(m.len, 1);
	assert_int_equal(m.choices, 4);
	assert_int_equal(m.indicator.parts, 1);
	assert_true(comparison_view(&f->p->arena, f->ed,
	    edition_thing(f->ed, NOUN_INDICATOR, STR("i-arbejde")), STR_NONE, &m));
	assert_int_equal(m.len, 1);
	assert_true(m.at[0].holds_city && m.at[0].only_whole && m.at[0].has_end);
	assert_int_equal(m.at[0].pairs, 6);             /* 2018 to 2023 */
	look_away(f);
}

/* ---- outlines ---- */

#define BOX(x) "{\"type\":\"Polygon\",\"coordinates\":[[[" x ",56],[" x ".5,56],[" x ".5,57],[" x ",56]]]}"
#define FEATURE(name, geometry) \
	"{\"type\":\"Feature\",\"properties\":{\"navn\":\"" name "\"},\"geometry\":" geometry "}"
#define FILE_OF(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

static bool
import_shapes_of(struct fixture *f, const char *text, struct imported *ret)
{
	struct import_how how = { .act = act_at("2026-11-23T04:00:00Z") };
	struct place     *p = f->p;

	p->diags = diags_new(&p->arena);
	return import_file(&p->arena, f->s, file_put(place_path(p, "bydele æøå.geojson"),
	    str_from(text)), &how, &p->diags, ret);
}

static struct str
geometry_of(struct fixture *f, const char *area)
{
	struct look            l = register_look(f->p, f->s, 0);
	int64_t                id = things_find(l.things, NOUN_AREA, str_from(area));

	for (size_t i = 0; i < l.sn.len[NOUN_SHAPE]; i++)
		if (l.sn.row[NOUN_SHAPE][i].ref[SHAPE_area] == id)
			return l.sn.row[NOUN_SHAPE][i].text[SHAPE_geometry];
	return STR_NONE;
}

/* By key or title in any case; another outline of an area replaces the one before, and
 * undoing brings that back. */
static void
outlines(void **state)
{
	struct fixture *f = look(state, EXAMPLE);
	struct imported out;
	struct act      act = act_at("2026-11-24T04:00:00Z");
	struct str      first;
	int64_t         undone;

	assert_true(import_shapes_of(f, FILE_OF(FEATURE("ØSTERBRO", BOX("12")) ","
	    FEATURE("valby", BOX("11")) "," FEATURE("Malmø", BOX("13"))), &out));
	assert_int_equal(out.shapes, 2);
	assert_int_equal(out.unmatched, 1);
	assert_non_null(strstr(place_says(f->p), "Malmø"));
	first = geometry_of(f, "valby");
	assert_true(str_find(first, STR("[[[[11,56],[11.5,56],[11.5,57],[11,56]]]]"), 0) != SIZE_MAX);
	assert_true(import_shapes_of(f, FILE_OF(FEATURE("Valby", BOX("10"))), &out));
	assert_false(str_eq(geometry_of(f, "valby"), first));
	assert_true(import_shapes_of(f, FILE_OF(FEATURE("Valby", BOX("10"))), &out));
	assert_true(out.already);
	assert_true(change_undo(f->s, 6, &act, &f->p->diags, &undone));
	assert_true(str_eq(geometry_of(f, "valby"), first));
	look_away(f);
}

static void
outlines_that_are_refused(void **state)
{
	static const struct {
		const char *file, *says;
	} row[] = {
		{ FILE_OF(FEATURE("Malmø", BOX("13"))), "none of its features" },
		{ FILE_OF(FEATURE("Valby", BOX("11")) "," FEATURE("valby", BOX("12"))), "there twice" },
		{ FILE_OF(FEATURE("Valby", "{\"type\":\"Point\",\"coordinates\":[1,2]}")), "no polygon" },
		{ "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::25832\"}},"
		  "\"type\":\"FeatureCollection\",\"features\":[]}", "EPSG::25832" },
		{ FILE_OF(FEATURE("Valby", "{\"type\":\"Polygon\",\"coordinates\":[[[720000,6175000],"
		  "[720001,6175000],[720001,6175001],[720000,6175000]]]}")), "outside the globe" },
	};
	struct fixture *f = look(state, EXAMPLE);
	struct imported out;

	for (size_t i = 0; i < COUNT_OF(row); i++) {
		assert_false(import_shapes_of(f, row[i].file, &out));
		if (strstr(place_says(f->p), row[i].says) == NULL)
			fail_msg("row %zu: %s", i, place_says(f->p));
	}
	assert_int_equal(geometry_of(f, "valby").len, 0);
	look_away(f);
}

/* The example holds what its file says: importing that changes nothing, and what is
 * loaded is dumped byte by byte. */
static void
the_example_is_whole(void **state)
{
	struct fixture   *f = look(state, SOELBY);
	struct import_how how = { .act = act_at("2026-11-23T04:00:00Z") };
	struct imported   out;

	folders_equal(f->p, SOELBY, register_dump(f->p, f->s, "igen"));
	assert_true(import_file(&f->p->arena, f->s, STR("examples/soelby-bydele.geojson"), &how,
	    &f->p->diags, &out));
	assert_true(out.already);
	look_away(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(ranking), DISK_TEST(ranks_and_changes), DISK_TEST(withheld_areas),
		DISK_TEST(levels_and_sets), DISK_TEST(classes), DISK_TEST(only_counted),
		DISK_TEST(class_of_a_figure), DISK_TEST(one_area), DISK_TEST(one_truth),
		DISK_TEST(nothing_is_told), DISK_TEST(comparisons), DISK_TEST(outlines),
		DISK_TEST(outlines_that_are_refused), DISK_TEST(the_example_is_whole),
	};

	return engine_run("areas", tests, COUNT_OF(tests));
}
