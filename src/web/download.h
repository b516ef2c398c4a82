/* download.h - what readers take away: files with a name of their own.
 *
 * The name is made of keys ("indikator-i-arbejde.csv"): letters, digits and '-'.
 */
#ifndef WEB_DOWNLOAD_H
#define WEB_DOWNLOAD_H

#include "export/grid.h"
#include "web/handlers.h"

/* The reply is a file of this media type, to be saved. */
void download_as(struct request *rq, struct str media, struct str name);

/* ?profile=: rfc4180 (as without it) or excel-da. False: another, which is a 400. */
MUST_CHECK bool download_profile(struct request *rq, enum grid_profile *ret);

/* The statuses of the replies. */
int  download_csv(struct request *rq, const struct grid *g, struct str name);
int  download_xlsx(struct request *rq, const struct grid *at, size_t n, int32_t made,
                   struct str name);

/* Writes a spreadsheet; false: it is too large for one. */
typedef bool download_writer(struct arena *a, const void *from, const struct parts *to);
int  download_sheets(struct request *rq, download_writer *write, const void *from,
                     struct str name);

#endif
