/* barometer_parts.h - the parts of the barometer's page; for barometer*.c alone. */
#ifndef VIEW_PAGES_BAROMETER_PARTS_H
#define VIEW_PAGES_BAROMETER_PARTS_H

#include "view/pages/barometer.h"

/* The form: every filter and the day, kept as they were asked. */
void barometer_filter(struct page *p, const struct barometer_view *m);

/* How many stand how, as a bar and as a list, where each verdict leads to those of
 * `ask` that have it. */
void barometer_counts(struct page *p, const size_t count[VERDICT_COUNT],
                      const struct barometer_ask *ask);

/* What was measured lately, and what that did to the verdicts. */
void barometer_news(struct page *p, const struct barometer_view *m);

/* A row of a theme's table, and the table's head. */
void barometer_columns(struct page *p);
void barometer_target(struct page *p, const struct barometer_line *l);

#define BAROMETER_COLUMNS 5

/* The latest measurement of a row, as people and programs read it. */
void barometer_figure(struct page *p, const struct barometer_row *r);

/* ` href="..."`: the barometer with these filters. */
void barometer_href(struct page *p, const struct barometer_ask *ask);

#endif
