#include "app/snapshot.h"
#include "core/calendar.h"
#include <string.h>

/* Changes later than the last one that is here. */
static bool
load_changes(struct snapshot *sn, struct store *s)
{
	enum stmt    q = STMT_CHANGE_AFTER;
	struct param p[] = { P_INT(sn->changes > 0 ? sn->change[sn->changes - 1].id : 0) };

	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(s, q)) {
		ARENA_GROW(sn->arena, sn->change, sn->changes, &sn->changes_cap);
		sn->change[sn->changes++] = (struct change_row){
			.id = store_int(s, q, 0), .at = str_dup(sn->arena, store_text(s, q, 1)),
			.who = str_dup(sn->arena, store_text(s, q, 2)),
			.why = str_dup(sn->arena, store_text(s, q, 3)),
			.document = store_int(s, q, 4), .undoes = store_int(s, q, 5),
			.nonce = str_dup(sn->arena, store_text(s, q, 6)),
		};
	}
	return !store_failed(s);
}

/* Room for `more` rows behind those that are here: for no others at first, since most
 * kinds never get one while this is kept; then for twice as many. */
static void
rows_room(struct snapshot *sn, enum noun n, size_t more)
{
	size_t           need = sn->len[n] + more;
	struct noun_row *rows;

	if (need <= sn->cap[n])
		return;
	sn->cap[n] = sn->len[n] == 0 ? need : 2 * need;
	rows = ARENA_ARRAY(sn->arena, struct noun_row, sn->cap[n]);
	if (sn->len[n] > 0)
		memcpy(rows, sn->row[n], sn->len[n] * sizeof *rows);
	sn->row[n] = rows;
}

/* What the query finds, in `a`; texts are the snapshot's. */
static bool
read_rows(struct snapshot *sn, struct store *s, enum noun n, enum noun_query q, int64_t x,
          struct arena *a, struct noun_row **ret, size_t *len)
{
	struct noun_row *found = NULL, row;
	size_t           cap = 0;

	if (!store_nouns(s, n, q, x))
		return false;
	for (*len = 0; store_noun_next(s, n, q, &row); found[(*len)++] = row) {
		for (size_t c = 0; c < noun_info[n].columns; c++)
			row.text[c] = str_dup(sn->arena, row.text[c]);
		row.quote = str_dup(sn->arena, row.quote);
		ARENA_GROW(a, found, *len, &cap);
	}
	*ret = found;
	return !store_failed(s);
}

/* Rows that the query finds, behind those that are here. */
static bool
load_rows(struct snapshot *sn, struct store *s, enum noun n, enum noun_query q, int64_t x)
{
	struct arena     scratch = { 0 };
	struct noun_row *found = NULL;
	size_t           len = 0;

	if (!read_rows(sn, s, n, q, x, &scratch, &found, &len)) {
		arena_free(&scratch);
		return false;
	}
	rows_room(sn, n, len);
	for (size_t i = 0; i < len; i++)
		sn->row[n][sn->len[n]++] = found[i];
	arena_free(&scratch);
	return true;
}

static bool
load_noun(struct snapshot *sn, struct store *s, enum noun n)
{
	sn->loaded[n] = true;
	return load_rows(sn, s, n, NOUN_KNOWN, sn->known);
}

/* Room for what is found by id, twice as much as needed once it did not do. */
static void
index_room(struct snapshot *sn)
{
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (sn->len[n] > 0 && (size_t)sn->row[n][sn->len[n] - 1].id >= sn->ids)
			sn->ids = (size_t)sn->row[n][sn->len[n] - 1].id + 1;
	if (sn->ids < sn->ids_cap)
		return;
	sn->ids_cap = sn->ids_cap == 0 ? sn->ids + 1 : 2 * sn->ids;
	sn->by_id = ARENA_ARRAY(sn->arena, const struct noun_row *, sn->ids_cap);
	sn->title_en = ARENA_ARRAY(sn->arena, int64_t, sn->ids_cap);
}

static void
index_rows(struct snapshot *sn)
{
	index_room(sn);
	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < sn->len[n]; i++)
			sn->by_id[sn->row[n][i].id] = &sn->row[n][i];
}

/* The English titles of things, so that a title is not looked for in all of them. */
static void
index_titles(struct snapshot *sn)
{
	for (size_t i = sn->len[NOUN_TRANSLATION]; i > 0; i--) {
		const struct noun_row *row = &sn->row[NOUN_TRANSLATION][i - 1];

		if (snapshot_row(sn, row->ref[TRANSLATION_thing]) != NULL &&
		    str_eq(row->text[TRANSLATION_lang], STR("en")) &&
		    str_eq(row->text[TRANSLATION_field], STR("title")))
			sn->title_en[row->ref[TRANSLATION_thing]] = row->id;
	}
}

bool
snapshot_load(struct arena *a, struct store *s, const struct things *t, int64_t known,
              uint64_t nouns, struct snapshot *ret)
{
	struct snapshot sn = { .arena = a, .things = t, .known = known };

	if (known == 0 && !store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &sn.known))
		return false;
	if (!load_changes(&sn, s))
		return false;
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if ((nouns >> n & 1) != 0 && !load_noun(&sn, s, (enum noun)n))
			return false;
	if ((nouns & NOUN_BIT(STATUS_REPORT)) != 0 && !read_rows(&sn, s, NOUN_STATUS_REPORT,
	    NOUN_FORMER, sn.known, a, &sn.former, &sn.formers))
		return false;
	index_rows(&sn);
	index_titles(&sn);
	if (sn.len[NOUN_AUTHORITY] > 0)
		sn.authority_area = sn.row[NOUN_AUTHORITY][0].ref[AUTHORITY_area];
	*ret = sn;
	return true;
}

