/* order.h - which of two comes first, as qsort() wants it: negative, 0 or positive. */
#ifndef BASE_ORDER_H
#define BASE_ORDER_H

#include <stdint.h>

static inline int
order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

#endif
