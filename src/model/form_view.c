#include "model/form_view.h"

const struct form_field_info form_field_info[FORM_FIELD_COUNT] = {
#define X(id, code, label, hint, lines, carried) { STR_INIT(code), label, hint, lines, carried },
	FORM_FIELDS(X)
#undef X
};

/* Where it stands, or would stand. */
static size_t
place_of(const struct form_values *v, struct str field)
{
	size_t i = 0;

	while (i < v->len && str_cmp(v->at[i].field, field) < 0)
		i++;
	return i;
}

struct str
form_value(const struct form_values *v, struct str field)
{
	size_t i = place_of(v, field);

	return i < v->len && str_eq(v->at[i].field, field) ? v->at[i].text : STR_NONE;
}

void
form_value_put(struct arena *a, struct form_values *v, struct str field, struct str text)
{
	size_t             i = place_of(v, field);
	struct form_value *more;

	if (i < v->len && str_eq(v->at[i].field, field)) {
		v->at[i].text = text;
		return;
	}
	more = ARENA_ARRAY(a, struct form_value, v->len + 1);
	for (size_t k = 0; k < v->len; k++)
		more[k < i ? k : k + 1] = v->at[k];
	more[i] = (struct form_value){ field, text };
	v->at = more;
	v->len++;
}
