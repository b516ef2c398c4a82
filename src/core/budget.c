#include "core/budget.h"
#include "base/codes.h"
#include <string.h>

static const struct {
	struct str code, da, en;
} measures[] = {
#define X(id, code, da, en) [BUDGET_##id] = { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	BUDGET_MEASURES(X)
#undef X
};

static const struct {
	struct str code, da, en;
	uint8_t    zeros, decimals;
} units[] = {
#define X(id, code, zeros, decimals, da, en) \
	[BUDGET_UNIT_##id] = { STR_INIT(code), STR_INIT(da), STR_INIT(en), zeros, decimals },
	BUDGET_UNITS(X)
#undef X
};

static const struct str scope_codes[] = {
#define X(id, code) [BUDGET_SCOPE_##id] = STR_INIT(code),
	BUDGET_SCOPES(X)
#undef X
};

struct str
budget_measure_code(enum budget_measure m)
{
	return measures[m].code;
}

struct str
budget_measure_title(enum budget_measure m, bool danish)
{
	return danish ? measures[m].da : measures[m].en;
}

bool
budget_version_from_code(struct str code, enum budget_measure *ret)
{
	const size_t versions = BUDGET_ACTUAL + 1;      /* they come first */

	return codes_read(&measures->code, sizeof *measures, versions, code, ret, sizeof *ret);
}

uint8_t
budget_unit_decimals(enum budget_unit u)
{
	return units[u].decimals;
}

struct str
budget_unit_title(enum budget_unit u, bool danish)
{
	return danish ? units[u].da : units[u].en;
}

struct str
budget_unit_code(enum budget_unit u)
{
	return units[u].code;
}

bool
budget_unit_of_factor(int64_t kroner, enum budget_unit *ret)
{
	for (size_t u = 0; u < BUDGET_UNIT_COUNT; u++) {
		int64_t worth = 1;

		for (uint8_t zeros = 0; zeros < units[u].zeros; zeros++)
			worth *= 10;
		if (worth == kroner) {
			*ret = (enum budget_unit)u;
			return true;
		}
	}
	return false;
}

bool
budget_scope_from_code(struct str code, enum budget_scope *ret)
{
	return CODE_READ(scope_codes, *scope_codes, code, ret);
}

bool
budget_unit_from_code(struct str code, enum budget_unit *ret)
{
	return CODE_READ(units, units->code, code, ret);
}

/* ---- one amount ---- */

static bool
percent_of(struct number n, struct number percent, struct number *ret)
{
	struct number product;

	if (!number_mul(n, percent, &product))
		return false;
	product = number_trim(product);
	if (product.scale + 2 > NUMBER_SCALE_MAX)
		return false;
	*ret = number_trim(NUMBER(product.units, (uint8_t)(product.scale + 2)));
	return true;
}

bool
budget_net(struct number gross, struct number share, struct number *ret)
{
	struct number refunded;

	return percent_of(gross, share, &refunded) && number_sub(gross, refunded, ret);
}

static bool
cell_add(struct budget_cell *cell, enum budget_measure m, struct number n)
{
	struct number *to = &cell->at[m];

	if (to->scale == n.scale ? __builtin_add_overflow(to->units, n.units, &to->units)
	    : !number_add(*to, n, to))
		return false;
	cell->has = (uint8_t)(cell->has | 1u << m);
	return true;
}

/* Everything that `from` has. */
static bool
cell_add_all(struct budget_cell *to, const struct budget_cell *from)
{
	for (size_t m = 0; m < BUDGET_MEASURE_COUNT; m++)
		if (BUDGET_HAS(from, m) && !cell_add(to, (enum budget_measure)m, from->at[m]))
			return false;
	to->unknown = to->unknown || from->unknown;
	return true;
}

static bool
add_amount(const struct budget_line *l, const struct budget_amount *m, struct budget_cell *cell)
{
	struct number kroner = m->kroner, gross = m->gross;

	cell->unknown = cell->unknown || m->unknown;
	if (l->has_attribution && ((m->has_kroner && !percent_of(kroner, l->attribution, &kroner)) ||
	    (m->has_gross && !percent_of(gross, l->attribution, &gross))))
		return false;
	if (m->has_kroner && !cell_add(cell, m->version, kroner))
		return false;
	return !m->has_gross || cell_add(cell, BUDGET_GROSS, gross);
}

static bool
plan_cell(struct budget_cell *cell)
{
	enum budget_measure m = BUDGET_HAS(cell, BUDGET_REVISED) ? BUDGET_REVISED : BUDGET_ORIGINAL;

	return !BUDGET_HAS(cell, m) || cell_add(cell, BUDGET_PLAN, cell->at[m]);
}

/* ---- years ---- */

/* Where `year` is, or belongs. */
static size_t
year_place(const struct budget *b, int32_t year)
{
	size_t i = 0;

	while (i < b->years && b->year[i] < year)
		i++;
	return i;
}

/* The columns of an amount: its years, or the one of what is not split. */
static int32_t
first_column(const struct budget_amount *m)
{
	return m->whole ? BUDGET_UNSPLIT : m->year;
}

static int32_t
columns_of(const struct budget_amount *m)
{
	return m->whole ? 1 : m->through - m->year + 1;
}

static bool
add_years(struct budget *b, const struct budget_amount *m)
{
	for (int32_t k = 0; k < columns_of(m); k++) {
		int32_t year = first_column(m) + k;
		size_t  i = year_place(b, year);

		if (i < b->years && b->year[i] == year)
			continue;
		if (b->years == BUDGET_YEARS_MAX)
			return false;
		memmove(&b->year[i + 1], &b->year[i], (b->years - i) * sizeof *b->year);
		b->year[i] = year;
		b->years++;
	}
	return true;
}

static bool
collect_years(const struct budget_line *line, size_t n, struct budget *b, size_t *at)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < line[i].amounts; k++) {
			if (!add_years(b, &line[i].amount[k])) {
				*at = i;
				return false;
			}
		}
	}
	return true;
}

