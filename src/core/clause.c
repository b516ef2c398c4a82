#include "core/clause.h"
#include "core/trend.h"

void
say_text(struct sentence *s, struct str da, struct str en)
{
	buf_put(s->b, s->da ? da : en);
}

void
say_title(struct sentence *s, struct str da, struct str en)
{
	say_text(s, da, en.len > 0 ? en : da);
}

void
say_words(struct sentence *s, const struct words *w)
{
	say_text(s, w->da, w->en);
}

static enum notation
notation_of(const struct sentence *s)
{
	return s->da ? NOTATION_DA : NOTATION_EN;
}

void
say_number(struct sentence *s, struct number n, enum unit u)
{
	quantity_write(s->b, quantity_exact(n), u, notation_of(s));
}

void
say_size(struct sentence *s, struct number n, enum unit u)
{
	struct number size = number_trim(n);

	if (number_sign(n) < 0 && !number_neg(size, &size))
		return;
	say_number(s, size, u);
}

enum unit
figure_unit(const struct judge *g)
{
	bool gap = g->t->kind == TARGET_GAP;

	return gap ? judge_change_unit(g) : judge_unit(g);
}

void
say_figure(struct sentence *s, const struct observation *o, enum unit u)
{
	if (o->withheld == WITHHELD_SMALL && u == UNIT_PERSONS)
		SAY(s, "under 5, tilbageholdt", "under 5, withheld");
	else if (o->withheld)
		SAY(s, "et tilbageholdt tal", "a withheld figure");
	else if (!o->value.has_point && !o->value.range.low.exists && !o->value.range.high.exists)
		SAY(s, "et ukendt tal", "an unknown figure");
	else
		quantity_write(s->b, o->value, u, notation_of(s));
}

void
say_period(struct sentence *s, struct period p)
{
	p.deadline = false;
	period_write(s->b, p, s->da);
}

void
say_dated(struct sentence *s, const struct observation *o, enum unit u)
{
	say_figure(s, o, u);
	BUF_LIT(s->b, " (");
	say_period(s, o->period);
	if (o->assumed)
		SAY(s, ", antaget tidspunkt", ", assumed date");
	if (o->preliminary)
		SAY(s, ", foreløbigt", ", preliminary");
	BUF_LIT(s->b, ")");
}

/* The day before `to` as the end of a year, of a month, or as itself. */
static bool
ends_month(int32_t to)
{
	return date_of(to).day == 1;
}

void
say_end(struct sentence *s, int32_t to)
{
	struct date last = date_of(to - 1);

	if (!ends_month(to)) {
		if (s->da)
			BUF_LIT(s->b, "den ");
		day_write_long(s->b, to - 1, s->da);
		return;
	}
	SAY(s, "udgangen af ", "the end of ");
	if (last.month == 12)
		buf_putf(s->b, "%d", last.year);
	else
		say_period(s, period_make(day_of(last.year, last.month, 1), to, PRECISION_MONTH));
}

void
say_by(struct sentence *s, int32_t to)
{
	if (ends_month(to))
		SAY(s, "inden ", "by ");
	else
		SAY(s, "senest ", "by ");
	say_end(s, to);
}

void
say_at(struct sentence *s, int32_t to)
{
	if (ends_month(to))
		SAY(s, "ved ", "at ");
	else if (!s->da)
		BUF_LIT(s->b, "on ");
	say_end(s, to);
}

void
say_subject(struct sentence *s)
{
	if (s->g->t->kind == TARGET_GAP)
		SAY(s, "forskellen", "the gap");
	else
		say_text(s, unit_subject(judge_unit(s->g), true), unit_subject(judge_unit(s->g), false));
	if (s->g->t->kind != TARGET_PARITY)
		return;
	SAY(s, " for ", " for ");
	if (s->g->e->group.len > 0)
		say_title(s, s->g->e->group, s->g->e->group_en);
	else
		SAY(s, "gruppen", "the group");
}

