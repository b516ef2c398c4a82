#include "model/noun.h"
#include "base/utf8.h"

#define C(prefix, name, type, refers) { STR_INIT(#name), COLUMN_##type, NOUN_##refers },
#define N(id, table, one, many, da, columns) \
	static const struct noun_column id##_column[] = { columns(C, id) };
NOUNS(N)
#undef N
#undef C

const struct noun_info noun_info[NOUN_COUNT] = {
#define N(id, table, one, many, da, columns) \
	[NOUN_##id] = { STR_INIT(#table), STR_INIT(one), STR_INIT(many), STR_INIT(da), \
	                id##_column, id##_COLUMN_COUNT },
NOUNS(N)
#undef N
};

/* Folded, with one blank for '-' and '_'. */
static struct str
term_fold(struct arena *a, struct str term)
{
	struct str folded = utf8_fold(a, term);
	char      *at = ARENA_ARRAY(a, char, folded.len + 1);

	for (size_t i = 0; i < folded.len; i++)
		at[i] = folded.at[i] == '-' || folded.at[i] == '_' ? ' ' : folded.at[i];
	return (struct str){ at, folded.len };
}

bool
noun_from_term(struct str term, enum noun *ret)
{
	struct arena a = { 0 };
	struct str   want = term_fold(&a, term);
	bool         found = false;

	for (size_t n = 0; n < NOUN_COUNT && !found; n++) {
		const struct noun_info *i = &noun_info[n];

		found = str_eq(want, i->one) || str_eq(want, i->many) ||
		    str_eq(want, term_fold(&a, i->table)) || str_eq(want, utf8_fold(&a, i->da));
		if (found)
			*ret = (enum noun)n;
	}
	arena_free(&a);
	return found;
}

bool
noun_from_table(struct str table, enum noun *ret)
{
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!str_eq(noun_info[n].table, table))
			continue;
		*ret = (enum noun)n;
		return true;
	}
	return false;
}

bool
noun_column(enum noun n, struct str name, size_t *ret)
{
	const struct noun_info *i = &noun_info[n];

	for (size_t c = 0; c < i->columns; c++) {
		if (!str_eq(i->column[c].name, name))
			continue;
		*ret = c;
		return true;
	}
	return false;
}
