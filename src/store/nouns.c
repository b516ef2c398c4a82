#include "store/search.h"

/* id, since, until, line, col, quote: what every noun's row begins with. */
#define FIXED 6

static const struct {
	enum stmt add, end, query[NOUN_UNTIL + 1];
} noun_stmt[NOUN_COUNT] = {
#define N(id, table, one, many, da, columns)                                        \
	[NOUN_##id] = { STMT_##id##_ADD, STMT_##id##_END,                           \
	    { [NOUN_KNOWN] = STMT_##id##_KNOWN, [NOUN_ONE] = STMT_##id##_ONE,       \
	      [NOUN_EVERY] = STMT_##id##_EVERY, [NOUN_FORMER] = STMT_##id##_FORMER, \
	      [NOUN_SINCE] = STMT_##id##_SINCE,   \
	      [NOUN_UNTIL] = STMT_##id##_UNTIL } },
	NOUNS(N)
#undef N
};

static struct param
text_param(struct str s)
{
	return s.len > 0 ? P_TEXT(s) : P_NULL;
}

static struct param
ref_param(int64_t id)
{
	return id != 0 ? P_INT(id) : P_NULL;
}

bool
store_noun_add(struct store *s, enum noun n, const struct noun_row *row)
{
	const struct noun_info *info = &noun_info[n];
	struct param p[FIXED + NOUN_COLUMNS_MAX] = {
		P_INT(row->id), P_INT(row->since), P_INT(row->until),
		P_INT(row->line), P_INT(row->column), text_param(row->quote),
	};

	for (size_t c = 0; c < info->columns; c++)
		p[FIXED + c] = info->column[c].type == COLUMN_REF ?
		    ref_param(row->ref[c]) : text_param(row->text[c]);
	return store_run(s, noun_stmt[n].add, p, FIXED + info->columns) && search_add(s, n, row);
}

bool
store_noun_end(struct store *s, enum noun n, int64_t id, int64_t at)
{
	return store_run(s, noun_stmt[n].end, (struct param[]){ P_INT(at), P_INT(id) }, 2) &&
	    store_changed(s) == 1 && search_drop(s, n, id);
}

bool
store_nouns(struct store *s, enum noun n, enum noun_query q, int64_t x)
{
	return store_query(s, noun_stmt[n].query[q], (struct param[]){ P_INT(x) },
	    q == NOUN_EVERY ? 0 : 1);
}

bool
store_noun_next(struct store *s, enum noun n, enum noun_query q, struct noun_row *ret)
{
	const struct noun_info *info = &noun_info[n];
	enum stmt id = noun_stmt[n].query[q];

	if (!store_next(s, id))
		return false;
	*ret = (struct noun_row){
		.id = store_int(s, id, 0), .since = store_int(s, id, 1),
		.until = store_int(s, id, 2), .line = (uint32_t)store_int(s, id, 3),
		.column = (uint32_t)store_int(s, id, 4), .quote = store_text(s, id, 5),
	};
	for (size_t c = 0; c < info->columns; c++) {
		if (info->column[c].type == COLUMN_REF)
			ret->ref[c] = store_int(s, id, (int)(FIXED + c));
		else
			ret->text[c] = store_text(s, id, (int)(FIXED + c));
	}
	return true;
}
