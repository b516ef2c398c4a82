#include "app/search.h"
#include "app/judge.h"
#include "app/sorted.h"
#include "app/thing_page.h"
#include "base/paper_format.h"
#include "base/untag.h"
#include "store/search.h"
#include <stdlib.h>

#define OWNERS_MAX 5

/* What people look for most, first. */
static const enum noun order[] = {
	NOUN_INDICATOR, NOUN_OBJECTIVE, NOUN_TARGET, NOUN_INITIATIVE, NOUN_POLICY, NOUN_THEME,
	NOUN_AREA, NOUN_UNIT, NOUN_AGREEMENT, NOUN_PROJECT, NOUN_GRANT_POOL, NOUN_BUDGET_LINE,
	NOUN_DOCUMENT, NOUN_ACTIVITY, NOUN_TARGET_GROUP, NOUN_STATUS_REPORT, NOUN_CONTRIBUTION,
	NOUN_PATHWAY, NOUN_MANDATE, NOUN_GROUP, NOUN_COMPARATOR, NOUN_METHOD, NOUN_AUTHORITY,
};

static size_t
rank_of(enum noun n)
{
	for (size_t i = 0; i < COUNT_OF(order); i++)
		if (order[i] == n)
			return i;
	return COUNT_OF(order) + (size_t)n;
}

struct found {
	int64_t    thing;
	uint32_t   line;
	enum noun  kind;
	int        score;               /* 0: the title itself ... 4: a line of a document */
	struct str title, text;
};

struct searching {
	struct arena            *a;
	struct store            *s;
	const struct snapshot   *sn;
	const struct search_ask *ask;
	struct wanted            wanted;
	struct found            *at;
	size_t                   len, cap;
	struct search_view      *to;
};

/* ---- how many of each kind ---- */

static int
by_rank(const void *a, const void *b)
{
	const struct search_count *x = a, *y = b;
	size_t                     p = rank_of(x->kind), q = rank_of(y->kind);

	return (p > q) - (p < q);
}

static bool
count_kinds(struct searching *k)
{
	struct param p[] = { P_TEXT(search_match(k->a, k->s, &k->wanted, false)) };
	enum stmt    q = STMT_SEARCH_COUNT;

	k->to->count = ARENA_ARRAY(k->a, struct search_count, NOUN_COUNT + 2);
	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(k->s, q)) {
		struct search_count c = { .n = (size_t)store_int(k->s, q, 1) };

		if (!search_kind_from_code(store_text(k->s, q, 0), &c.kind))
			continue;
		if (k->ask->kind == NOUN_ANY || k->ask->kind == c.kind)
			k->to->total += c.n;
		if (k->to->counts <= NOUN_COUNT)
			k->to->count[k->to->counts++] = c;
	}
	if (k->to->counts > 1)
		qsort(k->to->count, k->to->counts, sizeof *k->to->count, by_rank);
	return !store_failed(k->s);
}

/* ---- what was found ---- */

static int
score_title(struct searching *k, struct str title)
{
	struct str folded = terms_fold(k->a, title), words = terms_fold(k->a, k->ask->words);

	if (str_eq(folded, words))
		return 0;
	return str_starts(folded, words) ? 1 : 2;
}

/* Titles that are the words, and that begin with them, come before those that only
 * have them. */
static int
score_of(struct searching *k, const struct found *f, bool in_title)
{
	int danish, english;

	if (f->line > 0)
		return 4;
	if (!in_title)
		return 3;
	danish = score_title(k, f->title);
	english = score_title(k, snapshot_title_en(k->sn, f->thing));
	return danish < english ? danish : english;
}

static bool
find(struct searching *k, const struct wanted *w, enum noun kind, int64_t limit)
{
	struct param p[] = {
		P_TEXT(search_match(k->a, k->s, w, true)), P_TEXT(search_match(k->a, k->s, w, false)),
		P_TEXT(kind == NOUN_ANY ? STR("") : search_kind_code(kind)), P_INT(limit),
	};
	enum stmt    q = STMT_SEARCH_FIND;

	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(k->s, q)) {
		struct found f = {
			.thing = store_int(k->s, q, 0), .line = (uint32_t)store_int(k->s, q, 1),
			.text = str_dup(k->a, store_text(k->s, q, 3)),
		};

		f.kind = things_kind(k->sn->things, f.thing);
		if (f.kind >= NOUN_COUNT || !noun_is_public(f.kind) ||
		    snapshot_row(k->sn, f.thing) == NULL)
			continue;               /* newer than what is shown */
		f.title = snapshot_title(k->sn, f.thing);
		f.score = score_of(k, &f, store_int(k->s, q, 2) != 0);
		ARENA_GROW(k->a, k->at, k->len, &k->cap);
		k->at[k->len++] = f;
	}
	return !store_failed(k->s);
}

static int
by_score(const void *a, const void *b, void *collator)
{
	const struct found *x = a, *y = b;
	size_t              p = rank_of(x->kind), q = rank_of(y->kind);
	int                 o = x->score - y->score;

	if (o == 0)
		o = (p > q) - (p < q);
	if (o == 0)
		o = collate_cmp(collator, x->title, y->title);
	if (o == 0)
		o = (x->thing > y->thing) - (x->thing < y->thing);
	return o != 0 ? o : (x->line > y->line) - (x->line < y->line);
}

/* ---- how it is shown ---- */

