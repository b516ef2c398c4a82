#include "base/buf.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_init(struct buf *b, size_t max)
{
	*b = (struct buf){ .max = max };
}

void
buf_free(struct buf *b)
{
	if (b == NULL)
		return;
	free(b->at);
	*b = (struct buf){ 0 };
}

/* Make room for `extra` bytes, or fail the buffer. */
static bool
reserve(struct buf *b, size_t extra)
{
	size_t cap = b->cap ? b->cap : 256;

	if (b->failed || extra > b->max - b->len) {
		b->failed = true;
		return false;
	}
	while (cap - b->len < extra)
		cap *= 2;
	if (cap != b->cap) {
		char *grown = realloc(b->at, cap);
		if (grown == NULL) {
			b->failed = true;
			return false;
		}
		b->at = grown;
		b->cap = cap;
	}
	return true;
}

void
buf_put(struct buf *b, struct str s)
{
	if (s.len == 0 || !reserve(b, s.len))
		return;
	memcpy(b->at + b->len, s.at, s.len);
	b->len += s.len;
}

void
buf_char(struct buf *b, char c)
{
	buf_put(b, (struct str){ &c, 1 });
}

void
buf_putf(struct buf *b, const char *fmt, ...)
{
	char    tmp[512];
	va_list ap;
	int     n;

	va_start(ap, fmt);
	n = vsnprintf(tmp, sizeof tmp, fmt, ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= sizeof tmp) {
		b->failed = true;       /* putf is for numbers, not for prose */
		return;
	}
	buf_put(b, (struct str){ tmp, (size_t)n });
}

/* printf() spends more on finding out what is wanted than on its digits. */
void
buf_int(struct buf *b, int64_t n, unsigned width)
{
	char     digit[24];
	size_t   at = sizeof digit;
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;

	if (width > 20)
		width = 20;
	do {
		digit[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	while (sizeof digit - at < width)
		digit[--at] = '0';
	if (n < 0)
		digit[--at] = '-';
	buf_put(b, (struct str){ digit + at, sizeof digit - at });
}

bool
buf_ok(const struct buf *b)
{
	return !b->failed;
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->at, b->len };
}

void
buf_percent(struct buf *b, struct str s, const char *also)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c != '\0' && (strchr("-._~", c) != NULL || strchr(also, c) != NULL)))
			buf_char(b, c);
		else
			buf_putf(b, "%%%02X", (unsigned)(unsigned char)c);
	}
}
