#include "app/inbox_view.h"
#include "app/decide.h"
#include "app/inbox_fields.h"
#include "app/judge.h"
#include "app/thing_page.h"
#include "app/word_diff.h"
#include "base/utf8.h"
#include <stdlib.h>

static enum inbox_state
state_of(const struct noun_row *row)
{
	enum proposal_state s;

	if (!proposal_state_from_code(row->text[PROPOSAL_state], &s))
		return INBOX_REJECTED;
	switch (s) {
	case STATE_WAITING:
		return INBOX_WAITING;
	case STATE_ACCEPTED:
		return INBOX_ACCEPTED;
	case STATE_REJECTED:
	case STATE_COUNT:
		break;
	}
	return INBOX_REJECTED;
}

static void
name_kinds(struct inbox_kind *to)
{
	_Static_assert(INBOX_KINDS == PROPOSAL_KIND_COUNT, "a kind is not counted");
	for (size_t k = 0; k < INBOX_KINDS; k++)
		to[k].code = proposal_kind_code((enum proposal_kind)k);
}

static void
count(struct inbox_kind *to, const struct noun_row *row)
{
	enum proposal_kind k;

	if (proposal_kind_from_code(row->text[PROPOSAL_kind], &k))
		to[k].count[state_of(row)]++;
}

/* ---- the list ---- */

static int
by_waiting(const void *a, const void *b)
{
	const struct inbox_row *x = a, *y = b;
	bool                    wx = x->count[INBOX_WAITING] > 0, wy = y->count[INBOX_WAITING] > 0;

	if (wx != wy)
		return wx ? -1 : 1;
	return (y->recorded.change > x->recorded.change) - (y->recorded.change < x->recorded.change);
}

void
inbox_list(struct arena *a, const struct edition *ed, struct inbox_list *ret)
{
	const struct snapshot *sn = &ed->sn;
	size_t                 n = sn->len[NOUN_DOCUMENT];
	struct inbox_list      to = { .at = ARENA_ARRAY(a, struct inbox_row, n + 1) };
	const struct noun_row *first = sn->row[NOUN_DOCUMENT];

	name_kinds(to.kind);
	for (size_t i = 0; i < n; i++)
		to.at[i] = (struct inbox_row){
			.document = judge_named(sn, first[i].id), .file = first[i].text[DOCUMENT_file],
			.recorded = snapshot_recorded(sn, first[i].since),
		};
	for (size_t i = 0; i < sn->len[NOUN_PROPOSAL]; i++) {
		const struct noun_row *row = &sn->row[NOUN_PROPOSAL][i];
		const struct noun_row *paper = snapshot_row(sn, row->ref[PROPOSAL_document]);

		if (paper == NULL)
			continue;
		count(to.kind, row);
		to.at[paper - first].count[state_of(row)]++;
	}
	if (n > 1)
		qsort(to.at, n, sizeof *to.at, by_waiting);
	while (to.waiting < n && to.at[to.waiting].count[INBOX_WAITING] > 0)
		to.waiting++;
	to.len = n - to.waiting > INBOX_LISTED_MAX ? to.waiting + INBOX_LISTED_MAX : n;
	*ret = to;
}

bool
inbox_tasks(struct arena *a, struct store *s, const struct edition *ed, const struct actor *who,
            struct tasks *to)
{
	struct inbox_list all;

	(void)s;
	if (!access_has(who, RIGHT_IMPORT))
		return true;
	inbox_list(a, ed, &all);
	for (size_t i = 0; i < all.waiting; i++) {
		ARENA_GROW(a, to->at, to->len, &to->cap);
		to->at[to->len++] = (struct task){
			.kind = TASK_PROPOSAL, .thing = all.at[i].document,
			.path = arena_printf(a, "work/inbox/" STR_FMT, STR_ARG(all.at[i].document.id)),
		};
	}
	return true;
}

/* ---- one paper ---- */

struct marks {
	struct arena *a;
	struct taken *at;
	size_t        len, cap;
};

