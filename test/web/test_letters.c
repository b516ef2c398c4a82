/* Who is written to about what: staff once a day, readers who confirmed their address. */
#include "staff.h"
#include "../mail/mail.h"
#include "app/error_reports.h"
#include "app/notices.h"
#include "app/subscriptions.h"
#include "web/postman.h"
#include "web/service.h"

/* In the past, so that what is queued is due by the clock. */
#define NOW INT64_C(1700000000)
#define TODAY ((int32_t)(NOW / 86400))
#define DAY INT64_C(86400)

struct setting {
	struct place        *p;
	struct store        *db;
	struct site          site;
	struct mail_server   server;
	struct mail_settings m;
	int64_t              now;
};

static struct setting
open_setting(void **state)
{
	struct setting s = { .p = *state, .now = NOW };

	s.server = mail_start(s.p, NULL);
	s.m = mail_settings(&s.server);
	s.db = place_open(s.p, STORE_CREATE);
	register_load(s.p, s.db, EXAMPLE);
	s.site = site_open(s.p);
	return s;
}

static void
close_setting(struct setting *s)
{
	mail_stop(&s->server);
	site_close(&s->site);
	store_close(s->db);
}

/* Looks what there is to tell, and sends it; how many messages came. */
static size_t
round_of(struct setting *s)
{
	struct postman_round r = { 0 };
	size_t               before = mail_count(&s->server);

	if (!postman_look(s->db, (int32_t)(s->now / DAY), s->now, &s->p->diags, &r) ||
	    !postman_send(s->db, &s->m, NULL, NULL, &r)) {
		store_problem(s->db, &s->p->diags);
		fail_msg("%s", place_says(s->p));
	}
	return mail_count(&s->server) - before;
}

static void
notice(struct setting *s, int64_t account, enum notice_kind kind, const char *mark,
       const char *words)
{
	const struct notice n = { .account = account, .kind = kind, .mark = str_from(mark),
	                          .words = str_from(words), .path = STR("work/form/12") };

	assert_true(store_begin(s->db) && notice_add(s->db, &n, s->now) && store_commit(s->db));
}

/* The path that stands in a message behind the address of the site. */
static const char *
link_in(struct setting *s, size_t message, const char *begins)
{
	const char *at = strstr(mail_text(&s->server, message), begins);

	assert_non_null(at);
	return str_dup(&s->p->arena, (struct str){ at, strcspn(at, "\n>") }).at;
}

static struct person
person(struct setting *s, const char *name, const char *role)
{
	struct person who = staff_person(&s->site, s->db, name, "Åse Sørensen", role, 0);

	return who;
}

static void
staff_are_told_once_a_day(void **state)
{
	struct setting s = open_setting(state);
	struct person  åse = person(&s, "aase", "reader");

	notice(&s, åse.account, NOTICE_RETURNED, "form:12:3", "Helbredsteam på Ærø");
	notice(&s, åse.account, NOTICE_RETURNED, "form:12:3", "Helbredsteam på Ærø");
	notice(&s, 0, NOTICE_RETURNED, "form:13:3", "Til ingen");
	assert_int_equal(round_of(&s), 1);
	assert_mail(&s.server, 1, "To: aase@ærø.dk\n");
	assert_mail(&s.server, 1, "Subject: 1 ting at vide om dit arbejde\n");
	assert_mail(&s.server, 1, "Sendt retur til rettelse\n- Helbredsteam på Ærø\n"
	    "  https://ærø.dk/da/work/form/12\n");
	assert_mail(&s.server, 1, "List-Unsubscribe: <https://ærø.dk/da/letter/");
	assert_int_equal(round_of(&s), 0);
	notice(&s, åse.account, NOTICE_APPROVED, "form:12:4", "Helbredsteam på Ærø");
	assert_int_equal(round_of(&s), 0);      /* today's is sent */
	s.now += DAY;
	assert_int_equal(round_of(&s), 1);
	assert_mail(&s.server, 2, "Godkendt\n- Helbredsteam");
	assert_null(strstr(mail_text(&s.server, 2), "Sendt retur"));
	s.now += DAY;
	assert_int_equal(round_of(&s), 0);
	close_setting(&s);
}

