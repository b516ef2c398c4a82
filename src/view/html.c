#include "view/html.h"

static struct str
escape(char c)
{
	switch (c) {
	case '&':  return STR("&amp;");
	case '<':  return STR("&lt;");
	case '>':  return STR("&gt;");
	case '"':  return STR("&quot;");
	case '\'': return STR("&#39;");
	case '\t': case '\n': case '\r': return STR_NONE;
	default:   return (unsigned char)c < ' ' || c == 127 ? STR("\xef\xbf\xbd") : STR_NONE;
	}
}

/* Copies the longest run that needs no escaping, then one escape, repeat. */
void
html_text(struct buf *b, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		struct str esc = escape(s.at[i]);

		if (esc.len == 0)
			continue;
		buf_put(b, str_slice(s, from, i));
		buf_put(b, esc);
		from = i + 1;
	}
	if (from < s.len)
		buf_put(b, str_slice(s, from, s.len));
}

void
html_int(struct buf *b, int64_t n)
{
	buf_int(b, n, 1);
}

static void
attr_open(struct buf *b, const char *name)
{
	HTML(b, " ");
	buf_put(b, str_from(name));
	HTML(b, "=\"");
}

void
html_attr(struct buf *b, const char *name, struct str value)
{
	attr_open(b, name);
	html_text(b, value);
	HTML(b, "\"");
}

void
html_attr_int(struct buf *b, const char *name, int64_t n)
{
	attr_open(b, name);
	html_int(b, n);
	HTML(b, "\"");
}
