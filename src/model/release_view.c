#include "model/release_view.h"

static const struct str parts[] = {
#define X(id, code) STR_INIT(code),
	RELEASE_PARTS(X)
#undef X
};

struct str
release_part_code(enum release_part p)
{
	return parts[p];
}
