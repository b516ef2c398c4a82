/* Goals in words: status forms, actions, result goals, goals with their status. */
#include "app/accept.h"
#include "recognise/promise.h"

static int
document_year(const struct accept *x)
{
	return x->date.dated ? date_of(x->date.to - 1).year : 0;
}

static struct str
iso_or_none(struct arena *a, int32_t day)
{
	return day == DAY_MIN || day == DAY_MAX ? STR_NONE : day_iso(a, day);
}

static void
set_period(struct accept *x, struct noun_row *row, bool has, struct period p, size_t from,
           size_t to)
{
	if (!has || !p.dated)
		return;
	row->text[from] = iso_or_none(x->arena, p.from);
	row->text[to] = iso_or_none(x->arena, p.to);
}

static struct noun_row
target_row(struct accept *x, const struct target *t, struct str title)
{
	struct noun_row row = { 0 };

	row.text[TARGET_title] = title;
	row.text[TARGET_kind] = target_kind_code(t->kind);
	if (t->kind == TARGET_LEVEL || t->kind == TARGET_GAP || t->kind == TARGET_BENCHMARK)
		row.text[TARGET_relation] = relation_code(t->relation);
	row.text[TARGET_direction] = direction_code(t->direction);
	row.text[TARGET_scope] = each_code(t->each);
	row.text[TARGET_percent] = t->percent ? STR("1") : STR_NONE;
	row.text[TARGET_keep] = t->keep ? STR("1") : STR_NONE;
	if (t->has_value)
		row.text[TARGET_value] = number_plain(x->arena, t->value);
	if (t->has_printed && t->printed.has_point) {
		row.text[TARGET_printed] = number_plain(x->arena, t->printed.point);
		row.text[TARGET_printed_as] = qualifier_code(t->printed.qualifier);
	}
	set_period(x, &row, t->has_baseline, t->baseline, TARGET_baseline_from, TARGET_baseline_to);
	set_period(x, &row, t->has_deadline, t->deadline, TARGET_deadline_from, TARGET_deadline_to);
	set_period(x, &row, t->has_window, t->window, TARGET_window_from, TARGET_window_to);
	return row;
}

static int64_t
new_indicator(struct accept *x, struct str title, const struct promise *p, const struct field *f)
{
	struct noun_row row = { 0 };
	int64_t         id = accept_find(x, NOUN_INDICATOR, title);

	if (id != 0)
		return id;
	row.text[INDICATOR_title] = title;
	row.text[INDICATOR_measure] = unit_code(p->unit);
	row.text[INDICATOR_better] = direction_code(p->target.direction);
	return accept_add(x, NOUN_INDICATOR, title, &row, f);
}

static void
look_beside(struct target *t, const struct beside *beside)
{
	if (t->kind == TARGET_CHANGE && !t->has_printed) {
		t->has_printed = beside->has_printed;
		t->printed = beside->printed;
	}
	if (t->kind == TARGET_LEVEL && beside->falls)
		t->relation = RELATION_LE;
}

/* One promise of a goal's words, which may hold several: then each has its own. */
static int64_t
add_target(struct accept *x, const struct field *f, const struct promise *p, struct str title,
           struct str indicator_title, int64_t objective, int64_t initiative)
{
	struct noun_row row = target_row(x, &p->target, title);

	if (p->target.kind != TARGET_UNDEFINED) {
		row.ref[TARGET_indicator] = new_indicator(x, indicator_title, p, f);
		if (row.ref[TARGET_indicator] == 0)
			return 0;
	}
	row.ref[TARGET_objective] = objective;
	row.ref[TARGET_initiative] = initiative;
	return accept_add(x, NOUN_TARGET, title, &row, f);
}

bool
accept_goal(struct accept *x, const struct field *f, int64_t objective, int64_t initiative,
            struct str indicator_title, const struct beside *beside, int64_t *ret)
{
	struct promises all = promises_read(x->arena, f->text, document_year(x));
	int64_t         first = 0, id;

