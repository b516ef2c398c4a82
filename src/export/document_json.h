/* document_json.h - a document, and a row of the list of all, as JSON: blocks with
 * lines where the text is published, the facts taken from it, and the findings.
 *
 * A document comes in pages as its page does: "page" of "pages".
 */
#ifndef EXPORT_DOCUMENT_JSON_H
#define EXPORT_DOCUMENT_JSON_H

#include "export/schema.h"
#include "model/document_view.h"

extern const struct schema schemas_document[];

void export_document(struct json *j, const struct document_view *m);
void export_document_row(struct json *j, const struct document_row *r);

/* "page": "indicator/x", or null: where a thing is shown, after the language. */
void export_page_of(struct json *j, const struct thing_page *to);

#endif
