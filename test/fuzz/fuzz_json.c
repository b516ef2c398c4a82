/* Any bytes as a key and as a value become JSON that another library reads; valid
 * text comes back as it went in. */
#include "base/utf8.h"
#include "export/json.h"
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was read: the key and the value of the only member. */
struct seen {
	struct str text[2];
	bool       same;
};

static int
compare(struct seen *s, size_t which, const unsigned char *at, size_t len)
{
	s->same = s->same && str_eq(s->text[which], (struct str){ (const char *)at, len });
	return 1;
}

static int
on_key(void *ctx, const unsigned char *at, size_t len)
{
	return compare(ctx, 0, at, len);
}

static int
on_text(void *ctx, const unsigned char *at, size_t len)
{
	return compare(ctx, 1, at, len);
}

/* NUL is no text inside the program, but JSON has room for it. */
static bool
is_text(struct str s)
{
	while (s.len > 0) {
		size_t bad = utf8_check(s);

		if (bad == SIZE_MAX)
			return true;
		if (s.at[bad] != '\0')
			return false;
		s = str_slice(s, bad + 1, s.len);
	}
	return true;
}

static void
round_trip(struct str key, struct str value, bool pretty)
{
	yajl_callbacks on = { .yajl_map_key = on_key, .yajl_string = on_text };
	struct seen    s = { .text = { key, value }, .same = true };
	yajl_handle    h = yajl_alloc(&on, NULL, &s);
	struct buf     b;
	struct json    j;

	buf_init(&b, 1 << 22);
	j = json_new(&b);
	j.pretty = pretty;
	json_object(&j);
	json_key_text(&j, key);
	json_text(&j, value);
	json_end(&j);
	if (!buf_ok(&b) || utf8_check(buf_str(&b)) != SIZE_MAX)
		abort();
	if (yajl_parse(h, (const unsigned char *)b.at, b.len) != yajl_status_ok ||
	    yajl_complete_parse(h) != yajl_status_ok)
		abort();
	if (is_text(key) && is_text(value) && !s.same)
		abort();
	yajl_free(h);
	buf_free(&b);
}

/* The first byte says where the key ends, and how it is laid out. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str all = { (const char *)data, size };
	size_t     cut = size > 0 ? 1 + data[0] % size : 0;

	round_trip(str_slice(all, 1, cut), str_slice(all, cut, size), size > 0 && data[0] & 1);
	return 0;
}
