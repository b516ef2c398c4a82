#include "app/edit_view.h"
#include "app/choices.h"
#include "app/evidence.h"
#include "app/sorted.h"
#include "app/thing_page.h"
#include "core/meaning.h"
#include "model/target_form.h"

struct viewing {
	struct arena          *a;
	struct store          *s;
	const struct snapshot *sn;
	const struct edit_ask *ask;
	const struct noun_row *now;     /* the current version; NULL: none */
	struct edit_view      *to;
};

/* ---- lists ---- */

static struct edit_item
item_of(struct arena *a, const struct snapshot *sn, enum noun n, const struct noun_row *row)
{
	struct thing_shown shown = thing_shown(a, sn, row->id);
	int64_t            owner = thing_owner(sn, row->id);
	struct edit_item   item = {
		.noun = n, .thing = shown.thing, .recorded = snapshot_recorded(sn, row->since),
		.about = snapshot_title(sn, owner),
	};

	if (str_eq(item.about, item.thing.title))
		item.about = STR_NONE;
	return item;
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct edit_item *x = a, *y = b;

	return sorted_titles(&x->thing, &y->thing, collator);
}

struct edit_items
edit_list(struct arena *a, const struct snapshot *sn, enum noun n, struct str words)
{
	struct edit_items found = { 0 };

	for (size_t i = 0; i < sn->len[n]; i++) {
		struct edit_item item = item_of(a, sn, n, &sn->row[n][i]);
		struct str       all = arena_printf(a, STR_FMT " " STR_FMT " " STR_FMT,
		    STR_ARG(item.thing.title), STR_ARG(item.thing.id), STR_ARG(item.about));

		if (words.len > 0 && !choices_match(a, all, words))
			continue;
		ARENA_GROW(a, found.at, found.len, &found.cap);
		found.at[found.len++] = item;
	}
	if (found.len > 1)
		sorted(found.at, found.len, sizeof *found.at, by_title);
	return found;
}

struct edit_kinds
edit_kinds(struct arena *a, const struct snapshot *sn, struct str words)
{
	struct edit_kinds k = { .found = { 0 } };

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		struct edit_items of_kind;

		k.count[n] = sn->len[n];
		if (words.len == 0 || !noun_is_edited((enum noun)n))
			continue;
		of_kind = edit_list(a, sn, (enum noun)n, words);
		k.total += of_kind.len;
		for (size_t i = 0; i < of_kind.len && k.found.len < EDIT_FOUND_MAX; i++) {
			ARENA_GROW(a, k.found.at, k.found.len, &k.found.cap);
			k.found.at[k.found.len++] = of_kind.at[i];
		}
	}
	return k;
}

/* ---- fields ---- */

static void
add_choices(struct viewing *v, enum noun refers, struct edit_field *f)
{
	size_t n = v->sn->len[refers];

	f->many = n > EDIT_FEW;
	f->choice = ARENA_ARRAY(v->a, struct named, n + 1);
	for (size_t i = 0; i < n; i++)
		f->choice[i] = thing_shown(v->a, v->sn, v->sn->row[refers][i].id).thing;
	f->choices = n;
	sorted_named(f->choice, n);
	if (f->choices > EDIT_CHOICES)
		f->choices = EDIT_CHOICES;
}

/* "Navn (nøgle)", where a key is written by hand. */
static struct str
written(struct viewing *v, const struct noun_row *row, size_t c, struct str key)
{
	struct str title = thing_shown(v->a, v->sn, row->ref[c]).thing.title;

	if (row->ref[c] == 0 || title.len == 0)
		return key;
	return arena_printf(v->a, STR_FMT " (" STR_FMT ")", STR_ARG(title), STR_ARG(key));
}

