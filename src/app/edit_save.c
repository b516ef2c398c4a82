/* A thing of the register is made, changed, taken out of use; a change is undone. */
#include "app/edit.h"
#include "recognise/recognise.h"

#define WHY_MAX    300                  /* letters */
#define NAMES_MAX  3                    /* of what refers to a thing, in a fault */

struct writer {
	struct deed           *d;
	const struct edit_ask *ask;
	const struct snapshot *sn;
	int64_t                id;
	const struct noun_row *now;     /* NULL: a new one */
};

static struct str
page_of(const struct writer *w, struct str key)
{
	return arena_printf(w->d->a, "/" STR_FMT "/" EDIT_PATH "/" STR_FMT "/" STR_FMT,
	    STR_ARG(w->ask->lang), STR_ARG(noun_plural(w->d->a, w->ask->noun)), STR_ARG(key));
}

/* A source goes on to where it can be tried. */
static struct str
led_to(const struct writer *w, struct str key)
{
	return w->ask->noun != NOUN_SOURCE ? page_of(w, key)
	    : arena_printf(w->d->a, "/" STR_FMT "/" SOURCES_PATH "/" STR_FMT, STR_ARG(w->ask->lang), STR_ARG(key));
}

static struct str
thing_of(const struct writer *w, struct str key)
{
	return arena_printf(w->d->a, STR_FMT ":" STR_FMT, STR_ARG(noun_info[w->ask->noun].table),
	    STR_ARG(key));
}

/* ---- opening ---- */

/* A thing that there was, and that is gone, was taken out of use meanwhile. */
static enum deed_state
open_thing(struct writer *w)
{
	w->id = things_find(w->sn->things, w->ask->noun, w->ask->key);
	w->now = snapshot_row(w->sn, w->id);
	if (w->id == 0)
		return DEED_MISSING;
	return w->now == NULL ? DEED_STALE : DEED_OPEN;
}

static enum deed_state
open_writer(struct writer *w)
{
	enum deed_state how = deed_begin(w->d);

	if (how != DEED_OPEN)
		return how;
	w->sn = edit_register(w->d->a, w->d->s, w->ask->ed);
	if (w->sn == NULL)
		return DEED_FAILED;
	if (w->ask->key.len == 0)
		return DEED_OPEN;
	how = open_thing(w);
	if (how == DEED_OPEN && !edit_may(w->d->who, w->sn, w->ask->noun, w->now))
		how = DEED_DENIED;
	return how;
}

/* Does the version still stand that the form was opened with? */
static bool
is_stale(const struct writer *w)
{
	int64_t since;

	return !str_int(posted_raw(w->ask->form, STR(EDIT_SINCE)), &since) ||
	    since != w->now->since;
}

static struct str
why_of(struct writer *w, const char *otherwise, struct str title)
{
	struct str why = posted_text(w->ask->form, &w->d->faults, STR(EDIT_WHY), WHY_MAX, true);

	if (why.len > 0)
		return why;
	return arena_printf(w->d->a, "%s: " STR_FMT, otherwise, STR_ARG(quote_of(w->d->a, title)));
}

/* ---- what the trail says ---- */

static struct str
raw_cell(const struct writer *w, size_t c, const struct noun_row *row)
{
	const struct noun_column *col = &noun_info[w->ask->noun].column[c];

	return col->type == COLUMN_REF
	    ? things_reference(w->sn->things, w->d->a, col->refers, row->ref[c]) : row->text[c];
}

