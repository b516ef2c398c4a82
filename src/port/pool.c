#include "port/pool.h"
#include "base/arena.h"
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#define HELPERS_MAX (POOL_WORKERS_MAX - 1)      /* threads beside the caller's own */

struct pool {
	size_t          n;
	atomic_size_t   next, workers;  /* the next thing, and how many work */
	pool_work      *work;
	pool_take      *take;
	void           *context;
	pthread_mutex_t guard;          /* of all below */
	pthread_cond_t  moved;          /* `taken` has */
	bool           *done;           /* of each thing */
	bool            taking;         /* somebody is; the others leave it to him */
	size_t          taken;          /* the first so many */
};

/* Not too far ahead of what is taken: what is done and not taken takes up room. */
static void
wait_for_turn(struct pool *p, size_t i)
{
	(void)pthread_mutex_lock(&p->guard);
	while (i - p->taken >= POOL_AHEAD)
		(void)pthread_cond_wait(&p->moved, &p->guard);
	(void)pthread_mutex_unlock(&p->guard);
}

static void
finish(struct pool *p, size_t i)
{
	(void)pthread_mutex_lock(&p->guard);
	p->done[i] = true;
	while (!p->taking && p->taken < p->n && p->done[p->taken]) {
		p->taking = true;
		(void)pthread_mutex_unlock(&p->guard);
		p->take(p->context, p->taken);
		(void)pthread_mutex_lock(&p->guard);
		p->taking = false;
		p->taken++;
		(void)pthread_cond_broadcast(&p->moved);
	}
	(void)pthread_mutex_unlock(&p->guard);
}

static void *
take_turns(void *arg)
{
	struct pool *p = arg;
	size_t       worker = atomic_fetch_add(&p->workers, 1), i;

	while ((i = atomic_fetch_add(&p->next, 1)) < p->n) {
		if (p->take != NULL)
			wait_for_turn(p, i);
		p->work(p->context, worker, i);
		if (p->take != NULL)
			finish(p, i);
	}
	return NULL;
}

static size_t
helpers_for(size_t n)
{
	cpu_set_t ours;         /* what this process may use: a container has fewer than the machine */
	int       processors = sched_getaffinity(0, sizeof ours, &ours) == 0 ? CPU_COUNT(&ours) : 1;
	size_t    helpers = processors > 1 ? (size_t)processors - 1 : 0;

	if (helpers > HELPERS_MAX)
		helpers = HELPERS_MAX;
	return n == 0 || helpers < n ? helpers : n - 1;
}

size_t
pool_workers(size_t n)
{
	return helpers_for(n) + 1;
}

void
pool_run(size_t n, pool_work *work, pool_take *take, void *context)
{
	struct arena a = { 0 };
	struct pool  p = { .n = n, .work = work, .take = take, .context = context,
	                   .guard = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER,
	                   .done = ARENA_ARRAY(&a, bool, n + 1) };
	pthread_t    thread[HELPERS_MAX];
	size_t       helpers = helpers_for(n), started = 0;

	while (started < helpers && pthread_create(&thread[started], NULL, take_turns, &p) == 0)
		started++;
	(void)take_turns(&p);
	for (size_t i = 0; i < started; i++)
		(void)pthread_join(thread[i], NULL);
	arena_free(&a);
}
