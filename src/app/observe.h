/* observe.h - measurements in bulk from CSV: validated, keyed, in one change.
 *
 * Columns as in observation.csv of a data package; `indicator` and `value` are
 * required, and either `from` and `to` (ISO days, `to` exclusive) or `period`
 * (words: "2010", "1. kvartal 2009"). Others may be left out: area is the
 * authority's, group everybody, method the newest version. A value may be a
 * missing symbol. The separator is a comma, semicolon or tab. A row that is
 * already there with the same value changes nothing; with another value it is a
 * correction. Streams: memory does not grow with the file.
 */
#ifndef APP_OBSERVE_H
#define APP_OBSERVE_H

#include "app/things.h"

struct observe_count {
	size_t rows, added, corrected, same;
};

/* Does the first line of a CSV file name an observation file's columns? */
bool observe_is_header(struct str first_line);

/* Rows of the open file `fd` (named `name` in problems) into the running
 * transaction, as of change `change`. `strict`: rows carry since and until (a
 * package); `change` is then ignored. Problems are diags with line. */
MUST_CHECK bool observe_read(struct store *s, struct things *t, int fd, struct str name,
                             int64_t change, bool strict, struct diags *d,
                             struct observe_count *ret);

#endif
