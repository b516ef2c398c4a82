/* chart_keys.h - colours with patterns that tell them apart, and their names. For
 * chart_*.c alone.
 *
 * Plain ones are filled by their class. The others are filled with a pattern that
 * has the class's colour behind strokes of the ground, or of ink where the colour
 * is light.
 */
#ifndef VIEW_CHART_KEYS_H
#define VIEW_CHART_KEYS_H

#include "view/chart_draw.h"

enum chart_pattern { PATTERN_NONE, PATTERN_RISE, PATTERN_FALL, PATTERN_DOTS, PATTERN_BARS,
                     PATTERN_CROSS, PATTERN_COUNT };

struct chart_key {
	struct chart_words name;
	const char        *class_name;  /* its colour */
	enum chart_pattern pattern;
	bool               ink;
};

struct chart_keys {
	const struct chart_head *head;
	const struct chart_key  *at;
	size_t                   len;
};

/* <defs> of the patterns, before anything is filled with them. */
void chart_patterns(const struct chart_out *o, struct chart_keys k);
/* ` class="..."` or ` fill="url(#...)"` of key `i`. */
void chart_fill(const struct chart_out *o, struct chart_keys k, size_t i);

/* Swatches with their names, in as many lines as they take. */
cpx  chart_keys_height(const struct chart_out *o, struct chart_keys k);
void chart_keys_draw(const struct chart_out *o, struct chart_keys k, cpx top);

/* <rect, left open for its fill. */
void chart_rect(struct buf *b, cpx x, cpx y, cpx width, cpx height);

#endif
