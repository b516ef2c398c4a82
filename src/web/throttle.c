#include "web/throttle.h"
#include "web/guard.h"
#include "web/service.h"

#define HOUR 3600
#define COUNT_BITS 32

static bool
count_up(atomic_uint_least64_t *at, uint64_t hour, uint64_t most)
{
	uint64_t was = atomic_load(at), next;

	do {
		next = was >> COUNT_BITS == hour ? was + 1 : (hour << COUNT_BITS) + 1;
		if ((next & UINT32_MAX) > most)
			return false;
	} while (!atomic_compare_exchange_weak(at, &was, next));
	return true;
}

bool
throttle_take(struct throttle *t, struct str who, int64_t now)
{
	uint64_t hour = (uint64_t)(now / HOUR) & UINT32_MAX;
	size_t   i = str_hash(t->seed, who) % THROTTLE_COUNTERS;

	return count_up(&t->of[i], hour, THROTTLE_FORMS) && count_up(&t->all, hour, THROTTLE_ALL);
}

/* "2001:db8:1:2" of "2001:db8:1:2:3:4:5:6": who has a network has all its addresses. */
static struct str
network(struct str address)
{
	size_t at = 0;

	for (int colons = 0; at < address.len; at++)
		if (address.at[at] == ':' && ++colons == 4)
			break;
	return str_slice(address, 0, at);
}

/* The last of the list is what our own proxy saw. */
struct str
throttle_sender(const struct request *rq)
{
	struct str rest = guard_header(rq->http, STR("X-Forwarded-For")), last = rest;

	if (rq->service == NULL || !rq->service->behind)
		return STR("this machine");
	while (rest.len > 0)
		last = str_trim(str_cut(&rest, ','));
	return network(last);
}
