/* What a page asks of the database, once the edition is there: few statements, of
 * every route there is, for things of the example city. */
#include "site.h"
#include "model/report_view.h"
#include "web/route.h"

enum { USUAL_MAX = 12, REPORT_MAX = 160, IDS_MAX = 3 };

/* What may cost less than usual; nothing may cost more. */
static const struct {
	const char *path;
	int64_t     max;
} bounds[] = {
	{ "/", 0 }, { "/healthz", 0 }, { "/:lang/", 1 }, { "/api/v1", 0 },
	{ "/api/v1/openapi.json", 0 }, { "/api/v1/codes", 0 }, { "/api/v1/barometer", 1 },
	{ "/api/v1/targets", 1 }, { "/api/v1/targets/:id", 1 }, { "/api/v1/changes", 1 },
	{ "/:lang/initiatives", 1 }, { "/:lang/initiative/:id", 1 }, { "/:lang/economy", 1 },
	{ "/:lang/budget-line/:id", 1 }, { "/:lang/units", 1 }, { "/:lang/unit/:id", 1 }, { "/:lang/wheel", 1 },
	{ "/:lang/agreements", 1 }, { "/:lang/agreement/:id", 1 }, { "/api/v1/economy.csv", 1 },
	{ "/:lang/areas", 3 }, { "/:lang/area/:id", 2 }, { "/api/v1/areas", 3 },
	{ "/api/v1/areas.csv", 3 }, { "/api/v1/areas.geojson", 3 }, { "/api/v1/areas.svg", 3 },
	{ "/api/v1/areas/:id", 2 }, { "/api/v1/need-classes", 3 }, { "/:lang/comparison", 1 },
	{ "/api/v1/comparisons", 1 }, { "/api/v1/comparisons/:id", 3 },
	/* every indicator, walked through at most three times: */
	{ "/api/v1/indicators.jsonstat.json", 3 * 63 }, { "/api/v1/indicators.sdmx.csv", 2 * 63 },
	{ "/api/v1/indicators.iati.json", 2 * 63 }, { "/api/v1/package.zip", 3 * 63 },
	{ "/api/v1/things/:kind", 1 }, { "/api/v1/things/:kind/:id", 4 },
};

static int64_t
bound_of(const struct route *r)
{
	if (str_find(r->path, STR("/report"), 0) != SIZE_MAX && r->needs == NEEDS_TIME)
		return REPORT_MAX;
	for (size_t i = 0; i < COUNT_OF(bounds); i++)
		if (str_eq(r->path, str_from(bounds[i].path)))
			return bounds[i].max;
	return USUAL_MAX;
}

/* The kind of thing that stands before ":id": ".../indicator/:id". */
static enum noun
noun_of(struct str path, struct str kind)
{
	size_t     at = str_find(path, STR("/:id"), 0);
	struct str before = str_slice(path, 0, at), last = STR_NONE;
	enum noun  n;

	while (before.len > 0)
		last = str_cut(&before, '/');
	if (str_eq(last, STR(":kind")))
		last = kind;
	if (str_eq(last, STR("comparisons")) ||         /* of an indicator with others, */
	    str_eq(last, STR("embed")))                 /* on the pages of others */
		last = STR("indicator");
	if (!noun_from_term(last, &n))
		fail_msg(STR_FMT ": what is a " STR_FMT "?", STR_ARG(path), STR_ARG(last));
	return n;
}

static struct str
replaced(struct place *p, struct str text, const char *mark, struct str with)
{
	size_t at = str_find(text, str_from(mark), 0);

	if (at == SIZE_MAX)
		return text;
	return arena_printf(&p->arena, STR_FMT STR_FMT STR_FMT, STR_ARG(str_slice(text, 0, at)),
	    STR_ARG(with), STR_ARG(str_slice(text, at + strlen(mark), text.len)));
}

static void
count(struct site *s, const struct route *r, struct str address)
{
	int64_t before = store_statements(s->viewer.store), n;
	int     status = site_ask(s, str_dup(&s->p->arena, address).at, "");

	n = store_statements(s->viewer.store) - before;
	if (status >= 500 || status == 400)
		fail_msg(STR_FMT ": %d", STR_ARG(address), status);
	if (n > bound_of(r))
		fail_msg(STR_FMT ": %lld statements, %lld at most", STR_ARG(address), (long long)n,
		    (long long)bound_of(r));
}

