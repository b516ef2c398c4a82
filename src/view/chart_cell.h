/* chart_cell.h - what the tables beside charts share. For chart_*.c alone. */
#ifndef VIEW_CHART_CELL_H
#define VIEW_CHART_CELL_H

#include "view/chart_draw.h"

/* <table> with the chart's title and unit as its caption. */
void chart_table_open(const struct chart_out *o, const struct chart_head *h);
void chart_table_close(const struct chart_out *o);

/* Why there is no figure: `note`, else "withheld" or "missing". */
void chart_absent(const struct chart_out *o, enum chart_state state, struct str note);

/* " (note)", small. */
void chart_remark(const struct chart_out *o, struct str note);

/* A cell of a figure that has no time: value, or why there is none. */
void chart_cell(const struct chart_out *o, enum chart_state state, struct number value,
                struct str text, struct str note);

/* <th scope="row"> with the name, linked where there is an address. */
void chart_row_head(const struct chart_out *o, const struct chart_words *name, struct str href);

/* <details> around tables: its <summary> says what is in it. */
void chart_details_open(const struct chart_out *o);
void chart_details_close(const struct chart_out *o);

/* <figure> with the title as its caption, and the unit below. */
void chart_figure_open(const struct chart_out *o, const struct chart_head *h, const char *kind);
void chart_figure_close(const struct chart_out *o);

#endif
