/* trail_view.h - who did what, as it is shown. */
#ifndef MODEL_TRAIL_VIEW_H
#define MODEL_TRAIL_VIEW_H

#include "model/account_view.h"

struct trail_line {
	int64_t    id, change;          /* change of the register; 0: none */
	struct str at;                  /* UTC, "2026-11-23T04:00:00Z" */
	struct str act;                 /* code; see model/act.h */
	struct str thing, who, why, before, after;      /* may be empty */
	bool       erased;
};

struct trail_shown {
	struct trail_line   *at;        /* newest first */
	size_t               len;
	struct accounts_view all;       /* to choose from */
	int64_t              person;    /* 0: everybody */
	int64_t              before;    /* where the older ones begin; 0: there are none */
};

#endif
