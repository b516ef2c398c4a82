/* site_name.h - the files of a published site, and how they link to each other.
 *
 * An address of the server becomes one file: "/da/" is "da/index.html",
 * "/da/indicator/x" is "da/indicator/x.html", "/api/v1/indicators/x" is
 * "api/v1/indicators/x.json", "/api/v1/indicators/x.csv?lang=da" is
 * "api/v1/indicators/x~lang=da.csv". Links are relative, so that the site works in any
 * folder of any server.
 */
#ifndef WEB_SITE_NAME_H
#define WEB_SITE_NAME_H

#include "base/arena.h"
#include "base/buf.h"

/* The target without "as_of=": there is no end of days, so a link to one leads to the newest. */
struct str site_newest(struct arena *a, struct str target);

/* False: it is not published: what needs a server (the staff's pages, forms, reports that
 * other programs print), what watches it, and what is no address of ours. */
MUST_CHECK bool site_file(struct arena *a, struct str target, struct str *ret);

/* How a page in the file `from` links to the file `to`: "../indicators.html". */
struct str site_relative(struct arena *a, struct str from, struct str to);

/* Where an address of a page leads; `of` is the caller's. Empty: as it is. */
typedef struct str site_leads(void *of, struct str target);

/* The page with each address in href, src and action led anew, and each whole one in content; what stands behind "#" is
 * kept, and an address that is no more than that is not asked for. */
void site_relink(struct buf *b, struct str html, site_leads *leads, void *of);

#endif
