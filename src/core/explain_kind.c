/* What was found, kind by kind, and why there is nothing to judge. */
#include "core/clause.h"

static const struct words kept_words[REASON_COUNT] = {
	[REASON_KEPT] = WORDS(" er holdt ", " was kept "),
	[REASON_NOT_REACHED] = WORDS(" var ikke holdt ", " was not kept "),
	[REASON_HOLDS] = WORDS(" holder indtil nu", " holds so far"),
	[REASON_BROKEN] = WORDS(" er brudt i den seneste måling",
	                        " is broken in the latest measurement"),
	[REASON_NO_CHANGE] = WORDS(" er ikke opfyldt endnu", " is not met yet"),
};

static const struct words way_words[REASON_COUNT] = {
	[REASON_RIGHT_WAY] = WORDS(", og det går den rigtige vej", ", and it goes the right way"),
	[REASON_NO_CHANGE] = WORDS(", men der er ingen ændring", ", but there is no change"),
	[REASON_WRONG_WAY] = WORDS(", men det går den forkerte vej", ", but it goes the wrong way"),
	[REASON_REACHED] = WORDS(", og det er nået", ", and that is met"),
	[REASON_NOT_REACHED] = WORDS(", men det blev ikke nået", ", but that was missed"),
};

static const struct words pace_words[VERDICT_COUNT] = {
	[VERDICT_ON_TRACK] = WORDS(", og tempoet er højt nok", ", and the pace is high enough"),
	[VERDICT_BEHIND] = WORDS(", men det går for langsomt", ", but it goes too slowly"),
	[VERDICT_OFF_TRACK] = WORDS(", men det går alt for langsomt", ", but it goes far too slowly"),
};

static void
clause_kept(struct sentence *s)
{
	const struct judgement *j = &s->g->j;

	say_words(s, &kept_words[j->reason]);
	if (j->reason == REASON_KEPT || j->reason == REASON_NOT_REACHED)
		say_at(s, j->by);
	clause_past(s, STR("holdt"), STR("kept"));
}

static void
clause_way(struct sentence *s)
{
	const struct judgement *j = &s->g->j;

	say_words(s, j->reason == REASON_PACE ? &pace_words[j->verdict] : &way_words[j->reason]);
}

static void
clause_reached(struct sentence *s)
{
	const struct judge *g = s->g;

	BUF_LIT(s->b, "; ");
	say_target(s);
	if (g->j.verdict == VERDICT_MISSED) {
		BUF_LIT(s->b, " ");
		say_by(s, g->j.by);
		SAY(s, " blev ikke nået", " was missed");
		clause_share_reached(s);
		return;
	}
	SAY(s, " er nået", " is met");
	if (!g->j.early)
		return;
	SAY(s, " før fristen ", " before its deadline ");
	say_at(s, g->j.by);
}

/* Level, change, and a gap with a level. */
static void
found_level(struct sentence *s)
{
	const struct judge *g = s->g;

	clause_move(s);
	if (g->kept) {
		BUF_LIT(s->b, "; ");
		say_target(s);
		clause_kept(s);
	} else if (g->j.verdict == VERDICT_MET || g->j.verdict == VERDICT_MISSED) {
		clause_reached(s);
	} else if (g->j.reason == REASON_SINGLE) {
		BUF_LIT(s->b, "; ");
		say_target(s);
		SAY(s, " er ikke nået, og der er kun målt én gang",
		    " is not met, and there is only one measurement");
	} else if (g->j.has_pace) {
		clause_progress(s);
		clause_need(s);
	} else {
		SAY(s, "; målet er ", "; the target is ");
		say_goal(s);
		clause_way(s);
		clause_need(s);
	}
}

static void
found_way(struct sentence *s)
{
	const struct judge *g = s->g;
	bool                falls = g->t->kind == TARGET_GAP || g->t->direction == DIRECTION_FALL;

	clause_move(s);
	SAY(s, "; der er lovet ", "; ");
	say_fall_or_rise(s, falls ? -1 : 1);
	if (g->j.has_by) {
		BUF_LIT(s->b, " ");
		say_by(s, g->j.by);
	}
	SAY(s, "", " was promised");
	clause_way(s);
}

