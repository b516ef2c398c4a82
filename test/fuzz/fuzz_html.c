/* fuzz_html.c - any text inside an attribute: what is written has no character
 * that could end the attribute or start a tag, and read as HTML it is the text
 * again (control characters but tab and line ends as U+FFFD). */
#include <stdint.h>
#include <stdlib.h>
#include "view/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct {
	struct str entity, text;
} entities[] = {
	{ STR_INIT("&amp;"), STR_INIT("&") }, { STR_INIT("&lt;"), STR_INIT("<") },
	{ STR_INIT("&gt;"), STR_INIT(">") }, { STR_INIT("&quot;"), STR_INIT("\"") },
	{ STR_INIT("&#39;"), STR_INIT("'") },
};

/* Aborts on an entity that is not one of ours. */
static size_t
put_entity(struct buf *to, struct str s)
{
	for (size_t i = 0; i < COUNT_OF(entities); i++) {
		if (!str_starts(s, entities[i].entity))
			continue;
		buf_put(to, entities[i].text);
		return entities[i].entity.len;
	}
	abort();
}

static void
read_html(struct buf *to, struct str html)
{
	for (size_t i = 0; i < html.len;) {
		char c = html.at[i];

		if (c == '<' || c == '>' || c == '"' || c == '\'')
			abort();
		if (c == '&') {
			i += put_entity(to, str_slice(html, i, html.len));
			continue;
		}
		buf_char(to, c);
		i++;
	}
}

static void
put_expected(struct buf *to, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 127)
			BUF_LIT(to, "\xef\xbf\xbd");
		else
			buf_char(to, (char)c);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = { (const char *)data, size };
	struct buf html, back, want;

	buf_init(&html, 8 * size + 64);
	buf_init(&back, 8 * size + 64);
	buf_init(&want, 8 * size + 64);
	html_attr(&html, "a", in);
	if (!buf_ok(&html) || !str_starts(buf_str(&html), STR(" a=\"")) ||
	    !str_ends(buf_str(&html), STR("\"")))
		abort();
	read_html(&back, str_slice(buf_str(&html), 4, html.len - 1));
	put_expected(&want, in);
	if (!str_eq(buf_str(&back), buf_str(&want)))
		abort();
	buf_free(&html);
	buf_free(&back);
	buf_free(&want);
	return 0;
}
