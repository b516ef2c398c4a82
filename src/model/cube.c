#include "model/cube.h"

size_t
cube_place(const struct cube *c, const struct cube_cell *cell)
{
	return ((cell->area * c->times + cell->time) * c->groups + cell->group) * c->methods +
	    cell->method;
}

bool
cube_shows(const struct observation *o)
{
	return o->withheld == WITHHELD_NOT && o->missing == MISSING_NONE;
}

bool
cube_figure(const struct observation *o, struct number *ret)
{
	if (o->withheld != WITHHELD_NOT)
		return false;
	if (o->missing == MISSING_NIL) {
		*ret = NUMBER_ZERO;
		return true;
	}
	if (o->missing != MISSING_NONE || !o->value.has_point)
		return false;
	*ret = o->value.point;
	return true;
}

static struct str
missing_status(enum missing m)
{
	switch (m) {
	case MISSING_NONE:
	case MISSING_NIL:
	case MISSING_COUNT:
		break;
	case MISSING_NOT_APPLICABLE:
		return STR("M");        /* data cannot exist */
	case MISSING_NOT_STATED:
	case MISSING_NOT_AVAILABLE:
		return STR("L");        /* exists, was not collected */
	case MISSING_CONFIDENTIAL:
		return STR("Q");        /* suppressed */
	}
	return STR("A");
}

struct str
cube_status(const struct observation *o)
{
	if (o->withheld != WITHHELD_NOT)
		return STR("Q");
	if (o->missing != MISSING_NONE)
		return missing_status(o->missing);
	if (o->breaks)
		return STR("B");
	if (o->preliminary)
		return STR("P");
	return o->value.qualifier == QUALIFIER_NONE ? STR("A") : STR("E");
}

struct str
cube_secrecy(const struct observation *o)
{
	switch (o->withheld) {
	case WITHHELD_NOT:
		return o->missing == MISSING_CONFIDENTIAL ? STR("C") : STR("F");
	case WITHHELD_SMALL:
		return STR("A");
	case WITHHELD_NEIGHBOUR:
	case WITHHELD_PART:
		break;
	}
	return STR("D");
}
