#include "model/account_view.h"

const struct account_view *
account_of(const struct accounts_view *v, int64_t id)
{
	for (size_t i = 0; i < v->len; i++)
		if (v->at[i].id == id)
			return &v->at[i];
	return NULL;
}
