#include "app/stock.h"
#include "app/evidence.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static struct stock_series *
series_find(const struct stock *k, int64_t indicator)
{
	size_t low = 0, high = k->series_len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (k->series[middle].indicator < indicator)
			low = middle + 1;
		else
			high = middle;
	}
	return low < k->series_len && k->series[low].indicator == indicator ? &k->series[low]
	                                                                    : NULL;
}

static int64_t
indicator_of(const struct stock_target *t)
{
	return t->noun->ref[TARGET_indicator];
}

/* ---- what is kept of an indicator's measurements ---- */

static bool
is_used(const struct stock *k, const struct snapshot *sn, int64_t indicator,
        const struct observation_row *row)
{
	if (row->area == sn->authority_area && row->group == 0)
		return true;
	for (size_t i = 0; i < k->len; i++)
		if (indicator_of(&k->at[i]) == indicator &&
		    evidence_uses(sn, k->at[i].noun, k->at[i].row.target, row->area, row->group))
			return true;
	return false;
}

/* Room for `n` measurements: what was there when that is enough, else at least
 * twice that, so that renewing for ever takes no more than twice the memory. */
static void
series_room(struct stock *k, struct stock_series *s, size_t n)
{
	s->m.len = 0;
	if (n <= s->cap)
		return;
	s->cap = s->cap == 0 ? n : n < 2 * s->cap ? 2 * s->cap : n;
	s->m.row = ARENA_ARRAY(k->arena, struct observation_row, s->cap);
	s->m.at = ARENA_ARRAY(k->arena, struct observation, s->cap);
}

/* Rows are sorted by cell: each is asked for once. */
static void
keep_used(struct stock *k, const struct snapshot *sn, struct stock_series *s,
          const struct measured *all, bool *used)
{
	size_t n = 0;

	for (size_t i = 0; i < all->len; i++) {
		const struct observation_row *row = &all->row[i];
		bool same = i > 0 && row->area == row[-1].area && row->group == row[-1].group;

		used[i] = same ? used[i - 1] : is_used(k, sn, s->indicator, row);
		n += used[i];
	}
	series_room(k, s, n);
	for (size_t i = 0; i < all->len; i++) {
		if (!used[i])
			continue;
		s->m.row[s->m.len] = all->row[i];
		s->m.at[s->m.len++] = all->at[i];
	}
}

static bool
is_measured(const struct measured *all)
{
	for (size_t i = 0; i < all->len; i++)
		if (all->at[i].missing == MISSING_NONE)
			return true;
	return false;
}

static void
add_other(struct stock *k, struct stock_others *to, int64_t area)
{
	for (size_t i = 0; i < to->len; i++)
		if (to->at[i] == area)
			return;
	ARENA_GROW(k->arena, to->at, to->len, &to->cap);
	to->at[to->len++] = area;
}

static void
note_measured(struct stock *k, const struct snapshot *sn, int64_t indicator,
              const struct measured *all)
{
	const struct noun_row *row = snapshot_row(sn, indicator);
	ptrdiff_t              at;

	if (row == NULL)
		return;
	at = row - sn->row[NOUN_INDICATOR];
	k->measured[at] = is_measured(all);
	k->in_areas[at] = false;
	k->others[at].len = 0;
	k->counted_all += all->len - k->counted[at];
	k->counted[at] = all->len;
	for (size_t i = 0; i < all->len; i++) {
		int64_t area = all->row[i].area;

		if (all->at[i].missing != MISSING_NONE || area == sn->authority_area)
			continue;
		if (observations_is_elsewhere(sn, area))
			add_other(k, &k->others[at], area);
		else
			k->in_areas[at] = true;
	}
}

static bool
load_series(struct stock *k, struct store *s, const struct snapshot *sn, int64_t indicator)
{
	struct stock_series *kept = series_find(k, indicator);
	struct arena         scratch = { 0 };
	struct measured      all;
	bool                 ok = observations_load(&scratch, s, sn, indicator, &all);

	if (ok)
		note_measured(k, sn, indicator, &all);
	if (ok && kept != NULL)
		observations_neighbours(k->arena, &all, &k->withheld[kept - k->series]);
	if (ok && kept != NULL)
		keep_used(k, sn, kept, &all, ARENA_ARRAY(&scratch, bool, all.len + 1));
	arena_free(&scratch);
	return ok;
}

/* ---- targets ---- */

static void
place_targets(struct stock *k, const struct snapshot *sn)
{
	k->len = sn->len[NOUN_TARGET];
	k->at = ARENA_ARRAY(k->arena, struct stock_target, k->len + 1);
	for (size_t i = 0; i < k->len; i++) {
		const struct noun_row *noun = &sn->row[NOUN_TARGET][i];
		struct target         *t = ARENA_NEW(k->arena, struct target);
		struct stock_target   *to = &k->at[i];

		*t = evidence_target(sn, noun);
		to->noun = noun;
		to->row = judge_place(sn, noun);
		to->row.target = t;
		to->has_status = judge_status_day(sn, &to->row, &to->status);
	}
	if (k->len > 1)
		qsort(k->at, k->len, sizeof *k->at, judge_order);
}

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Every indicator, and those of targets that have none (0). */
static void
list_series(struct stock *k, const struct snapshot *sn)
{
	size_t   n = 0, indicators = sn->len[NOUN_INDICATOR];
	int64_t *id = ARENA_ARRAY(k->arena, int64_t, k->len + indicators + 1);

	for (size_t i = 0; i < k->len; i++)
		id[n++] = indicator_of(&k->at[i]);
	for (size_t i = 0; i < indicators; i++)
		id[n++] = sn->row[NOUN_INDICATOR][i].id;
	if (n > 1)
		qsort(id, n, sizeof *id, by_id);
	k->series = ARENA_ARRAY(k->arena, struct stock_series, n + 1);
	k->withheld = ARENA_ARRAY(k->arena, struct neighbours, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && id[i] == id[i - 1])
			continue;
		k->withheld[k->series_len].indicator = id[i];
		k->series[k->series_len++].indicator = id[i];
	}
}

