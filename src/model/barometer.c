#include "model/barometer_view.h"

static enum notation
notation_of(bool danish)
{
	return danish ? NOTATION_DA : NOTATION_EN;
}

enum unit
barometer_measure(const struct barometer_row *r)
{
	return r->target->kind == TARGET_GAP ? unit_of_difference(r->measure) : r->measure;
}

void
barometer_latest(struct buf *b, const struct barometer_row *r, bool danish)
{
	const struct judgement *v = &r->judgement;

	if (!v->has_latest)
		BUF_LIT(b, "–");
	else if (v->latest.withheld == WITHHELD_SMALL && r->measure == UNIT_PERSONS)
		BUF_LIT(b, "< 5");
	else if (v->latest.withheld)
		buf_put(b, danish ? STR("tilbageholdt") : STR("withheld"));
	else
		quantity_write(b, v->latest.value, barometer_measure(r), notation_of(danish));
}

/* What stands before the level: which side of it is good. */
static struct str
side_of(const struct target *t)
{
	switch (t->kind) {
	case TARGET_LEVEL:
	case TARGET_BENCHMARK:
	case TARGET_GAP:
		return t->relation == RELATION_GE ? STR("≥ ")
		     : t->relation == RELATION_LE ? STR("≤ ") : STR("= ");
	case TARGET_CHANGE:
	case TARGET_RATE:
		return number_sign(t->value) < 0 ? STR("≤ ") : STR("≥ ");
	case TARGET_COUNT:
		return STR("≥ ");
	case TARGET_DIRECTION:
	case TARGET_SET:
	case TARGET_MILESTONE:
	case TARGET_PARITY:
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		break;
	}
	return STR_NONE;
}

/* A promise without a level. */
static struct str
words_of(const struct target *t, bool danish)
{
	switch (t->kind) {
	case TARGET_SET:
		return danish ? STR("ingen nye") : STR("no new");
	case TARGET_MILESTONE:
		return danish ? STR("gjort") : STR("done");
	case TARGET_PARITY:
		return danish ? STR("lige meget") : STR("as much");
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		return STR("?");
	case TARGET_LEVEL:
	case TARGET_CHANGE:
	case TARGET_DIRECTION:
	case TARGET_RATE:
	case TARGET_GAP:
	case TARGET_BENCHMARK:
	case TARGET_COUNT:
		break;
	}
	switch (t->direction) {
	case DIRECTION_RISE:
		return danish ? STR("stige") : STR("rise");
	case DIRECTION_FALL:
		return danish ? STR("falde") : STR("fall");
	case DIRECTION_HOLD:
		return danish ? STR("holdes") : STR("hold");
	case DIRECTION_NONE:
	case DIRECTION_COUNT:
		break;
	}
	return STR("–");
}

void
barometer_required(struct buf *b, const struct barometer_row *r, bool danish)
{
	struct quantity level;

	if (!r->judgement.has_required) {
		buf_put(b, words_of(r->target, danish));
		return;
	}
	level = quantity_exact(r->judgement.required);
	buf_put(b, side_of(r->target));
	quantity_write(b, level, barometer_measure(r), notation_of(danish));
}

void
barometer_pace(struct buf *b, const struct barometer_row *r, bool danish)
{
	if (r->judgement.has_pace)
		number_write(b, r->judgement.pace_shown, notation_of(danish));
}

struct str
named_title(const struct named *n, bool *danish)
{
	if (!*danish && n->title_en.len > 0)
		return n->title_en;
	*danish = true;
	return n->title;
}

void
barometer_change(struct buf *b, const struct barometer_line *l, bool danish)
{
	struct quantity q = quantity_exact(l->change);

	if (number_sign(l->change) > 0)
		BUF_LIT(b, "+");
	quantity_write(b, q, l->change_unit, notation_of(danish));
}