bool
snapshot_can_follow(const struct snapshot *sn, struct store *s, bool *ret)
{
	struct param p[] = { P_INT(sn->known) };
	bool         only_documents = true;

	if (!store_query(s, STMT_NOUNS_TOUCHED, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_NOUNS_TOUCHED))
		only_documents &= store_int(s, STMT_NOUNS_TOUCHED, 1) == UNTIL_NOW &&
		    str_eq(store_text(s, STMT_NOUNS_TOUCHED, 0),
		        noun_info[NOUN_DOCUMENT].table);
	if (store_failed(s))
		return false;
	*ret = only_documents;
	return true;
}

bool
snapshot_follow(struct snapshot *sn, struct store *s)
{
	size_t before = sn->changes;

	if (!load_changes(sn, s))
		return false;
	for (size_t i = before; i < sn->changes && sn->loaded[NOUN_DOCUMENT]; i++)
		if (!load_rows(sn, s, NOUN_DOCUMENT, NOUN_SINCE, sn->change[i].id))
			return false;
	if (sn->changes > 0)
		sn->known = sn->change[sn->changes - 1].id;
	index_rows(sn);
	index_titles(sn);
	return true;
}

/* Days are compared as text: the last one there is has no day after it. */
bool
snapshot_known_on(struct store *s, int32_t day, int64_t *ret)
{
	struct arena a = { 0 };
	int32_t      last = day_of(YEAR_MAX, 12, 31);
	struct param p[] = { P_TEXT(day < last ? day_iso(&a, day + 1) : STR("A")) };
	int64_t      known;
	bool         ok = store_get_int(s, STMT_CHANGE_KNOWN, p, COUNT_OF(p), &known);

	if (ok)
		*ret = known == 0 ? KNOWN_NOTHING : known;
	arena_free(&a);
	return ok;
}

const struct noun_row *
snapshot_row(const struct snapshot *sn, int64_t id)
{
	return id > 0 && (size_t)id < sn->ids ? sn->by_id[id] : NULL;
}

struct str
snapshot_text(const struct snapshot *sn, int64_t id, size_t column)
{
	const struct noun_row *row = snapshot_row(sn, id);

	return row == NULL ? STR_NONE : row->text[column];
}

struct str
snapshot_title(const struct snapshot *sn, int64_t id)
{
	size_t title;

	if (snapshot_row(sn, id) == NULL ||
	    !noun_column(things_kind(sn->things, id), STR("title"), &title))
		return STR_NONE;
	return snapshot_text(sn, id, title);
}

struct str
snapshot_title_en(const struct snapshot *sn, int64_t id)
{
	if (snapshot_row(sn, id) == NULL)
		return STR_NONE;
	return snapshot_text(sn, sn->title_en[id], TRANSLATION_title);
}

struct str
snapshot_text_en(const struct snapshot *sn, int64_t id, struct str column)
{
	for (size_t i = 0; i < sn->len[NOUN_TRANSLATION]; i++) {
		const struct noun_row *row = &sn->row[NOUN_TRANSLATION][i];

		if (row->ref[TRANSLATION_thing] == id &&
		    str_eq(row->text[TRANSLATION_lang], STR("en")) &&
		    str_eq(row->text[TRANSLATION_field], column))
			return row->text[TRANSLATION_title];
	}
	return STR_NONE;
}

int64_t
snapshot_ref(const struct snapshot *sn, int64_t id, size_t column)
{
	const struct noun_row *row = snapshot_row(sn, id);

	return row == NULL ? 0 : row->ref[column];
}

const struct change_row *
snapshot_change(const struct snapshot *sn, int64_t change)
{
	size_t low = 0, high = sn->changes;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sn->change[middle].id == change)
			return &sn->change[middle];
		if (sn->change[middle].id < change)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

struct source
snapshot_place(const struct snapshot *sn, int64_t since, uint32_t line, uint32_t column,
               struct str quote)
{
	const struct change_row *c = snapshot_change(sn, since);

	return (struct source){
		.document = c == NULL ? STR_NONE : things_key(sn->things, c->document),
		.line = line, .column = column, .quote = quote,
	};
}

struct source
snapshot_source(const struct snapshot *sn, const struct noun_row *row)
{
	return snapshot_place(sn, row->since, row->line, row->column, row->quote);
}

struct recorded
snapshot_recorded(const struct snapshot *sn, int64_t change)
{
	const struct change_row *c = snapshot_change(sn, change);

	if (c == NULL)
		return (struct recorded){ .change = change };
	return (struct recorded){ change, c->at, c->who };
}

bool
snapshot_is_undone(const struct snapshot *sn, int64_t change)
{
	for (size_t i = sn->changes; i-- > 0 && sn->change[i].id > change;)
		if (sn->change[i].undoes == change)
			return true;
	return false;
}
