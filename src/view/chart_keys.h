/* chart_keys.h - patterns that tell areas apart without colour, and the names of
 * colours and patterns. For chart_*.c alone.
 *
 * Pattern 0 is plain. A pattern is laid over a colour, in lines of the ground.
 */
#ifndef VIEW_CHART_KEYS_H
#define VIEW_CHART_KEYS_H

#include "view/chart_draw.h"

enum chart_pattern { PATTERN_NONE, PATTERN_RISE, PATTERN_FALL, PATTERN_DOTS, PATTERN_BARS,
                     PATTERN_CROSS, PATTERN_COUNT };

/* <defs> of all patterns; their ids begin with the drawing's. */
void chart_patterns(const struct chart_out *o, const struct chart_head *h);

/* ` fill="url(#...)"` */
void chart_pattern_fill(const struct chart_out *o, const struct chart_head *h,
                        enum chart_pattern pattern);

struct chart_key {
	struct chart_words name;
	const char        *class_name;  /* of the swatch: its colour */
	enum chart_pattern pattern;
};

/* Swatches with their names, in as many lines as they take. */
cpx  chart_keys_height(const struct chart_out *o, const struct chart_key *at, size_t n);
void chart_keys(const struct chart_out *o, const struct chart_head *h,
                const struct chart_key *at, size_t n, cpx top);

/* <rect> left open for what is in it, or NULL class. */
void chart_rect(struct buf *b, const char *class_name, cpx x, cpx y, cpx width, cpx height);

#endif
