#include "base/paper_format.h"

static const struct {
	struct str code;
	bool       laid;
} formats[FORMAT_COUNT] = {
#define X(id, code, extension, laid) { STR_INIT(code), laid },
	FORMATS(X)
#undef X
};

struct str
format_code(enum format f)
{
	return formats[f].code;
}

bool
format_is_laid(enum format f)
{
	return formats[f].laid;
}

bool
format_from_code(struct str code, enum format *ret)
{
	for (size_t f = 0; f < FORMAT_COUNT; f++)
		if (str_eq(code, formats[f].code)) {
			*ret = (enum format)f;
			return true;
		}
	return false;
}
