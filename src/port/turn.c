#include "port/turn.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int
open_lock(const char *what)
{
	const char *dir = getenv("TMPDIR");
	char        path[PATH_MAX];
	int         n = snprintf(path, sizeof path, "%s/.pejl-%s-%u", dir != NULL && dir[0] != '\0'
	    ? dir : "/tmp", what, (unsigned)geteuid());

	if (n < 0 || (size_t)n >= sizeof path)
		return -1;
	return open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* In a folder of all, a file of that name may be somebody else's, who never lets go. */
static bool
is_ours(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid();
}

int
turn_begin(const char *what)
{
	int fd = open_lock(what);

	if (fd < 0)
		return -1;
	while (is_ours(fd)) {
		if (flock(fd, LOCK_EX) == 0)
			return fd;
		if (errno != EINTR)
			break;
	}
	(void)close(fd);
	return -1;
}

/* Closing lets go. */
void
turn_end(int turn)
{
	if (turn >= 0)
		(void)close(turn);
}
