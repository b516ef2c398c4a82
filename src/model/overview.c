#include "model/overview.h"

static const struct str by_codes[] = {
#define X(id, code) [OVERVIEW_BY_##id] = STR_INIT(code),
	OVERVIEW_BYS(X)
#undef X
};

struct str
overview_by_code(enum overview_by by)
{
	return by_codes[by];
}

bool
overview_by_from_code(struct str code, enum overview_by *ret)
{
	for (size_t i = 0; i < OVERVIEW_BY_COUNT; i++) {
		if (str_eq(code, by_codes[i])) {
			*ret = (enum overview_by)i;
			return true;
		}
	}
	return false;
}

struct str
overview_counts_code(enum budget_counts c)
{
	static const struct str code[] = {
		[BUDGET_COUNTED] = STR_INIT("counted"), [BUDGET_ELSEWHERE] = STR_INIT("elsewhere"),
		[BUDGET_EXCLUDED] = STR_INIT("excluded"),
	};

	return code[c];
}

struct str
overview_column_title(struct arena *a, const struct overview_column *c, bool danish)
{
	if (c->year != 0)
		return arena_printf(a, "%d", (int)c->year);
	if (c->measure == BUDGET_MEASURE_COUNT)
		return danish ? STR("I alt") : STR("Total");
	return budget_measure_title(c->measure, danish);
}

void
overview_amount(struct buf *b, const struct overview_cell *c, enum budget_unit u, bool danish)
{
	struct number shown;

	if (c->has && budget_shown(c->kroner, u, &shown))
		number_write(b, shown, danish ? NOTATION_DA : NOTATION_EN);
	else if (!c->unknown)
		BUF_LIT(b, "-");
	if (c->unknown)
		BUF_LIT(b, "?");
}

struct str
overview_rule(struct arena *a, enum budget_unit u, bool danish)
{
	struct str unit = budget_unit_title(u, danish);
	const char *stop = str_ends(unit, STR(".")) ? "" : ".";

	if (danish)
		return arena_printf(a, "Beløb i " STR_FMT "%s Summer er regnet af de nøjagtige beløb og "
		    "derefter afrundet, så de kan afvige fra summen af de viste tal.", STR_ARG(unit), stop);
	return arena_printf(a, "Amounts in " STR_FMT "%s Totals are computed from the exact amounts and "
	    "then rounded, so they may differ from the sum of the figures shown.", STR_ARG(unit), stop);
}
