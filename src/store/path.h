/* path.h - where a database is, or is to be: what SQLite would say too late, or not at all.
 */
#ifndef STORE_PATH_H
#define STORE_PATH_H

#include "store/driver.h"

/* Not a folder, a pipe, nothing; absent only when it may be made. */
MUST_CHECK bool path_is_good(struct store *s, const char *path, bool create);
bool            path_is_absent(const char *path);

/* Nothing there, or an empty file; and no log of a database that once was there,
 * which SQLite would take for the new one's. `replace`: there is a file to be replaced. */
MUST_CHECK bool path_is_free(struct store *s, struct str url, bool *replace);

/* What is made new: an empty file beside `url`, which is moved to `url` when it is whole, over
 * nothing unless `replace` says so, or else is removed with what the engine has beside it. */
MUST_CHECK bool path_beside(struct store *s, struct str url, struct str *ret);
MUST_CHECK bool path_settle(struct store *s, struct str made, struct str url, bool replace);
void            path_remove(struct store *s, struct str made);

#endif