static void
mark(struct marks *m, struct str proposal, struct str part, uint32_t line, uint32_t column,
     struct str quote)
{
	if (line == 0)
		return;
	ARENA_GROW(m->a, m->at, m->len, &m->cap);
	m->at[m->len++] = (struct taken){
		.of = { .noun = NOUN_PROPOSAL, .page = { .path = "work/proposal", .id = proposal,
		        .part = part } },
		.line = line, .column = column, .quote = quote,
	};
}

/* "form-x.12": the twelfth field, "f-t11" on the page of its proposal. */
static void
mark_field(struct marks *m, const struct snapshot *sn, const struct noun_row *row)
{
	struct str key = things_key(sn->things, row->id);
	size_t     at = key.len;
	int64_t    n;

	while (at > 0 && key.at[at - 1] != '.')
		at--;
	if (at == 0 || !str_int(str_slice(key, at, key.len), &n) || n < 1)
		return;
	mark(m, str_slice(key, 0, at - 1), arena_printf(m->a, "f-t%lld", (long long)n - 1), row->line,
	    row->column, quote_of(m->a, row->text[FIELD_title]));
}

/* The words of fields, and of proposals that have none; `only` 0: of the whole paper. */
static struct marks
marks_of(struct arena *a, const struct snapshot *sn, int64_t document, int64_t only)
{
	struct marks m = { .a = a };

	for (size_t i = 0; i < sn->len[NOUN_FIELD]; i++) {
		const struct noun_row *row = &sn->row[NOUN_FIELD][i];
		const struct noun_row *of = snapshot_row(sn, row->ref[FIELD_proposal]);

		if (of != NULL && of->ref[PROPOSAL_document] == document && (only == 0 || of->id == only))
			mark_field(&m, sn, row);
	}
	for (size_t i = 0; i < sn->len[NOUN_PROPOSAL]; i++) {
		const struct noun_row *row = &sn->row[NOUN_PROPOSAL][i];

		if (row->ref[PROPOSAL_document] == document && (only == 0 || row->id == only))
			mark(&m, things_key(sn->things, row->id), STR("f-title"), row->line, row->column,
			    row->quote);
	}
	return m;
}

static int
by_place(const void *a, const void *b)
{
	const struct taken *x = a, *y = b;
	int                 o = (x->line > y->line) - (x->line < y->line);

	if (o == 0)
		o = (x->column > y->column) - (x->column < y->column);
	if (o == 0)
		o = str_cmp(x->of.page.id, y->of.page.id);
	return o != 0 ? o : str_cmp(x->of.page.part, y->of.page.part);
}

static void
sort_marks(struct marks *m, struct document_ask *ask)
{
	if (m->len > 1)
		qsort(m->at, m->len, sizeof *m->at, by_place);
	ask->staff = true;
	ask->taken = m->at;
	ask->takens = m->len;
}

static struct inbox_item
item_of(const struct snapshot *sn, const struct noun_row *row)
{
	return (struct inbox_item){
		.key = things_key(sn->things, row->id), .kind = row->text[PROPOSAL_kind],
		.title = row->text[PROPOSAL_title], .line = row->line, .state = state_of(row),
	};
}

static int
by_line(const void *a, const void *b)
{
	const struct inbox_item *x = a, *y = b;

	return x->line != y->line ? (x->line > y->line) - (x->line < y->line) : str_cmp(x->key, y->key);
}

static void
list_items(struct arena *a, const struct snapshot *sn, int64_t document, struct inbox_paper *to)
{
	to->item = ARENA_ARRAY(a, struct inbox_item, sn->len[NOUN_PROPOSAL] + 1);
	name_kinds(to->kind);
	for (size_t i = 0; i < sn->len[NOUN_PROPOSAL]; i++) {
		const struct noun_row *row = &sn->row[NOUN_PROPOSAL][i];

		if (row->ref[PROPOSAL_document] != document)
			continue;
		to->item[to->items++] = item_of(sn, row);
		count(to->kind, row);
	}
	if (to->items > 1)
		qsort(to->item, to->items, sizeof *to->item, by_line);
}

