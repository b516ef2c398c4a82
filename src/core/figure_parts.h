/* figure_parts.h - how the reader of figures is cut up; not for others.
 *
 * figure_digits: digits with their separators and sign, and the second figure of
 * a range. figure: what stands before and after, and the reading made of it all.
 */
#ifndef CORE_FIGURE_PARTS_H
#define CORE_FIGURE_PARTS_H

#include "core/figure.h"
#include "core/words.h"

/* What is being put together. */
struct parts {
	struct str         text;
	enum notation      notation;
	size_t             at, end;             /* so far */
	enum recurrence    recurrence;
	enum qualifier     qualifier;
	bool               between;             /* "mellem" */
	bool               currency;            /* "kr." stands before the figure */
	bool               in_words;
	bool               weak;                /* "en": only with a unit */
	bool               range, is_percent, is_money, is_fraction;
	struct number      low, high;
	int64_t            num, den;
	enum unit          percent;
	struct money_words money;
	struct str         printed;
};

/* The byte after digits with separators between them: "6.105.606", "59,90". */
size_t figure_digits_end(struct str s, size_t at);

/* A signed figure in digits at `at`; `p->printed` becomes its text. */
MUST_CHECK enum number_status figure_digits(struct parts *p, size_t at, size_t *end,
                                          struct number *ret);

/* The byte where the second figure of "80-100" begins, when one does. */
MUST_CHECK bool figure_range_separator(const struct parts *p, size_t *ret);

/* After the first figure: "-100", " til 10 pct.", " og 10" after "mellem". */
MUST_CHECK enum number_status figure_second(struct parts *p);

/* "fra 5 til 2" and "steget med 5 til 47" tell a change, not a range. */
bool figure_tells_change(const struct parts *p);
bool figure_unit_follows(const struct parts *p, size_t at);

#endif
