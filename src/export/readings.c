#include "export/readings.h"

static const char *const type_code[] = {
	[READING_NUMBER] = "number", [READING_PERCENT] = "percent", [READING_MONEY] = "money",
	[READING_PERIOD] = "period", [READING_MISSING] = "missing",
};

static void
bound(struct json *j, const char *key, const char *open_key, struct bound b)
{
	if (!b.exists)
		return;
	json_key(j, key);
	json_number(j, b.at);
	if (!b.open)
		return;
	json_key(j, open_key);
	json_bool(j, true);
}

static void
quantity(struct json *j, const struct quantity *q)
{
	bound(j, "low", "low_open", q->range.low);
	bound(j, "high", "high_open", q->range.high);
	if (q->has_point) {
		json_key(j, "point");
		json_number(j, q->point);
	}
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
		quantity(j, &r->quantity);
		json_member(j, "unit", unit_code(r->unit));
		break;
	case READING_NUMBER:
	case READING_MONEY:
		quantity(j, &r->quantity);
		break;
	case READING_PERIOD:
		period(j, &r->period);
		break;
	case READING_MISSING:
		json_member(j, "reason", missing_code(r->missing));
		break;
	}
	json_member_some(j, "recurrence", recurrence_code(r->recurrence));
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
