#include "port/visits.h"
#include <stdlib.h>
#include <sys/socket.h>

void
visits_init(struct visits *v)
{
	v->first = NULL;
	atomic_init(&v->count, 0);
	if (pthread_mutex_init(&v->lock, NULL) != 0)
		abort();
}

void
visits_free(struct visits *v)
{
	(void)pthread_mutex_destroy(&v->lock);
}

struct visit *
visits_enter(struct visits *v, int fd, int64_t until)
{
	struct visit *one = calloc(1, sizeof *one);

	if (one == NULL)
		return NULL;
	one->fd = fd;
	atomic_init(&one->until, until);
	(void)pthread_mutex_lock(&v->lock);
	one->next = v->first;
	if (v->first != NULL)
		v->first->prev = one;
	v->first = one;
	(void)pthread_mutex_unlock(&v->lock);
	atomic_fetch_add_explicit(&v->count, 1, memory_order_relaxed);
	return one;
}

void
visits_leave(struct visits *v, struct visit *one)
{
	if (one == NULL)
		return;
	(void)pthread_mutex_lock(&v->lock);
	if (one->prev != NULL)
		one->prev->next = one->next;
	else
		v->first = one->next;
	if (one->next != NULL)
		one->next->prev = one->prev;
	(void)pthread_mutex_unlock(&v->lock);
	atomic_fetch_sub_explicit(&v->count, 1, memory_order_relaxed);
	free(one);
}

void
visits_end_late(struct visits *v, int64_t now)
{
	(void)pthread_mutex_lock(&v->lock);
	for (struct visit *one = v->first; one != NULL; one = one->next)
		if (atomic_load_explicit(&one->until, memory_order_relaxed) < now)
			(void)shutdown(one->fd, SHUT_RDWR);
	(void)pthread_mutex_unlock(&v->lock);
}
