/* document_view.h - the documents of an edition: the list, and one of them.
 *
 * One document costs at most three statements, and one more the first time after the
 * register changed; the list one for each published document whose text was not
 * audited yet.
 */
#ifndef APP_DOCUMENT_VIEW_H
#define APP_DOCUMENT_VIEW_H

#include "app/edition.h"
#include "model/document_view.h"

/* False: a problem in the store. */
MUST_CHECK bool document_list(struct arena *a, const struct edition *ed,
                              struct document_list *ret);

struct document_ask {
	size_t   page;                  /* from 1; 0: the first, or that of `line` */
	uint32_t line;                  /* 0: none */
	bool     staff;                 /* the text also where it is not published, audited; and */
	const struct taken *taken;      /* these words are marked instead of the facts; sorted by */
	size_t   takens;                /* line, then column */
};

/* `document` is a row of the edition. A page behind the last has no blocks and no
 * facts. False: a problem in the store. */
MUST_CHECK bool document_view(struct arena *a, const struct edition *ed,
                              const struct noun_row *document, struct document_ask ask,
                              struct document_view *ret);

#endif
