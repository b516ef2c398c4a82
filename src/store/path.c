#include "store/path.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

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
path_is_free(struct store *s, struct str url, bool *replace)
{
	static const char *const beside[] = { "-wal", "-journal", "" };
	struct arena a = { 0 };
	bool         ok = true;

	if (str_eq(url, STR(":memory:")))
		return store_fail(s, FAILURE_PATH, STR("it is in memory"));
	for (size_t i = 0; i < COUNT_OF(beside) && ok; i++) {
		struct str  path = arena_printf(&a, STR_FMT "%s", STR_ARG(url), beside[i]);
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
