#include "port/swap.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OPEN_FOLDERS 32
#define NEW_FILE     (O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)

static bool
problem(struct swap *s, struct str where, int error)
{
	bool full = error == ENOSPC || error == EFBIG || error == EDQUOT;

	return diag_error(s->diags, where, 0, arena_printf(s->arena, "cannot be written: %s", strerror(error)),
	    full ? STR("free some space; the folder is as it was")
	         : STR("check the path and its permissions; the folder is as it was"));
}

static int
remove_one(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)what;
	(void)at;
	return remove(path);
}

static void
remove_folder(struct str path)
{
	(void)nftw(path.at, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

bool
swap_begin(struct arena *a, struct str path, struct diags *d, struct swap *ret)
{
	struct swap s = { .arena = a, .diags = d };
	struct stat st;
	char       *made;

	while (path.len > 1 && path.at[path.len - 1] == '/')
		path.len--;
	s.path = str_dup(a, path);
	s.there = lstat(s.path.at, &st) == 0;
	if (s.there && !S_ISDIR(st.st_mode))
		return problem(&s, s.path, ENOTDIR);
	s.next = arena_printf(a, STR_FMT ".next-XXXXXX", STR_ARG(s.path));
	made = (char *)(uintptr_t)s.next.at;
	/* others read what is published: mkdtemp() makes it for its owner alone */
	if (mkdtemp(made) == NULL || chmod(made, 0755) != 0)
		return problem(&s, s.path, errno);
	*ret = s;
	return true;
}

/* The folders above a file, as far as they are not there. */
static bool
make_folders(struct swap *s, struct str file)
{
	for (size_t i = 0; i < file.len; i++) {
		struct str folder;

		if (file.at[i] != '/')
			continue;
		folder = arena_printf(s->arena, STR_FMT "/" STR_FMT, STR_ARG(s->next), (int)i, file.at);
		if (mkdir(folder.at, 0755) != 0 && errno != EEXIST)
			return problem(s, folder, errno);
	}
	return true;
}

static int
write_all(int fd, struct str bytes)
{
	while (bytes.len > 0) {
		ssize_t n = write(fd, bytes.at, bytes.len);

		if (n < 0 && errno != EINTR)
			return errno;
		if (n > 0)
			bytes = str_slice(bytes, (size_t)n, bytes.len);
	}
	return 0;
}

bool
swap_put(struct swap *s, struct str file, struct str bytes)
{
	struct str path = arena_printf(s->arena, STR_FMT "/" STR_FMT, STR_ARG(s->next), STR_ARG(file));
	int        fd = open(path.at, NEW_FILE, 0644), error;

	if (fd < 0 && errno == ENOENT) {
		if (!make_folders(s, file))
			return false;
		fd = open(path.at, NEW_FILE, 0644);
	}
	if (fd < 0)
		return problem(s, path, errno);
	error = write_all(fd, bytes);
	if (close(fd) != 0 && error == 0)
		error = errno;
	return error == 0 || problem(s, path, error);
}

bool
swap_keep(struct swap *s, struct str file)
{
	struct str old, path;

	if (!s->there)
		return false;
	old = arena_printf(s->arena, STR_FMT "/" STR_FMT, STR_ARG(s->path), STR_ARG(file));
	path = arena_printf(s->arena, STR_FMT "/" STR_FMT, STR_ARG(s->next), STR_ARG(file));
	if (link(old.at, path.at) == 0)
		return true;
	return errno == ENOENT && make_folders(s, file) && link(old.at, path.at) == 0;
}

size_t
swap_size(const struct swap *s, struct str file)
{
	struct str  path = arena_printf(s->arena, STR_FMT "/" STR_FMT, STR_ARG(s->next), STR_ARG(file));
	struct stat st;

	return lstat(path.at, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
}

/* All that was written there, in one go. */
static int
sync_folder(struct str path)
{
	int fd = open(path.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC), error;

	if (fd < 0)
		return errno;
	error = syncfs(fd) == 0 ? 0 : errno;
	(void)close(fd);
	return error;
}

bool
swap_commit(struct swap *s)
{
	int error = sync_folder(s->next);

	if (error == 0 && s->there)
		error = renameat2(AT_FDCWD, s->next.at, AT_FDCWD, s->path.at, RENAME_EXCHANGE) == 0 ? 0 : errno;
	else if (error == 0)
		error = rename(s->next.at, s->path.at) == 0 ? 0 : errno;
	if (error != 0)
		return problem(s, s->path, error);
	if (s->there)
		remove_folder(s->next);
	s->next = STR_NONE;
	return true;
}

void
swap_drop(struct swap *s)
{
	if (s->next.len > 0)
		remove_folder(s->next);
	s->next = STR_NONE;
}
