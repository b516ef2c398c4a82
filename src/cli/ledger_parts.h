/* ledger_parts.h - what the table of an overview and the notes under it share.
 * Inside ledger*.c only. */
#ifndef CLI_LEDGER_PARTS_H
#define CLI_LEDGER_PARTS_H

#include "cli/ledger.h"
#include "model/overview_words.h"

struct str ledger_words(const struct ledger *l, const char *da, const char *en);

/* A figure as it is shown: in parentheses when it is not in the totals. */
struct str ledger_figure(const struct ledger *l, const struct overview_cell *c, bool counted);

/* Rounding, disagreements, reasons, notes, what if, and what results cost. */
void ledger_notes(const struct ledger *l, const struct overview *o);

#endif
