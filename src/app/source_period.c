#include "app/source_period.h"

/* "2007-12-01/P91D" */
static bool
read_interval(struct str code, struct period *ret)
{
	struct str days = code, from = str_cut(&days, '/');
	int32_t    day;
	int64_t    n;

	if (!str_starts(days, STR("P")) || !str_ends(days, STR("D")) || !day_from_iso(from, &day) ||
	    !str_int(str_slice(days, 1, days.len - 1), &n) || n < 1 || n > 36600)
		return false;
	*ret = (struct period){ .from = day, .to = day + (int32_t)n, .precision = PRECISION_RANGE,
	                        .dated = true };
	return true;
}

/* A code of a bureau or of SDMX in the words that periods are read by. */
static struct str
in_words(struct arena *a, struct str code)
{
	struct str year = str_slice(code, 0, 4), rest = str_slice(code, 4, code.len), of;
	char       sign;

	if (str_starts(rest, STR("-")))
		rest = str_slice(rest, 1, rest.len);
	if (rest.len < 2)
		return code;
	sign = rest.at[0];
	of = str_slice(rest, 1, rest.len);
	if (sign == 'U' || sign == 'W')
		return arena_printf(a, "uge " STR_FMT " " STR_FMT, STR_ARG(of), STR_ARG(year));
	if (sign == 'M' && rest.len == 6 && rest.at[3] == 'D')
		return arena_printf(a, STR_FMT "-" STR_FMT "-" STR_FMT, STR_ARG(year),
		    STR_ARG(str_slice(rest, 1, 3)), STR_ARG(str_slice(rest, 4, 6)));
	if (sign == 'Q' || sign == 'K')
		return arena_printf(a, STR_FMT "K" STR_FMT, STR_ARG(year), STR_ARG(of));
	if (sign == 'S' || sign == 'H')
		return arena_printf(a, STR_FMT "H" STR_FMT, STR_ARG(year), STR_ARG(of));
	if (sign == 'M' || (rest.len == 2 && code.len == 7))
		return arena_printf(a, STR_FMT "M" STR_FMT, STR_ARG(year), STR_ARG(sign == 'M' ? of : rest));
	return sign == 'A' && str_eq(of, STR("1")) ? year : code;
}

bool
source_period(struct arena *a, struct str code, struct period *ret)
{
	struct period p;
	int64_t       n;

	if (read_interval(code, ret))
		return true;
	if (str_int(str_slice(code, 0, 4), &n) && n >= 1000)
		code = in_words(a, code);
	if (!period_parse(code, &p) || !p.dated || p.deadline)
		return false;
	*ret = p;
	return true;
}