static void
what_is_not_wanted_is_not_sent(void **state)
{
	struct setting s = open_setting(state);
	struct person  åse = person(&s, "aase", "reader");
	const char    *at;

	notice(&s, åse.account, NOTICE_RETURNED, "a", "Første");
	assert_int_equal(round_of(&s), 1);
	at = link_in(&s, 1, "/da/letter/");
	assert_int_equal(staff_ask(&s.site, NULL, at), 200);
	site_says(&s.site, "Sendt retur til rettelse");
	assert_int_equal(staff_post(&s.site, NULL, at, "approved=1&late=1"), 303);
	assert_int_equal(staff_ask(&s.site, NULL, "/da/letter/0123456789abcdef0123456789abcdef"), 404);
	assert_int_equal(staff_post(&s.site, NULL, "/da/letter/0123456789abcdef0123456789abcdef",
	    "approved=1"), 404);
	s.now += DAY;
	notice(&s, åse.account, NOTICE_RETURNED, "b", "Anden");
	assert_int_equal(round_of(&s), 0);
	notice(&s, åse.account, NOTICE_APPROVED, "c", "Tredje");
	assert_int_equal(round_of(&s), 1);
	assert_null(strstr(mail_text(&s.server, 2), "Anden"));
	/* With her login she takes it back. */
	assert_int_equal(staff_ask(&s.site, &åse, "/da/work/notifications"), 200);
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/notifications",
	    "returned=1&approved=1&late=1&due_soon=%ff"), 303);
	s.now += DAY;
	notice(&s, åse.account, NOTICE_RETURNED, "d", "Fjerde");
	assert_int_equal(round_of(&s), 1);
	close_setting(&s);
}

/* Of each kind once, in the person's language, from what she owes. */
static void
what_is_owed_is_told_when_it_is_due(void **state)
{
	struct setting s = open_setting(state);
	struct person  åse = person(&s, "aase", "editor");
	struct param   p[] = { P_INT(1), P_INT(0), P_INT(0), P_TEXT(STR("Tallet er forkert på Ærø")),
	                       P_INT(NOW) };
	struct things *t = things_load(&s.p->arena, s.db);
	const char    *first;

	(void)åse;
	for (int64_t id = 1; p[1].i == 0; id++)
		if (things_kind(t, id) == NOUN_INDICATOR)
			p[1] = P_INT(id);
	assert_true(store_begin(s.db) && store_run(s.db, STMT_REPORT_ADD, p, COUNT_OF(p)) &&
	    store_commit(s.db));
	assert_int_equal(round_of(&s), 1);
	first = mail_text(&s.server, 1);
	assert_non_null(strstr(first, "Fejl, som læsere har meldt\n- "));
	assert_non_null(strstr(first, "  https://ærø.dk/da/work/report/1\n"));
	assert_null(strstr(first, "Tallet er forkert"));        /* a reader's words stay here */
	s.now += DAY;
	assert_int_equal(round_of(&s), 0);
	close_setting(&s);
}

static int64_t
subscriptions(struct setting *s)
{
	int64_t n;

	assert_true(store_get_int(s->db, STMT_SUBSCRIPTION_LAST, NULL, 0, &n));
	return n;
}

/* An objective of the example, as it is addressed. */
static const char *
objective(struct setting *s)
{
	const struct edition *ed;
	struct viewer         v = { .db = place_url(s->p) };
	struct str            key = STR_NONE;

	ed = viewer_edition(&v, &s->p->arena, (struct judge_when){ .today = TODAY });
	assert_non_null(ed);
	for (size_t i = 0; i < ed->judged.len && key.len == 0; i++)
		key = str_dup(&s->p->arena, ed->judged.at[i].objective.id);
	viewer_close(&v);
	assert_true(key.len > 0);
	return arena_printf(&s->p->arena, "/da/objective/" STR_FMT, STR_ARG(key)).at;
}

