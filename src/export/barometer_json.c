#include "export/barometer_json.h"
#include "base/arena.h"
#include "export/verdicts.h"
#include "export/words.h"

static const struct schema_field line_fields[] = {
	{ "judgement", "Judgement", NULL },
	{ "measure", "Unit", "What its figures count in" },
	{ "policy", "Named?", NULL },
	{ "theme", "Named?", NULL },
	{ "objective", "Named?", NULL },
	{ "initiative", "Named?", NULL },
	{ "indicator", "Named?", NULL },
	{ "promise", "Named?", NULL },
	{ "unit", "Named?", "Committee or administration" },
	{ "area", "Named?", "null: the whole city" },
	{ "change", "decimal?", "From the measurement before to the latest" },
	{ "change_measure", "Unit", "What the change counts in" },
	{ "next", "Next?", "The period that is measured next, by its frequency" },
	{ NULL, NULL, NULL },
};

static const struct schema_field next_fields[] = {
	{ "from", "date", NULL },
	{ "to", "date", "The day after its last, when the measurement can be there" },
	{ "overdue", "boolean", "That day was past when the target was judged" },
	{ NULL, NULL, NULL },
};

static const struct schema_field news_fields[] = {
	{ "target", "string", NULL },
	{ "promise", "Named?", NULL },
	{ "latest", "Figure", NULL },
	{ "before", "Figure?", "null: none that it can be compared with" },
	{ "verdict", "Verdict", NULL },
	{ "verdict_before", "Verdict", "On the day before the latest period was over" },
	{ NULL, NULL, NULL },
};

static const struct schema_field count_fields[] = {
	{ "verdict", "Verdict", NULL },
	{ "shown", "integer", "Of the targets asked for" },
	{ "total", "integer", "Of all targets" },
	{ NULL, NULL, NULL },
};

static const struct schema_field barometer_fields[] = {
	{ "targets", "integer", "All there are" },
	{ "counts", "VerdictCount[]", NULL },
	{ "news", "News[]", "Of the targets asked for, newest first" },
	{ "days", "date[]", "On which a figure came or a policy was judged: the latest, oldest first" },
	{ "items", "BarometerLine[]", NULL },
	{ "total", "integer", "Targets asked for" },
	{ "page", "integer", NULL },
	{ "limit", "integer", NULL },
	{ "next?", "uri", NULL },
	{ NULL, NULL, NULL },
};

static struct str
unit_at(size_t i)
{
	return unit_code((enum unit)i);
}

const struct schema schemas_barometer[] = {
	{ "Unit", "What figures count in", NULL, unit_at, UNIT_COUNT_ },
	{ "Next", "The measurement that is waited for", next_fields, NULL, 0 },
	{ "News", "A measurement that came lately", news_fields, NULL, 0 },
	{ "VerdictCount", "How many targets stand so", count_fields, NULL, 0 },
	{ "BarometerLine", "A target on the barometer", line_fields, NULL, 0 },
	{ "Barometer", "A page of the barometer", barometer_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_news(struct json *j, const struct barometer_news *n)
{
	const struct barometer_row *r = n->line->row;

	json_object(j);
	json_member(j, "target", r->target->id);
	export_named(j, "promise", &r->promise);
	export_judged(j, "latest", true, &r->judgement.latest);
	export_judged(j, "before", n->has_before, &n->before);
	json_member(j, "verdict", verdict_code(r->judgement.verdict));
	json_member(j, "verdict_before", verdict_code(n->verdict_before));
	json_end(j);
}

void
export_barometer_head(struct json *j, const struct barometer_view *v)
{
	json_member_count(j, "targets", v->total);
	json_member_array(j, "counts");
	for (size_t i = 0; i < VERDICT_COUNT; i++) {
		json_object(j);
		json_member(j, "verdict", verdict_code((enum verdict)i));
		json_member_count(j, "shown", v->count[i]);
		json_member_count(j, "total", v->total_count[i]);
		json_end(j);
	}
	json_end(j);
	json_member_array(j, "news");
	for (size_t i = 0; i < v->news_len; i++)
		put_news(j, &v->news[i]);
	json_end(j);
	export_days(j, "days", v->day, v->days);
}

static void
put_next(struct json *j, const struct barometer_line *l)
{
	struct arena a = { 0 };

	json_key(j, "next");
	if (!l->due.has_period) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member(j, "from", day_iso(&a, l->due.period.from));
	json_member(j, "to", day_iso(&a, l->due.period.to));
	json_member_bool(j, "overdue", l->due.overdue);
	json_end(j);
	arena_free(&a);
}

void
export_barometer_line(struct json *j, const struct barometer_line *l)
{
	json_object(j);
	json_key(j, "judgement");
	export_verdict(j, l->row);
	json_member(j, "measure", unit_code(l->row->measure));
	export_named(j, "policy", &l->row->policy);
	export_named(j, "theme", &l->row->theme);
	export_named(j, "objective", &l->row->objective);
	export_named(j, "initiative", &l->row->initiative);
	export_named(j, "indicator", &l->row->indicator);
	export_named(j, "promise", &l->row->promise);
	export_named(j, "unit", &l->unit);
	export_named(j, "area", &l->area);
	json_key(j, "change");
	if (l->has_change)
		json_number(j, l->change);
	else
		json_null(j);
	json_member(j, "change_measure", unit_code(l->change_unit));
	put_next(j, l);
	json_end(j);
}
