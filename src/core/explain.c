/* The rule that was used, and the one sentence about it in each language. */
#include "core/clause.h"
#include "core/track.h"

#define SENTENCE_MAX 65536

/* ---- why there is nothing to judge ---- */

static const struct words silent_words[REASON_COUNT] = {
	[REASON_NOT_STATED] = WORDS("der er ikke formuleret et mål, der kan kontrolleres",
	                            "no target that can be checked was stated"),
	[REASON_INVALID] = WORDS("målet kan ikke bedømmes: ", "the target cannot be judged: "),
	[REASON_TOO_LARGE] = WORDS("målet kan ikke bedømmes: tallene er for store at regne med",
	                           "the target cannot be judged: the figures are too large to compute with"),
	[REASON_NEVER_MEASURED] = WORDS("der er ingen måling endnu", "there is no measurement yet"),
	[REASON_ONLY_BASELINE] = WORDS("kun startmålingen findes, så udviklingen kan ikke bedømmes endnu",
	                               "only the baseline is measured, so progress cannot be judged yet"),
	[REASON_BASELINE_UNMEASURED] = WORDS("startmålingen mangler, så udviklingen kan ikke bedømmes",
	                                     "the baseline is not measured, so progress cannot be judged"),
	[REASON_DEADLINE_UNMEASURED] = WORDS(" er passeret uden en måling i den lovede periode",
	                                     " has passed without a measurement in the promised period"),
	[REASON_NOT_MEASURABLE] = WORDS("målemetoden er under udvikling, så målet kan ikke bedømmes endnu",
	                                "the way to measure it is being developed, so the target cannot be judged yet"),
};

#define MISSING_WORDS(id, code, symbol, da, en) [MISSING_##id] = WORDS(da, en),
static const struct words missing_words[] = { MISSINGS(MISSING_WORDS) };
#undef MISSING_WORDS

/* What a kind says better than its reason alone. */
static const struct words *
silent_of(const struct judge *g)
{
	static const struct words never_both =
		WORDS("der er ingen periode, hvor begge er målt", "there is no period for which both are measured");
	static const struct words not_done =
		WORDS("det er ikke dokumenteret endnu, at det lovede er gjort",
		      "there is no evidence yet that what was promised is done");
	static const struct words not_open =
		WORDS("perioden, der tælles i, er ikke begyndt", "the period of counting has not begun");
	enum target_kind k = g->t->kind;
	bool             pair = k == TARGET_GAP || k == TARGET_BENCHMARK || k == TARGET_PARITY;

	if (g->j.reason == REASON_NEVER_MEASURED && pair && evidence_visible(g->e, g->as_of))
		return &never_both;
	if (g->j.reason == REASON_NOT_YET_DUE)
		return k == TARGET_MILESTONE ? &not_done : &not_open;
	return &silent_words[g->j.reason];
}

static void
say_silent(struct sentence *s)
{
	if (s->g->j.reason == REASON_DEADLINE_UNMEASURED) {
		SAY(s, "fristen ", "the deadline ");
		say_at(s, s->g->j.by);
	}
	say_words(s, silent_of(s->g));
}

static void
explain_silent(struct sentence *s)
{
	const struct judge *g = s->g;

	if (g->t->kind == TARGET_COUNT && g->j.reason == REASON_ONLY_BASELINE)
		explain_uncounted(s);
	else
		say_silent(s);
	if (g->j.reason == REASON_INVALID)
		buf_put(s->b, target_problem_word(g->t, s->da));
	if (g->j.verdict == VERDICT_UNDEFINED)
		return;
	if (g->t->kind == TARGET_MILESTONE) {
		/* A nought says no more than that. */
	} else if (g->j.has_latest) {
		SAY(s, "; seneste måling er ", "; the latest measurement is ");
		say_dated(s, &g->latest.shown, figure_unit(g));
	} else if (g->missing != MISSING_NONE) {
		SAY(s, "; oplyst som: ", "; stated as: ");
		say_words(s, &missing_words[g->missing]);
	}
	if (g->j.has_by && g->j.reason != REASON_DEADLINE_UNMEASURED) {
		SAY(s, "; fristen er ", "; the deadline is ");
		say_end(s, g->j.by);
	}
}

/* ---- what must be said besides ---- */

