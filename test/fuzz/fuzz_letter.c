/* Whatever is said in a message: the headers are ours, each line is short and ASCII, and
 * the text comes back as it was. */
#include "port/letter.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(what) do { if (!(what)) abort(); } while (0)

static int
digit(char c)
{
	return c >= 'A' ? c - 'A' + 10 : c - '0';
}

/* Quoted-printable, read back (RFC 2045, 6.7). */
static void
decode(struct str s, struct buf *to)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '\r')
			continue;
		if (s.at[i] != '=') {
			buf_char(to, s.at[i]);
		} else if (s.at[i + 1] == '\r') {
			i += 2;
		} else {
			buf_char(to, (char)(digit(s.at[i + 1]) * 16 + digit(s.at[i + 2])));
			i += 2;
		}
	}
}

static size_t
headers(struct str head)
{
	size_t n = 0;

	while (head.len > 0) {
		struct str line = str_cut(&head, '\n');

		n += line.len > 0 && line.at[0] != ' ';
	}
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str    rest = { (const char *)data, size }, whole, body;
	struct letter l = { .from = STR("a@b.dk"), .id = STR("x") };
	struct buf    b, text;
	size_t        split;

	l.to = str_cut(&rest, '\n');
	l.subject = str_cut(&rest, '\n');
	l.from_name = str_cut(&rest, '\n');
	l.text = rest;
	buf_init(&b, (size_t)16 << 20);
	buf_init(&text, (size_t)16 << 20);
	if (letter_write(&b, &l)) {
		whole = buf_str(&b);
		split = str_find(whole, STR("\r\n\r\n"), 0);
		CHECK(split != SIZE_MAX);
		CHECK(headers(str_slice(whole, 0, split)) == 9);
		for (struct str lines = whole; lines.len > 0;) {
			struct str line = str_cut(&lines, '\n');

			CHECK(line.len > 0 && line.at[line.len - 1] == '\r');
			CHECK(str_starts(line, STR("To: ")) || line.len <= 79);
			for (size_t i = 0; i + 1 < line.len && !str_starts(line, STR("To: ")); i++)
				CHECK((unsigned char)line.at[i] >= 0x20 && (unsigned char)line.at[i] <= 126);
		}
		body = str_slice(whole, split + 4, whole.len);
		decode(body, &text);
		if (l.text.len > 0 && l.text.at[l.text.len - 1] != '\n')
			text.len--;
		CHECK(str_eq(buf_str(&text), l.text));
	} else {
		CHECK(b.len == 0);
	}
	buf_free(&b);
	buf_free(&text);
	return 0;
}
