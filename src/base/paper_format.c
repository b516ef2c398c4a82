#include "base/paper_format.h"
#include "base/codes.h"

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
	return CODE_READ(formats, formats->code, code, ret);
}
