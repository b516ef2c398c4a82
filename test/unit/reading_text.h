/* reading_text.h - a reading as one line, for the tests of phrases.
 *
 *	percent <godt 65 pct.> [65, 66) good
 *	money <i alt ca. 224 mio. kr.> [223500000, 224500000] = 224000000 circa total
 *	period <senest i 2014> ..2015-01-01 year
 *	missing <./.> not_applicable
 */
#ifndef UNIT_READING_TEXT_H
#define UNIT_READING_TEXT_H

#include "core/phrase.h"

static void
put_word(struct buf *b, struct str word)
{
	if (word.len > 0)
		buf_char(b, ' ');
	buf_put(b, word);
}

static void
put_bound(struct buf *b, struct bound bound)
{
	if (bound.exists)
		number_write_plain(b, bound.at);
	else
		BUF_LIT(b, "-");
}

static void
put_quantity(struct buf *b, const struct reading *r)
{
	struct interval i = r->quantity.range;

	buf_put(b, i.low.open ? STR(" (") : STR(" ["));
	put_bound(b, i.low);
	BUF_LIT(b, ", ");
	put_bound(b, i.high);
	buf_char(b, i.high.open ? ')' : ']');
	if (r->quantity.has_point) {
		BUF_LIT(b, " = ");
		number_write_plain(b, r->quantity.point);
	}
	put_word(b, qualifier_code(r->quantity.qualifier));
	if (r->type == READING_PERCENT && r->unit == UNIT_POINT)
		BUF_LIT(b, " points");
	put_word(b, recurrence_code(r->recurrence));
}

static void
put_period(struct buf *b, struct period p)
{
	if (p.dated) {
		buf_char(b, ' ');
		if (!p.deadline)
			day_write_iso(b, p.from);
		BUF_LIT(b, "..");
		if (p.to != DAY_MAX)
			day_write_iso(b, p.to);
	}
	put_word(b, precision_code(p.precision));
}

static void
put_reading(struct buf *b, struct str text, const struct reading *r)
{
	static const char *const type[] = { "number", "percent", "money", "period", "missing" };

	buf_put(b, str_from(type[r->type]));
	BUF_LIT(b, " <");
	buf_put(b, str_slice(text, r->at, r->end));
	BUF_LIT(b, ">");
	switch (r->type) {
	case READING_NUMBER:
	case READING_PERCENT:
	case READING_MONEY:
		put_quantity(b, r);
		return;
	case READING_PERIOD:
		put_period(b, r->period);
		return;
	case READING_MISSING:
		put_word(b, missing_code(r->missing));
		return;
	}
}

#endif
