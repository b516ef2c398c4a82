/* scratch.h - where tests make their folders: $TMPDIR, which tools/ point to memory. */
#ifndef TEST_SCRATCH_H
#define TEST_SCRATCH_H

#include <stdlib.h>

static inline const char *
scratch_dir(void)
{
	const char *dir = getenv("TMPDIR");

	return dir != NULL && dir[0] != '\0' ? dir : "/tmp";
}

#endif
