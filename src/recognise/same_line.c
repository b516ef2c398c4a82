#include "recognise/same_line.h"

bool
same_line(const struct line_name *line, const struct line_name *form)
{
	const struct title *l = &line->title;

	if (form->number.len == 0 || line->number.len == 0)
		return l->len > 0 && str_eq(l->folded, form->title.folded);
	return str_eq(line->number, form->number) &&
	    (title_shared(l, &form->title) > 0 || title_shared(l, &form->heading) > 0 ||
	     title_is_short_for(l, &form->title) || title_is_short_for(l, &form->heading));
}
