#include "port/ticker.h"
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

struct ticker {
	pthread_t       thread;
	pthread_mutex_t lock;
	pthread_cond_t  wake;
	bool            stopping;
	int             seconds;
	ticker_work    *work;
	void           *context;
};

static void
sleep_until_next(struct ticker *t)
{
	struct timespec until;

	if (clock_gettime(CLOCK_REALTIME, &until) != 0)
		abort();
	until.tv_sec += t->seconds;
	(void)pthread_mutex_lock(&t->lock);
	while (!t->stopping && pthread_cond_timedwait(&t->wake, &t->lock, &until) == 0)
		;
	(void)pthread_mutex_unlock(&t->lock);
}

bool
ticker_stopping(struct ticker *t)
{
	bool stopping;

	(void)pthread_mutex_lock(&t->lock);
	stopping = t->stopping;
	(void)pthread_mutex_unlock(&t->lock);
	return stopping;
}

static void *
run(void *of)
{
	struct ticker *t = of;

	while (!ticker_stopping(t)) {
		t->work(t->context, t);
		sleep_until_next(t);
	}
	return NULL;
}

struct ticker *
ticker_start(int seconds, ticker_work *work, void *context)
{
	struct ticker *t = calloc(1, sizeof *t);

	if (t == NULL)
		abort();
	t->seconds = seconds;
	t->work = work;
	t->context = context;
	(void)pthread_mutex_init(&t->lock, NULL);
	(void)pthread_cond_init(&t->wake, NULL);
	if (pthread_create(&t->thread, NULL, run, t) == 0)
		return t;
	(void)pthread_mutex_destroy(&t->lock);
	(void)pthread_cond_destroy(&t->wake);
	free(t);
	return NULL;
}

void
ticker_stop(struct ticker *t)
{
	if (t == NULL)
		return;
	(void)pthread_mutex_lock(&t->lock);
	t->stopping = true;
	(void)pthread_cond_signal(&t->wake);
	(void)pthread_mutex_unlock(&t->lock);
	(void)pthread_join(t->thread, NULL);
	(void)pthread_mutex_destroy(&t->lock);
	(void)pthread_cond_destroy(&t->wake);
	free(t);
}