/* "value: 10", a line for each column that the two give otherwise; NULL: empty. */
static struct str
lines_of(const struct writer *w, const struct noun_row *row, const struct noun_row *other)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)1 << 20);
	for (size_t c = 0; row != NULL && c < noun_info[w->ask->noun].columns; c++) {
		struct str cell = raw_cell(w, c, row);

		if (other != NULL ? str_eq(cell, raw_cell(w, c, other)) : cell.len == 0)
			continue;
		buf_put(&b, noun_info[w->ask->noun].column[c].name);
		BUF_LIT(&b, ": ");
		buf_put(&b, cell);
		BUF_LIT(&b, "\n");
	}
	text = str_dup(w->d->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static bool
tell(struct writer *w, enum act_id act, struct str key, const struct noun_row *before,
     const struct noun_row *after)
{
	return deed_trail(w->d, act, thing_of(w, key), lines_of(w, before, after),
	    lines_of(w, after, before));
}

/* ---- making and changing ---- */

/* What a key is made from where there is no title: what it names, and its year. */
static struct str
words_of(const struct writer *w, const struct noun_row *row)
{
	const struct noun_info *info = &noun_info[w->ask->noun];
	bool                    short_one = w->ask->noun == NOUN_METHOD || w->ask->noun == NOUN_TRANSLATION;
	struct str              words = STR_NONE;

	for (size_t c = 0; c < info->columns; c++) {
		const struct noun_column *col = &info->column[c];
		struct str                cell = raw_cell(w, c, row);

		if (!short_one && str_eq(col->name, STR("title")) && cell.len > 0)
			return cell;
		if (cell.len > 0 && (col->type == COLUMN_REF || col->type == COLUMN_INT ||
		    (w->ask->noun == NOUN_TRANSLATION && c != TRANSLATION_title)))
			words = arena_printf(w->d->a, STR_FMT " " STR_FMT, STR_ARG(words),
			    STR_ARG(cell));
	}
	return words;
}

/* What it is called in the list of changes. */
static struct str
name_of(const struct writer *w, const struct noun_row *row)
{
	return row->text[0].len > 0 ? row->text[0] : str_trim(words_of(w, row));
}

static enum deed_state
make_thing(struct writer *w, struct noun_row *row)
{
	struct deed   *d = w->d;
	struct things *t = things_load(d->a, d->s);
	struct str     words = words_of(w, row), key;
	int64_t        change;

	if (t == NULL)
		return DEED_FAILED;
	key = things_new_key(t, d->a, w->ask->noun, words);
	if (str_eq(key, STR("new")))            /* where new ones are made */
		key = things_new_key(t, d->a, w->ask->noun, STR("new 1"));
	if (!deed_change(d, why_of(w, "Ny", name_of(w, row)), 0, &change))
		return DEED_FAILED;
	row->id = things_add(t, d->s, w->ask->noun, key);
	row->since = change;
	row->until = UNTIL_NOW;
	if (row->id == 0 || !store_noun_add(d->s, w->ask->noun, row) ||
	    !tell(w, ACT_MADE, key, NULL, row))
		return DEED_FAILED;
	return deed_commit(d, led_to(w, key));
}

/* The document that the thing comes from, and that still says so; 0: none. */
static int64_t
keep_source(const struct writer *w, struct noun_row *row)
{
	const struct change_row *c = snapshot_change(w->sn, w->now->since);

	if (c != NULL && c->document != 0 && posted_raw(w->ask->form, STR(EDIT_SOURCE)).len > 0)
		return c->document;
	row->line = row->column = 0;
	row->quote = STR_NONE;
	return 0;
}

static bool
is_changed(const struct writer *w, const struct noun_row *row)
{
	for (size_t c = 0; c < noun_info[w->ask->noun].columns; c++)
		if (row->ref[c] != w->now->ref[c] || !str_eq(row->text[c], w->now->text[c]))
			return true;
	return row->line != w->now->line || !str_eq(row->quote, w->now->quote);
}

static enum deed_state
change_thing(struct writer *w, struct noun_row *row)
{
	struct deed *d = w->d;
	int64_t      change, document = keep_source(w, row);

	if (is_changed(w, row)) {
		if (!deed_change(d, why_of(w, "Rettet", name_of(w, row)), document, &change) ||
		    !store_noun_end(d->s, w->ask->noun, w->id, change))
			return DEED_FAILED;
		row->since = change;
		row->until = UNTIL_NOW;
		if (!store_noun_add(d->s, w->ask->noun, row) ||
		    !tell(w, ACT_CHANGED, w->ask->key, w->now, row))
			return DEED_FAILED;
	}
	return deed_commit(d, led_to(w, w->ask->key));
}

/* A promise is read before it is made. */
static bool
is_read(const struct writer *w, const struct noun_row *row)
{
	return w->ask->noun != NOUN_TARGET || (!posted_has(w->ask->form, STR(EDIT_SHOW)) &&
	    str_eq(posted_raw(w->ask->form, STR(EDIT_SEEN)),
	        edit_seen(w->d->a, w->ask->noun, row)));
}

/* What was expected is not quietly expected otherwise. */
static void
check_why(struct writer *w, const struct noun_row *row)
{
	if (w->ask->noun == NOUN_PROGNOSIS && w->now != NULL && is_changed(w, row) &&
	    str_trim(posted_raw(w->ask->form, STR(EDIT_WHY))).len == 0)
		(void)fault_add(&w->d->faults, STR(EDIT_WHY), N_("Say why the prognosis is corrected."), STR_NONE);
}

static enum deed_state
save(struct writer *w)
{
	struct noun_row row;

	if (w->now != NULL && is_stale(w))
		return DEED_STALE;
	row = edit_read(w->d->a, w->sn, w->ask, w->now, &w->d->faults);
	(void)why_of(w, "", STR_NONE);
	check_why(w, &row);
	if (w->d->faults.len > 0)
		return DEED_FAULTY;
	if (!edit_may(w->d->who, w->sn, w->ask->noun, &row))
		return DEED_DENIED;
	if (!is_read(w, &row))
		return DEED_OPEN;
	return w->now == NULL ? make_thing(w, &row) : change_thing(w, &row);
}

/* What did not end the transaction ends it here. */
static enum deed_state
end(struct writer *w, enum deed_state how)
{
	return how == DEED_DONE ? how : deed_stop(w->d, how);
}

enum deed_state
edit_save(struct deed *d, const struct edit_ask *ask)
{
	struct writer   w = { .d = d, .ask = ask };
	enum deed_state how = open_writer(&w);

	return end(&w, how == DEED_OPEN ? save(&w) : how);
}

/* ---- out of use ---- */

/* "Navn, Navn og flere" */
static struct str
names_of(struct arena *a, const struct edit_items *items)
{
	struct str names = STR_NONE;

	for (size_t i = 0; i < items->len && i < NAMES_MAX; i++)
		names = arena_printf(a, STR_FMT "%s“" STR_FMT "”", STR_ARG(names),
		    i > 0 ? ", " : "", STR_ARG(quote_of(a, items->at[i].thing.title)));
	return items->len > NAMES_MAX ? arena_printf(a, STR_FMT " …", STR_ARG(names)) : names;
}

static enum deed_state
check_referred(struct writer *w)
{
	struct edit_items items = edit_refers(w->d->a, w->sn, w->id);
	int64_t           measured;

	if (!edit_measured(w->d->s, w->id, &measured))
		return DEED_FAILED;
	if (items.len > 0)
		(void)fault_add(&w->d->faults, STR_NONE,
		    N_("It cannot be taken out of use: {1} refer to it. Change those first."),
		    names_of(w->d->a, &items));
	if (measured > 0)
		(void)fault_add(&w->d->faults, STR_NONE,
		    N_("It cannot be taken out of use: measurements of it are recorded ({1})."),
		    arena_printf(w->d->a, "%lld", (long long)measured));
	return deed_faults(w->d);
}

/* What only says it in another language goes with it. */
static bool
end_translations(struct writer *w, int64_t change)
{
	for (size_t i = 0; i < w->sn->len[NOUN_TRANSLATION]; i++) {
		const struct noun_row *row = &w->sn->row[NOUN_TRANSLATION][i];

		if (row->ref[TRANSLATION_thing] == w->id &&
		    !store_noun_end(w->d->s, NOUN_TRANSLATION, row->id, change))
			return false;
	}
	return true;
}

static enum deed_state
retire(struct writer *w)
{
	struct str      why = why_of(w, "Taget ud af brug", name_of(w, w->now));
	enum deed_state how = is_stale(w) ? DEED_STALE : check_referred(w);
	int64_t         change;

	if (how != DEED_OPEN)
		return how;
	if (!deed_change(w->d, why, 0, &change) ||
	    !store_noun_end(w->d->s, w->ask->noun, w->id, change) || !end_translations(w, change) ||
	    !tell(w, ACT_RETIRED, w->ask->key, w->now, NULL))
		return DEED_FAILED;
	return deed_commit(w->d, page_of(w, w->ask->key));
}

enum deed_state
edit_retire(struct deed *d, const struct edit_ask *ask)
{
	struct writer   w = { .d = d, .ask = ask };
	enum deed_state how = open_writer(&w);

	return end(&w, how == DEED_OPEN ? retire(&w) : how);
}

/* ---- undo ---- */

bool
edit_is_own(const struct actor *who, const struct change_row *c)
{
	struct arena a = { 0 };
	struct str   mark;
	bool         own;

	if (c == NULL || who == NULL || !str_eq(c->who, who->title))
		return false;
	mark = arena_printf(&a, "%lld:", (long long)who->account);
	own = str_starts(c->nonce, mark);
	arena_free(&a);
	return own;
}

/* Of the thing the newest version is the one that the change brought, or ended. */
static enum deed_state
find_change(struct writer *w, int64_t *ret)
{
	struct noun_row newest;
	int64_t         change;

	w->id = things_find(w->sn->things, w->ask->noun, w->ask->key);
	if (!edit_newest(w->d->a, w->d->s, w->ask->noun, w->id, &newest))
		return store_failed(w->d->s) ? DEED_FAILED : DEED_MISSING;
	if (!edit_may(w->d->who, w->sn, w->ask->noun, &newest))
		return DEED_DENIED;
	if (!str_int(posted_raw(w->ask->form, STR("change")), &change) ||
	    (change != newest.since && change != newest.until))
		return DEED_STALE;
	if (!edit_is_own(w->d->who, snapshot_change(w->sn, change)))
		return DEED_DENIED;
	*ret = change;
	return snapshot_is_undone(w->sn, change) ? DEED_STALE : DEED_OPEN;
}

static enum deed_state
undo(struct writer *w)
{
	struct arena    scratch = { 0 };
	struct diags    problems = diags_new(&scratch);
	struct act      act;
	int64_t         change;
	enum deed_state how = find_change(w, &change);

	if (how != DEED_OPEN)
		return how;
	act = deed_act(w->d, arena_printf(w->d->a, "Fortryder ændring %lld", (long long)change));
	if (!change_undo_within(w->d->s, change, &act, &problems, &w->d->change)) {
		how = store_failed(w->d->s) ? DEED_FAILED : DEED_FAULTY;
		(void)fault_add(&w->d->faults, STR_NONE,
		    N_("It cannot be undone: a later change built on it."), STR_NONE);
	} else if (!deed_trail(w->d, ACT_UNDONE, thing_of(w, w->ask->key),
	    arena_printf(w->d->a, "change: %lld", (long long)change), STR_NONE)) {
		how = DEED_FAILED;
	} else {
		how = deed_commit(w->d, page_of(w, w->ask->key));
	}
	arena_free(&scratch);
	return how;
}

enum deed_state
edit_undo(struct deed *d, const struct edit_ask *ask)
{
	struct writer   w = { .d = d, .ask = ask };
	enum deed_state how = deed_begin(d);

	if (how == DEED_OPEN) {
		w.sn = edit_register(d->a, d->s, ask->ed);
		how = w.sn != NULL ? undo(&w) : DEED_FAILED;
	}
	return end(&w, how);
}
