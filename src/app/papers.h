/* papers.h - the documents of an edition as their text is kept, and what the audit
 * says of those that are published.
 *
 * A text is read from the database each time it is shown; it is audited once, when
 * somebody first asks, and only its report is kept: the text of a document never
 * changes, and it is judged at its own date, so that neither a later change of the
 * register nor the day of the edition matters.
 */
#ifndef APP_PAPERS_H
#define APP_PAPERS_H

#include "app/audit_run.h"
#include "app/edition.h"
#include "app/wordings.h"
#include "model/paper.h"

#define PAPER_SHOWN_MAX   ((size_t)8 << 20)     /* bytes; longer ones can only be taken away */
#define PAPER_AUDITED_MAX ((size_t)4 << 20)     /* longer ones are for `pejl audit` */

struct papers;

/* In `a`, with everything that is kept. */
struct papers *papers_new(struct arena *a);

/* What was read of the texts of initiatives and their reports, kept as long. */
struct wordings *papers_wordings(struct papers *k);

struct paper_audit {
	enum paper_is       is;
	bool                audited;    /* false: not published, too long, nothing to read */
	struct audit_report report;
	struct facts        facts;
};

/* What was found in a document; kept. False: a problem in the store. */
MUST_CHECK bool papers_audit(const struct edition *ed, const struct noun_row *document,
                             const struct paper_audit **ret);

/* The text of a published document, all of it, and read into blocks; in `a`. Other
 * documents are only told what they are: `*is`. False: a problem in the store. */
MUST_CHECK bool papers_text(struct arena *a, const struct edition *ed,
                            const struct noun_row *document, size_t max, enum paper_is *is,
                            struct str *text);
MUST_CHECK bool papers_read(struct arena *a, const struct edition *ed,
                            const struct noun_row *document, enum paper_is *is,
                            struct document *ret);

/* The same of a document that is not published: for who works with it. */
MUST_CHECK bool papers_read_any(struct arena *a, const struct edition *ed,
                                const struct noun_row *document, enum paper_is *is,
                                struct document *ret);

/* How many measurements were taken from each document of the edition, in the
 * snapshot's order. Asked of the database once for each state of the register. */
MUST_CHECK bool papers_measured(const struct edition *ed, const size_t **ret);

#endif
