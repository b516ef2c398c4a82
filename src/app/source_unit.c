#include "app/source_unit.h"
#include "base/term.h"

#define BIT(u) (1u << UNIT_##u)

/* Whole units, folded: what they may be, and their noughts. */
static const struct {
	const char *word;
	unsigned    units;
	uint8_t     shift;
} units[] = {
	{ "antal", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 0 },
	{ "number", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 0 },
	{ "count", BIT(COUNT) | BIT(PERSONS), 0 },
	{ "antall", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 0 },
	{ "1 000", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 3 },
	{ "1000", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 3 },
	{ "tusinde", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 3 },
	{ "number thousand", BIT(COUNT) | BIT(PERSONS) | BIT(NUMBER), 3 },
	{ "personer", BIT(COUNT) | BIT(PERSONS), 0 },
	{ "persons", BIT(COUNT) | BIT(PERSONS), 0 },
	{ "antal personer", BIT(COUNT) | BIT(PERSONS), 0 },
	{ "1 000 personer", BIT(COUNT) | BIT(PERSONS), 3 },
	{ "1000 personer", BIT(COUNT) | BIT(PERSONS), 3 },
	{ "1000 persons", BIT(COUNT) | BIT(PERSONS), 3 },
	{ "procent", BIT(SHARE) | BIT(PERCENT), 0 },
	{ "percent", BIT(SHARE) | BIT(PERCENT), 0 },
	{ "per cent", BIT(SHARE) | BIT(PERCENT), 0 },
	{ "pct", BIT(SHARE) | BIT(PERCENT), 0 },
	{ "pc", BIT(SHARE) | BIT(PERCENT), 0 },
	{ "share", BIT(SHARE) | BIT(PERCENT), 0 },
	{ "procentpoint", BIT(POINT), 0 },
	{ "percentage points", BIT(POINT), 0 },
	{ "percentage point", BIT(POINT), 0 },
	{ "kr", BIT(KRONER), 0 },
	{ "dkk", BIT(KRONER), 0 },
	{ "kroner", BIT(KRONER), 0 },
	{ "1 000 kr", BIT(KRONER), 3 },
	{ "1000 kr", BIT(KRONER), 3 },
	{ "tkr", BIT(KRONER), 3 },
	{ "mio kr", BIT(KRONER), 6 },
	{ "mill kr", BIT(KRONER), 6 },
	{ "dkk million", BIT(KRONER), 6 },
	{ "mia kr", BIT(KRONER), 9 },
	{ "indeks", BIT(NUMBER), 0 },
	{ "index", BIT(NUMBER), 0 },
	{ "timer", BIT(NUMBER) | BIT(COUNT), 0 },
	{ "hours", BIT(NUMBER) | BIT(COUNT), 0 },
};

bool
source_unit_fits(struct arena *a, struct str bureau, enum unit u, uint8_t *shift)
{
	struct str folded = str_eq(str_trim(bureau), STR("%")) ? STR("procent") : terms_fold(a, bureau);

	*shift = 0;
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		if (!str_eq(folded, str_from(units[i].word)))
			continue;
		*shift = units[i].shift;
		return (units[i].units >> u & 1) != 0;
	}
	return true;
}

bool
source_unit_adds(enum unit u)
{
	return u == UNIT_COUNT || u == UNIT_PERSONS || u == UNIT_KRONER;
}
