/* section.h - the parts that pages of things are made of: sections with a heading,
 * lists of what is known, tables that scroll on narrow screens. Texts are literals
 * that are said in the page's language.
 */
#ifndef VIEW_SECTION_H
#define VIEW_SECTION_H

#include "model/finding.h"
#include "view/show.h"

/* <section> with its <h2>, which has this id; unique on the page. */
void section_open(struct page *p, const char *id, const char *title);
void section_close(struct page *p);

/* A sentence of its own. */
void section_say(struct page *p, const char *text);

/* A row of a .structured-list. */
void fact_open(struct page *p, const char *title);
void fact_close(struct page *p);

/* A table with a caption, and a head of these columns. */
struct section_column {
	const char *title;
	bool        number;             /* right-aligned */
};

void table_open(struct page *p, struct str caption, const struct section_column *column,
                size_t columns);
/* The same, whose caption the page's heading says already: it is only heard. */
void table_open_quiet(struct page *p, struct str caption, const struct section_column *column,
                      size_t columns);
/* <td> with a whole number. */
void table_number(struct page *p, size_t n);
/* The same without its head and body: the caller writes them. */
void table_open_bare(struct page *p, struct str caption);
void table_close(struct page *p);
void table_close_bare(struct page *p);

/* " · statusredegoerelse-2009, linje 15", or nothing. */
void section_source(struct page *p, const struct source *s);

/* " BIF" in its frame, or nothing. */
void section_unit(struct page *p, struct str short_name);

/* "2 nået, 1 bagud": verdicts with how many. False: there are none. */
bool section_verdicts(struct page *p, const size_t count[VERDICT_COUNT]);
/* The same of some targets. */
bool section_counts(struct page *p, const struct barometer_row *const *target, size_t n);

/* What the audit found, with the line where it stands; a sentence where it is nothing. */
void section_findings(struct page *p, const struct finding *const *at, size_t n);

#endif
