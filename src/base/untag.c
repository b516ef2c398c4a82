#include "base/untag.h"

static const struct {
	struct str is;
	char       stands_for;
} marks[] = {
	{ STR_INIT("&lt;"), '<' }, { STR_INIT("&gt;"), '>' }, { STR_INIT("&amp;"), '&' },
	{ STR_INIT("&quot;"), '"' }, { STR_INIT("&#39;"), '\'' },
};

/* The letter at the start of `s`, and its bytes. */
static char
letter(struct str s, size_t *bytes)
{
	for (size_t i = 0; s.at[0] == '&' && i < COUNT_OF(marks); i++)
		if (str_starts(s, marks[i].is)) {
			*bytes = marks[i].is.len;
			return marks[i].stands_for;
		}
	*bytes = 1;
	return s.at[0];
}

struct str
untag(struct arena *a, struct str html)
{
	char  *words = arena_bytes(a, html.len + 1);
	size_t n = 0, bytes;

	for (size_t at = 0; at < html.len; at += bytes) {
		struct str rest = str_slice(html, at, html.len);
		size_t     end = rest.at[0] == '<' ? str_find(rest, STR(">"), 0) : SIZE_MAX;

		if (end == SIZE_MAX) {
			words[n++] = letter(rest, &bytes);
			continue;
		}
		bytes = end + 1;
		if (n > 0 && words[n - 1] != ' ')
			words[n++] = ' ';
	}
	return str_trim((struct str){ words, n });
}
