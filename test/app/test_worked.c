/* The verdicts of the example, loaded as a register and judged: what the core's
 * own tests say must also come out of files, tables and app/judge. */
#include "register.h"
#include "document/csv.h"

static void
one_cell(struct csv *c, struct str *ret)
{
	bool            quoted;
	enum csv_status st = csv_next(c, ret, &quoted);

	assert_true(st == CSV_FIELD || st == CSV_LAST_FIELD);
}

static void
golden(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct str    text = file_get(p, STR("test/golden/copenhagen-verdicts.csv")), day = STR_NONE;
	struct csv    c = csv_open(text, ',');
	struct look   l;
	struct barometer b = { 0 };
	size_t        rows = 0;

	register_load(p, s, EXAMPLE);
	l = register_look(p, s, 0);
	for (size_t i = 0; i < 6; i++)
		one_cell(&c, &day);             /* the header */
	while (c.rest.len > 0) {
		struct str cell[6];
		const struct barometer_row *r;
		const struct judgement     *j;

		for (size_t i = 0; i < 6; i++)
			one_cell(&c, &cell[i]);
		if (!str_eq(cell[1], day))
			b = register_judge(p, s, &l, str_dup(&p->arena, cell[1]).at);
		day = cell[1];
		r = verdict_of(&b, str_dup(&p->arena, cell[0]).at);
		j = &r->judgement;
		if (!str_eq(verdict_code(j->verdict), cell[2]) ||
		    !str_eq(j->has_pace ? number_plain(&p->arena, j->pace_shown) : STR_NONE, cell[3]) ||
		    j->early != str_eq(cell[4], STR("1")) ||
		    j->uncertain != str_eq(cell[5], STR("1")))
			fail_msg("%.*s as of %.*s: %.*s (%.*s)", STR_ARG(cell[0]), STR_ARG(cell[1]),
			    STR_ARG(verdict_code(j->verdict)), STR_ARG(j->da));
		assert_true(j->da.len > 0 && j->en.len > 0);
		rows++;
	}
	assert_true(rows > 70);
	store_close(s);
}

/* Without a day each policy is judged at its own status date. */
static void
status_dates(void **state)
{
	struct place     *p = *state;
	struct store     *s = place_open(p, STORE_CREATE);
	struct judge_when when = { .today = day_of(2026, 11, 23) };
	struct look       l;
	struct barometer  b;

	register_load(p, s, EXAMPLE);
	l = register_look(p, s, 0);
	must(judge_all(&p->arena, s, &l.sn, when, &b));
	assert_true(b.len > 40);
	assert_true(str_eq(b.authority, STR("Københavns Kommune")));
	for (size_t i = 0; i < b.len; i++) {
		const struct barometer_row *r = &b.at[i];
		bool first = str_eq(r->policy.id, STR("integrationspolitik-2007-2010"));

		assert_true(first || str_eq(r->policy.id, STR("inklusionspolitik-2011-2014")));
		assert_int_equal(r->as_of, first ? day_of(2009, 6, 1) : day_of(2012, 4, 30));
		if (i > 0 && str_eq(r->policy.id, b.at[i - 1].policy.id))
			assert_true(r->theme_rank >= b.at[i - 1].theme_rank);
	}
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { ENGINE_TEST(golden), ENGINE_TEST(status_dates) };

	return engine_run("worked", tests, COUNT_OF(tests));
}