static void
note_printed(struct sentence *s)
{
	const struct judge *g = s->g;

	if (!g->t->has_printed || !g->j.has_required ||
	    interval_contains(g->t->printed.range, g->j.required))
		return;
	SAY(s, "; dokumentet skriver ", "; the document says ");
	quantity_write(s->b, g->t->printed, figure_unit(g), s->da ? NOTATION_DA : NOTATION_EN);
	SAY(s, ", men af målet følger ", ", but what follows from the target is ");
	say_number(s, g->j.required, figure_unit(g));
}

static void
note_method(struct sentence *s)
{
	if (s->g->j.rebased)
		SAY(s, "; målemetoden er ændret, så den lovede ændring regnes fra den første måling med den nye metode",
		    "; the method has changed, so the promised change counts from the first measurement with the new one");
	if (s->g->j.method_changed)
		SAY(s, "; målemetoden er ændret undervejs, men det lovede niveau står fast",
		    "; the method has changed on the way, but the promised level stands");
}

static void
note_members(struct sentence *s)
{
	const struct judge *g = s->g;

	if (g->unmeasured == 0 || g->judged == 0)
		return;
	SAY(s, "; ikke målt: ", "; not measured: ");
	buf_put(s->b, g->unmeasured_title);
	if (g->unmeasured < 2)
		return;
	SAY(s, " og ", " and ");
	buf_putf(s->b, "%zu", g->unmeasured - 1);
	if (g->unmeasured > 2)
		SAY(s, " andre", " others");
	else
		SAY(s, " anden", " other");
}

static void
note_uncertain(struct sentence *s)
{
	const struct judgement *j = &s->g->j;

	if (j->not_each)
		say_text(s, s->g->t->each == EACH_GROUP
		       ? STR("; usikkert, for det er ikke målt for hver gruppe")
		       : STR("; usikkert, for det er ikke målt for hvert sted"),
		    s->g->t->each == EACH_GROUP
		       ? STR("; uncertain, because it is not measured per group")
		       : STR("; uncertain, because it is not measured per place"));
	if (!j->uncertain || j->other_verdict == j->verdict)
		return;
	if (j->other_verdict == VERDICT_NO_DATA) {
		SAY(s, ", derfor usikkert", ", therefore uncertain");
		return;
	}
	SAY(s, "; usikkert: tallene kan også betyde »", "; uncertain: the figures could also mean “");
	buf_put(s->b, verdict_word(j->other_verdict, s->da));
	SAY(s, "«", "”");
}

/* "Dårligst står Nørrebro (2 af 5 klarer det ikke): " */
static void
lead_worst(struct sentence *s)
{
	const struct judge *g = s->g;

	if (g->judged == 0)
		return;
	if (g->failing > 0)
		SAY(s, "dårligst står ", "worst is ");
	else
		SAY(s, "svagest står ", "weakest is ");
	buf_put(s->b, g->j.worst);
	if (g->judged > 1 && g->failing > 0) {
		buf_putf(s->b, " (%zu", g->failing);
		SAY(s, " af ", " of ");
		buf_putf(s->b, "%zu", g->judged);
		SAY(s, " klarer det ikke)", " fall short)");
	} else if (g->judged > 1) {
		if (g->judged == 2)
			SAY(s, " (begge", " (both");
		else
			SAY(s, " (alle ", " (all ");
		if (g->judged > 2)
			buf_putf(s->b, "%zu", g->judged);
		SAY(s, " er nået eller på vej)", " are met or on track)");
	}
	BUF_LIT(s->b, ": ");
}

static void
capitalise(struct buf *b)
{
	if (b->len > 0 && b->at[0] >= 'a' && b->at[0] <= 'z')
		b->at[0] = (char)(b->at[0] - 'a' + 'A');
}

static struct str
write_sentence(struct judge *g, bool danish)
{
	struct buf      b;
	struct sentence s = { .b = &b, .g = g, .da = danish };
	struct str      text;

	buf_init(&b, SENTENCE_MAX);
	if (g->j.verdict == VERDICT_UNDEFINED || g->j.verdict == VERDICT_NO_DATA) {
		explain_silent(&s);
	} else {
		lead_worst(&s);
		explain_found(&s);
	}
	note_printed(&s);
	note_method(&s);
	note_members(&s);
	note_uncertain(&s);
	if (b.len > 0 && b.at[b.len - 1] != '.')        /* "64,40 pct." ends it already */
		BUF_LIT(&b, ".");
	capitalise(&b);
	/* Titles without end: the reason alone is still true. */
	text = str_dup(g->arena, buf_ok(&b) ? buf_str(&b) : reason_word(g->j.reason, danish));
	buf_free(&b);
	return text;
}

