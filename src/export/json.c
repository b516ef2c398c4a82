#include "export/json.h"
#include "base/utf8.h"
#include <stdlib.h>

struct json
json_new(struct buf *out)
{
	return (struct json){ .out = out, .pretty = true };
}

static void
new_line(struct json *j)
{
	if (!j->pretty)
		return;
	BUF_LIT(j->out, "\n");
	for (size_t i = 0; i < j->depth; i++)
		BUF_LIT(j->out, "  ");
}

/* What stands before a value: a comma and a new line, unless it follows a key. */
static void
before_value(struct json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	if (j->depth == 0)
		return;
	if (j->open[j->depth - 1] == '{')
		abort();
	if (!j->first[j->depth - 1])
		BUF_LIT(j->out, ",");
	j->first[j->depth - 1] = false;
	new_line(j);
}

static void
begin(struct json *j, char bracket)
{
	before_value(j);
	if (j->depth == JSON_DEPTH_MAX)
		abort();
	buf_char(j->out, bracket);
	j->open[j->depth] = bracket;
	j->first[j->depth] = true;
	j->depth++;
}

void
json_object(struct json *j)
{
	begin(j, '{');
}

void
json_array(struct json *j)
{
	begin(j, '[');
}

void
json_end(struct json *j)
{
	if (j->depth == 0 || j->after_key)
		abort();
	j->depth--;
	if (!j->first[j->depth])
		new_line(j);
	buf_char(j->out, j->open[j->depth] == '{' ? '}' : ']');
	if (j->depth == 0 && j->pretty)
		BUF_LIT(j->out, "\n");
}

/* RFC 8259, 7: quotation mark, reverse solidus and control characters. */
static void
put_escape(struct buf *b, unsigned char c)
{
	if (c == '\n')
		BUF_LIT(b, "\\n");
	else if (c == '\t')
		BUF_LIT(b, "\\t");
	else if (c < 0x20)
		buf_putf(b, "\\u%04x", c);
	else
		buf_putf(b, "\\%c", c);
}

/* RFC 8259, 8.1: UTF-8 it must be; a byte that is no letter becomes U+FFFD. */
static void
put_string(struct buf *b, struct str s)
{
	size_t from = 0;

	BUF_LIT(b, "\"");
	for (size_t at = 0; at < s.len;) {
		size_t        here = at;
		unsigned char c = (unsigned char)s.at[at];
		bool          escaped = c < 0x20 || c == '"' || c == '\\';
		bool          broken = false;

		if (c < 0x80)
			at++;
		else
			broken = utf8_next(s, &at) == 0xFFFD && at == here + 1;
		if (!escaped && !broken)
			continue;
		buf_put(b, str_slice(s, from, here));
		from = at;
		if (escaped)
			put_escape(b, c);
		else
			BUF_LIT(b, "\xEF\xBF\xBD");
	}
	buf_put(b, str_slice(s, from, s.len));
	BUF_LIT(b, "\"");
}

void
json_key_text(struct json *j, struct str key)
{
	if (j->depth == 0 || j->open[j->depth - 1] != '{' || j->after_key)
		abort();
	if (!j->first[j->depth - 1])
		BUF_LIT(j->out, ",");
	j->first[j->depth - 1] = false;
	new_line(j);
	put_string(j->out, key);
	if (j->pretty)
		BUF_LIT(j->out, ": ");
	else
		BUF_LIT(j->out, ":");
	j->after_key = true;
}

void
json_key(struct json *j, const char *key)
{
	json_key_text(j, str_from(key));
}

void
json_text(struct json *j, struct str s)
{
	before_value(j);
	put_string(j->out, s);
}

void
json_int(struct json *j, int64_t n)
{
	before_value(j);
	buf_int(j->out, n, 1);
}

void
json_raw(struct json *j, struct str json)
{
	before_value(j);
	buf_put(j->out, json);
}

void
json_bool(struct json *j, bool b)
{
	before_value(j);
	buf_put(j->out, b ? STR("true") : STR("false"));
}

void
json_null(struct json *j)
{
	before_value(j);
	BUF_LIT(j->out, "null");
}

void
json_number(struct json *j, struct number n)
{
	before_value(j);
	BUF_LIT(j->out, "\"");
	number_write_plain(j->out, n);
	BUF_LIT(j->out, "\"");
}

void
json_figure(struct json *j, struct number n)
{
	before_value(j);
	number_write_plain(j->out, n);
}

void
json_member(struct json *j, const char *key, struct str value)
{
	json_key(j, key);
	json_text(j, value);
}

void
json_member_some(struct json *j, const char *key, struct str value)
{
	if (value.len > 0)
		json_member(j, key, value);
}

void
json_member_or_null(struct json *j, const char *key, struct str value)
{
	if (value.len > 0) {
		json_member(j, key, value);
		return;
	}
	json_key(j, key);
	json_null(j);
}

void
json_member_bool(struct json *j, const char *key, bool on)
{
	json_key(j, key);
	json_bool(j, on);
}

void
json_member_int(struct json *j, const char *key, int64_t n)
{
	json_key(j, key);
	json_int(j, n);
}

void
json_member_count(struct json *j, const char *key, size_t n)
{
	json_member_int(j, key, (int64_t)n);
}

void
json_member_int_or_null(struct json *j, const char *key, bool has, int64_t n)
{
	json_key(j, key);
	if (has)
		json_int(j, n);
	else
		json_null(j);
}

void
json_member_number_or_null(struct json *j, const char *key, bool has, struct number n)
{
	json_key(j, key);
	if (has)
		json_number(j, n);
	else
		json_null(j);
}

void
json_member_array(struct json *j, const char *key)
{
	json_key(j, key);
	json_array(j);
}
