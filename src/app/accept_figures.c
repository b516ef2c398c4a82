/* Figures in tables: indicators, projects of an agreement. */
#include "app/accept.h"
#include "app/observations.h"
#include "recognise/promise.h"

static struct str
code_of_unit(const struct reading *r)
{
	switch (r->type) {
	case READING_PERCENT:
		return r->unit == UNIT_POINT ? unit_code(UNIT_POINT) : unit_code(UNIT_SHARE);
	case READING_MONEY:
		return unit_code(UNIT_KRONER);
	case READING_NUMBER:
	case READING_PERIOD:
	case READING_MISSING:
		break;
	}
	return unit_code(UNIT_COUNT);
}

/* Is the level alone the goal, and lower than where it starts? Then it is not to
 * be exceeded. */
static bool
is_fall(struct accept *x, const struct field *level, const struct field *baseline)
{
	struct reading to, from;

	return level != NULL && baseline != NULL && accept_figure(x, level->text, &to) &&
	    accept_figure(x, baseline->text, &from) && to.quantity.has_point &&
	    from.quantity.has_point && to.quantity.qualifier == QUALIFIER_NONE &&
	    number_cmp(to.quantity.point, from.quantity.point) < 0;
}

bool
accept_indicator(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct field        place = proposal_place(p);
	struct reads        reads = { .arena = x->arena };
	const struct field *baseline = proposal_field(p, FIELD_BASELINE);
	const struct field *latest = proposal_field(p, FIELD_LATEST);
	const struct field *goal = proposal_field(p, FIELD_GOAL);
	const struct field *level = proposal_field(p, FIELD_TARGET);
	struct noun_row     row = { 0 };
	struct reading      r;
	struct period       stated = accept_period(proposal_text(p, FIELD_LATEST_DATE));
	int64_t             indicator = accept_find(x, NOUN_INDICATOR, p->title), target;

	row.text[INDICATOR_title] = p->title;
	row.text[INDICATOR_measure] = unit_code(UNIT_NUMBER);
	if ((baseline != NULL && accept_figure(x, baseline->text, &r)) ||
	    (latest != NULL && accept_figure(x, latest->text, &r)))
		row.text[INDICATOR_measure] = code_of_unit(&r);
	if (indicator == 0)
		indicator = accept_add(x, NOUN_INDICATOR, p->title, &row, &place);
	if (indicator == 0 ||
	    !accept_measurement(x, indicator, baseline,
	        accept_period(proposal_text(p, FIELD_BASELINE_DATE)), false) ||
	    !accept_measurement(x, indicator, latest, stated.dated ? stated : x->date, !stated.dated))
		return false;
	if (goal == NULL || promise_read(&reads, goal->text, 0).target.kind == TARGET_UNDEFINED)
		goal = level != NULL ? level : goal;
	if (goal != NULL && goal->text.len > 0 && !accept_goal(x, goal,
	    &(struct goal){ .indicator = p->title, .level = level,
	                    .falls = goal == level && is_fall(x, level, baseline) }, &target))
		return false;
	*ret = indicator;
	return true;
}

bool
accept_project(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct field        place = proposal_place(p);
	struct field        whole = { .text = x->title, .line = 1, .column = 1 };
	const struct field *agreement = proposal_field(p, FIELD_AGREEMENT);
	const struct field *amount = proposal_field(p, FIELD_AMOUNT);
	struct noun_row     row = { 0 };
	struct reading      r;
	int64_t             id;

	if (agreement == NULL && x->title.len > 0)
		agreement = &whole;
	if (agreement != NULL) {
		row.ref[PROJECT_agreement] =
		    accept_titled(x, NOUN_AGREEMENT, AGREEMENT_title, agreement);
		if (row.ref[PROJECT_agreement] == 0)
			return false;
	}
	row.text[PROJECT_title] = p->title;
	row.text[PROJECT_number] = proposal_text(p, FIELD_NUMBER);
	row.text[PROJECT_purpose] = proposal_text(p, FIELD_PURPOSE);
	row.text[PROJECT_status] = proposal_text(p, FIELD_STATUS);
	row.text[PROJECT_challenges] = proposal_text(p, FIELD_CHALLENGE);
	if (amount != NULL && accept_figure(x, amount->text, &r) && r.type == READING_MONEY &&
	    r.quantity.has_point) {
		row.text[PROJECT_kroner] = number_plain(x->arena, number_trim(r.quantity.point));
		row.text[PROJECT_recurrence] = recurrence_code(r.recurrence);
	}
	id = accept_add(x, NOUN_PROJECT, p->title, &row, &place);
	if (id == 0)
		return false;
	*ret = id;
	return true;
}
