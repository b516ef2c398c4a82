/* source_draft.h - a source as somebody writes it who has not saved it, with what its table
 * has: the dimensions, their codes and the bureau's words for them, and what would come.
 */
#ifndef MODEL_SOURCE_DRAFT_H
#define MODEL_SOURCE_DRAFT_H

#include "model/posted.h"
#include "model/source_view.h"

#define SOURCE_SIDE_CODES 200           /* that are shown of a dimension */

struct source_word { struct str code, text; };

struct source_side {                    /* a dimension of the table */
	struct str          id, label;
	bool                time, optional;     /* optional: it may be left out */
	struct source_word *at;
	size_t              len, total; /* those that are here, and those there are */
};

struct source_draft {
	struct source_run   run;        /* its figures: the first of what would come */
	struct str          thing;      /* the key of the source that is changed; empty: a new one */
	struct posted       form;       /* as it was written, with what was suggested */
	struct str          table, unit;        /* as the bureau calls it, and counts in */
	struct source_side *side;       /* none: the table was not reached */
	size_t              sides;
	struct str         *suggested;  /* names of fields that were empty and were filled in */
	size_t              suggestions;
	struct str          lines;      /* the first ones of a file of columns */
	bool                tried;      /* its figures were looked at: the form says enough */
};

#endif
