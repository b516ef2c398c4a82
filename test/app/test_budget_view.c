/* Overviews of registers: the example's totals, what-if, groupings, and lines
 * that cannot be added up. */
#include "register.h"
#include "app/budget_view.h"
#include "model/overview_words.h"

static bool
look_at(struct place *p, struct store *s, const struct budget_ask *ask, struct overviews *ret)
{
	struct look      l = register_look(p, s, 0);
	struct barometer b = register_judge(p, s, &l, "2009-06-01");

	return budget_view(&p->arena, &l.sn, &b, ask, &p->diags, ret);
}

static struct overviews
overviews_of(struct place *p, struct store *s, const struct budget_ask *ask)
{
	struct overviews o = { 0 };

	if (!look_at(p, s, ask, &o))
		fail_msg("%s", place_says(p));
	return o;
}

static const struct overview *
policy_of(const struct overviews *o, const char *policy)
{
	for (size_t i = 0; i < o->len; i++)
		if (str_eq(o->at[i].policy.id, str_from(policy)))
			return &o->at[i];
	fail_msg("no overview of %s", policy);
	abort();
}

static const struct overview *
example(struct place *p, struct store *s, const struct budget_ask *ask)
{
	struct overviews *o = ARENA_NEW(&p->arena, struct overviews);

	*o = overviews_of(p, s, ask);
	return policy_of(o, "integrationspolitik-2007-2010");
}

static const struct overview_line *
line_of(const struct overview *o, const char *id)
{
	for (size_t i = 0; i < o->lines; i++)
		if (str_eq(o->line[i].line.id, str_from(id)))
			return &o->line[i];
	fail_msg("no line %s", id);
	abort();
}

/* Cells as they are shown in Danish, in mio. kr. */
static void
cells_are(struct place *p, const struct overview *o, const struct overview_cell *at,
          const char *expected)
{
	struct buf b;

	buf_init(&b, 4096);
	for (size_t i = 0; i < o->columns; i++) {
		if (i > 0)
			BUF_LIT(&b, " ");
		overview_amount(&b, &at[i], BUDGET_UNIT_MIO, true);
	}
	assert_string_equal(str_dup(&p->arena, buf_str(&b)).at, expected);
	buf_free(&b);
}

/* Added by hand from the lines that the report of 2009 prints. */
static void
totals(void **state)
{
	struct place           *p = *state;
	struct store           *s = place_open(p, STORE_CREATE);
	struct budget_ask       ask = { 0 };
	const struct overview  *o;

	register_load(p, s, EXAMPLE);
	o = example(p, s, &ask);
	assert_int_equal(o->columns, 4);
	assert_int_equal(o->groups, 3);
	cells_are(p, o, o->group[0].at, "47,5 86,4 53,5 187,4");
	cells_are(p, o, o->group[1].at, "88,9 99,3 99,3 287,5");
	cells_are(p, o, o->group[2].at, "14,0 9,6 9,6 33,2");
	cells_are(p, o, o->total, "150,4 195,3 162,4 508,1");
	cells_are(p, o, line_of(o, "jobplanen-2009")->at, "- 32,9 - 32,9");
	cells_are(p, o, line_of(o, "taskforce-integration")->at, "- - - -");
	assert_int_equal(line_of(o, "taskforce-integration")->counts, BUDGET_ELSEWHERE);
	assert_true(str_eq(line_of(o, "taskforce-integration")->elsewhere.id, STR("integrationsaktiviteter")));
	assert_int_equal(line_of(o, "jobkonsulenter")->counts, BUDGET_EXCLUDED);
	assert_int_equal(o->notes, 3);
	assert_int_equal(line_of(o, "introduktionsprogram")->note, line_of(o, "danskundervisning")->note);
	assert_int_equal(number_cmp(line_of(o, "cbsi")->year[1].at[BUDGET_GROSS], NUMBER(53800000, 0)), 0);
	store_close(s);
}

static void
every_year(void **state)
{
	struct place          *p = *state;
	struct store          *s = place_open(p, STORE_CREATE);
	struct budget_ask      ask = { 0 };
	struct overviews       all;
	const struct overview *o;

	register_load(p, s, EXAMPLE);
	all = overviews_of(p, s, &ask);
	assert_true(str_eq(all.at[0].policy.id, STR("inklusionspolitik-2011-2014")));
	o = policy_of(&all, "inklusionspolitik-2011-2014");
	cells_are(p, o, line_of(o, "copenhagen-international-service")->at, "2,0 2,0 2,0 2,0 8,0");
	cells_are(p, o, o->total, "4,0 4,0 4,0 4,0 15,8");      /* of 2.00 and 1.95 */
	store_close(s);
}

