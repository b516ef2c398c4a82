/* viewer.h - one reader's view of the register, for a server that is asked again
 * and again: a connection of its own, read only. One that failed is opened anew
 * for the next question. Belongs to one thread.
 */
#ifndef APP_VIEWER_H
#define APP_VIEWER_H

#include "app/judge.h"

/* Where problems are told that the reader is not told. Called from the threads
 * of all viewers. */
struct viewer_log {
	void (*say)(void *to, struct str lines);
	void  *to;
};

struct viewer {
	struct str        db;
	struct store     *store;        /* NULL: to be opened */
	struct viewer_log log;
};

/* False with a diag. */
MUST_CHECK bool viewer_open(struct viewer *v, struct diags *d);
void            viewer_close(struct viewer *v);

/* Every target judged as the register knows it now. False: it was logged. */
MUST_CHECK bool viewer_barometer(struct viewer *v, struct arena *a, struct judge_when when,
                                 struct barometer *ret);

#endif
