#include "port/swap.h"
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define OPEN_FOLDERS 32
#define NEW_FILE     (O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
#define A_FOLDER     (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
#define BESIDE       ".next-"
#define RANDOM       6                  /* letters and digits that mkdtemp() puts behind it */
#define TRIES        8

static struct str
hint_of(int error)
{
	if (error == ENOSPC || error == EFBIG || error == EDQUOT)
		return STR("free some space; the folder is as it was");
	if (error == EBUSY || error == EXDEV)
		return STR("a disk is mounted there: name a folder in it; nothing was changed");
	if (error == EINVAL || error == ENOSYS)
		return STR("this file system cannot let two folders change places; the folder is as it was");
	return STR("check the path and its permissions; the folder is as it was");
}

static bool
problem(struct swap *s, struct str where, int error)
{
	return diag_error(s->diags, where, 0, arena_printf(s->arena, "cannot be written: %s", strerror(error)),
	    hint_of(error));
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

/* ---- the new one ---- */

/* Where the last name of a path begins. */
static size_t
last_name(struct str path)
{
	size_t at = path.len;

	while (at > 0 && path.at[at - 1] != '/')
		at--;
	return at;
}

static bool
is_left_over(struct str name, struct str folder)
{
	struct str begins = STR(BESIDE), rest;

	if (!str_starts(name, folder))
		return false;
	rest = str_slice(name, folder.len, name.len);
	if (!str_starts(rest, begins) || rest.len != begins.len + RANDOM)
		return false;
	for (size_t i = begins.len; i < rest.len; i++)
		if (!isalnum((unsigned char)rest.at[i]))
			return false;
	return true;
}

/* What is being made is locked by who makes it; what nobody holds is left over from one that
 * was ended in the middle. */
static void
remove_when_left(struct str path)
{
	int         fd = open(path.at, A_FOLDER);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0)
		remove_folder(path);
	if (fd >= 0)
		(void)close(fd);
}

static void
remove_left_over(const struct swap *s)
{
	size_t         begins = last_name(s->path);
	struct str     parent = str_slice(s->path, 0, begins);
	struct str     name = str_slice(s->path, begins, s->path.len);
	DIR           *at = opendir(parent.len == 0 ? "." : str_dup(s->arena, parent).at);
	struct dirent *e;

	if (at == NULL)
		return;
	while ((e = readdir(at)) != NULL)
		if (is_left_over(str_from(e->d_name), name))
			remove_when_left(arena_printf(s->arena, STR_FMT "%s", STR_ARG(parent), e->d_name));
	(void)closedir(at);
}

/* Another may take a folder for left over before it is locked: then one more is made. */
static int
make_beside(struct swap *s)
{
	for (int i = 0; i < TRIES; i++) {
		struct stat st;
		char       *made;

		s->next = arena_printf(s->arena, STR_FMT BESIDE "XXXXXX", STR_ARG(s->path));
		made = (char *)(uintptr_t)s->next.at;
		/* others read what is published: mkdtemp() makes it for its owner alone */
		if (mkdtemp(made) == NULL || (chmod(made, 0755) != 0 && errno != ENOENT))
			return errno;
		s->lock = open(made, A_FOLDER);
		if (s->lock >= 0)
			(void)flock(s->lock, LOCK_EX);
		if (s->lock >= 0 && fstat(s->lock, &st) == 0 && st.st_nlink > 0)
			return 0;
		if (s->lock >= 0)
			(void)close(s->lock);
	}
	return EAGAIN;
}

/* The folder that a link leads to changes, and the link stays; "." has a name, too. */
static struct str
follow(struct arena *a, struct str path)
{
	char      *whole = realpath(path.at, NULL);
	struct str ret = whole == NULL ? path : str_dup(a, str_from(whole));

	free(whole);
	return ret;
}

static bool
is_mounted(struct swap *s, const struct stat *st)
{
	struct stat above;

	return s->there && stat(arena_printf(s->arena, STR_FMT "/..", STR_ARG(s->path)).at, &above) == 0 &&
	    above.st_dev != st->st_dev;
}

bool
swap_begin(struct arena *a, struct str path, struct diags *d, struct swap *ret)
{
	struct swap s = { .arena = a, .diags = d, .lock = -1 };
	struct stat st;
	int         error;

	while (path.len > 1 && path.at[path.len - 1] == '/')
		path.len--;
	s.path = str_dup(a, path);
	s.there = lstat(s.path.at, &st) == 0;
	if (s.there && (S_ISLNK(st.st_mode) || str_ends(s.path, STR(".")))) {
		s.path = follow(a, s.path);
		s.there = lstat(s.path.at, &st) == 0;
	}
	if (s.there && !S_ISDIR(st.st_mode))
		return problem(&s, s.path, ENOTDIR);
	if (is_mounted(&s, &st))
		return problem(&s, s.path, EBUSY);
	remove_left_over(&s);
	if ((error = make_beside(&s)) != 0)
		return problem(&s, s.path, error);
	*ret = s;
	return true;
}

/* ---- its files ---- */

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

static void
finish(struct swap *s)
{
	if (s->next.len > 0)
		(void)close(s->lock);
	s->next = STR_NONE;
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
	finish(s);
	return true;
}

void
swap_drop(struct swap *s)
{
	if (s->next.len > 0)
		remove_folder(s->next);
	finish(s);
}
