/* need_class.h - the classes of a graded indicator, such as the need classes of a safety
 * index, and which area was in which class when.
 *
 * An indicator is graded when the register has classes for it. A class holds the
 * figures from its lower end up to, not including, its upper end; where a rule set was
 * replaced by another its classes have a last day. Of a figure that is withheld no
 * class is known here.
 */
#ifndef MODEL_NEED_CLASS_H
#define MODEL_NEED_CLASS_H

#include "model/indicator_view.h"

struct need_class {
	struct named  name;
	int64_t       rank;             /* 1: the least need */
	bool          has_lower, has_upper;
	struct number lower, upper;
	bool          in_need;          /* counts as in need */
	bool          has_start, has_end;
	int32_t       starts, ends;     /* `ends` exclusive */
	struct source source;
	struct recorded recorded;
};

/* One area in one year. */
struct need_cell {
	const struct measured_view *at;         /* NULL: not measured */
	const struct need_class    *class_;     /* NULL: none is known */
	bool                        uncertain;  /* the figure may lie in another class */
};

struct need_row {
	struct named              area;
	const struct series_view *series;
	struct need_cell         *cell; /* one for each year */
};

struct need_year {
	int     year;
	size_t *count;                  /* areas in each class */
	size_t  in_need, unknown;       /* areas without a class: not measured, withheld */
	const struct measured_view *counted;    /* by the indicator that counts them; NULL */
};

struct graded {
	struct need_class *class_;      /* by rank; none: the indicator is not graded */
	size_t             classes;
	struct need_row   *row;         /* by title */
	size_t             rows, rows_cap;
	struct need_year  *year;        /* oldest first; measured or counted */
	size_t             years;
	struct named       counted_by;  /* the indicator that counts areas in need; may be empty */
	enum unit          counted_in;
	struct series_view counted;     /* of the city */
	const struct barometer_row **target;    /* what is promised about it */
	size_t             targets;
};

#endif
