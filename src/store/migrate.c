#include "store/driver.h"
#include "port/hash.h"
#include "store/search.h"
#include "store/touched.h"
#include <stdlib.h>
#include <time.h>

#define SCRIPT_MAX (1 << 20)

static struct str
file_text(const struct schema_file *f, bool postgres)
{
	return (struct str){ f->text[postgres].from,
		(size_t)(f->text[postgres].to - f->text[postgres].from) };
}

static struct str
token_text(const struct token *t, struct str name)
{
	for (; t->name.len > 0; t++) {
		if (str_eq(t->name, name))
			return t->text;
	}
	abort();                /* a migration of ours with a word that nobody knows */
}

/* The migration as the engine spells it. */
static struct str
file_script(struct buf *b, const struct token *tokens, struct str text)
{
	while (text.len > 0) {
		buf_put(b, str_cut(&text, '@'));
		if (text.len > 0)
			buf_put(b, token_text(tokens, str_cut(&text, '@')));
	}
	if (!buf_ok(b))
		abort();
	return buf_str(b);
}

static struct str
now_text(struct arena *a)
{
	time_t    now = time(NULL);
	struct tm tm;
	char      text[32];

	if (gmtime_r(&now, &tm) == NULL)
		abort();
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return str_dup(a, str_from(text));
}

void
schema_history_add(struct schema_history *h, int64_t number, struct str sha256)
{
	struct arena a = { 0 };

	h->same = h->same && number == h->current + 1;
	if (h->same && number <= SCHEMA_NEWEST)
		h->same = str_eq(hash_of(&a, file_text(&schema_files[number - 1], h->postgres)),
		    sha256);
	h->current = number;
	arena_free(&a);
}

bool
schema_history_known(struct store *s, const struct schema_history *h)
{
	struct arena a = { 0 };
	bool         ok = true;

	if (h->current > SCHEMA_NEWEST)
		ok = store_fail(s, FAILURE_NEWER, arena_printf(&a,
		    "schema %lld, this program knows %d", (long long)h->current, SCHEMA_NEWEST));
	else if (!h->same || h->current == 0)
		ok = store_fail(s, FAILURE_ALTERED, arena_printf(&a, "schema %lld",
		    (long long)h->current));
	arena_free(&a);
	return ok;
}

static bool
read_history(struct store *s, struct schema_history *h)
{
	if (!store_query(s, STMT_MIGRATION_ALL, NULL, 0))
		return false;
	while (store_next(s, STMT_MIGRATION_ALL))
		schema_history_add(h, store_int(s, STMT_MIGRATION_ALL, 0),
		    store_text(s, STMT_MIGRATION_ALL, 2));
	return !s->failed;
}

bool
schema_state(struct store *s, struct migration_state *ret)
{
	struct schema_history h = { .same = true, .postgres = s->driver->postgres };
	bool migrations = false, any = false;

	if (!s->driver->tables(s, &migrations, &any))
		return false;
	if (any && !migrations)
		return store_fail(s, FAILURE_FOREIGN, STR_NONE);
	if (migrations && (!read_history(s, &h) || !schema_history_known(s, &h)))
		return false;
	*ret = (struct migration_state){ h.current, SCHEMA_NEWEST };
	return true;
}

static bool
apply(struct store *s, struct arena *a, const struct schema_file *f)
{
	struct str text = file_text(f, s->driver->postgres);
	struct buf b;
	bool       ok;

	buf_init(&b, SCRIPT_MAX);
	ok = s->driver->script(s, file_script(&b, s->driver->token, text));
	buf_free(&b);
	return ok && store_run(s, STMT_MIGRATION_ADD, (struct param[]){
	    P_INT(f->number), P_TEXT(f->name), P_TEXT(hash_of(a, text)),
	    P_TEXT(now_text(a)) }, 4);
}

/* What is there is looked up inside the transaction, because another program may migrate at
 * the same time. What can be searched for, and which change measured what, follow from the
 * rest: both are made anew, whatever the migrations changed. */
bool
schema_lay(struct store *s, struct migration_state *ret)
{
	struct migration_state st;
	struct arena           a = { 0 };
	bool                   ok = schema_state(s, &st);
	bool                   changes = ok && st.current < st.newest;

	for (; ok && st.current < st.newest; st.current++)
		ok = apply(s, &a, &schema_files[st.current]);
	ok = ok && (!changes || (search_reindex(s) && touched_reindex(s)));
	if (ok)
		*ret = st;
	arena_free(&a);
	return ok;
}

bool
schema_migrate(struct store *s, struct migration_state *ret)
{
	struct migration_state st;
	bool                   ok = schema_state(s, &st);

	if (ok && st.current < st.newest) {
		ok = store_begin(s) && schema_lay(s, &st) && store_commit(s);
		store_rollback(s);
	}
	if (ok)
		*ret = st;
	return ok;
}

bool
store_migrate(struct str url, bool dry_run, struct diags *d, struct migration_state *ret)
{
	struct store *s = store_connect(url, dry_run ? STORE_READ : STORE_CREATE);
	bool          ok = false;

	if (dry_run && s->failed && s->failure == FAILURE_ABSENT) {
		*ret = (struct migration_state){ 0, SCHEMA_NEWEST };
		ok = true;
	} else if (!s->failed) {
		ok = dry_run ? schema_state(s, ret) : schema_migrate(s, ret);
	}
	if (!ok)
		store_problem(s, d);
	store_close(s);
	return ok;
}
