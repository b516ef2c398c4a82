/* site_source.h - files of a published site that programs of others make from another one:
 * what comes out is the same while that is, and is kept instead of being made again.
 *
 * SOURCES_FILE in the site names them for the next time, as SHA256SUMS does, each with the
 * hash of what it was made from.
 */
#ifndef WEB_SITE_SOURCE_H
#define WEB_SITE_SOURCE_H

#include "base/arena.h"

#define SOURCES_FILE "pejl-sources.txt"

/* What the file at `target` is made from: an address, and how it is made of it (a text that
 * changes with that). False: it is no such file. */
MUST_CHECK bool site_source(struct arena *a, struct str target, struct str *ret, struct str *how);

#endif
