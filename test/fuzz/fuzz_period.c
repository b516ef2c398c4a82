/* fuzz_period.c - any text: what is read as a period is written, in both
 * languages, and read back as the same period; what is found in running text
 * lies inside the text and ends after it begins.
 */
#include <stdint.h>
#include <stdlib.h>
#include "core/period.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool holds)
{
	if (!holds)
		abort();
}

static void
check_period(struct period p)
{
	struct period again = { 0 };

	require(!p.dated || period_valid(p));
	for (int danish = 0; danish < 2; danish++) {
		struct buf b;

		buf_init(&b, 256);
		period_write(&b, p, danish);
		require(buf_ok(&b) && period_parse(buf_str(&b), &again) && period_eq(p, again));
		buf_free(&b);
	}
}

/* Two days and a precision: what is stored is what comes back. */
static void
check_stored(const uint8_t *data)
{
	int32_t       from = (int32_t)((uint32_t)data[0] << 16 | (uint32_t)data[1] << 8 | data[2]);
	int32_t       to = from + data[3] + (data[4] << 4);
	struct period p = period_make(data[5] & 1 ? DAY_MIN : from, to,
	                              (enum precision)(data[6] % PRECISION_COUNT));

	if (period_valid(p))
		check_period(p);
	require(!p.deadline || p.from < p.to);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };

	for (size_t at = 0; at < text.len; at++) {
		struct period      p = { 0 };
		size_t             end = 0;
		enum period_status s = period_scan(text, at, &end, &p);

		if (s != PERIOD_NOT)
			require(end > at && end <= text.len);
		if (s == PERIOD_OK)
			check_period(p);
	}
	for (size_t at = 0; at < size; at++) {
		struct period p = { 0 };
		struct str    line = str_cut(&text, '\n');

		if (period_parse(line, &p))
			check_period(p);
	}
	if (size >= 7)
		check_stored(data);
	return 0;
}
