/* What is laid before the council becomes part of the register. */
#include "app/form_fields.h"
#include "app/form_step.h"
#include "core/budget.h"

struct laying {
	struct form_work *w;
	struct arena     *a;
	struct things    *things;
	struct snapshot   sn;           /* what is replaced is found here */
	int64_t           change;
	struct str        title, period;
	int64_t           kept[POSTED_MAX];     /* reports that hold still */
	size_t            keeps;
};

static struct str
value(const struct laying *l, enum form_field f)
{
	return form_value(&l->w->values, form_field_info[f].code);
}

/* A row in place of the one that stands, or a new thing. */
static bool
put_row(struct laying *l, enum noun noun, int64_t id, struct str words, struct noun_row *row)
{
	struct store *s = l->w->d->s;

	row->id = id;
	row->since = l->change;
	row->until = UNTIL_NOW;
	if (snapshot_row(&l->sn, id) != NULL && !store_noun_end(s, noun, id, l->change))
		return false;
	if (id == 0)
		row->id = things_add(l->things, s, noun, things_new_key(l->things, l->a, noun, words));
	return row->id != 0 && store_noun_add(s, noun, row);
}

/* ---- reports ---- */

struct laid {
	int64_t *target, *report;
	size_t   len;
};

static bool
find_laid(struct laying *l, struct laid *ret)
{
	struct store *s = l->w->d->s;
	struct param  p[] = { P_INT(l->w->head.id) };
	enum stmt     q = STMT_FORM_LAID_OF;
	size_t        cap = 0, caps = 0;

	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(s, q)) {
		ARENA_GROW(l->a, ret->target, ret->len, &cap);
		ARENA_GROW(l->a, ret->report, ret->len, &caps);
		ret->target[ret->len] = store_int(s, q, 0);
		ret->report[ret->len++] = store_int(s, q, 1);
	}
	return !store_failed(s);
}

static int64_t
laid_before(const struct laid *laid, int64_t target)
{
	for (size_t i = 0; i < laid->len; i++)
		if (laid->target[i] == target)
			return laid->report[i];
	return 0;
}

/* What every report of the form says of itself. */
static struct noun_row
report_row(const struct laying *l)
{
	struct noun_row row = { 0 };

	row.ref[STATUS_REPORT_initiative] = l->w->owner.initiative->id;
	row.text[STATUS_REPORT_stated] = str_slice(l->w->d->at, 0, 10);
	row.text[STATUS_REPORT_starts] = day_iso(l->a, l->w->head.from);
	row.text[STATUS_REPORT_ends] = day_iso(l->a, l->w->head.to);
	return row;
}

static bool
put_report(struct laying *l, const struct laid *laid, int64_t target, struct noun_row *row)
{
	int64_t    before = laid_before(laid, target);
	struct str words = arena_printf(l->a, STR_FMT " " STR_FMT, STR_ARG(l->title), STR_ARG(l->period));
	bool       ok = put_row(l, NOUN_STATUS_REPORT, before, words, row);

	if (ok && l->keeps < COUNT_OF(l->kept))
		l->kept[l->keeps++] = row->id;
	if (ok && before == 0) {
		struct param p[] = { P_INT(l->w->head.id), P_INT(target), P_INT(row->id) };

		ok = store_run(l->w->d->s, STMT_FORM_LAID_ADD, p, COUNT_OF(p));
	}
	return ok;
}

static bool
put_whole(struct laying *l, const struct laid *laid)
{
	struct noun_row row = report_row(l);

	row.text[STATUS_REPORT_title] = value(l, FORM_FIELD_STATUS);
	row.text[STATUS_REPORT_challenges] = value(l, FORM_FIELD_CHALLENGES);
	row.text[STATUS_REPORT_expected] = value(l, FORM_FIELD_EXPECTED);
	row.text[STATUS_REPORT_condition] = value(l, FORM_FIELD_CONDITION);
	row.text[STATUS_REPORT_action] = value(l, FORM_FIELD_ACTION);
	row.text[STATUS_REPORT_links] = value(l, FORM_FIELD_LINKS);
	return put_report(l, laid, 0, &row);
}

static bool
put_goals(struct laying *l, const struct laid *laid)
{
	struct form_goal *goal;
	size_t            n = form_goals(l->a, l->w->ed, &l->w->owner, &goal);

	for (size_t i = 0; i < n; i++) {
		struct noun_row row = report_row(l);

		row.ref[STATUS_REPORT_target] = goal[i].target;
		row.text[STATUS_REPORT_title] = form_value(&l->w->values, goal[i].text);
		row.text[STATUS_REPORT_answers] = form_value(&l->w->values, goal[i].kind);
		if (row.text[STATUS_REPORT_title].len > 0 && !put_report(l, laid, goal[i].target, &row))
			return false;
	}
	return true;
}

