#include "web/tag.h"
#include "port/hash.h"

bool
tag_listed(struct str list, struct str tag)
{
	if (str_eq(str_trim(list), STR("*")))
		return true;
	while (list.len > 0) {
		struct str one = str_trim(str_cut(&list, ','));

		if (str_starts(one, STR("W/")))
			one = str_slice(one, 2, one.len);
		if (str_eq(one, tag))
			return true;
	}
	return false;
}

struct str
tag_of(struct arena *a, struct str bytes)
{
	return arena_printf(a, "\"" STR_FMT "\"", STR_ARG(hash_tag(a, bytes)));
}
