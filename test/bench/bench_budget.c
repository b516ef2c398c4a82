/* bench_budget.c - the economy of a policy with 10,000 lines of four years each:
 * read from a snapshot, added up and grouped.
 *
 * Prints one row of the bench table: measure, ours, peer, ratio, wanted.
 */
#include "app/budget_view.h"
#include "bench.h"

enum { LINES = 10000, YEARS = 4, SECTIONS = 40, ROUNDS = 9 };

static void
add_line(struct store *s, struct things *t, struct arena *a, int64_t policy, int number)
{
	struct noun_row line = { 0 };
	const char     *key = arena_printf(a, "post-%05d", number).at;
	int64_t         id;

	line.text[BUDGET_LINE_title] = STR("Indsats på Østerbro");
	line.text[BUDGET_LINE_section] = arena_printf(a, "Område %d", number % SECTIONS);
	line.text[BUDGET_LINE_rank] = arena_printf(a, "%d", number);
	line.ref[BUDGET_LINE_policy] = policy;
	id = add_noun(s, t, NOUN_BUDGET_LINE, key, &line);
	for (int year = 0; year < YEARS; year++) {
		struct noun_row m = { 0 };

		m.ref[AMOUNT_budget_line] = id;
		m.text[AMOUNT_year] = arena_printf(a, "%d", 2007 + year);
		m.text[AMOUNT_kroner] = arena_printf(a, "%d.25", 1000 * (number + year));
		(void)add_noun(s, t, NOUN_AMOUNT, arena_printf(a, "%s-%d", key, year).at, &m);
	}
}

static void
build(struct store *s, struct arena *a)
{
	struct act      act = { STR("2026-01-01T00:00:00Z"), STR("bench"), STR("made up"), STR_NONE };
	struct noun_row policy = { 0 };
	struct things  *t = things_load(a, s);
	int64_t         change, id;

	must(t != NULL && store_begin(s) && change_add(s, &act, 0, 0, &change), "beginning");
	policy.text[POLICY_title] = STR("Politikken");
	policy.text[POLICY_starts] = STR("2007-01-01");
	id = add_noun(s, t, NOUN_POLICY, "politik", &policy);
	for (int i = 0; i < LINES; i++)
		add_line(s, t, a, id, i);
	must(store_commit(s), "committing");
}

static double
one_round(const struct snapshot *sn, struct diags *d)
{
	struct arena      a = { 0 };
	struct barometer  none = { 0 };
	struct budget_ask ask = { 0 };
	struct overviews  o;
	double            start = spent(), took;

	must(budget_view(&a, sn, &none, &ask, d, &o) && o.len == 1 && o.at[0].lines == LINES,
	    "an overview");
	took = spent() - start;
	arena_free(&a);
	return took;
}

int
main(void)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct store   *s = store_open(STR(":memory:"), STORE_CREATE, &d);
	struct snapshot sn;
	double          took[ROUNDS];

	must(s != NULL, "opening a register");
	build(s, &a);
	must(snapshot_load(&a, s, things_load(&a, s), 0, BUDGET_NOUNS, &sn), "a snapshot");
	for (int i = 0; i < ROUNDS; i++)
		took[i] = one_round(&sn, &d);
	printf("budget overview of 10,000 lines\t%.1f ms\t\t\tunder 20 ms\n",
	    median(took, ROUNDS) * 1e3);
	store_close(s);
	arena_free(&a);
	return 0;
}
