#include "core/form.h"
#include "base/codes.h"

/* step, from, to, right */
#define TRANSITIONS(X)                                                          \
	X(SUBMIT,            DRAFT,         SUBMITTED,     FILL)                \
	X(SUBMIT,            RETURNED,      SUBMITTED,     FILL)                \
	X(WITHDRAW,          SUBMITTED,     DRAFT,         FILL)                \
	X(RETURN,            SUBMITTED,     RETURNED,      APPROVE_UNIT)        \
	X(APPROVE_UNIT,      SUBMITTED,     UNIT_APPROVED, APPROVE_UNIT)        \
	X(RETURN,            UNIT_APPROVED, RETURNED,      APPROVE_COMMITTEE)   \
	X(APPROVE_COMMITTEE, UNIT_APPROVED, APPROVED,      APPROVE_COMMITTEE)   \
	X(LAY,               APPROVED,      LAID,          PUBLISH)             \
	X(UNLOCK,            UNIT_APPROVED, RETURNED,      APPROVE_UNIT)        \
	X(UNLOCK,            APPROVED,      RETURNED,      APPROVE_COMMITTEE)   \
	X(UNLOCK,            LAID,          RETURNED,      PUBLISH)

const struct form_transition form_transition[] = {
#define X(step, from, to, right) { FORM_STEP_##step, FORM_##from, FORM_##to, RIGHT_##right },
	TRANSITIONS(X)
#undef X
};

const size_t form_transitions = COUNT_OF(form_transition);

const struct form_transition *
form_leads(enum form_state from, enum form_step step)
{
	for (size_t i = 0; i < form_transitions; i++)
		if (form_transition[i].from == from && form_transition[i].step == step)
			return &form_transition[i];
	return NULL;
}

bool
form_is_open(enum form_state s)
{
	return form_leads(s, FORM_STEP_SUBMIT) != NULL;
}

struct coded {
	struct str code, da, en;
};

static const struct coded states[FORM_STATE_COUNT] = {
#define X(id, code, da, en) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	FORM_STATES(X)
#undef X
};

static const struct coded answers[FORM_ANSWER_COUNT] = {
#define X(id, code, da, en) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	FORM_ANSWERS(X)
#undef X
};

static const struct coded expectations[FORM_EXPECTED_COUNT] = {
#define X(id, code, da, en) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	FORM_EXPECTATIONS(X)
#undef X
};

static const struct coded steps[FORM_STEP_COUNT] = {
#define X(id, code, da, en, says, approves) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	FORM_STEPS(X)
#undef X
};

static const struct {
	enum form_says says;
	bool           approves;
} step_info[FORM_STEP_COUNT] = {
#define X(id, code, da, en, says, approves) { says, approves },
	FORM_STEPS(X)
#undef X
};

/* code, title and from_code of one table of codes. */
#define CODED(name, type, table)                                                \
	struct str                                                              \
	name##_code(enum type x)                                                \
	{                                                                       \
		return table[x].code;                                           \
	}                                                                       \
	struct str                                                              \
	name##_title(enum type x, bool danish)                                  \
	{                                                                       \
		return danish ? table[x].da : table[x].en;                      \
	}                                                                       \
	bool                                                                    \
	name##_from_code(struct str code, enum type *ret)                       \
	{                                                                       \
		return CODE_READ(table, table->code, code, ret);                \
	}
CODED(form_state, form_state, states)
CODED(form_step, form_step, steps)
CODED(form_answer, form_answer, answers)
CODED(form_expected, form_expected, expectations)
#undef CODED

enum form_says
form_step_says(enum form_step s)
{
	return step_info[s].says;
}

bool
form_step_approves(enum form_step s)
{
	return step_info[s].approves;
}
