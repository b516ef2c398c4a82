#include "document/cell_number.h"
#include <string.h>

#define GENERAL_DIGITS 15
#define POINT_MAX      300
#define DECIMALS_MAX   30
#define DAYS_MAX       2958465          /* 31 December 9999 */
#define SECONDS_A_DAY  86400

/* ---- reading ---- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits that stand, at most one more than is kept. */
static bool
read_digits(struct str s, size_t *at, struct cell_number *n, char extra[1])
{
	bool point = false, any = false;
	size_t seen = 0;

	for (; *at < s.len && (is_digit(s.at[*at]) || (s.at[*at] == '.' && !point)); ++*at) {
		char c = s.at[*at];

		if (c == '.') {
			point = true;
			continue;
		}
		any = true;
		if (seen > 0 || c != '0') {
			if (seen < CELL_DIGITS)
				n->digit[n->len++] = c;
			else if (seen == CELL_DIGITS)
				extra[0] = c;
			seen++;
			n->point += !point;
		} else {
			n->point -= point;
		}
	}
	return any;
}

static void
trim(struct cell_number *n)
{
	while (n->len > 0 && n->digit[n->len - 1] == '0')
		n->len--;
	if (n->len == 0) {
		n->point = 0;
		n->negative = false;
	}
}

/* Keeps `keep` digits; `next`: what follows the last that is there. */
static void
round_to(struct cell_number *n, size_t keep, char next)
{
	bool up;

	if (keep > n->len)
		return;
	up = (keep < n->len ? n->digit[keep] : next) >= '5';
	n->len = keep;
	while (up && n->len > 0) {
		up = n->digit[n->len - 1] == '9';
		if (up)
			n->len--;
		else
			n->digit[n->len - 1]++;
	}
	if (up) {
		n->digit[n->len++] = '1';
		n->point++;
	}
	trim(n);
}

bool
cell_number_read(struct str s, struct cell_number *ret)
{
	struct cell_number n = { .len = 0 };
	char    extra[1] = { '0' };
	size_t  at = 0;
	int64_t power = 0;

	s = str_trim(s);
	if (at < s.len && (s.at[at] == '-' || s.at[at] == '+'))
		n.negative = s.at[at++] == '-';
	if (s.len > 1000 || !read_digits(s, &at, &n, extra))
		return false;
	if (at < s.len && (s.at[at] == 'E' || s.at[at] == 'e')) {
		at += at + 1 < s.len && s.at[at + 1] == '+' ? 2 : 1;
		if (!str_int(str_slice(s, at, s.len), &power) || power > POINT_MAX || power < -POINT_MAX)
			return false;
		at = s.len;
	}
	n.point += (int)power;
	round_to(&n, n.len, extra[0]);
	if (at != s.len || n.point > POINT_MAX || n.point < -POINT_MAX)
		return false;
	*ret = n;
	return true;
}

/* ---- writing ---- */

static char
digit_at(const struct cell_number *n, int at)
{
	return at >= 0 && (size_t)at < n->len ? n->digit[at] : '0';
}

void
cell_number_write(struct buf *b, const struct cell_number *was, size_t integer, size_t required,
                  size_t decimals)
{
	struct cell_number n = *was;
	int whole, places, keep;

	if (decimals > DECIMALS_MAX)
		decimals = DECIMALS_MAX;
	keep = n.point + (int)decimals;
	if (keep < 0)
		n.len = 0;
	else
		round_to(&n, (size_t)keep, '0');
	whole = n.len > 0 && n.point > 0 ? n.point : 0;
	for (int i = integer > 0 && integer < DECIMALS_MAX ? (int)integer : 1; i > whole; i--)
		buf_char(b, '0');
	for (int i = 0; i < whole; i++)
		buf_char(b, digit_at(&n, i));
	places = n.len > 0 ? (int)n.len - n.point : 0;
	if (places < (int)required)
		places = (int)required < (int)decimals ? (int)required : (int)decimals;
	if (places > 0)
		buf_char(b, ',');
	for (int i = 0; i < places; i++)
		buf_char(b, n.len > 0 ? digit_at(&n, n.point + i) : '0');
}

void
cell_number_write_general(struct buf *b, const struct cell_number *was)
{
	struct cell_number n = *was;

	round_to(&n, GENERAL_DIGITS, '0');
	cell_number_write(b, &n, 1, 0, DECIMALS_MAX);
}

/* ---- dates ---- */

/* Of days since 1 January 1970 in the Gregorian calendar. */
static void
put_civil(struct buf *b, int64_t days, struct cell_date how)
{
	static const char *const months[] = {
		"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
		"oktober", "november", "december",
	};
	int64_t z = days + 719468, era = z / 146097, doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	int64_t day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9;
	int64_t year = yoe + era * 400 + (month <= 2);

	if (how.year && !how.month && !how.day)
		buf_putf(b, "%04lld", (long long)year);
	else if (how.year && !how.day)
		buf_putf(b, "%s %lld", months[month - 1], (long long)year);
	else
		buf_putf(b, "%04lld-%02lld-%02lld", (long long)year, (long long)month, (long long)day);
}

/* Days and seconds of the day; false: no day of a calendar. */
static bool
split(const struct cell_number *n, int64_t *days, int64_t *seconds)
{
	int64_t part = 0;

	*days = 0;
	if (n->negative || n->point > 7)
		return false;
	for (int i = 0; i < n->point; i++)
		*days = *days * 10 + (digit_at(n, i) - '0');
	for (int i = 0; i < 9; i++)
		part = part * 10 + (digit_at(n, n->point + i) - '0');
	*seconds = (part * SECONDS_A_DAY + 500000000) / 1000000000;
	*days += *seconds / SECONDS_A_DAY;
	*seconds %= SECONDS_A_DAY;
	return *days <= DAYS_MAX;
}

void
cell_number_write_date(struct buf *b, const struct cell_number *n, struct cell_date how)
{
	int64_t days, seconds, hours;
	bool    dated = how.year || how.day || (how.month && !how.hour && !how.elapsed);

	if (!split(n, &days, &seconds)) {
		if (n->negative)
			buf_char(b, '-');
		cell_number_write_general(b, n);
		return;
	}
	/* The 60th day of 1900 never was, but is counted. */
	if (dated && how.from_1904)
		put_civil(b, days - 24107, how);
	else if (dated)
		put_civil(b, days - (days > 60 ? 25569 : 25568), how);
	if (!how.hour && dated)
		return;
	if (dated)
		buf_char(b, ' ');
	hours = seconds / 3600 + (how.elapsed ? 24 * days : 0);
	buf_putf(b, "%02lld:%02lld", (long long)hours, (long long)(seconds / 60 % 60));
	if (seconds % 60 != 0)
		buf_putf(b, ":%02lld", (long long)(seconds % 60));
}
