/* chart_draw.h - what the charts share: the frame of a drawing, coordinates, texts
 * whose width is known before a browser sees them. For chart_*.c alone.
 *
 * Coordinates are hundredths of a unit (1 unit is 1 px at full size), exact in
 * integers and written as "12.3". Values are compared as 10^-9ths in 128 bits, which
 * hold any `struct number`.
 */
#ifndef VIEW_CHART_DRAW_H
#define VIEW_CHART_DRAW_H

#include "view/chart.h"

typedef int64_t cpx;                    /* hundredths of a unit */

#define CPX(units) ((cpx)(units) * 100)

struct chart_size {
	cpx width, height;
};

/* The units of a width: 720, 360, 176. */
cpx  chart_width_of(enum chart_width w);

/* <svg> with <title>, <desc>, and in a file the style. `kind` is a class of its
 * own; with `links` the drawing is a group that can be walked, else an image. */
void chart_open(const struct chart_out *o, const struct chart_head *h, const char *kind,
                struct chart_size size, bool links);
void chart_close(const struct chart_out *o);

/* The style sheet's section "charts", which files carry with them. */
struct str chart_style(void);

/* In a file, the title above the drawing and the source below it take room: units
 * from the top and at the bottom; nothing inline. */
cpx  chart_head_room(const struct chart_out *o, const struct chart_head *h);
cpx  chart_foot_room(const struct chart_out *o, const struct chart_head *h);

/* ---- attributes, each with the blank before it ---- */

void chart_attr(struct buf *b, const char *name, cpx at);       /* ` x="12.3"` */
void chart_class(struct buf *b, const char *name);
void chart_coordinate(struct buf *b, cpx at);                   /* bare, "12.3" */

/* ---- values ---- */

wide       chart_ninths(struct number n);                       /* 10^-9ths */
struct str chart_value_text(const struct chart_out *o, struct number n, struct str text);
enum notation chart_notation(const struct lang *l);

/* ---- texts ---- */

/* About how wide `s` is at `size` units (a sans serif, not bold), rather too much. */
cpx chart_text_width(struct str s, int size);

#define CHART_LINES_MAX 4

struct chart_lines {
	struct str line[CHART_LINES_MAX];
	size_t     len;
};

/* `s` in at most `most` lines of `width`, broken between words; what does not fit is
 * cut with "…", but not within a figure. At least one line. In the scratch arena
 * where it is cut. */
struct chart_lines chart_wrap(struct arena *a, struct str s, int size, cpx width, size_t most);

enum chart_anchor { CHART_START, CHART_MIDDLE, CHART_END };

/* <text> with its baseline at `y`. `words` may be in another language. */
void chart_text(const struct chart_out *o, cpx x, cpx y, enum chart_anchor anchor,
                const char *class_name, struct chart_words words);

/* ` lang=".."` where it is not the reader's own. */
void chart_lang(const struct chart_out *o, const struct chart_words *w);

#endif
