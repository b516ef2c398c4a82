#include "model/source_kind.h"
#include "base/codes.h"

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
	return CODE_READ(kinds, kinds->code, code, ret);
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
