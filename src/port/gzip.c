#include "port/gzip.h"
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#define WINDOW_BITS 15
#define MEMBER      (WINDOW_BITS + 16)  /* with the head and tail of gzip */
#define BARE        (-WINDOW_BITS)      /* as zlib has it */
#define MEMORY      8
#define CHUNK       16384

struct gzip {
	z_stream         stream;
	enum gzip_effort effort;
	unsigned char    chunk[CHUNK];
};

static int
level_of(enum gzip_effort effort)
{
	switch (effort) {
	case GZIP_FAST:
		return Z_BEST_SPEED;
	case GZIP_BEST:
		return Z_BEST_COMPRESSION;
	}
	abort();
}

static struct gzip *
open_as(int window)
{
	struct gzip *z = calloc(1, sizeof *z);

	if (z == NULL)
		return NULL;
	if (deflateInit2(&z->stream, level_of(GZIP_FAST), Z_DEFLATED, window, MEMORY,
	        Z_DEFAULT_STRATEGY) == Z_OK)
		return z;
	free(z);
	return NULL;
}

struct gzip *
gzip_open(void)
{
	return open_as(MEMBER);
}

struct gzip *
gzip_open_bare(void)
{
	return open_as(BARE);
}

void
gzip_close(struct gzip *z)
{
	if (z == NULL)
		return;
	(void)deflateEnd(&z->stream);
	free(z);
}

bool
gzip_begin(struct gzip *z, enum gzip_effort effort)
{
	if (deflateReset(&z->stream) != Z_OK)
		return false;
	if (effort != z->effort &&
	    deflateParams(&z->stream, level_of(effort), Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	z->effort = effort;
	return true;
}

bool
gzip_more(struct gzip *z, struct str bytes, bool last, struct buf *ret)
{
	int state = Z_OK;

	if (bytes.len > UINT_MAX)
		return false;
	z->stream.next_in = (z_const Bytef *)(uintptr_t)bytes.at;
	z->stream.avail_in = (uInt)bytes.len;
	do {
		z->stream.next_out = z->chunk;
		z->stream.avail_out = CHUNK;
		state = deflate(&z->stream, last ? Z_FINISH : Z_NO_FLUSH);
		buf_put(ret, (struct str){ (const char *)z->chunk, CHUNK - z->stream.avail_out });
	} while (state == Z_OK && (last || z->stream.avail_out == 0) && buf_ok(ret));
	/* Z_BUF_ERROR: all was written when the chunk before was just full */
	return buf_ok(ret) && (last ? state == Z_STREAM_END : state == Z_OK || state == Z_BUF_ERROR);
}

bool
gzip_pack(struct gzip *z, enum gzip_effort effort, struct str bytes, struct buf *ret)
{
	size_t before = ret->len;

	if (gzip_begin(z, effort) && gzip_more(z, bytes, true, ret))
		return true;
	ret->len = before;
	ret->failed = false;
	return false;
}

uint32_t
gzip_sum(uint32_t before, struct str bytes)
{
	return (uint32_t)crc32_z(before, (const Bytef *)bytes.at, bytes.len);
}
