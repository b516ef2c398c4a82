/* Every route of the staff, for every role, of the own unit's, another unit's and a
 * missing thing, against what test/golden/access.csv says by hand. */
#include "staff.h"
#include "app/factor.h"
#include "app/outbox.h"
#include "port/input.h"
#include "web/handlers.h"

#define EXPECTED "test/golden/access.csv"
#define ROUTES_MOST 400

struct expected {                       /* a row of the file */
	struct str method, path, own, other, role[ROLE_COUNT], form;
	bool       met;                 /* there is such a route */
};

struct world {
	struct site     site;
	struct store   *db;
	struct person   person[ROLE_COUNT];     /* of the own unit */
	struct expected row[ROUTES_MOST];
	size_t          rows;
};

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n"
	  "2,2026-11-02T04:00:00Z,Åse Sørensen,Havnen,havnotat\n"
	  "3,2026-11-02T04:00:00Z,Åse Sørensen,Øst,oestnotat\n" },
	{ "document.csv", "id,since,title,file,sha256,format\nhavnotat,2,Notat fra havnen,hav.txt,0a,text\n"
	  "oestnotat,3,Notat fra øst,øst.txt,0b,text\n" },
	{ "proposal.csv", "id,since,title,document,kind,state,line,col\n"
	  "havforslag,2,Øboere,havnotat,claim,waiting,1,1\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n"
	  "øst,1,Østudvalget,ØU,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\n"
	  "pol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\nhavmål,1,Flere øboere,th,hav,1\n"
	  "østmål,1,Flere i øst,th,øst,2\n" },
	{ "indicator.csv", "id,since,title,measure,better,unit\nhavtal,1,Øboere,count,rise,hav\n"
	  "østtal,1,Østboere,count,rise,øst\n" },
	{ "prognosis.csv", "id,since,indicator,period_from,period_to,value,stated\n"
	  "havspå,1,havtal,2012-01-01,2013-01-01,12,2010-11-01\nøstspå,1,østtal,2012-01-01,2013-01-01,12,2010-11-01\n" },
	{ "source.csv", "id,since,title,kind,address,tbl,selection,indicator\n"
	  "havkilde,1,Øboere,statbank,https://api.statbank.dk/v1,FOLK1C,Tid=*,havtal\n"
	  "østkilde,1,Østboere,statbank,https://api.statbank.dk/v1,FOLK1C,Tid=*,østtal\n" },
	{ "initiative.csv", "id,since,title,policy,unit\nfærge,2,Færge til Ærø,pol,hav\n"
	  "bus,3,Bus i øst,pol,øst\n" },
};

static void
read_expected(struct world *w, struct arena *a)
{
	struct diags d = diags_new(a);
	struct str   rest;
	bool         head = true;

	assert_true(input_read(a, STR(EXPECTED), 1 << 20, &d, &rest));
	while (rest.len > 0) {
		struct str       line = str_cut(&rest, '\n');
		struct expected *e = &w->row[w->rows];

		if (line.len == 0 || line.at[0] == '#')
			continue;
		if (!head && w->rows++ < ROUTES_MOST) {
			e->method = str_cut(&line, ',');
			e->path = str_cut(&line, ',');
			e->own = str_cut(&line, ',');
			e->other = str_cut(&line, ',');
			for (size_t r = 0; r < ROLE_COUNT; r++)
				e->role[r] = str_cut(&line, ',');
			e->form = line;
		}
		head = false;
	}
}

/* A message that nobody knows of whether it was sent. */
static void
add_message(struct world *w)
{
	const struct outgoing what = { .mark = STR("digest:1:2026-11-23"), .account = 1,
	                               .to = STR("åse@ærø.dk"), .subject = STR("Nyt") };
	struct param p[] = { P_INT(clock_unix() - 2 * OUTBOX_STUCK_SECONDS), P_INT(1) };
	bool         queued = false;

	assert_true(store_begin(w->db) && outbox_add(w->db, &what, clock_unix(), &queued));
	assert_true(queued && store_run(w->db, STMT_OUTBOX_CLAIM, p, COUNT_OF(p)));
	assert_true(store_commit(w->db));
}

