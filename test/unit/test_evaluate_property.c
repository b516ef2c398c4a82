/* What holds for every target and every series, tried on 20,000 of them from a
 * fixed seed: a verdict always comes, with sentences in both languages, and
 * nothing that is dated after the as-of day changes it. */
#include "judge_dsl.h"

#include <string.h>

#define TRIES  20000
#define LENGTH 9
#define PEOPLE 3

static uint64_t
next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed >> 11;
}

static int
pick(uint64_t *seed, int from, int to)
{
	return from + (int)(next(seed) % (uint64_t)(to - from + 1));
}

static bool
one_in(uint64_t *seed, int n)
{
	return pick(seed, 1, n) == 1;
}

static struct number
any_number(uint64_t *seed)
{
	static const int64_t odd[] = { 0, 1, -1, 100, INT64_MAX, INT64_MIN, INT64_MIN + 1,
	                               INT64_MAX / 2, 1000000007, -999999999999 };

	if (one_in(seed, 8))
		return NUMBER(odd[pick(seed, 0, (int)COUNT_OF(odd) - 1)],
		              (uint8_t)pick(seed, 0, NUMBER_SCALE_MAX));
	return NUMBER(pick(seed, -200, 1200), (uint8_t)pick(seed, 0, 2));
}

static struct period
any_period(uint64_t *seed)
{
	static const int    months[] = { 1, 3, 12, 24 };
	enum precision      p = (enum precision)pick(seed, 0, PRECISION_COUNT - 1);
	int                 year = one_in(seed, 50) ? pick(seed, 1, 9990) : pick(seed, 2004, 2014);
	int                 length = months[pick(seed, 0, 3)], month = pick(seed, 1, 12);
	int                 end = month + length - 1;
	struct period       ret = period_make(day_of(year, month, 1),
	                                      day_of(year + end / 12, end % 12 + 1, 1), p);

	if (one_in(seed, 6))
		ret.to = ret.from + pick(seed, 1, 3);
	ret.deadline = one_in(seed, 5);
	ret.dated = !one_in(seed, 60);
	if (one_in(seed, 80))
		ret.from = DAY_MIN;
	return ret;
}

static struct quantity
any_quantity(uint64_t *seed, enum unit u)
{
	enum qualifier  q = one_in(seed, 2) ? QUALIFIER_NONE
	                                    : (enum qualifier)pick(seed, 0, QUALIFIER_RANGE);
	struct number   n = any_number(seed);
	struct quantity ret;

	if (quantity_make(n, q, any_number(seed), u, &ret))
		return ret;
	return quantity_exact(n);
}

static struct series
any_series(struct arena *a, uint64_t *seed, enum unit u)
{
	struct series       s = { .len = (size_t)pick(seed, 0, LENGTH) };
	struct observation *at = ARENA_ARRAY(a, struct observation, LENGTH + 1);

	for (size_t i = 0; i < s.len; i++) {
		at[i].period = any_period(seed);
		at[i].value = any_quantity(seed, u);
		at[i].missing = one_in(seed, 8) ? (enum missing)pick(seed, 0, MISSING_COUNT - 1)
		                                : MISSING_NONE;
		at[i].method = one_in(seed, 5) ? 2 : 1;
		at[i].breaks = one_in(seed, 15);
		at[i].withheld = one_in(seed, 25);
		at[i].assumed = one_in(seed, 10);
		at[i].preliminary = one_in(seed, 10);
		/* The same period as before, so that pairs of series meet. */
		if (i > 0 && one_in(seed, 4))
			at[i].period = at[i - 1].period;
	}
	qsort(at, s.len, sizeof *at, observation_cmp);
	s.at = at;
	return s;
}

/* The periods of `like` with other figures: what groups and cities look like. */
static struct series
any_series_like(struct arena *a, uint64_t *seed, enum unit u, struct series like)
{
	struct series       s = any_series(a, seed, u);
	struct observation *at = ARENA_ARRAY(a, struct observation, LENGTH + 1);

	if (one_in(seed, 4))
		return s;
	for (size_t i = 0; i < like.len; i++) {
		at[i] = like.at[i];
		at[i].value = any_quantity(seed, u);
	}
	return (struct series){ at, like.len };
}

static struct target
any_target(uint64_t *seed)
{
	struct target t = { .id = STR("t"), .text = STR("Flere på vej til årets mål"),
	                    .lang = STR("da") };

	t.kind = (enum target_kind)pick(seed, 0, TARGET_KIND_COUNT - 1);
	t.relation = (enum relation)pick(seed, 0, RELATION_COUNT - 1);
	t.direction = (enum direction)pick(seed, 0, DIRECTION_COUNT - 1);
	t.each = one_in(seed, 3) ? (enum each)pick(seed, 0, EACH_COUNT - 1) : EACH_NONE;
	t.value = any_number(seed);
	t.has_value = !one_in(seed, 10);
	t.percent = one_in(seed, 3);
	t.keep = one_in(seed, 5);
	t.baseline = any_period(seed);
	t.has_baseline = one_in(seed, 3);
	t.deadline = any_period(seed);
	t.has_deadline = !one_in(seed, 3);
	t.window = any_period(seed);
	t.has_window = one_in(seed, 2);
	t.printed = any_quantity(seed, UNIT_SHARE);
	t.has_printed = one_in(seed, 5);
	return t;
}

