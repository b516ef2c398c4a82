#include "app/findings_about.h"

void
findings_about_add(struct findings_about *f, const struct noun_row *row)
{
	struct source s;

	if (row == NULL)
		return;
	s = snapshot_source(&f->ed->sn, row);
	ARENA_GROW(f->a, f->place, f->places, &f->cap);
	f->place[f->places++] = s.document.len == 0
	    ? things_reference(f->ed->things, f->a, NOUN_ANY, row->id)
	    : arena_printf(f->a, STR_FMT ":%u:%u", STR_ARG(s.document), s.line, s.column);
}

static bool
is_here(const struct findings_about *f, const struct finding *found)
{
	struct str at = found->line == 0 ? found->file
	    : arena_printf(f->a, STR_FMT ":%u:%u", STR_ARG(found->file), found->line,
	          found->column);

	for (size_t i = 0; i < f->places; i++)
		if (str_eq(f->place[i], at))
			return true;
	return false;
}

size_t
findings_about_find(struct findings_about *f, const struct finding ***ret)
{
	const struct audit_report *r = edition_audit(f->ed);
	const struct finding     **at = ARENA_ARRAY(f->a, const struct finding *, r->findings + 1);
	size_t                     n = 0;

	for (size_t i = 0; i < r->findings; i++)
		if (is_here(f, &r->finding[i]))
			at[n++] = &r->finding[i];
	*ret = at;
	return n;
}