/* The committee and the policy it belongs to: named by itself, or by what it belongs to. */
static void
find_context(struct searching *k, int64_t id, struct search_hit *to)
{
	const struct snapshot *sn = k->sn;

	for (int i = 0; i < OWNERS_MAX && id != 0; i++) {
		enum noun              n = things_kind(sn->things, id);
		const struct noun_row *row = snapshot_row(sn, id);
		int64_t                next = thing_owner(sn, id);

		for (size_t c = 0; row != NULL && c < noun_info[n].columns; c++) {
			enum noun refers = noun_info[n].column[c].refers;

			if (refers == NOUN_UNIT && to->unit.id.len == 0 && n != NOUN_UNIT)
				to->unit = judge_named(sn, row->ref[c]);
			if (refers == NOUN_POLICY && to->policy.id.len == 0)
				to->policy = judge_named(sn, row->ref[c]);
			if (refers == NOUN_THEME && next == 0)
				next = row->ref[c];
		}
		id = next;
	}
}

static bool
has_match(const struct search_pieces *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].marked)
			return true;
	return false;
}

/* The first of its other texts, or of their translations, that has a word. */
static struct search_pieces
snippet_of(struct searching *k, const struct found *f)
{
	const struct noun_row *row = snapshot_row(k->sn, f->thing);

	for (size_t c = 0; c < noun_info[f->kind].columns; c++) {
		const struct noun_column *col = &noun_info[f->kind].column[c];
		struct search_pieces      p;

		if (col->type != COLUMN_TEXT || str_eq(col->name, STR("title")))
			continue;
		p = search_snippet(k->a, row->text[c], &k->wanted, true);
		if (has_match(&p))
			return p;
		p = search_snippet(k->a, snapshot_text_en(k->sn, f->thing, col->name), &k->wanted, false);
		if (has_match(&p))
			return p;
	}
	return (struct search_pieces){ .danish = true };
}

/* A line of a document as it is printed. */
static struct str
line_words(const struct searching *k, const struct found *f)
{
	const struct noun_row *document = snapshot_row(k->sn, f->thing);
	enum format            as;

	return document != NULL && format_from_code(document->text[DOCUMENT_format], &as) &&
	    format_is_laid(as) ? untag(k->a, f->text) : f->text;
}

static struct search_hit
hit_of(struct searching *k, const struct found *f)
{
	struct search_hit h = { .of = thing_shown(k->a, k->sn, f->thing), .line = f->line };

	h.title = search_title(k->a, h.of.thing.title, &k->wanted, true);
	h.title_en = search_title(k->a, h.of.thing.title_en, &k->wanted, false);
	if (f->line > 0)
		h.snippet = search_snippet(k->a, line_words(k, f), &k->wanted, true);
	else
		h.snippet = snippet_of(k, f);
	if (h.snippet.len == 0 && h.title_en.len > 0 && has_match(&h.title) != has_match(&h.title_en))
		h.snippet = has_match(&h.title) ? h.title : h.title_en;
	find_context(k, f->thing, &h);
	return h;
}

static void
show_page(struct searching *k)
{
	struct search_view *to = k->to;
	size_t              limit = k->ask->limit > 0 ? k->ask->limit : SEARCH_PAGE, from;

	to->listed = k->len;
	to->pages = k->len > 0 ? (k->len + limit - 1) / limit : 1;
	sorted(k->at, k->len, sizeof *k->at, by_score);
	if (to->page == 0 || to->page > to->pages)
		return;
	from = (to->page - 1) * limit;
	to->at = ARENA_ARRAY(k->a, struct search_hit, limit);
	for (size_t i = from; i < k->len && i < from + limit; i++)
		to->at[to->len++] = hit_of(k, &k->at[i]);
}

/* ---- what might be meant ---- */

/* The word as it stands in a text, instead of as it is folded. */
static bool
stands_in(struct str text, struct str folded, struct str *ret)
{
	struct term t;

	for (size_t at = 0; term_next(text, &at, &t);) {
		if (!str_eq(term_folded(&t), folded))
			continue;
		*ret = t.text;
		return true;
	}
	return false;
}

static struct str
as_written(struct searching *k, struct str folded)
{
	struct str word;

	for (size_t i = 0; i < k->len; i++)
		if (stands_in(k->at[i].title, folded, &word) ||
		    stands_in(snapshot_title_en(k->sn, k->at[i].thing), folded, &word) ||
		    stands_in(k->at[i].text, folded, &word))
			return word;
	return folded;
}

static bool
suggest(struct searching *k)
{
	struct wanted near;
	struct str    words = STR_NONE;
	bool          found;

	if (!search_nearest(k->a, k->s, &k->wanted, &near, &found))
		return false;
	if (!found)
		return true;
	if (!find(k, &near, NOUN_ANY, SEARCH_PAGE))
		return false;
	for (size_t i = 0; i < near.len && k->len > 0; i++)
		words = arena_printf(k->a, STR_FMT "%s" STR_FMT, STR_ARG(words), i > 0 ? " " : "",
		    STR_ARG(as_written(k, near.at[i])));
	k->to->suggestion = words;
	k->len = 0;
	return true;
}

/* ---- all of it ---- */

static bool
look(struct searching *k)
{
	if (!count_kinds(k))
		return false;
	if (k->to->counts == 0)
		return suggest(k);
	return find(k, &k->wanted, k->ask->kind, SEARCH_LISTED_MAX);
}

bool
search(struct arena *a, struct store *s, const struct snapshot *sn, const struct search_ask *ask,
       struct search_view *ret)
{
	struct search_view to = { .asked = ask->words, .kind = ask->kind, .page = ask->page,
	                          .pages = 1 };
	struct searching   k = { .a = a, .s = s, .sn = sn, .ask = ask, .to = &to,
	                         .wanted = terms_wanted(a, ask->words) };

	to.empty = k.wanted.len == 0;
	if (!to.empty && !look(&k))
		return false;
	show_page(&k);
	*ret = to;
	return true;
}
