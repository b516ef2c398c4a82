#include "port/porter.h"
#include "port/clock.h"
#include <stdlib.h>
#include <time.h>

static bool
wait_for_closing(struct porter *p)
{
	struct timespec until;
	bool            closed;

	(void)clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += 500 * 1000 * 1000;
	if (until.tv_nsec >= 1000 * 1000 * 1000) {
		until.tv_sec++;
		until.tv_nsec -= 1000 * 1000 * 1000;
	}
	(void)pthread_mutex_lock(&p->lock);
	if (!p->closed)
		(void)pthread_cond_timedwait(&p->closing, &p->lock, &until);
	closed = p->closed;
	(void)pthread_mutex_unlock(&p->lock);
	return closed;
}

static void *
keep_time(void *arg)
{
	struct porter *p = arg;

	while (!wait_for_closing(p))
		for (size_t i = 0; i < p->len; i++)
			visits_end_late(p->visits[i], clock_ms());
	return NULL;
}

bool
porter_start(struct porter *p, struct visits *const *visits, size_t len)
{
	*p = (struct porter){ .len = len < PORTER_MAX ? len : PORTER_MAX };
	for (size_t i = 0; i < p->len; i++)
		p->visits[i] = visits[i];
	if (pthread_mutex_init(&p->lock, NULL) != 0 || pthread_cond_init(&p->closing, NULL) != 0)
		abort();
	p->runs = pthread_create(&p->thread, NULL, keep_time, p) == 0;
	return p->runs;
}

void
porter_stop(struct porter *p)
{
	if (!p->runs)
		return;
	(void)pthread_mutex_lock(&p->lock);
	p->closed = true;
	(void)pthread_cond_signal(&p->closing);
	(void)pthread_mutex_unlock(&p->lock);
	(void)pthread_join(p->thread, NULL);
	(void)pthread_cond_destroy(&p->closing);
	(void)pthread_mutex_destroy(&p->lock);
	p->runs = false;
}
