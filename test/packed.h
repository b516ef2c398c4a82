/* packed.h - archives made in tests, also such as no program makes. */
#ifndef TEST_PACKED_H
#define TEST_PACKED_H

#include "base/arena.h"
#include "base/buf.h"
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct packed_part {
	const char *name;
	struct str  bytes;
	bool        deflate;
	uint32_t    crc_change;         /* added to what is written as its checksum */
	uint32_t    size;               /* that is written; 0: the real one */
	uint16_t    flags;              /* 1: encrypted */
};

static inline void
packed_put(struct buf *b, uint32_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(b, (char)(n >> 8 * i & 0xFF));
}

static inline struct str
packed_deflate(struct arena *a, struct str s)
{
	z_stream z = { .avail_in = (unsigned)s.len };
	size_t   room = compressBound((unsigned long)s.len) + 64;
	char    *out = ARENA_ARRAY(a, char, room);

	z.next_in = (Bytef *)(uintptr_t)s.at;
	z.next_out = (Bytef *)out;
	z.avail_out = (unsigned)room;
	if (deflateInit2(&z, s.len > 1000000 ? 1 : 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK ||
	    deflate(&z, Z_FINISH) != Z_STREAM_END)
		abort();
	(void)deflateEnd(&z);
	return (struct str){ out, room - z.avail_out };
}

/* What stands in the local header and in the directory alike. */
static inline void
packed_head(struct buf *b, const struct packed_part *p, size_t packed)
{
	uint32_t crc = (uint32_t)crc32(0, (const Bytef *)p->bytes.at, (unsigned)p->bytes.len);

	packed_put(b, 20, 2);
	packed_put(b, p->flags, 2);
	packed_put(b, p->deflate ? 8 : 0, 2);
	packed_put(b, 0x3B200000, 4);
	packed_put(b, crc + p->crc_change, 4);
	packed_put(b, (uint32_t)packed, 4);
	packed_put(b, p->size != 0 ? p->size : (uint32_t)p->bytes.len, 4);
	packed_put(b, (uint32_t)strlen(p->name), 2);
}

static inline struct str
packed_make(struct arena *a, const struct packed_part *part, size_t n)
{
	struct buf all, directory;
	struct str made;
	size_t     start;

	buf_init(&all, (size_t)1 << 30);
	buf_init(&directory, (size_t)1 << 26);
	for (size_t i = 0; i < n; i++) {
		struct str bytes = part[i].deflate ? packed_deflate(a, part[i].bytes) : part[i].bytes;

		packed_put(&directory, 0x02014B50, 4);
		packed_put(&directory, 20, 2);
		packed_head(&directory, &part[i], bytes.len);
		for (int k = 0; k < 3; k++)     /* extra, comment, disk; attributes */
			packed_put(&directory, 0, 4);
		packed_put(&directory, (uint32_t)all.len, 4);
		buf_put(&directory, str_from(part[i].name));
		packed_put(&all, 0x04034B50, 4);
		packed_head(&all, &part[i], bytes.len);
		packed_put(&all, 0, 2);
		buf_put(&all, str_from(part[i].name));
		buf_put(&all, bytes);
	}
	start = all.len;
	buf_put(&all, buf_str(&directory));
	packed_put(&all, 0x06054B50, 4);
	packed_put(&all, 0, 4);
	packed_put(&all, (uint32_t)n, 2);
	packed_put(&all, (uint32_t)n, 2);
	packed_put(&all, (uint32_t)directory.len, 4);
	packed_put(&all, (uint32_t)start, 4);
	packed_put(&all, 0, 2);
	made = str_dup(a, buf_str(&all));
	buf_free(&all);
	buf_free(&directory);
	return made;
}

#endif
