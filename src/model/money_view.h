/* money_view.h - budget lines that belong to something, of one policy. */
#ifndef MODEL_MONEY_VIEW_H
#define MODEL_MONEY_VIEW_H

#include "model/overview.h"

struct money_view {
	const struct overview       *overview;  /* whose columns the lines have */
	const struct overview_line **line;
	size_t                       lines;
	struct overview_cell         all;       /* those that are counted, over all its years */
};

#endif
