/* pejl serve as those meet it who run it: sockets of files and of the service
 * manager, readiness, the log, what it refuses to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "serve.h"
#include <sys/stat.h>
#include <sys/un.h>

static struct sockaddr_un
address_of(const struct fixture *f, const char *name)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };

	snprintf(at.sun_path, sizeof at.sun_path, "%s/%s", f->dir, name);
	return at;
}

/* Another server on the same register, until its first line. */
static pid_t
start_second(struct fixture *f, int *out, const char *const *words)
{
	pid_t pid = start(words, out);

	read_output(f, *out, true);
	return pid;
}

static int
ended(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static struct str
ask_file(struct fixture *f, const struct sockaddr_un *at, struct str request)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_int_equal(connect(fd, (const struct sockaddr *)at, sizeof *at), 0);
	send_all(fd, request);
	receive_all(f, fd);
	close(fd);
	return buf_str(&f->got);
}

/* The last line of a server's output that has the words in it. */
static bool
logs(struct fixture *f, int out, const char *words)
{
	for (int i = 0; i < 50; i++) {
		struct pollfd p = { out, POLLIN, 0 };

		if (poll(&p, 1, 3000) != 1)
			return false;
		read_output(f, out, true);
		if (says(f, words))
			return true;
		if (f->got.len == 0)
			return false;
	}
	return false;
}

