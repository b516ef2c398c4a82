#include "port/file.h"
#include "store/path.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* What SQLite may have beside a database, and the database. */
static const char *const parts[] = { "-wal", "-journal", "" };

bool
path_is_good(struct store *s, const char *path, bool create)
{
	struct stat st;

	if (*path == '\0')
		return store_fail(s, FAILURE_PATH, STR("the path is empty"));
	if (stat(path, &st) != 0) {
		if (errno == ENOENT)
			return create || store_fail(s, FAILURE_ABSENT, STR_NONE);
		return store_fail(s, FAILURE_PATH, str_from(strerror(errno)));
	}
	if (S_ISDIR(st.st_mode))
		return store_fail(s, FAILURE_NO_DATABASE, STR("it is a folder"));
	if (!S_ISREG(st.st_mode))
		return store_fail(s, FAILURE_NO_DATABASE, STR("it is not a file"));
	return true;
}

bool
path_is_absent(const char *path)
{
	struct stat st;

	return lstat(path, &st) != 0 && errno == ENOENT;
}

bool
path_is_free(struct store *s, struct str url, bool *replace)
{
	struct arena a = { 0 };
	bool         ok = true;

	if (str_eq(url, STR(":memory:")))
		return store_fail(s, FAILURE_PATH, STR("it is in memory"));
	for (size_t i = 0; i < COUNT_OF(parts) && ok; i++) {
		struct str  path = arena_printf(&a, STR_FMT "%s", STR_ARG(url), parts[i]);
		struct stat st;

		if (stat(path.at, &st) != 0)
			continue;
		if (st.st_size > 0 || !S_ISREG(st.st_mode))
			ok = store_fail(s, FAILURE_OCCUPIED, path);
		*replace = true;
	}
	arena_free(&a);
	return ok;
}

static bool
fail_path(struct store *s, int error)
{
	return store_fail(s, error == EEXIST ? FAILURE_OCCUPIED : FAILURE_PATH,
	    str_from(strerror(error)));
}

bool
path_beside(struct store *s, struct str url, struct str *ret)
{
	int error = file_beside(&s->arena, url, ret);

	return error == 0 || fail_path(s, error);
}

bool
path_settle(struct store *s, struct str made, struct str url, bool replace)
{
	int error = file_settle(made, url, replace);

	return error == 0 || fail_path(s, error);
}

void
path_remove(struct store *s, struct str made)
{
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		struct str path = arena_printf(&s->arena, STR_FMT "%s", STR_ARG(made), parts[i]);

		if (file_remove(path) != 0)
			store_fail(s, FAILURE_PATH, path);
	}
}
