/* asset.h - the files that pages load: style sheet, script, letters, icons.
 *
 * tools/assets.sh makes one bundle of them (base/bundle.h), which is part of the
 * program. An address names its content, "/assets/f2ab349f3fbda950/site.css", so
 * that a browser may keep it for good; style sheets name others as "../HASH/NAME".
 */
#ifndef VIEW_ASSET_H
#define VIEW_ASSET_H

#include "view/html.h"

struct asset {
	struct str name;                /* "site.css" */
	struct str hash;                /* of the bytes */
	struct str media;
	struct str bytes;
};

/* One after the other; false: there are no more. */
MUST_CHECK bool asset_at(size_t i, struct asset *ret);

/* False: there is none of that name. */
MUST_CHECK bool asset_find(struct str name, struct asset *ret);

/* Where a file of ours is served, of which the name is known to be right. */
void asset_href(struct buf *b, const char *name);

#endif
