#include "export/indicator_json.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "export/words.h"

void
export_worded(struct json *j, const char *key, struct worded w)
{
	json_key(j, key);
	if (w.da.len == 0) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member(j, "da", w.da);
	json_member_or_null(j, "en", w.en);
	json_end(j);
}

void
export_list_end(struct json *j, size_t total, int64_t page, int64_t limit, struct str next)
{
	json_key(j, "total");
	json_int(j, (int64_t)total);
	json_key(j, "page");
	json_int(j, page);
	json_key(j, "limit");
	json_int(j, limit);
	json_member_some(j, "next", next);
}

static void
flag(struct json *j, const char *key, bool on)
{
	json_key(j, key);
	json_bool(j, on);
}

/* Members: from, to, precision. */
static void
period(struct json *j, const struct period *p)
{
	export_day(j, "from", p->from != DAY_MIN, p->from);
	export_day(j, "to", true, p->to);
	json_member(j, "precision", precision_code(p->precision));
}

static struct str
move_code(enum move m)
{
	static const struct str codes[] = {
		[MOVE_UNMEASURED] = STR_INIT("unmeasured"), [MOVE_WITHHELD] = STR_INIT("withheld"),
		[MOVE_SINGLE] = STR_INIT("single"), [MOVE_ROSE] = STR_INIT("rose"),
		[MOVE_FELL] = STR_INIT("fell"), [MOVE_UNCHANGED] = STR_INIT("unchanged"),
		[MOVE_UNCERTAIN] = STR_INIT("uncertain"),
	};

	return codes[m];
}

static void
trend(struct json *j, const struct trend *t)
{
	json_key(j, "trend");
	json_object(j);
	json_member(j, "move", move_code(t->move));
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
	flag(j, "overdue", d->overdue);
	json_end(j);
}

static void
observation(struct json *j, const struct observation *o)
{
	period(j, &o->period);
	export_figure(j, o);
	json_key(j, "method");
	json_int(j, o->method);
	flag(j, "assumed", o->assumed);
	flag(j, "preliminary", o->preliminary);
	flag(j, "break", o->breaks);
	json_key(j, "source");
	export_source(j, &o->source);
}

static void
recorded(struct json *j, const struct recorded *r)
{
	json_key(j, "recorded");
	json_object(j);
	json_key(j, "change");
	json_int(j, r->change);
	json_member_or_null(j, "at", r->at);
	json_end(j);
}

static void
series(struct json *j, const struct series_view *s)
{
	static const struct str parts[] = {
		[PART_OWN] = STR_INIT("own"), [PART_GROUP] = STR_INIT("group"),
		[PART_AREA] = STR_INIT("area"), [PART_COMPARATOR] = STR_INIT("comparator"),
	};

	json_object(j);
	json_member(j, "part", parts[s->part]);
	export_named(j, "area", &s->area);
	export_named(j, "group", &s->group);
	json_key(j, "observations");
	json_array(j);
	for (size_t i = 0; i < s->series.len; i++) {
		json_object(j);
		observation(j, s->at[i].o);
		recorded(j, &s->at[i].recorded);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void
methods(struct json *j, const struct indicator_view *m)
{
	json_key(j, "methods");
	json_array(j);
	for (size_t i = 0; i < m->methods; i++) {
		const struct method_view *v = &m->method[i];

		json_object(j);
		json_key(j, "version");
		json_int(j, v->version);
		json_member(j, "title", v->title.title);
		json_member_some(j, "title_en", v->title.title_en);
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
	json_member(j, "title", n->title);
	json_member_some(j, "title_en", n->title_en);
	json_member(j, "measure", unit_code(is->unit));
	json_member_or_null(j, "better", direction_code(is->better));
	flag(j, "developing", is->developing);
	export_named(j, "unit", unit);
}

static void
targets(struct json *j, const struct barometer_row **target, size_t n)
{
	json_key(j, "targets");
	json_array(j);
	for (size_t i = 0; i < n; i++)
		export_verdict(j, target[i]);
	json_end(j);
}

static void
sources(struct json *j, const struct indicator_view *m)
{
	json_key(j, "documents");
	json_array(j);
	for (size_t i = 0; i < m->documents; i++)
		json_text(j, m->document[i].id);
	json_end(j);
	json_key(j, "source");
	export_source(j, &m->source);
	recorded(j, &m->recorded);
}

static void
days(struct json *j, const struct indicator_view *m)
{
	struct arena a = { 0 };

	json_key(j, "days");
	json_array(j);
	for (size_t i = 0; i < m->days; i++)
		json_text(j, day_iso(&a, m->day[i]));
	json_end(j);
	arena_free(&a);
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
	json_key(j, "series");
	json_array(j);
	series(j, &m->own);
	for (size_t i = 0; i < m->parts; i++)
		series(j, &m->part[i]);
	json_end(j);
	targets(j, m->target, m->targets);
	days(j, m);
	json_end(j);
}

static void
row(struct json *j, const struct indicator_row *r)
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
		observation(j, o);
		json_end(j);
	}
	targets(j, r->target, r->targets);
	json_end(j);
}

void
export_indicators(struct json *j, const struct indicator_list *m, struct str next)
{
	json_object(j);
	json_key(j, "items");
	json_array(j);
	for (size_t i = 0; i < m->len; i++)
		row(j, &m->at[i]);
	json_end(j);
	export_list_end(j, m->total, m->page, m->limit, next);
	json_end(j);
}
