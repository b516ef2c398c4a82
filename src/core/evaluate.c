/* One target, judged: by kind, by each of its members, by both ends of what is
 * not known exactly. */
#include "core/track.h"

static const struct {
	struct str code, da, en, icon;
} verdicts[] = {
#define X(id, code, da, en, icon) \
	{ STR_INIT(code), STR_INIT(da), STR_INIT(en), STR_INIT(icon) },
	VERDICTS(X)
#undef X
};

static const struct {
	struct str code, da, en;
} reasons[] = {
#define X(id, code, da, en) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	REASONS(X)
#undef X
};

/* How far from good: the worst member decides. What is not measured is neither
 * good nor bad, and ranks between them. */
static const int rank[] = {
	[VERDICT_MET] = 0,      [VERDICT_ON_TRACK] = 1,  [VERDICT_NO_DATA] = 2,
	[VERDICT_BEHIND] = 3,   [VERDICT_OFF_TRACK] = 4, [VERDICT_AWAY] = 5,
	[VERDICT_MISSED] = 6,   [VERDICT_UNDEFINED] = 7,
};

struct str
verdict_code(enum verdict v)
{
	return verdicts[v].code;
}

struct str
verdict_word(enum verdict v, bool danish)
{
	return danish ? verdicts[v].da : verdicts[v].en;
}

struct str
verdict_icon(enum verdict v)
{
	return verdicts[v].icon;
}

struct str
reason_code(enum reason r)
{
	return reasons[r].code;
}

struct str
reason_word(enum reason r, bool danish)
{
	return danish ? reasons[r].da : reasons[r].en;
}

void
judge_say(struct judge *g, enum verdict v, enum reason r)
{
	g->j.verdict = v;
	g->j.other_verdict = v;
	g->j.reason = r;
}

void
judge_too_large(struct judge *g)
{
	g->has_change = false;
	g->j.has_pace = g->j.has_needed = g->j.has_required = false;
	judge_say(g, VERDICT_UNDEFINED, REASON_TOO_LARGE);
}

enum unit
judge_unit(const struct judge *g)
{
	if (g->t->kind == TARGET_SET)
		return UNIT_COUNT;
	return g->e->indicator != NULL ? g->e->indicator->unit : UNIT_NUMBER;
}

enum unit
judge_change_unit(const struct judge *g)
{
	return unit_of_difference(judge_unit(g));
}

static void
judge_kind(struct judge *g)
{
	switch (g->t->kind) {
	case TARGET_LEVEL:
		judge_level(g);
		break;
	case TARGET_CHANGE:
		judge_change(g);
		break;
	case TARGET_DIRECTION:
		judge_direction(g);
		break;
	case TARGET_RATE:
		judge_rate(g);
		break;
	case TARGET_GAP:
		judge_gap(g);
		break;
	case TARGET_BENCHMARK:
		judge_benchmark(g);
		break;
	case TARGET_COUNT:
		judge_count(g);
		break;
	case TARGET_SET:
		judge_set(g);
		break;
	case TARGET_MILESTONE:
		judge_milestone(g);
		break;
	case TARGET_PARITY:
		judge_parity(g);
		break;
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		break;
	}
}

static void
judge_withhold(struct judge *g)
{
	struct judgement *j = &g->j;

	if (!g->withheld)
		return;
	j->has_pace = j->has_needed = j->has_required = false;
	j->pace = (struct ratio){ 0 };
	j->working = (struct working){ 0 };
	j->pace_shown = j->needed_per_year = j->required = NUMBER_ZERO;
	g->has_change = false;
}

static void
judge_dates(struct judge *g)
{
	const struct target *t = g->t;

	if (!t->has_deadline || !t->deadline.dated)
		return;
	g->j.has_by = true;
	g->j.by = t->deadline.to;
	g->passed = g->as_of >= t->deadline.to;
	g->ahead = !g->passed;
	g->horizon = g->passed ? t->deadline.to : g->as_of;
}

/* What was measured is shown, even where it did not decide. */
static void
judge_show(struct judge *g)
{
	struct track       all;
	const struct mark *base;

	if (g->j.has_latest && g->j.has_baseline)
		return;
	g->horizon = g->as_of;
	all = track_of(g, g->e->own);
	base = g->t->has_baseline && g->t->baseline.dated ? track_first(&all, g->t) : NULL;
	if (!g->j.has_latest && all.len > 0)
		judge_latest(g, &all.at[all.len - 1]);
	if (!g->j.has_baseline && base != NULL && g->t->kind != TARGET_BENCHMARK)
		judge_baseline(g, base);
}

/* One pass, with the given ends of qualified figures. */
static struct judge
judge_once(struct arena *a, const struct target *t, const struct evidence *e, int32_t as_of,
           enum end baseline, enum end latest)
{
	struct judge g = { .arena = a, .t = t, .e = e, .as_of = as_of, .horizon = as_of };

	g.ends[ROLE_BASELINE] = baseline;
	g.ends[ROLE_LATEST] = latest;
	judge_dates(&g);
	g.missing = series_missing(e->own, g.horizon);
	if (t->kind == TARGET_UNDEFINED)
		judge_say(&g, VERDICT_UNDEFINED, REASON_NOT_STATED);
	else if (target_problem(t).len > 0)
		judge_say(&g, VERDICT_UNDEFINED, REASON_INVALID);
	else if (e->indicator != NULL && e->indicator->developing && !evidence_visible(e, as_of))
		judge_say(&g, VERDICT_NO_DATA, REASON_NOT_MEASURABLE);
	else
		judge_kind(&g);
	judge_show(&g);
	judge_withhold(&g);
	return g;
}

