/* words_put.h - words whose figures are compared by value, as far as zeros go. */
#ifndef TEST_WORDS_PUT_H
#define TEST_WORDS_PUT_H

#include "base/buf.h"

/* Without zeros that only say how a figure was rounded: a number of a spreadsheet has none. */
static inline void
words_put(struct buf *b, struct str s)
{
	size_t i = 0;

	while (i < s.len) {
		size_t end = i + 1, kept;

		if ((s.at[i] != ',' && s.at[i] != '.') || i == 0 || s.at[i - 1] < '0' || s.at[i - 1] > '9') {
			buf_char(b, s.at[i++]);
			continue;
		}
		while (end < s.len && s.at[end] >= '0' && s.at[end] <= '9')
			end++;
		for (kept = end; kept > i + 1 && s.at[kept - 1] == '0'; kept--)
			;
		if (kept > i + 1 || end == i + 1)
			buf_put(b, str_slice(s, i, kept));
		i = end;
	}
}

#endif
