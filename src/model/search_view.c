#include "model/search_view.h"

struct str
search_kind_code(enum noun kind)
{
	return kind < NOUN_COUNT ? noun_info[kind].table : STR("line");
}

bool
search_kind_from_code(struct str code, enum noun *ret)
{
	enum noun n;

	if (str_eq(code, STR("line"))) {
		*ret = NOUN_NONE;
		return true;
	}
	if (!noun_from_table(code, &n) || !noun_is_public(n))
		return false;
	*ret = n;
	return true;
}
