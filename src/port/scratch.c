#include "port/scratch.h"
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDERS_OPEN = 16 };

int
scratch_open(struct arena *a, struct str *ret)
{
	const char *dir = getenv("TMPDIR");
	struct str  path = arena_printf(a, "%s/pejl-XXXXXX", dir != NULL && dir[0] != '\0' ? dir : "/tmp");
	char       *name = ARENA_ARRAY(a, char, path.len + 1);

	memcpy(name, path.at, path.len);
	if (mkdtemp(name) == NULL)
		return errno;
	*ret = (struct str){ name, path.len };
	return 0;
}

/* What cannot be removed stays; the next one has a name of its own. */
static int
away(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	(void)remove(path);
	return 0;
}

void
scratch_close(struct arena *a, struct str path)
{
	(void)nftw(str_dup(a, path).at, away, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
}
