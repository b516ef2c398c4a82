/* evaluate.h - does an indicator keep its target's promise?
 *
 * Pure: no clock, no locale. Thresholds 0.95 / 0.60 / 0 follow Eurostat's
 * method for indicators with a quantitative target; the pace is linear and an
 * exact fraction. Rules, section by section, are domain.md, 4: Verdicts.
 */
#ifndef CORE_EVALUATE_H
#define CORE_EVALUATE_H

#include "core/target.h"

/* The pace from which a target is on track, and from which it is but behind. */
#define PACE_ON_TRACK NUMBER(95, 2)
#define PACE_BEHIND   NUMBER(60, 2)

/* id, code, Danish, English, icon */
#define VERDICTS(X)                                                          \
	X(MET,       "met",       "nået",              "met",       "✓")     \
	X(ON_TRACK,  "on_track",  "på vej",            "on track",  "↗")     \
	X(BEHIND,    "behind",    "bagud",             "behind",    "→")     \
	X(OFF_TRACK, "off_track", "langt fra",         "off track", "↘")     \
	X(AWAY,      "away",      "forkert vej",       "moving away", "↓")   \
	X(MISSED,    "missed",    "ikke nået",         "missed",    "✗")     \
	X(NO_DATA,   "no_data",   "ingen måling",      "no data",   "○")     \
	X(UNDEFINED, "undefined", "ikke formuleret",   "undefined", "–")

enum verdict {
#define X(id, code, da, en, icon) VERDICT_##id,
	VERDICTS(X)
#undef X
	VERDICT_COUNT
};

/* Why. Codes are part of the JSON; the words stand in the barometer's last column. */
#define REASONS(X)                                                                            \
	X(REACHED,          "reached",          "målet er nået",                      "the target is reached")              \
	X(REACHED_EARLY,    "reached_early",    "nået før tid",                       "reached before its deadline")        \
	X(KEPT,             "kept",             "holdt til og med sidste periode",    "kept through its last period")       \
	X(HOLDS,            "holds",            "holder indtil nu",                   "holds so far")                       \
	X(BROKEN,           "broken",           "brudt i seneste periode",            "broken in the latest period")        \
	X(PACE,             "pace",             "tempoet",                            "the pace")                           \
	X(RIGHT_WAY,        "right_way",        "den rigtige vej",                    "the right way so far")               \
	X(NO_CHANGE,        "no_change",        "ingen ændring",                      "no change")                          \
	X(WRONG_WAY,        "wrong_way",        "den forkerte vej",                   "the wrong way")                      \
	X(NOT_REACHED,      "not_reached",      "ikke nået til tiden",                "not reached in time")                \
	X(SINGLE,           "single",           "holder ikke, og kun målt én gang",   "does not hold, measured only once")  \
	X(DONE,             "done",             "gjort, med dokumentation",           "done, with evidence")                \
	X(NOT_DONE,         "not_done",         "ikke gjort til tiden",               "not done in time")                   \
	X(NEVER_MEASURED,   "never_measured",   "aldrig målt",                        "never measured")                     \
	X(ONLY_BASELINE,    "only_baseline",    "kun startmålingen findes",           "only the baseline is measured")      \
	X(DEADLINE_UNMEASURED, "deadline_unmeasured", "fristen er passeret uden måling", "the deadline passed, not measured") \
	X(NOT_MEASURABLE,   "not_measurable",   "kan endnu ikke måles",               "not measurable yet")                 \
	X(NOT_YET_DUE,      "not_yet_due",      "fristen er ikke nået",               "not due yet")                        \
	X(NOT_STATED,       "not_stated",       "intet mål, der kan kontrolleres",    "no target that can be checked")      \
	X(BASELINE_UNMEASURED, "baseline_unmeasured", "startmålingen mangler",       "the baseline is not measured")       \
	X(INVALID,          "invalid",          "målet modsiger sig selv",            "the target contradicts itself")      \
	X(TOO_LARGE,        "too_large",        "tallene er for store at regne med",  "the figures are too large to compute with")

enum reason {
#define X(id, code, da, en) REASON_##id,
	REASONS(X)
#undef X
	REASON_COUNT
};

struct str verdict_code(enum verdict v);
struct str verdict_word(enum verdict v, bool danish);
struct str verdict_icon(enum verdict v);
struct str reason_code(enum reason r);
struct str reason_word(enum reason r, bool danish);

struct member {                         /* a place, group or city of a target */
	struct str    title;
	struct series series;
};

/* Everything that a target is judged by. What a kind does not use is empty. */
struct evidence {
	const struct indicator *indicator;
	struct str              area;           /* title of the city or area */
	struct series           own;            /* the area and group A the target is about */
	struct series           other;          /* GAP, PARITY: group B. BENCHMARK: the set as one aggregate */
	struct str              group, group_en;        /* titles; may be empty, English ones always */
	struct str              other_title, other_title_en;
	const struct member    *members;        /* EACH_PLACE/GROUP; SET: one per area, values 0 and 1;
	                                         * BENCHMARK without aggregate: the set's cities */
	size_t                  member_count;
	bool                    in_own_set;     /* BENCHMARK: the area is itself in the set */
};

/* What a pace was computed from, so that a reader can do it again:
 * pace = (done / elapsed) / (promised / span). In days; of a rate `promised` is per
 * year and elapsed / span the years. */
struct working {
	struct number done, promised;
	int64_t       elapsed, span;
};

/* `worst`, in each: from good to bad met, on_track, behind, off_track, away, missed; then
 * the slower pace, then the worse figure. A member not measured decides nothing, but makes
 * a good verdict uncertain (other: no_data). SET: the new members, by name. */
struct judgement {
	enum verdict  verdict;
	enum reason   reason;
	bool          early, uncertain; /* early: met before its deadline */
	enum verdict  other_verdict;    /* == verdict where the ends agree */
	bool          not_each;         /* "in each" judged on an overall figure */
	bool          rebased;          /* the baseline was taken from a newer method version */
	bool          method_changed;   /* a level target met a break: not re-based */
	bool          has_pace;
	struct ratio  pace;
	struct number pace_shown;       /* half-up, two decimals */
	struct working working;         /* when has_pace */
	bool          kept;             /* judged as a target to be kept */
	enum relation relation;         /* that `required` was judged by */
	bool          has_other;        /* what `latest` was compared with: a group, a set of cities */
	struct observation other;
	bool          has_required;
	struct number required;         /* level that follows from the target, in the indicator's unit */
	bool          has_by;
	int32_t       by;               /* exclusive end of the deadline */
	bool          has_needed;
	struct number needed_per_year;  /* change per year from `as_of` to the deadline, two decimals */
	bool          has_baseline, has_latest;
	struct observation baseline, latest;    /* count: baseline 0 when the window opens,
	                                 * latest the total with the last one's source */
	struct str    worst;            /* title of the member that decides; may be empty */
	struct str    rule;             /* the rule that was used, one line, English code-free prose */
	struct str    da, en;           /* one sentence that can be read aloud */
};

/* Judge `t` by the observations known on `as_of` (days since 1970-01-01): those
 * whose exclusive period end is <= as_of. Texts are in `a` or borrowed from `t`
 * and `e`. Never fails: what cannot be judged is a verdict. */
struct judgement evaluate(struct arena *a, const struct target *t, const struct evidence *e,
                          int32_t as_of);

#endif