static bool
list_changes(struct arena *a, const struct edition *ed, int64_t document, struct inbox_paper *to)
{
	const struct snapshot *sn = &ed->sn;
	size_t                 cap = 0;

	for (size_t i = sn->changes; i > 0; i--) {
		const struct change_row *c = &sn->change[i - 1];
		int64_t                  standing;

		if (c->document != document)
			continue;
		if (!change_standing(ed->store, c->id, &standing))
			return false;
		ARENA_GROW(a, to->change, to->changes, &cap);
		to->change[to->changes++] = (struct inbox_change){
			.recorded = { c->id, c->at, c->who }, .why = c->why, .gone = standing == 0,
		};
	}
	if (to->changes > 0)
		to->change[to->changes - 1].brought = true;
	return true;
}

bool
inbox_paper(struct arena *a, const struct edition *ed, const struct noun_row *document,
            struct document_ask ask, struct inbox_paper *ret)
{
	struct inbox_paper to = { .items = 0 };
	struct marks       m = marks_of(a, &ed->sn, document->id, 0);

	sort_marks(&m, &ask);
	list_items(a, &ed->sn, document->id, &to);
	if (!list_changes(a, ed, document->id, &to) ||
	    !document_view(a, ed, document, ask, &to.document))
		return false;
	to.document.answers = true;
	*ret = to;
	return true;
}

/* ---- one proposal ---- */

/* Rows of a table between two lines, with its head. */
static bool
cut_rows(struct arena *a, struct paper_block *b, uint32_t first, uint32_t last)
{
	struct paper_row *row = ARENA_ARRAY(a, struct paper_row, b->rows + 1);
	size_t            n = 0, kept = 0;

	for (size_t i = 0; i < b->rows; i++) {
		uint32_t end = i + 1 < b->rows ? b->row[i + 1].line : b->last + 1;
		bool     within = b->row[i].line <= last && end > first;

		if (within || (i == 0 && b->headed))
			row[n++] = b->row[i];
		kept += within;
	}
	b->row = row;
	b->rows = n;
	return kept > 0;
}

/* The blocks of its lines and no others. */
static void
cut(struct arena *a, struct document_view *m, uint32_t first, uint32_t last)
{
	size_t n = 0;

	for (size_t i = 0; i < m->blocks; i++) {
		struct paper_block b = m->block[i];

		b.last = i + 1 < m->blocks ? m->block[i + 1].line - 1 : m->last;
		if (b.line > last || b.last < first ||
		    (b.kind == PAPER_TABLE && !cut_rows(a, &b, first, last)))
			continue;
		m->block[n++] = b;
	}
	m->blocks = n;
	m->line = 0;
}

static uint32_t
last_line(const struct proposal *p)
{
	uint32_t last = p->line;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].line > last)
			last = p->at[i].line;
	return last;
}

static uint32_t
first_line(const struct proposal *p)
{
	uint32_t first = p->line;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].line > 0 && p->at[i].line < first && p->line - p->at[i].line < 40)
			first = p->at[i].line;
	return first;
}

static void
list_fields(struct arena *a, const struct proposal *p, struct inbox_proposal *to)
{
	to->field = ARENA_ARRAY(a, struct inbox_field, p->len + 1);
	for (size_t i = 0; i < p->len; i++) {
		const struct field *f = &p->at[i];

		to->field[to->fields++] = (struct inbox_field){
			.code = field_code(f->kind), .text = f->text, .line = f->line, .year = f->year,
			.type = inbox_field_type(f->kind), .has_year = inbox_field_has_year(f->kind),
		};
	}
}

/* ---- what it would be merged with ---- */

static int64_t
same_title(struct arena *a, const struct snapshot *sn, enum noun noun, struct str title)
{
	struct str want = utf8_fold(a, title);

	for (size_t i = 0; i < sn->len[noun] && want.len > 0; i++)
		if (str_eq(utf8_fold(a, snapshot_title(sn, sn->row[noun][i].id)), want))
			return sn->row[noun][i].id;
	return 0;
}

static struct str
shown_value(const struct accept *x, const struct noun_row *row, const struct noun_column *c, size_t at)
{
	return c->type == COLUMN_REF ? snapshot_title(&x->sn, row->ref[at]) : row->text[at];
}

