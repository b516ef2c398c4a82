/* By which rule the figures give the verdict, and what speaks against it. */
#include "core/steps_rule.h"

struct writer {
	struct buf *b;
	bool        da;
};

static void
put(struct writer *w, const char *da, const char *en)
{
	buf_put(w->b, str_from(w->da ? da : en));
}

struct words {
	const char *da, *en;
};

static const struct words pace_rules[VERDICT_COUNT] = {
	[VERDICT_ON_TRACK] = { "tempoet er mindst 0,95", "the pace is at least 0.95" },
	[VERDICT_BEHIND] = { "tempoet er mindst 0,60, men under 0,95",
	                     "the pace is at least 0.60 but under 0.95" },
	[VERDICT_OFF_TRACK] = { "tempoet er under 0,60", "the pace is under 0.60" },
	[VERDICT_AWAY] = { "tempoet er under 0", "the pace is under 0" },
};

static const struct words rules[REASON_COUNT] = {
	[REASON_REACHED] = { "den måling, der afgør det, opfylder kravet",
	                     "the measurement that decides meets the condition" },
	[REASON_REACHED_EARLY] = { "den seneste måling opfylder kravet, før fristen",
	                           "the latest measurement meets the condition before the deadline" },
	[REASON_KEPT] = { "kravet holdt i den sidste måling af den lovede periode",
	                  "the requirement held in the last measurement of the promised period" },
	[REASON_HOLDS] = { "kravet skal holdes hele tiden, og det holder i den seneste måling",
	                   "it is to be kept all the time, and it holds in the latest measurement" },
	[REASON_BROKEN] = { "kravet skal holdes hele tiden, og den seneste måling bryder det",
	                    "it is to be kept all the time, and the latest measurement breaks it" },
	[REASON_PACE] = { "tempoet afgør det, men tallene bag er tilbageholdt",
	                  "the pace decides, but the figures behind it are withheld" },
	[REASON_RIGHT_WAY] = { "der er intet tempo at sammenligne med, og det går den rigtige vej",
	                       "there is no pace to compare with, and it goes the right way" },
	[REASON_NO_CHANGE] = { "der er lovet en ændring, og der er ingen",
	                       "a change was promised, and there is none" },
	[REASON_WRONG_WAY] = { "det går den forkerte vej", "it goes the wrong way" },
	[REASON_NOT_REACHED] = { "den sidste måling i den lovede periode opfylder ikke kravet",
	                         "the last measurement in the promised period does not meet the condition" },
	[REASON_SINGLE] = { "kravet er ikke opfyldt, og der er kun målt én gang",
	                    "the condition is not met, and there is only one measurement" },
	[REASON_DONE] = { "det lovede er gjort, med dokumentation",
	                  "what was promised is done, with evidence" },
	[REASON_NOT_DONE] = { "fristen er passeret, og det lovede var ikke gjort",
	                      "the deadline passed, and what was promised was not done" },
	[REASON_NEVER_MEASURED] = { "det, der ikke er målt, bliver ikke bedømt",
	                            "what is not measured is not judged" },
	[REASON_ONLY_BASELINE] = { "der skal en måling efter startmålingen til",
	                           "it takes a measurement after the baseline" },
	[REASON_DEADLINE_UNMEASURED] = { "en passeret frist bedømmes kun på målinger i dens egen periode",
	                                 "a passed deadline is judged by the measurements of its own period alone" },
	[REASON_NOT_MEASURABLE] = { "det, der ikke kan måles endnu, bliver ikke bedømt",
	                            "what cannot be measured yet is not judged" },
	[REASON_NOT_YET_DUE] = { "intet er for sent før sin dato", "nothing is missed before its date" },
	[REASON_NOT_STATED] = { "der er ikke sat et mål, der kan kontrolleres",
	                        "no target that can be checked was stated" },
	[REASON_BASELINE_UNMEASURED] = { "den startmåling, som målet nævner, findes ikke",
	                                 "the baseline that the target names is not there" },
	[REASON_INVALID] = { "et mål, der modsiger sig selv, bliver ikke bedømt",
	                     "a target that contradicts itself is not judged" },
	[REASON_TOO_LARGE] = { "tal, der ikke kan regnes nøjagtigt med, bliver ikke bedømt",
	                       "figures that cannot be computed exactly are not judged" },
};

/* Does the rounded pace hide which side of a threshold it is on? */
static bool
is_close(const struct judgement *j)
{
	return ratio_cmp(j->pace, j->pace_shown) != 0 &&
	    (number_cmp(j->pace_shown, NUMBER(95, 2)) == 0 ||
	     number_cmp(j->pace_shown, NUMBER(60, 2)) == 0 || number_is_zero(j->pace_shown));
}

static bool
by_pace(const struct judgement *j)
{
	return j->has_pace && pace_rules[j->verdict].da != NULL && j->reason != REASON_NO_CHANGE;
}

void
steps_rule(struct buf *b, const struct judgement *j, bool danish)
{
	struct writer       w = { b, danish };
	const struct words *rule = by_pace(j) ? &pace_rules[j->verdict] : &rules[j->reason];

	put(&w, "Regel: ", "Rule: ");
	put(&w, rule->da, rule->en);
	if (by_pace(j) && is_close(j))
		put(&w, " (uafrundet)", " (unrounded)");
	put(&w, ". Dom: ", ". Verdict: ");
	buf_put(b, verdict_word(j->verdict, danish));
}

bool
steps_doubt(struct buf *b, const struct judgement *j, bool danish)
{
	struct writer w = { b, danish };

	if (!j->uncertain)
		return false;
	if (j->other_verdict == j->verdict)
		put(&w, "Usikkert: det er ikke målt for hver enkelt",
		    "Uncertain: it is not measured for each of them");
	else if (j->other_verdict == VERDICT_NO_DATA)
		put(&w, "Usikkert: ikke alle er målt", "Uncertain: not all of them are measured");
	else {
		put(&w, "Usikkert: tallene er ikke præcise, og deres anden ende giver dommen ",
		    "Uncertain: the figures are not exact, and their other end gives the verdict ");
		buf_put(b, verdict_word(j->other_verdict, danish));
	}
	return true;
}
