/* fuzz_form.c - any bytes as the body of a form, urlencoded and in parts: what is read
 * is text without control characters; written again in either way and read, it says the
 * same, and the file in it is the same bytes. The first byte says how long the boundary
 * is, which stands behind it. */
#include <stdlib.h>
#include "base/utf8.h"
#include "web/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool ok)
{
	if (!ok)
		abort();
}

static void
check_text(struct str s)
{
	require(utf8_check(s) == SIZE_MAX);
	for (size_t i = 0; i < s.len; i++)
		require((unsigned char)s.at[i] >= ' ' || s.at[i] == '\n' || s.at[i] == '\t');
}

static void
check_same(const struct posted *a, const struct posted *b)
{
	require(a->len == b->len && str_eq(a->file, b->file));
	for (size_t i = 0; i < a->len; i++)
		require(str_eq(a->at[i].name, b->at[i].name) &&
		    str_eq(a->at[i].value, b->at[i].value) && !b->at[i].broken);
}

/* ---- urlencoded ---- */

static void
put_percent(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		buf_putf(b, "%%%02x", (unsigned char)s.at[i]);
}

static void
write_urlencoded(struct arena *a, const struct posted *p)
{
	struct posted again;
	struct buf    b;

	buf_init(&b, (size_t)64 << 20);
	for (size_t i = 0; i < p->len; i++) {
		/* Nothing at all between two '&' is no field. */
		if (p->at[i].name.len == 0 && p->at[i].value.len == 0)
			BUF_LIT(&b, "=");
		put_percent(&b, p->at[i].name);
		buf_char(&b, '=');
		put_percent(&b, p->at[i].value);
		buf_char(&b, '&');
	}
	if (form_parse(a, buf_str(&b), &again)) {
		struct posted fields = *p;

		fields.file = again.file;       /* this way no file is sent */
		for (size_t i = 0; i < fields.len; i++)
			if (fields.at[i].name.len == 0 && fields.at[i].value.len == 0)
				goto out;
		check_same(&fields, &again);
	} else {
		abort();
	}
out:
	buf_free(&b);
}

/* ---- in parts ---- */

#define BOUNDARY "grænse-der-ikke-står-i-det-der-sendes-7d1"

static void
put_part(struct buf *b, struct str name, const char *more, struct str value)
{
	BUF_LIT(b, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"");
	buf_put(b, name);
	buf_putf(b, "\"%s\r\n\r\n", more);
	buf_put(b, value);
	BUF_LIT(b, "\r\n");
}

/* Can a browser send it so? A name stands between quotation marks. */
static bool
can_be_part(const struct posted *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].name.len == 0 || str_find(p->at[i].name, STR("\""), 0) != SIZE_MAX ||
		    str_find(p->at[i].name, STR("\n"), 0) != SIZE_MAX ||
		    str_find(p->at[i].value, STR(BOUNDARY), 0) != SIZE_MAX)
			return false;
	return str_find(p->file, STR(BOUNDARY), 0) == SIZE_MAX;
}

static void
write_parts(struct arena *a, const struct posted *p)
{
	struct posted again;
	struct buf    b;

	if (!can_be_part(p) || (p->len == 0 && p->file.len == 0))
		return;
	buf_init(&b, (size_t)64 << 20);
	for (size_t i = 0; i < p->len; i++)
		put_part(&b, p->at[i].name, "", p->at[i].value);
	if (p->file.len > 0)
		put_part(&b, STR("file"), "; filename=\"ø.txt\"", p->file);
	BUF_LIT(&b, "--" BOUNDARY "--\r\n");
	require(form_parse_parts(a, buf_str(&b), STR(BOUNDARY), &again));
	check_same(p, &again);
	buf_free(&b);
}

static void
check(struct arena *a, const struct posted *p)
{
	require(p->len <= POSTED_MAX);
	for (size_t i = 0; i < p->len; i++) {
		check_text(p->at[i].name);
		check_text(p->at[i].value);
	}
	check_text(p->file_name);
	write_urlencoded(a, p);
	write_parts(a, p);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena  a = { 0 };
	struct str    all = { (const char *)data, size }, boundary;
	struct posted p;
	size_t        length = size > 0 ? data[0] % 80 : 0;

	if (form_parse(&a, all, &p))
		check(&a, &p);
	boundary = str_slice(all, 1, 1 + length);
	if (form_parse_parts(&a, str_slice(all, 1 + length, all.len), boundary, &p))
		check(&a, &p);
	arena_free(&a);
	return 0;
}