	for (size_t i = 0; i < all.len; i++) {
		struct promise *p = &all.at[i];
		struct str      title = quote_of(x->arena, all.len > 1 ? p->target.text : f->text);
		bool            own = all.len > 1 || missing_of_cell(indicator_title) != MISSING_NONE;

		if (beside != NULL)
			look_beside(&p->target, beside);
		id = add_target(x, f, p, title, own ? title : indicator_title, objective, initiative);
		if (id == 0)
			return false;
		first = first == 0 ? id : first;
	}
	*ret = first;
	return true;
}

static bool
add_goals(struct accept *x, const struct proposal *p, int64_t objective, int64_t initiative)
{
	struct str indicator = proposal_text(p, FIELD_INDICATOR);
	int64_t    target;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == FIELD_GOAL &&
		    !accept_goal(x, &p->at[i], objective, initiative, indicator, NULL,
		        &target))
			return false;
	return true;
}

static bool
add_activities(struct accept *x, const struct proposal *p, int64_t objective, int64_t initiative)
{
	for (size_t i = 0; i < p->len; i++) {
		const struct field *f = &p->at[i];
		struct noun_row     row = { 0 };

		if (f->kind != FIELD_ACTIVITY || missing_of_cell(f->text) != MISSING_NONE)
			continue;
		row.text[ACTIVITY_title] = f->text;
		row.ref[ACTIVITY_initiative] = initiative;
		row.ref[ACTIVITY_objective] = objective;
		if (accept_add(x, NOUN_ACTIVITY, f->text, &row, f) == 0)
			return false;
	}
	return true;
}

/* The size of a group: the first count of people in its description. */
static void
set_size(struct accept *x, struct noun_row *row, struct str text)
{
	struct diags    unread = diags_new(x->arena);
	struct readings r = phrase_read(x->arena, text, NOTATION_DA, &unread);

	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type != READING_NUMBER || !r.at[i].quantity.has_point)
			continue;
		if (number_cmp(r.at[i].quantity.point, NUMBER(100, 0)) < 0)
			continue;       /* ages, weeks and numbers of areas */
		row->text[TARGET_GROUP_size] = number_plain(x->arena, r.at[i].quantity.point);
		row->text[TARGET_GROUP_size_as] = qualifier_code(r.at[i].quantity.qualifier);
		return;
	}
}

static bool
add_target_group(struct accept *x, const struct proposal *p, int64_t initiative)
{
	const struct field *f = proposal_field(p, FIELD_TARGET_GROUP);
	struct noun_row     row = { 0 };

	if (f == NULL || missing_of_cell(f->text) != MISSING_NONE)
		return true;
	row.text[TARGET_GROUP_title] = f->text;
	row.text[TARGET_GROUP_characteristics] = proposal_text(p, FIELD_CHARACTERISTICS);
	row.ref[TARGET_GROUP_initiative] = initiative;
	set_size(x, &row, f->text);
	return accept_add(x, NOUN_TARGET_GROUP, f->text, &row, f) != 0;
}

static bool
add_contribution(struct accept *x, const struct proposal *p, int64_t initiative,
                 int64_t objective)
{
	struct field        place = proposal_place(p);
	const struct field *f = proposal_field(p, FIELD_CONTRIBUTION);
	struct noun_row     row = { 0 };

	if ((f == NULL || f->text.len == 0) && objective == 0)
		return true;
	row.text[CONTRIBUTION_title] = f == NULL ? STR_NONE : f->text;
	row.ref[CONTRIBUTION_initiative] = initiative;
	row.ref[CONTRIBUTION_objective] = objective;
	return accept_add(x, NOUN_CONTRIBUTION, f == NULL ? p->title : f->text, &row,
	    f == NULL ? &place : f) != 0;
}

