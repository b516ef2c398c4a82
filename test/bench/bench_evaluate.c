/* bench_evaluate.c - judging again after one new measurement, against judging
 * everything: a million measurements of 5,000 indicators with a target each.
 *
 * Prints one row of the bench table: measure, ours, peer, ratio, wanted.
 */
#include "app/judge.h"
#include "bench.h"

enum { INDICATORS = 5000, PERIODS = 200, ROUNDS = 200 };

static void
add_observation(struct store *s, int64_t indicator, int64_t area, int period, int64_t value)
{
	struct observation_form f = { .scale = 2, .precision = PRECISION_MONTH };
	int32_t                 from = day_of(2000 + period / 12, period % 12 + 1, 1);
	int32_t                 to = day_of(2000 + (period + 1) / 12, (period + 1) % 12 + 1, 1);
	struct param            p[] = {
		P_INT(indicator), P_INT(area), P_INT(from), P_INT(to), P_INT(0), P_INT(1),
		P_INT(UNTIL_NOW), P_INT(1), P_INT(value), P_INT(observation_pack(f)), P_INT(0),
		P_INT(0), P_INT(0), P_INT(0),
	};

	must(store_run(s, STMT_OBSERVATION_PUT, p, COUNT_OF(p)), "adding a measurement");
}

/* One indicator with its target: "+10 points by the end of 2020". */
static int64_t
add_indicator(struct store *s, struct things *t, int64_t area, int number)
{
	struct noun_row i = { 0 }, target = { 0 };
	char            key[32];
	int64_t         id;

	(void)snprintf(key, sizeof key, "i%04d", number);
	i.text[INDICATOR_title] = STR("Andel i arbejde på Østerbro");
	i.text[INDICATOR_measure] = STR("share");
	id = add_noun(s, t, NOUN_INDICATOR, key, &i);
	target.text[TARGET_title] = STR("10 procentpoint flere");
	target.text[TARGET_kind] = STR("change");
	target.text[TARGET_value] = STR("10");
	target.text[TARGET_deadline_from] = STR("2020-01-01");
	target.text[TARGET_deadline_to] = STR("2021-01-01");
	target.ref[TARGET_indicator] = id;
	(void)add_noun(s, t, NOUN_TARGET, key, &target);
	for (int p = 0; p < PERIODS; p++)
		add_observation(s, id, area, p, 3000 + (number * 31 + p * 7) % 2000);
	return id;
}

static void
build(struct store *s, struct arena *a, int64_t *area, int64_t *first)
{
	struct act      act = { STR("2026-01-01T00:00:00Z"), STR("bench"), STR("made up"),
	                        STR_NONE };
	struct noun_row city = { 0 }, authority = { 0 };
	struct things  *t = things_load(a, s);
	int64_t         change;

	must(t != NULL && store_begin(s) && change_add(s, &act, 0, 0, &change), "beginning");
	city.text[AREA_title] = STR("Byen");
	city.text[AREA_level] = STR("city");
	*area = add_noun(s, t, NOUN_AREA, "byen", &city);
	authority.text[AUTHORITY_title] = STR("Byen");
	authority.ref[AUTHORITY_area] = *area;
	(void)add_noun(s, t, NOUN_AUTHORITY, "byen", &authority);
	for (int i = 0; i < INDICATORS; i++) {
		int64_t id = add_indicator(s, t, *area, i);

		if (i == 0)
			*first = id;
	}
	must(store_commit(s), "committing");
}

int
main(void)
{
	struct arena      a = { 0 };
	struct diags      d = diags_new(&a);
	struct store     *s = store_open(STR(":memory:"), STORE_CREATE, &d);
	struct judge_when when = { true, day_of(2016, 9, 1), 0 };
	struct barometer  b;
	struct snapshot   sn;
	int64_t           area = 0, first = 0;
	double            start, full, one;

	must(s != NULL, "opening a register");
	build(s, &a, &area, &first);
	must(snapshot_load(&a, s, things_load(&a, s), 0, JUDGE_NOUNS, &sn), "a snapshot");
	start = now();
	must(judge_all(&a, s, &sn, when, &b) && b.len == INDICATORS, "judging all");
	full = now() - start;
	must(store_begin(s), "beginning");
	start = now();
	for (int i = 0; i < ROUNDS; i++) {
		struct arena round = { 0 };

		add_observation(s, first + 2 * i, area, PERIODS, 4200);
		must(judge_touched(&round, s, &sn, first + 2 * i, when, &b) && b.len == 1,
		    "judging what was touched");
		arena_free(&round);
	}
	one = (now() - start) / ROUNDS;
	printf("judging after one new of 1,000,000 measurements\t%.3f ms\t%.0f ms\t%.0f\t"
	    "at least 1,000 times faster than judging all\n", one * 1e3, full * 1e3, full / one);
	store_rollback(s);
	store_close(s);
	arena_free(&a);
	return 0;
}
