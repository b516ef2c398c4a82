/* sources.h - figures that come by themselves, from a bureau's table or from a file.
 *
 * A source (model/nouns.h) says what is asked for and what its codes are here. All that it
 * brings is one change, or nothing is. A figure that the bureau revised is a new version;
 * one that is as before costs nothing.
 *
 * When what the bureau calls a code changed, its unit, or a code is gone, or it notes a break,
 * the series is broken: that is kept as a proposal (source_break.h), and nothing is written
 * until a person decides, or changes the source. Sources are made in source_add.h.
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
	struct str          unit;       /* as the bureau has it; may be empty */
	bool                unmodified; /* the bureau said so: nothing was looked at */
	struct source_item *at;
	size_t              len, count[3];      /* by enum source_news */
	struct str         *unmapped;
	size_t              unmapped_len;
	int64_t             change;     /* 0: none was needed */
};

/* Problems of bureau, mapping or series are diags; of the store, left there. What came of
 * it is kept in the log, but for a dry run. */
MUST_CHECK bool sources_fetch(struct arena *a, struct store *s, struct str key,
                              const struct sources_how *how, struct diags *d,
                              struct sources_found *ret);

/* What a source would bring that is not in the register yet: a row as source_row() or a
 * form makes it. Writes nothing. */
MUST_CHECK bool sources_try(struct arena *a, struct store *s, struct str key,
                            const struct noun_row *row, const struct sources_how *how,
                            struct diags *d, struct sources_found *ret);

/* ---- what came of it ---- */

#define SOURCE_OUTCOMES(X) \
	X(NEWS, "news") X(NOTHING_NEW, "nothing_new") X(BROKEN, "broken") X(FAILED, "failed")

enum source_outcome {
#define X(id, code) SOURCE_##id,
	SOURCE_OUTCOMES(X)
#undef X
	SOURCE_OUTCOME_COUNT
};

struct source_line {
	struct str key, title, table, updated;
	int64_t    fetched;             /* UTC seconds; 0: never */
	struct str kind, indicator;     /* a code; a key */
	bool       broken;              /* a break waits for a decision */
	bool       tried;               /* it was fetched, or was to be: `last` tells how that ended */
	enum source_outcome last;
	struct str problem;             /* of a last one that failed */
};

MUST_CHECK bool sources_list(struct arena *a, struct store *s, struct source_line **ret, size_t *len);

struct source_event {
	struct str          source;     /* key */
	int64_t             at;         /* UTC seconds */
	enum source_outcome outcome;
	struct str          words;
	int64_t             change;     /* 0: none */
};

struct str source_outcome_code(enum source_outcome o);
/* Newest first; `key` empty: of all. */
MUST_CHECK bool sources_log(struct arena *a, struct store *s, struct str key,
                            struct source_event **ret, size_t *len);

#endif
