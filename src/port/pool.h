/* pool.h - the same work over many things, on all processors. */
#ifndef PORT_POOL_H
#define PORT_POOL_H

#include <stddef.h>

#define POOL_WORKERS_MAX 8
#define POOL_AHEAD       64             /* things that are worked on before the first is taken */

/* Does the thing `i`. Calls run at the same time, but those with the same `worker`
 * (below POOL_WORKERS_MAX) one after another: what else they share must be constant. */
typedef void pool_work(void *context, size_t worker, size_t i);

/* Takes the thing `i`, on which work is done: from 0 on, never two at a time, while work on
 * others goes on. */
typedef void pool_take(void *context, size_t i);

/* Calls `work` for 0 to n - 1, each once, and `take`, unless NULL, for each as soon as all
 * up to it are worked on; what waits to be taken is never more than POOL_AHEAD. Returns when
 * all are taken. On one processor, or when no thread can be had, one after another. */
void pool_run(size_t n, pool_work *work, pool_take *take, void *context);

/* How many work at the same time on `n` things, at most: each a `worker` below that. */
size_t pool_workers(size_t n);

#endif
