/* computed.h - how long something computed, which says the same on a busy machine.
   Waiting, children and a database's own process are not in it. */

#ifndef PEJL_TEST_COMPUTED_H
#define PEJL_TEST_COMPUTED_H

#include <stdint.h>
#include <time.h>

/* How much longer everything takes under the sanitizers, at most. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COMPUTED_TIMES 8
#endif
#endif
#ifndef COMPUTED_TIMES
#define COMPUTED_TIMES 1
#endif

/* Microseconds of processor time of this program since it began. */
static inline int64_t
computed_us(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Fails when more than `ms` were computed since `from` (computed_us). */
static inline void
computed_within(const char *what, int64_t from, int64_t ms)
{
	int64_t took = (computed_us() - from) / 1000;

	if (took > ms * COMPUTED_TIMES)
		fail_msg("%s computed %lld ms, %lld at most", what, (long long)took, (long long)(ms * COMPUTED_TIMES));
}

#endif
