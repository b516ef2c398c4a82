#include "app/package_open.h"
#include "app/package_columns.h"
#include "app/package_rows.h"
#include "app/papers.h"
#include "app/publish.h"
#include "document/csv.h"
#include "model/release_view.h"
#include <stdlib.h>

#define PART_MAX ((size_t)256 << 20)

struct maker {
	struct arena         *a;
	const struct edition *ed;
	struct buf            b;        /* the file that is written */
	struct package_part  *at;
	size_t                len, cap;
};

static void
put(struct maker *k, struct str text, bool last)
{
	csv_write_field(&k->b, text, last);
}

static void
begin(struct maker *k, const struct package_file *f)
{
	for (size_t i = 0; i < f->columns; i++)
		put(k, f->column[i].name, i + 1 == f->columns);
}

static bool
end(struct maker *k, struct str path)
{
	ARENA_GROW(k->a, k->at, k->len, &k->cap);
	k->at[k->len++] = (struct package_part){ path, str_dup(k->a, buf_str(&k->b)) };
	k->b.len = 0;
	return buf_ok(&k->b);
}

/* ---- changes ---- */

static bool
put_changes(struct maker *k)
{
	const struct snapshot *sn = &k->ed->sn;
	struct package_file    f = package_change_file();

	begin(k, &f);
	for (size_t i = 0; i < sn->changes && sn->change[i].id <= sn->known; i++) {
		const struct change_row *c = &sn->change[i];

		package_put_int(&k->b, c->id, false);
		put(k, c->at, false);
		put(k, STR_NONE, false);
		put(k, c->why, false);
		put(k, things_key(sn->things, c->document), false);
		package_put_some(&k->b, c->undoes, false);
		put(k, arena_printf(k->a, "change-%lld", (long long)c->id), true);
	}
	return end(k, f.path);
}

/* ---- nouns ---- */

struct keyed {
	const struct noun_row *row;
	struct str             key;
};

static int
by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	return str_cmp(x->key, y->key);
}

static struct keyed *
sorted_rows(const struct maker *k, enum noun n)
{
	const struct snapshot *sn = &k->ed->sn;
	struct keyed          *at = ARENA_ARRAY(k->a, struct keyed, sn->len[n] + 1);

	for (size_t i = 0; i < sn->len[n]; i++)
		at[i] = (struct keyed){ &sn->row[n][i], things_key(sn->things, sn->row[n][i].id) };
	if (sn->len[n] > 1)
		qsort(at, sn->len[n], sizeof *at, by_key);
	return at;
}

/* Does it speak of something that is not public? A translation of a proposal does. */
static bool
is_open(const struct maker *k, enum noun n, const struct noun_row *row)
{
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		enum noun kind;

		if (noun_info[n].column[c].type != COLUMN_REF || row->ref[c] == 0)
			continue;
		kind = things_kind(k->ed->sn.things, row->ref[c]);
		if (kind < NOUN_COUNT && !noun_is_public(kind))
			return false;
	}
	return true;
}

static bool
put_nouns(struct maker *k, enum noun n)
{
	struct package_file f = package_noun_file(n);
	struct keyed       *at = sorted_rows(k, n);

	begin(k, &f);
	for (size_t i = 0; i < k->ed->sn.len[n]; i++)
		if (is_open(k, n, at[i].row))
			package_put_noun(&k->b, k->a, k->ed->sn.things, n, at[i].row);
	return end(k, f.path);
}

/* ---- measurements ---- */

/* What is withheld is not there; neither is how exact it was. */
static bool
hide(struct observation_row *row)
{
	struct observation_form f;

	if (!observation_unpack(row->form, &f))
		return false;
	f.missing = MISSING_CONFIDENTIAL;
	f.qualifier = QUALIFIER_NONE;
	f.scale = 0;
	row->form = observation_pack(f);
	row->value = row->high = row->sample = 0;
	return true;
}

