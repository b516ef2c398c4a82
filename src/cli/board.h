/* board.h - the barometer as text: objectives by theme, every target with its
 * verdict, figures and reason.
 *
 * In a pipe (width 0) and on a wide terminal the figures stand in columns; on a
 * narrow one below the title. Words wrap, figures and verdicts are never cut, and
 * no line is wider than the terminal unless a single word is.
 */
#ifndef CLI_BOARD_H
#define CLI_BOARD_H

#include "model/barometer.h"

struct board {
	struct arena *arena;
	struct buf   *out;
	bool          danish, colour;
	size_t        width;            /* letters; 0: a pipe */
};

void board_write(const struct board *k, const struct barometer *m);

/* One target: verdict, id, title, and the sentence that says why. */
void board_explain(const struct board *k, const struct barometer_row *r);

#endif
