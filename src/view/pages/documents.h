/* documents.h - the list of documents, one document, and all findings. */
#ifndef VIEW_PAGES_DOCUMENTS_H
#define VIEW_PAGES_DOCUMENTS_H

#include "model/document_view.h"
#include "view/page.h"

void documents_page(struct page *p, const struct document_list *m);
void document_page(struct page *p, const struct document_view *m);

/* ---- the parts of one document ---- */

/* The id of a finding's element on the page of its document: "finding-3". */
struct str document_finding_id(struct page *p, const struct document_view *m,
                               const struct finding *f);

/* The blocks of this page, findings beside their lines. */
void document_text(struct page *p, const struct document_view *m);

/* What was taken from this page's lines, as a table; `quoted`: with its words, where
 * the text is not shown. */
void document_taken(struct page *p, const struct document_view *m, bool quoted);

/* "Andel beskæftigede, 2009, Østerbro": what it is, as a link. */
void document_taken_link(struct page *p, const struct taken *t);

#endif
