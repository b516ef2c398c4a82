#include "base/paper_format.h"
#include "base/untag.h"
#include "store/driver.h"
#include "store/search.h"

/* A longer text is several entries: PostgreSQL bounds what one can hold. */
#define BODY_MAX 16000

/* Where entries go: into the index, or into a sum of what it should hold. */
struct sink {
	struct store *s;
	bool          adds;
	size_t        entries, words;   /* words: terms, each once an entry */
	uint64_t      sum;              /* of the entries, in whatever order they come */
};

struct entry {
	int64_t    owner, thing, line;
	struct str title, body;         /* folded */
};

/* ---- entries ---- */

static size_t
entry_hash(const struct entry *e)
{
	uint64_t seed = (uint64_t)e->owner * 31 + (uint64_t)e->thing * 17 + (uint64_t)e->line;

	return str_hash(str_hash(seed, e->title), e->body);
}

/* Words with one blank between them. */
static bool
stands_in(struct str words, struct str word)
{
	while (words.len > 0)
		if (str_eq(str_cut(&words, ' '), word))
			return true;
	return false;
}

static size_t
count_words(struct str title, struct str body)
{
	size_t n = 0;

	for (struct str rest = title; rest.len > 0;) {
		struct str word = str_cut(&rest, ' ');

		n += !stands_in(rest, word);
	}
	for (struct str rest = body; rest.len > 0;) {
		struct str word = str_cut(&rest, ' ');

		n += !stands_in(rest, word) && !stands_in(title, word);
	}
	return n;
}

static bool
put_one(struct sink *k, const struct entry *e)
{
	struct param p[] = { P_INT(e->owner), P_INT(e->thing), P_INT(e->line), P_TEXT(e->title),
	                     P_TEXT(e->body) };

	k->entries++;
	k->sum += entry_hash(e);
	if (k->adds)
		return store_run(k->s, STMT_SEARCH_ADD, p, COUNT_OF(p));
	k->words += count_words(e->title, e->body);
	return true;
}

/* Up to BODY_MAX bytes, cut between words. */
static struct str
cut_body(struct str *rest)
{
	size_t     end = rest->len < BODY_MAX ? rest->len : BODY_MAX;
	struct str body;

	while (end < rest->len && rest->at[end] != ' ')
		end++;
	body = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end + 1, rest->len);
	return body;
}

/* What says nothing is no entry. A title is cut off, a body goes on in another one. */
static bool
put(struct sink *k, struct entry e)
{
	struct str rest = e.body, title = cut_body(&e.title);

	e.title = title;
	do {
		e.body = cut_body(&rest);
		if (e.title.len + e.body.len > 0 && !put_one(k, &e))
			return false;
		e.title = STR_NONE;
	} while (rest.len > 0);
	return true;
}

/* ---- rows ---- */

/* An outline has no words: its area has them. */
static bool
is_found(enum noun n)
{
	return noun_is_public(n) && n != NOUN_SHAPE;
}

static bool
put_lines(struct sink *k, int64_t document, struct str format)
{
	enum format  f;
	bool         laid = format_from_code(format, &f) && format_is_laid(f);
	struct param p[] = { P_INT(document) };
	bool         ok = store_query(k->s, STMT_LINE_OF, p, COUNT_OF(p));

	while (ok && store_next(k->s, STMT_LINE_OF)) {
		struct arena a = { 0 };
		struct entry e = { .owner = document, .thing = document,
		                   .line = store_int(k->s, STMT_LINE_OF, 0) };

		e.body = store_text(k->s, STMT_LINE_OF, 1);
		e.body = terms_fold(&a, laid ? untag(&a, e.body) : e.body);
		ok = put(k, e);
		arena_free(&a);
	}
	store_reset(k->s, STMT_LINE_OF);
	return ok && !store_failed(k->s);
}

static void
fold_columns(struct arena *a, enum noun n, const struct noun_row *row, struct entry *e)
{
	struct buf b;

	buf_init(&b, (size_t)64 << 20);
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		struct str text = noun_info[n].column[c].type == COLUMN_TEXT ? row->text[c] : STR_NONE;

		if (text.len == 0)
			continue;
		if (str_eq(noun_info[n].column[c].name, STR("title"))) {
			e->title = terms_fold(a, text);
			continue;
		}
		buf_put(&b, terms_fold(a, text));
		buf_char(&b, ' ');
	}
	e->body = str_trim(str_dup(a, buf_str(&b)));
	buf_free(&b);
}

/* A translation is found as what it translates: a title as a title. */
static bool
put_translation(struct sink *k, const struct noun_row *row)
{
	struct arena a = { 0 };
	struct entry e = { .owner = row->id, .thing = row->ref[TRANSLATION_thing] };
	struct str   words = terms_fold(&a, row->text[TRANSLATION_title]);
	bool         ok;

	if (str_eq(row->text[TRANSLATION_field], STR("title")))
		e.title = words;
	else
		e.body = words;
	ok = put(k, e);
	arena_free(&a);
	return ok;
}