static void
gather(const struct stock *k, struct arena *turn, const struct snapshot *sn,
       struct stock_target *t)
{
	const struct stock_series *s = series_find(k, indicator_of(t));
	struct indicator          *i = ARENA_NEW(turn, struct indicator);

	*i = evidence_indicator(sn, indicator_of(t));
	t->evidence = evidence_of(turn, sn, t->noun, t->row.target, i, &s->m);
}

void
stock_turn(struct stock *k, struct arena *turn, const struct snapshot *sn)
{
	for (size_t i = 0; i < k->len; i++)
		gather(k, turn, sn, &k->at[i]);
}

bool
stock_load(struct arena *a, struct arena *turn, struct store *s, const struct snapshot *sn,
           struct stock *ret)
{
	struct stock k = {
		.arena = a, .measured = ARENA_ARRAY(a, bool, sn->len[NOUN_INDICATOR] + 1),
		.in_areas = ARENA_ARRAY(a, bool, sn->len[NOUN_INDICATOR] + 1),
		.others = ARENA_ARRAY(a, struct stock_others, sn->len[NOUN_INDICATOR] + 1),
		.counted = ARENA_ARRAY(a, size_t, sn->len[NOUN_INDICATOR] + 1),
	};

	place_targets(&k, sn);
	list_series(&k, sn);
	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++)
		if (!load_series(&k, s, sn, sn->row[NOUN_INDICATOR][i].id))
			return false;
	stock_turn(&k, turn, sn);
	*ret = k;
	return true;
}

bool
stock_renew(struct stock *k, struct arena *turn, struct store *s, const struct snapshot *sn,
            int64_t indicator)
{
	if (!load_series(k, s, sn, indicator))
		return false;
	for (size_t i = 0; i < k->len; i++)
		if (indicator_of(&k->at[i]) == indicator)
			gather(k, turn, sn, &k->at[i]);
	return true;
}

struct series
stock_series(const struct stock *k, const struct snapshot *sn, int64_t indicator)
{
	const struct stock_series *s = series_find(k, indicator);

	return s == NULL ? (struct series){ NULL, 0 }
	                 : observations_series(&s->m, sn->authority_area, 0);
}

bool
stock_is_measured(const struct stock *k, const struct snapshot *sn, int64_t indicator)
{
	const struct noun_row *row = snapshot_row(sn, indicator);

	return row != NULL && k->measured[row - sn->row[NOUN_INDICATOR]];
}

int64_t
stock_change(const struct stock *k, int64_t indicator, const struct observation *o)
{
	const struct stock_series *s = series_find(k, indicator);

	return s == NULL ? 0 : s->m.row[o - s->m.at].since;
}

bool
stock_in_areas(const struct stock *k, const struct snapshot *sn, int64_t indicator)
{
	const struct noun_row *row = snapshot_row(sn, indicator);

	return row != NULL && k->in_areas[row - sn->row[NOUN_INDICATOR]];
}

size_t
stock_count(const struct stock *k, const struct snapshot *sn, int64_t indicator)
{
	const struct noun_row *row = snapshot_row(sn, indicator);

	return row == NULL ? k->counted_all : k->counted[row - sn->row[NOUN_INDICATOR]];
}

struct stock_others
stock_others(const struct stock *k, const struct snapshot *sn, int64_t indicator)
{
	const struct noun_row *row = snapshot_row(sn, indicator);

	return row != NULL ? k->others[row - sn->row[NOUN_INDICATOR]]
	                   : (struct stock_others){ NULL, 0, 0 };
}

/* ---- judging ---- */

struct barometer_row
stock_judge_one(struct arena *a, const struct stock_target *t, struct judge_when when)
{
	struct barometer_row r = t->row;

	r.as_of = when.has_as_of ? when.as_of : t->has_status ? t->status : when.today;
	r.judgement = evaluate(a, r.target, &t->evidence, r.as_of);
	return r;
}

struct barometer
stock_judge(struct arena *a, const struct stock *k, const struct snapshot *sn,
            struct judge_when when)
{
	struct barometer b = { .at = ARENA_ARRAY(a, struct barometer_row, k->len + 1) };

	for (size_t i = 0; i < k->len; i++)
		b.at[b.len++] = stock_judge_one(a, &k->at[i], when);
	if (sn->len[NOUN_AUTHORITY] > 0)
		b.authority = sn->row[NOUN_AUTHORITY][0].text[AUTHORITY_title];
	return b;
}
