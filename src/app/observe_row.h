/* observe_row.h - one line of an observation file -> one row of the register. */
#ifndef APP_OBSERVE_ROW_H
#define APP_OBSERVE_ROW_H

#include "app/snapshot.h"
#include "model/observation.h"

/* Column names, in the order of a package's observation.csv. */
#define OBSERVE_COLUMNS(X)                                                   \
	X(indicator) X(area) X(group) X(from) X(to) X(precision) X(method)   \
	X(value) X(qualifier) X(high) X(sample) X(effect) X(missing)         \
	X(assumed) X(preliminary) X(breaks) X(since) X(until) X(line) X(col) \
	X(period)

enum observe_column {
#define X(name) OBSERVE_##name,
	OBSERVE_COLUMNS(X)
#undef X
	OBSERVE_COUNT
};

extern const struct str observe_name[OBSERVE_COUNT];

struct observe_context {
	const struct things *things;
	struct snapshot      sn;        /* AUTHORITY, INDICATOR, METHOD */
	int64_t             *method;    /* newest version by indicator's id, 0: 1 */
	size_t               methods;
	int64_t              change;    /* 0: rows carry since and until */
	bool                 comma;     /* decimal commas are read */
	bool                 has[OBSERVE_COUNT];
};

/* What rows are read with; in observe.c. `change` as in observe_read(). */
MUST_CHECK bool observe_open(struct observe_context *x, struct arena *a, struct store *s,
                             const struct things *t, int64_t change);

/* Reads `cell`s into `*ret`; empty: fine, else what is wrong in one line, with
 * the column it is in as `*column`. */
struct str observe_row(struct observe_context *x, const struct str *cell,
                       struct observation_row *ret, enum observe_column *column);

#endif