static void
a_file_is_listened_on(void **state)
{
	struct fixture    *f = *state;
	struct sockaddr_un at = address_of(f, "sø");
	struct stat        st;
	struct str         got;
	int                out;
	pid_t              pid = start_second(f, &out, (const char *const[]){ "--db", f->db,
	    "serve", "--unix", at.sun_path, "--log", "all", NULL });

	assert_true(says(f, "serving on "));
	assert_int_equal(stat(at.sun_path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0660);
	got = ask_file(f, &at, STR("GET /da/" H "X-Forwarded-Proto: https\r\nUser-Agent: Åge\r\n\r\n"));
	assert_true(str_starts(got, STR("HTTP/1.1 200 ")));
	assert_true(says(f, "\r\nStrict-Transport-Security: "));
	assert_true(says(f, "Københavns Kommune"));
	assert_true(logs(f, out, "\"route\":\"/:lang/\",\"status\":200,\"bytes\":"));
	assert_false(says(f, "Åge"));
	/* A second one finds the first, and leaves it. */
	assert_int_equal(RUN(f, "--db", f->db, "serve", "--unix", at.sun_path), 2);
	assert_true(says(f, "another program answers on this socket"));
	assert_int_equal(kill(pid, SIGTERM), 0);
	assert_int_equal(ended(pid), 0);
	close(out);
	assert_int_equal(access(at.sun_path, F_OK), -1);
}

/* What a service manager does: it opens the socket, passes it as the third file, and
 * is told when all is ready and when it ends. */
static void
the_service_manager_is_obeyed(void **state)
{
	struct fixture    *f = *state;
	struct sockaddr_un at = address_of(f, "sø"), manager = address_of(f, "tavle");
	int                status, hears = socket(AF_UNIX, SOCK_DGRAM, 0);
	int                listens = socket(AF_UNIX, SOCK_STREAM, 0);
	char               word[32];
	pid_t              pid;

	assert_int_equal(bind(hears, (struct sockaddr *)&manager, sizeof manager), 0);
	assert_int_equal(bind(listens, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(listens, 8), 0);
	pid = fork();
	if (pid == 0) {
		char number[16];

		snprintf(number, sizeof number, "%d", (int)getpid());
		setenv("LISTEN_PID", number, 1);
		setenv("LISTEN_FDS", "1", 1);
		setenv("NOTIFY_SOCKET", manager.sun_path, 1);
		if (listens != 3)
			dup2(listens, 3);
		execl(program(), program(), "--db", f->db, "serve", (char *)NULL);
		_exit(127);
	}
	close(listens);
	setsockopt(hears, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){ PATIENCE_SECONDS, 0 },
	    sizeof(struct timeval));
	assert_int_equal(recv(hears, word, sizeof word, 0), 7);
	assert_memory_equal(word, "READY=1", 7);
	assert_true(str_starts(ask_file(f, &at, STR("GET /readyz" H "\r\n")), STR("HTTP/1.1 200 ")));
	assert_int_equal(kill(pid, SIGTERM), 0);
	assert_int_equal(recv(hears, word, sizeof word, 0), 10);
	assert_memory_equal(word, "STOPPING=1", 10);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	/* The socket is the manager's: it stays. */
	assert_int_equal(unlink(at.sun_path), 0);
	assert_int_equal(unlink(manager.sun_path), 0);
	close(hears);
}

static void
others_are_kept_out(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(RUN(f, "--db", f->db, "serve", "--listen", "0.0.0.0", "--port", "0"), 2);
	assert_true(says(f, "0.0.0.0:0: error: others than this machine could connect here"));
	assert_true(says(f, "--expose"));
	assert_int_equal(RUN(f, "--db", f->db, "serve", "--listen", "::", "--port", "0"), 2);
	assert_true(says(f, "[::]:0: error: others"));
	assert_int_equal(RUN(f, "--db", f->db, "serve", "--log", "æ"), 2);
	assert_true(says(f, "--log is none, errors or all"));
	assert_int_equal(RUN(f, "--db", f->db, "serve", "--workers", "0"), 2);
	assert_true(says(f, "--workers is a number from 1 to 4"));
}

/* The register goes and comes back: ready, not ready, ready; alive all the time. */
static void
readiness_is_the_registers(void **state)
{
	struct fixture *f = *state;
	char            away[160];

	snprintf(away, sizeof away, "%s/væk", f->dir);
	assert_int_equal(ask(f, STR("GET /readyz" H "\r\n")), 200);
	assert_int_equal(rename(f->db, away), 0);
	assert_int_equal(ask(f, STR("GET /readyz" H "\r\n")), 503);
	assert_true(says(f, "Retry-After: "));
	assert_int_equal(ask(f, STR("GET /healthz" H "\r\n")), 200);
	assert_int_equal(rename(away, f->db), 0);
	assert_int_equal(ask(f, STR("GET /readyz" H "\r\n")), 200);
	assert_int_equal(ask(f, STR("GET /metrics" H "\r\n")), 200);
	assert_true(says(f, "\npejl_requests_total{route=\"/readyz\",status=\"5xx\"} 1\n"));
	assert_true(says(f, "\npejl_connections "));
	assert_true(says(f, "\npejl_register_change "));
	assert_true(logs(f, f->out, "\"route\":\"/readyz\",\"status\":503,"));
}

/* Asked by packed and by plain readers, first and again: the same bytes. */
static void
what_is_sent_again_is_the_same(void **state)
{
	static const struct str requests[] = {
		STR_INIT("GET /da/" H "\r\n"), STR_INIT("GET /da/" H "Accept-Encoding: gzip\r\n\r\n"),
		STR_INIT("GET /api/v1/codes" H "\r\n"),
		STR_INIT("GET /api/v1/indicators/i-arbejde.xlsx" H "\r\n"),
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(requests); i++) {
		struct str first = STR_NONE;

		for (int k = 0; k < 6; k++) {
			assert_int_equal(ask(f, requests[i]), 200);
			if (k == 0)
				first = str_dup(&f->arena, body_of(f));
			assert_true(str_eq(body_of(f), first));
			assert_int_equal(str_starts(first, STR("\x1f\x8b")), i == 1);
		}
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_listened_on), TEST(the_service_manager_is_obeyed),
		TEST(others_are_kept_out), TEST(readiness_is_the_registers),
		TEST(what_is_sent_again_is_the_same),
	};

	return cmocka_run_group_tests_name("serve ops", tests, NULL, NULL);
}
