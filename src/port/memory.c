#include "port/memory.h"
#include <malloc.h>

#define LARGE (64 * 1024)       /* bytes: what one page is made in is less */

void
memory_give_back(void)
{
	/* Either is advice; a library that does not take it is only larger. */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
	(void)mallopt(M_TRIM_THRESHOLD, 2 * LARGE);
}
