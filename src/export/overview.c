#include "export/overview.h"
#include "export/records.h"
#include "export/words.h"
#include "model/finding.h"
#include "model/overview_words.h"

static void
thing(struct json *j, const char *key, const struct named *n)
{
	if (n->id.len == 0)
		return;
	json_member(j, key, n->id);
}

static void
finding(struct json *j, const struct overview_printed *p, const struct overview_cell *at)
{
	struct number difference;

	json_key(j, "finding");
	json_object(j);
	json_member(j, "code", audit_code(AUDIT_SUM));
	json_member(j, "file", p->file);
	json_member_int(j, "line", p->source.line);
	json_member_int(j, "column", p->source.column);
	if (number_sub(p->kroner, at->before, &difference))
		json_member_number_or_null(j, "difference", true, difference);
	json_end(j);
}

/* What the paper prints where a cell is computed; "finding" where that differs. */
static void
printed(struct json *j, const struct overview *o, const struct overview_cell *at)
{
	json_member_array(j, "printed");
	for (size_t i = 0; i < o->columns; i++) {
		const struct overview_printed *p = overview_printed_at(o, &at[i]);

		if (p == NULL) {
			json_null(j);
			continue;
		}
		json_object(j);
		json_member_number_or_null(j, "amount", true, p->kroner);
		json_member_number_or_null(j, "as_printed", true, p->amount);
		json_member(j, "unit", budget_unit_code(p->unit));
		json_member_bool(j, "differs", p->differs);
		if (p->differs)
			finding(j, p, &at[i]);
		json_key(j, "source");
		export_source(j, &p->source);
		json_end(j);
	}
	json_end(j);
}

static void
footnote(struct json *j, size_t note)
{
	if (note == 0)
		return;
	json_member_count(j, "footnote", note);
}

static void
amounts(struct json *j, const char *key, const struct overview *o, const struct overview_cell *at)
{
	json_member_array(j, key);
	for (size_t i = 0; i < o->columns; i++) {
		if (at[i].has)
			json_number(j, at[i].kroner);
		else
			json_null(j);
	}
	json_end(j);
}

static void
cells(struct json *j, const struct overview *o, const struct overview_cell *at)
{
	amounts(j, "amounts", o, at);
	printed(j, o, at);
	if (!o->what_if)
		return;
	json_member_array(j, "before");
	for (size_t i = 0; i < o->columns; i++)
		json_number(j, at[i].before);
	json_end(j);
}

/* Versions of the budget kept apart, where a year has any. */
static void
years(struct json *j, const struct overview *o, const struct overview_line *l)
{
	json_member_array(j, "years");
	for (size_t y = 0; y < o->years; y++) {
		const struct budget_cell *cell = &l->year[y];

		if ((cell->has == 0 && !cell->unknown) || o->year[y] == BUDGET_UNSPLIT)
			continue;
		json_object(j);
		json_member_int(j, "year", o->year[y]);
		for (size_t m = 0; m < BUDGET_MEASURE_COUNT; m++)
			if (BUDGET_HAS(cell, m))
				json_member_number_or_null(j, budget_measure_code((enum budget_measure)m).at, true,
				    cell->at[m]);
		json_end(j);
	}
	json_end(j);
}

/* Amounts of several years that nobody split. */
static void
unsplit(struct json *j, const struct overview *o, const struct overview_line *l)
{
	json_member_array(j, "unsplit");
	for (size_t i = 0; i < o->unsplits; i++) {
		const struct overview_unsplit *s = &o->unsplit[i];

		if (&o->line[s->line] != l)
			continue;
		json_object(j);
		json_member_int(j, "from", s->from);
		json_member_int(j, "through", s->through);
		json_member(j, "version", budget_measure_code(s->version));
		json_member_number_or_null(j, "amount", true, s->kroner);
		json_end(j);
	}
	json_end(j);
}

static void
line(struct json *j, const struct overview *o, const struct overview_line *l)
{
	json_object(j);
	json_member(j, "id", l->line.id);
	json_member_some(j, "number", l->number);
	export_words_some(j, "title", l->line.title, l->line.title_en);
	json_member(j, "counts", overview_counts_code(l->counts));
	thing(j, l->counts == BUDGET_EARMARK ? "earmark_of" : "elsewhere", &l->elsewhere);
	export_words_some(j, "excluded", l->excluded, l->excluded_en);
	if (l->has_attribution)
		json_member_number_or_null(j, "attribution", true, l->attribution);
	json_member_some(j, "financing", l->financing);
	json_member_some(j, "unit", l->unit);
	json_member_some(j, "initiative", l->initiative);
	json_member_some(j, "agreement", l->agreement);
	json_member_some(j, "objective", l->objective);
	footnote(j, l->note);
	cells(j, o, l->at);
	if (l->year != NULL) {
		years(j, o, l);
		unsplit(j, o, l);
	}
	json_key(j, "source");
	export_source(j, &l->source);
	json_end(j);
}

