/* edition.h - the register as a reader sees it: everything but the measurements,
 * in memory, judged as of one day.
 *
 * Made once and read by every page until the register changes, so a page asks the
 * database for little more than the measurements it draws. Those are read with
 * observations_load(a, ed->store, &ed->sn, indicator, &m), where small numbers are
 * withheld. Belongs to one thread.
 */
#ifndef APP_EDITION_H
#define APP_EDITION_H

#include "app/audit_register.h"
#include "app/budget_view.h"

struct edition {
	struct arena          *arena;
	struct store          *store;   /* for measurements */
	const struct things   *things;
	struct snapshot        sn;      /* every noun */
	struct judge_when      when;
	struct barometer       judged;  /* every target */
	struct overviews       economy; /* by section */
	struct audit_report    audit;   /* of the register */
	struct named           authority;
};

/* Everything is in `a`. `now`: only the judgements, the economy and the findings
 * are made anew, for another day; its snapshot is borrowed. NULL: all of it. False:
 * a problem in the store or a diag. */
MUST_CHECK bool edition_make(struct arena *a, struct store *s, const struct edition *now,
                             struct judge_when when, struct diags *d, struct edition *ret);

/* The row of a target, by the target's id; NULL: there is none. */
const struct barometer_row *edition_target(const struct edition *ed, struct str id);

/* The thing with this key, or NULL. */
const struct noun_row *edition_thing(const struct edition *ed, enum noun noun, struct str key);

#endif
