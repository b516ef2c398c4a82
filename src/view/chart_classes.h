/* chart_classes.h - figures of areas in five classes. For chart_*.c alone. */
#ifndef VIEW_CHART_CLASSES_H
#define VIEW_CHART_CLASSES_H

#include "view/chart_keys.h"
#include "view/chart_map.h"

struct chart_classes {
	struct chart_key  key[CHART_CLASSES + 1];
	struct chart_keys keys;         /* those that have areas, "no figure" last */
	size_t           *of;           /* the key of each area */
};

/* In `o->a`. Equal figures are in one class; a class is named by the least and the
 * greatest figure in it. */
struct chart_classes *chart_classes_of(const struct chart_out *o, const struct chart_map *c);

/* "59,9 pct.", or why there is none. */
struct str chart_area_text(const struct chart_out *o, const struct chart_area *r);

/* <a href=...> around an area with <title> in it, and its end. */
void chart_area_open(const struct chart_out *o, const struct chart_map *c,
                     const struct chart_area *r);
void chart_area_title(const struct chart_out *o, const struct chart_map *c,
                      const struct chart_area *r);
void chart_area_close(const struct chart_out *o, const struct chart_area *r);

bool chart_areas_linked(const struct chart_map *c);

/* The tiles, where no area has a shape. */
void chart_tiles(const struct chart_out *o, const struct chart_map *c);

#endif
