#include "app/observations.h"
#include "app/package.h"
#include "app/package_columns.h"
#include "app/package_rows.h"
#include "app/snapshot.h"
#include "model/release_view.h"
#include "port/folder.h"
#include <stdlib.h>

enum { FLUSH_AT = 1 << 20 };

struct dump {
	struct arena         arena;
	struct store        *s;
	struct folder        folder;
	struct buf           out;
	struct things       *things;
	struct snapshot      sn;        /* the changes */
	struct package_count count;
};

static void
put(struct dump *k, struct str text, bool last)
{
	csv_write_field(&k->out, text, last);
}

static bool
flush(struct dump *k, size_t at)
{
	bool ok = k->out.len < at || folder_add(&k->folder, buf_str(&k->out));

	if (k->out.len >= at)
		k->out.len = 0;
	return ok && buf_ok(&k->out);
}

static bool
begin_file(struct dump *k, const struct package_file *f)
{
	for (size_t i = 0; i < f->columns; i++)
		put(k, f->column[i].name, i + 1 == f->columns);
	k->count.files++;
	return folder_open(&k->folder, f->path);
}

static bool
end_file(struct dump *k)
{
	return flush(k, 1) && folder_close(&k->folder);
}

/* ---- nouns: by the bytes of their keys ---- */

struct keyed {
	struct noun_row row;
	struct str      key;
};

static int
keyed_cmp(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int                 o = str_cmp(x->key, y->key);

	return o != 0 ? o : (x->row.since > y->row.since) - (x->row.since < y->row.since);
}

static struct keyed *
collect(struct dump *k, struct arena *a, enum noun n, size_t *len)
{
	struct keyed   *at = NULL;
	struct noun_row row;
	size_t          cap = 0;

	*len = 0;
	if (!store_nouns(k->s, n, NOUN_EVERY, 0))
		return NULL;
	while (store_noun_next(k->s, n, NOUN_EVERY, &row)) {
		for (size_t c = 0; c < noun_info[n].columns; c++)
			row.text[c] = str_dup(a, row.text[c]);
		row.quote = str_dup(a, row.quote);
		ARENA_GROW(a, at, *len, &cap);
		at[(*len)++] = (struct keyed){ row, things_key(k->things, row.id) };
	}
	if (*len > 1)
		qsort(at, *len, sizeof *at, keyed_cmp);
	return at;
}

static bool
dump_noun(struct dump *k, enum noun n)
{
	struct package_file f = package_noun_file(n);
	struct arena        a = { 0 };
	size_t              len;
	struct keyed       *at = collect(k, &a, n, &len);
	bool                ok = !store_failed(k->s) && begin_file(k, &f);

	for (size_t i = 0; i < len && ok; i++) {
		package_put_noun(&k->out, &a, k->things, n, &at[i].row);
		k->count.rows++;
		ok = flush(k, FLUSH_AT);
	}
	ok = ok && end_file(k);
	arena_free(&a);
	return ok;
}

/* ---- measurements: per indicator, by the bytes of their keys ---- */

static struct package_observation *
collect_observations(struct dump *k, struct arena *a, int64_t indicator, size_t *len)
{
	enum stmt      q = STMT_OBSERVATION_OF;
	struct param   p[] = { P_INT(indicator) };
	size_t         cap = 0;
	struct package_observation *at = NULL;

	*len = 0;
	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return NULL;
	while (store_next(k->s, q)) {
		struct observation_row row = observation_row_of(k->s, q);

		ARENA_GROW(a, at, *len, &cap);
		at[(*len)++] = package_observation_of(a, k->things, &row);
	}
	package_observations_sort(at, *len);
	return at;
}

static bool
put_observation(struct dump *k, struct str indicator, const struct package_observation *o)
{
	if (!package_put_observation(&k->out, indicator, o))
		return diag_error(k->folder.diags, indicator, 0,
		    STR("a measurement is damaged"), STR("run 'pejl db check'"));
	k->count.rows++;
	return true;
}

static bool
dump_indicator(struct dump *k, int64_t indicator)
{
	struct arena   a = { 0 };
	struct str     key = things_key(k->things, indicator);
	size_t         len;
	struct package_observation *at = collect_observations(k, &a, indicator, &len);
	bool           ok = !store_failed(k->s);

	for (size_t i = 0; i < len && ok; i++)
		ok = put_observation(k, key, &at[i]) && flush(k, FLUSH_AT);
	arena_free(&a);
	return ok;
}

static bool
dump_observations(struct dump *k)
{
	struct package_file f = package_observation_file();
	struct arena        a = { 0 };
	size_t              len;
	struct keyed       *at = collect(k, &a, NOUN_INDICATOR, &len);
	bool                ok = !store_failed(k->s) && begin_file(k, &f);

	for (size_t i = 0; i < len && ok; i++)
		if (i == 0 || at[i].row.id != at[i - 1].row.id)
			ok = dump_indicator(k, at[i].row.id);
	ok = ok && end_file(k);
	arena_free(&a);
	return ok;
}