static const char *
plus(struct setting *s, const char *path, const char *more)
{
	return arena_printf(&s->p->arena, "%s%s", path, more).at;
}

static void
a_reader_confirms_and_stops(void **state)
{
	struct setting s = open_setting(state);
	const char    *page = objective(&s), *ask = plus(&s, page, "/subscribe"), *confirm, *stop;
	struct param   told[] = { P_TEXT(STR("noget andet")), P_INT(1) };
	struct str     raw;

	assert_int_equal(staff_ask(&s.site, NULL, page), 200);
	site_says(&s.site, "Få besked, når det ændrer sig");
	assert_true(str_find(site_header(&s.site, "Cache-Control"), STR("no-store"), 0) == SIZE_MAX);
	assert_int_equal(staff_post(&s.site, NULL, ask, "mail=bo%40aeroe.dk"), 303);
	assert_int_equal(staff_ask(&s.site, NULL, site_header(&s.site, "Location").at), 200);
	site_says(&s.site, "Se i din indbakke");
	/* Again: the same answer, and no second message. */
	assert_int_equal(staff_post(&s.site, NULL, ask, "mail=bo%40aeroe.dk"), 303);
	assert_string_equal(site_header(&s.site, "Location").at, "/da/subscription-asked");
	assert_int_equal(round_of(&s), 1);
	assert_mail(&s.server, 1, "To: bo@aeroe.dk\n");
	confirm = link_in(&s, 1, "/da/subscribe/");
	s.now += DAY;
	assert_int_equal(round_of(&s), 0);      /* not confirmed */
	assert_int_equal(staff_ask(&s.site, NULL, confirm), 200);       /* looking is not pressing */
	assert_int_equal(round_of(&s), 0);
	assert_int_equal(staff_post(&s.site, NULL, confirm, ""), 303);
	assert_int_equal(round_of(&s), 0);      /* nothing changed since */
	assert_true(store_begin(s.db) && store_run(s.db, STMT_SUBSCRIPTION_TELL, told, COUNT_OF(told)) &&
	    store_commit(s.db));
	assert_int_equal(round_of(&s), 1);
	assert_int_equal(round_of(&s), 0);
	assert_mail(&s.server, 2, "Seneste tal: ");
	stop = link_in(&s, 2, "/da/unsubscribe/");
	raw = mail_raw(&s.server, 2);
	assert_true(str_find(raw, STR("\nList-Unsubscribe: "), 0) != SIZE_MAX);
	assert_int_equal(staff_ask(&s.site, NULL, stop), 200);
	assert_int_equal(subscriptions(&s), 1);
	assert_int_equal(staff_post(&s.site, NULL, stop, ""), 303);
	assert_int_equal(subscriptions(&s), 0);
	assert_int_equal(staff_post(&s.site, NULL, stop, ""), 404);
	assert_int_equal(staff_ask(&s.site, NULL, confirm), 404);
	close_setting(&s);
}

/* The objective itself, and what stands under it by name; nothing of its neighbours. */
static void
objectives_under_it_are_told_about_by_name(void **state)
{
	struct setting s = open_setting(state);
	const char    *ask = "/da/objective/i-arbejde/subscribe";
	struct param   told[] = { P_TEXT(STR_NONE), P_INT(1) };
	struct viewer  v = { .db = place_url(s.p) };
	const struct edition *ed = viewer_edition(&v, &s.p->arena, (struct judge_when){ .today = TODAY });
	struct str     all, kept = STR_NONE;

	assert_non_null(ed);
	all = subscription_state(&s.p->arena, ed, things_find(ed->things, NOUN_OBJECTIVE, STR("i-arbejde")));
	assert_true(str_find(all, STR("i-arbejde-kvinder:"), 0) != SIZE_MAX);
	assert_int_equal(staff_post(&s.site, NULL, ask, "mail=bo%40aeroe.dk"), 303);
	assert_int_equal(round_of(&s), 1);
	assert_int_equal(staff_post(&s.site, NULL, link_in(&s, 1, "/da/subscribe/"), ""), 303);
	assert_int_equal(round_of(&s), 0);
	/* What was told last, but for one target of an objective under it. */
	while (all.len > 0) {
		struct str line = str_cut(&all, '\n');

		if (!str_starts(line, STR("i-arbejde-kvinder:")))
			kept = arena_printf(&s.p->arena, STR_FMT STR_FMT "\n", STR_ARG(kept), STR_ARG(line));
	}
	told[0] = P_TEXT(kept);
	assert_true(store_begin(s.db) && store_run(s.db, STMT_SUBSCRIPTION_TELL, told, COUNT_OF(told)) &&
	    store_commit(s.db));
	s.now += DAY;
	assert_int_equal(round_of(&s), 1);
	assert_mail(&s.server, 2, "- Flere kvinder i arbejde");
	assert_null(strstr(mail_text(&s.server, 2), "Flere mænd"));
	viewer_close(&v);
	close_setting(&s);
}