static void
put_differences(struct arena *a, const struct accept *x, struct inbox_proposal *to)
{
	const struct noun_row  *was = snapshot_row(&x->sn, x->into);
	const struct noun_info *info = &noun_info[things_kind(x->things, x->into)];
	size_t                  cap = 0;

	for (size_t c = 0; c < info->columns; c++) {
		struct inbox_difference d = { .column = info->column[c].name };

		if (str_eq(was->text[c], x->merge.text[c]) && was->ref[c] == x->merge.ref[c])
			continue;
		d.before = shown_value(x, was, &info->column[c], c);
		d.after = x->merge.ref[c] != was->ref[c] && snapshot_row(&x->sn, x->merge.ref[c]) == NULL
		    ? STR("+") : shown_value(x, &x->merge, &info->column[c], c);
		d.words = word_diff(a, d.before, d.after);
		ARENA_GROW(a, to->difference, to->differences, &cap);
		to->difference[to->differences++] = d;
	}
}

/* It is accepted, looked at, and not kept. */
static bool
try_merge(struct arena *a, struct store *s, int64_t proposal, int64_t into, struct inbox_proposal *to)
{
	struct act             act = { .at = STR("2000-01-01T00:00:00Z"), .who = STR("-"), .why = STR("-") };
	const struct noun_row *row;
	struct accept          x;
	struct proposal        p;
	int64_t                becomes;
	bool                   ok = store_begin(s) && decide_open(a, s, &x);

	row = ok ? snapshot_row(&x.sn, proposal) : NULL;
	if (row != NULL && snapshot_row(&x.sn, into) != NULL) {
		decide_document(&x, row->ref[PROPOSAL_document]);
		x.into = into;
		ok = proposals_get(&x, row, &p) && change_add(s, &act, x.document, 0, &x.change) &&
		    accept_proposal(&x, &p, &becomes);
		if (ok && x.merged)
			put_differences(a, &x, to);
	}
	store_rollback(s);
	return ok;
}

static bool
find_same(struct arena *a, const struct edition *ed, struct store *s, const struct noun_row *row,
          enum proposal_kind kind, struct inbox_proposal *to)
{
	enum noun noun = accept_merges(kind);
	int64_t   same = noun != NOUN_NONE ? same_title(a, &ed->sn, noun, row->text[PROPOSAL_title]) : 0;

	if (same == 0 || to->item.state != INBOX_WAITING)
		return true;
	to->same = thing_shown(a, &ed->sn, same);
	return try_merge(a, s, row->id, same, to);
}

static size_t
count_waiting(const struct snapshot *sn, int64_t document)
{
	size_t n = 0;

	for (size_t i = 0; i < sn->len[NOUN_PROPOSAL]; i++)
		n += sn->row[NOUN_PROPOSAL][i].ref[PROPOSAL_document] == document &&
		    state_of(&sn->row[NOUN_PROPOSAL][i]) == INBOX_WAITING;
	return n;
}

bool
inbox_proposal(struct arena *a, const struct edition *ed, struct store *s,
               const struct noun_row *proposal, struct inbox_proposal *ret)
{
	const struct noun_row *paper = snapshot_row(&ed->sn, proposal->ref[PROPOSAL_document]);
	struct inbox_proposal  to = { .item = item_of(&ed->sn, proposal), .same.noun = NOUN_NONE,
	                              .becomes.noun = NOUN_NONE };
	struct document_ask    ask = { .line = proposal->line > 0 ? proposal->line : 1 };
	struct marks           m = marks_of(a, &ed->sn, proposal->ref[PROPOSAL_document], proposal->id);
	struct accept          x = { .arena = a, .store = ed->store, .things = ed->things, .sn = ed->sn };
	struct proposal        p;

	sort_marks(&m, &ask);
	if (!proposals_get(&x, proposal, &p) || !find_same(a, ed, s, proposal, p.kind, &to))
		return false;
	list_fields(a, &p, &to);
	if (snapshot_row(&ed->sn, proposal->ref[PROPOSAL_becomes]) != NULL)
		to.becomes = thing_shown(a, &ed->sn, proposal->ref[PROPOSAL_becomes]);
	to.waiting = count_waiting(&ed->sn, proposal->ref[PROPOSAL_document]);
	if (paper != NULL) {
		if (!document_view(a, ed, paper, ask, &to.document))
			return false;
		cut(a, &to.document, first_line(&p), last_line(&p));
	}
	*ret = to;
	return true;
}