static bool
add_status(struct accept *x, const struct proposal *p, int64_t initiative, int64_t target)
{
	const struct field *f = proposal_field(p, FIELD_STATUS);
	struct noun_row     row = { 0 };

	if (f == NULL)
		return true;
	row.text[STATUS_REPORT_title] = f->text;
	row.text[STATUS_REPORT_challenges] = proposal_text(p, FIELD_CHALLENGE);
	row.text[STATUS_REPORT_stated] = x->date.dated ? day_iso(x->arena, x->date.to - 1)
	                                               : STR_NONE;
	row.ref[STATUS_REPORT_initiative] = initiative;
	row.ref[STATUS_REPORT_target] = target;
	return accept_add(x, NOUN_STATUS_REPORT, p->title, &row, f) != 0;
}

static bool
add_initiative(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct field    place = proposal_place(p);
	struct noun_row row = { 0 };

	row.text[INITIATIVE_title] = p->title;
	row.text[INITIATIVE_number] = proposal_text(p, FIELD_NUMBER);
	row.text[INITIATIVE_economy] = proposal_text(p, FIELD_ECONOMY);
	row.text[INITIATIVE_followup] = proposal_text(p, FIELD_FOLLOWUP);
	row.ref[INITIATIVE_unit] = accept_unit(x, proposal_text(p, FIELD_COMMITTEE));
	if (!accept_mandate(x, proposal_field(p, FIELD_MANDATE), &row.ref[INITIATIVE_mandate]))
		return false;
	*ret = accept_add(x, NOUN_INITIATIVE, p->title, &row, &place);
	return *ret != 0;
}

bool
accept_status_form(struct accept *x, const struct proposal *p, int64_t *ret)
{
	int64_t initiative;

	if (!add_initiative(x, p, &initiative) || !add_target_group(x, p, initiative) ||
	    !add_activities(x, p, 0, initiative) || !add_goals(x, p, 0, initiative) ||
	    !add_contribution(x, p, initiative, 0) || !add_status(x, p, initiative, 0))
		return false;
	*ret = initiative;
	return true;
}

/* The objective that a proposal names, under its theme; 0: it names none. */
static bool
named_objective(struct accept *x, const struct proposal *p, int64_t *ret)
{
	const struct field *theme = proposal_field(p, FIELD_THEME);
	const struct field *f = proposal_field(p, FIELD_OBJECTIVE);
	struct noun_row     row = { 0 };

	*ret = 0;
	if (f == NULL || missing_of_cell(f->text) != MISSING_NONE)
		return true;
	*ret = accept_find(x, NOUN_OBJECTIVE, f->text);
	if (*ret != 0)
		return true;
	row.text[OBJECTIVE_title] = f->text;
	row.ref[OBJECTIVE_unit] = accept_unit(x, proposal_text(p, FIELD_COMMITTEE));
	if (theme != NULL && missing_of_cell(theme->text) == MISSING_NONE) {
		row.ref[OBJECTIVE_theme] = accept_titled(x, NOUN_THEME, THEME_title, theme);
		if (row.ref[OBJECTIVE_theme] == 0)
			return false;
	}
	*ret = accept_add(x, NOUN_OBJECTIVE, f->text, &row, f);
	return *ret != 0;
}

bool
accept_action(struct accept *x, const struct proposal *p, int64_t *ret)
{
	int64_t objective, initiative;

	if (!named_objective(x, p, &objective) || !add_initiative(x, p, &initiative) ||
	    !add_activities(x, p, objective, initiative) ||
	    !add_goals(x, p, objective, initiative) ||
	    !add_contribution(x, p, initiative, objective))
		return false;
	*ret = initiative;
	return true;
}

bool
accept_result_goal(struct accept *x, const struct proposal *p, int64_t *ret)
{
	const struct field *goal = proposal_field(p, FIELD_GOAL);
	struct field        stated = proposal_place(p);
	int64_t             objective, target;

	if (!named_objective(x, p, &objective) ||
	    !accept_goal(x, goal == NULL ? &stated : goal, objective, 0,
	        proposal_text(p, FIELD_INDICATOR), NULL, &target) ||
	    !add_activities(x, p, objective, 0) || !add_status(x, p, 0, target))
		return false;
	*ret = target;
	return true;
}

bool
accept_goal_status(struct accept *x, const struct proposal *p, int64_t *ret)
{
	return accept_result_goal(x, p, ret);
}
