/* thing_page.h - the page of this site on which a thing is shown: its own, or that of
 * what it belongs to ("the activity stands on the page of its initiative").
 */
#ifndef MODEL_THING_PAGE_H
#define MODEL_THING_PAGE_H

#include "model/barometer.h"
#include "model/noun.h"

struct thing_page {
	const char *path;               /* "indicator", as in page_href(); NULL: there is none */
	const char *asks;               /* "policy": `id` stands behind "?policy="; else NULL */
	struct str  id;                 /* of the thing whose page it is; empty: a list */
	struct str  part;               /* "target-x": where on the page; may be empty */
};

struct thing_shown {                    /* a thing, and where it can be read about */
	enum noun         noun;
	struct named      thing;
	struct thing_page page;
};

#endif
