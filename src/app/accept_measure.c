/* Measurements that a document states, and when they were made. */
#include "app/accept.h"
#include "app/observations.h"
#include "model/fault.h"
#include "recognise/forecast.h"

bool
accept_figure(struct accept *x, struct str text, struct reading *ret)
{
	struct diags    unread = diags_new(x->arena);
	struct readings r = phrase_read(x->arena, text, NOTATION_DA, &unread);

	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type == READING_PERIOD || r.at[i].type == READING_MISSING)
			continue;
		*ret = r.at[i];
		return true;
	}
	return false;
}

/* The figure as a row keeps it: the printed one, of a range both ends at one
 * scale. False: it says nothing that can be kept. */
static bool
keep_figure(const struct quantity *q, struct observation_row *row, struct observation_form *form)
{
	const struct bound *low = &q->range.low, *high = &q->range.high;
	struct number       n = low->at, end = high->at;

	form->qualifier = q->qualifier;
	if (!q->has_point && low->exists && high->exists && (q->qualifier == QUALIFIER_NONE ||
	    q->qualifier == QUALIFIER_CIRCA))
		form->qualifier = QUALIFIER_RANGE;      /* "en tredjedel" */
	if (!q->has_point && !low->exists && !high->exists)
		return false;
	if (q->has_point)
		n = q->point;
	else if (q->qualifier == QUALIFIER_UNDER || q->qualifier == QUALIFIER_ATMOST ||
	    q->qualifier == QUALIFIER_SCARCE)
		n = high->at;
	if (form->qualifier == QUALIFIER_RANGE) {
		uint8_t scale = n.scale > end.scale ? n.scale : end.scale;

		if (!number_rescale(n, scale, &n) || !number_rescale(end, scale, &end))
			return false;
		row->high = end.units;
	}
	row->value = n.units;
	form->scale = n.scale;
	return true;
}

static bool
store_observation(struct accept *x, int64_t indicator, const struct quantity *q,
                  struct period when, bool assumed, const struct field *f)
{
	struct observation_form form = { .precision = when.precision, .assumed = assumed };
	struct observation_row  row = {
		.indicator = indicator, .from = when.from, .to = when.to, .method = 1,
		.since = x->change, .until = UNTIL_NOW, .line = f->line, .column = f->column,
	};
	bool                    is_new;

	if (!keep_figure(q, &row, &form))
		return true;
	row.form = observation_pack(form);
	return accept_area(x, &row.area) && store_observations_put(x->store, &row, 1, &is_new);
}

/* A measurement, where the document gives or implies when it was made. One that
 * the register has already stays as it is. */
static bool
add_observation(struct accept *x, int64_t indicator, const struct field *f, struct period when,
                bool assumed)
{
	struct reading r;

	if (f == NULL || !when.dated || !accept_figure(x, f->text, &r))
		return true;
	return store_observation(x, indicator, &r.quantity, when, assumed, f);
}

/* "fra 49,5 pct. til 42,1 pct.": the second is how it stands. */
static bool
is_from_to(struct str text, const struct reading *a, const struct reading *b)
{
	return str_eq(str_trim(str_slice(text, a->end, b->at)), STR("til"));
}

/* ---- what is expected ---- */

struct expected {
	int64_t            indicator;
	struct observation_row  row;
	struct observation_form form;
	struct period      when;
};

static bool
counts_alike(const struct accept *x, int64_t indicator, const struct reading *r)
{
	enum unit u;

	if (snapshot_row(&x->sn, indicator) == NULL)
		return true;            /* it came with this paper */
	u = observations_unit(&x->sn, indicator);
	return (u == UNIT_SHARE || u == UNIT_PERCENT) == (r->type == READING_PERCENT) && u != UNIT_KRONER;
}

static const char *
read_expected(struct accept *x, const struct proposal *p, struct expected *to, enum field_kind *at)
{
	struct reading r;

	*at = FIELD_EXPECTED;
	if (!accept_figure(x, proposal_text(p, FIELD_EXPECTED), &r) ||
	    !keep_figure(&r.quantity, &to->row, &to->form))
		return N_("This is no figure that can be compared with a measurement.");
	*at = FIELD_PERIOD;
	to->when = accept_period(proposal_text(p, FIELD_PERIOD));
	if (!to->when.dated)
		return N_("It is not said when.");
	*at = FIELD_INDICATOR;
	to->indicator = accept_find(x, NOUN_INDICATOR, proposal_text(p, FIELD_INDICATOR));
	if (to->indicator == 0)
		return N_("There is no indicator of this name. Write the name of one, or make it first.");
	if (!counts_alike(x, to->indicator, &r))
		return N_("This indicator counts in something else.");
	*at = FIELD_KIND_COUNT;
	return x->date.dated ? NULL : N_("The paper has no date, so it is not known when this was "
	    "expected. Record it where prognoses are recorded.");
}

