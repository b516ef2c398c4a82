#include "export/verdicts.h"
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

void
export_day(struct json *j, const char *key, bool has, int32_t day)
{
	struct arena a = { 0 };

	json_member_or_null(j, key, has ? day_iso(&a, day) : STR_NONE);
	arena_free(&a);
}

/* A figure without a point is its interval. */
void
export_figure(struct json *j, const struct observation *o)
{
	const struct interval *i = &o->value.range;
	bool                   shown = !o->withheld && o->missing == MISSING_NONE;

	number_or_null(j, "value", shown && o->value.has_point, o->value.point);
	if (shown && !(o->value.has_point && o->value.qualifier == QUALIFIER_NONE)) {
		number_or_null(j, "low", i->low.exists, i->low.at);
		number_or_null(j, "high", i->high.exists, i->high.at);
		json_member(j, "qualifier", qualifier_code(o->value.qualifier));
	}
	json_member_some(j, "missing", missing_code(o->missing));
	if (!o->withheld)
		return;
	json_key(j, "withheld");
	json_bool(j, true);
}

static void
observation(struct json *j, const char *key, bool has, const struct observation *o)
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
	json_key(j, "assumed");
	json_bool(j, o->assumed);
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
	number_or_null(j, "value", v->has_required, v->required);
	export_day(j, "by", v->has_by, v->by);
	number_or_null(j, "printed", r->target->has_printed && r->target->printed.has_point,
	    r->target->printed.point);
	json_end(j);
}

static void
flag(struct json *j, const char *key, bool on)
{
	json_key(j, key);
	json_bool(j, on);
}

static void
notes(struct json *j, const struct barometer_row *r)
{
	const struct judgement *v = &r->judgement;

	flag(j, "not_each", v->not_each);
	flag(j, "rebased", v->rebased);
	flag(j, "method_changed", v->method_changed);
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
	observation(j, "baseline", v->has_baseline, &v->baseline);
	observation(j, "latest", v->has_latest, &v->latest);
	required(j, r);
	json_member(j, "verdict", verdict_code(v->verdict));
	json_member(j, "reason", reason_code(v->reason));
	flag(j, "early", v->early);
	number_or_null(j, "pace", v->has_pace, v->pace_shown);
	flag(j, "uncertain", v->uncertain);
	json_member_or_null(j, "other_verdict", v->uncertain && v->other_verdict != v->verdict
	    ? verdict_code(v->other_verdict) : STR_NONE);
	number_or_null(j, "needed_per_year", v->has_needed, v->needed_per_year);
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
