#include "port/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int
file_beside(struct arena *a, struct str path, struct str *ret)
{
	struct str name = arena_printf(a, STR_FMT ".tmp-XXXXXX", STR_ARG(path));
	char      *at = ARENA_ARRAY(a, char, name.len + 1);
	mode_t     mask = umask(0);
	int        fd;

	umask(mask);
	for (size_t i = 0; i < name.len; i++)
		at[i] = name.at[i];
	fd = mkostemp(at, O_CLOEXEC);
	if (fd < 0)
		return errno;
	/* mkostemp() keeps it to ourselves; it is to be like any new file. */
	if (fchmod(fd, 0666 & ~mask) != 0 || close(fd) != 0)
		return errno;
	*ret = (struct str){ at, name.len };
	return 0;
}

static int
sync_path(const char *path, int flags)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | flags), error = 0;

	if (fd < 0)
		return errno;
	if (fsync(fd) != 0)
		error = errno;
	close(fd);
	return error;
}

/* The new name is on disk when its folder is. */
static int
sync_folder(struct arena *a, struct str path)
{
	size_t end = path.len;

	while (end > 0 && path.at[end - 1] != '/')
		end--;
	return sync_path(end == 0 ? "." : str_dup(a, str_slice(path, 0, end)).at, O_DIRECTORY);
}

/* Not every file system can refuse to overwrite by itself. */
static int
rename_new(const char *from, const char *to)
{
	struct stat st;

	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return errno;
	if (lstat(to, &st) == 0)
		return EEXIST;
	return rename(from, to) == 0 ? 0 : errno;
}

int
file_settle(struct str made, struct str path, bool replace)
{
	struct arena a = { 0 };
	const char  *from = str_dup(&a, made).at, *to = str_dup(&a, path).at;
	int          error = sync_path(from, 0);

	if (error == 0 && replace)
		error = rename(from, to) == 0 ? 0 : errno;
	else if (error == 0)
		error = rename_new(from, to);
	if (error == 0)
		error = sync_folder(&a, path);
	arena_free(&a);
	return error;
}

int
file_remove(struct str path)
{
	struct arena a = { 0 };
	int          error = unlink(str_dup(&a, path).at) == 0 ? 0 : errno;

	arena_free(&a);
	return error == ENOENT ? 0 : error;
}

static int
write_all(struct str path, struct str bytes)
{
	int fd = open(path.at, O_WRONLY | O_CLOEXEC), error = fd < 0 ? errno : 0;

	while (error == 0 && bytes.len > 0) {
		ssize_t n = write(fd, bytes.at, bytes.len);

		if (n < 0 && errno != EINTR)
			error = errno;
		bytes = str_slice(bytes, n < 0 ? 0 : (size_t)n, bytes.len);
	}
	if (fd >= 0 && close(fd) != 0 && error == 0)
		error = errno;
	return error;
}

int
file_put(struct arena *a, struct str path, struct str bytes)
{
	struct str made;
	int        error = file_beside(a, path, &made);

	if (error != 0)
		return error;
	error = write_all(made, bytes);
	if (error == 0)
		error = file_settle(made, path, true);
	if (error != 0)
		(void)!file_remove(made);       /* the first error says more */
	return error;
}
