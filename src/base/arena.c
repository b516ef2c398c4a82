#include "base/arena.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double from the first to the last of these. */
#define BLOCK_MIN ((size_t)16 * 1024)
#define BLOCK_MAX ((size_t)512 * 1024)
#define BLOCK_KEPT ((size_t)64 * 1024)          /* the largest that a reset keeps */

struct arena_block {
	struct arena_block *prev;
	size_t              used, cap;
	size_t              written;    /* bytes of a former use, zeroed as they are given out */
	_Alignas(max_align_t) unsigned char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	fputs("out of memory\n", stderr);
	abort();
}

/* The first that is large enough, or NULL. */
static struct arena_block *
spare_of(struct arena *a, size_t need)
{
	for (struct arena_block **at = &a->spare; *at != NULL; at = &(*at)->prev) {
		struct arena_block *b = *at;

		if (b->cap < need)
			continue;
		*at = b->prev;
		return b;
	}
	return NULL;
}

static struct arena_block *
block_new(struct arena *a, size_t need)
{
	struct arena_block *prev = a->last, *b = spare_of(a, need);
	size_t              cap = prev == NULL ? BLOCK_MIN : 2 * prev->cap;

	if (b != NULL) {
		b->prev = prev;
		return b;
	}
	if (prev != NULL && prev->cap > BLOCK_MAX / 2)
		cap = BLOCK_MAX;
	if (cap < need)
		cap = need;
	if (cap <= SIZE_MAX - sizeof *b)
		b = calloc(1, sizeof *b + cap);
	if (b == NULL)
		out_of_memory();
	b->prev = prev;
	b->cap = cap;
	return b;
}

/* `need` bytes more of the block that is written to, or of a new one. */
static struct arena_block *
take(struct arena *a, size_t need, size_t align)
{
	size_t pad = a->last ? -a->last->used & (align - 1) : 0;

	if (a->last == NULL || pad > a->last->cap - a->last->used ||
	    need > a->last->cap - a->last->used - pad) {
		a->last = block_new(a, need);
		pad = 0;
	}
	a->last->used += pad + need;
	return a->last;
}

void *
arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
	struct arena_block *b;
	size_t              need, at;

	if (size != 0 && count > SIZE_MAX / size)
		out_of_memory();
	need = count * size;
	b = take(a, need, align);
	at = b->used - need;
	/* Zeroed when it is given out, and not when it is given back: so it is in the cache
	 * when it is written to. */
	if (at < b->written)
		memset(b->bytes + at, 0, b->used < b->written ? need : b->written - at);
	return b->bytes + at;
}

char *
arena_bytes(struct arena *a, size_t n)
{
	struct arena_block *b = take(a, n, 1);

	return (char *)b->bytes + b->used - n;
}

void
arena_trim(struct arena *a, const void *at, size_t len, size_t kept)
{
	if (a->last != NULL && (const unsigned char *)at + len == a->last->bytes + a->last->used)
		a->last->used -= len - kept;
}

struct str
str_dup(struct arena *a, struct str s)
{
	char *copy = ARENA_ARRAY(a, char, s.len + 1);

	if (s.len > 0)
		memcpy(copy, s.at, s.len);
	return (struct str){ copy, s.len };
}

void *
arena_grow(struct arena *a, void *at, size_t len, size_t *cap, size_t size, size_t align)
{
	void *grown;

	if (len < *cap)
		return at;
	*cap = *cap == 0 ? 8 : *cap * 2;
	grown = arena_alloc(a, *cap, size, align);
	if (len > 0)
		memcpy(grown, at, len * size);
	return grown;
}

struct str
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char    some[128], *text;
	int     n;

	va_start(ap, fmt);
	n = vsnprintf(some, sizeof some, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	text = ARENA_ARRAY(a, char, (size_t)n + 1);
	if ((size_t)n < sizeof some) {
		memcpy(text, some, (size_t)n + 1);
		return (struct str){ text, (size_t)n };
	}
	va_start(ap, fmt);
	(void)vsnprintf(text, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (struct str){ text, (size_t)n };
}

static void
blocks_free(struct arena_block **b)
{
	while (*b != NULL) {
		struct arena_block *prev = (*b)->prev;

		free(*b);
		*b = prev;
	}
}

void
arena_free(struct arena *a)
{
	blocks_free(&a->last);
	blocks_free(&a->spare);
}

void
arena_reuse(struct arena *a)
{
	while (a->last != NULL) {
		struct arena_block *b = a->last;

		a->last = b->prev;
		if (b->cap > BLOCK_MAX) {       /* made for one large thing */
			free(b);
			continue;
		}
		if (b->used > b->written)
			b->written = b->used;
		b->used = 0;
		b->prev = a->spare;
		a->spare = b;
	}
}

void
arena_reset(struct arena *a)
{
	struct arena_block *last = a->last;

	if (last == NULL || last->cap > BLOCK_KEPT) {
		arena_free(a);
		return;
	}
	a->last = last->prev;
	arena_free(a);
	if (last->used > last->written)
		last->written = last->used;
	last->used = 0;
	last->prev = NULL;
	a->last = last;
}

void
arena_join(struct arena *a, struct arena *from)
{
	struct arena_block *first = from->last;

	blocks_free(&from->spare);
	if (first == NULL)
		return;
	while (first->prev != NULL)
		first = first->prev;
	if (a->last == NULL) {
		a->last = from->last;
	} else {
		first->prev = a->last->prev;    /* the block in use stays the last */
		a->last->prev = from->last;
	}
	from->last = NULL;
}
