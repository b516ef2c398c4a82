/* target.h - a promise that a machine can check. (domain.md, 3: Targets)
 *
 * One struct with a kind; which members count is stated per kind:
 *
 *	LEVEL      relation value; deadline or keep; each
 *	CHANGE     value (signed) in `percent` or the indicator's own unit, from the baseline; deadline
 *	DIRECTION  direction; deadline when there is one. HOLD: as the baseline; where
 *	           the indicator has a better way, that way does not break it
 *	RATE       value (signed, indicator's unit) per year; deadline when there is one
 *	GAP        relation value (close: <= 0), or direction FALL with `value` unset;
 *	           the gap is group B minus group A, or the series itself where no
 *	           groups are given
 *	BENCHMARK  relation LE or GE against the comparator set; always kept
 *	COUNT      value in the window; each == EACH_YEAR: in every calendar year of it
 *	SET        direction HOLD: no new member; FALL: no new and at least one fewer; always kept
 *	MILESTONE  deadline; done when its series holds an observation of at least 1
 *	PARITY     direction; group A changes at least as much as group B; deadline
 *	UNDEFINED  stated as "?", "Ingen" or not at all
 */
#ifndef CORE_TARGET_H
#define CORE_TARGET_H

#include "core/indicator.h"

#define TARGET_KINDS(X)                                                      \
	X(LEVEL,     "level",     "niveau",               "level")           \
	X(CHANGE,    "change",    "ændring",              "change")          \
	X(DIRECTION, "direction", "retning",              "direction")       \
	X(RATE,      "rate",      "takt",                 "rate")            \
	X(GAP,       "gap",       "forskel",              "gap")             \
	X(BENCHMARK, "benchmark", "sammenligning",        "benchmark")       \
	X(COUNT,     "count",     "antal",                "count")           \
	X(SET,       "set",       "mængde",               "set")             \
	X(MILESTONE, "milestone", "milepæl",              "milestone")       \
	X(PARITY,    "parity",    "lige stor ændring",    "parity of change") \
	X(UNDEFINED, "undefined", "ikke formuleret",      "undefined")

enum target_kind {
#define X(id, code, da, en) TARGET_##id,
	TARGET_KINDS(X)
#undef X
	TARGET_KIND_COUNT
};

struct str target_kind_code(enum target_kind k);
MUST_CHECK bool target_kind_from_code(struct str code, enum target_kind *ret);

#define RELATIONS(X) X(GE, "at_least") X(LE, "at_most") X(EQ, "equal")

enum relation {
#define X(id, code) RELATION_##id,
	RELATIONS(X)
#undef X
	RELATION_COUNT
};

struct str relation_code(enum relation r);
MUST_CHECK bool relation_from_code(struct str code, enum relation *ret);

/* Held in every member: the worst one decides, and is named. */
#define EACHES(X) X(NONE, "") X(PLACE, "place") X(GROUP, "group") X(YEAR, "year")

enum each {
#define X(id, code) EACH_##id,
	EACHES(X)
#undef X
	EACH_COUNT
};

struct str each_code(enum each e);
MUST_CHECK bool each_from_code(struct str code, enum each *ret);

struct target {
	struct str       id, text, lang;        /* the promise as printed, its language */
	enum target_kind kind;
	enum relation    relation;
	enum direction   direction;
	struct number    value;                 /* when has_value */
	bool             has_value;
	bool             percent;               /* CHANGE, RATE: percent of the baseline */
	bool             keep;                  /* "fortsat", "fastholdes": to be kept, not reached */
	enum each        each;
	struct period    baseline;              /* when has_baseline: its observation's period */
	bool             has_baseline;
	struct period    deadline;              /* when has_deadline */
	bool             has_deadline;
	struct period    window;                /* COUNT: when has_window; else the deadline's own period */
	bool             has_window;
	struct quantity  printed;               /* when has_printed: the level the document prints */
	bool             has_printed;
	struct source    source;
};

/* Is it to be kept rather than reached? See "To be kept" in domain.md, 4; a
 * target that asks for no change is kept too, which evaluate() sees. */
bool target_is_kept(const struct target *t);

/* What cannot be a target: a level without value, a deadline that ends at or
 * before the baseline ends, a rate of zero, ... One line, or empty. */
struct str target_problem(const struct target *t);
struct str target_problem_word(const struct target *t, bool danish);

#endif
