#include "port/input.h"
#include <errno.h>
#include <fcntl.h>
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

	(void)diag_error(d, path, 0, arena_printf(&a, "%s: %s", what, strerror(error)),
	    STR("check the path and its permissions"));
	arena_free(&a);
	return false;
}

int
input_open(struct arena *a, struct str path, struct diags *d)
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
input_read(struct arena *a, struct str path, size_t max, struct diags *d, struct str *ret)
{
	struct buf b;
	int        fd = input_open(a, path, d);
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

struct str
input_name(struct str path)
{
	for (size_t i = path.len; i > 0; i--)
		if (path.at[i - 1] == '/')
			return str_slice(path, i, path.len);
	return path;
}
