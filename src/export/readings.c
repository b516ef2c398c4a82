#include "export/readings.h"

static const char *const type_code[] = {
	[READING_NUMBER] = "number", [READING_PERCENT] = "percent", [READING_MONEY] = "money",
	[READING_PERIOD] = "period", [READING_MISSING] = "missing",
};

static void
bound(struct json *j, const char *key, struct bound b)
{
	if (!b.exists)
		return;
	json_key(j, key);
	json_number(j, b.at);
}

static void
open_end(struct json *j, const char *key, struct bound b)
{
	if (!b.exists || !b.open)
		return;
	json_member_bool(j, key, true);
}

static void
quantity(struct json *j, const struct quantity *q, struct str unit)
{
	bound(j, "low", q->range.low);
	bound(j, "high", q->range.high);
	open_end(j, "low_open", q->range.low);
	open_end(j, "high_open", q->range.high);
	if (q->has_point) {
		json_key(j, "point");
		json_number(j, q->point);
	}
	json_member_some(j, "unit", unit);
	json_member_some(j, "qualifier", qualifier_code(q->qualifier));
}

static void
day(struct json *j, const char *key, int32_t at)
{
	struct arena a = { 0 };

	json_member(j, key, day_iso(&a, at));
	arena_free(&a);
}

static void
period(struct json *j, const struct period *p)
{
	if (p->dated && !p->deadline)
		day(j, "from", p->from);
	if (p->dated)
		day(j, "to", p->to);
	json_member(j, "precision", precision_code(p->precision));
}

static void
reading(struct json *j, struct str text, const struct reading *r)
{
	json_object(j);
	json_member(j, "type", str_from(type_code[r->type]));
	json_member(j, "text", str_slice(text, r->at, r->end));
	switch (r->type) {
	case READING_PERCENT:
		quantity(j, &r->quantity, unit_code(r->unit));
		break;
	case READING_NUMBER:
	case READING_MONEY:
		quantity(j, &r->quantity, STR_NONE);
		break;
	case READING_PERIOD:
	case READING_MISSING:
		break;
	}
	json_member_some(j, "recurrence", recurrence_code(r->recurrence));
	if (r->type == READING_PERIOD)
		period(j, &r->period);
	if (r->type == READING_MISSING)
		json_member(j, "reason", missing_code(r->missing));
	json_end(j);
}

void
export_readings(struct json *j, struct str text, const struct readings *r)
{
	json_array(j);
	for (size_t i = 0; i < r->len; i++)
		reading(j, text, &r->at[i]);
	json_end(j);
}