static void
columns(struct json *j, const struct overview *o)
{
	json_member_array(j, "columns");
	for (size_t i = 0; i < o->columns; i++) {
		const struct overview_column *c = &o->column[i];

		if (c->year == BUDGET_UNSPLIT)
			json_text(j, STR("unsplit"));
		else if (c->year != 0)
			json_int(j, c->year);
		else
			json_text(j, c->measure == BUDGET_MEASURE_COUNT ? STR("total")
			    : budget_measure_code(c->measure));
	}
	json_end(j);
}

static void
result(struct json *j, const struct overview_result *r, bool what_if)
{
	json_object(j);
	thing(j, "initiative", &r->initiative);
	thing(j, "target", &r->promise);
	json_member(j, "unit", unit_code(r->measure));
	json_member_number_or_null(j, "result", true, r->result);
	json_member_int(j, "from", r->from);
	json_member_int(j, "through", r->through);
	json_member_bool(j, "promised", r->promised);
	json_member_bool(j, "whole_years", r->whole);
	json_member_number_or_null(j, "cost", true, r->cost);
	json_member_number_or_null(j, "cost_per_unit", true, r->each);
	if (what_if) {
		json_member_number_or_null(j, "cost_before", true, r->cost_before);
		json_member_number_or_null(j, "cost_per_unit_before", true, r->each_before);
	}
	json_end(j);
}

static void
groups(struct json *j, const struct overview *o)
{
	json_member_array(j, "groups");
	for (size_t g = 0; g < o->groups; g++) {
		const struct overview_group *group = &o->group[g];

		json_object(j);
		if (group->title.id.len > 0)
			json_member(j, "id", group->title.id);
		export_words_some(j, "title", group->title.title, group->title.title_en);
		footnote(j, group->note);
		cells(j, o, group->at);
		json_member_array(j, "lines");
		for (size_t i = 0; i < group->lines; i++)
			line(j, o, &o->line[group->first + i]);
		json_end(j);
		json_end(j);
	}
	json_end(j);
}

static void
open_overview(struct json *j, const struct overview *o)
{
	const struct named *of = o->policy.id.len > 0 ? &o->policy : &o->document;

	json_object(j);
	thing(j, "policy", &o->policy);
	thing(j, "document", &o->document);
	export_words_some(j, "title", of->title, of->title_en);
	json_member(j, "by", overview_by_code(o->by));
	columns(j, o);
	groups(j, o);
	json_key(j, "total");
	json_object(j);
	footnote(j, o->total_note);
	cells(j, o, o->total);
	json_end(j);
	json_member_array(j, "footnotes");
	for (size_t i = 0; i < o->notes; i++) {
		json_object(j);
		json_member(j, "da", o->note[i].da);
		json_member_some(j, "en", o->note[i].en);
		json_end(j);
	}
	json_end(j);
	json_member_array(j, "results");
	for (size_t i = 0; i < o->results; i++)
		result(j, &o->result[i], o->what_if);
	json_end(j);
}

void
export_overview(struct json *j, const struct overview *o)
{
	open_overview(j, o);
	json_end(j);
}

/* What a year or a committee pays, and who. */
static void
bar(struct json *j, const struct economy_bar *r)
{
	json_object(j);
	thing(j, "unit", &r->unit);
	if (r->year == BUDGET_UNSPLIT) {
		json_member(j, "year", STR("unsplit"));
	} else if (r->year != 0) {
		json_member_int(j, "year", r->year);
	}
	json_member_number_or_null(j, "amount", r->all.has, r->all.kroner);
	json_member_array(j, "parts");
	for (size_t f = 0; f < FINANCING_COUNT; f++) {
		if (!r->part[f].has)
			continue;
		json_object(j);
		json_member(j, "financing", financing_code((enum financing)f));
		json_member_number_or_null(j, "amount", true, r->part[f].kroner);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void
bars(struct json *j, const char *key, const struct economy_bar *at, size_t n)
{
	json_member_array(j, key);
	for (size_t i = 0; i < n; i++)
		bar(j, &at[i]);
	json_end(j);
}

void
export_economy(struct json *j, const struct economy_part *m)
{
	open_overview(j, m->overview);
	bars(j, "years", m->year, m->years);
	bars(j, "committees", m->committee, m->committees);
	if (m->has_refunds) {
		json_key(j, "paid");
		json_object(j);
		columns(j, m->paid);
		amounts(j, "gross", m->paid, m->gross);
		amounts(j, "refunded", m->paid, m->refunded);
		amounts(j, "net", m->paid, m->net);
		json_end(j);
	}
	json_end(j);
}

void
export_overviews(struct json *j, const struct overviews *o)
{
	json_array(j);
	for (size_t i = 0; i < o->len; i++)
		export_overview(j, &o->at[i]);
	json_end(j);
}
