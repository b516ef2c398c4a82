#include "port/gzip.h"
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#define WINDOW_BITS (15 + 16)           /* 16: with the head and tail of gzip */
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

struct gzip *
gzip_open(void)
{
	struct gzip *z = calloc(1, sizeof *z);

	if (z == NULL)
		return NULL;
	if (deflateInit2(&z->stream, level_of(GZIP_FAST), Z_DEFLATED, WINDOW_BITS, MEMORY,
	        Z_DEFAULT_STRATEGY) == Z_OK)
		return z;
	free(z);
	return NULL;
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
gzip_pack(struct gzip *z, enum gzip_effort effort, struct str bytes, struct buf *ret)
{
	size_t before = ret->len;
	int    state = Z_OK;

	if (bytes.len > UINT_MAX || deflateReset(&z->stream) != Z_OK)
		return false;
	if (effort != z->effort &&
	    deflateParams(&z->stream, level_of(effort), Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	z->effort = effort;
	z->stream.next_in = (z_const Bytef *)(uintptr_t)bytes.at;
	z->stream.avail_in = (uInt)bytes.len;
	while (state == Z_OK && buf_ok(ret)) {
		z->stream.next_out = z->chunk;
		z->stream.avail_out = CHUNK;
		state = deflate(&z->stream, Z_FINISH);
		buf_put(ret, (struct str){ (const char *)z->chunk, CHUNK - z->stream.avail_out });
	}
	if (state == Z_STREAM_END && buf_ok(ret))
		return true;
	ret->len = before;
	ret->failed = false;
	return false;
}
