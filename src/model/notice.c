#include "model/notice.h"
#include "base/codes.h"

const struct notice_info notice_info[NOTICE_KIND_COUNT] = {
#define X(id, code, words) { STR_INIT(code), words },
	NOTICES(X)
#undef X
};

enum notice_kind
notice_from_code(struct str code)
{
	return (enum notice_kind)CODE_FIND(notice_info, notice_info->code, code);
}
