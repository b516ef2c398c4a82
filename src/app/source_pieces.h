/* source_pieces.h - a selection of a table, as pieces that a bureau lets one ask for. */
#ifndef APP_SOURCE_PIECES_H
#define APP_SOURCE_PIECES_H

#include "app/source_words.h"
#include "document/tableinfo.h"

struct source_part {                    /* of one dimension */
	struct str        dimension;
	const struct str *code;         /* borrowed from the description of the table */
	size_t            len;
};

struct source_piece {
	struct source_part at[FIGURES_DIMENSIONS_MAX];
	size_t             len;
};

/* What a selection takes of a table. A dimension that may be left out and is not selected is
 * left out. Empty: fine; else what is wrong: a dimension or code that is not there, or one
 * that must be selected. */
struct str source_pieces_all(struct arena *a, const struct figures *table,
                             const struct source_selection *picks, bool all_optional,
                             struct source_piece *ret);

/* In an order that runs through one dimension after the other. False: more than `most`
 * pieces, or a limit that not even one cell fits. */
MUST_CHECK bool source_pieces_split(struct arena *a, const struct source_piece *all,
                                    const struct tableinfo_limits *limits, size_t most,
                                    struct source_piece **ret, size_t *len);

#endif
