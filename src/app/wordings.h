/* wordings.h - the times that texts about initiatives promise, each text read once.
 *
 * The text of a version never changes, so what was read of it outlives the edition that
 * asked: after a change only the texts that the change brought are read. What it means on
 * a day (kept, late) is followups.h's.
 */
#ifndef APP_WORDINGS_H
#define APP_WORDINGS_H

#include "app/snapshot.h"
#include "core/frequency.h"

struct wording {
	uint32_t         at, end;       /* bytes of the text: "ultimo april 2009" */
	bool             recurs;        /* `every`, else `due`, which is dated */
	struct period    due;
	struct frequency every;         /* in months */
};

struct wording_list {
	const struct wording *at;       /* in the order of the text, what recurs behind the dates */
	size_t                len;
};

struct wordings;

/* In `a`, with everything that is kept. */
struct wordings *wordings_new(struct arena *a);

/* Of how an initiative is to be followed up: every date, and what recurs by the month or more
 * seldom. `k` NULL: it is read anew, into `a`. */
struct wording_list wordings_planned(struct arena *a, struct wordings *k, const struct noun_row *row,
                                     size_t column);

/* Of a status: the dates by which it says that something will be followed up. */
struct wording_list wordings_promised(struct arena *a, struct wordings *k,
                                      const struct noun_row *row, size_t column);

#endif