static bool
put_indicator(struct maker *k, const struct keyed *indicator)
{
	struct arena                a = { 0 };
	struct package_observation *at;
	struct measured             m;
	bool                        ok = observations_load(&a, k->ed->store, &k->ed->sn,
	                            indicator->row->id, &m);

	at = ARENA_ARRAY(&a, struct package_observation, ok ? m.len + 1 : 1);
	for (size_t i = 0; ok && i < m.len; i++) {
		ok = m.at[i].withheld == WITHHELD_NOT || hide(&m.row[i]);
		at[i] = package_observation_of(&a, k->ed->sn.things, &m.row[i]);
		at[i].row.until = UNTIL_NOW;
	}
	if (ok)
		package_observations_sort(at, m.len);
	for (size_t i = 0; ok && i < m.len; i++)
		ok = package_put_observation(&k->b, indicator->key, &at[i]);
	arena_free(&a);
	return ok;
}

static bool
put_observations(struct maker *k)
{
	struct package_file f = package_observation_file();
	struct keyed       *at = sorted_rows(k, NOUN_INDICATOR);

	begin(k, &f);
	for (size_t i = 0; i < k->ed->sn.len[NOUN_INDICATOR]; i++)
		if (!put_indicator(k, &at[i]))
			return false;
	return end(k, f.path);
}

/* ---- documents ---- */

static bool
put_document(struct maker *k, const struct keyed *document)
{
	struct store *s = k->ed->store;
	struct param  p[] = { P_INT(document->row->id) };

	if (!document_is_published(document->row))
		return true;
	if (!store_query(s, STMT_LINE_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_LINE_OF)) {
		put(k, document->key, false);
		package_put_int(&k->b, store_int(s, STMT_LINE_OF, 0), false);
		put(k, store_text(s, STMT_LINE_OF, 1), true);
	}
	return !store_failed(s);
}

static bool
put_lines(struct maker *k)
{
	struct package_file f = package_line_file();
	struct keyed       *at = sorted_rows(k, NOUN_DOCUMENT);

	begin(k, &f);
	for (size_t i = 0; i < k->ed->sn.len[NOUN_DOCUMENT]; i++)
		if (!put_document(k, &at[i]))
			return false;
	return end(k, f.path);
}

static bool
put_release_part(struct maker *k, const struct keyed *release, struct str part)
{
	struct store *s = k->ed->store;
	struct param  p[] = { P_INT(release->row->id), P_TEXT(part) };

	if (!store_query(s, STMT_RELEASE_LINE_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_RELEASE_LINE_OF)) {
		put(k, release->key, false);
		put(k, part, false);
		package_put_int(&k->b, store_int(s, STMT_RELEASE_LINE_OF, 0), false);
		put(k, store_text(s, STMT_RELEASE_LINE_OF, 1), true);
	}
	return !store_failed(s);
}

/* What was laid before the council is public, word for word. */
static bool
put_release_lines(struct maker *k)
{
	struct package_file f = package_release_line_file();
	struct keyed       *at = sorted_rows(k, NOUN_RELEASE);

	begin(k, &f);
	for (size_t i = 0; i < k->ed->sn.len[NOUN_RELEASE]; i++)
		for (size_t part = 0; part < RELEASE_PART_COUNT; part++)
			if (!put_release_part(k, &at[i], release_part_code((enum release_part)part)))
				return false;
	return end(k, f.path);
}

/* ---- all of it ---- */

static bool
put_all(struct maker *k)
{
	package_describe(&k->b, true);
	if (!end(k, PACKAGE_JSON) || !put_changes(k))
		return false;
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (noun_is_public((enum noun)n) && !put_nouns(k, (enum noun)n))
			return false;
	return put_observations(k) && put_lines(k) && put_release_lines(k);
}

bool
package_open(struct arena *a, const struct edition *ed, struct package_part **ret, size_t *len)
{
	struct maker k = { .a = a, .ed = ed };
	bool         ok;

	buf_init(&k.b, PART_MAX);
	ok = put_all(&k);
	buf_free(&k.b);
	if (!ok)
		return false;
	*ret = k.at;
	*len = k.len;
	return true;
}
