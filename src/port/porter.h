/* porter.h - a thread that sends out who stays too long, twice a second. */
#ifndef PORT_PORTER_H
#define PORT_PORTER_H

#include "port/visits.h"

#define PORTER_MAX 8                    /* lists of visits */

struct porter {
	pthread_t       thread;
	pthread_mutex_t lock;           /* of `closed` */
	pthread_cond_t  closing;
	bool            closed, runs;
	struct visits  *visits[PORTER_MAX];
	size_t          len;
};

/* False: the thread can't start. The lists stay the caller's, until porter_stop(). */
MUST_CHECK bool porter_start(struct porter *p, struct visits *const *visits, size_t len);
void            porter_stop(struct porter *p);          /* of one that does not run: nothing */

#endif
