#include "web/form.h"
#include "base/utf8.h"
#include "web/address.h"
#include "web/guard.h"

struct reading {
	struct arena  *a;
	struct posted *to;
	size_t         cap;
};

static bool
is_control(unsigned char c)
{
	return (c < ' ' && c != '\n' && c != '\t') || c == 127;
}

/* Lines end with LF; what is no text is U+FFFD, and said. */
static struct str
clean(struct arena *a, struct str s, bool *broken)
{
	char  *to = ARENA_ARRAY(a, char, 3 * s.len + 1);
	size_t n = 0;

	*broken = false;
	for (size_t at = 0; at < s.len;) {
		size_t from = at;
		bool   valid;

		(void)utf8_next(s, &at);
		valid = utf8_check(str_slice(s, from, at)) == SIZE_MAX;
		if (s.at[from] == '\r' && at < s.len && s.at[at] == '\n')
			continue;
		if (s.at[from] == '\r')
			to[n++] = '\n';
		else if (valid && !is_control((unsigned char)s.at[from]))
			while (from < at)
				to[n++] = s.at[from++];
		else
			*broken = true, to[n++] = '\xef', to[n++] = '\xbf', to[n++] = '\xbd';
	}
	return (struct str){ to, n };
}

static bool
add(struct reading *r, struct str name, struct str value)
{
	struct posted_field f;
	bool                bad_name;

	f.name = clean(r->a, name, &bad_name);
	f.value = clean(r->a, value, &f.broken);
	if (bad_name || r->to->len == POSTED_MAX)
		return false;
	ARENA_GROW(r->a, r->to->at, r->to->len, &r->cap);
	r->to->at[r->to->len++] = f;
	return true;
}

bool
form_parse(struct arena *a, struct str body, struct posted *ret)
{
	struct posted  form = { .len = 0 };
	struct reading r = { a, &form, 0 };

	while (body.len > 0) {
		struct str value = str_cut(&body, '&'), name = str_cut(&value, '=');

		if (name.len == 0 && value.len == 0)
			continue;
		if (!address_decode(a, name, true, &name) || !address_decode(a, value, true, &value) || !add(&r, name, value))
			return false;
	}
	*ret = form;
	return true;
}

/* ---- multipart (RFC 7578) ---- */

/* `key="value"` of a header's parameters; empty: not there. */
static struct str
parameter(struct str header, struct str key)
{
	size_t     at = str_find(header, key, 0), end;
	struct str rest;

	if (at == SIZE_MAX)
		return STR_NONE;
	rest = str_slice(header, at + key.len, header.len);
	end = str_find(rest, STR("\""), 0);
	return end == SIZE_MAX ? STR_NONE : str_slice(rest, 0, end);
}

/* The value of "Content-Disposition" among the lines of a part's head. */
static struct str
disposition(struct str head)
{
	while (head.len > 0) {
		struct str value = str_trim(str_cut(&head, '\n')), name = str_cut(&value, ':');

		if (guard_same(name, STR("Content-Disposition")))
			return value;
	}
	return STR_NONE;
}

static bool
add_part(struct reading *r, struct str part)
{
	size_t     end = str_find(part, STR("\r\n\r\n"), 0);
	struct str what, name, file;
	bool       broken;

	if (end == SIZE_MAX)
		return false;
	what = disposition(str_slice(part, 0, end));
	part = str_slice(part, end + 4, part.len);
	name = parameter(what, STR("; name=\""));
	file = parameter(what, STR("; filename=\""));
	if (name.len == 0)
		return false;
	if (str_find(what, STR("; filename=\""), 0) == SIZE_MAX)
		return add(r, name, part);
	if (r->to->file.len == 0) {
		r->to->file_name = clean(r->a, file, &broken);
		r->to->file = part;
	}
	return true;
}

bool
form_parse_parts(struct arena *a, struct str body, struct str boundary, struct posted *ret)
{
	struct posted  form = { .len = 0 };
	struct reading r = { a, &form, 0 };
	struct str     mark = arena_printf(a, "\r\n--" STR_FMT, STR_ARG(boundary));
	struct str     first = str_slice(mark, 2, mark.len);

	if (boundary.len == 0 || boundary.len > 70 || !str_starts(body, first))
		return false;
	body = str_slice(body, first.len, body.len);
	while (str_starts(body, STR("\r\n"))) {
		size_t end = str_find(body, mark, 0);

		if (end == SIZE_MAX || end < 2 || !add_part(&r, str_slice(body, 2, end)))
			return false;
		body = str_slice(body, end + mark.len, body.len);
	}
	if (!str_starts(body, STR("--")))
		return false;
	*ret = form;
	return true;
}

bool
form_read(struct arena *a, const struct http_request *rq, struct posted *ret)
{
	struct str rest = guard_header(rq, STR("Content-Type")), media = str_trim(str_cut(&rest, ';'));

	*ret = (struct posted){ .len = 0 };
	if (rq->body.len == 0)
		return true;
	if (guard_same(media, STR("application/x-www-form-urlencoded")))
		return form_parse(a, rq->body, ret);
	if (guard_same(media, STR("multipart/form-data"))) {
		struct str boundary = str_trim(rest);

		if (!str_starts(boundary, STR("boundary=")))
			return false;
		boundary = str_slice(boundary, sizeof "boundary=" - 1, boundary.len);
		if (boundary.len > 1 && boundary.at[0] == '"' && str_ends(boundary, STR("\"")))
			boundary = str_slice(boundary, 1, boundary.len - 1);
		return form_parse_parts(a, rq->body, boundary, ret);
	}
	return false;
}
