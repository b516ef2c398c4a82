/* document_view.h - the list of documents, and one of them: its text where that is
 * published, the facts taken from it with their lines, and the audit's findings.
 *
 * Filled by app/document_view. A document comes in pages, of its text or, where that
 * is not published, of its facts.
 */
#ifndef MODEL_DOCUMENT_VIEW_H
#define MODEL_DOCUMENT_VIEW_H

#include "model/paper.h"

struct document_row {
	struct named  document;
	struct str    lang, file, format;
	bool          has_stated, published;
	int32_t       stated;
	size_t        facts;            /* taken from it, measurements among them */
	size_t        errors, findings; /* said by the audit; errors are findings too */
};

struct document_list {
	struct document_row *at;        /* newest first, then by title */
	size_t               len;
};

struct document_view {
	struct document_row   row;
	struct str            sha256;
	struct recorded       recorded;
	enum paper_is         is;
	bool                  audited;
	struct audit_report   report;   /* of its own text, and of the facts taken from it */
	struct paper_block   *block;    /* of this page */
	size_t                blocks;
	struct taken         *taken;    /* on this page's lines, by line and column */
	size_t                takens;
	size_t                unlisted; /* measurements that are too many to be listed */
	size_t                page, pages;      /* from 1 */
	uint32_t              first, last;      /* the page's lines; 0: no text */
	uint32_t              line;     /* asked for; 0: none */
	bool                  answers;  /* the reader may answer findings: they link to where */
};

#endif
