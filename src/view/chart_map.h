/* chart_map.h - areas coloured by a figure: a map, or tiles where there is no
 * geometry.
 *
 * Five classes of nearly equal numbers of areas, each with its own pattern beside
 * its colour, and a class for what is missing or withheld; the legend says the
 * limits. Or classes with names, where the caller has some. With a link on any area the drawing is a group of links, else an image.
 *
 * The projection is equirectangular at the mean latitude: for a city or a country
 * of Denmark's size its error is under a pixel or two, and it needs no more than
 * one cosine.
 */
#ifndef VIEW_CHART_MAP_H
#define VIEW_CHART_MAP_H

#include "base/geo.h"
#include "view/chart.h"

struct chart_area {
	struct chart_words       name;
	struct str               short_name;    /* for a tile: "Bispebj."; may be empty */
	struct str               href;          /* may be empty */
	enum chart_state         state;         /* RANGE is shown as MISSING with its text */
	struct number            value;
	struct str               text;          /* as shown; empty: the value with its decimals */
	struct str               note;
	const struct geo_shape  *shape;         /* NULL: listed in the table only */
	size_t                   class_;        /* with named classes: from 1; 0: in none */
	bool                     placed;        /* has a place in the grid of tiles */
	uint8_t                  column, row;   /* from 0 */
};

struct chart_map {
	struct chart_head        head;
	const struct chart_area *at;
	size_t                   len;
	struct str               rows;          /* head of the table's first column: "Bydel" */
	const struct chart_words *class_;       /* from light to dark; NULL: by the figures */
	size_t                   classes;       /* at most CHART_CLASSES */
};

#define CHART_CLASSES 5
/* Where class `i` of `n` stands among the five colours, from 0. */
size_t chart_class_shade(size_t i, size_t n);

/* The map when any area has a shape, else the tiles: those with a place stand there,
 * the others below in a grid, in their order. */
void chart_map(const struct chart_out *o, const struct chart_map *c);
void chart_map_figure(struct page *p, const struct chart_map *c);
void chart_map_table(struct page *p, const struct chart_map *c);

#endif
