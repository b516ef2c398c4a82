#include "port/zip.h"
#include "base/arena.h"
#include <stdlib.h>

#define NEEDS   20                      /* version 2.0 of the format: deflate */
#define UTF8    0x0800
#define DEFLATE 8
#define SUM_AT  14                      /* in the head of a file: its sum and lengths */

struct member {
	struct str name;
	uint32_t   sum;
	size_t     length, packed, at;
};

struct zip {
	struct arena     arena;
	struct buf      *b;
	struct gzip     *packer;
	enum gzip_effort effort;
	uint32_t         date;
	size_t           start;
	struct member   *file;
	size_t           files, cap;
	bool             failed;
};

static void
write32(char *at, size_t n)
{
	for (size_t i = 0; i < 4; i++, n >>= 8)
		at[i] = (char)(n & 0xff);
}

static void
put16(struct buf *b, size_t n)
{
	buf_char(b, (char)(n & 0xff));
	buf_char(b, (char)(n >> 8 & 0xff));
}

static void
put32(struct buf *b, size_t n)
{
	put16(b, n & 0xffff);
	put16(b, n >> 16);
}

/* What both heads of a file say. */
static void
put_member(struct zip *z, const struct member *m)
{
	put16(z->b, NEEDS);
	put16(z->b, UTF8);
	put16(z->b, DEFLATE);
	put16(z->b, 0);                 /* midnight */
	put16(z->b, z->date);
	put32(z->b, m->sum);
	put32(z->b, m->packed);
	put32(z->b, m->length);
	put16(z->b, m->name.len);
	put16(z->b, 0);                 /* nothing extra */
}

struct zip *
zip_open(struct buf *ret, enum gzip_effort effort)
{
	struct zip *z = calloc(1, sizeof *z);

	if (z == NULL)
		return NULL;
	z->packer = gzip_open_bare();
	if (z->packer == NULL) {
		free(z);
		return NULL;
	}
	z->b = ret;
	z->effort = effort;
	z->start = ret->len;
	zip_date(z, 1980, 1, 1);
	return z;
}

void
zip_date(struct zip *z, int year, int month, int day)
{
	if (z != NULL)
		z->date = (uint32_t)((year - 1980) << 9 | month << 5 | day);
}

/* The head was written before what it says was known. */
static void
end_file(struct zip *z)
{
	struct member *m = &z->file[z->files - 1];
	char          *head;

	if (!gzip_more(z->packer, STR_NONE, true, z->b)) {
		z->failed = true;
		return;
	}
	head = z->b->at + z->start + m->at;
	m->packed = (size_t)(z->b->at + z->b->len - head) - m->packed;
	write32(head + SUM_AT, m->sum);
	write32(head + SUM_AT + 4, m->packed);
	write32(head + SUM_AT + 8, m->length);
	z->failed |= m->length > UINT32_MAX || m->packed > UINT32_MAX || m->at > UINT32_MAX;
}

static void
begin_file(void *with, struct str name)
{
	struct zip    *z = with;
	struct member *m;

	if (z == NULL || z->failed)
		return;
	if (z->files > 0)
		end_file(z);
	z->failed |= z->files == UINT16_MAX || name.len > UINT16_MAX;
	if (z->failed)
		return;
	ARENA_GROW(&z->arena, z->file, z->files, &z->cap);
	m = &z->file[z->files++];
	*m = (struct member){ .name = name, .at = z->b->len - z->start };
	put32(z->b, 0x04034b50);
	put_member(z, m);
	buf_put(z->b, name);
	m->packed = z->b->len - z->start - m->at;       /* until it ends: the head's length */
	z->failed = !buf_ok(z->b) || !gzip_begin(z->packer, z->effort);
}

static void
more_of_file(void *with, struct str bytes)
{
	struct zip    *z = with;
	struct member *m;

	if (z == NULL || z->failed)
		return;
	m = &z->file[z->files - 1];
	m->sum = gzip_sum(m->sum, bytes);
	m->length += bytes.len;
	z->failed = !gzip_more(z->packer, bytes, false, z->b);
}

struct parts
zip_parts(struct zip *z)
{
	return (struct parts){ begin_file, more_of_file, z };
}

static void
put_entry(struct zip *z, const struct member *m)
{
	put32(z->b, 0x02014b50);
	put16(z->b, NEEDS);
	put_member(z, m);
	put16(z->b, 0);                 /* no comment */
	put16(z->b, 0);                 /* one disk */
	put16(z->b, 0);
	put32(z->b, 0);
	put32(z->b, m->at);
	buf_put(z->b, m->name);
}

/* The list of all at the end, and where it is. */
static bool
put_list(struct zip *z)
{
	size_t from = z->b->len - z->start, len;

	for (size_t i = 0; i < z->files; i++)
		put_entry(z, &z->file[i]);
	len = z->b->len - z->start - from;
	put32(z->b, 0x06054b50);
	put32(z->b, 0);
	put16(z->b, z->files);
	put16(z->b, z->files);
	put32(z->b, len);
	put32(z->b, from);
	put16(z->b, 0);
	return buf_ok(z->b) && from + len <= UINT32_MAX;
}

bool
zip_close(struct zip *z)
{
	bool ok;

	if (z == NULL)
		return false;
	if (z->files > 0 && !z->failed)
		end_file(z);
	ok = !z->failed && put_list(z);
	gzip_close(z->packer);
	arena_free(&z->arena);
	free(z);
	return ok;
}
