/* indicators.h - the measured rows of a document's indicator tables. Inside
 * audit/ only. */
#ifndef AUDIT_INDICATORS_H
#define AUDIT_INDICATORS_H

#include "audit/spoken.h"
#include "recognise/titles.h"

#define ROWS_MAX 100            /* of a document; more are left alone */

struct measured {
	struct title          title;
	const struct field   *target, *goal;    /* NULL: not there */
	struct reading        before, after;    /* baseline and latest, when has_* */
	bool                  has_before, has_after;
};

struct rows {
	struct measured *at;
	size_t           len;
};

struct rows rows_read(struct audit *x);

/* The one row that the words speak of: most of its title's words, at least
 * `least`, and more than any other row. NULL: none, or several. */
const struct measured *rows_spoken_of(const struct rows *r, const struct title *words, size_t least);

/* The only figure of a cell. */
bool cell_figure(struct audit *x, const struct field *f, struct reading *ret);

#endif