/* Reports of errors: 1 of the own unit, 2 of another's. */
static void
add_reports(struct world *w, const struct things *t)
{
	static const struct {
		const char *unit, *indicator;
	} of[] = { { "hav", "havtal" }, { "øst", "østtal" } };

	assert_true(store_begin(w->db));
	for (size_t i = 0; i < COUNT_OF(of); i++) {
		struct param p[] = {
			P_INT((int64_t)i + 1), P_INT(things_find(t, NOUN_INDICATOR, str_from(of[i].indicator))),
			P_INT(things_find(t, NOUN_UNIT, str_from(of[i].unit))), P_TEXT(STR("Tallet er forkert")),
			P_INT(clock_unix()),
		};

		assert_true(store_run(w->db, STMT_REPORT_ADD, p, COUNT_OF(p)));
	}
	assert_true(store_commit(w->db));
}

/* Number 1 is of the own unit, number 2 of another. */
static void
open_forms(struct world *w, struct place *p)
{
	static const char *const initiatives[] = { "f%C3%A6rge", "bus" };
	struct person            all = staff_person(&w->site, w->db, "øjvind", "Øjvind Ø", "editor", 0);

	for (size_t i = 0; i < COUNT_OF(initiatives); i++)
		assert_int_equal(staff_post(&w->site, &all, "/da/work/forms", arena_printf(&p->arena,
		    "initiative=%s&period=2011", initiatives[i]).at), 303);
}

static void
open_world(struct world *w, struct place *p)
{
	struct things *t;
	int64_t        own;

	if (p->engine != ENGINE_FILE)           /* which has no place for a key beside it */
		assert_int_equal(setenv(FACTOR_KEY_VARIABLE, place_path(p, "nøgle").at, 1), 0);
	w->db = place_open(p, STORE_CREATE);
	register_load(p, w->db, package_put(p, "ramme", files, COUNT_OF(files)));
	w->site = site_open(p);
	t = things_load(&p->arena, w->db);
	own = things_find(t, NOUN_UNIT, STR("hav"));
	assert_true(own > 0);
	for (size_t r = 0; r < ROLE_COUNT; r++) {
		struct str code = role_code((enum role)r);

		w->person[r] = staff_person(&w->site, w->db, str_dup(&p->arena, code).at, "Åse Ø",
		    str_dup(&p->arena, code).at, own);
	}
	add_reports(w, t);
	add_message(w);
	/* Number 8, to be managed. */
	(void)staff_person(&w->site, w->db, "åse", "Åse Ålborg", NULL, 0);
	/* A paper on its way, number 1, and a source. */
	assert_true(store_begin(w->db));
	assert_true(store_run(w->db, STMT_SOURCE_RUN_ADD, (struct param[]){ P_INT(1),
	    P_INT(things_find(t, NOUN_SOURCE, STR("havkilde"))), P_INT(5), P_TEXT(STR("all")), P_INT(1) }, 5));
	assert_true(store_run(w->db, STMT_READING_ADD, (struct param[]){ P_INT(1), P_INT(5),
	    P_TEXT(STR("notat.txt")), P_TEXT(STR("")), P_INT(1) }, 5));
	assert_true(store_commit(w->db));
	open_forms(w, p);
	read_expected(w, &p->arena);
}

static bool
is_staffs(const struct route *r)
{
	return r->access != ACCESS_PUBLIC;
}

static bool
is_row_of(const struct expected *e, const struct route *r)
{
	return str_eq(e->path, r->path) &&
	    str_eq(e->method, r->method == METHOD_POST ? STR("POST") : STR("GET"));
}

/* The path with a language and this thing in it: `id`, or "KIND/ID" where the path names a
 * kind; without one it is that of `own`, else initiatives. */
