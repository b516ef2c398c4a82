/* about_view.h - what the pages about the site say of the register, and the worked
 * example of the published rule.
 */
#ifndef MODEL_ABOUT_VIEW_H
#define MODEL_ABOUT_VIEW_H

#include "core/evaluate.h"

struct about_view {
	int64_t policies, indicators, targets, documents;       /* how many there are now */
	int64_t changes;                /* recorded acts, ever */
	bool    has_changed;
	int32_t changed;                /* day of the newest change */
};

/* A count in a year, judged after its first quarter by the rule itself. */
struct method_example {
	struct number    promised, done;
	int32_t          opens, due, measured;          /* days; ends are exclusive */
	struct number    a_day, needed_a_day;           /* four decimals */
	struct judgement judgement;
};

#endif
