/* rebase_view.h - an indicator is measured in a new way: what is asked, and what that does
 * to the targets that it checks, old beside new.
 */
#ifndef MODEL_REBASE_VIEW_H
#define MODEL_REBASE_VIEW_H

#include "model/barometer.h"

enum rebase_effect {
	REBASE_NONE,                    /* the target is not judged by levels of the series */
	REBASE_MOVES,                   /* a change: it stays, and the level moves */
	REBASE_WAITS,                   /* a change, and nothing is measured in the new way yet */
	REBASE_STANDS,                  /* a level: it stays where it is */
};

struct rebase_target {
	struct barometer_row before, after;
	enum rebase_effect   effect;
};

struct rebase_view {
	struct named          indicator;
	int64_t               version;  /* of the new method; 0: there is no such indicator */
	struct str            last;     /* newest figure of the whole city, "59,90 pct. (august 2008)" */
	struct str            period;   /* its period, as it is asked for */
	bool                  shown;    /* what it does to the targets was computed */
	struct rebase_target *at;
	size_t                len;
	struct str            seen;     /* of what was sent; goes along with the form */
};

#endif
