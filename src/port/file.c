#include "port/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
problem(struct diags *d, struct str path, const char *what, const char *hint)
{
	return diag_error(d, path, 0, str_from(what), str_from(hint));
}

/* What went wrong with a file, in words; the system's own words end it. */
static bool
os_problem(struct diags *d, struct str path, const char *what, int error)
{
	struct arena a = { 0 };
	const char  *hint = "check the path and its permissions";

	if (error == ENOSPC || error == EFBIG || error == EDQUOT)
		hint = "free some space; nothing was changed";
	(void)diag_error(d, path, 0, arena_printf(&a, "%s: %s", what, strerror(error)),
	    str_from(hint));
	arena_free(&a);
	return false;
}

int
file_open(struct arena *a, struct str path, struct diags *d)
{
	struct str  name = str_dup(a, path);
	struct stat st;
	int         fd = open(name.at, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		(void)os_problem(d, path, "cannot be read", errno);
		return -1;
	}
	if (fstat(fd, &st) != 0 || S_ISDIR(st.st_mode)) {
		(void)problem(d, path, "is a folder, not a file", "name the files in it");
		(void)close(fd);
		return -1;
	}
	return fd;
}

/* Reads to the end of `fd`, or one byte more than `max`. */
static bool
read_all(int fd, struct buf *b, size_t max)
{
	char    chunk[1 << 16];
	ssize_t n;

	while (b->len <= max) {
		n = read(fd, chunk, sizeof chunk);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		buf_put(b, (struct str){ chunk, (size_t)n });
		if (!buf_ok(b))
			break;
	}
	return true;
}

bool
file_read(struct arena *a, struct str path, size_t max, struct diags *d, struct str *ret)
{
	struct buf b;
	int        fd = file_open(a, path, d);
	bool       ok = false;

	if (fd < 0)
		return false;
	buf_init(&b, max + (1 << 16));
	if (!read_all(fd, &b, max))
		(void)os_problem(d, path, "cannot be read", errno);
	else if (b.len > max || !buf_ok(&b))
		(void)diag_error(d, path, 0, arena_printf(a, "larger than %zu MB", max >> 20),
		    STR("split it, or take out what is not text"));
	else
		ok = true;
	if (ok)
		*ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	(void)close(fd);
	return ok;
}

static bool
write_all(int fd, struct str bytes)
{
	while (bytes.len > 0) {
		ssize_t n = write(fd, bytes.at, bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = str_slice(bytes, (size_t)n, bytes.len);
	}
	return fsync(fd) == 0 || errno == EINVAL;
}

bool
file_write(struct arena *a, struct str path, struct str bytes, struct diags *d)
{
	struct str final = str_dup(a, path);
	struct str part = arena_printf(a, STR_FMT ".part", STR_ARG(path));
	int        fd = open(part.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	int        error = 0;

	if (fd < 0)
		return os_problem(d, path, "cannot be written", errno);
	if (!write_all(fd, bytes))
		error = errno;
	if (close(fd) != 0 && error == 0)
		error = errno;
	if (error == 0 && rename(part.at, final.at) != 0)
		error = errno;
	if (error == 0)
		return true;
	(void)unlink(part.at);
	return os_problem(d, path, "cannot be written", error);
}

struct str
file_name(struct str path)
{
	for (size_t i = path.len; i > 0; i--)
		if (path.at[i - 1] == '/')
			return str_slice(path, i, path.len);
	return path;
}