static void
add_field(struct viewing *v, const struct noun_row *row, size_t c)
{
	const struct noun_column *col = &noun_info[v->ask->noun].column[c];
	struct edit_field        *f = &v->to->field[v->to->fields++];

	*f = (struct edit_field){
		.column = c, .name = column_field(v->ask->noun, c),
		.words = column_words(v->ask->noun, c),
		.value = edit_shown(v->a, v->sn, v->ask->noun, c, row, v->ask->danish),
	};
	if (v->ask->noun == NOUN_TARGET)
		f->words.wanted = (target_form(v->to->kind).wants >> c & 1) != 0;
	if (col->type == COLUMN_REF && col->refers < NOUN_COUNT)
		add_choices(v, col->refers, f);
	if (f->many)
		f->value = written(v, row, c, f->value);
	if (f->words.ask == ASK_LINE && (f->value.len > ASK_LINE_MAX ||
	    str_find(f->value, STR("\n"), 0) != SIZE_MAX))
		f->words.ask = ASK_WORDS;
}

static void
add_fields(struct viewing *v, const struct noun_row *row)
{
	const struct noun_info *info = &noun_info[v->ask->noun];

	v->to->field = ARENA_ARRAY(v->a, struct edit_field, info->columns + 1);
	for (size_t c = 0; c < info->columns; c++) {
		if (edit_asks(v->ask->noun, c, row))
			add_field(v, row, c);
		if (column_period_end(v->ask->noun, c) != 0)
			c++;
	}
}

/* ---- versions ---- */

static void
add_version(struct viewing *v, const struct noun_row *before, const struct noun_row *row)
{
	struct edit_version     *e = &v->to->version[v->to->versions++];
	const struct change_row *c = snapshot_change(v->sn, row->since);

	*e = (struct edit_version){
		.recorded = snapshot_recorded(v->sn, row->since), .why = c == NULL ? STR_NONE : c->why,
		.ended = row->until == UNTIL_NOW ? 0 : row->until,
	};
	if (before != NULL)
		e->cell = edit_cells(v->a, v->sn, v->ask->noun, before, row, v->ask->danish, &e->cells);
}

static void
turn_round(struct edit_version *at, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct edit_version one = at[i];

		at[i] = at[n - 1 - i];
		at[n - 1 - i] = one;
	}
}

static bool
add_versions(struct viewing *v, int64_t id, struct noun_row *newest)
{
	struct noun_row *row = NULL, one;
	size_t           n = 0, cap = 0;

	if (!store_nouns(v->s, v->ask->noun, NOUN_ONE, id))
		return false;
	while (store_noun_next(v->s, v->ask->noun, NOUN_ONE, &one)) {
		ARENA_GROW(v->a, row, n, &cap);
		row[n++] = edit_row_dup(v->a, v->ask->noun, &one);
	}
	if (store_failed(v->s) || n == 0)
		return false;
	v->to->version = ARENA_ARRAY(v->a, struct edit_version, n);
	for (size_t i = 0; i < n; i++)
		add_version(v, i > 0 ? &row[i - 1] : NULL, &row[i]);
	turn_round(v->to->version, n);
	*newest = row[n - 1];
	return true;
}

/* The newest change of the thing, when she made it and it stands. */
static int64_t
undoable(struct viewing *v, const struct actor *who, const struct noun_row *newest)
{
	int64_t                  change = newest->until == UNTIL_NOW ? newest->since : newest->until;
	const struct change_row *c = snapshot_change(v->sn, change);

	return edit_is_own(who, c) && !snapshot_is_undone(v->sn, change) ? change : 0;
}

/* ---- one thing ---- */

bool
edit_meaning_of(struct arena *a, struct store *s, const struct snapshot *sn,
                const struct noun_row *row, int32_t today, struct edit_meaning *ret)
{
	struct judge_when   when = { .today = today };
	struct edit_meaning m = { .shown = true, .seen = edit_seen(a, NOUN_TARGET, row) };
	struct measured     measured;
	struct indicator    i = evidence_indicator(sn, row->ref[TARGET_indicator]);
	struct evidence     e;

	if (!judge_one(a, s, sn, row, when, &m.row) ||
	    !observations_load(a, s, sn, row->ref[TARGET_indicator], &measured))
		return false;
	e = evidence_of(a, sn, row, m.row.target, &i, &measured);
	m.da = meaning_of(a, m.row.target, &e, true);
	m.en = meaning_of(a, m.row.target, &e, false);
	m.steps = steps_of(a, m.row.target, &m.row.judgement, m.row.measure, m.row.as_of);
	*ret = m;
	return true;
}

