/* queue.h - slow work, in the order it came, and the threads that do it.
 *
 * Each thread has a worker of its own, so a worker is never used by two threads
 * at once. Bounded: who comes when it is full is told at once.
 */
#ifndef PORT_QUEUE_H
#define PORT_QUEUE_H

#include "base/str.h"

#define QUEUE_MAX 64            /* that wait */

struct queue;

typedef void queue_work(void *worker, void *job);

/* NULL: the threads could not start. */
struct queue *queue_start(void *const worker[], size_t workers, queue_work *work);

/* False: it is full. */
MUST_CHECK bool queue_put(struct queue *q, void *job);

/* Does what still waits, then ends the threads. NULL-safe. */
void queue_stop(struct queue *q);

#endif
