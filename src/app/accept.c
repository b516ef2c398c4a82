#include "app/accept.h"
#include "base/keys.h"
#include "base/utf8.h"

/* Titles, folded, of everything that can be joined: those of the snapshot when
 * first asked, then what this change adds, which stands before what was there. */
struct title {
	int64_t id;
	bool    added;
};

struct titles {
	struct keys   words;            /* of each noun */
	struct title *at;
	size_t        cap;
};

static void
keep_title(struct accept *x, enum noun noun, int64_t id, struct str words, bool added)
{
	struct titles *t = x->titles;
	size_t         before = t->words.len, n;

	if (words.len == 0)
		return;
	n = keys_add(x->arena, &t->words, noun, words);
	if (n > before)
		ARENA_GROW(x->arena, t->at, before, &t->cap);
	else if (t->at[n - 1].added || !added)
		return;
	t->at[n - 1] = (struct title){ id, added };
}

static void
open_titles(struct accept *x)
{
	if (x->titles != NULL)
		return;
	x->titles = ARENA_NEW(x->arena, struct titles);
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		/* Nothing joins these, and there are many of them. */
		if (n == NOUN_FIELD || n == NOUN_PROPOSAL || n == NOUN_AMOUNT)
			continue;
		for (size_t i = 0; i < x->sn.len[n]; i++) {
			int64_t id = x->sn.row[n][i].id;

			keep_title(x, (enum noun)n, id,
			    utf8_fold(x->arena, snapshot_title(&x->sn, id)), false);
		}
	}
}

struct str
proposal_text(const struct proposal *p, enum field_kind kind)
{
	const struct field *f = proposal_field(p, kind);

	return f == NULL ? STR_NONE : f->text;
}

/* Is it the words of `f` that became the title? */
static bool
gave_title(const struct field *f, struct str title)
{
	return f->kind == FIELD_TITLE ? f->text.len > 0
	                              : title.len > 0 && str_starts(f->text, title);
}

struct field
proposal_place(const struct proposal *p)
{
	struct field        place = { .text = p->title, .line = p->line, .column = p->column };
	const struct field *from = proposal_field(p, FIELD_TITLE);

	for (size_t i = 0; i < p->len && from == NULL; i++)
		if (gave_title(&p->at[i], p->title))
			from = &p->at[i];
	if (from != NULL && gave_title(from, p->title)) {
		place.line = from->line;
		place.column = from->column;
	}
	return place;
}

int64_t
accept_find(struct accept *x, enum noun noun, struct str title)
{
	struct str want = utf8_fold(x->arena, title);
	size_t     n;

	open_titles(x);
	n = keys_find(&x->titles->words, noun, want);
	return n == 0 ? 0 : x->titles->at[n - 1].id;
}

/* ---- telling more of what is there ---- */

static void
put_place(struct accept *x, struct noun_row *row, const struct field *f)
{
	row->line = f->line;
	row->column = f->column;
	row->quote = quote_of(x->arena, f->text);
}

/* A new version of `was` that says what `row` says, and what `row` is silent on as before. */
static int64_t
merge(struct accept *x, enum noun noun, const struct noun_row *was, const struct noun_row *row,
      const struct field *f)
{
	struct noun_row next = *was;
	bool            any = false;

	for (size_t c = 0; c < noun_info[noun].columns; c++) {
		if (row->text[c].len > 0 && !str_eq(row->text[c], was->text[c])) {
			next.text[c] = row->text[c];
			any = true;
		}
		if (row->ref[c] != 0 && row->ref[c] != was->ref[c]) {
			next.ref[c] = row->ref[c];
			any = true;
		}
	}
	if (any) {
		next.since = x->change;
		if (f != NULL)
			put_place(x, &next, f);
	}
	ARENA_GROW(x->arena, x->told, x->told_len, &x->told_cap);
	x->told[x->told_len++] = was->id;
	if (was->id == x->into) {
		x->merged = true;
		x->merge = next;
	}
	if (any && (!store_noun_end(x->store, noun, was->id, x->change) ||
	    !store_noun_add(x->store, noun, &next)))
		return 0;
	return was->id;
}

/* Columns that tell which amount of a budget line it is. */
static bool
is_key(enum noun noun, size_t column)
{
	return noun != NOUN_AMOUNT || column == AMOUNT_budget_line || column == AMOUNT_year ||
	    column == AMOUNT_through || column == AMOUNT_version;
}

