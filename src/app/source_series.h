/* source_series.h - where the series of a source breaks, by what was printed of its bureau's
 * answers (source_table.h): a line that went or came, such as a code's name or a unit;
 * "break 2026K1", which is the bureau's own sign at a figure (OBS_STATUS B of SDMX, "b" of
 * JSON-stat and Eurostat); "note Databrud i 2026.", which is its words.
 */
#ifndef APP_SOURCE_SERIES_H
#define APP_SOURCE_SERIES_H

#include "app/snapshot.h"
#include "core/period.h"

/* The first line that went, and the first that came: empty, none did. A sign that is not
 * there any longer breaks nothing. */
void source_series_differ(struct str was, struct str is, struct str *went, struct str *came);

/* What is printed now, with the signs that were there before: they are not forgotten. */
struct str source_series_kept(struct arena *a, struct str is, struct str was);

/* The day from which it breaks when the line says so, a note by its only date; else `otherwise`. */
int32_t source_series_starts(struct arena *a, struct str line, int32_t otherwise);

/* "the bureau marks a break at 2026K1", "it was “A”, and is “B”". */
struct str source_series_words(struct arena *a, struct str went, struct str came);

/* The way of measuring of figures from `from` on: the newest one, but what the bureau dates
 * before a break belongs to the one before. */
int64_t source_series_method(struct arena *a, const struct snapshot *sn, int64_t indicator,
                             int64_t newest, struct str print, int32_t from);

#endif