void
say_goal(struct sentence *s)
{
	static const struct words relations[] = {
		[RELATION_GE] = WORDS("mindst ", "at least "),
		[RELATION_LE] = WORDS("højst ", "at most "),
		[RELATION_EQ] = WORDS("netop ", "exactly "),
	};

	if (!s->g->j.has_required) {
		SAY(s, "det aftalte niveau", "the agreed level");
		return;
	}
	say_words(s, &relations[s->g->relation]);
	say_number(s, s->g->j.required, figure_unit(s->g));
}

bool
closes_gap(const struct judge *g)
{
	return g->t->kind == TARGET_GAP && g->j.has_required && g->relation == RELATION_LE &&
	       number_is_zero(g->j.required);
}

/* "målet på mindst 80 pct.", "kravet om mindst 80 pct.", "målet om at lukke forskellen" */
void
say_target(struct sentence *s)
{
	if (s->g->kept)
		SAY(s, "kravet om ", "the requirement ");
	else
		SAY(s, "målet ", "the target ");
	if (closes_gap(s->g)) {
		say_text(s, s->g->kept ? STR("at lukke forskellen") : STR("om at lukke forskellen"),
		    STR("to close the gap"));
		return;
	}
	say_text(s, s->g->kept ? STR("") : STR("på "), STR("of "));
	say_goal(s);
}

void
say_fall_or_rise(struct sentence *s, int sign)
{
	if (sign < 0)
		SAY(s, "et fald", "a fall");
	else
		SAY(s, "en stigning", "a rise");
}

/* ---- clauses ---- */

static int
move_sign(const struct judge *g, bool *known)
{
	const struct quantity *b = &g->baseline.shown.value, *v = &g->latest.shown.value;

	*known = b->has_point && v->has_point && !g->withheld;
	return *known ? number_cmp(v->point, b->point) : 0;
}

static void
clause_level(struct sentence *s)
{
	say_subject(s);
	SAY(s, " var ", " was ");
	say_dated(s, &s->g->latest.shown, figure_unit(s->g));
}

static void
clause_unchanged(struct sentence *s)
{
	const struct judge *g = s->g;

	say_subject(s);
	SAY(s, " er uændret ", " is unchanged at ");
	say_figure(s, &g->latest.shown, figure_unit(g));
	BUF_LIT(s->b, " (");
	say_period(s, g->baseline.shown.period);
	SAY(s, " og ", " and ");
	say_period(s, g->latest.shown.period);
	BUF_LIT(s->b, ")");
}

void
clause_move(struct sentence *s)
{
	const struct judge *g = s->g;
	bool                known;
	int                 sign = move_sign(g, &known);

	if (!g->baseline_known ||
	    g->baseline.shown.period.to >= g->latest.shown.period.to) {
		clause_level(s);
		return;
	}
	if (known && sign == 0) {
		clause_unchanged(s);
		return;
	}
	say_subject(s);
	if (!known)
		SAY(s, " er gået fra ", " has gone from ");
	else if (sign > 0)
		SAY(s, " er steget fra ", " has risen from ");
	else
		SAY(s, " er faldet fra ", " has fallen from ");
	say_dated(s, &g->baseline.shown, figure_unit(g));
	SAY(s, " til ", " to ");
	say_dated(s, &g->latest.shown, figure_unit(g));
}

void
clause_speed(struct sentence *s)
{
	const struct judgement *j = &s->g->j;

	if (j->verdict == VERDICT_BEHIND)
		SAY(s, ", for langsomt", ", too slowly");
	else if (j->verdict == VERDICT_OFF_TRACK)
		SAY(s, ", alt for langsomt", ", far too slowly");
	else if (ratio_cmp(j->pace, NUMBER(105, 2)) > 0)
		SAY(s, ", hurtigere end nødvendigt", ", faster than needed");
	else
		SAY(s, ", omtrent så hurtigt som nødvendigt", ", about as fast as needed");
}

void
clause_pace(struct sentence *s)
{
	if (!s->g->j.has_pace)
		return;
	SAY(s, " (tempo ", " (pace ");
	number_write(s->b, s->g->j.pace_shown, s->da ? NOTATION_DA : NOTATION_EN);
	BUF_LIT(s->b, ")");
}

