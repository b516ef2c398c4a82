/* odt.c - an ODT as pandoc can read it whole. */
#include "document/lay.h"
#include "document/pack.h"
#include <string.h>

static const struct str repeated = STR_INIT("table:table-header-rows");

/* Is a tag of rows that are repeated on each page at byte `at`, "<…>" or "</…>"? Then the
 * byte behind it; else 0. */
static size_t
tag_end(struct str s, size_t at)
{
	size_t from = at + 1 + (at + 1 < s.len && s.at[at + 1] == '/');
	size_t end;

	if (!str_starts(str_slice(s, from, s.len), repeated))
		return 0;
	end = str_find(s, STR(">"), from);
	return end == SIZE_MAX ? 0 : end + 1;
}

static struct str
without_repeated(struct arena *a, struct str s)
{
	char  *to = ARENA_ARRAY(a, char, s.len + 1);
	size_t len = 0;

	for (size_t at = 0; at < s.len;) {
		size_t next = str_find(s, STR("<"), at + 1), end = s.at[at] == '<' ? tag_end(s, at) : 0;

		if (end > 0) {
			at = end;
			continue;
		}
		next = next == SIZE_MAX ? s.len : next;
		memcpy(to + len, s.at + at, next - at);
		len += next - at;
		at = next;
	}
	return (struct str){ to, len };
}

bool
lay_odt(struct arena *a, struct str name, struct str bytes, struct diags *d, struct odt *ret)
{
	struct pack *p = pack_open(a, name, bytes, d);
	struct odt   o = { .content = STR_NONE };
	bool         ok = p != NULL && pack_read(p, a, "content.xml", &o.content);

	if (ok && pack_has(p, "styles.xml"))
		ok = pack_read(p, a, "styles.xml", &o.styles);
	pack_close(p);
	if (!ok)
		return false;
	o.content = without_repeated(a, o.content);
	*ret = o;
	return true;
}
