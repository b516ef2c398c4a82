#include "port/queue.h"
#include <pthread.h>
#include <stdlib.h>

#define THREADS_MAX 4

struct hand {                           /* one thread */
	struct queue *queue;
	void         *worker;
	pthread_t     thread;
};

struct queue {
	pthread_mutex_t lock;           /* of all below */
	pthread_cond_t  news;
	void           *job[QUEUE_MAX];
	size_t          first, waiting;
	bool            ending;
	struct hand     hand[THREADS_MAX];
	size_t          hands;
	queue_work     *work;
};

/* The next job, or NULL at the end. */
static void *
take(struct queue *q)
{
	void *job = NULL;

	(void)pthread_mutex_lock(&q->lock);
	while (q->waiting == 0 && !q->ending)
		(void)pthread_cond_wait(&q->news, &q->lock);
	if (q->waiting > 0) {
		job = q->job[q->first];
		q->first = (q->first + 1) % QUEUE_MAX;
		q->waiting--;
	}
	(void)pthread_mutex_unlock(&q->lock);
	return job;
}

static void *
work(void *arg)
{
	struct hand *h = arg;
	void        *job;

	while ((job = take(h->queue)) != NULL)
		h->queue->work(h->worker, job);
	return NULL;
}

struct queue *
queue_start(void *const worker[], size_t workers, queue_work *do_one)
{
	struct queue *q = calloc(1, sizeof *q);

	if (q == NULL)
		return NULL;
	if (pthread_mutex_init(&q->lock, NULL) != 0 || pthread_cond_init(&q->news, NULL) != 0)
		abort();
	q->work = do_one;
	for (size_t i = 0; i < workers && i < THREADS_MAX; i++) {
		struct hand *h = &q->hand[q->hands];

		h->queue = q;
		h->worker = worker[i];
		if (pthread_create(&h->thread, NULL, work, h) != 0) {
			queue_stop(q);
			return NULL;
		}
		q->hands++;
	}
	return q;
}

bool
queue_put(struct queue *q, void *job)
{
	bool room;

	(void)pthread_mutex_lock(&q->lock);
	room = q->waiting < QUEUE_MAX && !q->ending && q->hands > 0;
	if (room) {
		q->job[(q->first + q->waiting) % QUEUE_MAX] = job;
		q->waiting++;
		(void)pthread_cond_signal(&q->news);
	}
	(void)pthread_mutex_unlock(&q->lock);
	return room;
}

void
queue_stop(struct queue *q)
{
	if (q == NULL)
		return;
	(void)pthread_mutex_lock(&q->lock);
	q->ending = true;
	(void)pthread_cond_broadcast(&q->news);
	(void)pthread_mutex_unlock(&q->lock);
	for (size_t i = 0; i < q->hands; i++)
		(void)pthread_join(q->hand[i].thread, NULL);
	(void)pthread_cond_destroy(&q->news);
	(void)pthread_mutex_destroy(&q->lock);
	free(q);
}
