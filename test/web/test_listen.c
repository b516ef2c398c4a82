/* Sockets to listen on: who can reach them, and files that others left or took. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include "../scratch.h"
#include "port/listen.h"
#include "port/notify.h"

struct fixture {
	char dir[64], path[128];
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	snprintf(f->dir, sizeof f->dir, "%s/pejl-test-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(f->dir));
	snprintf(f->path, sizeof f->path, "%s/sø", f->dir);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	(void)unlink(f->path);
	assert_int_equal(rmdir(f->dir), 0);
	free(f);
	return 0;
}

static struct sockaddr_un
address_of(const struct fixture *f)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };

	memcpy(at.sun_path, f->path, strlen(f->path));
	return at;
}

static bool
connects(const struct fixture *f)
{
	struct sockaddr_un at = address_of(f);
	int                fd = socket(AF_UNIX, SOCK_STREAM, 0);
	bool               ok = connect(fd, (struct sockaddr *)&at, sizeof at) == 0;

	close(fd);
	return ok;
}

static void
others_are_kept_out(void **state)
{
	static const struct {
		const char *address;
		bool        expose;
		int         error;
		bool        local;
	} rows[] = {
		{ "127.0.0.1", false, 0, true }, { "127.9.9.9", false, 0, true },
		{ "localhost", false, 0, true }, { "0.0.0.0", false, LISTEN_EXPOSED, false },
		{ "0.0.0.0", true, 0, false }, { "::", false, LISTEN_EXPOSED, false },
		{ "203.0.113.1", false, LISTEN_EXPOSED, false },
		{ "203.0.113.1", true, EADDRNOTAVAIL, false }, { "ærø", false, EADDRNOTAVAIL, false },
	};
	struct listening l;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int error = listen_address(str_from(rows[i].address), 0, rows[i].expose, &l);

		if (error != rows[i].error)
			fail_msg("%s: %d", rows[i].address, error);
		if (error != 0)
			continue;
		assert_int_equal(l.local, rows[i].local);
		assert_true(l.port > 0);
		assert_false(listen_is_file(&l, STR("")));
		listen_close(&l);
	}
}

static void
a_file_is_for_owner_and_group(void **state)
{
	struct fixture  *f = *state;
	struct listening l, second;
	struct stat      st;

	assert_int_equal(listen_file(str_from(f->path), &l), 0);
	assert_true(l.local);
	assert_true(listen_is_file(&l, str_from(f->path)));
	assert_false(listen_is_file(&l, STR("/run/pejl/http.sock")));
	assert_false(listen_is_file(&l, STR("")));
	assert_int_equal(stat(f->path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0660);
	assert_true(connects(f));
	assert_int_equal(listen_file(str_from(f->path), &second), EADDRINUSE);
	assert_true(connects(f));
	listen_close(&l);
	assert_int_equal(access(f->path, F_OK), -1);
}

static void
what_was_left_is_replaced(void **state)
{
	struct fixture    *f = *state;
	struct sockaddr_un at = address_of(f);
	struct listening   l;
	int                fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	close(fd);
	assert_int_equal(listen_file(str_from(f->path), &l), 0);
	assert_true(connects(f));
	/* Another took its place: that one stays. */
	assert_int_equal(unlink(f->path), 0);
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	listen_close(&l);
	assert_int_equal(access(f->path, F_OK), 0);
	close(fd);
}

static void
other_files_are_left_alone(void **state)
{
	struct fixture  *f = *state;
	struct listening l;
	char             longer[256];
	int              fd = open(f->path, O_CREAT | O_WRONLY, 0600);

	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(listen_file(str_from(f->path), &l), EEXIST);
	assert_int_equal(access(f->path, F_OK), 0);
	memset(longer, 'a', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	assert_int_equal(listen_file(str_from(longer), &l), ENAMETOOLONG);
	assert_int_equal(listen_file(STR("/nowhere/ø"), &l), ENOENT);
}

static void
one_socket_is_inherited(void **state)
{
	char             pid[16];
	struct listening l;
	int              error = 0, kept = -1, fd;

	(void)state;
	assert_false(listen_inherited(&l, &error));
	snprintf(pid, sizeof pid, "%d", (int)getpid() + 1);
	setenv("LISTEN_PID", pid, 1);
	setenv("LISTEN_FDS", "1", 1);
	assert_false(listen_inherited(&l, &error));     /* meant for another */
	snprintf(pid, sizeof pid, "%d", (int)getpid());
	if (fcntl(3, F_GETFD) >= 0)
		kept = dup(3);
	fd = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(dup2(fd, 3), 3);
	setenv("LISTEN_PID", pid, 1);
	assert_true(listen_inherited(&l, &error));      /* it does not listen */
	assert_int_equal(error, EINVAL);
	assert_null(getenv("LISTEN_FDS"));
	assert_int_equal(listen(3, 1), 0);
	setenv("LISTEN_PID", pid, 1);
	setenv("LISTEN_FDS", "2", 1);
	assert_true(listen_inherited(&l, &error));
	assert_int_equal(error, EINVAL);
	setenv("LISTEN_PID", pid, 1);
	setenv("LISTEN_FDS", "1", 1);
	assert_true(listen_inherited(&l, &error));
	assert_int_equal(error, 0);
	assert_int_equal(l.fd, 3);
	assert_true(l.port > 0);
	assert_false(l.local);
	if (fd != 3)
		close(fd);
	if (kept >= 0) {
		dup2(kept, 3);
		close(kept);
	} else {
		close(3);
	}
}

static void
the_manager_is_told(void **state)
{
	struct fixture    *f = *state;
	struct sockaddr_un at = address_of(f);
	char               got[32];
	int                fd = socket(AF_UNIX, SOCK_DGRAM, 0);

	unsetenv("NOTIFY_SOCKET");
	notify_send(STR("READY=1"));
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	setenv("NOTIFY_SOCKET", f->path, 1);
	notify_send(STR("READY=1"));
	assert_int_equal(recv(fd, got, sizeof got, MSG_DONTWAIT), 7);
	assert_memory_equal(got, "READY=1", 7);
	unsetenv("NOTIFY_SOCKET");
	close(fd);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(others_are_kept_out), TEST(a_file_is_for_owner_and_group),
		TEST(what_was_left_is_replaced), TEST(other_files_are_left_alone),
		TEST(one_socket_is_inherited), TEST(the_manager_is_told),
	};

	return cmocka_run_group_tests_name("listen", tests, NULL, NULL);
}