/* What was sent, read again: what it means, and what it says otherwise than stands. */
static bool
read_again(struct viewing *v, struct edit_back back)
{
	struct faults   none = { .arena = v->a };
	struct noun_row row;

	if (v->ask->form == NULL)
		return v->ask->noun != NOUN_TARGET || v->now == NULL || edit_meaning_of(v->a, v->s,
		    v->sn, v->now, v->ask->today, &v->to->meaning);
	row = edit_read(v->a, v->sn, v->ask, v->now, &none);
	if (back.stale && v->now != NULL) {
		v->to->stale = true;
		v->to->by = snapshot_recorded(v->sn, v->now->since).who;
		v->to->theirs = edit_cells(v->a, v->sn, v->ask->noun, v->now, &row, v->ask->danish,
		    &v->to->their_cells);
	}
	if (v->ask->noun != NOUN_TARGET || none.len > 0)
		return true;
	return edit_meaning_of(v->a, v->s, v->sn, &row, v->ask->today, &v->to->meaning);
}

static bool
is_known_kind(struct str code)
{
	enum target_kind k;

	return target_kind_from_code(code, &k);
}

/* The row whose fields are shown: what stands, of the kind that was chosen. */
static void
show_row(struct viewing *v, struct str kind)
{
	struct noun_row row = { 0 };
	struct str      sent = v->ask->form != NULL ? posted_raw(v->ask->form, STR("kind")) : STR_NONE;

	if (v->now != NULL)
		row = *v->now;
	else if (v->ask->noun == NOUN_PROGNOSIS)
		row.ref[PROGNOSIS_indicator] = things_find(v->sn->things, NOUN_INDICATOR, v->ask->about);
	if (v->ask->noun == NOUN_TARGET) {
		if (is_known_kind(sent))
			row.text[TARGET_kind] = sent;
		else if (is_known_kind(kind))
			row.text[TARGET_kind] = kind;
		if (v->now != NULL)
			edit_of_kind(&row, v->now->text[TARGET_kind]);
		if (!target_kind_from_code(row.text[TARGET_kind], &v->to->kind))
			v->to->kind = TARGET_KIND_COUNT;
	}
	if (v->to->kind != TARGET_KIND_COUNT)
		add_fields(v, &row);
}

static bool
view_old(struct viewing *v, const struct actor *who)
{
	struct noun_row newest;
	int64_t         id = things_find(v->sn->things, v->ask->noun, v->ask->key);

	if (id == 0 || !add_versions(v, id, &newest))
		return false;
	v->now = snapshot_row(v->sn, id);
	v->to->retired = v->now == NULL;
	v->to->since = newest.since;
	v->to->thing = v->now != NULL ? thing_shown(v->a, v->sn, id).thing
	    : (struct named){ v->ask->key, newest.text[0].len > 0 ? newest.text[0] : v->ask->key, STR_NONE };
	v->to->page = v->now != NULL ? thing_page(v->a, v->sn, id) : (struct thing_page){ 0 };
	v->to->source = snapshot_source(v->sn, &newest);
	v->to->undo = undoable(v, who, &newest);
	v->to->refers = edit_refers(v->a, v->sn, id);
	return edit_measured(v->s, id, &v->to->measured);
}

bool
edit_view_of(struct arena *a, struct store *s, const struct actor *who,
             const struct edit_ask *ask, struct str kind, struct edit_back back,
             struct edit_view *ret)
{
	struct edit_view view = { .noun = ask->noun, .is_new = ask->key.len == 0 };
	struct viewing   v = { .a = a, .s = s, .ask = ask, .to = &view };

	v.sn = edit_register(a, s, ask->ed);
	if (v.sn == NULL || (!view.is_new && !view_old(&v, who)))
		return false;
	if (!view.retired) {
		show_row(&v, kind);
		if (!read_again(&v, back))
			return false;
	}
	*ret = view;
	return true;
}
