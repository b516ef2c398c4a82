#include "core/number.h"

#define GROUPS_MAX 32                   /* groups of digits that a shape may have */

static const int64_t ten_to[19] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
	10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000,
	1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
};

static bool
fits(wide v)
{
	return v >= INT64_MIN && v <= INT64_MAX;
}

/* ---- reading ---- */

/* A figure as runs of digits with one separator between each two. */
struct shape {
	struct str digits;              /* sign removed */
	size_t     count;               /* groups */
	size_t     len[GROUPS_MAX];     /* digits of each group */
	char       sep[GROUPS_MAX];     /* before each group but the first: '.', ',' or ' ' */
	bool       negative;
};

/* Bytes of the separator at the start of `s`, or 0. Every blank is written ' '. */
static size_t
separator(struct str s, char *ret)
{
	static const struct str blanks[] = {
		STR_INIT(" "), STR_INIT("\xC2\xA0"), STR_INIT("\xE2\x80\xAF"),
		STR_INIT("\xE2\x80\x89"),
	};

	if (s.len > 0 && (s.at[0] == '.' || s.at[0] == ',')) {
		*ret = s.at[0];
		return 1;
	}
	for (size_t i = 0; i < COUNT_OF(blanks); i++)
		if (str_starts(s, blanks[i])) {
			*ret = ' ';
			return blanks[i].len;
		}
	return 0;
}

static size_t
digits_at_start(struct str s)
{
	size_t n = 0;

	while (n < s.len && s.at[n] >= '0' && s.at[n] <= '9')
		n++;
	return n;
}

static struct str
without_sign(struct str s, bool *negative)
{
	static const struct str minus = STR_INIT("\xE2\x88\x92");

	*negative = str_starts(s, STR("-")) || str_starts(s, minus);
	if (str_starts(s, STR("-")) || str_starts(s, STR("+")))
		return str_slice(s, 1, s.len);
	return *negative ? str_slice(s, minus.len, s.len) : s;
}

static bool
shape_read(struct str text, struct shape *ret)
{
	struct shape sh = { 0 };
	struct str   rest = without_sign(text, &sh.negative);
	size_t       n;

	sh.digits = rest;
	for (;;) {
		if (sh.count == GROUPS_MAX || (n = digits_at_start(rest)) == 0)
			return false;
		sh.len[sh.count++] = n;
		rest = str_slice(rest, n, rest.len);
		if (rest.len == 0)
			break;
		if (sh.count == GROUPS_MAX || (n = separator(rest, &sh.sep[sh.count])) == 0)
			return false;
		rest = str_slice(rest, n, rest.len);
	}
	*ret = sh;
	return true;
}

/* Groups [0, count) are a whole number with one kind of separator of thousands. */
static bool
is_grouped(const struct shape *sh, size_t count)
{
	if (count == 1)
		return true;
	if (sh->len[0] > 3 || sh->digits.at[0] == '0')
		return false;
	for (size_t i = 1; i < count; i++)
		if (sh->len[i] != 3 || sh->sep[i] != sh->sep[1])
			return false;
	return true;
}

/* One separator, `.` or `,`: thousands or decimals? */
static enum number_status
single_separator(const struct shape *sh, enum notation notation, bool *decimal)
{
	*decimal = true;
	if (!is_grouped(sh, 2))
		return NUMBER_OK;
	switch (notation) {
	case NOTATION_DA:
		*decimal = sh->sep[1] == ',';
		return NUMBER_OK;
	case NOTATION_EN:
		*decimal = sh->sep[1] == '.';
		return NUMBER_OK;
	case NOTATION_NONE:
		break;
	}
	return NUMBER_AMBIGUOUS;
}

/* Decide whether the last group is decimals. */
static enum number_status
shape_judge(const struct shape *sh, enum notation notation, bool *decimal)
{
	size_t last = sh->count - 1;

	*decimal = false;
	if (sh->count == 1)
		return NUMBER_OK;
	if (sh->count == 2 && sh->sep[1] != ' ')
		return single_separator(sh, notation, decimal);
	if (is_grouped(sh, sh->count))
		return NUMBER_OK;
	*decimal = true;
	if (sh->sep[last] == ' ' || sh->sep[last] == sh->sep[1] || !is_grouped(sh, last))
		return NUMBER_NOT;
	return NUMBER_OK;
}

/* Downwards, so that the smallest number fits too. */
static bool
digits_value(struct str s, bool negative, int64_t *ret)
{
	int64_t v = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			continue;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_sub_overflow(v, s.at[i] - '0', &v))
			return false;
	}
	if (!negative && __builtin_sub_overflow(0, v, &v))
		return false;
	*ret = v;
	return true;
}

enum number_status
number_parse(struct str text, enum notation notation, struct number *ret)
{
	struct shape       sh;
	bool               decimal;
	enum number_status status;
	int64_t            units;
	size_t             scale;

	if (!shape_read(text, &sh))
		return NUMBER_NOT;
	status = shape_judge(&sh, notation, &decimal);
	if (status != NUMBER_OK)
		return status;
	scale = decimal ? sh.len[sh.count - 1] : 0;
	if (scale > NUMBER_SCALE_MAX || !digits_value(sh.digits, sh.negative, &units))
		return NUMBER_OVERFLOW;
	*ret = NUMBER(units, (uint8_t)scale);
	return NUMBER_OK;
}

