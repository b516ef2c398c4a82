/* observation.h - a measurement as it is stored: compact, exact, without words.
 *
 * One row is eight integers of key and six of value; the codes that say how the
 * figure was printed are packed into one small integer, `form`.
 */
#ifndef MODEL_OBSERVATION_H
#define MODEL_OBSERVATION_H

#include "core/indicator.h"

struct observation_row {
	int64_t indicator, area, group; /* things; group 0: everybody */
	int32_t from, to;               /* days, half-open */
	int64_t method;                 /* version number, from 1 */
	int64_t since, until;           /* changes */
	int64_t value;                  /* units of the figure as printed; 0 when missing */
	int64_t form;                   /* see struct observation_form */
	int64_t high;                   /* units of a range's upper end; a survey's design effect x 100 */
	int64_t sample;                 /* a survey's answers; else 0 */
	int64_t line, column;
};

/* What `form` packs: scale (4 bits), precision (4), qualifier (4), missing (4),
 * assumed, preliminary, breaks (1 each). */
struct observation_form {
	uint8_t        scale;
	enum precision precision;
	enum qualifier qualifier;
	enum missing   missing;
	bool           assumed, preliminary, breaks;
};

int64_t observation_pack(struct observation_form f);
/* False: not a form that this program writes. */
MUST_CHECK bool observation_unpack(int64_t form, struct observation_form *ret);

/* By indicator, area, period, group and method: rows of one measurement are equal, whatever
 * versions of it they are. */
int observation_row_cmp(const struct observation_row *a, const struct observation_row *b);

/* The observation that a row of an indicator measured in `unit` states. The
 * source is left empty. False: overflow, or a form that is not one. */
MUST_CHECK bool observation_of_row(const struct observation_row *row, enum unit unit,
                                   struct observation *ret);

#endif
