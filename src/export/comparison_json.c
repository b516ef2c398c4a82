#include "export/comparison_json.h"
#include "export/indicator_json.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "export/words.h"

static const struct schema_field row_fields[] = {
	{ "id", "string", "Of the indicator: /api/v1/comparisons/{id}" },
	{ "indicator", "Named", NULL },
	{ "measure", "string", "What it counts in: see /api/v1/codes" },
	{ "with", "Named[]", "Sets of cities, and cities" },
	{ "latest", "LatestMeasurement?", "Of the city" },
	{ "targets", "Judgement[]", "Promised against a set" },
	{ NULL, NULL, NULL },
};

static const struct schema_field pair_fields[] = {
	{ "city", "Measurement", NULL },
	{ "other", "Measurement", NULL },
	{ "difference", "decimal?", "The city less the other" },
	{ "uncertain", "boolean", "The two figures may be the same" },
	{ NULL, NULL, NULL },
};

static const struct schema_field set_fields[] = {
	{ "id", "string", NULL },
	{ "title", "Words", NULL },
	{ "is_set", "boolean", "false: one city" },
	{ "from", "date?", NULL },
	{ "to", "date?", "The day after its last" },
	{ "members", "Named[]", NULL },
	{ "holds_city", "boolean", "The city is part of the figure it is held against" },
	{ "only_whole", "boolean", "Measured as one figure, none of the other cities alone" },
	{ "source", "Source", NULL },
	{ "series", "Series", NULL },
	{ "pairs", "ComparedPeriod[]", "Periods in which both are measured, newest first" },
	{ NULL, NULL, NULL },
};

static const struct schema_field comparison_fields[] = {
	{ "indicator", "Named", NULL },
	{ "measure", "string", NULL },
	{ "as_of", "date", NULL },
	{ "city", "Series", NULL },
	{ "sets", "ComparedSet[]", NULL },
	{ "targets", "Judgement[]", "Promised against a set" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_comparison[] = {
	{ "ComparisonRow", "An indicator that can be compared", row_fields, NULL, 0 },
	{ "ComparedPeriod", "The city and another in one period", pair_fields, NULL, 0 },
	{ "ComparedSet", "What the city is compared with", set_fields, NULL, 0 },
	{ "Comparison", "The city against others by one indicator", comparison_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
named_list(struct json *j, const char *key, const struct named *at, size_t n)
{
	json_member_array(j, key);
	for (size_t i = 0; i < n; i++) {
		json_object(j);
		json_member(j, "id", at[i].id);
		export_words(j, "title", at[i].title, at[i].title_en);
		json_end(j);
	}
	json_end(j);
}

static void
benchmarks(struct json *j, const struct barometer_row *const *at, size_t n)
{
	json_member_array(j, "targets");
	for (size_t i = 0; i < n; i++)
		if (at[i]->target->kind == TARGET_BENCHMARK)
			export_verdict(j, at[i]);
	json_end(j);
}

void
export_comparison_row(struct json *j, const struct comparison_row *r)
{
	json_object(j);
	json_member(j, "id", r->indicator.id);
	export_named(j, "indicator", &r->indicator);
	json_member(j, "measure", unit_code(r->is.unit));
	named_list(j, "with", r->with, r->withs);
	json_key(j, "latest");
	if (r->latest == NULL) {
		json_null(j);
	} else {
		json_object(j);
		export_observation(j, r->latest);
		json_end(j);
	}
	benchmarks(j, r->target, r->targets);
	json_end(j);
}

static void
pair(struct json *j, const struct comparison_pair *at)
{
	json_object(j);
	export_measured(j, "city", at->city);
	export_measured(j, "other", at->other);
	json_key(j, "difference");
	if (at->by.has)
		json_number(j, at->by.by);
	else
		json_null(j);
	json_member_bool(j, "uncertain", at->by.uncertain);
	json_end(j);
}

static void
set(struct json *j, const struct comparison_set *s)
{
	json_object(j);
	json_member(j, "id", s->set.id);
	export_words(j, "title", s->set.title, s->set.title_en);
	json_member_bool(j, "is_set", s->is_set);
	export_day(j, "from", s->has_start, s->starts);
	export_day(j, "to", s->has_end, s->ends);
	named_list(j, "members", s->member, s->members);
	json_member_bool(j, "holds_city", s->holds_city);
	json_member_bool(j, "only_whole", s->only_whole);
	json_key(j, "source");
	export_source(j, &s->source);
	json_key(j, "series");
	export_series(j, s->series);
	json_member_array(j, "pairs");
	for (size_t i = 0; i < s->pairs; i++)
		pair(j, &s->pair[i]);
	json_end(j);
	json_end(j);
}

void
export_comparison(struct json *j, const struct comparison_view *m)
{
	json_object(j);
	export_named(j, "indicator", &m->indicator.indicator);
	json_member(j, "measure", unit_code(m->indicator.is.unit));
	export_day(j, "as_of", true, m->indicator.as_of);
	json_key(j, "city");
	export_series(j, &m->indicator.own);
	json_member_array(j, "sets");
	for (size_t i = 0; i < m->len; i++)
		set(j, &m->at[i]);
	json_end(j);
	benchmarks(j, m->indicator.target, m->indicator.targets);
	json_end(j);
}
