/* same_line.h - is a form about a line of the budget? By number and words together,
 * never by number alone; without a number only by the same title. */
#ifndef RECOGNISE_SAME_LINE_H
#define RECOGNISE_SAME_LINE_H

#include "recognise/titles.h"

struct line_name {
	struct str   number;
	struct title title, heading;    /* heading: what stands above a form; may be empty */
};

bool same_line(const struct line_name *line, const struct line_name *form);

#endif