/* Would one of the ends be judged otherwise? The worst other verdict is named. */
static void
judge_ends(struct judge *g)
{
	enum verdict v = g->j.verdict;
	size_t       nb = g->qualified[ROLE_BASELINE] ? 2 : 1;
	size_t       nl = g->qualified[ROLE_LATEST] ? 2 : 1;

	for (size_t i = 0; nb * nl > 1 && i < nb * nl; i++) {
		enum end     b = nb == 2 ? (i & 1 ? END_HIGH : END_LOW) : END_PRINTED;
		enum end     l = nl == 2 ? (i / nb == 0 ? END_LOW : END_HIGH) : END_PRINTED;
		struct judge other = judge_once(g->arena, g->t, g->e, g->as_of, b, l);
		enum verdict w = other.j.verdict;

		if (w == v || w == VERDICT_UNDEFINED)
			continue;
		if (!g->j.uncertain || rank[w] > rank[g->j.other_verdict])
			g->j.other_verdict = w;
		g->j.uncertain = true;
	}
}

static struct judge
judge_whole(struct arena *a, const struct target *t, const struct evidence *e, int32_t as_of)
{
	struct judge g = judge_once(a, t, e, as_of, END_PRINTED, END_PRINTED);

	if (g.j.verdict != VERDICT_UNDEFINED && g.j.verdict != VERDICT_NO_DATA)
		judge_ends(&g);
	return g;
}

/* ---- in each place or group ---- */

static bool
asks_each(const struct target *t, const struct evidence *e)
{
	bool each = t->each == EACH_PLACE || t->each == EACH_GROUP;

	/* There, the members are something else. */
	if (t->kind == TARGET_SET || (t->kind == TARGET_BENCHMARK && e->other.len == 0))
		return false;
	return each && t->kind != TARGET_UNDEFINED && target_problem(t).len == 0;
}

/* Of two members with the same verdict: is `a` farther behind? */
static bool
is_worse(const struct judge *a, const struct judge *b)
{
	const struct quantity *x = &a->j.latest.value, *y = &b->j.latest.value;
	int                    dir = relation_sign(a->t->relation);

	if (rank[a->j.verdict] != rank[b->j.verdict])
		return rank[a->j.verdict] > rank[b->j.verdict];
	if (a->j.has_pace && b->j.has_pace)
		return number_cmp(a->j.pace_shown, b->j.pace_shown) < 0;
	if (a->t->kind != TARGET_LEVEL || !x->has_point || !y->has_point)
		return false;
	return number_cmp(x->point, y->point) * dir < 0;
}

static bool
counts_as_good(enum verdict v)
{
	return v == VERDICT_MET || v == VERDICT_ON_TRACK;
}

struct poll {                           /* the members' judgements so far */
	struct judge worst;
	struct str   title, unmeasured_title;
	size_t       judged, failing, unmeasured;
	enum verdict doubt;             /* the worst other verdict of any */
};

static void
poll_add(struct poll *p, const struct judge *g, struct str title)
{
	if (g->j.verdict == VERDICT_NO_DATA) {
		if (p->unmeasured++ == 0)
			p->unmeasured_title = title;
		if (p->judged > 0 || p->unmeasured > 1)
			return;
	} else {
		p->failing += !counts_as_good(g->j.verdict);
		if (g->j.uncertain && rank[g->j.other_verdict] > rank[p->doubt])
			p->doubt = g->j.other_verdict;
		if (p->judged++ > 0 && !is_worse(g, &p->worst))
			return;
	}
	p->worst = *g;
	p->title = title;
}

static struct judge
judge_each(struct arena *a, const struct target *t, const struct evidence *e, int32_t as_of)
{
	struct poll      p = { .doubt = VERDICT_MET };
	struct target   *one = ARENA_NEW(a, struct target);
	struct judge     g;

	*one = *t;
	one->each = EACH_NONE;
	for (size_t i = 0; i < e->member_count; i++) {
		struct evidence *its = ARENA_NEW(a, struct evidence);

		*its = *e;
		its->own = e->members[i].series;
		its->members = NULL;
		its->member_count = 0;
		g = judge_whole(a, one, its, as_of);
		poll_add(&p, &g, e->members[i].title);
	}
	g = p.worst;
	g.j.worst = p.title;
	g.failing = p.failing;
	g.judged = p.judged;
	g.unmeasured = p.unmeasured;
	g.unmeasured_title = p.unmeasured_title;
	if (rank[p.doubt] > rank[g.j.verdict]) {
		g.j.uncertain = true;
		g.j.other_verdict = p.doubt;
	} else if (p.unmeasured > 0 && counts_as_good(g.j.verdict)) {
		g.j.uncertain = true;
		g.j.other_verdict = VERDICT_NO_DATA;
	}
	return g;
}

static bool
members_visible(const struct evidence *e, int32_t as_of)
{
	struct evidence members = *e;

	members.own = (struct series){ 0 };
	return evidence_visible(&members, as_of);
}

struct judgement
evaluate(struct arena *a, const struct target *t, const struct evidence *e, int32_t as_of)
{
	bool         each = asks_each(t, e);
	struct judge g;

	if (each && members_visible(e, as_of)) {
		g = judge_each(a, t, e, as_of);
	} else {
		g = judge_whole(a, t, e, as_of);
		g.j.not_each = each && g.j.verdict != VERDICT_NO_DATA;
		g.j.uncertain = g.j.uncertain || g.j.not_each;
	}
	g.j.kept = g.kept;
	g.j.relation = g.relation;
	g.j.has_other = g.latest.has_other && !g.withheld;
	if (g.j.has_other)
		g.j.other = g.latest.other;
	explain(&g);
	return g.j;
}
