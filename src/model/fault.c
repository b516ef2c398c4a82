#include "model/fault.h"

bool
fault_add(struct faults *f, struct str field, const char *words, struct str with)
{
	if (f->len == FAULTS_MAX)
		return false;
	ARENA_GROW(f->arena, f->at, f->len, &f->cap);
	f->at[f->len++] = (struct fault){ str_dup(f->arena, field), words, str_dup(f->arena, with) };
	return false;
}

const struct fault *
fault_of(const struct faults *f, struct str field)
{
	for (size_t i = 0; i < f->len; i++)
		if (str_eq(f->at[i].field, field))
			return &f->at[i];
	return NULL;
}
