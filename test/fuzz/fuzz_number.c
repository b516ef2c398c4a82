/* fuzz_number.c - any text as a figure in each notation: what is written of it is
 * read again as the same number, and arithmetic undoes itself. */
#include <stdint.h>
#include <stdlib.h>
#include "core/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds)
{
	if (!holds)
		abort();
}

static void
check_written(struct number n, enum notation notation)
{
	struct number again = NUMBER_ZERO;
	struct buf    b;

	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, n, notation);
	require(buf_ok(&b));
	require(number_parse(buf_str(&b), notation, &again) == NUMBER_OK);
	require(number_cmp(n, again) == 0);
	require(notation == NOTATION_NONE || n.scale == again.scale);
	b.len = 0;
	number_write_plain(&b, n);
	require(buf_ok(&b) && number_from_plain(buf_str(&b), &again));
	require(n.units == again.units && n.scale == again.scale);
	buf_free(&b);
}

static void
check_arithmetic(struct number n)
{
	struct number sum = NUMBER_ZERO, back = NUMBER_ZERO, rounded;
	struct ratio  r;

	if (number_add(n, NUMBER(12345, 3), &sum) && number_sub(sum, NUMBER(12345, 3), &back))
		require(number_cmp(n, back) == 0);
	require(number_cmp(number_trim(n), n) == 0);
	require(number_rescale(n, 0, &rounded));
	if (number_is_zero(n))
		return;
	require(ratio_of(n, 7, n, 3, &r));
	require(r.num == 7 && r.den == 3);
	require(ratio_of(n, 1, NUMBER(1, 0), 1, &r));
	require(ratio_cmp(r, n) == 0);
	require(ratio_round(r, 0, &back) && number_cmp(back, rounded) == 0);
	require((ratio_cmp(r, NUMBER(1, 1)) > 0) == (number_cmp(n, NUMBER(1, 1)) > 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str         text = { (const char *)data, size };
	struct number      n = NUMBER_ZERO, other = NUMBER_ZERO;
	enum number_status strict = number_parse(text, NOTATION_NONE, &other);

	for (int notation = NOTATION_DA; notation <= NOTATION_NONE; notation++) {
		enum number_status status = number_parse(text, (enum notation)notation, &n);

		require(status != NUMBER_AMBIGUOUS || notation == NOTATION_NONE);
		if (status != NUMBER_OK)
			continue;
		/* what reads in one way only reads that way everywhere */
		require(strict == NUMBER_AMBIGUOUS ||
		    (strict == NUMBER_OK && number_cmp(n, other) == 0));
		for (int w = NOTATION_DA; w <= NOTATION_NONE; w++)
			check_written(n, (enum notation)w);
		check_arithmetic(n);
	}
	return 0;
}