static struct period
year_period(int year)
{
	return period_make(day_of(year, 1, 1), day_of(year + 1, 1, 1), PRECISION_YEAR);
}

/* Half of them are what a city would write: a promise that can be kept, and a
 * figure that moves by about as much each year. */
static void
make_steady(struct arena *a, uint64_t *seed, struct target *t, struct evidence *e)
{
	static const enum target_kind kinds[] = { TARGET_LEVEL, TARGET_CHANGE, TARGET_RATE,
	                                          TARGET_GAP, TARGET_COUNT };
	struct observation *at = ARENA_ARRAY(a, struct observation, LENGTH + 1);
	int                 first = pick(seed, 2004, 2010), step = pick(seed, -4, 12);

	e->own = (struct series){ at, (size_t)pick(seed, 2, 6) };
	for (size_t i = 0; i < e->own.len; i++) {
		at[i] = (struct observation){ .method = 1, .period = year_period(first + (int)i) };
		at[i].value = quantity_exact(NUMBER(10 + step * (int)i, 0));
	}
	t->kind = kinds[pick(seed, 0, (int)COUNT_OF(kinds) - 1)];
	t->relation = RELATION_GE;
	t->value = NUMBER(t->kind == TARGET_RATE ? pick(seed, 3, 12) : pick(seed, 20, 60), 0);
	t->has_value = true;
	t->percent = t->keep = false;
	t->each = EACH_NONE;
	t->has_baseline = false;
	t->has_deadline = true;
	t->deadline = year_period(first + pick(seed, 3, 7));
	t->has_window = true;
	t->window = period_make(day_of(first, 1, 1), t->deadline.to, PRECISION_RANGE);
}

static struct evidence
any_evidence(struct arena *a, uint64_t *seed, struct indicator *i)
{
	struct member  *members = ARENA_ARRAY(a, struct member, PEOPLE);
	struct evidence e = { .indicator = i, .members = members };

	*i = (struct indicator){ .id = STR("i"), .title_da = STR("Æblegrød") };
	i->unit = (enum unit)pick(seed, 0, UNIT_NUMBER);
	i->better = (enum direction)pick(seed, 0, DIRECTION_COUNT - 1);
	i->developing = one_in(seed, 10);
	e.own = any_series(a, seed, i->unit);
	if (one_in(seed, 2))
		e.other = any_series_like(a, seed, i->unit, e.own);
	e.member_count = (size_t)pick(seed, 0, PEOPLE);
	for (size_t m = 0; m < e.member_count; m++) {
		members[m].title = m == 0 ? STR("Ærø") : STR("Ålborg");
		members[m].series = any_series_like(a, seed, i->unit, e.own);
	}
	e.in_own_set = one_in(seed, 4);
	return e;
}

/* Without what ends after `day`, or with one more observation after it. */
static struct series
series_until(struct arena *a, struct series s, int32_t day, bool more)
{
	struct observation *at = ARENA_ARRAY(a, struct observation, s.len + 1);
	size_t              len = 0;

	for (size_t i = 0; i < s.len; i++)
		if (more || s.at[i].period.to <= day)
			at[len++] = s.at[i];
	if (more) {
		at[len] = (struct observation){ .method = 3, .breaks = true,
		                                .value = quantity_exact(NUMBER(77, 0)) };
		at[len++].period = period_make(day, day + 1, PRECISION_DAY);
	}
	qsort(at, len, sizeof *at, observation_cmp);
	return (struct series){ at, len };
}

static struct evidence
evidence_until(struct arena *a, const struct evidence *e, int32_t day, bool more)
{
	struct member  *members = ARENA_ARRAY(a, struct member, PEOPLE);
	struct evidence ret = *e;

	ret.own = series_until(a, e->own, day, more);
	/* An empty `other` says that there is none, which is no observation. */
	if (e->other.len > 0)
		ret.other = series_until(a, e->other, day, more);
	if (e->other.len > 0 && ret.other.len == 0)
		ret.other = e->other;
	for (size_t i = 0; i < e->member_count; i++) {
		members[i].title = e->members[i].title;
		members[i].series = series_until(a, e->members[i].series, day, more);
	}
	ret.members = members;
	return ret;
}

static void
check_judgement(const struct judgement *j)
{
	assert_true(j->verdict < VERDICT_COUNT && j->reason < REASON_COUNT);
	assert_true(j->da.len > 10 && j->en.len > 10 && j->rule.len > 10);
	assert_int_equal(utf8_check(j->da), SIZE_MAX);
	assert_int_equal(utf8_check(j->en), SIZE_MAX);
	assert_int_equal(j->da.at[j->da.len - 1], '.');
	assert_int_equal(j->en.at[j->en.len - 1], '.');
	if (!j->uncertain)
		assert_int_equal(j->other_verdict, j->verdict);
	if (j->early)
		assert_int_equal(j->verdict, VERDICT_MET);
	if (j->has_pace)
		assert_true(j->pace.den > 0);
	if (j->verdict == VERDICT_MET || j->verdict == VERDICT_MISSED)
		assert_false(j->has_needed);
}

