#include "app/document_facts.h"
#include "app/judge.h"
#include "app/papers.h"
#include "app/thing_page.h"
#include "core/phrase.h"
#include <stdlib.h>

/* The document from which a version was taken; 0: from none. */
static int64_t
taken_from(const struct snapshot *sn, int64_t since)
{
	const struct change_row *c = snapshot_change(sn, since);

	return c != NULL ? c->document : 0;
}

/* Is it something that a document says? Not the document itself, nor a translation,
 * nor an outline, nor what a person has still to decide. */
static bool
is_fact(enum noun n)
{
	return noun_is_public(n) && n != NOUN_DOCUMENT && n != NOUN_FINDING &&
	    n != NOUN_ANSWER && n != NOUN_TRANSLATION && n != NOUN_SHAPE;
}

/* ---- of one document ---- */

struct list {
	struct arena          *a;
	const struct edition  *ed;
	int64_t                document;
	struct document_facts *to;
	size_t                 cap;
};

static void
add(struct list *l, struct taken t)
{
	ARENA_GROW(l->a, l->to->at, l->to->len, &l->cap);
	l->to->at[l->to->len++] = t;
}

static void
add_things(struct list *l, enum noun n)
{
	const struct snapshot *sn = &l->ed->sn;

	for (size_t i = 0; i < sn->len[n]; i++) {
		const struct noun_row *row = &sn->row[n][i];

		if (taken_from(sn, row->since) != l->document)
			continue;
		add(l, (struct taken){
			.of = thing_shown(l->a, sn, row->id), .line = row->line, .column = row->column,
			.quote = quote_of(l->a, row->quote),
			.recorded = snapshot_recorded(sn, row->since),
		});
	}
}

static bool
add_measurements(struct list *l)
{
	const struct snapshot *sn = &l->ed->sn;
	enum stmt              q = STMT_OBSERVATION_TAKEN;
	struct param           p[] = {
		P_INT(l->document), P_INT(sn->known), P_INT(MEASUREMENTS_LISTED_MAX),
	};

	if (!store_query(l->ed->store, q, p, COUNT_OF(p)))
		return false;
	while (store_next(l->ed->store, q)) {
		struct observation_row row = observation_row_of(l->ed->store, q);
		struct observation     o;

		if (!observation_of_row(&row, observations_unit(sn, row.indicator), &o))
			return false;
		add(l, (struct taken){
			.of = thing_shown(l->a, sn, row.indicator), .line = (uint32_t)row.line,
			.column = (uint32_t)row.column, .recorded = snapshot_recorded(sn, row.since),
			.measured = true, .period = o.period, .area = judge_named(sn, row.area),
			.group = judge_named(sn, row.group),
		});
	}
	return !store_failed(l->ed->store);
}

static int
by_place(const void *a, const void *b)
{
	const struct taken *x = a, *y = b;
	int                 o = (x->line > y->line) - (x->line < y->line);

	if (o == 0)
		o = (x->column > y->column) - (x->column < y->column);
	if (o == 0)
		o = (x->of.noun > y->of.noun) - (x->of.noun < y->of.noun);
	if (o == 0)
		o = x->measured - y->measured;
	if (o == 0)
		o = str_cmp(x->of.thing.id, y->of.thing.id);
	return o != 0 ? o : (x->period.to > y->period.to) - (x->period.to < y->period.to);
}

bool
document_facts(struct arena *a, const struct edition *ed, const struct noun_row *document,
               struct document_facts *ret)
{
	struct document_facts to = { 0 };
	struct list           l = { .a = a, .ed = ed, .document = document->id, .to = &to };
	const size_t         *measured;
	size_t                n;

	for (size_t i = 0; i < NOUN_COUNT; i++)
		if (is_fact((enum noun)i))
			add_things(&l, (enum noun)i);
	if (!papers_measured(ed, &measured))
		return false;
	n = measured[document - ed->sn.row[NOUN_DOCUMENT]];
	if (n > MEASUREMENTS_LISTED_MAX)
		to.unlisted = n;
	else if (n > 0 && !add_measurements(&l))
		return false;
	if (to.len > 1)
		qsort(to.at, to.len, sizeof *to.at, by_place);
	*ret = to;
	return true;
}

/* ---- of all ---- */

bool
document_facts_count(struct arena *a, const struct edition *ed, size_t **ret)
{
	const struct snapshot *sn = &ed->sn;
	const size_t          *measured;
	size_t                 documents = sn->len[NOUN_DOCUMENT];
	size_t                *count = ARENA_ARRAY(a, size_t, documents + 1);

	if (!papers_measured(ed, &measured))
		return false;
	for (size_t i = 0; i < documents; i++)
		count[i] = measured[i];
	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < sn->len[n] && is_fact((enum noun)n); i++) {
			const struct noun_row *row =
			    snapshot_row(sn, taken_from(sn, sn->row[n][i].since));

			if (row != NULL)
				count[row - sn->row[NOUN_DOCUMENT]]++;
		}
	*ret = count;
	return true;
}
