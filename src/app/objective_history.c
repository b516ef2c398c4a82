/* What an objective promises, and every version of that: what was changed, when, by
 * which change and from which document. */
#include "app/evidence.h"
#include "app/replies.h"
#include "app/objective_view.h"

struct gatherer {
	struct arena          *a;
	const struct edition  *ed;
	const struct snapshot *sn;
	struct objective_view *to;
	struct noun_row       *last;    /* beside targets: the version before */
	size_t                *cap;
};

static void
decide(const struct snapshot *sn, struct target_view *t)
{
	const struct noun_row *row = snapshot_row(sn, things_find(sn->things, NOUN_TARGET,
	    t->row->target->id));
	int64_t                mandate;

	if (row == NULL)
		return;
	mandate = row->ref[TARGET_mandate];
	t->mandate = judge_named(sn, mandate);
	t->body = snapshot_text(sn, mandate, MANDATE_body);
	t->has_decided = day_from_iso(snapshot_text(sn, mandate, MANDATE_decided), &t->decided);
}

static void
find_targets(struct gatherer *g)
{
	const struct barometer *b = &g->ed->judged;
	size_t                  n = 0;

	g->to->target = ARENA_ARRAY(g->a, struct target_view, b->len + 1);
	for (size_t i = 0; i < b->len; i++) {
		if (!str_eq(b->at[i].objective.id, g->to->self.objective.id))
			continue;
		g->to->target[n].row = &b->at[i];
		g->to->target[n].reply = reply_find(g->ed, b->at[i].target->id);
		decide(g->sn, &g->to->target[n++]);
	}
	g->to->targets = n;
}

/* A cell of a version as it is read: what it refers to by its title. */
static struct str
cell_text(struct gatherer *g, const struct noun_row *row, size_t column)
{
	const struct noun_column *c = &noun_info[NOUN_TARGET].column[column];
	struct str                title;

	if (c->type != COLUMN_REF)
		return row->text[column];
	title = snapshot_title(g->sn, row->ref[column]);
	return title.len > 0 ? title : things_key(g->sn->things, row->ref[column]);
}

static bool
is_same(const struct noun_row *a, const struct noun_row *b, size_t column)
{
	return a->ref[column] == b->ref[column] && str_eq(a->text[column], b->text[column]);
}

static void
find_edits(struct gatherer *g, const struct noun_row *before, const struct noun_row *now,
           struct target_version *v)
{
	size_t cap = 0;

	for (size_t c = 0; c < noun_info[NOUN_TARGET].columns; c++) {
		if (c == TARGET_lang || is_same(before, now, c))
			continue;
		ARENA_GROW(g->a, v->edit, v->edits, &cap);
		v->edit[v->edits++] = (struct edit){
			noun_info[NOUN_TARGET].column[c].name, cell_text(g, before, c),
			cell_text(g, now, c),
		};
	}
}

/* The texts of a cursor's row, to keep. */
static struct noun_row
row_dup(struct arena *a, const struct noun_row *row)
{
	struct noun_row kept = *row;

	for (size_t c = 0; c < noun_info[NOUN_TARGET].columns; c++)
		kept.text[c] = str_dup(a, row->text[c]);
	kept.quote = str_dup(a, row->quote);
	return kept;
}

static void
add_version(struct gatherer *g, size_t at, const struct noun_row *row)
{
	struct target_view      *t = &g->to->target[at];
	struct noun_row          kept = row_dup(g->a, row);
	const struct change_row *c = snapshot_change(g->sn, row->since);
	struct target_version    v = {
		.recorded = snapshot_recorded(g->sn, row->since), .why = c == NULL ? STR_NONE : c->why,
		.source = snapshot_source(g->sn, &kept),
		.ended = row->until != UNTIL_NOW && row->until <= g->sn->known,
	};

	if (t->versions > 0)
		find_edits(g, &g->last[at], &kept, &v);
	g->last[at] = kept;
	ARENA_GROW(g->a, t->version, t->versions, &g->cap[at]);
	t->version[t->versions++] = v;
}

static size_t
target_at(const struct gatherer *g, int64_t id)
{
	struct str key = things_key(g->sn->things, id);
	size_t     at = 0;

	while (at < g->to->targets && !str_eq(g->to->target[at].row->target->id, key))
		at++;
	return at;
}

static bool
find_versions(struct gatherer *g)
{
	struct store   *s = g->ed->store;
	struct noun_row row;

	if (g->to->targets == 0)
		return true;
	if (!store_nouns(s, NOUN_TARGET, NOUN_EVERY, 0))
		return false;
	while (store_noun_next(s, NOUN_TARGET, NOUN_EVERY, &row)) {
		size_t at = target_at(g, row.id);

		if (at < g->to->targets && row.since <= g->sn->known)
			add_version(g, at, &row);
	}
	return !store_failed(s);
}

bool
objective_history(struct arena *a, const struct edition *ed, struct objective_view *to)
{
	struct gatherer g = { .a = a, .ed = ed, .sn = &ed->sn, .to = to };

	find_targets(&g);
	g.last = ARENA_ARRAY(a, struct noun_row, to->targets + 1);
	g.cap = ARENA_ARRAY(a, size_t, to->targets + 1);
	return find_versions(&g);
}
