/* money.h - amounts in kroner and øre, exact, with how often and in what unit.
 *
 * `6.105.606 kr.`, `kr. 300.000`, `1,95 mio. kr.`, `0 kr.`, `36 mio.`, `8 milliarder kr.`
 * are amounts. An amount keeps the interval of the precision it was printed in:
 * "6,9 mio. kr." is 6,900,000 in [6,850,000, 6,950,000]; full kroner are exact.
 */
#ifndef CORE_MONEY_H
#define CORE_MONEY_H

#include "core/quantity.h"

/* How often an amount falls due; NONE where the text does not say. */
#define RECURRENCES(X)                                                       \
	X(NONE, "") X(ONCE, "once") X(YEAR, "year") X(TOTAL, "total")        \
	X(MONTH, "month") X(WEEK, "week")

enum recurrence {
#define X(id, code) RECURRENCE_##id,
	RECURRENCES(X)
#undef X
	RECURRENCE_COUNT
};

struct str recurrence_code(enum recurrence r);
MUST_CHECK bool recurrence_from_code(struct str code, enum recurrence *ret);

/* What pays. In kind is hours of staff. */
#define FINANCINGS(X)                                                        \
	X(MUNICIPAL,    "municipal",    "kommunal",      "municipal")        \
	X(STATE_GRANT,  "state_grant",  "statslig",      "state grant")      \
	X(STATE_REFUND, "state_refund", "statsrefusion", "state refund")     \
	X(FUND,         "fund",         "fond",          "fund")             \
	X(IN_KIND,      "in_kind",      "medarbejdertimer", "in kind")

enum financing {
#define X(id, code, da, en) FINANCING_##id,
	FINANCINGS(X)
#undef X
	FINANCING_COUNT
};

struct str financing_code(enum financing f);
struct str financing_title(enum financing f, bool danish);
MUST_CHECK bool financing_from_code(struct str code, enum financing *ret);

struct money {
	struct quantity amount;         /* kroner, at most two decimals in the point */
	struct number   printed;        /* the figure before its unit: 6,9; of a range the first */
	int64_t         factor;         /* 1, 1000, 1000000 or 1000000000 kroner */
	enum recurrence recurrence;
};

/* `printed` in units of `factor` kroner. False: overflow, or finer than an øre. */
MUST_CHECK bool money_make(struct number printed, int64_t factor, enum qualifier q,
                           struct money *ret);

/* "5-10 mio. kr.": from `low` to `high`. False: overflow, or high < low. */
MUST_CHECK bool money_make_range(struct number low, struct number high, int64_t factor,
                                 struct money *ret);

/* The whole of `text` is an amount in kroner, with its qualifier and recurrence;
 * a figure without `kr.` or `mio.` is not. */
MUST_CHECK enum number_status money_parse(struct str text, enum notation, struct money *ret);

/* "6,9 mio. kr.", "6.105.606 kr."; English: "DKK 6.9 million". */
void money_write(struct buf *b, const struct money *m, enum notation);

#endif
