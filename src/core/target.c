#include "core/target.h"
#include "base/codes.h"

#define KIND_CODE(id, code, da, en) STR_INIT(code),
#define PLAIN_CODE(id, code) STR_INIT(code),
static const struct str kind_codes[] = { TARGET_KINDS(KIND_CODE) };
static const struct str relation_codes[] = { RELATIONS(PLAIN_CODE) };
static const struct str each_codes[] = { EACHES(PLAIN_CODE) };
#undef KIND_CODE
#undef PLAIN_CODE

struct str
target_kind_code(enum target_kind k)
{
	return kind_codes[k];
}

bool
target_kind_from_code(struct str code, enum target_kind *ret)
{
	return CODE_READ(kind_codes, *kind_codes, code, ret);
}

struct str
relation_code(enum relation r)
{
	return relation_codes[r];
}

bool
relation_from_code(struct str code, enum relation *ret)
{
	return CODE_READ(relation_codes, *relation_codes, code, ret);
}

struct str
each_code(enum each e)
{
	return each_codes[e];
}

bool
each_from_code(struct str code, enum each *ret)
{
	return CODE_READ(each_codes, *each_codes, code, ret);
}

bool
target_is_kept(const struct target *t)
{
	switch (t->kind) {
	case TARGET_LEVEL:
		return t->keep || t->each == EACH_YEAR;
	case TARGET_CHANGE:
		return t->has_value && number_is_zero(t->value);
	case TARGET_DIRECTION:
		return t->direction == DIRECTION_HOLD;
	case TARGET_GAP:
		return t->has_value && (t->keep || t->each == EACH_YEAR);
	case TARGET_BENCHMARK:
	case TARGET_SET:
		return true;
	case TARGET_RATE:
	case TARGET_COUNT:
	case TARGET_MILESTONE:
	case TARGET_PARITY:
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		break;
	}
	return false;
}

/* id, Danish, English */
#define PROBLEMS(X)                                                                           \
	X(NONE,      "", "")                                                                  \
	X(VALUE,     "der mangler et tal i målet", "the target has no figure")                \
	X(ZERO,      "en takt på nul er intet løfte", "a rate of zero promises nothing")      \
	X(POSITIVE,  "et antal, der skal nås, må være over nul",                              \
	             "a count to be reached must be above zero")                              \
	X(DIRECTION, "målet siger ikke, hvilken vej det skal gå",                             \
	             "the target does not say which way")                                     \
	X(EQUAL,     "en sammenligning må være på eller under, eller på eller over",          \
	             "a benchmark must be at or below, or at or above")                       \
	X(WINDOW,    "et antal skal have en periode, det tælles i",                           \
	             "a count needs a period in which it is counted")                         \
	X(DEADLINE,  "fristen har intet årstal", "the deadline has no year")                  \
	X(BASELINE,  "startmålingen har intet årstal", "the baseline has no year")            \
	X(ORDER,     "fristen ligger ikke efter startmålingen",                               \
	             "the deadline is not after the baseline")

enum problem {
#define X(id, da, en) PROBLEM_##id,
	PROBLEMS(X)
#undef X
};

static const struct {
	struct str da, en;
} problem_words[] = {
#define X(id, da, en) { STR_INIT(da), STR_INIT(en) },
	PROBLEMS(X)
#undef X
};

static enum problem
dates_problem(const struct target *t)
{
	if (t->has_deadline && !t->deadline.dated)
		return PROBLEM_DEADLINE;
	if (t->has_baseline && !t->baseline.dated)
		return PROBLEM_BASELINE;
	if (t->has_deadline && t->has_baseline && t->deadline.to <= t->baseline.to)
		return PROBLEM_ORDER;
	return PROBLEM_NONE;
}

static enum problem
count_problem(const struct target *t)
{
	const struct period *w = t->has_window ? &t->window : &t->deadline;

	if (!t->has_value)
		return PROBLEM_VALUE;
	if (number_sign(t->value) <= 0)
		return PROBLEM_POSITIVE;
	if (!t->has_window && !t->has_deadline)
		return PROBLEM_WINDOW;
	/* A window is counted from its first day: it must have one. */
	if (!w->dated || w->from == DAY_MIN || w->to == DAY_MAX || w->from >= w->to)
		return PROBLEM_WINDOW;
	return PROBLEM_NONE;
}

static enum problem
gap_problem(const struct target *t)
{
	if (t->has_value || t->direction == DIRECTION_FALL)
		return PROBLEM_NONE;
	return t->direction == DIRECTION_NONE ? PROBLEM_VALUE : PROBLEM_DIRECTION;
}

static enum problem
rate_problem(const struct target *t)
{
	if (!t->has_value)
		return PROBLEM_VALUE;
	return number_is_zero(t->value) ? PROBLEM_ZERO : PROBLEM_NONE;
}

static enum problem
kind_problem(const struct target *t)
{
	enum direction d = t->direction;

	switch (t->kind) {
	case TARGET_LEVEL:
	case TARGET_CHANGE:
		return t->has_value ? PROBLEM_NONE : PROBLEM_VALUE;
	case TARGET_DIRECTION:
		return d == DIRECTION_NONE ? PROBLEM_DIRECTION : PROBLEM_NONE;
	case TARGET_RATE:
		return rate_problem(t);
	case TARGET_GAP:
		return gap_problem(t);
	case TARGET_BENCHMARK:
		return t->relation == RELATION_EQ ? PROBLEM_EQUAL : PROBLEM_NONE;
	case TARGET_COUNT:
		return count_problem(t);
	case TARGET_SET:
		return d == DIRECTION_HOLD || d == DIRECTION_FALL ? PROBLEM_NONE : PROBLEM_DIRECTION;
	case TARGET_PARITY:
		return d == DIRECTION_RISE || d == DIRECTION_FALL ? PROBLEM_NONE : PROBLEM_DIRECTION;
	case TARGET_MILESTONE:
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		break;
	}
	return PROBLEM_NONE;
}

static enum problem
problem_of(const struct target *t)
{
	enum problem p;

	if (t->kind == TARGET_UNDEFINED)
		return PROBLEM_NONE;
	p = dates_problem(t);
	return p != PROBLEM_NONE ? p : kind_problem(t);
}

struct str
target_problem(const struct target *t)
{
	return problem_words[problem_of(t)].en;
}

struct str
target_problem_word(const struct target *t, bool danish)
{
	enum problem p = problem_of(t);

	return danish ? problem_words[p].da : problem_words[p].en;
}
