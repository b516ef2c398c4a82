/* release.h - a report that was laid before the council: when, by whom, what it corrects,
 * what changed since the one before, and the report as it was. */
#ifndef VIEW_PAGES_RELEASE_H
#define VIEW_PAGES_RELEASE_H

#include "model/release_view.h"
#include "model/reports_view.h"
#include "view/page.h"

struct release_page {
	const struct release_row     *of;
	const struct release_row     *before;   /* that it is compared with; NULL: none */
	const struct release_changes *changes;
	const struct report_file     *file;
	size_t                        files;
};

/* Then the caller writes the report itself, and page_close(). */
void release_page_open(struct page *p, const struct release_page *m);

/* A table of them, newest first; a sentence where there are none. */
void release_table(struct page *p, const struct release_list *l);

/* "Står i: Statusredegørelse pr. 1. juni 2009"; nothing where it stands in none. */
void release_mentions_show(struct page *p, const struct release_mentions *m);

#endif
