#include "model/overview_words.h"
#include "base/codes.h"
#include "model/finding.h"

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
	return CODE_READ(by_codes, *by_codes, code, ret);
}

struct str
overview_counts_code(enum budget_counts c)
{
	static const struct str code[] = {
		[BUDGET_COUNTED] = STR_INIT("counted"), [BUDGET_ELSEWHERE] = STR_INIT("elsewhere"),
		[BUDGET_EARMARK] = STR_INIT("earmark"), [BUDGET_EXCLUDED] = STR_INIT("excluded"),
	};

	return code[c];
}

static bool
says_part(struct str title)
{
	struct str begin = str_slice(title, 0, 5);

	return str_eq(begin, STR("Heraf")) || str_eq(begin, STR("heraf")) || str_eq(begin, STR("Deraf")) ||
	    str_eq(begin, STR("deraf"));
}

struct str
overview_line_title(struct arena *a, const struct overview_line *l, bool danish)
{
	bool       in_danish = danish;
	struct str title = named_title(&l->line, &in_danish);

	if (l->counts != BUDGET_EARMARK || says_part(title))
		return title;
	return arena_printf(a, "%s " STR_FMT, danish ? "heraf:" : "of which:", STR_ARG(title));
}

struct str
overview_column_title(struct arena *a, const struct overview_column *c, bool danish)
{
	if (c->year == BUDGET_UNSPLIT)
		return danish ? STR("Ikke fordelt") : STR("Not split");
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

static struct str
written(struct arena *a, struct number n, bool danish)
{
	struct buf b;
	struct str s;

	buf_init(&b, 128);
	number_write(&b, n, danish ? NOTATION_DA : NOTATION_EN);
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

const struct overview_printed *
overview_printed_at(const struct overview *o, const struct overview_cell *c)
{
	return c->printed == 0 ? NULL : &o->printed[c->printed - 1];
}

const struct overview_printed *
overview_differs_at(const struct overview *o, const struct overview_cell *c)
{
	const struct overview_printed *p = overview_printed_at(o, c);

	return p != NULL && p->differs ? p : NULL;
}

struct str
overview_badge(struct arena *a, const struct overview_printed *p, bool danish)
{
	return arena_printf(a, "≠ " STR_FMT " %s", STR_ARG(written(a, p->amount, danish)),
	    danish ? "trykt" : "printed");
}

struct str
overview_finding(struct arena *a, const struct overview_printed *p)
{
	return arena_printf(a, STR_FMT " " STR_FMT ":%u:%u", STR_ARG(audit_code(AUDIT_SUM)),
	    STR_ARG(p->file), p->source.line, p->source.column);
}

struct str
overview_unsplit_words(struct arena *a, const struct overview_unsplit *s, enum budget_unit u,
                       bool danish)
{
	struct number n = s->kroner;

	if (!budget_shown(s->kroner, u, &n))
		n = s->kroner;
	return arena_printf(a, danish ? STR_FMT " i alt %d-%d, ikke fordelt på år"
	    : STR_FMT " in total %d-%d, not split per year", STR_ARG(written(a, n, danish)), (int)s->from,
	    (int)s->through);
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