/* However lines are grouped, they add up to the same. */
static void
groupings(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	register_load(p, s, EXAMPLE);
	for (size_t by = 0; by < OVERVIEW_BY_COUNT; by++) {
		struct budget_ask      ask = { .by = (enum overview_by)by };
		const struct overview *o = example(p, s, &ask);
		struct number          sum = NUMBER_ZERO;
		size_t                 lines = 0;

		if (by == OVERVIEW_BY_YEAR) {
			cells_are(p, o, o->total, "508,1 - 508,1 -");
			cells_are(p, o, o->line[1].at, "195,3 - 195,3 -");
			continue;
		}
		cells_are(p, o, o->total, "150,4 195,3 162,4 508,1");
		for (size_t g = 0; g < o->groups; g++) {
			assert_int_equal(o->group[g].first, lines);
			lines += o->group[g].lines;
			must(number_add(sum, o->group[g].at[3].kroner, &sum));
		}
		assert_int_equal(lines, o->lines);
		assert_int_equal(number_cmp(sum, o->total[3].kroner), 0);
	}
	store_close(s);
}

/* What the state refunds stands beside, outside the totals. */
static void
refunds(void **state)
{
	struct place          *p = *state;
	struct store          *s = place_open(p, STORE_CREATE);
	struct budget_ask      ask = { .by = OVERVIEW_BY_FINANCING };
	const struct overview *o;
	size_t                 refunded = 0;

	register_load(p, s, EXAMPLE);
	o = example(p, s, &ask);
	for (size_t i = 0; i < o->lines; i++) {
		if (!str_eq(o->line[i].financing, STR("state_refund")))
			continue;
		refunded++;
		assert_int_equal(o->line[i].counts, BUDGET_EXCLUDED);
		if (str_eq(o->line[i].line.id, STR("danskundervisning")))
			cells_are(p, o, o->line[i].at, "- 64,8 - 64,8");
	}
	assert_int_equal(refunded, 3);
	store_close(s);
}

static const struct overview_result *
result_of(const struct overview *o, const char *target, bool promised)
{
	for (size_t i = 0; i < o->results; i++)
		if (str_eq(o->result[i].promise.id, str_from(target)) && o->result[i].promised == promised)
			return &o->result[i];
	return NULL;
}

static void
what_if(void **state)
{
	struct place            *p = *state;
	struct store            *s = place_open(p, STORE_CREATE);
	const struct budget_set  set[] = { { STR("2.2"), 2009, NUMBER(3000000, 0) },
	                                   { STR("jobplanen-2009"), 0, NUMBER(100000000, 0) },
	                                   { STR("hotspot"), 2008, NUMBER(1, 0) } };
	struct budget_ask        ask = { .set = set, .sets = 3 }, none = { 0 };
	const struct overview   *o;
	const struct overview_result *r;

	register_load(p, s, EXAMPLE);
	o = example(p, s, &ask);
	cells_are(p, o, line_of(o, "helbredsteam")->at, "2,0 3,0 2,0 7,0");
	cells_are(p, o, line_of(o, "jobplanen-2009")->at, "- 50,0 - 50,0");     /* half of 100 */
	cells_are(p, o, o->total, "150,4 213,4 162,4 526,2");
	assert_int_equal(number_cmp(o->total[3].before, NUMBER(508100000, 0)), 0);
	assert_true(o->total[0].changed && o->total[1].changed && !o->total[2].changed);
	r = result_of(o, "afklaringer-2009", true);
	assert_non_null(r);
	assert_int_equal(number_cmp(r->each, NUMBER(30000, 0)), 0);
	assert_int_equal(number_cmp(r->each_before, NUMBER(20000, 0)), 0);
	cells_are(p, example(p, s, &none), example(p, s, &none)->total, "150,4 195,3 162,4 508,1");
	store_close(s);
}

/* A quarter's count is not set against the cost of a year. */
static void
results(void **state)
{
	struct place                 *p = *state;
	struct store                 *s = place_open(p, STORE_CREATE);
	struct budget_ask             ask = { 0 };
	const struct overview        *o;
	const struct overview_result *r;

	register_load(p, s, EXAMPLE);
	o = example(p, s, &ask);
	r = result_of(o, "virksomhedsplaceringer-2008", false);
	assert_non_null(r);
	assert_true(r->whole && r->from == 2008 && r->through == 2008);
	assert_int_equal(number_cmp(r->result, NUMBER(465, 0)), 0);
	assert_null(result_of(o, "vejledning-2009", false));
	assert_non_null(result_of(o, "vejledning-2009", true));
	store_close(s);
}

/* ---- registers made for one thing ---- */

#define CHANGES "id,at,who,why,document,undoes,nonce\r\n1,2026-01-01T00:00:00Z,Åse,prøve,,,x\r\n"
#define POLICIES "id,since,until,title,lang,starts,ends,status,line,col,quote\r\n" \
	"p,1,,Pølse,da,2009-01-01,2011-01-01,,,,\r\n"
#define LINES "id,since,until,title,lang,policy,number,attribution,counted_elsewhere,excluded\r\n"
#define AMOUNTS "id,since,until,budget_line,year,through,version,kroner,missing,gross,financing,share\r\n"