bool
number_from_plain(struct str text, struct number *ret)
{
	struct str whole, rest = text;
	bool       negative = str_starts(text, STR("-"));
	bool       point = str_find(text, STR("."), 0) != SIZE_MAX;
	int64_t    units;

	if (negative)
		rest = str_slice(text, 1, text.len);
	whole = str_cut(&rest, '.');
	if (whole.len == 0 || digits_at_start(whole) != whole.len)
		return false;
	if (point && (rest.len == 0 || digits_at_start(rest) != rest.len))
		return false;
	if (rest.len > NUMBER_SCALE_MAX || !digits_value(text, negative, &units))
		return false;
	*ret = NUMBER(units, (uint8_t)rest.len);
	return true;
}

/* ---- writing ---- */

/* Digits with `thousands` ('\0': none) and `decimal` between them. */
static void
write_digits(struct buf *b, struct number n, char thousands, char decimal)
{
	uint64_t magnitude = n.units < 0 ? 0 - (uint64_t)n.units : (uint64_t)n.units;
	char     text[NUMBER_TEXT_MAX];
	size_t   at = sizeof text, len = 0;

	do {
		if (len > 0 && len == n.scale)
			text[--at] = decimal;
		else if (len > n.scale && (len - n.scale) % 3 == 0 && thousands != '\0')
			text[--at] = thousands;
		text[--at] = (char)('0' + magnitude % 10);
		magnitude /= 10;
		len++;
	} while (magnitude > 0 || len <= n.scale);
	if (n.units < 0)
		text[--at] = '-';
	buf_put(b, (struct str){ text + at, sizeof text - at });
}

void
number_write(struct buf *b, struct number n, enum notation notation)
{
	int64_t whole = n.units / ten_to[n.scale];

	switch (notation) {
	case NOTATION_DA:
		write_digits(b, n, '.', ',');
		return;
	case NOTATION_EN:
		write_digits(b, n, ',', '.');
		return;
	case NOTATION_NONE:
		break;
	}
	write_digits(b, n, '\0', '.');
	/* "1.234" could be read in two ways, "1.2340" in one only. */
	if (n.scale == 3 && whole != 0 && whole > -1000 && whole < 1000)
		buf_char(b, '0');
}

void
number_write_plain(struct buf *b, struct number n)
{
	write_digits(b, n, '\0', '.');
}

struct str
number_plain(struct arena *a, struct number n)
{
	struct buf b;
	struct str text;

	buf_init(&b, NUMBER_TEXT_MAX);
	number_write_plain(&b, n);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* ---- arithmetic ---- */

/* `n` at `scale`, which must not be smaller than its own. */
static wide
widened(struct number n, uint8_t scale)
{
	return (wide)n.units * ten_to[scale - n.scale];
}

static uint8_t
larger_scale(struct number a, struct number b)
{
	return a.scale > b.scale ? a.scale : b.scale;
}

int
number_cmp(struct number a, struct number b)
{
	uint8_t scale = larger_scale(a, b);
	wide    x = widened(a, scale), y = widened(b, scale);

	return (x > y) - (x < y);
}

bool
number_is_zero(struct number n)
{
	return n.units == 0;
}

int
number_sign(struct number n)
{
	return (n.units > 0) - (n.units < 0);
}

static bool
from_wide(wide units, uint8_t scale, struct number *ret)
{
	if (!fits(units))
		return false;
	*ret = NUMBER((int64_t)units, scale);
	return true;
}

bool
number_add(struct number a, struct number b, struct number *ret)
{
	uint8_t scale = larger_scale(a, b);

	return from_wide(widened(a, scale) + widened(b, scale), scale, ret);
}

bool
number_sub(struct number a, struct number b, struct number *ret)
{
	uint8_t scale = larger_scale(a, b);

	return from_wide(widened(a, scale) - widened(b, scale), scale, ret);
}

bool
number_mul(struct number a, struct number b, struct number *ret)
{
	wide    units = (wide)a.units * b.units;
	uint8_t scale = (uint8_t)(a.scale + b.scale);

	while (scale > 0 && units % 10 == 0 && (scale > NUMBER_SCALE_MAX || !fits(units))) {
		units /= 10;
		scale--;
	}
	return scale <= NUMBER_SCALE_MAX && from_wide(units, scale, ret);
}

bool
number_neg(struct number a, struct number *ret)
{
	return from_wide(-(wide)a.units, a.scale, ret);
}

bool
number_rescale(struct number n, uint8_t scale, struct number *ret)
{
	wide units, step;

	if (scale > NUMBER_SCALE_MAX)
		return false;
	if (scale >= n.scale)
		return from_wide(widened(n, scale), scale, ret);
	step = ten_to[n.scale - scale];
	units = (wide)n.units + (n.units < 0 ? -step / 2 : step / 2);
	return from_wide(units / step, scale, ret);
}

struct number
number_trim(struct number n)
{
	while (n.scale > 0 && n.units % 10 == 0) {
		n.units /= 10;
		n.scale--;
	}
	return n;
}
