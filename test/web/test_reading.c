/* Papers on their way into the inbox: a server that ends while it reads, and limits. */
#include "inbox.h"

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
	site_says(&w.site, "1 papir læses før det.");
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
	site_says(&w.site, "20 papirer venter allerede");
	assert_true(store_begin(w.db));
	assert_true(store_run(w.db, STMT_GRANT_DROP_ALL, (struct param[]){ P_INT(w.bo.account) }, 1));
	assert_true(store_commit(w.db));
	read_all(&w);
	assert_int_equal(changes(&w), before);
	assert_true(store_begin(w.db));
	staff_grant(w.db, w.bo.account, "editor", 0);
	assert_true(store_commit(w.db));
	assert_int_equal(staff_ask(&w.site, &w.bo, page), 200);
	site_says(&w.site, "må ikke længere tage papirer ind");
	close_world(&w);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_restart_loses_no_paper),
		DISK_TEST(a_paper_that_ends_the_server_is_left),
		DISK_TEST(a_queue_has_its_limits),
	};

	if (paper_trial_asked(argc, argv))              /* started again by itself */
		return paper_trial_main(argv);
	return engine_run("reading", tests, COUNT_OF(tests));
}