static bool
load_small(struct place *p, struct store *s, const char *lines, const char *amounts)
{
	const struct text_file files[] = { { "change.csv", CHANGES }, { "policy.csv", POLICIES },
	    { "budget_line.csv", lines }, { "amount.csv", amounts } };
	struct package_count n;

	return package_load(s, package_put(p, "small", files, COUNT_OF(files)), &p->diags, &n);
}

static void
versions_and_gaps(void **state)
{
	struct place     *p = *state;
	struct store     *s = place_open(p, STORE_CREATE);
	struct budget_ask ask = { 0 }, years = { .by = OVERVIEW_BY_YEAR };
	struct overviews  o;

	if (!load_small(p, s, LINES "a,1,,Ærø,da,p,1,,,\r\nb,1,,Bådsmand,da,p,2,,,\r\n",
	    AMOUNTS "a1,1,,a,2009,,,5000000,,,,\r\na2,1,,a,2009,,revised,6000000,,,,\r\n"
	    "a3,1,,a,2009,,actual,4000000,,,,\r\nb1,1,,b,2009,,,,,8000000,state_refund,50\r\n"
	    "b2,1,,b,2010,,,,not_stated,,,\r\n"))
		fail_msg("%s", place_says(p));
	o = overviews_of(p, s, &ask);
	cells_are(p, &o.at[0], line_of(&o.at[0], "a")->at, "6,0 - 6,0");
	cells_are(p, &o.at[0], line_of(&o.at[0], "b")->at, "4,0 ? 4,0?");
	cells_are(p, &o.at[0], o.at[0].total, "10,0 ? 10,0?");
	o = overviews_of(p, s, &years);
	cells_are(p, &o.at[0], o.at[0].line[0].at, "9,0 6,0 10,0 4,0");
	store_close(s);
}

static void
refused(void **state)
{
	static const struct {
		const char *lines, *amounts, *says;
	} rows[] = {
		{ LINES "a,1,,A,da,p,1,,b,\r\nb,1,,B,da,p,2,,a,\r\n", AMOUNTS, "counted in it" },
		{ LINES "a,1,,A,da,p,1,,a,\r\n", AMOUNTS, "counted in it" },
		{ LINES "a,1,,A,da,p,1,,,\r\nb,1,,B,da,p,2,,,\r\n",
		  AMOUNTS "x,1,,a,2009,,,9223372036854775807,,,,\r\ny,1,,b,2009,,,1,,,,\r\n", "too large" },
		{ LINES "a,1,,A,da,p,1,,,\r\n", AMOUNTS "x,1,,a,2009,2100,,1,,,,\r\n", "more years" },
		{ LINES "a,1,,A,da,p,1,101,,\r\n", AMOUNTS, "attribution" },
		{ LINES "a,1,,A,da,p,1,,,\r\n", AMOUNTS "x,1,,a,2009,2008,,1,,,,\r\n", "recurs" },
		{ LINES "a,1,,A,da,p,1,,,\r\n", AMOUNTS "x,1,,a,2009,,planned,1,,,,\r\n", "original, revised" },
		{ LINES "a,1,,A,da,p,1,,,\r\n", AMOUNTS "x,1,,a,2009,,,1,,,,150\r\n", "share" },
		{ LINES "a,1,,A,da,p,1,,b,x\r\nb,1,,B,da,p,2,,,\r\n", AMOUNTS, "one of them" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct place     *p = *state;
		struct store     *s = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
		struct budget_ask ask = { 0 };
		struct overviews  o = { 0 };

		assert_non_null(s);
		p->diags = diags_new(&p->arena);
		assert_false(load_small(p, s, rows[i].lines, rows[i].amounts) && look_at(p, s, &ask, &o));
		if (strstr(place_says(p), rows[i].says) == NULL)
			fail_msg("“%s” is not in: %s", rows[i].says, place_says(p));
		assert_int_equal(o.len, 0);
		store_close(s);
	}
}

static void
no_such_line(void **state)
{
	struct place           *p = *state;
	struct store           *s = place_open(p, STORE_CREATE);
	const struct budget_set none = { STR("9.9"), 0, NUMBER(1, 0) };
	const struct budget_set empty = { STR("taskforce-integration"), 0, NUMBER(1, 0) };
	struct budget_ask       ask = { .set = &none, .sets = 1 };
	struct overviews        o;

	register_load(p, s, EXAMPLE);
	assert_false(look_at(p, s, &ask, &o));
	assert_non_null(strstr(place_says(p), "no such budget line"));
	ask.set = &empty;
	assert_false(look_at(p, s, &ask, &o));
	assert_non_null(strstr(place_says(p), "no amount in any year"));
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(totals), ENGINE_TEST(every_year), ENGINE_TEST(groupings),
		ENGINE_TEST(refunds), ENGINE_TEST(what_if), ENGINE_TEST(results),
		ENGINE_TEST(versions_and_gaps), ENGINE_TEST(refused), ENGINE_TEST(no_such_line),
	};

	return engine_run("budget view", tests, COUNT_OF(tests));
}