static void
count_ids(struct site *s, const struct route *r, struct str address, struct str kind)
{
	const struct snapshot *sn = &s->viewer.edition.sn;
	enum noun              n;

	if (str_find(address, STR(":id"), 0) == SIZE_MAX) {
		count(s, r, address);
		return;
	}
	n = noun_of(r->path, kind);
	for (size_t i = 0; i < sn->len[n] && i < IDS_MAX; i++)
		count(s, r, replaced(s->p, address, ":id",
		    things_key(sn->things, sn->row[n][i].id)));
}

/* A report is named by its kind. What an indicator of it costs is two statements, and an
 * objective one: there is no page that waits for it. Of the files one is enough, since all
 * are of the same report. */
static bool
count_report(struct site *s, const struct route *r)
{
	if (!str_starts(r->path, STR("/:lang/report/")) && !str_starts(r->path, STR("/api/v1/reports/")))
		return false;
	for (size_t k = 0; k < REPORT_KIND_COUNT; k++)
		if (!str_ends(r->path, STR(".pdf")) && !str_ends(r->path, STR(".docx")))
			count(s, r, replaced(s->p, replaced(s->p, r->path, ":lang", STR("da")), ":id",
			    report_kind_code((enum report_kind)k)));
	return true;
}

static void
count_route(struct site *s, const struct route *r)
{
	struct str address = replaced(s->p, r->path, ":lang", STR("da"));

	if (str_find(address, STR(":any"), 0) != SIZE_MAX)
		return;                         /* files: no register is asked */
	if (r->access != ACCESS_PUBLIC || r->needs == NEEDS_STORE)
		return;                         /* the staff's side has a connection of its own */
	if (count_report(s, r))
		return;
	if (str_find(address, STR(":kind"), 0) == SIZE_MAX) {
		count_ids(s, r, address, STR_NONE);
		return;
	}
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		struct str kind = noun_plural(&s->p->arena, (enum noun)n);

		if (noun_is_public((enum noun)n))
			count_ids(s, r, replaced(s->p, address, ":kind", kind), kind);
	}
}

static void
every_route_asks_little(void **state)
{
	struct place *p = *state;
	struct store *db = place_open(p, STORE_CREATE);
	struct site   s = site_open(p);
	size_t        routes = 0;

	register_load(p, db, EXAMPLE);
	assert_int_equal(site_ask(&s, "/da/", ""), 200);
	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++, routes++)
			count_route(&s, &t->at[i]);
	assert_true(routes > COUNT_OF(bounds));
	for (size_t i = 0; i < COUNT_OF(bounds); i++)
		assert_non_null(route_find(replaced(p, replaced(p, replaced(p,
		    str_from(bounds[i].path), ":lang", STR("da")), ":kind", STR("areas")), ":id",
		    STR("x")), METHOD_GET).route);
	site_close(&s);
	store_close(db);
}

/* Another day costs the same. */
static void
looking_back_costs_no_more(void **state)
{
	static const char *const pages[] = {
		"/da/?as_of=2009-06-01", "/en/?as_of=2012-04-30&verdict=met",
		"/api/v1/barometer?as_of=2009-06-01", "/api/v1/targets?as_of=2008-01-01",
	};
	struct place *p = *state;
	struct store *db = place_open(p, STORE_CREATE);
	struct site   s = site_open(p);

	register_load(p, db, EXAMPLE);
	assert_int_equal(site_ask(&s, "/da/", ""), 200);
	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		int64_t before = store_statements(s.viewer.store);

		assert_int_equal(site_ask(&s, pages[i], ""), 200);
		assert_int_equal(store_statements(s.viewer.store), before + 1);
	}
	site_close(&s);
	store_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(every_route_asks_little), DISK_TEST(looking_back_costs_no_more),
	};

	return engine_run("statements", tests, COUNT_OF(tests));
}
