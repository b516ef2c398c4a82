#include "export/indicator_json.h"
#include "core/steps.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "export/words.h"

static const struct schema_field trend_fields[] = {
	{ "move", "Move", NULL },
	{ "da", "string", "One sentence of at most 15 words" },
	{ "en", "string", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field next_fields[] = {
	{ "from", "date?", NULL },
	{ "to", "date", "The day after its last" },
	{ "precision", "string", "day, month, quarter, ...: see /api/v1/codes" },
	{ "overdue", "boolean", "The period is over on `as_of`, and is not measured" },
	{ NULL, NULL, NULL },
};

#define PERIOD_FIELDS                                                                    \
	{ "from", "date?", NULL }, { "to", "date", "The day after its last" },           \
	{ "precision", "string", "day, month, quarter, ...: see /api/v1/codes" },        \
	{ "value", "decimal?", "null: no point was printed, or it is not shown" },       \
	{ "low?", "decimal?", "Of the interval that the figure lies in" },               \
	{ "high?", "decimal?", NULL },                                                   \
	{ "qualifier?", "string", "circa, good, over, ...: see /api/v1/codes" },         \
	{ "missing?", "string", "Why there is no figure" },                              \
	{ "withheld?", "boolean", "There is a figure, but it is not shown" },            \
	{ "withheld_because?", "string", "few (persons), neighbour (could be reckoned), part" }, \
	{ "method", "integer", "Version of the method, from 1" },                        \
	{ "assumed", "boolean", "The period is assumed" },                               \
	{ "preliminary", "boolean", NULL },                                              \
	{ "break", "boolean", "Not comparable with what came before" },                  \
	{ "source", "Source", NULL }

static const struct schema_field latest_fields[] = {
	PERIOD_FIELDS,
	{ NULL, NULL, NULL },
};

static const struct schema_field measurement_fields[] = {
	PERIOD_FIELDS,
	{ "recorded", "Recorded", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field series_fields[] = {
	{ "part", "Part", NULL },
	{ "area", "Named?", "An area, or a comparator set" },
	{ "group", "Named?", "null: everybody" },
	{ "observations", "Measurement[]", "Oldest first" },
	{ NULL, NULL, NULL },
};

static const struct schema_field method_fields[] = {
	{ "version", "integer", "From 1" },
	{ "title", "Words", NULL },
	{ "from", "date?", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field steps_fields[] = {
	{ "target", "string", "Its key" },
	{ "steps", "Words[]", "What a reader can do again by hand" },
	{ NULL, NULL, NULL },
};

static const struct schema_field reply_fields[] = {
	{ "target", "string", "Its key" },
	{ "text", "Words?", NULL },
	{ "unit", "Named?", "That answers for it" },
	{ "answers", "string?", "measures, proxy or other: how it stands to the target" },
	{ "stated", "date", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field prognosis_fields[] = {
	{ "id", "string", NULL }, { "from", "date?", NULL },
	{ "to", "date", "The day after the last of the period that it is about" },
	{ "precision", "string", "day, month, quarter, ...: see /api/v1/codes" },
	{ "value", "decimal?", "null: no point was stated, or it is not shown" },
	{ "low?", "decimal?", "Of the interval that was stated" }, { "high?", "decimal?", NULL },
	{ "qualifier?", "string", "circa, good, over, ...: see /api/v1/codes" },
	{ "withheld?", "boolean", "There is a figure, but it is not shown" },
	{ "withheld_because?", "string", "few (persons)" },
	{ "stated", "date", NULL }, { "unit", "Named?", "Who said so" }, { "note", "Words?", NULL },
	{ "measured", "boolean", "What it is about was measured" },
	{ "difference", "decimal?", "What came less what was expected; null: not measured or not shown" },
	{ "inside", "boolean?", "What came lies in the interval" },
	{ "source", "Source", NULL }, { "recorded", "Recorded", NULL },
	{ NULL, NULL, NULL },
};

#define IDENTITY_FIELDS                                                                  \
	{ "id", "string", NULL }, { "title", "Words", NULL },                            \
	{ "measure", "string", "What it counts in: see /api/v1/codes" },                 \
	{ "better", "string?", "rise, fall or hold" },                                   \
	{ "developing", "boolean", "The way to measure it is not there yet" },           \
	{ "unit", "Named?", "Who is responsible" },                                      \
	{ "as_of", "date", NULL }, { "trend", "Trend", NULL },                           \
	{ "frequency", "Words?", "How often, as it was stated" },                        \
	{ "next_measurement", "NextMeasurement?", "null: not known" },                   \
	{ "targets", "Judgement[]", "What is promised about it" }

static const struct schema_field indicator_fields[] = {
	IDENTITY_FIELDS,
	{ "definition", "Words?", NULL },
	{ "numerator", "Named?", "What its share is counted from" },
	{ "area", "Named?", NULL },
	{ "group", "Named?", NULL },
	{ "methods", "MethodVersion[]", NULL },
	{ "documents", "string[]", "Where its figures stand" },
	{ "source", "Source", NULL },
	{ "recorded", "Recorded", NULL },
	{ "series", "Series[]", "Its own first" },
	{ "prognoses", "Prognosis[]", "What was expected of its own area and group: no measurements" },
	{ "steps", "Steps[]", "Beside `targets`" },
	{ "replies", "Reply[]", "What units said about these targets last" },
	{ "days", "date[]", "On which a new figure was known, or its policy was judged" },
	{ NULL, NULL, NULL },
};

static const struct schema_field row_fields[] = {
	IDENTITY_FIELDS,
	{ "theme", "Named?", "Of its first target" },
	{ "policy", "Named?", NULL },
	{ "latest", "LatestMeasurement?", NULL },
	{ NULL, NULL, NULL },
};

static const struct str moves[] = {
	[MOVE_UNMEASURED] = STR_INIT("unmeasured"), [MOVE_WITHHELD] = STR_INIT("withheld"),
	[MOVE_SINGLE] = STR_INIT("single"), [MOVE_ROSE] = STR_INIT("rose"),
	[MOVE_FELL] = STR_INIT("fell"), [MOVE_UNCHANGED] = STR_INIT("unchanged"),
	[MOVE_UNCERTAIN] = STR_INIT("uncertain"),
};

static const struct str parts[] = {
	[PART_OWN] = STR_INIT("own"), [PART_GROUP] = STR_INIT("group"),
	[PART_AREA] = STR_INIT("area"), [PART_COMPARATOR] = STR_INIT("comparator"),
};

static struct str
move_at(size_t i)
{
	return moves[i];
}

static struct str
part_at(size_t i)
{
	return parts[i];
}

const struct schema schemas_indicator[] = {
	{ "Move", "What a series did", NULL, move_at, COUNT_OF(moves) },
	{ "Part", "What a series is of", NULL, part_at, COUNT_OF(parts) },
	{ "Trend", "What a series did, in words", trend_fields, NULL, 0 },
	{ "NextMeasurement", "What is measured next", next_fields, NULL, 0 },
	{ "LatestMeasurement", "The latest figure", latest_fields, NULL, 0 },
	{ "Measurement", "One figure", measurement_fields, NULL, 0 },
	{ "Series", "The figures of one area and group", series_fields, NULL, 0 },
	{ "Prognosis", "What was expected, and how far off it was", prognosis_fields, NULL, 0 },
	{ "MethodVersion", "A way of measuring", method_fields, NULL, 0 },
	{ "Steps", "The arithmetic of a verdict", steps_fields, NULL, 0 },
	{ "Reply", "What a unit said about a target of its own", reply_fields, NULL, 0 },
	{ "Indicator", "An indicator with its figures and verdicts", indicator_fields, NULL, 0 },
	{ "IndicatorRow", "An indicator with its latest figure", row_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

void
export_worded(struct json *j, const char *key, struct worded w)
{
	if (w.da.len > 0) {
		export_words(j, key, w.da, w.en);
		return;
	}
	json_key(j, key);
	json_null(j);
}

/* Members: from, to, precision. */
static void
period(struct json *j, const struct period *p)
{
	export_day(j, "from", p->from != DAY_MIN, p->from);
	export_day(j, "to", true, p->to);
	json_member(j, "precision", precision_code(p->precision));
}

static void
trend(struct json *j, const struct trend *t)
{
	json_key(j, "trend");
	json_object(j);
	json_member(j, "move", moves[t->move]);
	json_member(j, "da", t->da);
	json_member(j, "en", t->en);
	json_end(j);
}

static void
due(struct json *j, const struct due *d)
{
	export_worded(j, "frequency", d->words);
	json_key(j, "next_measurement");
	if (!d->has_period) {
		json_null(j);
		return;
	}
	json_object(j);
	period(j, &d->period);
	json_member_bool(j, "overdue", d->overdue);
	json_end(j);
}

void
export_observation(struct json *j, const struct observation *o)
{
	period(j, &o->period);
	export_figure(j, o);
	json_member_int(j, "method", o->method);
	json_member_bool(j, "assumed", o->assumed);
	json_member_bool(j, "preliminary", o->preliminary);
	json_member_bool(j, "break", o->breaks);
	json_key(j, "source");
	export_source(j, &o->source);
}

void
export_recorded(struct json *j, const struct recorded *r)
{
	json_key(j, "recorded");
	json_object(j);
	json_member_int(j, "change", r->change);
	json_member_or_null(j, "at", r->at);
	json_end(j);
}

void
export_measured(struct json *j, const char *key, const struct measured_view *v)
{
	json_key(j, key);
	if (v == NULL) {
		json_null(j);
		return;
	}
	json_object(j);
	export_observation(j, v->o);
	export_recorded(j, &v->recorded);
	json_end(j);
}

void
export_series(struct json *j, const struct series_view *s)
{
	json_object(j);
	json_member(j, "part", parts[s->part]);
	export_named(j, "area", &s->area);
	export_named(j, "group", &s->group);
	json_member_array(j, "observations");
	for (size_t i = 0; i < s->series.len; i++) {
		json_object(j);
		export_observation(j, s->at[i].o);
		export_recorded(j, &s->at[i].recorded);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void
methods(struct json *j, const struct indicator_view *m)
{
	json_member_array(j, "methods");
	for (size_t i = 0; i < m->methods; i++) {
		const struct method_view *v = &m->method[i];

		json_object(j);
		json_member_int(j, "version", v->version);
		export_words(j, "title", v->title.title, v->title.title_en);
		export_day(j, "from", v->has_start, v->starts);
		json_key(j, "source");
		export_source(j, &v->source);
		json_end(j);
	}
	json_end(j);
}

/* What it is: members that the list has too. */
static void
identity(struct json *j, const struct named *n, const struct indicator *is,
         const struct named *unit)
{
	json_member(j, "id", n->id);
	export_words(j, "title", n->title, n->title_en);
	json_member(j, "measure", unit_code(is->unit));
	json_member_or_null(j, "better", direction_code(is->better));
	json_member_bool(j, "developing", is->developing);
	export_named(j, "unit", unit);
}

static void
targets(struct json *j, const struct barometer_row **target, size_t n)
{
	json_member_array(j, "targets");
	for (size_t i = 0; i < n; i++)
		export_verdict(j, target[i]);
	json_end(j);
}

static void
steps(struct json *j, const struct indicator_view *m)
{
	struct arena a = { 0 };

	json_member_array(j, "steps");
	for (size_t i = 0; i < m->targets; i++) {
		const struct barometer_row *r = m->target[i];
		struct steps s = steps_of(&a, r->target, &r->judgement, r->measure, r->as_of);

		json_object(j);
		json_member(j, "target", r->target->id);
		json_member_array(j, "steps");
		for (size_t k = 0; k < s.len; k++) {
			json_object(j);
			json_member(j, "da", s.at[k].da);
			json_member(j, "en", s.at[k].en);
			json_end(j);
		}
		json_end(j);
		json_end(j);
	}
	json_end(j);
	arena_free(&a);
}

void
export_reply(struct json *j, struct str target, const struct reply *r)
{
	if (r->text.da.len == 0) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member(j, "target", target);
	export_worded(j, "text", r->text);
	export_named(j, "unit", &r->unit);
	json_member_or_null(j, "answers", r->answers);
	export_day(j, "stated", true, r->day);
	json_key(j, "source");
	export_source(j, &r->source);
	json_end(j);
}

static void
replies(struct json *j, const struct indicator_view *m)
{
	json_member_array(j, "replies");
	for (size_t i = 0; i < m->targets; i++)
		if (m->reply[i].text.da.len > 0)
			export_reply(j, m->target[i]->target->id, &m->reply[i]);
	json_end(j);
}

static void
prognosis(struct json *j, const struct prognosis *g)
{
	json_object(j);
	json_member(j, "id", g->id);
	period(j, &g->said.period);
	export_figure(j, &g->said);
	export_day(j, "stated", true, g->stated);
	export_named(j, "unit", &g->unit);
	export_worded(j, "note", g->note);
	json_member_bool(j, "measured", g->came != NULL);
	json_key(j, "difference");
	if (g->scored)
		json_number(j, g->score.off);
	else
		json_null(j);
	json_key(j, "inside");
	if (g->scored)
		json_bool(j, g->score.inside);
	else
		json_null(j);
	json_key(j, "source");
	export_source(j, &g->said.source);
	export_recorded(j, &g->recorded);
	json_end(j);
}

static void
prognoses(struct json *j, const struct prognoses *all)
{
	json_member_array(j, "prognoses");
	for (size_t i = 0; i < all->len; i++)
		prognosis(j, &all->at[i]);
	json_end(j);
}

static void
sources(struct json *j, const struct indicator_view *m)
{
	json_member_array(j, "documents");
	for (size_t i = 0; i < m->documents; i++)
		json_text(j, m->document[i].id);
	json_end(j);
	json_key(j, "source");
	export_source(j, &m->source);
	export_recorded(j, &m->recorded);
}

void
export_indicator(struct json *j, const struct indicator_view *m)
{
	json_object(j);
	identity(j, &m->indicator, &m->is, &m->unit);
	export_worded(j, "definition", m->definition);
	export_named(j, "numerator", &m->numerator);
	export_day(j, "as_of", true, m->as_of);
	export_named(j, "area", &m->area);
	export_named(j, "group", &m->group);
	trend(j, &m->trend);
	due(j, &m->due);
	methods(j, m);
	sources(j, m);
	json_member_array(j, "series");
	export_series(j, &m->own);
	for (size_t i = 0; i < m->parts; i++)
		export_series(j, &m->part[i]);
	json_end(j);
	targets(j, m->target, m->targets);
	prognoses(j, &m->prognoses);
	steps(j, m);
	replies(j, m);
	export_days(j, "days", m->day, m->days);
	json_end(j);
}

void
export_indicator_row(struct json *j, const struct indicator_row *r)
{
	const struct observation *o = r->trend.latest;

	json_object(j);
	identity(j, &r->indicator, &r->is, &r->unit);
	export_named(j, "theme", &r->theme);
	export_named(j, "policy", &r->policy);
	export_day(j, "as_of", true, r->as_of);
	trend(j, &r->trend);
	due(j, &r->due);
	json_key(j, "latest");
	if (o == NULL) {
		json_null(j);
	} else {
		json_object(j);
		export_observation(j, o);
		json_end(j);
	}
	targets(j, r->target, r->targets);
	json_end(j);
}
