/* changed.h - a text against the one before it, word by word. */
#ifndef MODEL_CHANGED_H
#define MODEL_CHANGED_H

#include "base/str.h"

enum change_kind { CHANGE_NONE, CHANGE_ADDED, CHANGE_REMOVED };

struct changed_run {                    /* words that belong together */
	enum change_kind kind;
	struct str       text;          /* without blanks at its ends */
};

struct changed {
	struct changed_run *at;         /* in the order in which they are read */
	size_t              len;
	bool                any;        /* false: the same words */
};

#endif
