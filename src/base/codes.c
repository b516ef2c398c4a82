#include "base/codes.h"
#include <stdlib.h>

size_t
codes_find(const struct str *first, size_t apart, size_t n, struct str code)
{
	const char *at = (const char *)first;
	size_t      i = 0;

	while (i < n && !str_eq(*(const struct str *)(const void *)(at + i * apart), code))
		i++;
	return i;
}

bool
codes_read(const struct str *first, size_t apart, size_t n, struct str code, void *ret, size_t size)
{
	size_t   i = codes_find(first, apart, n, code);
	unsigned place = (unsigned)i;

	if (size != sizeof place)       /* no enum of ours is kept otherwise */
		abort();
	if (i < n)
		memcpy(ret, &place, size);
	return i < n;
}
