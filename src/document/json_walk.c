#include "document/json_walk.h"
#include "base/utf8.h"
#include "document/figures.h"
#include <stdlib.h>
#include <yajl/yajl_parse.h>

int
json_refuse(struct json_walk *w, struct str why)
{
	if (w->why.len == 0)
		w->why = why;
	return 0;
}

bool
json_is_key(const struct json_frame *f, const char *key)
{
	return !f->array && str_eq(f->key, str_from(key));
}

/* A value, of whatever kind, has ended: an array goes on. */
static int
next(struct json_walk *w, int ok)
{
	if (w->depth > 0 && w->frame[w->depth - 1].array)
		w->frame[w->depth - 1].at++;
	return ok;
}

static int
on_text(void *of, const unsigned char *text, size_t len)
{
	struct json_walk *w = of;
	struct str        s = { (const char *)text, len };

	return next(w, w->scalar(w->user, JSON_TEXT, utf8_check(s) == SIZE_MAX ? s : STR_NONE));
}

static int
on_number(void *of, const char *text, size_t len)
{
	struct json_walk *w = of;

	return next(w, w->scalar(w->user, JSON_NUMBER, (struct str){ text, len }));
}

static int
on_null(void *of)
{
	struct json_walk *w = of;

	return next(w, w->scalar(w->user, JSON_NULL, STR_NONE));
}

static int
on_boolean(void *of, int value)
{
	struct json_walk *w = of;

	return next(w, w->scalar(w->user, value ? JSON_TRUE : JSON_FALSE, STR_NONE));
}

static int
begin(struct json_walk *w, bool array)
{
	if (w->depth == JSON_WALK_DEPTH_MAX)
		return json_refuse(w, STR("is nested too deeply"));
	if (w->open != NULL && !w->open(w->user, array))
		return 0;
	w->frame[w->depth++] = (struct json_frame){ .array = array };
	return 1;
}

static int
on_map(void *of)
{
	return begin(of, false);
}

static int
on_array(void *of)
{
	return begin(of, true);
}

static int
on_key(void *of, const unsigned char *text, size_t len)
{
	struct json_walk *w = of;
	struct str        key = { (const char *)text, len };

	w->frame[w->depth - 1].key = utf8_check(key) == SIZE_MAX ? str_dup(w->a, key) : STR_NONE;
	return 1;
}

static int
on_end(void *of)
{
	struct json_walk *w = of;
	bool              array = w->frame[--w->depth].array;

	return next(w, w->close == NULL || w->close(w->user, array));
}

static size_t
line_of(struct str text, size_t at)
{
	size_t line = 1;

	for (size_t i = 0; i < at && i < text.len; i++)
		line += text.at[i] == '\n';
	return line;
}

static bool
parse(struct json_walk *w, struct str text, size_t before)
{
	static const yajl_callbacks on = {
		.yajl_null = on_null, .yajl_boolean = on_boolean, .yajl_number = on_number,
		.yajl_string = on_text, .yajl_start_map = on_map, .yajl_map_key = on_key,
		.yajl_end_map = on_end, .yajl_start_array = on_array, .yajl_end_array = on_end,
	};
	yajl_handle h = yajl_alloc(&on, NULL, w);
	size_t      at;
	bool        ok;

	if (h == NULL)
		abort();
	ok = yajl_parse(h, (const unsigned char *)text.at, text.len) == yajl_status_ok;
	at = ok ? text.len : yajl_get_bytes_consumed(h);
	ok = ok && yajl_complete_parse(h) == yajl_status_ok;
	yajl_free(h);
	if (!ok)
		json_refuse(w, STR("is no JSON"));
	if (w->why.len > 0)
		w->line = before + line_of(text, at);
	return ok && w->why.len == 0;
}

static struct str
without_mark(struct str text)
{
	return str_starts(text, STR("\xef\xbb\xbf")) ? str_slice(text, 3, text.len) : text;
}

bool
json_walk(struct json_walk *w, struct str text)
{
	struct str all = without_mark(text);

	text = str_trim(all);
	if (text.len > FIGURES_BYTES_MAX)
		json_refuse(w, STR("is longer than 64 MB"));
	else if (str_starts(text, STR("<")))
		json_refuse(w, STR("is a web page, no figures"));
	else if (text.len == 0 || utf8_check(text) != SIZE_MAX)
		json_refuse(w, STR("is no JSON in UTF-8"));
	else
		return parse(w, text, line_of(all, (size_t)(text.at - all.at)) - 1);
	return false;
}

void
json_quote(struct buf *b, struct str text)
{
	BUF_LIT(b, "\"");
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c == '"' || c == '\\')
			buf_putf(b, "\\%c", c);
		else if (c < 0x20)
			buf_putf(b, "\\u%04x", c);
		else
			buf_char(b, text.at[i]);
	}
	BUF_LIT(b, "\"");
}
