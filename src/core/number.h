/* number.h - exact decimals, and exact fractions of them.
 *
 * A number is units / 10^scale and keeps the decimals it was printed with:
 * "59,90" is 5990 at scale 2. No binary floating point, no wrap: what does not
 * fit in 64 bits is refused. (domain.md, 2: Numbers)
 */
#ifndef CORE_NUMBER_H
#define CORE_NUMBER_H

#include "base/arena.h"
#include "base/buf.h"

#define NUMBER_SCALE_MAX 9
#define NUMBER_TEXT_MAX  32             /* any number, in any notation, with NUL */

struct number {
	int64_t units;
	uint8_t scale;                  /* decimals, 0 to NUMBER_SCALE_MAX */
};

/* How a figure is written: 1.234,5 | 1,234.5 | only what can be read one way. */
enum notation { NOTATION_DA, NOTATION_EN, NOTATION_NONE };

enum number_status {
	NUMBER_OK,
	NUMBER_NOT,                     /* not a figure */
	NUMBER_AMBIGUOUS,               /* "1.234" where no notation is declared */
	NUMBER_OVERFLOW,                /* more digits than 64 bits hold exactly */
};

#define NUMBER(u, s) ((struct number){ (u), (s) })
#define NUMBER_ZERO  NUMBER(0, 0)

/* The whole of `text`: digits with an optional sign (-, + or U+2212), separators
 * of thousands (a blank is one too, "6 105 606") and decimals. A shape that can be read in one way only is read
 * that way in every notation ("1.234,5", "1,234.5", "54.40", "0,123"). */
MUST_CHECK enum number_status number_parse(struct str text, enum notation, struct number *ret);

/* With all its decimals and a separator between thousands from 1.000 on. Without
 * a notation no thousands, and "1.2340" for what "1.234" would leave open. */
void number_write(struct buf *b, struct number n, enum notation);

/* As in CSV and JSON: decimal point, no thousands, the decimals it has. */
void       number_write_plain(struct buf *b, struct number n);
struct str number_plain(struct arena *a, struct number n);
MUST_CHECK bool number_from_plain(struct str text, struct number *ret);

int  number_cmp(struct number a, struct number b);      /* any scales, exact */
bool number_is_zero(struct number n);
int  number_sign(struct number n);                      /* -1, 0, 1 */

/* Exact, at the larger scale (mul: the sum of the scales, trailing zeros
 * dropped until it fits). False when the result does not fit. */
MUST_CHECK bool number_add(struct number a, struct number b, struct number *ret);
MUST_CHECK bool number_sub(struct number a, struct number b, struct number *ret);
MUST_CHECK bool number_mul(struct number a, struct number b, struct number *ret);
MUST_CHECK bool number_neg(struct number a, struct number *ret);

/* At `scale` decimals: more are zeros, fewer round half away from zero. */
MUST_CHECK bool number_rescale(struct number n, uint8_t scale, struct number *ret);

/* Without trailing zero decimals. */
struct number   number_trim(struct number n);

/* ---- fractions: paces and rates, compared unrounded ---- */

__extension__ typedef __int128 wide;

struct ratio {
	wide num, den;                  /* den > 0, lowest terms */
};

/* a*x / (b*y), with integer factors such as days. False: division by zero or
 * more than 127 bits. */
MUST_CHECK bool ratio_of(struct number a, int64_t x, struct number b, int64_t y,
                         struct ratio *ret);
MUST_CHECK bool ratio_div(struct ratio a, struct ratio b, struct ratio *ret);
int             ratio_cmp(struct ratio a, struct number b);
/* Rounded half away from zero to `scale` decimals. */
MUST_CHECK bool ratio_round(struct ratio r, uint8_t scale, struct number *ret);

#endif
