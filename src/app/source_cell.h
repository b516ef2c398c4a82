/* source_cell.h - one cell of a bureau's table: a figure, or why there is none. */
#ifndef APP_SOURCE_CELL_H
#define APP_SOURCE_CELL_H

#include "core/phrase.h"

struct source_cell_text {
	struct str    text, status;     /* as they stand; may be empty */
	bool          plain;            /* digits, a sign and a point, an exponent perhaps; else: */
	enum notation notation;
	uint8_t       shift;            /* so many noughts belong to it */
	bool          percent;          /* it may be followed by "%" */
};

struct source_value {
	struct number n;
	enum missing  missing;
	bool          preliminary, breaks;
};

/* Empty: fine. Else what is wrong, in a few words. More than nine decimals of a plain figure
 * are what binary fractions leave behind: it is rounded. Status: CL_OBS_STATUS of SDMX, flags
 * of Eurostat, and the signs of bureaus: ".", "..", ":", "-", "*". */
struct str source_cell_read(const struct source_cell_text *cell, struct source_value *ret);

#endif
