#include "export/verdicts.h"
#include "export/records.h"

static const struct schema_field promise_fields[] = {
	{ "id", "string", NULL },
	{ "kind", "TargetKind", NULL },
	{ "text", "string", "The promise as printed" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field figure_fields[] = {
	{ "value", "decimal?", "null: no point was printed, or it is not shown" },
	{ "low?", "decimal?", "Of the interval that the figure lies in" },
	{ "high?", "decimal?", NULL },
	{ "qualifier?", "string", "circa, good, over, ...: see /api/v1/codes" },
	{ "missing?", "string", "Why there is no figure" },
	{ "withheld?", "boolean", "There is a figure, but it is not shown" },
	{ "withheld_because?", "string", "few (persons), neighbour (could be reckoned), part" },
	{ "from", "date?", NULL },
	{ "to", "date", "The day after its last" },
	{ "assumed", "boolean", "The period is assumed" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field required_fields[] = {
	{ "value", "decimal?", "The level that follows from the target" },
	{ "by", "date?", "The day after the deadline" },
	{ "printed", "decimal?", "The level that the document prints" },
	{ NULL, NULL, NULL },
};

static const struct schema_field verdict_fields[] = {
	{ "target", "Promise", NULL },
	{ "objective", "string?", NULL },
	{ "unit", "string?", "Short name of the committee or administration" },
	{ "indicator", "string?", NULL },
	{ "baseline", "Figure?", NULL },
	{ "latest", "Figure?", NULL },
	{ "required", "Required?", NULL },
	{ "verdict", "Verdict", NULL },
	{ "reason", "Reason", NULL },
	{ "early", "boolean", "Met before its deadline" },
	{ "pace", "decimal?", "Half-up, two decimals; 1 is exactly as fast as needed" },
	{ "uncertain", "boolean", "The ends of an interval would be judged differently" },
	{ "other_verdict", "Verdict?", NULL },
	{ "needed_per_year", "decimal?", "From the day it is judged on to the deadline" },
	{ "explanation", "Words", "A sentence that can be read aloud" },
	{ "not_each", "boolean", "\"In each\" was judged on an overall figure" },
	{ "rebased", "boolean", "The baseline is that of a newer method" },
	{ "method_changed", "boolean", NULL },
	{ "worst", "string?", "The place or group that decides" },
	{ "rule", "string", "The rule that was used" },
	{ "as_of", "date", "The day it is judged on" },
	{ "policy", "string?", NULL },
	{ "theme", "string?", NULL },
	{ "initiative", "string?", NULL },
	{ NULL, NULL, NULL },
};

static struct str
verdict_at(size_t i)
{
	return verdict_code((enum verdict)i);
}

static struct str
reason_at(size_t i)
{
	return reason_code((enum reason)i);
}

static struct str
kind_at(size_t i)
{
	return target_kind_code((enum target_kind)i);
}

const struct schema schemas_verdicts[] = {
	{ "Verdict", "How a target stands", NULL, verdict_at, VERDICT_COUNT },
	{ "Reason", "Why it stands so", NULL, reason_at, REASON_COUNT },
	{ "TargetKind", "What is promised", NULL, kind_at, TARGET_KIND_COUNT },
	{ "Promise", "A target as it was stated", promise_fields, NULL, 0 },
	{ "Figure", "A measurement as it is judged", figure_fields, NULL, 0 },
	{ "Required", "What the target asks for", required_fields, NULL, 0 },
	{ "Judgement", "A target, judged", verdict_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

void
export_day(struct json *j, const char *key, bool has, int32_t day)
{
	struct arena a = { 0 };

	json_member_or_null(j, key, has ? day_iso(&a, day) : STR_NONE);
	arena_free(&a);
}

void
export_days(struct json *j, const char *key, const int32_t *day, size_t n)
{
	struct arena a = { 0 };

	json_member_array(j, key);
	for (size_t i = 0; i < n; i++)
		json_text(j, day_iso(&a, day[i]));
	json_end(j);
	arena_free(&a);
}

/* A figure without a point is its interval. */
void
export_figure(struct json *j, const struct observation *o)
{
	const struct interval *i = &o->value.range;
	bool                   shown = !o->withheld && o->missing == MISSING_NONE;

	json_member_number_or_null(j, "value", shown && o->value.has_point, o->value.point);
	if (shown && !(o->value.has_point && o->value.qualifier == QUALIFIER_NONE)) {
		json_member_number_or_null(j, "low", i->low.exists, i->low.at);
		json_member_number_or_null(j, "high", i->high.exists, i->high.at);
		json_member(j, "qualifier", qualifier_code(o->value.qualifier));
	}
	json_member_some(j, "missing", missing_code(o->missing));
	if (!o->withheld)
		return;
	json_member_bool(j, "withheld", true);
	json_member(j, "withheld_because", withheld_code(o->withheld));
}

void
export_judged(struct json *j, const char *key, bool has, const struct observation *o)
{
	json_key(j, key);
	if (!has) {
		json_null(j);
		return;
	}
	json_object(j);
	export_figure(j, o);
	export_day(j, "from", o->period.from != DAY_MIN, o->period.from);
	export_day(j, "to", true, o->period.to);
	json_member_bool(j, "assumed", o->assumed);
	json_key(j, "source");
	export_source(j, &o->source);
	json_end(j);
}

static void
target(struct json *j, const struct target *t)
{
	json_key(j, "target");
	json_object(j);
	json_member(j, "id", t->id);
	json_member(j, "kind", target_kind_code(t->kind));
	json_member(j, "text", t->text);
	json_key(j, "source");
	export_source(j, &t->source);
	json_end(j);
}

static void
required(struct json *j, const struct barometer_row *r)
{
	const struct judgement *v = &r->judgement;

	json_key(j, "required");
	if (!v->has_required && !v->has_by && !r->target->has_printed) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member_number_or_null(j, "value", v->has_required, v->required);
	export_day(j, "by", v->has_by, v->by);
	json_member_number_or_null(j, "printed", r->target->has_printed && r->target->printed.has_point,
	    r->target->printed.point);
	json_end(j);
}

static void
notes(struct json *j, const struct barometer_row *r)
{
	const struct judgement *v = &r->judgement;

	json_member_bool(j, "not_each", v->not_each);
	json_member_bool(j, "rebased", v->rebased);
	json_member_bool(j, "method_changed", v->method_changed);
	json_member_or_null(j, "worst", v->worst);
	json_member(j, "rule", v->rule);
	export_day(j, "as_of", true, r->as_of);
	json_member_or_null(j, "policy", r->policy.id);
	json_member_or_null(j, "theme", r->theme.id);
	json_member_or_null(j, "initiative", r->initiative.id);
}

void
export_verdict(struct json *j, const struct barometer_row *r)
{
	const struct judgement *v = &r->judgement;

	json_object(j);
	target(j, r->target);
	json_member_or_null(j, "objective", r->objective.id);
	json_member_or_null(j, "unit", r->unit);
	json_member_or_null(j, "indicator", r->indicator.id);
	export_judged(j, "baseline", v->has_baseline, &v->baseline);
	export_judged(j, "latest", v->has_latest, &v->latest);
	required(j, r);
	json_member(j, "verdict", verdict_code(v->verdict));
	json_member(j, "reason", reason_code(v->reason));
	json_member_bool(j, "early", v->early);
	json_member_number_or_null(j, "pace", v->has_pace, v->pace_shown);
	json_member_bool(j, "uncertain", v->uncertain);
	json_member_or_null(j, "other_verdict", v->uncertain && v->other_verdict != v->verdict
	    ? verdict_code(v->other_verdict) : STR_NONE);
	json_member_number_or_null(j, "needed_per_year", v->has_needed, v->needed_per_year);
	json_key(j, "explanation");
	json_object(j);
	json_member(j, "da", v->da);
	json_member(j, "en", v->en);
	json_end(j);
	notes(j, r);
	json_end(j);
}

void
export_barometer(struct json *j, const struct barometer *b)
{
	json_array(j);
	for (size_t i = 0; i < b->len; i++)
		export_verdict(j, &b->at[i]);
	json_end(j);
}
