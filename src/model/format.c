#include "model/format.h"

#define N_(text) text

const struct format_info format_info[FORMAT_COUNT] = {
#define X(id, code, ending, media, title) \
	[FORMAT_##id] = { STR_INIT(code), STR_INIT(ending), STR_INIT(media), title },
	FORMATS_OF_ONE(X)
	FORMATS_OF_ALL(X)
#undef X
};

bool
format_find(struct str code, bool one, enum format *ret)
{
	size_t from = one ? 0 : FORMAT_FIRST_OF_ALL, to = one ? FORMAT_FIRST_OF_ALL : FORMAT_COUNT;

	for (size_t i = from; i < to; i++) {
		if (!str_eq(format_info[i].code, code))
			continue;
		*ret = (enum format)i;
		return true;
	}
	return false;
}

struct str
format_media(enum format f)
{
	struct str media = format_info[f].media;
	size_t     end = str_find(media, STR(";"), 0);

	return str_slice(media, 0, end == SIZE_MAX ? media.len : end);
}
