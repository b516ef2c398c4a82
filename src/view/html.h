/* html.h - writing HTML that is escaped unless it is a literal.
 *
 *	HTML(b, "<td>");  html_text(b, title);  HTML(b, "</td>");
 *
 * HTML() accepts only a string literal, so markup can never come from data.
 * Data goes through html_text() and html_attr(), which escape. There is
 * deliberately no function that writes a variable unescaped.
 */
#ifndef VIEW_HTML_H
#define VIEW_HTML_H

#include "base/arena.h"
#include "base/buf.h"

#define HTML(b, lit) buf_put((b), STR(lit))

/* What no HTML page may hold (control characters but tab, LF, CR) is written as
 * U+FFFD. `s` is valid UTF-8. */
void html_text(struct buf *b, struct str s);
void html_int(struct buf *b, int64_t n);

/* Inside a tag, with the blank before it: ` title="..."`. The name is a literal. */
void html_attr(struct buf *b, const char *name, struct str value);
void html_attr_int(struct buf *b, const char *name, int64_t n);

#endif