static void
found_direction(struct sentence *s)
{
	if (s->g->t->direction == DIRECTION_HOLD)
		found_level(s);
	else
		found_way(s);
}

static void
found_gap(struct sentence *s)
{
	if (s->g->t->has_value)
		found_level(s);
	else
		found_way(s);
}

static void
found_rate(struct sentence *s)
{
	const struct judge *g = s->g;

	if (g->kept) {
		found_level(s);
		return;
	}
	clause_move(s);
	SAY(s, "; der er lovet ", "; ");
	say_fall_or_rise(s, number_sign(g->t->value));
	SAY(s, " på ", " of ");
	say_size(s, g->t->value, g->t->percent ? UNIT_PERCENT : judge_change_unit(g));
	SAY(s, " om året", " a year was promised");
	clause_way(s);
	clause_pace(s);
	clause_need(s);
}

static void
say_other(struct sentence *s)
{
	if (s->g->e->other_title.len > 0)
		say_title(s, s->g->e->other_title, s->g->e->other_title_en);
	else
		SAY(s, "sammenligningsgruppen", "the comparator set");
}

/* "0,04 procentpoint over gennemsnittet (1,16 pct.)" */
static void
clause_against(struct sentence *s)
{
	static const struct words sides[] = {
		WORDS(" under ", " below "),
		WORDS("på niveau med ", "level with "),
		WORDS(" over ", " above "),
	};
	const struct judge    *g = s->g;
	const struct quantity *v = &g->latest.shown.value, *o = &g->latest.other.value;
	struct number          rest;

	if (g->withheld) {
		SAY(s, ", sammenlignet med ", ", compared with ");
		say_other(s);
		SAY(s, " (mindst ét tal er tilbageholdt)", " (at least one figure is withheld)");
		return;
	}
	if (!v->has_point || !o->has_point || !number_sub(v->point, o->point, &rest))
		return;
	BUF_LIT(s->b, ", ");
	if (!number_is_zero(rest))
		say_size(s, rest, judge_change_unit(g));
	say_words(s, &sides[number_sign(rest) + 1]);
	say_other(s);
	BUF_LIT(s->b, " (");
	say_figure(s, &g->latest.other, judge_unit(g));
	BUF_LIT(s->b, ")");
}

static void
found_benchmark(struct sentence *s)
{
	clause_move(s);
	clause_against(s);
	if (s->g->relation == RELATION_LE)
		SAY(s, "; kravet om at ligge på eller under", "; the requirement to be at or below");
	else
		SAY(s, "; kravet om at ligge på eller over", "; the requirement to be at or above");
	clause_kept(s);
	if (s->g->e->in_own_set)
		SAY(s, "; byen indgår selv i sammenligningen",
		    "; the city is itself part of the comparison");
}

static void
found_parity(struct sentence *s)
{
	const struct judge *g = s->g;

	clause_move(s);
	BUF_LIT(s->b, ", ");
	SAY(s, "for ", "for ");
	if (g->e->other_title.len > 0)
		say_title(s, g->e->other_title, g->e->other_title_en);
	else
		SAY(s, "den anden gruppe", "the other group");
	SAY(s, " fra ", " from ");
	say_figure(s, &g->baseline.other, judge_unit(g));
	SAY(s, " til ", " to ");
	say_figure(s, &g->latest.other, judge_unit(g));
	if (g->t->direction == DIRECTION_FALL)
		SAY(s, "; kravet om mindst lige så stort et fald",
		    "; the requirement to fall at least as much");
	else
		SAY(s, "; kravet om mindst lige så stor en stigning",
		    "; the requirement to rise at least as much");
	clause_kept(s);
}

/* ---- counts, sets and milestones ---- */

/* "i 2009", "i 2010-2013": a window of whole years, however it was stated. */
static void
say_window(struct sentence *s)
{
	struct period w = s->g->window;
	struct date   from = date_of(w.from), last = date_of(w.to - 1);

	SAY(s, " i ", " in ");
	if (from.month != 1 || from.day != 1 || last.month != 12 || last.day != 31) {
		say_period(s, w);
		return;
	}
	buf_putf(s->b, "%d", from.year);
	if (last.year > from.year)
		buf_putf(s->b, "-%d", last.year);
}

