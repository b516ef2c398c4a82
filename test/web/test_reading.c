/* Papers on their way into the inbox: a server that ends while it reads, and limits. */
#include "inbox.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "web/reader.h"

/* The child waits for the end of this pipe, and dies of the paper. */
#define HOLD "PEJL_TEST_HOLDS_PAPER"

static const char *
send_one(struct world *w, const char *nonce, struct str bytes)
{
	assert_int_equal(send_file(w, &w->bo, nonce, "notat.txt", bytes, "\r\n--" BOUNDARY "--\r\n"), 303);
	return str_dup(&w->site.p->arena, site_header(&w->site, "Location")).at;
}

static void
begun_at(struct world *w, int64_t id, int64_t now)
{
	assert_true(store_begin(w->db));
	assert_true(store_run(w->db, STMT_READING_CLAIM, (struct param[]){ P_INT(now), P_INT(id) }, 2));
	assert_true(store_commit(w->db));
}

/* The server ended while it read: another one takes it up once, and not before it can be sure. */
static void
a_restart_loses_no_paper(void **state)
{
	struct world w = open_world(*state);
	int64_t      before = changes(&w), now = clock_unix();
	const char  *page = send_one(&w, "a", str_from(own));
	bool         any = true;

	begun_at(&w, 1, now);
	store_close(w.db);
	w.db = place_open(w.site.p, STORE_WRITE);
	assert_true(reading_next(w.db, now + READING_STALE_SECONDS - 1, &any));
	assert_false(any);
	assert_int_equal(staff_ask(&w.site, &w.bo, page), 200);
	site_says(&w.site, "Det bliver læst nu.");
	assert_string_equal(site_header(&w.site, "Refresh").at, "2");
	assert_true(reading_next(w.db, now + READING_STALE_SECONDS, &any));
	assert_true(any);
	assert_int_equal(staff_ask(&w.site, &w.bo, page), 303);
	is_led_to(&w, PAPER);
	assert_int_equal(changes(&w), before + 1);
	assert_int_equal(acts(&w, "paper.take"), 1);
	close_world(&w);
}

/* What ended the server twice is not read a third time, and others are read after it. */
static void
a_paper_that_ends_the_server_is_left(void **state)
{
	struct world w = open_world(*state);
	int64_t      before = changes(&w);
	const char  *page = send_one(&w, "a", STR("Notat om Ærø\n")), *next = send_one(&w, "b", str_from(own));

	assert_int_equal(staff_ask(&w.site, &w.bo, next), 200);
	site_says(&w.site, "1 dokument læses før det.");
	begun_at(&w, 1, 1);
	begun_at(&w, 1, 1);
	read_all(&w);
	assert_int_equal(staff_ask(&w.site, &w.bo, page), 200);
	site_says(&w.site, "kunne ikke læses inden for den tid");
	assert_int_equal(staff_ask(&w.site, &w.bo, next), 303);
	assert_int_equal(changes(&w), before + 1);
	close_world(&w);
}

/* Who lost the right meanwhile takes nothing in; and not everything is queued. */
static void
a_queue_has_its_limits(void **state)
{
	struct world w = open_world(*state);
	int64_t      before = changes(&w);
	const char  *page = send_one(&w, "a", str_from(own));

	for (int i = 1; i < READING_MAX; i++)
		(void)send_one(&w, arena_printf(&w.site.p->arena, "n%d", i).at, STR("Notat\n"));
	assert_int_equal(send_file(&w, &w.bo, "en for meget", "notat.txt", STR("Ø"), "\r\n--" BOUNDARY "--\r\n"), 422);
	site_says(&w.site, "20 dokumenter venter allerede");
	assert_true(store_begin(w.db));
	assert_true(store_run(w.db, STMT_GRANT_DROP_ALL, (struct param[]){ P_INT(w.bo.account) }, 1));
	assert_true(store_commit(w.db));
	read_all(&w);
	assert_int_equal(changes(&w), before);
	assert_true(store_begin(w.db));
	staff_grant(w.db, w.bo.account, "editor", 0);
	assert_true(store_commit(w.db));
	assert_int_equal(staff_ask(&w.site, &w.bo, page), 200);
	site_says(&w.site, "må ikke længere tage dokumenter ind");
	close_world(&w);
}

static bool
read_next(const void *of, struct store *s, int64_t now, bool *ret)
{
	(void)of;
	return reading_next(s, now, ret);
}

/* A paper that takes long and then kills who reads it: the server reads nothing itself, and
 * answers all the while. */
static void
the_server_answers_while_a_paper_ends_its_child(void **state)
{
	struct world   w = open_world(*state);
	int64_t        before = changes(&w);
	const char    *pipe = arena_printf(&w.site.p->arena, "%s/pipe", w.site.p->dir).at;
	const char    *page = send_one(&w, "a", str_from(own));
	atomic_bool    bell = true;
	struct reader *r;
	int            fd;

	assert_int_equal(mkfifo(pipe, 0600), 0);
	assert_int_equal(setenv(HOLD, pipe, 1), 0);
	r = reader_start(place_url(w.site.p), (struct viewer_log){ 0 },
	    (struct reader_work){ .next = read_next, .bell = &bell });
	assert_non_null(r);
	fd = open(pipe, O_WRONLY);                      /* once the child is there */
	assert_true(fd >= 0);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(staff_ask(&w.site, &w.bo, page), 200);
		site_says(&w.site, "Det bliver læst nu.");
		assert_int_equal(site_ask(&w.site, "/da/initiatives", ""), 200);
	}
	assert_int_equal(close(fd), 0);
	reader_stop(r);                                 /* when it has read to the end */
	assert_int_equal(unsetenv(HOLD), 0);
	assert_int_equal(unlink(pipe), 0);
	assert_int_equal(staff_ask(&w.site, &w.bo, page), 200);
	site_says(&w.site, "kunne ikke læses inden for den tid");
	assert_int_equal(changes(&w), before);
	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	close_world(&w);
}

static int
die_of_paper(const char *pipe)
{
	char c;
	int  fd = open(pipe, O_RDONLY);

	while (fd >= 0 && read(fd, &c, 1) > 0)
		;
	(void)raise(SIGKILL);
	return 1;
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_restart_loses_no_paper),
		DISK_TEST(a_paper_that_ends_the_server_is_left),
		DISK_TEST(a_queue_has_its_limits),
		DISK_TEST(the_server_answers_while_a_paper_ends_its_child),
	};

	if (paper_trial_asked(argc, argv))              /* started again by itself */
		return getenv(HOLD) != NULL ? die_of_paper(getenv(HOLD)) : paper_trial_main();
	return engine_run("reading", tests, COUNT_OF(tests));
}
