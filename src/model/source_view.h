/* source_view.h - figures from bureaus as the staff sees them: the sources, what one of them
 * asks for in words, each time that it was asked, and what came of it.
 */
#ifndef MODEL_SOURCE_VIEW_H
#define MODEL_SOURCE_VIEW_H

#include "model/barometer.h"

/* id, code. TRY: only what would come. FETCH: somebody asked for it. ALL: with all others, as
 * by the timer. DRAFT: a try of what is written in a form and not saved (source_draft.h). */
#define SOURCE_RUN_KINDS(X) X(TRY, "try") X(FETCH, "fetch") X(ALL, "all") X(DRAFT, "draft")

enum source_run_kind {
#define X(id, code) SOURCE_RUN_##id,
	SOURCE_RUN_KINDS(X)
#undef X
	SOURCE_RUN_KIND_COUNT
};

/* BROKEN: it failed since the series is. DENIED: who asked for it may no longer. */
#define SOURCE_RUN_STATES(X)                                                     \
	X(WAITING, "waiting") X(WORKING, "working") X(DONE, "done")              \
	X(FAILED, "failed") X(BROKEN, "broken") X(DENIED, "denied")

enum source_run_state {
#define X(id, code) SOURCE_RUN_##id,
	SOURCE_RUN_STATES(X)
#undef X
	SOURCE_RUN_STATE_COUNT
};

struct source_difference {              /* a figure that is new, or another than before */
	struct named  indicator, area, group;   /* group without an id: everybody */
	struct period period;
	bool          revised;
	struct str    was, is;          /* plain decimals, or a missing symbol */
};

struct source_run {
	int64_t               id;       /* 0: there was none */
	enum source_run_kind  kind;
	enum source_run_state state;
	struct named          source;
	struct str            by;       /* who asked for it; empty: nobody here */
	int64_t               account;  /* hers; 0 */
	int64_t               asked, ended;     /* UTC seconds */
	int64_t               ahead;    /* that are asked before it */
	int64_t               added, revised, same;
	bool                  unchanged;        /* the bureau said so */
	int64_t               change;   /* of the register; 0: none */
	struct str            updated;  /* the bureau's day */
	struct str            problem, hint;    /* as the command line says it, in English */
	struct str            unmapped; /* a line each */
	struct source_difference *at;
	size_t                len;      /* of all of them, those that were kept */
};

struct source_stands {                  /* "101 is København" */
	struct str   code;
	struct named thing;             /* without an id: there is none of the name it has */
	struct str   key;
};

struct source_codes {
	struct str            dimension;
	struct source_stands *at;
	size_t                len;
};

struct source_asked {                   /* a dimension of the table, and which codes of it */
	struct str  dimension;
	struct str *code;               /* or signs that stand for some */
	size_t      len;
};

struct source_line_view {               /* a row of the list */
	struct named      thing, indicator;
	struct str        table, host;
	struct source_run last;         /* that ended, and was no try */
	int64_t           open;         /* one that waits or is on its way; 0 */
	bool              reached;      /* its host may be asked */
	bool              broken;       /* its series is, and nobody has decided on it */
};

struct sources_view {
	struct source_line_view *at;
	size_t                   len;
	int64_t                  by_itself;     /* when all were fetched last; 0: never */
	int64_t                  next;          /* when all will be; 0: it is not known */
};

struct source_view {
	struct source_line_view line;
	struct str              kind, address, period, figures;
	struct source_asked    *asks, *divides;
	size_t                  asks_len, divides_len;
	struct source_codes     areas, groups;
	struct named            area;           /* of all, when `areas` has none */
	struct named            numerator, denominator;
	struct source_run      *log;            /* newest first */
	size_t                  log_len;
	struct source_run       last;           /* fetch that ended, with its differences */
	int64_t                 next;
	bool                    may;            /* she may ask for it */
	struct str              went, came;     /* of a broken series: what the bureau called it;
	                                         * one may be empty */
	bool                    renamed;        /* it may be that only names changed */
	int32_t                 starts;         /* the first day of the new series */
	int64_t                 fetched;        /* when figures of it were last looked at; 0: never */
};

#endif