static const char *
address(struct arena *a, struct str path, struct str own, struct str id)
{
	struct str rest = path, out = STR_NONE, kind = own;

	kind = str_cut(&kind, '/');
	if (str_find(id, STR("/"), 0) != SIZE_MAX)
		kind = str_cut(&id, '/');
	if (own.len == 0)
		kind = STR("initiatives");

	while (rest.len > 0) {
		struct str part = str_cut(&rest, '/');

		if (part.len == 0)
			continue;
		if (str_eq(part, STR(":lang")))
			part = STR("da");
		else if (str_eq(part, STR(":kind")))
			part = kind;
		else if (str_starts(part, STR(":id")))
			part = arena_printf(a, STR_FMT STR_FMT, STR_ARG(id), STR_ARG(str_slice(part, 3, part.len)));
		out = arena_printf(a, STR_FMT "/" STR_FMT, STR_ARG(out), STR_ARG(part));
	}
	return out.at;
}

static int
ask(struct world *w, const struct expected *e, const struct person *who, struct str id)
{
	struct arena *a = &w->site.p->arena;
	const char   *at = address(a, e->path, e->own, id);

	return str_eq(e->method, STR("POST"))
	    ? staff_post(&w->site, who, at, str_dup(a, e->form).at)
	    : staff_ask(&w->site, who, at);
}

static void
expect(const struct expected *e, size_t role, const char *of, int status, bool allowed, bool missing)
{
	bool refused = status == 403, gone = status == 404;
	/* Who may not do it to any thing learns nothing from "there is no such". */
	bool fits = missing ? gone || (refused && !allowed) : !gone && refused != allowed;

	if (!fits || status >= 500)
		fail_msg(STR_FMT " " STR_FMT ", " STR_FMT ", %s: status %d", STR_ARG(e->method),
		    STR_ARG(e->path), STR_ARG(role_code((enum role)role)), of, status);
}

/* Whoever logged out in the row before is back. */
static void
log_in_again(struct world *w)
{
	assert_true(store_begin(w->db));
	for (size_t r = 0; r < ROLE_COUNT; r++)
		assert_true(session_open(&w->site.p->arena, w->db, w->person[r].account, clock_unix(),
		    &w->person[r].token));
	assert_true(store_commit(w->db));
}

static void
check_row(struct world *w, const struct expected *e)
{
	int status = ask(w, e, NULL, e->own);

	if (status != (str_eq(e->method, STR("POST")) ? 403 : 303))
		fail_msg(STR_FMT " " STR_FMT ", nobody: status %d", STR_ARG(e->method), STR_ARG(e->path), status);
	log_in_again(w);
	for (size_t r = 0; r < ROLE_COUNT; r++) {
		bool all = str_eq(e->role[r], STR("a")), own = str_eq(e->role[r], STR("o"));

		assert_true(all || own || str_eq(e->role[r], STR("-")));
		expect(e, r, "own", ask(w, e, &w->person[r], e->own), all || own, false);
		if (e->other.len > 0)
			expect(e, r, "another unit's", ask(w, e, &w->person[r], e->other), all, false);
		if (e->own.len > 0)
			expect(e, r, "missing", ask(w, e, &w->person[r], STR("999999")), all || own, true);
	}
}

static bool
is_expected(struct world *w, const struct route *r)
{
	bool found = false;

	for (size_t i = 0; i < w->rows; i++)
		if (is_row_of(&w->row[i], r))
			found = w->row[i].met = true;
	return found;
}

static void
everybody_may_what_is_written(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	size_t        routes = 0;

	assert_non_null(w);
	open_world(w, *state);
	/* In the order of the file: what one row does the next may build on. */
	for (size_t i = 0; i < w->rows; i++)
		check_row(w, &w->row[i]);
	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++, routes++)
			if (is_staffs(&t->at[i]) && !is_expected(w, &t->at[i]))
				fail_msg("not in " EXPECTED ": " STR_FMT, STR_ARG(t->at[i].path));
	for (size_t i = 0; i < w->rows; i++)
		if (!w->row[i].met)
			fail_msg("no route: " STR_FMT, STR_ARG(w->row[i].path));
	assert_true(routes > 0);
	site_close(&w->site);
	store_close(w->db);
	free(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { DISK_TEST(everybody_may_what_is_written) };

	return engine_run("access", tests, COUNT_OF(tests));
}
