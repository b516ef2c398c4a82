#include "audit/earlier.h"
#include <string.h>

#define SLOTS_MIN 1024          /* a power of two */

struct earlier
earlier_new(struct arena *a, bool apart)
{
	return (struct earlier){ .arena = a, .apart = apart, .slots = SLOTS_MIN,
	                         .slot = ARENA_ARRAY(a, struct group *, SLOTS_MIN) };
}

static struct group **
slot_of(const struct earlier *e, uint64_t hash)
{
	return &e->slot[hash & (e->slots - 1)];
}

static const struct group *
with_hash(const struct group *g, uint64_t hash)
{
	while (g != NULL && g->hash != hash)
		g = g->next;
	return g;
}

const struct group *
earlier_first(const struct earlier *e, uint64_t hash)
{
	return with_hash(*slot_of(e, hash), hash);
}

const struct group *
earlier_next(const struct group *g)
{
	return with_hash(g->next, g->hash);
}

static void
widen(struct earlier *e)
{
	struct group **from = e->slot;
	size_t         n = e->slots;

	e->slots = 2 * n;
	e->slot = ARENA_ARRAY(e->arena, struct group *, e->slots);
	for (size_t i = 0; i < n; i++)
		for (struct group *g = from[i], *next; g != NULL; g = next) {
			struct group **to = slot_of(e, g->hash);

			next = g->next;
			g->next = *to;
			*to = g;
		}
}

static bool
says_exactly(const struct group *g, const struct said_at *said, size_t n)
{
	if (g->len != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!str_eq(g->at[i].packed, said[i].packed))
			return false;
	return true;
}

static void
join(struct group *g, uint32_t paper, const struct said_at *said)
{
	if (g->papers < EARLIER_PAPERS_MAX) {
		g->paper[g->papers] = paper;
		for (size_t i = 0; i < g->len; i++)
			g->at[i].line[g->papers] = said[i].line;
	}
	g->papers++;
}

/* The text as another group keeps it, or a copy. */
static struct str
text_of(const struct earlier *e, uint64_t hash, struct str packed)
{
	char *copy;

	for (const struct group *g = earlier_first(e, hash); g != NULL; g = earlier_next(g))
		for (size_t i = 0; i < g->len; i++)
			if (str_eq(g->at[i].packed, packed))
				return g->at[i].packed;
	copy = ARENA_ARRAY(e->arena, char, packed.len);
	memcpy(copy, packed.at, packed.len);
	return (struct str){ copy, packed.len };
}

static struct group *
group_new(struct earlier *e, uint64_t hash, const struct said_at *said, size_t n)
{
	size_t         size = sizeof(struct group) + n * sizeof(struct saying);
	struct group  *g = arena_alloc(e->arena, 1, size, _Alignof(struct group));
	struct group **to;

	g->hash = hash;
	g->len = (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		g->at[i].packed = text_of(e, hash, said[i].packed);
	if (e->groups++ == e->slots)
		widen(e);
	to = slot_of(e, hash);
	g->next = *to;
	*to = g;
	return g;
}

void
earlier_add(struct earlier *e, uint64_t hash, uint32_t paper, const struct said_at *said, size_t n)
{
	struct group *g = e->apart ? NULL : *slot_of(e, hash);

	while (g != NULL && (g->hash != hash || !says_exactly(g, said, n)))
		g = g->next;
	if (g == NULL)
		g = group_new(e, hash, said, n);
	join(g, paper, said);
}
