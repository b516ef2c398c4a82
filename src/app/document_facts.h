/* document_facts.h - what was taken from documents: how much of each, and from one of
 * them each thing and measurement with its place.
 *
 * A thing counts where its current version stands. How many measurements came from
 * which document is asked once an edition.
 */
#ifndef APP_DOCUMENT_FACTS_H
#define APP_DOCUMENT_FACTS_H

#include "app/edition.h"
#include "model/paper.h"

#define MEASUREMENTS_LISTED_MAX 2000    /* a file of measurements is no list for people */

struct document_facts {
	struct taken *at;               /* by line and column */
	size_t        len;
	size_t        unlisted;         /* measurements beyond what is listed */
};

/* False: a problem in the store. */
MUST_CHECK bool document_facts(struct arena *a, const struct edition *ed,
                               const struct noun_row *document, struct document_facts *ret);

/* How many facts each document of the edition has, in the snapshot's order. */
MUST_CHECK bool document_facts_count(struct arena *a, const struct edition *ed, size_t **ret);

#endif
