#include "app/source_pieces.h"

struct str
source_pieces_all(struct arena *a, const struct figures *table,
                  const struct source_selection *picks, bool all_optional,
                  struct source_piece *ret)
{
	struct source_piece all = { 0 };

	for (size_t i = 0; i < picks->len; i++)
		if (figures_dimension_of(table, picks->at[i].dimension) == SIZE_MAX)
			return arena_printf(a, "the table has no variable " STR_FMT, STR_ARG(picks->at[i].dimension));
	for (size_t i = 0; i < table->dimensions; i++) {
		const struct figures_dimension *d = &table->dimension[i];
		const struct source_pick       *p = source_selection_of(picks, d->id);
		struct source_part             *to = &all.at[all.len];
		bool                           *take = ARENA_ARRAY(a, bool, d->len + 1);
		struct str                     *code = ARENA_ARRAY(a, struct str, d->len + 1), word;

		if (p == NULL && (d->optional || all_optional))
			continue;
		if (p == NULL)
			return arena_printf(a, "the variable " STR_FMT " cannot be left out: select of it",
			    STR_ARG(d->id));
		if (!source_pick_codes(p, d->code, d->len, take, &word))
			return arena_printf(a, "the bureau has no “" STR_FMT "” in " STR_FMT, STR_ARG(word), STR_ARG(d->id));
		*to = (struct source_part){ .dimension = d->id, .code = code };
		for (size_t c = 0; c < d->len; c++)
			if (take[c])
				code[to->len++] = d->code[c];
		all.len++;
	}
	*ret = all;
	return STR_NONE;
}

struct splitting {
	struct arena                  *a;
	const struct tableinfo_limits *limits;
	struct source_piece           *at;
	size_t                         len, cap, most;
};

/* How many pieces the largest dimension is to make; 0: it fits. */
static size_t
parts_wanted(const struct splitting *s, const struct source_piece *p, size_t largest)
{
	int64_t cells = 1, values = 0, limit = s->limits->cells, most = s->limits->values, n = 0;

	for (size_t i = 0; i < p->len; i++) {
		values += (int64_t)p->at[i].len;
		if (__builtin_mul_overflow(cells, (int64_t)p->at[i].len, &cells))
			cells = INT64_MAX;
	}
	if (limit > 0 && cells > limit)
		n = cells / limit + (cells % limit != 0);
	if (most > 0 && values > most && n < 2)
		n = 2;
	if (n > (int64_t)p->at[largest].len)
		n = (int64_t)p->at[largest].len;
	return (size_t)n;
}

static bool
split(struct splitting *s, const struct source_piece *p)
{
	size_t largest = 0, parts, len;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].len > p->at[largest].len)
			largest = i;
	parts = p->len == 0 ? 0 : parts_wanted(s, p, largest);
	if (parts == 1)                         /* it is one cell wide, and too much */
		return false;
	if (parts == 0) {
		if (s->len == s->most)
			return false;
		ARENA_GROW(s->a, s->at, s->len, &s->cap);
		s->at[s->len++] = *p;
		return true;
	}
	len = p->at[largest].len;
	for (size_t i = 0; i < parts; i++) {
		struct source_piece part = *p;
		size_t              from = len * i / parts, to = len * (i + 1) / parts;

		part.at[largest].code += from;
		part.at[largest].len = to - from;
		if (!split(s, &part))
			return false;
	}
	return true;
}

bool
source_pieces_split(struct arena *a, const struct source_piece *all,
                    const struct tableinfo_limits *limits, size_t most,
                    struct source_piece **ret, size_t *len)
{
	struct splitting s = { .a = a, .limits = limits, .most = most };

	if (!split(&s, all))
		return false;
	*ret = s.at;
	*len = s.len;
	return true;
}
