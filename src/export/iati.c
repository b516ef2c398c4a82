#include "export/iati.h"
#include "export/words.h"
#include "model/cube.h"
#include <stdio.h>

static const struct schema_field results_fields[] = {
	{ "version", "string", "2.03" },
	{ "result", "IatiResult[]", "One a target" },
	{ NULL, NULL, NULL },
};

static const struct schema_field result_fields[] = {
	{ "ref", "string", "The key of the target, else of the indicator" },
	{ "type", "string", "2: an outcome" },
	{ "aggregation-status", "boolean", "May it be added to others? It may not" },
	{ "title", "IatiNarrative[]", NULL },
	{ "indicator", "IatiIndicator[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field narrative_fields[] = {
	{ "xml:lang", "string", NULL },
	{ "narrative", "string", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field indicator_fields[] = {
	{ "measure", "string", "1: unit, 2: percentage" },
	{ "ascending", "boolean", "Is more better?" },
	{ "aggregation-status", "boolean", NULL },
	{ "title", "IatiNarrative[]", NULL },
	{ "description?", "IatiNarrative[]", NULL },
	{ "reference", "IatiReference[]", NULL },
	{ "baseline", "IatiBaseline[]", NULL },
	{ "period", "IatiPeriod[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field reference_fields[] = {
	{ "vocabulary", "string", "99: the publisher's own" },
	{ "code", "string", "The key of the indicator" },
	{ NULL, NULL, NULL },
};

static const struct schema_field baseline_fields[] = {
	{ "year", "string", NULL },
	{ "iso-date", "date", "Its last day" },
	{ "value?", "decimal", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field period_fields[] = {
	{ "period-start", "date", NULL },
	{ "period-end", "date", "Its last day" },
	{ "target", "IatiValue[]", NULL },
	{ "actual", "IatiValue[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field value_fields[] = {
	{ "value?", "decimal", "Left out where it is withheld or was not stated" },
	{ "comment?", "IatiNarrative[]", "The promise as it was given; why there is no figure" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_iati[] = {
	{ "IatiResults", "Targets and figures as results of IATI", results_fields, NULL, 0 },
	{ "IatiResult", "What is to be reached", result_fields, NULL, 0 },
	{ "IatiNarrative", "A text in a language", narrative_fields, NULL, 0 },
	{ "IatiIndicator", "What a result is measured by", indicator_fields, NULL, 0 },
	{ "IatiReference", "A key in a vocabulary", reference_fields, NULL, 0 },
	{ "IatiBaseline", "Where it began", baseline_fields, NULL, 0 },
	{ "IatiPeriod", "What was aimed at and reached in a time", period_fields, NULL, 0 },
	{ "IatiValue", "A figure of a period", value_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_narrative(struct json *j, const char *lang, struct str text)
{
	if (text.len == 0)
		return;
	json_object(j);
	json_member(j, "xml:lang", str_from(lang));
	json_member(j, "narrative", text);
	json_end(j);
}

static void
put_words(struct json *j, const char *key, struct str da, struct str en)
{
	json_member_array(j, key);
	put_narrative(j, "da", da);
	put_narrative(j, "en", en);
	json_end(j);
}

static void
put_day(struct json *j, const char *key, int32_t day)
{
	struct arena a = { 0 };

	json_member(j, key, day_iso(&a, day));
	arena_free(&a);
}

/* A figure, or why there is none. */
static void
put_value(struct json *j, const struct observation *o)
{
	struct number n;

	if (cube_figure(o, &n)) {
		json_key(j, "value");
		json_number(j, n);
	} else if (o->withheld != WITHHELD_NOT) {
		put_words(j, "comment", withheld_words(o->withheld, true),
		    withheld_words(o->withheld, false));
	}
}

static void
put_baseline(struct json *j, const struct judgement *v)
{
	json_member_array(j, "baseline");
	if (v != NULL && v->has_baseline) {
		char year[8];
		struct date d = date_of(v->baseline.period.to - 1);

		(void)snprintf(year, sizeof year, "%04d", d.year);
		json_object(j);
		json_member(j, "year", str_from(year));
		put_day(j, "iso-date", v->baseline.period.to - 1);
		if (cube_shows(&v->baseline))
			put_value(j, &v->baseline);
		json_end(j);
	}
	json_end(j);
}

/* What was measured: no target, one actual. */
static void
put_measured(struct json *j, const struct observation *o)
{
	json_object(j);
	put_day(j, "period-start", o->period.from != DAY_MIN ? o->period.from : o->period.to - 1);
	put_day(j, "period-end", o->period.to - 1);
	json_member_array(j, "target");
	json_end(j);
	json_member_array(j, "actual");
	json_object(j);
	put_value(j, o);
	json_end(j);
	json_end(j);
	json_end(j);
}

/* A period has one start, that is not behind its end (rule 8.6.1): after the baseline, else
 * with the deadline's own period. */
static int32_t
begin_of_promise(const struct barometer_row *r)
{
	const struct judgement *v = &r->judgement;
	const struct period    *own = &r->target->deadline;

	if (v->has_baseline && v->baseline.period.to < v->by)
		return v->baseline.period.to;
	return r->target->has_deadline && own->from != DAY_MIN && own->from < v->by ? own->from : v->by - 1;
}

/* What is promised by a day, and the latest that was measured until then. */
static void
put_promised(struct json *j, const struct barometer_row *r)
{
	const struct judgement *v = &r->judgement;

	json_object(j);
	put_day(j, "period-start", begin_of_promise(r));
	put_day(j, "period-end", v->by - 1);
	json_member_array(j, "target");
	json_object(j);
	if (v->has_required) {
		json_key(j, "value");
		json_number(j, v->required);
	}
	put_words(j, "comment", r->promise.title, r->promise.title_en);
	json_end(j);
	json_end(j);
	json_member_array(j, "actual");
	if (v->has_latest) {
		json_object(j);
		put_value(j, &v->latest);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static bool
is_percentage(enum unit u)
{
	return u == UNIT_SHARE || u == UNIT_PERCENT || u == UNIT_POINT;
}

static void
put_indicator(struct json *j, const struct indicator_view *m, const struct barometer_row *r)
{
	json_member_array(j, "indicator");
	json_object(j);
	json_member(j, "measure", is_percentage(m->is.unit) ? STR("2") : STR("1"));
	json_member_bool(j, "ascending", m->is.better != DIRECTION_FALL);
	json_member_bool(j, "aggregation-status", false);
	put_words(j, "title", m->indicator.title, m->indicator.title_en);
	if (m->definition.da.len > 0)
		put_words(j, "description", m->definition.da, m->definition.en);
	json_member_array(j, "reference");
	json_object(j);
	json_member(j, "vocabulary", STR("99"));
	json_member(j, "code", m->indicator.id);
	json_end(j);
	json_end(j);
	put_baseline(j, r != NULL ? &r->judgement : NULL);
	json_member_array(j, "period");
	for (size_t i = 0; i < m->own.series.len; i++)
		put_measured(j, &m->own.series.at[i]);
	if (r != NULL && r->judgement.has_by)
		put_promised(j, r);
	json_end(j);
	json_end(j);
	json_end(j);
}

static void
put_result(struct json *j, const struct indicator_view *m, const struct barometer_row *r)
{
	const struct named *title = r == NULL ? &m->indicator
	    : r->objective.id.len > 0 ? &r->objective : &r->promise;

	json_object(j);
	json_member(j, "ref", r != NULL ? r->target->id : m->indicator.id);
	json_member(j, "type", STR("2"));
	json_member_bool(j, "aggregation-status", false);
	put_words(j, "title", title->title, title->title_en);
	put_indicator(j, m, r);
	json_end(j);
}

void
export_iati_begin(struct json *j)
{
	json_object(j);
	json_member(j, "version", STR("2.03"));
	json_member_array(j, "result");
}

void
export_iati(struct json *j, const struct indicator_view *m)
{
	for (size_t i = 0; i < m->targets; i++)
		put_result(j, m, m->target[i]);
	if (m->targets == 0)
		put_result(j, m, NULL);
}

void
export_iati_end(struct json *j)
{
	json_end(j);
	json_end(j);
}
