#include "app/edit.h"
#include "app/evidence.h"
#include "app/thing_page.h"
#include "app/unit_chain.h"
#include "model/target_form.h"
#include "port/hash.h"

#define OWNERS_MAX 6                    /* "the amount of a line of an initiative of a policy" */

const struct snapshot *
edit_register(struct arena *a, struct store *s, const struct edition *ed)
{
	struct snapshot *sn;
	struct things   *t;
	int64_t          last;

	if (!store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &last))
		return NULL;
	if (ed != NULL && ed->sn.known == last)
		return &ed->sn;
	sn = ARENA_NEW(a, struct snapshot);
	t = things_load(a, s);
	return t != NULL && snapshot_load(a, s, t, 0, NOUN_ALL, sn) ? sn : NULL;
}

bool
edit_noun(struct arena *a, struct str plural, enum noun *ret)
{
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_edited((enum noun)n) || !str_eq(noun_plural(a, (enum noun)n), plural))
			continue;
		*ret = (enum noun)n;
		return true;
	}
	return false;
}

bool
edit_asks(enum noun n, size_t column, const struct noun_row *row)
{
	enum target_kind k;

	if (n != NOUN_TARGET || row->text[column].len > 0 || row->ref[column] != 0)
		return true;
	return target_kind_from_code(row->text[TARGET_kind], &k) &&
	    (target_form(k).asks >> column & 1) != 0;
}

/* ---- whose it is ---- */

/* The columns by which a thing belongs to somebody, the nearest first. */
static const enum noun owners[] = {
	NOUN_INITIATIVE, NOUN_OBJECTIVE, NOUN_BUDGET_LINE, NOUN_THEME, NOUN_AGREEMENT,
	NOUN_GRANT_POOL, NOUN_INDICATOR, NOUN_TARGET,
};

/* The first thing of this kind that a row refers to. */
static int64_t
first_of(enum noun n, const struct noun_row *row, enum noun kind)
{
	for (size_t c = 0; c < noun_info[n].columns; c++)
		if (noun_info[n].column[c].refers == kind && row->ref[c] != 0)
			return row->ref[c];
	return 0;
}

static int64_t
owner_of(enum noun n, const struct noun_row *row)
{
	int64_t id = 0;

	if (n == NOUN_TRANSLATION)
		return row->ref[TRANSLATION_thing];
	for (size_t i = 0; i < COUNT_OF(owners) && id == 0; i++)
		if (owners[i] != n)
			id = first_of(n, row, owners[i]);
	return id;
}

bool
edit_may(const struct actor *who, const struct snapshot *sn, enum noun n,
         const struct noun_row *row)
{
	const struct noun_row *of;

	if (n != NOUN_PROGNOSIS)
		return edit_has(who, RIGHT_EDIT, sn, n, row);
	of = snapshot_row(sn, row->ref[PROGNOSIS_indicator]);
	return edit_has(who, RIGHT_MEASURE, sn, of != NULL ? NOUN_INDICATOR : n, of != NULL ? of : row) &&
	    (row->ref[PROGNOSIS_unit] == 0 ||
	     unit_may(who, RIGHT_MEASURE, sn, row->ref[PROGNOSIS_unit], 0));
}

bool
edit_has(const struct actor *who, enum right right, const struct snapshot *sn, enum noun n,
         const struct noun_row *row)
{
	int64_t unit = n == NOUN_UNIT ? row->id : 0;
	int64_t policy = n == NOUN_POLICY ? row->id : 0;

	if (n == NOUN_UNIT && unit == 0)
		unit = row->ref[UNIT_parent];
	for (int i = 0; i < OWNERS_MAX && row != NULL; i++) {
		int64_t owner = owner_of(n, row);

		if (unit == 0)
			unit = n == NOUN_UNIT ? row->id : first_of(n, row, NOUN_UNIT);
		if (policy == 0)
			policy = n == NOUN_POLICY ? row->id : first_of(n, row, NOUN_POLICY);
		row = snapshot_row(sn, owner);
		n = things_kind(sn->things, owner);
	}
	return unit_may(who, right, sn, unit, policy);
}

/* ---- versions ---- */

struct noun_row
edit_row_dup(struct arena *a, enum noun n, const struct noun_row *row)
{
	struct noun_row kept = *row;

	for (size_t c = 0; c < noun_info[n].columns; c++)
		kept.text[c] = str_dup(a, row->text[c]);
	kept.quote = str_dup(a, row->quote);
	return kept;
}

