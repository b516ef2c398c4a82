#include "model/source_kind.h"

static const struct {
	struct str code, name;
	bool       bureau;
} kinds[] = {
#define X(id, code, bureau, name, title) { STR_INIT(code), STR_INIT(name), bureau },
	SOURCE_KINDS(X)
#undef X
};

bool
source_kind_from_code(struct str code, enum source_kind *ret)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		if (!str_eq(code, kinds[i].code))
			continue;
		*ret = (enum source_kind)i;
		return true;
	}
	return false;
}

bool
source_kind_is_bureau(enum source_kind k)
{
	return kinds[k].bureau;
}

struct str
source_kind_name(enum source_kind k)
{
	return kinds[k].name;
}
