#include "port/folder.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
problem(struct diags *d, struct str path, int error)
{
	struct arena a = { 0 };
	bool         full = error == ENOSPC || error == EFBIG || error == EDQUOT;

	(void)diag_error(d, path, 0, arena_printf(&a, "cannot be written: %s", strerror(error)),
	    full ? STR("free some space; nothing was changed")
	         : STR("check the path and its permissions"));
	arena_free(&a);
	return false;
}

enum folder_kind
folder_kind(struct str path, struct diags *d)
{
	struct arena   a = { 0 };
	DIR           *dir = opendir(str_dup(&a, path).at);
	int            error = errno;
	struct dirent *entry;
	size_t         entries = 0;

	arena_free(&a);
	if (dir == NULL && error == ENOENT)
		return FOLDER_ABSENT;
	if (dir == NULL) {
		(void)diag_error(d, path, 0, str_from(strerror(error)),
		    STR("name a folder that can be read"));
		return FOLDER_NONE;
	}
	while ((entry = readdir(dir)) != NULL)
		entries += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	(void)closedir(dir);
	return entries == 0 ? FOLDER_EMPTY : FOLDER_FILLED;
}

int64_t
folder_written(struct str path, struct str file)
{
	struct arena a = { 0 };
	struct stat  st;
	int64_t      at = -1;

	if (lstat(arena_printf(&a, STR_FMT "/" STR_FMT, STR_ARG(path), STR_ARG(file)).at, &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_mtim.tv_sec >= 0)
		at = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	arena_free(&a);
	return at;
}

bool
folder_has(struct str path, struct str file)
{
	struct arena a = { 0 };
	struct str   name = arena_printf(&a, STR_FMT "/" STR_FMT, STR_ARG(path), STR_ARG(file));
	bool         has = access(name.at, F_OK) == 0;

	arena_free(&a);
	return has;
}

bool
folder_begin(struct arena *a, struct str path, struct diags *d, struct folder *ret)
{
	struct folder f = { .arena = a, .diags = d, .path = str_dup(a, path), .fd = -1 };
	struct str    stage = arena_printf(a, STR_FMT "/.pejl-XXXXXX", STR_ARG(path));
	char         *name = ARENA_ARRAY(a, char, stage.len + 1);

	if (mkdir(f.path.at, 0777) == 0)
		f.made = true;
	else if (errno != EEXIST)
		return problem(d, path, errno);
	memcpy(name, stage.at, stage.len);
	if (mkdtemp(name) == NULL)
		return problem(d, path, errno);
	f.stage = (struct str){ name, stage.len };
	*ret = f;
	return true;
}

static struct str
inside(struct folder *f, struct str folder, struct str name)
{
	return arena_printf(f->arena, STR_FMT "/" STR_FMT, STR_ARG(folder), STR_ARG(name));
}

bool
folder_open(struct folder *f, struct str name)
{
	struct str path = inside(f, f->stage, name);

	f->fd = open(path.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (f->fd < 0)
		return problem(f->diags, inside(f, f->path, name), errno);
	ARENA_GROW(f->arena, f->file, f->files, &f->cap);
	f->file[f->files++] = str_dup(f->arena, name);
	return true;
}

bool
folder_add(struct folder *f, struct str bytes)
{
	while (bytes.len > 0) {
		ssize_t n = write(f->fd, bytes.at, bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return problem(f->diags, inside(f, f->path, f->file[f->files - 1]),
			    n == 0 ? ENOSPC : errno);
		bytes = str_slice(bytes, (size_t)n, bytes.len);
	}
	return true;
}

bool
folder_close(struct folder *f)
{
	int error = fsync(f->fd) == 0 ? 0 : errno;

	if (close(f->fd) != 0 && error == 0)
		error = errno;
	f->fd = -1;
	return error == 0 ||
	    problem(f->diags, inside(f, f->path, f->file[f->files - 1]), error);
}

bool
folder_commit(struct folder *f)
{
	for (size_t i = 0; i < f->files; i++) {
		struct str from = inside(f, f->stage, f->file[i]);
		struct str to = inside(f, f->path, f->file[i]);

		if (rename(from.at, to.at) != 0)
			return problem(f->diags, to, errno);
	}
	f->files = 0;
	f->made = false;
	return true;
}

void
folder_drop(struct folder *f)
{
	if (f->stage.len == 0)
		return;
	if (f->fd >= 0)
		(void)close(f->fd);
	for (size_t i = 0; i < f->files; i++)
		(void)unlink(inside(f, f->stage, f->file[i]).at);
	(void)rmdir(f->stage.at);
	if (f->made)
		(void)rmdir(f->path.at);
	f->stage = STR_NONE;
}
