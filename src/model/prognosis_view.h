/* prognosis_view.h - what was expected of an indicator, and what came of it.
 *
 * Filled by app/prognoses. A prognosis is no measurement: it stands beside them, with
 * the day it was stated, and is scored when the measurement of its period is there and
 * shown. Where either of them is withheld there is no score.
 */
#ifndef MODEL_PROGNOSIS_VIEW_H
#define MODEL_PROGNOSIS_VIEW_H

#include "core/prognosis.h"
#include "model/barometer.h"
#include "model/record.h"

struct prognosis {
	struct str                id;
	struct observation        said;         /* its period and figure, where it stands */
	struct named              unit;         /* who said so; no id: not known */
	struct worded             note;         /* empty with a figure that is withheld */
	int32_t                   stated;
	const struct observation *came;         /* the measurement of that period; NULL: not yet */
	bool                      scored;
	struct prognosis_score    score;
	int64_t                   days;         /* from when it was stated to the period's end */
	bool                      newest;       /* of those about its period */
	struct recorded           recorded;
};

struct prognoses {
	struct prognosis *at;           /* by period, then by the day they were stated */
	size_t            len;
};

struct prognosis_tally {                /* of a unit */
	size_t points, points_near;     /* scored, of percentages; near */
	size_t others, others_near;     /* of other figures */
	size_t waiting;                 /* what they are about has not been measured */
};

#endif
