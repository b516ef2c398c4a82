/* texts.h - what staff write, Markdown, as parts of a report.
 *
 * Paragraphs, lists, headings, emphasis and links; what else Markdown knows becomes its
 * text, and HTML is text. A link leads to the web (http, https), to a mail address or
 * within the site ("/da/..."), anything else is only its words. Every part is marked as
 * written by people.
 */
#ifndef REPORT_TEXTS_H
#define REPORT_TEXTS_H

#include "report/tree.h"

/* `lang` is empty when it is the report's own. */
void tree_markdown(struct tree *t, struct str markdown, struct str lang);

#endif
