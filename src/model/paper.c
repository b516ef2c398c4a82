#include "model/paper.h"

struct str
paper_code(enum paper_is is)
{
	static const struct str codes[] = {
#define X(id, code) [PAPER_##id] = STR_INIT(code),
		PAPERS_IS(X)
#undef X
	};

	return codes[is];
}