static bool
put_entries(struct sink *k, enum noun n, const struct noun_row *row)
{
	struct arena a = { 0 };
	struct entry e = { .owner = row->id, .thing = row->id };
	bool         ok;

	if (n == NOUN_TRANSLATION)
		return put_translation(k, row);
	fold_columns(&a, n, row, &e);
	ok = put(k, e);
	arena_free(&a);
	if (n == NOUN_DOCUMENT && row->text[DOCUMENT_published].len > 0)
		ok = ok && put_lines(k, row->id, row->text[DOCUMENT_format]);
	return ok;
}

static bool
put_row(struct sink *k, enum noun n, const struct noun_row *row)
{
	struct param p[] = { P_INT(row->id) };
	size_t       before = k->entries;

	if (row->until != UNTIL_NOW || !is_found(n))
		return true;
	if (!put_entries(k, n, row))
		return false;
	return !k->adds || k->entries == before ||
	    store_run(k->s, STMT_SEARCH_INDEX, p, COUNT_OF(p));
}

bool
search_add(struct store *s, enum noun n, const struct noun_row *row)
{
	struct sink k = { .s = s, .adds = true };

	return put_row(&k, n, row);
}

bool
search_drop(struct store *s, enum noun n, int64_t id)
{
	struct param p[] = { P_INT(id) };

	return !is_found(n) || (store_run(s, STMT_SEARCH_UNINDEX, p, COUNT_OF(p)) &&
	    store_run(s, STMT_SEARCH_DROP, p, COUNT_OF(p)));
}

/* ---- all of it ---- */

static bool
put_all(struct sink *k)
{
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		struct noun_row row;
		bool            ok = true;

		if (!is_found((enum noun)n))
			continue;
		if (!store_nouns(k->s, (enum noun)n, NOUN_KNOWN, UNTIL_NOW - 1))
			return false;
		while (ok && store_noun_next(k->s, (enum noun)n, NOUN_KNOWN, &row))
			ok = put_row(k, (enum noun)n, &row);
		if (!ok || store_failed(k->s))
			return false;
	}
	return true;
}

bool
search_reindex(struct store *s)
{
	struct sink k = { .s = s, .adds = true };

	return store_run(s, STMT_SEARCH_UNINDEX_ALL, NULL, 0) &&
	    store_run(s, STMT_SEARCH_DROP_ALL, NULL, 0) && put_all(&k);
}

/* The entries that are there, and how many words the engine's own index has. */
static bool
sum_up(struct store *s, struct sink *ret)
{
	enum stmt q = STMT_SEARCH_ALL;
	int64_t   words;

	if (!store_query(s, q, NULL, 0))
		return false;
	while (store_next(s, q)) {
		struct entry e = { store_int(s, q, 0), store_int(s, q, 1), store_int(s, q, 2),
		                   store_text(s, q, 3), store_text(s, q, 4) };

		ret->entries++;
		ret->sum += entry_hash(&e);
	}
	if (store_failed(s) || !store_get_int(s, STMT_SEARCH_SUM, NULL, 0, &words))
		return false;
	ret->words = (size_t)words;
	return true;
}

bool
search_check(struct store *s, struct diags *d)
{
	struct sink there = { .s = s }, wanted = { .s = s };

	if (!sum_up(s, &there) || !put_all(&wanted))
		return false;
	if (there.entries != wanted.entries || there.sum != wanted.sum ||
	    there.words != wanted.words)
		(void)diag_error(d, s->where, 0, arena_printf(d->arena,
		    "the search index is not what the register gives (%zu entries, %zu expected)",
		    there.entries, wanted.entries), STR("run 'pejl db reindex'"));
	return true;
}

/* ---- queries ---- */

static void
put_word_sqlite(struct buf *b, struct str word, bool begun)
{
	buf_char(b, '"');
	buf_put(b, word);
	buf_put(b, begun ? STR("\"*") : STR("\""));
}

static void
put_word_pg(struct buf *b, struct str word, bool begun, bool titles)
{
	buf_char(b, '\'');
	buf_put(b, word);
	buf_char(b, '\'');
	if (begun || titles)
		buf_char(b, ':');
	if (begun)
		buf_char(b, '*');
	if (titles)
		buf_char(b, 'A');
}

struct str
search_match(struct arena *a, const struct store *s, const struct wanted *w, bool titles)
{
	bool       postgres = store_is_postgres(s);
	struct buf b;
	struct str text;

	buf_init(&b, (TERM_MAX + 16) * TERMS_WANTED_MAX);
	if (!postgres && titles)
		BUF_LIT(&b, "{title} : (");
	for (size_t i = 0; i < w->len; i++) {
		bool begun = w->begun && i + 1 == w->len;

		if (i > 0)
			buf_put(&b, postgres ? STR(" & ") : STR(" AND "));
		if (postgres)
			put_word_pg(&b, w->at[i], begun, titles);
		else
			put_word_sqlite(&b, w->at[i], begun);
	}
	if (!postgres && titles)
		BUF_LIT(&b, ")");
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}