/* ---- changes, documents ---- */

static bool
dump_changes(struct dump *k)
{
	struct package_file f = package_change_file();

	if (!begin_file(k, &f))
		return false;
	for (size_t i = 0; i < k->sn.changes; i++) {
		const struct change_row *c = &k->sn.change[i];

		package_put_int(&k->out, c->id, false);
		put(k, c->at, false);
		put(k, c->who, false);
		put(k, c->why, false);
		put(k, things_key(k->things, c->document), false);
		package_put_some(&k->out, c->undoes, false);
		put(k, c->nonce, true);
		k->count.rows++;
	}
	return end_file(k);
}

/* The lines of documents in order of the documents' keys. */
static bool
dump_lines(struct dump *k)
{
	struct package_file f = package_line_file();
	struct arena        a = { 0 };
	size_t              len;
	struct keyed       *at = collect(k, &a, NOUN_DOCUMENT, &len);
	bool                ok = !store_failed(k->s) && begin_file(k, &f);

	for (size_t i = 0; i < len && ok; i++) {
		struct param p[] = { P_INT(at[i].row.id) };

		if (i > 0 && at[i].row.id == at[i - 1].row.id)
			continue;
		ok = store_query(k->s, STMT_LINE_OF, p, COUNT_OF(p));
		while (ok && store_next(k->s, STMT_LINE_OF)) {
			put(k, at[i].key, false);
			package_put_int(&k->out, store_int(k->s, STMT_LINE_OF, 0), false);
			put(k, store_text(k->s, STMT_LINE_OF, 1), true);
			k->count.rows++;
			ok = flush(k, FLUSH_AT);
		}
		ok = ok && !store_failed(k->s);
	}
	ok = ok && end_file(k);
	arena_free(&a);
	return ok;
}

/* One part of what was laid before the council. */
static bool
dump_release_part(struct dump *k, const struct keyed *release, struct str part)
{
	struct param p[] = { P_INT(release->row.id), P_TEXT(part) };
	bool         ok = store_query(k->s, STMT_RELEASE_LINE_OF, p, COUNT_OF(p));

	while (ok && store_next(k->s, STMT_RELEASE_LINE_OF)) {
		put(k, release->key, false);
		put(k, part, false);
		package_put_int(&k->out, store_int(k->s, STMT_RELEASE_LINE_OF, 0), false);
		put(k, store_text(k->s, STMT_RELEASE_LINE_OF, 1), true);
		k->count.rows++;
		ok = flush(k, FLUSH_AT);
	}
	return ok && !store_failed(k->s);
}

static bool
dump_release_lines(struct dump *k)
{
	struct package_file f = package_release_line_file();
	struct arena        a = { 0 };
	size_t              len;
	struct keyed       *at = collect(k, &a, NOUN_RELEASE, &len);
	bool                ok = !store_failed(k->s) && begin_file(k, &f);

	for (size_t i = 0; i < len && ok; i++)
		for (size_t part = 0; part < RELEASE_PART_COUNT && ok; part++)
			if (i == 0 || at[i].row.id != at[i - 1].row.id)
				ok = dump_release_part(k, &at[i], release_part_code((enum release_part)part));
	ok = ok && end_file(k);
	arena_free(&a);
	return ok;
}

/* ---- all of it ---- */

/* A folder that is somebody else's is left alone. */
static bool
may_write(struct str dir, struct diags *d)
{
	switch (folder_kind(dir, d)) {
	case FOLDER_NONE:
		return false;
	case FOLDER_FILLED:
		if (!folder_has(dir, PACKAGE_JSON))
			return diag_error(d, dir, 0, STR("holds other files and is no data package"),
			    STR("name a new or an empty folder"));
		break;
	case FOLDER_ABSENT:
	case FOLDER_EMPTY:
		break;
	}
	return true;
}

static bool
dump_description(struct dump *k)
{
	k->count.files++;
	package_describe(&k->out, false);
	return folder_open(&k->folder, PACKAGE_JSON) && end_file(k);
}

static bool
dump_all(struct dump *k)
{
	k->things = things_load(&k->arena, k->s);
	if (k->things == NULL || !snapshot_load(&k->arena, k->s, k->things, 0, 0, &k->sn) ||
	    !dump_description(k) || !dump_changes(k))
		return false;
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (!dump_noun(k, (enum noun)n))
			return false;
	return dump_observations(k) && dump_lines(k) && dump_release_lines(k);
}

bool
package_dump(struct store *s, struct str dir, struct diags *d, struct package_count *ret)
{
	struct dump k = { .s = s };
	bool        ok = false;

	buf_init(&k.out, (size_t)256 << 20);
	if (!may_write(dir, d) || !folder_begin(&k.arena, dir, d, &k.folder))
		goto out;
	ok = dump_all(&k) && folder_commit(&k.folder);
out:
	folder_drop(&k.folder);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = k.count;
	buf_free(&k.out);
	arena_free(&k.arena);
	return ok;
}
