#include "model/notice.h"

const struct notice_info notice_info[NOTICE_KIND_COUNT] = {
#define X(id, code, words) { STR_INIT(code), words },
	NOTICES(X)
#undef X
};

enum notice_kind
notice_from_code(struct str code)
{
	size_t i = 0;

	while (i < NOTICE_KIND_COUNT && !str_eq(notice_info[i].code, code))
		i++;
	return (enum notice_kind)i;
}
