/* barometer.h - every target of the register with its verdict, as it is shown.
 *
 * Filled by app/judge, read by the terminal, the pages and the encoders. Titles
 * are Danish with an English one where there is a translation.
 */
#ifndef MODEL_BAROMETER_H
#define MODEL_BAROMETER_H

#include "core/evaluate.h"

struct named {                          /* a thing as people see it */
	struct str id, title, title_en; /* title_en empty: not translated */
};

struct barometer_row {
	const struct target    *target;
	struct named            policy, theme, objective, initiative, indicator, promise;
	struct str              unit;           /* short name of the committee or administration */
	enum unit               measure;        /* what the indicator counts in */
	struct str              policy_starts;  /* ISO date; may be empty */
	int64_t                 theme_rank, objective_rank;
	int32_t                 as_of;
	struct judgement        judgement;
};

struct barometer {
	struct barometer_row *at;       /* by policy (newest first), theme, objective, target id */
	size_t                len;
	struct str            authority;
};

/* What its figures are in: a difference between shares is in points. */
enum unit barometer_measure(const struct barometer_row *r);

/* The figures of a row as people read them. */
void barometer_latest(struct buf *b, const struct barometer_row *r, bool danish);
void barometer_required(struct buf *b, const struct barometer_row *r, bool danish);
void barometer_pace(struct buf *b, const struct barometer_row *r, bool danish);

/* The title in the reader's language where there is one; `*danish` is set to the
 * language it came in. */
struct str named_title(const struct named *n, bool *danish);

#endif