/* ---- the rule ---- */

static const struct str kind_rules[] = {
	[TARGET_LEVEL] = STR_INIT("The latest measurement reaches the level."),
	[TARGET_CHANGE] = STR_INIT("The latest measurement reaches the baseline plus the promised change."),
	[TARGET_DIRECTION] = STR_INIT("The latest measurement against the baseline: the right way, no change, or the wrong way."),
	[TARGET_RATE] = STR_INIT("Pace is the actual change per year over the promised change per year; 0.95 is on track, 0.60 behind."),
	[TARGET_GAP] = STR_INIT("The difference between the groups is the measurement."),
	[TARGET_BENCHMARK] = STR_INIT("Compared in the latest period for which the city and the comparator set are both measured."),
	[TARGET_COUNT] = STR_INIT("What is counted since the window opened; it starts at zero."),
	[TARGET_SET] = STR_INIT("No member in the latest period that was not there at the baseline."),
	[TARGET_MILESTONE] = STR_INIT("Done, with evidence, before the deadline."),
	[TARGET_PARITY] = STR_INIT("The group's change since the baseline is at least that of the other group."),
	[TARGET_UNDEFINED] = STR_INIT("No target that can be checked was stated."),
};

static const struct str reason_rules[REASON_COUNT] = {
	[REASON_PACE] = STR_INIT("Pace is the change so far per day over the promised change per day; 0.95 is on track, 0.60 behind."),
	[REASON_HOLDS] = STR_INIT("To be kept: on track while it holds, off track when the latest measured period breaks it."),
	[REASON_BROKEN] = STR_INIT("To be kept: on track while it holds, off track when the latest measured period breaks it."),
	[REASON_KEPT] = STR_INIT("To be kept: the last measurement in the promised period decides."),
	[REASON_RIGHT_WAY] = STR_INIT("Not there yet and no pace to compare with: judged by the direction since the baseline."),
	[REASON_NO_CHANGE] = STR_INIT("Not there yet and no pace to compare with: judged by the direction since the baseline."),
	[REASON_WRONG_WAY] = STR_INIT("Not there yet and no pace to compare with: judged by the direction since the baseline."),
	[REASON_REACHED] = STR_INIT("The condition holds in the measurement that decides."),
	[REASON_REACHED_EARLY] = STR_INIT("The condition holds in the latest measurement, before the deadline."),
	[REASON_NOT_REACHED] = STR_INIT("The last measurement in the promised period decides, and the condition does not hold."),
	[REASON_SINGLE] = STR_INIT("One measurement, which does not hold, and no deadline."),
	[REASON_ONLY_BASELINE] = STR_INIT("Progress needs a measurement after the baseline."),
	[REASON_BASELINE_UNMEASURED] = STR_INIT("Progress needs the baseline that the target names."),
	[REASON_DEADLINE_UNMEASURED] = STR_INIT("A passed deadline is judged by the measurements of its own period alone."),
	[REASON_NEVER_MEASURED] = STR_INIT("What is not measured is not judged."),
	[REASON_NOT_MEASURABLE] = STR_INIT("What cannot be measured yet is not judged."),
	[REASON_NOT_YET_DUE] = STR_INIT("Nothing is missed before its date."),
	[REASON_NOT_DONE] = STR_INIT("Missed when the deadline has passed and it is not done, with evidence."),
	[REASON_INVALID] = STR_INIT("A target that contradicts itself is not judged."),
	[REASON_TOO_LARGE] = STR_INIT("Figures that cannot be computed exactly are not judged."),
};

/* The kinds whose own rule says it all. */
static bool
kind_rules_itself(enum target_kind k)
{
	return k == TARGET_RATE || k == TARGET_DIRECTION || k == TARGET_BENCHMARK ||
	       k == TARGET_SET || k == TARGET_PARITY || k == TARGET_MILESTONE;
}

static struct str
rule_of(const struct judge *g)
{
	bool       judged = g->j.verdict != VERDICT_UNDEFINED && g->j.verdict != VERDICT_NO_DATA;
	struct str rule = reason_rules[g->j.reason];

	if (g->j.has_pace)
		rule = reason_rules[REASON_PACE];
	if (rule.len == 0 || (judged && kind_rules_itself(g->t->kind)))
		rule = kind_rules[g->t->kind];
	return rule;
}

void
explain(struct judge *g)
{
	g->j.rule = rule_of(g);
	g->j.da = write_sentence(g, true);
	g->j.en = write_sentence(g, false);
}
