/* site.h - everything that is public as files, to be served by any web server.
 *
 * Begins at the barometer in each language and follows every link, answered by the
 * dispatcher as a reader without an account is answered; nothing else can get in. What
 * needs a server is left out by the pages themselves (page.h, `fixed`). Files are written
 * into a new folder beside `folder`, those that did not change are shared with it, and the
 * two change places in one step; when anything fails the old one stays.
 *
 * SHA256SUMS in it names every other file, for sha256sum(1) and for the next time.
 */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include "base/arena.h"
#include "base/diag.h"

struct site_how {
	struct str db, folder;
	struct str url;                 /* "https://pejl.example.dk", where it will stand; empty: unknown */
};

struct site_made {
	size_t pages, files;            /* files: all of them */
	size_t written, removed;        /* that were not there so */
	size_t bytes;                   /* of all */
	bool   unchanged;               /* the register, the program and the day are those of last time */
};

/* False with diags: nothing was changed. */
MUST_CHECK bool site_publish(struct arena *a, const struct site_how *how, struct diags *d,
                             struct site_made *ret);

/* Every file is as it was written, and every link of every page leads to one. A diag each
 * where not, and false. */
MUST_CHECK bool site_check(struct arena *a, struct str folder, struct diags *d, size_t *files,
                           size_t *links);

#endif
