/* sources.h - figures that come by themselves from a bureau's table.
 *
 * A source (model/nouns.h) says what is asked for and what its codes are here. All that it
 * brings is one change, or nothing is. A figure that the bureau revised is a new version;
 * one that is as before costs nothing. When what the bureau calls a code changed, or a code
 * is gone, the series is broken: that is said, and nothing is written until the source is
 * changed, or the indicator has a new way of measuring (METHOD) from there on.
 */
#ifndef APP_SOURCES_H
#define APP_SOURCES_H

#include "app/change.h"
#include "app/source_table.h"
#include "core/access.h"
#include "model/observation.h"
#include <stdatomic.h>

struct sources_how {
	struct act act;                 /* `why` is made from the table's name when empty */
	struct str hosts;               /* see source_reach.h */
	bool       allow_private;
	int64_t    wait_ms;             /* see port/fetch.h */
	const atomic_bool *stop;        /* see port/fetch.h; NULL: never */
	bool       dry_run;             /* only what would come */
	bool       all;                 /* with all other sources, as by the timer */
	int64_t    run;                 /* that ends with it, see source_log.h; 0: it is logged when
	                                 * it writes */
	const struct actor *who;        /* the trail tells of her; NULL: of nobody */
};

enum source_news { SOURCE_NEW, SOURCE_REVISED, SOURCE_SAME };

struct source_item {
	struct observation_row row;
	struct str             code;    /* of the period */
	enum source_news       news;
	struct str             was, is; /* figures; "" with news NEW; "…": missing */
};

struct sources_found {
	struct str          table, updated;
	bool                unmodified; /* the bureau said so: nothing was looked at */
	struct source_item *at;
	size_t              len, count[3];      /* by enum source_news */
	struct str         *unmapped;
	size_t              unmapped_len;
	int64_t             change;     /* 0: none was needed */
};

/* Problems of bureau, mapping or series are diags; of the store, left there. */
MUST_CHECK bool sources_fetch(struct arena *a, struct store *s, struct str key,
                              const struct sources_how *how, struct diags *d,
                              struct sources_found *ret);

struct source_line {
	struct str key, title, table, updated;
	int64_t    fetched;             /* UTC seconds; 0: never */
};

MUST_CHECK bool sources_list(struct arena *a, struct store *s, struct source_line **ret, size_t *len);

#endif