static bool
says_the_same(enum noun noun, const struct noun_row *a, const struct noun_row *b)
{
	for (size_t c = 0; c < noun_info[noun].columns; c++)
		if (is_key(noun, c) && (!str_eq(a->text[c], b->text[c]) || a->ref[c] != b->ref[c]))
			return false;
	return true;
}

/* A thing has one new version a change. */
static bool
is_told(const struct accept *x, int64_t id)
{
	for (size_t i = 0; i < x->told_len; i++)
		if (x->told[i] == id)
			return true;
	return false;
}

/* In a merge: the thing itself, and what is said of it already. NULL: it is new. */
static const struct noun_row *
known_of(const struct accept *x, enum noun noun, const struct noun_row *row)
{
	if (x->into == 0)
		return NULL;
	if (!x->merged && things_kind(x->things, x->into) == noun)
		return snapshot_row(&x->sn, x->into);
	for (size_t i = 0; i < x->sn.len[noun]; i++)
		if (says_the_same(noun, &x->sn.row[noun][i], row) &&
		    !is_told(x, x->sn.row[noun][i].id))
			return &x->sn.row[noun][i];
	return NULL;
}

int64_t
accept_add(struct accept *x, enum noun noun, struct str words, struct noun_row *row,
           const struct field *f)
{
	const struct noun_row *was = known_of(x, noun, row);
	struct str             key;

	if (was != NULL)
		return row->id = merge(x, noun, was, row, f);
	key = things_new_key(x->things, x->arena, noun, words);
	row->id = things_add(x->things, x->store, noun, key);
	row->since = x->change;
	row->until = UNTIL_NOW;
	if (f != NULL)
		put_place(x, row, f);
	if (row->id == 0 || !store_noun_add(x->store, noun, row))
		return 0;
	open_titles(x);
	keep_title(x, noun, row->id, utf8_fold(x->arena, words), true);
	return row->id;
}

bool
accept_area(struct accept *x, int64_t *ret)
{
	struct noun_row area = { 0 }, authority = { 0 };
	struct str      name = STR("Kommunen");

	if (x->area == 0)
		x->area = x->sn.authority_area;
	if (x->area == 0) {
		area.text[AREA_title] = name;
		area.text[AREA_level] = STR("city");
		x->area = accept_add(x, NOUN_AREA, name, &area, NULL);
		authority.text[AUTHORITY_title] = name;
		authority.ref[AUTHORITY_area] = x->area;
		if (x->area == 0 || accept_add(x, NOUN_AUTHORITY, name, &authority, NULL) == 0)
			return false;
	}
	*ret = x->area;
	return true;
}

int64_t
accept_titled(struct accept *x, enum noun noun, size_t title_column, const struct field *f)
{
	struct noun_row row = { 0 };
	int64_t         id = accept_find(x, noun, f->text);

	if (id != 0)
		return id;
	row.text[title_column] = f->text;
	return accept_add(x, noun, f->text, &row, f);
}

int64_t
accept_unit(struct accept *x, struct str text)
{
	struct str want = utf8_fold(x->arena, text);

	for (size_t i = 0; i < x->sn.len[NOUN_UNIT]; i++) {
		const struct noun_row *row = &x->sn.row[NOUN_UNIT][i];
		struct str title = utf8_fold(x->arena, row->text[UNIT_title]);
		struct str name = utf8_fold(x->arena, row->text[UNIT_short_name]);

		if ((title.len > 0 && str_find(want, title, 0) != SIZE_MAX) ||
		    (name.len > 0 && str_eq(want, name)))
			return row->id;
	}
	return 0;
}

/* "BR 09.10.08" and "Borgerrepræsentationen den 29. januar 2009": when it was decided. */
static struct str
decided_on(struct arena *a, struct str text)
{
	for (size_t at = 0; at < text.len; at++) {
		struct period p;
		size_t        end;

		if (period_scan(text, at, &end, &p) == PERIOD_OK && p.dated && p.precision == PRECISION_DAY)
			return day_iso(a, p.from);
	}
	return STR_NONE;
}

bool
accept_mandate(struct accept *x, const struct field *f, int64_t *ret)
{
	struct noun_row row = { 0 };
	int64_t         id;

	if (f == NULL || missing_of_cell(f->text) != MISSING_NONE) {
		*ret = 0;
		return true;
	}
	id = accept_find(x, NOUN_MANDATE, f->text);
	if (id == 0) {
		row.text[MANDATE_title] = f->text;
		row.text[MANDATE_decided] = decided_on(x->arena, f->text);
		id = accept_add(x, NOUN_MANDATE, f->text, &row, f);
	}
	if (id == 0)
		return false;
	*ret = id;
	return true;
}