static void
clause_remaining(struct sentence *s)
{
	const struct judge *g = s->g;
	struct number       rest;

	if (!g->j.has_needed || !number_sub(g->promised, g->done, &rest))
		return;
	SAY(s, "; der mangler ", "; ");
	say_number(s, number_trim(rest), UNIT_NUMBER);
	SAY(s, " ", " remain ");
	say_by(s, g->j.by);
	SAY(s, ", svarende til ", ", which is ");
	say_number(s, g->j.needed_per_year, UNIT_NUMBER);
	SAY(s, " om året", " a year");
}

static void
found_count(struct sentence *s)
{
	const struct judge *g = s->g;
	enum unit           u = figure_unit(g);

	say_figure(s, &g->latest.shown, g->withheld ? u : UNIT_NUMBER);
	if (g->withheld)
		BUF_LIT(s->b, ",");
	SAY(s, " af de lovede ", " of the promised ");
	say_number(s, g->t->value, u);
	say_window(s);
	SAY(s, " var nået ", " had been reached ");
	say_at(s, g->counted_to);
	if (g->j.verdict == VERDICT_MISSED)
		clause_share_reached(s);
	if (g->j.verdict == VERDICT_MISSED)
		SAY(s, "; målet blev ikke nået", "; the target was missed");
	else if (g->j.verdict == VERDICT_MET)
		SAY(s, "; målet er nået", "; the target is met");
	if (g->j.early) {
		SAY(s, " før fristen ", " before its deadline ");
		say_at(s, g->j.by);
	}
	if (g->j.has_pace) {
		clause_speed(s);
		clause_pace(s);
	} else if (g->j.reason == REASON_PACE) {
		clause_way(s);
	}
	clause_remaining(s);
	clause_past(s, STR("nået"), STR("met"));
}

static void
found_set(struct sentence *s)
{
	const struct judge *g = s->g;

	clause_move(s);
	if (g->failing == 0)
		SAY(s, ", og ingen er kommet til", ", and none has been added");
	else
		SAY(s, ", og der er kommet nye til: ", ", and there are new ones: ");
	if (g->failing > 0)
		buf_put(s->b, g->j.worst);
	if (g->t->direction == DIRECTION_FALL)
		SAY(s, "; kravet om færre og ingen nye", "; the requirement of fewer and no new ones");
	else
		SAY(s, "; kravet om ingen nye", "; the requirement of no new ones");
	clause_kept(s);
}

static void
found_milestone(struct sentence *s)
{
	const struct judge *g = s->g;

	if (!g->done_seen) {
		SAY(s, "det lovede var ikke gjort ", "what was promised was not done ");
		say_at(s, g->j.by);
		return;
	}
	SAY(s, "det lovede er gjort (", "what was promised is done (");
	say_period(s, g->latest.shown.period);
	BUF_LIT(s->b, ")");
	if (g->j.verdict == VERDICT_MISSED)
		SAY(s, ", men først efter fristen ", ", but only after its deadline ");
	else if (g->j.early)
		SAY(s, ", før fristen ", ", before its deadline ");
	else if (g->j.has_by)
		SAY(s, ", inden fristen ", ", within its deadline ");
	if (g->j.has_by)
		say_at(s, g->j.by);
}

/* "der er endnu ikke talt noget i 2012; tidligere: 2011 ikke nået" */
void
explain_uncounted(struct sentence *s)
{
	SAY(s, "der er endnu ikke talt noget", "nothing has been counted yet");
	say_window(s);
	clause_past(s, STR("nået"), STR("met"));
}

void
explain_found(struct sentence *s)
{
	static void (*const found[])(struct sentence *) = {
		[TARGET_LEVEL] = found_level,         [TARGET_CHANGE] = found_level,
		[TARGET_DIRECTION] = found_direction, [TARGET_RATE] = found_rate,
		[TARGET_GAP] = found_gap,             [TARGET_BENCHMARK] = found_benchmark,
		[TARGET_COUNT] = found_count,         [TARGET_SET] = found_set,
		[TARGET_MILESTONE] = found_milestone, [TARGET_PARITY] = found_parity,
	};

	found[s->g->t->kind](s);
}