const char *
accept_refuses(struct accept *x, const struct proposal *p, enum field_kind *at)
{
	struct expected e = { 0 };

	return p->kind == PROPOSAL_PROGNOSIS ? read_expected(x, p, &e, at) : NULL;
}

bool
accept_prognosis(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct field    place = { .text = p->title, .line = p->line, .column = p->column };
	struct noun_row row = { 0 };
	struct expected e = { 0 };
	enum field_kind at;

	if (read_expected(x, p, &e, &at) != NULL) {
		*ret = 0;
		return true;
	}
	row.ref[PROGNOSIS_indicator] = e.indicator;
	row.text[PROGNOSIS_period_from] = day_iso(x->arena, e.when.from);
	row.text[PROGNOSIS_period_to] = day_iso(x->arena, e.when.to);
	row.text[PROGNOSIS_value] = number_plain(x->arena, NUMBER(e.row.value, e.form.scale));
	if (e.form.qualifier == QUALIFIER_RANGE)
		row.text[PROGNOSIS_high] = number_plain(x->arena, NUMBER(e.row.high, e.form.scale));
	else
		row.text[PROGNOSIS_qualifier] = qualifier_code(e.form.qualifier);
	row.text[PROGNOSIS_stated] = day_iso(x->arena, x->date.to - 1);
	*ret = accept_add(x, NOUN_PROGNOSIS, arena_printf(x->arena, "prognose " STR_FMT " " STR_FMT,
	    STR_ARG(proposal_text(p, FIELD_INDICATOR)), STR_ARG(proposal_text(p, FIELD_PERIOD))), &row, &place);
	return *ret != 0;
}

/* ---- how a goal stands ---- */

static bool
in_unit(const struct reading *r, enum unit unit)
{
	if (unit == UNIT_SHARE || unit == UNIT_PERCENT)
		return r->type == READING_PERCENT && r->unit == UNIT_PERCENT;
	return r->type == READING_NUMBER;
}

bool
accept_status_figure(struct accept *x, int64_t indicator, enum unit unit, const struct field *f)
{
	struct diags          unread = diags_new(x->arena);
	struct reads          reads = { .arena = x->arena };
	struct readings       r;
	const struct reading *figure = NULL, *when = NULL;
	size_t                figures = 0, periods = 0;

	if (indicator == 0 || f == NULL || forecast_is_spoken(&reads, f->text))
		return true;            /* what is expected was not measured */
	r = phrase_read(x->arena, f->text, NOTATION_DA, &unread);
	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type == READING_PERIOD && r.at[i].period.dated) {
			when = &r.at[i];
			periods++;
		} else if (in_unit(&r.at[i], unit)) {
			figures += figure == NULL || !is_from_to(f->text, figure, &r.at[i]);
			figure = &r.at[i];
		}
	}
	if (figures != 1 || periods > 1 || (periods == 0 && !x->date.dated))
		return true;
	return store_observation(x, indicator, &figure->quantity,
	    periods == 1 ? when->period : x->date, periods == 0, f);
}

/* "Startmåling forår 2007": the first period of a field's words. */
struct period
accept_period(struct str text)
{
	struct period p;
	size_t        end;

	for (size_t at = 0; at < text.len; at++)
		if (period_scan(text, at, &end, &p) == PERIOD_OK && p.dated && !p.deadline)
			return p;
	return (struct period){ 0 };
}

/* When a figure was measured: as its own cell says, else as its table or document
 * does. */
bool
accept_measurement(struct accept *x, int64_t indicator, const struct field *f, struct period otherwise,
          bool assumed)
{
	struct period own = f == NULL ? (struct period){ 0 } : accept_period(f->text);

	return own.dated ? add_observation(x, indicator, f, own, false)
	                 : add_observation(x, indicator, f, otherwise, assumed);
}
