#include "app/things.h"
#include "base/utf8.h"

/* Open addressing over (kind, key); ids index `at` directly. */
struct thing {
	enum noun  kind;
	struct str key;
};

struct things {
	struct arena *arena;
	struct thing *at;               /* by id; at[0] is unused */
	size_t        len, cap;
	int64_t      *slot;             /* ids; 0: free */
	size_t        slots;            /* power of two, at least twice the things */
};

static int64_t *
slot_of(const struct things *t, enum noun kind, struct str key)
{
	size_t i = str_hash((uint64_t)kind, key) & (t->slots - 1);

	while (t->slot[i] != 0) {
		const struct thing *thing = &t->at[t->slot[i]];

		if (thing->kind == kind && str_eq(thing->key, key))
			break;
		i = (i + 1) & (t->slots - 1);
	}
	return &t->slot[i];
}

static void
rehash(struct things *t)
{
	t->slots = t->slots == 0 ? 256 : t->slots * 2;
	t->slot = ARENA_ARRAY(t->arena, int64_t, t->slots);
	for (size_t id = 1; id < t->len; id++)
		if (t->at[id].kind != NOUN_NONE)
			*slot_of(t, t->at[id].kind, t->at[id].key) = (int64_t)id;
}

static void
keep(struct things *t, int64_t id, enum noun kind, struct str key)
{
	while (t->len <= (size_t)id) {
		ARENA_GROW(t->arena, t->at, t->len, &t->cap);
		t->at[t->len++] = (struct thing){ NOUN_NONE, STR_NONE };
	}
	t->at[id] = (struct thing){ kind, str_dup(t->arena, key) };
	while (t->len * 2 > t->slots)
		rehash(t);
	*slot_of(t, kind, t->at[id].key) = id;
}

static bool
keep_rows(struct things *t, struct store *s, enum stmt q)
{
	while (store_next(s, q)) {
		enum noun kind = NOUN_NONE;

		if (noun_from_table(store_text(s, q, 1), &kind))
			keep(t, store_int(s, q, 0), kind, store_text(s, q, 2));
	}
	return !store_failed(s);
}

struct things *
things_load(struct arena *a, struct store *s)
{
	struct things *t = ARENA_NEW(a, struct things);

	t->arena = a;
	rehash(t);
	if (!store_query(s, STMT_THING_ALL, NULL, 0))
		return NULL;
	return keep_rows(t, s, STMT_THING_ALL) ? t : NULL;
}

bool
things_follow(struct things *t, struct store *s)
{
	struct param p[] = { P_INT(t->len > 0 ? (int64_t)t->len - 1 : 0) };

	return store_query(s, STMT_THING_AFTER, p, COUNT_OF(p)) &&
	    keep_rows(t, s, STMT_THING_AFTER);
}

int64_t
things_find(const struct things *t, enum noun kind, struct str key)
{
	return *slot_of(t, kind, key);
}

struct str
things_key(const struct things *t, int64_t id)
{
	return id > 0 && (size_t)id < t->len ? t->at[id].key : STR_NONE;
}

enum noun
things_kind(const struct things *t, int64_t id)
{
	return id > 0 && (size_t)id < t->len ? t->at[id].kind : NOUN_NONE;
}

size_t
things_count(const struct things *t)
{
	return t->len;
}

int64_t
things_add(struct things *t, struct store *s, enum noun kind, struct str key)
{
	int64_t      id = t->len > 0 ? (int64_t)t->len : 1;
	struct param p[] = { P_INT(id), P_TEXT(noun_info[kind].table), P_TEXT(key) };

	if (things_find(t, kind, key) != 0 || !store_run(s, STMT_THING_ADD, p, COUNT_OF(p)))
		return 0;
	keep(t, id, kind, key);
	return id;
}

struct str
things_new_key(const struct things *t, struct arena *a, enum noun kind, struct str words)
{
	enum { KEY_MAX = 48 };
	struct str folded = utf8_fold(a, words), key;
	char      *at = ARENA_ARRAY(a, char, KEY_MAX + 1);
	size_t     n = 0;

	for (size_t i = 0; i < folded.len && n < KEY_MAX; i++) {
		char c = folded.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (letter)
			at[n++] = c;
		else if (n > 0 && at[n - 1] != '-')
			at[n++] = '-';
	}
	while (n > 0 && at[n - 1] == '-')
		n--;
	key = n > 0 ? (struct str){ at, n } : noun_info[kind].table;
	words = key;
	for (int i = 2; things_find(t, kind, key) != 0; i++)
		key = arena_printf(a, STR_FMT "-%d", STR_ARG(words), i);
	return key;
}

int64_t
things_resolve(const struct things *t, enum noun refers, struct str text)
{
	struct str kind;

	if (refers != NOUN_ANY)
		return things_find(t, refers, text);
	kind = str_cut(&text, ':');
	return noun_from_table(kind, &refers) ? things_find(t, refers, text) : 0;
}

struct str
things_reference(const struct things *t, struct arena *a, enum noun refers, int64_t id)
{
	enum noun  kind = things_kind(t, id);
	struct str key = things_key(t, id);

	if (refers != NOUN_ANY || kind == NOUN_NONE)
		return key;
	return arena_printf(a, STR_FMT ":" STR_FMT, STR_ARG(noun_info[kind].table), STR_ARG(key));
}
