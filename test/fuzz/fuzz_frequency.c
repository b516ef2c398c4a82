/* Words for how often: a step is whole and positive, and the period after the latest
 * begins and ends later, is followed by its own next, and keeps its length when it
 * is counted in days. */
#include <stdlib.h>
#include "base/utf8.h"
#include "core/frequency.h"

static void
must(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct str latest[] = {
		STR_INIT("2008"), STR_INIT("31. januar 2012"), STR_INIT("vinter 2008"),
		STR_INIT("2. halvår 2011"), STR_INIT("1.-2. september 2012"),
	};
	struct str       words = { (const char *)data, size };
	struct frequency f;

	if (utf8_check(words) != SIZE_MAX || !frequency_parse(words, &f))
		return 0;
	must(f.months >= 0 && f.days >= 0 && (f.months > 0) != (f.days > 0));
	for (size_t i = 0; i < COUNT_OF(latest); i++) {
		struct period p, next, after;

		must(period_parse(latest[i], &p));
		must(frequency_next(f, p, &next));
		must(next.from > p.from && next.to > p.to && next.from < next.to);
		must(period_valid(next));
		must(f.days == 0 || next.to - next.from == p.to - p.from);
		must(frequency_next(f, next, &after) && after.to > next.to);
	}
	return 0;
}
