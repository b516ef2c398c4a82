/* reply.h - what a unit says about a verdict on a target of its own. */
#ifndef VIEW_REPLY_H
#define VIEW_REPLY_H

#include "view/show.h"

/* "Havnekontoret, 3. maj 2026: Der er 41 i dag. (måler målet)"; nothing without one. */
void reply_show(struct page *p, const struct reply *r);

/* " (måler målet)": how an answer stands to its goal, by its code; nothing without one. */
void reply_answers(struct page *p, struct str code);

#endif