static void
check_same(struct arena *a, const struct judgement *x, const struct judgement *y, int try)
{
	struct str p = judged(a, x), q = judged(a, y);

	if (!str_eq(p, q) || !str_eq(x->da, y->da) || !str_eq(x->en, y->en))
		fail_msg("try %d:\n" STR_FMT "\n" STR_FMT "\n" STR_FMT "\n" STR_FMT, try, STR_ARG(p),
		         STR_ARG(q), STR_ARG(x->da), STR_ARG(y->da));
}

static void
test_the_future_does_not_matter(void **state)
{
	uint64_t seed = 0x9E3779B97F4A7C15u;
	size_t   seen[VERDICT_COUNT] = { 0 };

	(void)state;
	for (int try = 0; try < TRIES; try++) {
		struct arena     a = { 0 };
		struct indicator i;
		struct target    t = any_target(&seed);
		struct evidence  e = any_evidence(&a, &seed, &i);
		int32_t          day;
		struct evidence  past, more;
		struct judgement j, k, l;

		if (try % 2 == 0)
			make_steady(&a, &seed, &t, &e);
		day = day_of(pick(&seed, 2005, 2014), pick(&seed, 1, 12), 1);
		past = evidence_until(&a, &e, day, false);
		more = evidence_until(&a, &e, day, true);
		j = evaluate(&a, &t, &e, day);
		k = evaluate(&a, &t, &past, day);
		l = evaluate(&a, &t, &more, day);
		check_judgement(&j);
		check_same(&a, &j, &k, try);
		check_same(&a, &j, &l, try);
		seen[j.verdict]++;
		arena_free(&a);
	}
	/* The generator reaches every verdict, or it proves little. */
	for (size_t v = 0; v < VERDICT_COUNT; v++)
		assert_true(seen[v] > TRIES / 500);
}

/* From good to bad, where a target is to be reached. */
static int
badness(enum verdict v)
{
	static const int rank[VERDICT_COUNT] = {
		[VERDICT_MET] = 0, [VERDICT_ON_TRACK] = 1, [VERDICT_BEHIND] = 2,
		[VERDICT_OFF_TRACK] = 3, [VERDICT_AWAY] = 4, [VERDICT_MISSED] = 5,
		[VERDICT_NO_DATA] = 6, [VERDICT_UNDEFINED] = 7,
	};

	return rank[v];
}

/* The same figures with one more decimal, the last of them raised by `more`. */
static struct series
series_raised(struct arena *a, struct series s, int more)
{
	struct observation *at = ARENA_ARRAY(a, struct observation, s.len + 1);

	for (size_t i = 0; i < s.len; i++) {
		struct number n = s.at[i].value.point;

		n = NUMBER(n.units * 10 + (i + 1 == s.len ? more : 0), (uint8_t)(n.scale + 1));
		at[i] = s.at[i];
		at[i].value = quantity_exact(n);
	}
	return (struct series){ at, s.len };
}

/* For a promised rise a higher figure is never judged worse, and how many
 * decimals a figure is written with never matters. */
static void
test_more_is_never_worse(void **state)
{
	uint64_t seed = 0xD1B54A32D192ED03u;
	size_t   better = 0;

	(void)state;
	for (int try = 0; try < TRIES; try++) {
		struct arena     a = { 0 };
		struct indicator i;
		struct target    t = any_target(&seed);
		struct evidence  e = any_evidence(&a, &seed, &i), same, raised;
		struct judgement j, k, l;
		int32_t          day;

		make_steady(&a, &seed, &t, &e);
		i.developing = false;
		e.other = (struct series){ 0 };
		day = e.own.at[e.own.len - 1].period.to + pick(&seed, 0, 400);
		same = raised = e;
		same.own = series_raised(&a, e.own, 0);
		raised.own = series_raised(&a, e.own, pick(&seed, 1, 90));
		j = evaluate(&a, &t, &e, day);
		k = evaluate(&a, &t, &same, day);
		l = evaluate(&a, &t, &raised, day);
		assert_int_equal(j.verdict, k.verdict);
		assert_int_equal(j.has_pace, k.has_pace);
		assert_true(j.pace.num == k.pace.num && j.pace.den == k.pace.den);
		if (badness(l.verdict) > badness(j.verdict))
			fail_msg("try %d:\n" STR_FMT "\n" STR_FMT, try, STR_ARG(j.en), STR_ARG(l.en));
		better += badness(l.verdict) < badness(j.verdict);
		arena_free(&a);
	}
	assert_true(better > TRIES / 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_future_does_not_matter),
		cmocka_unit_test(test_more_is_never_worse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
