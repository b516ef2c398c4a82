/* markdown.h - a report as Markdown with tables and footnotes, as people read it and as
 * our own reader of papers (document/markdown.c) reads it back: the same tables, the same
 * marks. A figure is the sentence that says what it shows.
 */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "report/tree.h"

/* `site`: where links from the root lead; empty: they are plain text. */
void report_markdown(struct buf *b, const struct tree *t, struct str site);

#endif
