/* releases.h - reports that were laid before the council: kept letter by letter, never
 * changed. A correction is a new one that says which it corrects, and why.
 */
#ifndef APP_RELEASES_H
#define APP_RELEASES_H

#include "app/deed.h"
#include "app/edition.h"
#include "app/report_view.h"
#include "model/release_view.h"

/* Newest first. Asks the database nothing. */
struct release_list release_list(struct arena *a, const struct edition *ed);
struct release_row  release_row(struct arena *a, const struct edition *ed,
                                const struct noun_row *row);

/* Its title in both languages; nothing where there is none. */
struct named        release_named(struct arena *a, const struct snapshot *sn, int64_t id);

/* The one of the same kind and policy that was laid before it; NULL: it is the first. */
const struct release_row *release_before(const struct release_list *l,
                                         const struct release_row *of);

/* One part of it, as it was laid. False: a problem in the store. Empty: there is none. */
MUST_CHECK bool release_text(struct arena *a, struct store *s, int64_t release,
                             enum release_part part, struct str *ret);

/* How it was asked for, to make it again by the register as it was known then. */
struct report_ask release_ask(const struct edition *ed, const struct noun_row *row);

/* In which releases a thing stands ("indicator", its key). Asks the database once an
 * edition. */
struct release_mentions release_mentions(struct arena *a, const struct edition *ed,
                                         const char *kind, struct str key);

/* ---- laying one ---- */

struct release_lay {
	const struct report_paper   *paper;
	const struct release_frozen *frozen;
	struct str                   corrects, reason;  /* a key, and why; empty: none */
};

#define RELEASE_REASON_MAX 1000         /* letters */

/* A problem in what was asked, in English, for say(); empty: none. */
const char *release_flaw(const struct edition *ed, const struct release_lay *l);

/* Inside a transaction that has made `change`. `*key`: of the new release. False: a problem
 * in the store; DEED_STALE, in `*stale`: the register has changed since the report was made. */
MUST_CHECK bool release_write(struct arena *a, struct store *s, const struct release_lay *l,
                              int64_t change, struct str today, struct str *key);
/* Is the newest change the one that the report was made by? */
MUST_CHECK bool release_is_fresh(struct store *s, const struct release_lay *l, bool *ret);

/* The whole act, on the command line. */
MUST_CHECK bool release_lay(struct arena *a, struct store *s, const struct release_lay *l,
                            const struct act *act, struct diags *d, struct str *key);

#endif
