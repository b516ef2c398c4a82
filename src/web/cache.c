#include "web/cache.h"
#include <stdlib.h>
#include <string.h>

#define BUCKETS  512
#define OVERHEAD 4096                   /* of one answer: headers and bookkeeping, twice */

struct entry {
	struct entry    *next;          /* in its bucket */
	struct cache_key key;
	struct cached    what;
	size_t           size, hash;
	bool             used;          /* asked for again since the cache was last full */
	char             text[];        /* target, tag, media */
};

struct cache {
	struct entry *bucket[BUCKETS];
	size_t        size, max;
	int64_t       known;
	int32_t       day;
};

struct cache *
cache_open(size_t max)
{
	struct cache *c = calloc(1, sizeof *c);

	if (c != NULL)
		c->max = max;
	return c;
}

size_t
cache_size(const struct cache *c)
{
	return c->size;
}

static void
forget_ready(const struct cached *what)
{
	http_ready_free(what->whole);
	http_ready_free(what->unchanged);
}

/* Takes `*at` out of its bucket. */
static void
forget(struct cache *c, struct entry **at)
{
	struct entry *e = *at;

	*at = e->next;
	c->size -= e->size;
	forget_ready(&e->what);
	free(e);
}

static bool
from_register(const struct entry *e)
{
	return e->what.route->needs != NEEDS_NOTHING;
}

static bool
is_unused(const struct entry *e)
{
	return !e->used;
}

static bool
is_any(const struct entry *e)
{
	return e != NULL;
}

static void
forget_all(struct cache *c, bool (*which)(const struct entry *e))
{
	for (size_t i = 0; i < BUCKETS; i++) {
		struct entry **at = &c->bucket[i];

		while (*at != NULL) {
			if (which(*at)) {
				forget(c, at);
				continue;
			}
			(*at)->used = false;
			at = &(*at)->next;
		}
	}
}

void
cache_close(struct cache *c)
{
	if (c == NULL)
		return;
	forget_all(c, is_any);
	free(c);
}

bool
cache_edition(struct cache *c, int64_t known, int32_t day)
{
	if (c->known == known && c->day == day)
		return true;
	forget_all(c, from_register);
	c->known = known;
	c->day = day;
	return false;
}

static size_t
hash_key(const struct cache_key *k)
{
	uint64_t seed = (uint64_t)k->gzip | (uint64_t)k->tls << 1 | str_hash(0, k->lang) << 2;

	return str_hash(seed, k->target);
}

static bool
same_key(const struct cache_key *a, const struct cache_key *b)
{
	return a->gzip == b->gzip && a->tls == b->tls && str_eq(a->lang, b->lang) &&
	    str_eq(a->target, b->target);
}

static struct entry **
place_of(struct cache *c, const struct cache_key *key, size_t hash)
{
	struct entry **at = &c->bucket[hash % BUCKETS];

	while (*at != NULL && ((*at)->hash != hash || !same_key(&(*at)->key, key)))
		at = &(*at)->next;
	return at;
}

const struct cached *
cache_find(struct cache *c, const struct cache_key *key)
{
	struct entry *e = *place_of(c, key, hash_key(key));

	if (e == NULL)
		return NULL;
	e->used = true;
	return &e->what;
}

static struct str
copy(char **to, struct str s)
{
	struct str made = { *to, s.len };

	if (s.len > 0)
		memcpy(*to, s.at, s.len);
	*to += s.len;
	return made;
}

static struct entry *
entry_new(const struct cache_key *key, const struct cached *what)
{
	size_t        text = key->target.len + what->tag.len + what->media.len;
	struct entry *e = calloc(1, sizeof *e + text);
	char         *to;

	if (e == NULL)
		return NULL;
	to = e->text;
	e->key = *key;
	e->key.target = copy(&to, key->target);
	e->what = *what;
	e->what.tag = copy(&to, what->tag);
	e->what.media = copy(&to, what->media);
	e->size = sizeof *e + text + what->bytes + OVERHEAD;
	e->hash = hash_key(key);
	return e;
}

void
cache_keep(struct cache *c, const struct cache_key *key, const struct cached *what)
{
	struct entry *e = what->whole != NULL && what->unchanged != NULL ? entry_new(key, what) : NULL;
	struct entry **at;

	if (e == NULL || e->size > c->max) {
		forget_ready(what);
		free(e);
		return;
	}
	at = place_of(c, key, e->hash);
	if (*at != NULL)
		forget(c, at);
	if (c->size + e->size > c->max)
		forget_all(c, is_unused);
	if (c->size + e->size > c->max)
		forget_all(c, is_any);
	at = &c->bucket[e->hash % BUCKETS];
	e->next = *at;
	*at = e;
	c->size += e->size;
}
