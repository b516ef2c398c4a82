/* overview_words.h - an overview's codes, and its parts as people read them. */
#ifndef MODEL_OVERVIEW_WORDS_H
#define MODEL_OVERVIEW_WORDS_H

#include "model/overview.h"

struct str overview_by_code(enum overview_by by);
MUST_CHECK bool overview_by_from_code(struct str code, enum overview_by *ret);

struct str overview_counts_code(enum budget_counts c);  /* "counted" */

/* A line's title; "heraf: …" of what is reserved within the line above it. */
struct str overview_line_title(struct arena *a, const struct overview_line *l, bool danish);

/* "2009", "I alt", "oprindeligt budget". */
struct str overview_column_title(struct arena *a, const struct overview_column *c, bool danish);

/* "32,9", "-" for nothing, "?" where nothing is known, "32,9?" where not all is. */
void overview_amount(struct buf *b, const struct overview_cell *c, enum budget_unit u,
                     bool danish);

/* What the paper prints where a cell is computed; NULL: nothing. */
const struct overview_printed *overview_printed_at(const struct overview *o,
                                                   const struct overview_cell *c);
/* The same, where the lines do not give it. */
const struct overview_printed *overview_differs_at(const struct overview *o,
                                                   const struct overview_cell *c);

/* "≠ 88,4": a printed figure that the lines do not give, in the unit of the paper. */
struct str overview_badge(struct arena *a, const struct overview_printed *p, bool danish);

/* "sum statusredegoerelse.txt:338:75": the finding of the audit that the badge is of. */
struct str overview_finding(struct arena *a, const struct overview_printed *p);

/* "8,0 i alt 2011-2015, ikke fordelt på år". */
struct str overview_unsplit_words(struct arena *a, const struct overview_unsplit *s,
                                  enum budget_unit u, bool danish);

/* How amounts are rounded, in a sentence. */
struct str overview_rule(struct arena *a, enum budget_unit u, bool danish);

#endif