bool
edit_newest(struct arena *a, struct store *s, enum noun n, int64_t id, struct noun_row *ret)
{
	struct noun_row row, newest = { 0 };

	if (id == 0 || !store_nouns(s, n, NOUN_ONE, id))
		return false;
	while (store_noun_next(s, n, NOUN_ONE, &row))
		newest = edit_row_dup(a, n, &row);
	*ret = newest;
	return !store_failed(s) && newest.id != 0;
}

static void
mix(struct arena *a, struct hash *h, struct str text)
{
	hash_add(h, arena_printf(a, "%zu:", text.len));
	hash_add(h, text);
}

struct str
edit_seen(struct arena *a, enum noun n, const struct noun_row *row)
{
	struct hash *h = hash_open(a);

	for (size_t c = 0; c < noun_info[n].columns; c++) {
		mix(a, h, row->text[c]);
		mix(a, h, arena_printf(a, "%lld", (long long)row->ref[c]));
	}
	return hash_text(a, h);
}

/* ---- what refers to it ---- */

static void
add_item(struct arena *a, const struct snapshot *sn, enum noun n, const struct noun_row *row,
         struct edit_items *to)
{
	struct thing_shown shown = thing_shown(a, sn, row->id);

	ARENA_GROW(a, to->at, to->len, &to->cap);
	to->at[to->len++] = (struct edit_item){
		.noun = n, .thing = shown.thing, .recorded = snapshot_recorded(sn, row->since),
	};
}

static bool
refers(enum noun n, const struct noun_row *row, int64_t id)
{
	for (size_t c = 0; c < noun_info[n].columns; c++)
		if (row->ref[c] == id)
			return true;
	return false;
}

struct edit_items
edit_refers(struct arena *a, const struct snapshot *sn, int64_t id)
{
	struct edit_items found = { 0 };

	for (size_t n = 0; n < NOUN_COUNT && id != 0; n++) {
		for (size_t i = 0; i < sn->len[n]; i++) {
			const struct noun_row *row = &sn->row[n][i];

			if (n == NOUN_TRANSLATION && row->ref[TRANSLATION_thing] == id)
				continue;
			if (row->id != id && refers((enum noun)n, row, id))
				add_item(a, sn, (enum noun)n, row, &found);
		}
	}
	return found;
}

bool
edit_measured(struct store *s, int64_t id, int64_t *ret)
{
	struct param p[] = { P_INT(id) };

	return store_get_int(s, STMT_OBSERVATION_COUNT_OF, p, COUNT_OF(p), ret);
}

/* ---- what differs ---- */

static struct str
cell_text(struct arena *a, const struct snapshot *sn, enum noun n, size_t c,
          const struct noun_row *row, bool danish)
{
	if (noun_info[n].column[c].type != COLUMN_REF)
		return edit_shown(a, sn, n, c, row, danish);
	if (row->ref[c] == 0)
		return STR_NONE;
	return thing_shown(a, sn, row->ref[c]).thing.title.len > 0
	    ? thing_shown(a, sn, row->ref[c]).thing.title : things_key(sn->things, row->ref[c]);
}

static bool
is_same(enum noun n, const struct noun_row *x, const struct noun_row *y, size_t c)
{
	size_t end = column_period_end(n, c);

	return x->ref[c] == y->ref[c] && str_eq(x->text[c], y->text[c]) &&
	    (end == 0 || str_eq(x->text[end], y->text[end]));
}

struct edit_cell *
edit_cells(struct arena *a, const struct snapshot *sn, enum noun n, const struct noun_row *before,
           const struct noun_row *after, bool danish, size_t *ret)
{
	struct edit_cell *cell = ARENA_ARRAY(a, struct edit_cell, NOUN_COLUMNS_MAX);
	size_t            len = 0;

	for (size_t c = 0; c < noun_info[n].columns; c++) {
		size_t end = column_period_end(n, c);

		if (!is_same(n, before, after, c))
			cell[len++] = (struct edit_cell){ c, cell_text(a, sn, n, c, before, danish),
			    cell_text(a, sn, n, c, after, danish) };
		c = end != 0 ? end : c;
	}
	*ret = len;
	return cell;
}
