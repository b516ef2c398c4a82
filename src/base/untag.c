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

/* Where the next mark begins, at `from` or after it. */
static size_t
next_mark(struct str s, size_t from)
{
	while (from < s.len && s.at[from] != '<' && s.at[from] != '&')
		from++;
	return from;
}

struct str
untag(struct arena *a, struct str html)
{
	char  *words = arena_bytes(a, html.len + 1);
	size_t n = 0, bytes;

	for (size_t at = 0; at < html.len; at += bytes) {
		size_t mark = next_mark(html, at);
		size_t end = mark < html.len && html.at[mark] == '<' ? str_find(html, STR(">"), mark) : SIZE_MAX;

		memcpy(words + n, html.at + at, mark - at);
		n += mark - at;
		at = mark;
		bytes = 0;
		if (end != SIZE_MAX) {
			bytes = end + 1 - mark;
			if (n > 0 && words[n - 1] != ' ')
				words[n++] = ' ';
		} else if (mark < html.len) {
			words[n++] = letter(str_slice(html, mark, html.len), &bytes);
		}
	}
	return str_trim((struct str){ words, n });
}
