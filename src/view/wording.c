#include "view/wording.h"

static const struct {
	struct str da, en;
} words[WORDING_COUNT] = {
#define X(id, da_, en_) [WORDING_##id] = { STR_INIT(da_), STR_INIT(en_) },
	WORDINGS(X)
#undef X
};

struct str
wording(enum wording w, bool danish)
{
	return danish ? words[w].da : words[w].en;
}
