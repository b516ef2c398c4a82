/* measure.h - measurements by hand: one, or a grid pasted from a spreadsheet. What was
 * sent is read back with faults and questions; when it comes again with the questions
 * confirmed it is written, as one change with its row in the trail. Who may: RIGHT_MEASURE
 * for the unit of the indicator.
 *
 * Fields of the form: grid, or period, value, preliminary, area, group; why, show, seen,
 * stands, and ok-MARK of each row that is asked about.
 *
 * A grid is long (a row a measurement) or wide, as people have it in spreadsheets: areas
 * or groups down, periods across. It is wide when its first row names periods behind
 * its first cell, which is none.
 */
#ifndef APP_MEASURE_H
#define APP_MEASURE_H

#include "app/edit.h"
#include "app/observations.h"
#include "model/measure_view.h"

#define MEASURE_PATH     "work/measure"
#define MEASURE_ROWS_MAX 1000           /* measurements at a time */

/* The indicators that she may measure, what is overdue first. */
MUST_CHECK bool measure_list(struct arena *a, struct store *s, const struct actor *who,
                             const struct edit_ask *ask, struct measure_lines *ret);

/* One indicator. DEED_OPEN, or DEED_MISSING, DEED_DENIED, DEED_FAILED. */
enum deed_state measure_view_of(struct arena *a, struct store *s, const struct actor *who,
                                const struct edit_ask *ask, struct measure_view *ret);

/* A deed; `ret` as far as it came. DEED_OPEN: it was read back, nothing is kept. */
enum deed_state measure_save(struct deed *d, const struct edit_ask *ask, struct measure_view *ret);

/* ---- for measure_*.c ---- */

struct measure {
	struct arena           *a;
	struct store           *s;
	const struct edit_ask  *ask;
	const struct snapshot  *sn;
	const struct noun_row  *indicator;
	struct measured         now;    /* what is recorded */
	enum unit               unit;
	struct measured        *rest;   /* of the indicators that make 100 per cent with it */
	size_t                  rests;
	struct measure_view    *to;
	size_t                  cap;    /* of to->at */
};

struct measure_row *measure_row_new(struct measure *m);

/* The grid as it was sent: a blank before the first heading is a cell. Empty: none was. */
struct str measure_pasted(const struct posted *form);

/* What was pasted, cut into rows of words: none of them is understood yet. */
void measure_grid(struct measure *m, struct str text, struct faults *f);

/* The indicators that make 100 per cent with this one. False: a problem in the store. */
MUST_CHECK bool measure_rest(struct measure *m);

/* The rows of the form into `m->to->at`, each with what is wrong with it; faults are about
 * the form as a whole. False: a problem in the store. */
MUST_CHECK bool measure_read(struct measure *m, struct faults *f);

/* Asks about the rows, which can all be read. */
void measure_ask(struct measure *m);

#endif