/* In percent of the baseline, as it was promised, one decimal. */
static bool
done_in_percent(const struct judge *g, struct number *ret)
{
	const struct quantity *b = &g->baseline.shown.value;
	struct ratio           r;

	return g->t->kind == TARGET_CHANGE && g->t->percent && b->has_point &&
	       ratio_of(g->done, 100, b->point, 1, &r) && ratio_round(r, 1, ret);
}

static void
clause_done(struct sentence *s)
{
	const struct judge *g = s->g;
	enum unit           u = judge_change_unit(g);
	struct number       percent;
	bool                relative = done_in_percent(g, &percent);

	SAY(s, ": ", ": ");
	say_size(s, relative ? percent : g->done, UNIT_NUMBER);
	SAY(s, " af de lovede ", " of the promised ");
	say_size(s, relative ? g->t->value : g->promised, relative ? UNIT_PERCENT : u);
}

static void
say_promised(struct sentence *s)
{
	const struct judge *g = s->g;
	bool                relative = g->t->kind == TARGET_CHANGE && g->t->percent;

	say_fall_or_rise(s, number_sign(g->promised));
	SAY(s, " på ", " of ");
	say_size(s, relative ? g->t->value : g->promised,
	         relative ? UNIT_PERCENT : judge_change_unit(g));
}

void
clause_progress(struct sentence *s)
{
	const struct judgement *j = &s->g->j;

	if (!s->g->has_change || !j->has_pace)
		return;
	if (j->reason == REASON_WRONG_WAY || j->reason == REASON_NO_CHANGE) {
		if (j->reason == REASON_WRONG_WAY)
			SAY(s, ": det går den forkerte vej, for der er lovet ",
			    ": it moves the wrong way, ");
		else
			SAY(s, ", men der er lovet ", ", but ");
		say_promised(s);
		SAY(s, "", " was promised");
		clause_pace(s);
		return;
	}
	clause_done(s);
	clause_speed(s);
	clause_pace(s);
}

void
clause_need(struct sentence *s)
{
	const struct judge *g = s->g;

	if (!g->j.has_needed || !g->j.has_required)
		return;
	if (closes_gap(g)) {
		SAY(s, "; for at lukke forskellen", "; to close the gap");
	} else {
		SAY(s, "; for at nå ", "; to reach ");
		say_number(s, g->j.required, figure_unit(g));
	}
	BUF_LIT(s->b, " ");
	say_by(s, g->j.by);
	SAY(s, " kræves ", " takes ");
	say_fall_or_rise(s, number_sign(g->j.needed_per_year));
	SAY(s, " på ", " of ");
	say_size(s, g->j.needed_per_year, judge_change_unit(g));
	SAY(s, " om året", " a year");
}

void
clause_share_reached(struct sentence *s)
{
	const struct judge    *g = s->g;
	const struct quantity *v = &g->latest.shown.value;
	enum unit              u = figure_unit(g);
	struct number          share;
	struct ratio           r;

	if (!g->j.has_required || !v->has_point || g->withheld || g->relation != RELATION_GE ||
	    (u != UNIT_COUNT && u != UNIT_PERSONS && u != UNIT_KRONER) ||
	    number_sign(g->j.required) <= 0 || number_sign(v->point) < 0)
		return;
	if (!ratio_of(v->point, 100, g->j.required, 1, &r) || !ratio_round(r, 1, &share))
		return;
	BUF_LIT(s->b, " (");
	say_number(s, number_trim(share), UNIT_PERCENT);
	SAY(s, " af målet)", " of the target)");
}

void
clause_past(struct sentence *s, struct str held_da, struct str held_en)
{
	const struct judge *g = s->g;

	for (size_t i = 0; i < g->past_count; i++) {
		if (i == 0)
			SAY(s, "; tidligere: ", "; earlier: ");
		else
			BUF_LIT(s->b, ", ");
		say_period(s, g->past[i].period);
		BUF_LIT(s->b, " ");
		if (!g->past[i].held)
			SAY(s, "ikke ", "not ");
		say_text(s, held_da, held_en);
	}
}