static void
what_is_no_address_is_refused(void **state)
{
	static const char *const bad[] = {
		"mail=", "mail=bo", "mail=bo%40", "mail=bo%40aeroe.dk%0d%0aBcc%3a+x%40y.dk",
		"mail=bo%40aeroe.dk%2cx%40y.dk", "mail=%ff%40aeroe.dk", "mail=bo%e2%80%ae%40aeroe.dk",
		"mail=bo%40aeroe.dk&homepage=x", "mail=%3cbo%40aeroe.dk%3e", "",
	};
	struct setting s = open_setting(state);
	const char    *ask = plus(&s, objective(&s), "/subscribe");

	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_int_equal(staff_post(&s.site, NULL, ask, bad[i]), 422);
		site_says(&s.site, "Der er noget, der skal rettes");
	}
	assert_int_equal(staff_post(&s.site, NULL, "/da/objective/findes-ikke/subscribe",
	    "mail=bo%40aeroe.dk"), 404);
	assert_int_equal(subscriptions(&s), 0);
	/* What is never confirmed is forgotten. */
	assert_int_equal(staff_post(&s.site, NULL, ask, "mail=bo%40aeroe.dk"), 303);
	assert_true(store_begin(s.db) && store_run(s.db, STMT_SUBSCRIPTION_DROP_OLD,
	    (struct param[]){ P_INT(clock_unix() + 1) }, 1) && store_commit(s.db));
	assert_false(store_query(s.db, STMT_SUBSCRIPTION_ONE, (struct param[]){ P_INT(1) }, 1) &&
	    store_next(s.db, STMT_SUBSCRIPTION_ONE));
	close_setting(&s);
}

static void
what_is_stuck_is_decided(void **state)
{
	struct setting s = open_setting(state);
	struct person  åse = person(&s, "drop", "administrator");

	notice(&s, åse.account, NOTICE_RETURNED, "a", "Første");
	s.m.server.wait_ms = 3000;
	assert_int_equal(round_of(&s), 1);      /* it came, but nobody said so */
	assert_int_equal(round_of(&s), 0);
	assert_int_equal(staff_ask(&s.site, &åse, "/da/work/messages"), 200);
	site_says(&s.site, "Ingen ved, om den blev sendt.");
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/message/7", "what=drop"), 404);
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/message/x", "what=drop"), 404);
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/message/1", "what=drop"), 303);
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/message/1", "what=again"), 404);
	assert_int_equal(round_of(&s), 0);
	close_setting(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(staff_are_told_once_a_day),
		DISK_TEST(what_is_not_wanted_is_not_sent),
		DISK_TEST(what_is_owed_is_told_when_it_is_due),
		DISK_TEST(a_reader_confirms_and_stops),
		DISK_TEST(objectives_under_it_are_told_about_by_name),
		DISK_TEST(what_is_no_address_is_refused),
		DISK_TEST(what_is_stuck_is_decided),
	};

	return engine_run("letters", tests, COUNT_OF(tests));
}
