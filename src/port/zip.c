#include "port/zip.h"
#include "port/gzip.h"

/* A member of gzip is ten bytes, the same deflated bytes as here, their CRC and length. */
#define GZIP_HEAD 10
#define GZIP_TAIL 8

#define NEEDS   20                      /* version 2.0 of the format: deflate */
#define UTF8    0x0800
#define DEFLATE 8

struct member {
	struct str name;
	uint32_t   crc, length, packed, at;
};

static void
put16(struct buf *b, uint32_t n)
{
	buf_char(b, (char)(n & 0xff));
	buf_char(b, (char)(n >> 8 & 0xff));
}

static void
put32(struct buf *b, uint32_t n)
{
	put16(b, n & 0xffff);
	put16(b, n >> 16);
}

static uint32_t
get32(struct str s, size_t at)
{
	uint32_t n = 0;

	for (size_t i = 4; i-- > 0;)
		n = n << 8 | (unsigned char)s.at[at + i];
	return n;
}

/* What both heads of a file say. */
static void
put_member(struct buf *b, const struct member *m, uint32_t date)
{
	put16(b, NEEDS);
	put16(b, UTF8);
	put16(b, DEFLATE);
	put16(b, 0);                    /* midnight */
	put16(b, date);
	put32(b, m->crc);
	put32(b, m->packed);
	put32(b, m->length);
	put16(b, (uint32_t)m->name.len);
	put16(b, 0);                    /* nothing extra */
}

static bool
put_file(struct buf *b, struct gzip *z, size_t start, const struct zip_file *f, uint32_t date,
         struct member *ret)
{
	struct buf packed;
	struct str whole;
	bool       ok;

	buf_init(&packed, UINT32_MAX);
	ok = gzip_pack(z, GZIP_BEST, f->bytes, &packed) && b->len - start <= UINT32_MAX &&
	    f->name.len <= UINT16_MAX;
	whole = buf_str(&packed);
	if (ok) {
		*ret = (struct member){
			.name = f->name, .at = (uint32_t)(b->len - start),
			.packed = (uint32_t)(whole.len - GZIP_HEAD - GZIP_TAIL),
			.crc = get32(whole, whole.len - GZIP_TAIL),
			.length = (uint32_t)f->bytes.len,
		};
		put32(b, UINT32_C(0x04034b50));
		put_member(b, ret, date);
		buf_put(b, f->name);
		buf_put(b, str_slice(whole, GZIP_HEAD, whole.len - GZIP_TAIL));
	}
	buf_free(&packed);
	return ok && buf_ok(b);
}

static void
put_entry(struct buf *b, const struct member *m, uint32_t date)
{
	put32(b, UINT32_C(0x02014b50));
	put16(b, NEEDS);
	put_member(b, m, date);
	put16(b, 0);                    /* no comment */
	put16(b, 0);                    /* one disk */
	put16(b, 0);
	put32(b, 0);
	put32(b, m->at);
	buf_put(b, m->name);
}

/* The list of all at the end, and where it is. */
static bool
put_list(struct buf *b, size_t start, const struct member *at, size_t n, uint32_t date)
{
	size_t from = b->len - start, len;

	for (size_t i = 0; i < n; i++)
		put_entry(b, &at[i], date);
	len = b->len - start - from;
	put32(b, UINT32_C(0x06054b50));
	put32(b, 0);
	put16(b, (uint32_t)n);
	put16(b, (uint32_t)n);
	put32(b, (uint32_t)len);
	put32(b, (uint32_t)from);
	put16(b, 0);
	return buf_ok(b) && from + len <= UINT32_MAX;
}

bool
zip_write(struct buf *ret, const struct zip_file *at, size_t n, int year, int month, int day)
{
	struct arena   a = { 0 };
	struct gzip   *z = gzip_open();
	struct member *m = ARENA_ARRAY(&a, struct member, n + 1);
	uint32_t       date = (uint32_t)((year - 1980) << 9 | month << 5 | day);
	size_t         start = ret->len;
	bool           ok = z != NULL && n <= UINT16_MAX && year >= 1980 && year < 2108;

	for (size_t i = 0; ok && i < n; i++)
		ok = put_file(ret, z, start, &at[i], date, &m[i]);
	ok = ok && put_list(ret, start, m, n, date);
	gzip_close(z);
	arena_free(&a);
	return ok;
}
