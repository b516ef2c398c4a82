#include "core/money.h"
#include "base/codes.h"
#include "core/figure.h"

static const struct str recurrence_codes[RECURRENCE_COUNT] = {
#define X(id, code) [RECURRENCE_##id] = STR_INIT(code),
	RECURRENCES(X)
#undef X
};

static const struct {
	struct str code, da, en;
} financings[FINANCING_COUNT] = {
#define X(id, code, da, en) [FINANCING_##id] = { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	FINANCINGS(X)
#undef X
};

struct str
recurrence_code(enum recurrence r)
{
	return recurrence_codes[r];
}

bool
recurrence_from_code(struct str code, enum recurrence *ret)
{
	return CODE_READ(recurrence_codes, *recurrence_codes, code, ret);
}

struct str
financing_code(enum financing f)
{
	return financings[f].code;
}

struct str
financing_title(enum financing f, bool danish)
{
	return danish ? financings[f].da : financings[f].en;
}

bool
financing_from_code(struct str code, enum financing *ret)
{
	return CODE_READ(financings, financings->code, code, ret);
}

/* ---- from figures as printed ---- */

static bool
in_kroner(struct number *n, int64_t factor)
{
	if (!number_mul(number_trim(*n), NUMBER(factor, 0), n))
		return false;
	*n = number_trim(*n);
	return true;
}

static bool
bound_in_kroner(struct bound *b, int64_t factor)
{
	return !b->exists || in_kroner(&b->at, factor);
}

static bool
make(struct number n, enum qualifier q, struct number high, int64_t factor, struct money *ret)
{
	struct money m = { .printed = n, .factor = factor };
	enum unit    u = factor == 1 ? UNIT_KRONER : UNIT_NUMBER;
	struct number kroner = n;

	if (!quantity_make(n, q, high, u, &m.amount))
		return false;
	if (factor != 1 && (!in_kroner(&kroner, factor) || !in_kroner(&m.amount.point, factor) ||
	    !bound_in_kroner(&m.amount.range.low, factor) ||
	    !bound_in_kroner(&m.amount.range.high, factor)))
		return false;
	if (number_trim(kroner).scale > 2)
		return false;
	*ret = m;
	return true;
}

bool
money_make(struct number printed, int64_t factor, enum qualifier q, struct money *ret)
{
	return make(printed, q, NUMBER_ZERO, factor, ret);
}

bool
money_make_range(struct number low, struct number high, int64_t factor, struct money *ret)
{
	return make(low, QUALIFIER_RANGE, high, factor, ret);
}

enum number_status
money_parse(struct str text, enum notation notation, struct money *ret)
{
	struct str         trimmed = str_trim(text);
	struct figure      f;
	enum number_status status = figure_read(trimmed, 0, notation, &f);

	if (status != NUMBER_OK)
		return status;
	if (f.reading.type != READING_MONEY || f.reading.end != trimmed.len)
		return NUMBER_NOT;
	*ret = f.reading.money;
	return NUMBER_OK;
}

/* ---- writing ---- */

struct factor_words {
	int64_t    factor;
	struct str da, en;
};

static const struct factor_words factors[] = {
	{ 1000, STR_INIT(" tusind"), STR_INIT(" thousand") },
	{ 1000000, STR_INIT(" mio."), STR_INIT(" million") },
	{ 1000000000, STR_INIT(" mia."), STR_INIT(" billion") },
};

static void
write_factor(struct buf *b, int64_t factor, enum notation notation)
{
	for (size_t i = 0; i < COUNT_OF(factors); i++)
		if (factors[i].factor == factor)
			buf_put(b, notation == NOTATION_DA ? factors[i].da : factors[i].en);
}

/* Kroner in units of `factor`, a power of ten. */
static struct number
in_factor(struct number kroner, int64_t factor)
{
	for (kroner = number_trim(kroner); factor > 1; factor /= 10) {
		if (kroner.units % 10 == 0)
			kroner.units /= 10;
		else
			kroner.scale++;
	}
	return kroner;
}

static struct quantity
in_printed_unit(const struct money *m)
{
	struct quantity q = m->amount;

	if (m->factor == 1)
		return q;
	if (q.has_point)
		q.point = m->printed;
	q.range.low.at = in_factor(q.range.low.at, m->factor);
	q.range.high.at = in_factor(q.range.high.at, m->factor);
	if (q.qualifier == QUALIFIER_SCARCE || !q.range.low.exists)
		q.range.high.at = m->printed;
	else
		q.range.low.at = m->printed;
	return q;
}

void
money_write(struct buf *b, const struct money *m, enum notation notation)
{
	struct quantity q = in_printed_unit(m);

	if (notation == NOTATION_DA) {
		quantity_write_figure(b, q, notation);
		write_factor(b, m->factor, notation);
		BUF_LIT(b, " kr.");
		return;
	}
	quantity_write_qualifier(b, q, notation);
	BUF_LIT(b, "DKK ");
	quantity_write_printed(b, q, notation);
	write_factor(b, m->factor, notation);
}
