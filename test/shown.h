/* shown.h - a page as people read it: without the marks that tell programs the exact
 * figure (<data value="54.40">54,40 pct.</data>). */
#ifndef TEST_SHOWN_H
#define TEST_SHOWN_H

#include "base/arena.h"

static inline const char *
shown(struct arena *a, struct str html)
{
	char  *to = ARENA_ARRAY(a, char, html.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < html.len; i++) {
		struct str rest = str_slice(html, i, html.len);

		if (str_starts(rest, STR("<data ")) || str_starts(rest, STR("</data>")))
			i += str_find(rest, STR(">"), 0);
		else
			to[n++] = html.at[i];
	}
	return to;
}

#endif
