#include "audit/indicators.h"

bool
cell_figure(struct audit *x, const struct field *f, struct reading *ret)
{
	struct said s;

	if (f == NULL)
		return false;
	s = said_of(x, f->text);
	if (s.len != 1 || gap_words(s.gap[0]) + gap_words(s.gap[1]) > 0)
		return false;
	*ret = s.at[0];
	return true;
}

/* Of two columns of targets the one in words is what is promised. */
static void
find_target(struct audit *x, const struct proposal *p, struct measured *m)
{
	m->target = proposal_field(p, FIELD_TARGET);
	m->goal = proposal_field(p, FIELD_GOAL);
	for (size_t i = 0; i < p->len && m->goal == NULL; i++) {
		struct reading figure;

		if (p->at[i].kind == FIELD_TARGET && &p->at[i] != m->target && !cell_figure(x, &p->at[i], &figure))
			m->goal = &p->at[i];
	}
}

struct rows
rows_read(struct audit *x)
{
	struct rows r = { .at = NULL };
	size_t      n = 0;

	for (size_t i = 0; i < x->seen->len; i++)
		n += x->seen->at[i].kind == PROPOSAL_INDICATOR;
	r.at = ARENA_ARRAY(x->arena, struct measured, (n < ROWS_MAX ? n : ROWS_MAX) + 1);
	for (size_t i = 0; i < x->seen->len && r.len < ROWS_MAX; i++) {
		const struct proposal *p = &x->seen->at[i];
		struct measured       *m = &r.at[r.len];
		const struct field    *title = proposal_field(p, FIELD_TITLE);

		if (p->kind != PROPOSAL_INDICATOR)
			continue;
		m->title = title_of(x->arena, title != NULL ? title->text : p->title);
		find_target(x, p, m);
		m->has_before = cell_figure(x, proposal_field(p, FIELD_BASELINE), &m->before);
		m->has_after = cell_figure(x, proposal_field(p, FIELD_LATEST), &m->after);
		r.len++;
	}
	return r;
}

const struct measured *
rows_spoken_of(const struct rows *r, const struct title *words, size_t least)
{
	const struct measured *best = NULL;
	size_t                 shared_best = 0;
	bool                   alone = false;

	for (size_t i = 0; i < r->len; i++) {
		const struct measured *m = &r->at[i];
		size_t                 shared = title_shared(&m->title, words);
		/* shared / words against shared_best / words of the best, without dividing */
		size_t mine = best == NULL ? 1 : shared * best->title.len;
		size_t others = best == NULL ? 0 : shared_best * m->title.len;

		if (shared < least || shared * 3 < m->title.len * 2)
			continue;
		alone = mine != others;
		if (mine > others) {
			best = m;
			shared_best = shared;
		} else if (mine < others) {
			alone = true;
		}
	}
	return alone ? best : NULL;
}
