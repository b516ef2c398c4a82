#include "web/shelf.h"
#include "port/clock.h"
#include <stdlib.h>

struct viewer *
shelf_take(struct shelf *k)
{
	for (size_t i = 0; i < SHELF_MAX; i++) {
		struct viewer *v = atomic_exchange(&k->at[i], NULL);

		if (v != NULL)
			return v;
	}
	return viewer_new(k->db, k->log, k->patience_ms);
}

/* There is a place for each thread, but another may just have taken one. */
static void
put(struct shelf *k, struct viewer *v)
{
	for (size_t i = 0;; i = (i + 1) % SHELF_MAX) {
		struct viewer *none = NULL;

		if (atomic_compare_exchange_strong(&k->at[i], &none, v))
			return;
	}
}

/* Who is taken last is not needed when it was not taken for long. */
static void
close_idle(struct shelf *k, int64_t now)
{
	for (size_t i = 1; i < SHELF_MAX; i++) {
		struct viewer *v = atomic_exchange(&k->at[i], NULL);

		if (v != NULL && now - v->asked_at > SHELF_REST_MS)
			viewer_free(v);
		else if (v != NULL)
			put(k, v);
	}
}

void
shelf_give(struct shelf *k, struct viewer *v)
{
	put(k, v);
	close_idle(k, clock_ms());
}

void
shelf_close(struct shelf *k)
{
	for (size_t i = 0; i < SHELF_MAX; i++)
		viewer_free(atomic_exchange(&k->at[i], NULL));
}
