/* duties.h - the annual wheel of an edition: its duties, who owes them in which period,
 * and what has come.
 *
 * A status is owed for each initiative, by its unit; a measurement for the indicators of
 * a unit; anything else by the unit of the duty, or without one by each unit that has
 * initiatives or objectives in the policy. An answer is: a status form for that period;
 * a status report that was stated after the due day before and not after this one; a
 * measurement of the period; a delivery. A unit whose own answer is not there is answered
 * for by one below it.
 */
#ifndef APP_DUTIES_H
#define APP_DUTIES_H

#include "app/edition.h"
#include "model/form_view.h"
#include "model/task.h"
#include "model/wheel_view.h"

struct wheel {
	const struct snapshot  *sn;
	struct duty            *duty;   /* beside `row` */
	enum duty_kind         *kind;
	const struct noun_row **row;
	size_t                  len;
};

struct wheel wheel_read(struct arena *a, const struct snapshot *sn);
/* The place of a duty, or wheel.len. */
size_t       wheel_find(const struct wheel *w, int64_t duty);

/* The first and the last year in which something is due before `until`; 0: none. */
void         wheel_years(struct arena *a, const struct wheel *w, int32_t until, int *first,
                         int *last);

struct owed_ask {
	int32_t                  from, to;      /* planned due days, half open */
	int32_t                  today;         /* what is known, and what is late */
	int64_t                  unit;          /* with those under it; 0: all */
	int64_t                  policy;        /* 0: all */
	const struct form_heads *forms;         /* NULL: of the register alone */
};

/* Everything that is due in these days, in `a`. */
struct owed_list duties_owed(struct arena *a, const struct edition *ed, const struct wheel *w,
                             const struct owed_ask *ask);

/* The status forms that duties_owed() looks at, and no more. False: a problem in the store. */
MUST_CHECK bool owed_forms(struct arena *a, struct store *s, const struct wheel *w,
                           const struct owed_ask *ask, struct form_heads *ret);

/* No duty of the register is counted from itself. A diag each. False: one is, or a
 * problem in the store. */
MUST_CHECK bool duties_check(struct arena *a, struct store *s, const struct things *t,
                             struct str where, struct diags *d);

#endif
