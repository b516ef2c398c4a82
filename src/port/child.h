/* child.h - runs another program and waits for it. No shell, nothing on our own
 * standard streams, secrets in its environment and never among its arguments.
 *
 * With limits, which only narrow those it inherits, it may take so much time and memory,
 * write no file, or none larger, and leave no core; what it is told on its standard input
 * it is told once they are in force. One that takes more time is ended.
 */
#ifndef PORT_CHILD_H
#define PORT_CHILD_H

#include "base/arena.h"
#include "base/buf.h"

enum child_status {
	CHILD_OK,                       /* exit status 0 */
	CHILD_FAILED,                   /* another one, or a signal */
	CHILD_LATE,                     /* its time was over, by the clock or of computing, and it was ended */
	CHILD_ABSENT,                   /* there is no such program */
};

struct child_limits {                   /* 0: none */
	int    seconds;                 /* until it must be done, */
	int    cpu_seconds;             /* and that it may compute */
	size_t bytes;                   /* of memory; not where a sanitizer needs its own */
	size_t data_bytes;              /* of memory that is written to: for what keeps more addresses free */
	size_t file_bytes;              /* a file that it writes; with cpu_seconds 0 is: it writes none */
};

struct child {
	const char *const *argv;        /* argv[0] is searched in PATH; ends with NULL */
	const char *const *env;         /* "NAME=value" that come before what is inherited; ends with NULL */
	struct buf        *out, *err;   /* what it says, cut at their max; NULL: thrown away */
	struct str         in;          /* what it reads; empty: nothing */
	struct child_limits limits;
	bool               group;       /* it has children, which end with it */
};

MUST_CHECK enum child_status child_run(const struct child *c);

/* The last line of what it said, as far as a diag of one line can quote it; borrowed. */
struct str child_last_words(struct str said);

#endif