/* ---- sums ---- */

static bool
add_line(const struct budget_line *l, const struct budget *b, struct budget_cell *row)
{
	for (size_t k = 0; k < l->amounts; k++) {
		const struct budget_amount *m = &l->amount[k];

		for (int32_t y = 0; y < columns_of(m); y++)
			if (!add_amount(l, m, &row[year_place(b, first_column(m) + y)]))
				return false;
	}
	for (size_t y = 0; y < b->years; y++)
		if (!plan_cell(&row[y]) || !cell_add_all(&row[b->years], &row[y]))
			return false;
	return true;
}

static bool
add_row(struct budget_cell *to, const struct budget_cell *row, size_t cells)
{
	for (size_t i = 0; i < cells; i++)
		if (!cell_add_all(&to[i], &row[i]))
			return false;
	return true;
}

enum budget_status
budget_add_up(struct arena *a, const struct budget_line *line, size_t n, size_t groups,
              struct budget *ret, size_t *at)
{
	struct budget b = { .year = ARENA_ARRAY(a, int32_t, BUDGET_YEARS_MAX + 1),
	                    .lines = n, .groups = groups };
	size_t        cells;

	if (!collect_years(line, n, &b, at))
		return BUDGET_TOO_LONG;
	cells = b.years + 1;
	b.line = ARENA_ARRAY(a, struct budget_cell, n * cells + 1);
	b.group = ARENA_ARRAY(a, struct budget_cell, groups * cells + 1);
	b.total = ARENA_ARRAY(a, struct budget_cell, cells);
	for (size_t i = 0; i < n; i++) {
		struct budget_cell *row = &b.line[i * cells];
		bool counted = line[i].counts == BUDGET_COUNTED;

		if (!add_line(&line[i], &b, row) ||
		    (counted && (!add_row(&b.group[line[i].group * cells], row, cells) ||
		                 !add_row(b.total, row, cells)))) {
			*at = i;
			return BUDGET_OVERFLOW;
		}
	}
	*ret = b;
	return BUDGET_OK;
}

/* ---- what is shown ---- */

/* Units are powers of ten: the point moves, and what is behind `decimals` rounds. */
static bool
in_unit(struct number kroner, enum budget_unit u, uint8_t decimals, struct number *ret)
{
	int     drop = kroner.scale + units[u].zeros - decimals;
	int64_t n = kroner.units, rest = 0, power = 1;

	for (; drop < 0; drop++)
		if (__builtin_mul_overflow(n, 10, &n))
			return false;
	for (; drop > 0; drop--)
		power *= 10;                    /* at most 10^15 */
	rest = n % power;
	n /= power;
	if ((rest < 0 ? -rest : rest) * 2 >= power && power > 1)
		n += rest < 0 ? -1 : 1;
	*ret = NUMBER(n, decimals);
	return true;
}

bool
budget_shown(struct number kroner, enum budget_unit u, struct number *ret)
{
	return in_unit(kroner, u, units[u].decimals, ret);
}

bool
budget_exact(struct number kroner, enum budget_unit u, struct number *ret)
{
	uint8_t       all;
	struct number n;

	kroner = number_trim(kroner);
	all = (uint8_t)(kroner.scale + units[u].zeros);
	if (!in_unit(kroner, u, all < NUMBER_SCALE_MAX ? all : NUMBER_SCALE_MAX, &n))
		return false;
	*ret = number_trim(n);
	return true;
}

bool
budget_per_result(struct number kroner, struct number result, struct number *ret)
{
	struct ratio r;

	return !number_is_zero(result) && ratio_of(kroner, 1, result, 1, &r) &&
	    ratio_round(r, 0, ret);
}
