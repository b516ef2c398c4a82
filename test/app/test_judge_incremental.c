/* A kept list of verdicts, of which each change renews only those it touches,
 * is always what judging everything anew gives. */
#include "world.h"
#include "shortened.h"
#include <time.h>

enum { AS_OF_YEAR = 2012, EVERY = 500 };

/* ---- the kept list ---- */

struct kept {
	struct str id, text;            /* all that is said about the target */
};

static const struct judge_when on_day = { .has_as_of = true };

static struct judge_when
when_judged(void)
{
	struct judge_when when = on_day;

	when.as_of = day_of(AS_OF_YEAR, 4, 30);
	return when;
}

static size_t
place_of(const struct kept *kept, size_t n, struct str id)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(kept[i].id, id))
			return i;
	fail_msg("%.*s is not kept", STR_ARG(id));
	return 0;
}

static void
same_as_all(struct world *w, const struct kept *kept, size_t n, int after)
{
	struct place    *p = w->p;
	struct store    *s = w->s;
	struct arena     a = { 0 };
	struct snapshot  fresh;
	struct barometer b;

	must(snapshot_load(&a, s, w->l.things, 0, JUDGE_NOUNS, &fresh));
	assert_int_equal(fresh.known, w->l.sn.known);
	must(judge_all(&a, s, &fresh, when_judged(), &b));
	assert_int_equal(b.len, n);
	for (size_t i = 0; i < b.len; i++) {
		size_t     at = place_of(kept, n, b.at[i].target->id);
		struct str now = all_that_is_said(&a, &b.at[i]);

		if (!str_eq(now, kept[at].text))
			fail_msg("%.*s after %d changes:\nkept %.*s\nanew %.*s",
			    STR_ARG(kept[at].id), after, STR_ARG(kept[at].text), STR_ARG(now));
	}
	arena_free(&a);
}

static size_t
run(struct world *w, int changes, size_t *verdicts)
{
	struct place   *p = w->p;
	struct store   *s = w->s;
	struct arena    a = { 0 }, texts[2 * INDICATORS] = { { 0 } };
	struct kept     kept[2 * INDICATORS];
	struct barometer b;
	size_t          n = 0, renewed = 0;

	must(judge_all(&a, s, &w->l.sn, when_judged(), &b));
	assert_int_equal(b.len, COUNT_OF(kept));
	for (; n < b.len; n++)
		kept[n] = (struct kept){ str_dup(&p->arena, b.at[n].target->id),
		                         all_that_is_said(&texts[n], &b.at[n]) };
	arena_free(&a);
	for (int i = 1; i <= changes; i++) {
		int64_t touched = chance(6) ? take_back(w) : measure(w);

		if (touched != 0) {
			must(snapshot_follow(&w->l.sn, s));
			must(judge_touched(&a, s, &w->l.sn, touched, when_judged(), &b));
			for (size_t j = 0; j < b.len; j++) {
				size_t at = place_of(kept, n, b.at[j].target->id);

				arena_free(&texts[at]);
				kept[at].text = all_that_is_said(&texts[at], &b.at[j]);
				verdicts[b.at[j].judgement.verdict]++;
			}
			renewed += b.len;
			arena_free(&a);
		}
		if (i % EVERY == 0 || i == changes)
			same_as_all(w, kept, n, i);
	}
	for (size_t i = 0; i < n; i++)
		arena_free(&texts[i]);
	return renewed;
}

static void
incremental(struct place *p, int changes)
{
	struct world w = { .p = p, .s = place_open(p, STORE_CREATE) };
	size_t       verdicts[VERDICT_COUNT] = { 0 }, renewed;

	seed = UINT64_C(20090601);
	make_register(p, w.s);
	know(&w);
	w.touched = ARENA_ARRAY(&p->arena, int64_t, (size_t)changes + 2);
	renewed = run(&w, changes, verdicts);
	assert_true(renewed >= (size_t)changes);
	for (size_t v = 0; v < VERDICT_COUNT && changes >= 10000; v++)
		if (verdicts[v] == 0)
			fail_msg("no target was ever %.*s", STR_ARG(verdict_code((enum verdict)v)));
	store_close(w.s);
}

static void
ten_thousand(void **state)
{
	incremental(*state, shortened(10000, 1500));
}

static void
three_hundred(void **state)
{
	incremental(*state, 300);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST_ON(ten_thousand, ON_MEMORY),
		ENGINE_TEST_ON(three_hundred, ON_FILE | ON_POSTGRES),
	};

	return engine_run("judge incremental", tests, COUNT_OF(tests));
}
