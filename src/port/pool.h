/* pool.h - the same work over many things, on all processors. */
#ifndef PORT_POOL_H
#define PORT_POOL_H

#include <stddef.h>

#define POOL_WORKERS_MAX 8

/* Does the thing `i`. Calls run at the same time, but those with the same `worker`
 * (below POOL_WORKERS_MAX) one after another: what else they share must be constant. */
typedef void pool_work(void *context, size_t worker, size_t i);

/* Calls `work` for 0 to n - 1, each once, and returns when all are done. On one
 * processor, or when no thread can be had, in order. */
void pool_run(size_t n, pool_work *work, void *context);

#endif
