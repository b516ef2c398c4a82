/* diag.h - problems found in somebody's data, collected instead of printed.
 *
 * An import reports every problem of a file, not only the first. The CLI prints
 * the list, the web shows it beside the form, a test compares it.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/buf.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

struct diag {
	struct diag    *next;
	enum diag_level level;
	struct str      where;          /* file, database, sheet or field */
	size_t          line, column;   /* from 1; 0: the whole of `where` */
	struct str      message;        /* one line, no trailing dot */
	struct str      hint;           /* what to do; may be empty */
};

struct diags {
	struct arena *arena;            /* owns every diag and its text */
	struct diag  *first, **tail;
	size_t        errors, count;    /* `count` stops listing at DIAGS_MAX */
};

#define DIAGS_MAX 100

struct diags diags_new(struct arena *a);

/* All texts are copied. Returns false, so that `return diag_error(...)` reads
 * well in a function that says whether it succeeded. Past DIAGS_MAX problems
 * are counted and no longer kept. */
bool diag_add(struct diags *d, struct diag problem);
bool diag_error(struct diags *d, struct str where, size_t line, struct str message,
                struct str hint);

/* "WHERE:LINE:COLUMN: error: MESSAGE (HINT)\n" for each, then how many more. */
void diags_write(const struct diags *d, struct buf *out);

#endif
