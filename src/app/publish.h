/* publish.h - may everybody read what a document says, word for word?
 *
 * A document's text is not published until somebody decides so (`pejl import
 * --publish`, `pejl publish`): what is not ours to publish, or names persons, must
 * not leak by being imported. Of a document that is not published at most 160
 * letters around a fact are shown (domain.md, 6).
 */
#ifndef APP_PUBLISH_H
#define APP_PUBLISH_H

#include "app/change.h"

/* One change for each document named by its key, all in one transaction; a document
 * that is already as it should be is left alone. `*ret`: how many were changed.
 * False with a diag: no such document, or a problem in the store. */
MUST_CHECK bool documents_publish(struct store *s, const struct str *keys, size_t len,
                                  bool publish, const struct act *act, struct diags *d,
                                  size_t *ret);

bool document_is_published(const struct noun_row *document);

#endif
