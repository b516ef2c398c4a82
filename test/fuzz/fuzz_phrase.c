/* fuzz_phrase.c - any text: readings lie in order, apart and inside it, each
 * interval holds its point, no reading begins or ends inside a letter, and each
 * amount is read again as it is written. */
#include <stdint.h>
#include <stdlib.h>
#include "base/utf8.h"
#include "core/phrase.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define TEXT_MAX ((size_t)4096)

static void
require(bool holds)
{
	if (!holds)
		abort();
}

static bool
between_letters(struct str text, size_t at)
{
	return at == text.len || ((unsigned char)text.at[at] & 0xC0) != 0x80;
}

static void
check_interval(struct quantity q)
{
	struct interval i = q.range;

	if (i.low.exists && i.high.exists)
		require(number_cmp(i.low.at, i.high.at) <= 0);
	if (q.has_point)
		require(interval_contains(i, q.point));
	require(q.has_point || i.low.exists || i.high.exists);
}

static void
check_money(const struct money *m, enum notation notation)
{
	struct money again = *m;
	struct buf   b;

	buf_init(&b, 200);
	money_write(&b, m, notation);
	require(buf_ok(&b));
	require(money_parse(buf_str(&b), notation, &again) == NUMBER_OK);
	require(again.factor == m->factor && again.amount.qualifier == m->amount.qualifier);
	require(number_cmp(again.printed, m->printed) == 0);
	buf_free(&b);
}

static void
check_reading(struct str text, const struct reading *r)
{
	require(r->end <= text.len && r->at <= r->end);
	require(between_letters(text, r->at) && between_letters(text, r->end));
	switch (r->type) {
	case READING_MONEY:
		check_interval(r->quantity);
		check_money(&r->money, NOTATION_DA);
		check_money(&r->money, NOTATION_EN);
		return;
	case READING_NUMBER:
	case READING_PERCENT:
		check_interval(r->quantity);
		return;
	case READING_PERIOD:
		require(!r->period.dated || r->period.from < r->period.to);
		require(!r->period.dated || period_may_be_dated(text));
		return;
	case READING_MISSING:
		require(r->missing != MISSING_NONE);
		return;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };

	if (size > TEXT_MAX || utf8_check(text) != SIZE_MAX)
		return 0;
	for (int notation = NOTATION_DA; notation <= NOTATION_NONE; notation++) {
		struct arena    a = { 0 };
		struct diags    d = diags_new(&a);
		struct readings r = phrase_read(&a, text, (enum notation)notation, &d);
		size_t          end = 0;

		for (size_t i = 0; i < r.len; i++) {
			require(r.at[i].at >= end);
			end = r.at[i].end;
			check_reading(text, &r.at[i]);
		}
		require(notation == NOTATION_NONE || d.count <= size);
		arena_free(&a);
	}
	return 0;
}
