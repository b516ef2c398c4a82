/* Goals in words: status forms, actions, result goals, goals with their status. */
#include "app/accept.h"
#include "base/utf8.h"
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

/* A count that names no time is a level: "mindst 20 medarbejdere melder sig". */
static void
count_without_time(struct target *t)
{
	if (t->kind != TARGET_COUNT || t->has_window || t->has_deadline)
		return;
	t->kind = TARGET_LEVEL;
	t->relation = RELATION_GE;
}

/* "64,00 pct." in a column of its own, beside "øges med 10 procentpoint". */
static void
printed_level(struct accept *x, struct target *t, const struct field *level)
{
	struct reading r;

	if (t->has_printed || t->kind != TARGET_CHANGE || level == NULL ||
	    !accept_figure(x, level->text, &r) || !r.quantity.has_point)
		return;
	t->printed = r.quantity;
	t->has_printed = true;
}

static bool
add_target(struct accept *x, struct promise *p, const struct field *f, const struct goal *g,
           int64_t *ret)
{
	struct str      title = quote_of(x->arena, p->target.text.len > 0 ? p->target.text : f->text);
	struct str      measured = g->indicator;
	struct noun_row row;
	int64_t         id;

	count_without_time(&p->target);
	printed_level(x, &p->target, g->level);
	if (p->target.kind == TARGET_LEVEL && g->falls)
		p->target.relation = RELATION_LE;
	row = target_row(x, &p->target, title);
	if (p->target.kind != TARGET_UNDEFINED) {
		if (missing_of_cell(measured) != MISSING_NONE)
			measured = title;
		row.ref[TARGET_indicator] = new_indicator(x, measured, p, f);
		if (row.ref[TARGET_indicator] == 0)
			return 0;
	}
	row.ref[TARGET_objective] = g->objective;
	row.ref[TARGET_initiative] = g->initiative;
	id = accept_add(x, NOUN_TARGET, title, &row, f);
	if (id == 0)
		return false;
	*ret = id;
	/* A change is nothing without its baseline, and a status rarely dates it. */
	if (p->target.kind != TARGET_LEVEL && p->target.kind != TARGET_COUNT)
		return true;
	return accept_status_figure(x, row.ref[TARGET_indicator], p->unit, g->status);
}

bool
accept_goal(struct accept *x, const struct field *f, const struct goal *g, int64_t *ret)
{
	struct reads    reads = { .arena = x->arena };
	struct promises all = promises_read(&reads, f->text, document_year(x));
	struct goal     one = *g;
	int64_t         id, first = 0;

	if (all.len > 1) {              /* whose would they be? */
		one.status = NULL;
		one.indicator = STR_NONE;
	}
	for (size_t i = 0; i < all.len; i++) {
		if (!add_target(x, &all.at[i], f, &one, &id))
			return false;
		first = first == 0 ? id : first;
	}
	*ret = first;
	return true;
}

static bool
add_goals(struct accept *x, const struct proposal *p, int64_t objective, int64_t initiative)
{
	struct goal g = { .objective = objective, .initiative = initiative,
	                  .indicator = proposal_text(p, FIELD_INDICATOR) };
	int64_t     target;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == FIELD_GOAL && !accept_goal(x, &p->at[i], &g, &target))
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

/* "Målsætning 2: Flere unge i fritidslivet" without its label. */
static struct str
objective_words(struct accept *x, struct str text)
{
	const size_t label_max = 24;
	struct str   rest = text, head = str_cut(&rest, ':');

	if (rest.len == 0 || head.len > label_max ||
	    !str_starts(utf8_fold(x->arena, head), STR("maalsaetning")))
		return text;
	return str_trim(rest);
}

/* The objective that a proposal names, under its theme; 0: it names none. */
static bool
named_objective(struct accept *x, const struct proposal *p, int64_t *ret)
{
	const struct field *theme = proposal_field(p, FIELD_THEME);
	const struct field *f = proposal_field(p, FIELD_OBJECTIVE);
	struct noun_row     row = { 0 };
	struct str          words;

	*ret = 0;
	if (f == NULL || missing_of_cell(f->text) != MISSING_NONE)
		return true;
	words = objective_words(x, f->text);
	*ret = accept_find(x, NOUN_OBJECTIVE, words);
	if (*ret != 0)
		return true;
	row.text[OBJECTIVE_title] = words;
	row.ref[OBJECTIVE_unit] = accept_unit(x, proposal_text(p, FIELD_COMMITTEE));
	if (theme != NULL && missing_of_cell(theme->text) == MISSING_NONE) {
		row.ref[OBJECTIVE_theme] = accept_titled(x, NOUN_THEME, THEME_title, theme);
		if (row.ref[OBJECTIVE_theme] == 0)
			return false;
	}
	*ret = accept_add(x, NOUN_OBJECTIVE, words, &row, f);
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
	struct goal         g = { .indicator = proposal_text(p, FIELD_INDICATOR),
	                          .status = proposal_field(p, FIELD_STATUS) };
	int64_t             target;

	if (!named_objective(x, p, &g.objective) ||
	    !accept_goal(x, goal == NULL ? &stated : goal, &g, &target) ||
	    !add_activities(x, p, g.objective, 0) || !add_status(x, p, 0, target))
		return false;
	*ret = target;
	return true;
}

bool
accept_goal_status(struct accept *x, const struct proposal *p, int64_t *ret)
{
	return accept_result_goal(x, p, ret);
}
