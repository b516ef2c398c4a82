/* source_ask.h - asks a bureau, or fetches a file, and hands on what it answers.
 *
 * A bureau is asked for as much as it lets one ask at a time: what is more is split by the
 * codes of a dimension, and asked piece by piece, no faster than it wants. The limits are
 * those that it tells (PxWeb) or refuses beyond (StatBank: a million cells). At most
 * SOURCE_PIECES_MAX pieces.
 *
 *	statbank  GET ADDRESS/data/TABLE/JSONSTAT?..., or tableinfo and POST ADDRESS/data
 *	pxweb1    GET ADDRESS/TABLE, POST the same; ADDRESS?config tells its limits where it can
 *	pxweb2    GET ADDRESS/tables/TABLE/metadata, GET or POST ADDRESS/tables/TABLE/data;
 *	          ADDRESS/config tells its limits
 *	others    GET ADDRESS
 */
#ifndef APP_SOURCE_ASK_H
#define APP_SOURCE_ASK_H

#include "app/source_words.h"
#include "document/figures.h"
#include "model/source_kind.h"
#include "store/store.h"
#include <stdatomic.h>

#define SOURCE_PIECES_MAX 1000

struct source_ask {
	struct arena          *a;
	struct str             name;            /* in problems */
	const struct noun_row *row;
	enum source_kind       kind;
	bool                   allow_private;
	int64_t                wait_ms;
	const atomic_bool     *stop;            /* see port/fetch.h */
	struct diags          *d;
	struct str             etag, modified;  /* of what is kept; empty: ask for all */
	/* Each answer; its texts may go when it returns. False: it was refused, and said. */
	bool                 (*take)(void *user, const struct figures *f);
	void                  *user;
	struct str             file;            /* the file that was fetched last, to be read again */
};

struct source_answered {
	bool       same;                /* it is as it was: nothing was handed on */
	struct str etag, modified;
	size_t     pieces;
};

/* False with a diag. */
MUST_CHECK bool source_ask(struct source_ask *q, struct str selection, struct source_answered *ret);

/* What the table is, before anything is selected of it: its dimensions with their codes; no
 * cells of a bureau's. Of a file of columns the dimensions are those that are named already,
 * and `file` is its bytes. False with a diag. */
MUST_CHECK bool source_describe(struct source_ask *q, struct str selection, struct figures *ret);

/* "OMRÅDE=101,147 Tid=*" as what stands behind '?' in an address; empty: it is none. */
struct str source_query(struct arena *a, struct str selection);

#endif
