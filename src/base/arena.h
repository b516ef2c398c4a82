/* arena.h - memory with one lifetime: a request, an import, a report.
 *
 * Allocation never fails (out of memory ends the process) and is zeroed.
 * Nothing is freed on its own; arena_free() releases everything at once.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena {
	struct arena_block *last;
	struct arena_block *spare;      /* empty ones of arena_reuse() */
};

#define ARENA_NEW(a, T)      ((T *)arena_alloc((a), 1, sizeof(T), _Alignof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc((a), (n), sizeof(T), _Alignof(T)))

/* Room for one more T in a growing array: `at` has `len` used of `*cap`.
 * Returns the array, moved when it had to grow (capacity doubles). */
#define ARENA_GROW(a, at, len, cap) \
	((at) = arena_grow((a), (at), (len), (cap), sizeof *(at), _Alignof(max_align_t)))

void      *arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
               __attribute__((returns_nonnull));
void      *arena_grow(struct arena *a, void *at, size_t len, size_t *cap, size_t size,
                      size_t align) __attribute__((returns_nonnull));
/* For a text that is written at once, all of it: the only memory that is not zeroed. */
char      *arena_bytes(struct arena *a, size_t n) __attribute__((returns_nonnull));
/* Gives back the end of the newest allocation: of `len` bytes at `at`, `kept` stay.
 * What is given back was not written to. */
void       arena_trim(struct arena *a, const void *at, size_t len, size_t kept);
struct str str_dup(struct arena *a, struct str s);      /* NUL-terminated too */
struct str arena_printf(struct arena *a, const char *fmt, ...)
               __attribute__((format(printf, 2, 3)));
void       arena_free(struct arena *a);                 /* idempotent */
/* Empty again, with one block kept for the next use when it is a small one. */
void       arena_reset(struct arena *a);
/* Empty again, with all its memory kept for a next use of much the same size. */
void       arena_reuse(struct arena *a);
/* What `from` holds now lives as long as `a`, and `from` is empty. */
void       arena_join(struct arena *a, struct arena *from);

#endif
