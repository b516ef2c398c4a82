#include "app/things.h"
#include "base/keys.h"
#include "base/utf8.h"

struct things {
	struct arena *arena;
	struct keys   keys;             /* of each kind */
	int64_t      *id;               /* of each key */
	uint32_t     *number;           /* of each id, its key's; 0: there is no such thing */
	size_t        ids, ids_cap, len, cap;
};

static void
keep(struct things *t, int64_t id, enum noun kind, struct str key)
{
	size_t n = keys_add(t->arena, &t->keys, kind, str_dup(t->arena, key));

	while (t->len <= (size_t)id) {
		ARENA_GROW(t->arena, t->number, t->len, &t->cap);
		t->number[t->len++] = 0;
	}
	if (n > t->ids) {
		ARENA_GROW(t->arena, t->id, t->ids, &t->ids_cap);
		t->ids = n;
	}
	t->id[n - 1] = id;
	t->number[id] = (uint32_t)n;
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
	size_t n = keys_find(&t->keys, kind, key);

	return n == 0 ? 0 : t->id[n - 1];
}

/* NULL: there is none. */
static const struct key *
key_of(const struct things *t, int64_t id)
{
	bool there = id > 0 && (size_t)id < t->len && t->number[id] != 0;

	return there ? &t->keys.at[t->number[id] - 1] : NULL;
}

struct str
things_key(const struct things *t, int64_t id)
{
	const struct key *k = key_of(t, id);

	return k != NULL ? k->text : STR_NONE;
}

enum noun
things_kind(const struct things *t, int64_t id)
{
	const struct key *k = key_of(t, id);

	return k != NULL ? (enum noun)k->kind : NOUN_NONE;
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