/* What was said before about a target that is no longer answered for. */
static bool
end_others(struct laying *l, const struct laid *laid)
{
	for (size_t i = 0; i < laid->len; i++) {
		bool kept = snapshot_row(&l->sn, laid->report[i]) == NULL;

		for (size_t k = 0; k < l->keeps; k++)
			kept |= l->kept[k] == laid->report[i];
		if (!kept && !store_noun_end(l->w->d->s, NOUN_STATUS_REPORT, laid->report[i], l->change))
			return false;
	}
	return true;
}

/* ---- money ---- */

/* The line that was named, else the only one there is, else a new one. */
static bool
find_line(struct laying *l, int64_t *ret)
{
	struct form_line *line;
	size_t            n = form_lines(l->a, l->w->ed, &l->w->owner, &line);
	struct noun_row   row = { 0 };
	int64_t           id = 0;

	if (n == 1)
		id = line[0].id;
	else if (n > 1 && !str_int(value(l, FORM_FIELD_LINE), &id))
		return false;
	if (id == 0) {
		row.text[BUDGET_LINE_title] = l->title;
		row.ref[BUDGET_LINE_policy] = l->w->owner.policy;
		row.ref[BUDGET_LINE_unit] = l->w->owner.initiative->ref[INITIATIVE_unit];
		row.ref[BUDGET_LINE_initiative] = l->w->owner.initiative->id;
		if (!put_row(l, NOUN_BUDGET_LINE, 0, l->title, &row))
			return false;
		id = row.id;
	}
	*ret = id;
	return true;
}

/* The spending of that year on that line, when it is known. */
static const struct noun_row *
find_amount(const struct laying *l, int64_t line, struct str year)
{
	struct str actual = budget_measure_code(BUDGET_ACTUAL);

	for (size_t i = 0; i < l->sn.len[NOUN_AMOUNT]; i++) {
		const struct noun_row *row = &l->sn.row[NOUN_AMOUNT][i];

		if (row->ref[AMOUNT_budget_line] == line && str_eq(row->text[AMOUNT_year], year) &&
		    row->text[AMOUNT_through].len == 0 && str_eq(row->text[AMOUNT_version], actual))
			return row;
	}
	return NULL;
}

static bool
put_money(struct laying *l)
{
	struct str             spent = value(l, FORM_FIELD_SPENT);
	struct str             year = str_slice(day_iso(l->a, l->w->head.to - 1), 0, 4);
	const struct noun_row *old;
	struct noun_row        row = { 0 };
	int64_t                line;

	if (spent.len == 0)
		return true;
	if (!find_line(l, &line))
		return false;
	old = find_amount(l, line, year);
	row.ref[AMOUNT_budget_line] = line;
	row.text[AMOUNT_year] = year;
	row.text[AMOUNT_version] = budget_measure_code(BUDGET_ACTUAL);
	row.text[AMOUNT_kroner] = spent;
	return put_row(l, NOUN_AMOUNT, old != NULL ? old->id : 0, arena_printf(l->a, STR_FMT " " STR_FMT,
	    STR_ARG(l->title), STR_ARG(year)), &row);
}

/* By which change it was, so that undoing that is known to concern the form. */
static bool
put_change(const struct laying *l)
{
	struct param p[] = { P_INT(l->change), P_INT(l->w->head.id) };

	return store_run(l->w->d->s, STMT_FORM_LAID_AS, p, COUNT_OF(p));
}

bool
form_lay(struct form_work *w)
{
	struct laying *l = ARENA_NEW(w->d->a, struct laying);
	struct laid    laid = { 0 };
	struct period  period = period_make(w->head.from, w->head.to,
	    precision_of_days(w->head.from, w->head.to));

	l->w = w;
	l->a = w->d->a;
	l->title = snapshot_title(&w->ed->sn, w->owner.initiative->id);
	l->period = period_text(l->a, period, true);
	l->things = things_load(l->a, w->d->s);
	return l->things != NULL && snapshot_load(l->a, w->d->s, l->things, 0,
	    NOUN_BIT(STATUS_REPORT) | NOUN_BIT(AMOUNT) | NOUN_BIT(BUDGET_LINE), &l->sn) &&
	    find_laid(l, &laid) &&
	    deed_change(w->d, arena_printf(l->a, "Status for " STR_FMT ", " STR_FMT ", forelagt rådet",
	    STR_ARG(l->title), STR_ARG(l->period)), 0, &l->change) &&
	    put_whole(l, &laid) && put_goals(l, &laid) && end_others(l, &laid) && put_money(l) &&
	    put_change(l);
}
