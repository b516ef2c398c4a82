/* ledger.h - the economy of a policy for a terminal or a pipe.
 *
 * On a terminal that is too narrow for all years, years come in several tables;
 * a figure is never cut. In a pipe there is one table, between tabs.
 */
#ifndef CLI_LEDGER_H
#define CLI_LEDGER_H

#include "model/overview.h"

struct ledger {
	struct arena    *arena;
	struct buf      *out;
	enum budget_unit unit;
	bool             danish;
	int              width;         /* 0: a pipe */
};

void ledger_write(const struct ledger *l, const struct overview *o);

#endif
