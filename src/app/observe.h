/* observe.h - measurements in bulk from CSV: validated, keyed, in one change.
 *
 * Columns as in observation.csv of a data package; `indicator` and `value` are
 * required, and either `from` and `to` (ISO days, `to` exclusive) or `period`
 * (words: "2010", "1. kvartal 2009"). Others may be left out: area is the
 * authority's, group everybody, method the newest version. A value is a decimal
 * with a point, or a missing symbol; where semicolons separate, a decimal comma
 * is read too, and what can be read two ways is refused. A row that is already
 * there with the same figure changes nothing; with another one it is a
 * correction. Streams: memory does not grow with the file.
 */
#ifndef APP_OBSERVE_H
#define APP_OBSERVE_H

#include "app/things.h"
#include "model/observation.h"

struct observe_count {
	size_t rows, added, corrected, same;
};

/* Does the first line of a file name an observation file's columns? */
bool observe_is_header(struct str first_line);

/* Rows of the open file `fd` (named `name` in problems) into the running
 * transaction. `change`: what they are recorded in; 0: rows of a package, which
 * carry since and until themselves. Problems are diags with line; the first
 * hundred are kept. */
MUST_CHECK bool observe_read(struct store *s, const struct things *t, int fd, struct str name,
                             int64_t change, struct diags *d, struct observe_count *ret);

/* Rows from memory, no two of one measurement, into the running transaction, recorded in
 * `change`. */
MUST_CHECK bool observe_put(struct store *s, const struct observation_row *row, size_t len,
                            int64_t change, struct observe_count *ret);

#endif
