#include "model/data_form.h"

#define N_(text) text

const struct data_form_info data_form_info[DATA_COUNT] = {
#define X(id, code, ending, media, title) \
	[DATA_##id] = { STR_INIT(code), STR_INIT(ending), STR_INIT(media), title },
	DATA_FORMS_OF_ONE(X)
	DATA_FORMS_OF_ALL(X)
#undef X
};

bool
data_form_find(struct str code, bool one, enum data_form *ret)
{
	size_t from = one ? 0 : DATA_FIRST_OF_ALL, to = one ? DATA_FIRST_OF_ALL : DATA_COUNT;

	for (size_t i = from; i < to; i++) {
		if (!str_eq(data_form_info[i].code, code))
			continue;
		*ret = (enum data_form)i;
		return true;
	}
	return false;
}

struct str
data_form_media(enum data_form f)
{
	struct str media = data_form_info[f].media;
	size_t     end = str_find(media, STR(";"), 0);

	return str_slice(media, 0, end == SIZE_MAX ? media.len : end);
}
