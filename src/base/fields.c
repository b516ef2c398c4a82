#include "base/fields.h"

void
fields_put(struct buf *b, struct str s)
{
	size_t from = 0;

	buf_char(b, '\t');
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		char escape = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : 0;

		if (escape == 0)
			continue;
		buf_put(b, str_slice(s, from, i));
		buf_char(b, '\\');
		buf_char(b, escape);
		from = i + 1;
	}
	buf_put(b, str_slice(s, from, s.len));
}

void
fields_put_int(struct buf *b, int64_t n)
{
	buf_char(b, '\t');
	buf_int(b, n, 1);
}

static struct str
plain(struct arena *a, struct str s)
{
	char  *to = ARENA_ARRAY(a, char, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (c == '\\' && i + 1 < s.len) {
			c = s.at[++i];
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
		}
		to[n++] = c;
	}
	return (struct str){ to, n };
}

void
fields_next(struct fields *f, struct str *rest)
{
	struct str line = str_cut(rest, '\n');

	f->letter = line.len > 0 ? line.at[0] : 0;
	f->len = 0;
	for (size_t from = str_find(line, STR("\t"), 0); from != SIZE_MAX && f->len < FIELDS_MAX;) {
		size_t end = str_find(line, STR("\t"), from + 1);

		f->at[f->len++] = str_slice(line, from + 1, end == SIZE_MAX ? line.len : end);
		from = end;
	}
}

struct str
fields_text(struct fields *f, size_t i)
{
	if (i < f->len)
		return plain(f->a, f->at[i]);
	f->bad = true;
	return STR_NONE;
}

int64_t
fields_int(struct fields *f, size_t i, int64_t least, int64_t most)
{
	int64_t n;

	if (i < f->len && str_int(f->at[i], &n) && n >= least && n <= most)
		return n;
	f->bad = true;
	return least;
}
