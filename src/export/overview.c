#include "export/overview.h"
#include "export/records.h"

static void
number_or_null(struct json *j, const char *key, bool has, struct number n)
{
	json_key(j, key);
	if (has)
		json_number(j, n);
	else
		json_null(j);
}

static void
thing(struct json *j, const char *key, const struct named *n)
{
	if (n->id.len == 0)
		return;
	json_member(j, key, n->id);
}

static void
titles(struct json *j, const char *key, struct str da, struct str en)
{
	if (da.len == 0)
		return;
	json_key(j, key);
	json_object(j);
	json_member(j, "da", da);
	json_member_some(j, "en", en);
	json_end(j);
}

static void
cells(struct json *j, const struct overview *o, const struct overview_cell *at)
{
	json_key(j, "amounts");
	json_array(j);
	for (size_t i = 0; i < o->columns; i++) {
		if (at[i].has)
			json_number(j, at[i].kroner);
		else
			json_null(j);
	}
	json_end(j);
	if (!o->what_if)
		return;
	json_key(j, "before");
	json_array(j);
	for (size_t i = 0; i < o->columns; i++)
		json_number(j, at[i].before);
	json_end(j);
}

/* Versions of the budget kept apart, where a year has any. */
static void
years(struct json *j, const struct overview *o, const struct overview_line *l)
{
	json_key(j, "years");
	json_array(j);
	for (size_t y = 0; y < o->years; y++) {
		const struct budget_cell *cell = &l->year[y];

		if (cell->has == 0 && !cell->unknown)
			continue;
		json_object(j);
		json_key(j, "year");
		json_int(j, o->year[y]);
		for (size_t m = 0; m < BUDGET_MEASURE_COUNT; m++)
			if (BUDGET_HAS(cell, m))
				number_or_null(j, budget_measure_code((enum budget_measure)m).at, true,
				    cell->at[m]);
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
	titles(j, "title", l->line.title, l->line.title_en);
	json_member(j, "counts", overview_counts_code(l->counts));
	thing(j, "elsewhere", &l->elsewhere);
	titles(j, "excluded", l->excluded, l->excluded_en);
	if (l->has_attribution)
		number_or_null(j, "attribution", true, l->attribution);
	json_member_some(j, "financing", l->financing);
	json_member_some(j, "unit", l->unit);
	json_member_some(j, "initiative", l->initiative);
	json_member_some(j, "agreement", l->agreement);
	json_member_some(j, "objective", l->objective);
	if (l->note > 0) {
		json_key(j, "footnote");
		json_int(j, (int64_t)l->note);
	}
	cells(j, o, l->at);
	if (l->year != NULL)
		years(j, o, l);
	json_key(j, "source");
	export_source(j, &l->source);
	json_end(j);
}

static void
columns(struct json *j, const struct overview *o)
{
	json_key(j, "columns");
	json_array(j);
	for (size_t i = 0; i < o->columns; i++) {
		const struct overview_column *c = &o->column[i];

		if (c->year != 0)
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
	number_or_null(j, "result", true, r->result);
	json_key(j, "from");
	json_int(j, r->from);
	json_key(j, "through");
	json_int(j, r->through);
	json_key(j, "promised");
	json_bool(j, r->promised);
	json_key(j, "whole_years");
	json_bool(j, r->whole);
	number_or_null(j, "cost", true, r->cost);
	number_or_null(j, "cost_per_unit", true, r->each);
	if (what_if) {
		number_or_null(j, "cost_before", true, r->cost_before);
		number_or_null(j, "cost_per_unit_before", true, r->each_before);
	}
	json_end(j);
}

static void
groups(struct json *j, const struct overview *o)
{
	json_key(j, "groups");
	json_array(j);
	for (size_t g = 0; g < o->groups; g++) {
		const struct overview_group *group = &o->group[g];

		json_object(j);
		if (group->title.id.len > 0)
			json_member(j, "id", group->title.id);
		titles(j, "title", group->title.title, group->title.title_en);
		cells(j, o, group->at);
		json_key(j, "lines");
		json_array(j);
		for (size_t i = 0; i < group->lines; i++)
			line(j, o, &o->line[group->first + i]);
		json_end(j);
		json_end(j);
	}
	json_end(j);
}

static void
overview(struct json *j, const struct overview *o)
{
	json_object(j);
	thing(j, "policy", &o->policy);
	titles(j, "title", o->policy.title, o->policy.title_en);
	json_member(j, "by", overview_by_code(o->by));
	columns(j, o);
	groups(j, o);
	json_key(j, "total");
	json_object(j);
	cells(j, o, o->total);
	json_end(j);
	json_key(j, "footnotes");
	json_array(j);
	for (size_t i = 0; i < o->notes; i++) {
		json_object(j);
		json_member(j, "da", o->note[i].da);
		json_member_some(j, "en", o->note[i].en);
		json_end(j);
	}
	json_end(j);
	json_key(j, "results");
	json_array(j);
	for (size_t i = 0; i < o->results; i++)
		result(j, &o->result[i], o->what_if);
	json_end(j);
	json_end(j);
}

void
export_overviews(struct json *j, const struct overviews *o)
{
	json_array(j);
	for (size_t i = 0; i < o->len; i++)
		overview(j, &o->at[i]);
	json_end(j);
}
