#include "model/act.h"

const struct act_info act_info[ACT_COUNT] = {
#define X(id, code, words) { STR_INIT(code), words },
	ACTS(X)
#undef X
};
