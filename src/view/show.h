/* show.h - small things that many pages write: a verdict, a period, a source, a text
 * of the register. All of it as inline HTML, escaped.
 */
#ifndef VIEW_SHOW_H
#define VIEW_SHOW_H

#include "model/indicator_view.h"
#include "view/page.h"

/* Icon and word. */
void show_verdict(struct page *p, enum verdict v);

/* " (før fristen) (usikkert, kan også være nået)", or nothing. */
void show_doubt(struct page *p, const struct judgement *j);

void show_period(struct page *p, struct period period);

/* "Statusredegørelse for Børne- og … 2009, linje 15" as a link to that line: the document's title,
 * a long one by its first words and its last; nothing where a person recorded it. False:
 * nothing was written. */
bool show_source(struct page *p, const struct source *s);

/* ` href="/da/document/x?line=15#L15"` (with the blank): that line. */
void show_line_href(struct page *p, const struct source *s);

/* In the reader's language where it is there, else marked. */
void show_worded(struct page *p, struct worded w);

/* <data value="59.90"> and its end, around a figure as people read it: what it is, for
 * programs. What is known as an interval is "80/100", "80/" or "/5"; what is not known
 * is only text. */
void show_exact(struct page *p, struct number n);
void show_quantity(struct page *p, const struct quantity *q);
void show_exact_end(struct page *p);

/* The figure with its unit, as people read it. */
void show_observation(struct page *p, const struct observation *o, enum unit u);

/* " (foreløbig, dato antaget)": what must be said about a figure, in brackets; nothing
 * where there is nothing. */
void show_marks(struct page *p, const struct observation *o);

/* A list of links to the addresses of the web in a text, one a line. What a register holds
 * is checked here, too: it may have come in a package. */
void show_addresses(struct page *p, struct str lines);

/* The day of a moment as it is stored ("2026-11-23T04:00:00Z"). */
void show_moment(struct page *p, struct str at);

/* " (2. halvår 2010)": behind the name of a link or button, which of those that are named
 * alike it is. Unseen, since it stands beside; nothing when it is empty. */
void show_which(struct page *p, struct str which);

/* A text with {1}... where a thing stands as a link:
 * show_linked(p, "Part of {1}", "theme", &theme). */
void show_linked(struct page *p, const char *pattern, const char *kind, const struct named *n);

/* What a figure in this unit is: "Andel i pct.". */
struct str show_measure(const struct lang *l, enum unit u);

#endif
