/* Messages reach a real mail server once, whatever it says. */
#include "../mail/mail.h"
#include "app/outbox.h"
#include "port/letter.h"

#define NOW INT64_C(1795500000)         /* 23 November 2026 */

static void
queue(struct place *p, struct store *s, const char *mark, const char *to, bool fits)
{
	struct outgoing what = {
		.mark = str_from(mark), .to = str_from(to), .lang = STR("da"),
		.subject = STR("Æblegrød på Ærø: måltallet for færgen er ændret, og det mærkes på hele øen"),
		.text = STR("Kære Åse\n\n.En linje, der begynder med punktum\n"
		    "Lighed = god, og en lang linje, der går langt ud over de seksoghalvfjerds tegn, "
		    "som en linje må have på sin vej 🚢 \n\nSe {site}/da/work\n"),
		.unsubscribe = STR("/da/letter/0123"),
	};
	bool            ok;

	must(store_begin(s));
	must(outbox_add(s, &what, NOW, &ok));
	must(store_commit(s));
	assert_int_equal(ok, fits);
}

static enum outbox_state
sent_at(struct place *p, struct store *s, const struct mail_settings *m, int64_t now)
{
	enum outbox_state state;

	must(outbox_send(&p->arena, s, m, now, &state));
	return state;
}

static struct outbox_row
only_row(struct place *p, struct store *s, int64_t now)
{
	struct outbox_rows rows;

	must(outbox_list(&p->arena, s, now, 10, &rows));
	assert_int_equal(rows.len, 1);
	return rows.at[0];
}

static void
a_message_arrives_as_written(void **state)
{
	struct place        *p = *state;
	struct mail_server   server = mail_start(p, NULL);
	struct mail_settings m = mail_settings(&server);
	struct store        *s = place_open(p, STORE_CREATE);
	struct str           raw;
	int64_t              n[OUTBOX_STATE_COUNT];

	queue(p, s, "a", "aase@aeroe.dk", true);
	queue(p, s, "a", "nogen-anden@aeroe.dk", false);        /* the same mark */
	assert_int_equal(sent_at(p, s, &m, NOW), OUTBOX_SENT);
	assert_int_equal(sent_at(p, s, &m, NOW), OUTBOX_STATE_COUNT);
	assert_int_equal(mail_count(&server), 1);
	assert_mail(&server, 1, "To: aase@aeroe.dk\n");
	assert_mail(&server, 1, "From: Ærø Kommunes barometer <barometer@aeroe.dk>\n");
	assert_mail(&server, 1, "Subject: Æblegrød på Ærø: måltallet for færgen er ændret, "
	    "og det mærkes på hele øen\n");
	assert_mail(&server, 1, "List-Unsubscribe: <https://ærø.dk/da/letter/0123>\n");
	assert_mail(&server, 1, "\n\nKære Åse\n\n.En linje, der begynder med punktum\n"
	    "Lighed = god, og en lang linje, der går langt ud over de seksoghalvfjerds tegn, "
	    "som en linje må have på sin vej 🚢 \n\nSe https://ærø.dk/da/work\n0 defects\n");
	raw = mail_raw(&server, 1);
	for (struct str line; raw.len > 0; ) {
		line = str_cut(&raw, '\n');
		assert_true(line.len <= 78);
	}
	must(outbox_count(s, n));
	assert_int_equal(n[OUTBOX_SENT], 1);
	mail_stop(&server);
	store_close(s);
}

/* What a server says, what becomes of the message, and how many it has got. */
static void
a_server_may_say_anything(void **state)
{
	static const struct {
		const char       *to;
		enum outbox_state becomes;
		size_t            arrived;
		bool              stuck, kept;
	} cases[] = {
		{ "later@aeroe.dk", OUTBOX_WAITING, 0, false, true },
		{ "full@aeroe.dk", OUTBOX_WAITING, 0, false, true },
		{ "never@aeroe.dk", OUTBOX_REFUSED, 0, false, false },
		{ "unwanted@aeroe.dk", OUTBOX_REFUSED, 0, false, false },
		{ "cut@aeroe.dk", OUTBOX_WAITING, 0, false, true },
		{ "slow@aeroe.dk", OUTBOX_WAITING, 0, false, true },
		{ "drop@aeroe.dk", OUTBOX_SENDING, 1, true, true },
	};
	struct place        *p = *state;
	struct mail_server   server = mail_start(p, NULL);
	struct mail_settings m = mail_settings(&server);

	m.server.wait_ms = 1500;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct store     *s = place_open(p, STORE_CREATE);
		struct outbox_row r;
		bool              changed;

		queue(p, s, cases[i].to, cases[i].to, true);
		assert_int_equal(sent_at(p, s, &m, NOW), cases[i].becomes);
		r = only_row(p, s, NOW);
		assert_int_equal(r.state, cases[i].becomes);
		assert_int_equal(r.stuck, cases[i].stuck);
		assert_int_equal(r.to.len > 0, cases[i].kept);
		assert_true(r.problem.len > 0);
		assert_true(str_find(r.problem, STR("@"), 0) == SIZE_MAX);
		assert_int_equal(mail_count(&server), cases[i].arrived);
		/* For the next case nothing waits. */
		must(store_begin(s));
		must(RUN(OUTBOX_SETTLE, P_TEXT(STR("given_up")), P_TEXT(STR("")), P_INT(NOW), P_INT(r.id)));
		changed = store_changed(s) == 1;
		must(RUN(OUTBOX_DROP_OLD, P_INT(NOW + 1)));
		must(store_commit(s));
		assert_int_equal(changed, cases[i].kept);
		store_close(s);
	}
	mail_stop(&server);
}

static void
it_is_tried_again_and_given_up(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct mail_settings m = { .server = { .host = STR("127.0.0.1"), .port = 1, .tls = SMTP_PLAIN },
	                           .site = STR("http://a"), .from = STR("a@aeroe.dk") };
	int64_t              now = NOW, tries = 0;
	enum outbox_state    became;

	queue(p, s, "a", "aase@aeroe.dk", true);
	assert_int_equal(sent_at(p, s, &m, now), OUTBOX_WAITING);
	assert_int_equal(sent_at(p, s, &m, now + 59), OUTBOX_STATE_COUNT);
	assert_int_equal(sent_at(p, s, &m, now + 60), OUTBOX_WAITING);
	assert_int_equal(sent_at(p, s, &m, now + 179), OUTBOX_STATE_COUNT);
	assert_int_equal(sent_at(p, s, &m, now + 180), OUTBOX_WAITING);
	for (now += 180; (became = sent_at(p, s, &m, now)) != OUTBOX_GIVEN_UP; now += 600) {
		tries += became == OUTBOX_WAITING;
		assert_true(now - NOW <= OUTBOX_GIVE_UP_SECONDS);
	}
	assert_in_range(tries, 20, 40);
	assert_true(only_row(p, s, now).to.len == 0);
	store_close(s);
}

static void
a_claim_is_not_taken_twice(void **state)
{
	struct place        *p = *state;
	struct mail_server   server = mail_start(p, NULL);
	struct mail_settings m = mail_settings(&server);
	struct store        *s = place_open(p, STORE_CREATE);
	struct outbox_row    r;
	bool                 done;

	queue(p, s, "a", "aase@aeroe.dk", true);
	/* A sender claimed it and died. */
	must(store_begin(s));
	must(RUN(OUTBOX_CLAIM, P_INT(NOW), P_INT(1)));
	must(store_commit(s));
	assert_int_equal(sent_at(p, s, &m, NOW + 10 * 24 * 3600), OUTBOX_STATE_COUNT);
	assert_int_equal(mail_count(&server), 0);
	assert_false(only_row(p, s, NOW + OUTBOX_STUCK_SECONDS).stuck);
	must(outbox_again(s, 1, NOW + OUTBOX_STUCK_SECONDS, &done));
	assert_false(done);
	r = only_row(p, s, NOW + OUTBOX_STUCK_SECONDS + 1);
	assert_true(r.stuck);
	must(store_begin(s));
	must(outbox_again(s, 1, NOW + OUTBOX_STUCK_SECONDS + 1, &done));
	must(store_commit(s));
	assert_true(done);
	assert_int_equal(sent_at(p, s, &m, NOW + 2000), OUTBOX_SENT);
	assert_int_equal(mail_count(&server), 1);
	must(outbox_drop(s, 1, NOW + 9000, &done));
	assert_false(done);                     /* it is sent */
	mail_stop(&server);
	store_close(s);
}

static void
a_password_is_wanted(void **state)
{
	struct place        *p = *state;
	struct mail_server   server = mail_start(p, "--password");
	struct mail_settings m = mail_settings(&server);
	struct store        *s = place_open(p, STORE_CREATE);

	queue(p, s, "a", "aase@aeroe.dk", true);
	assert_int_equal(sent_at(p, s, &m, NOW), OUTBOX_WAITING);       /* not the message's fault */
	m.server.user = STR("åse");
	m.server.password = STR("forkert");
	assert_int_equal(sent_at(p, s, &m, NOW + 60), OUTBOX_WAITING);
	m.server.password = STR("hemmelig Ø");
	assert_int_equal(sent_at(p, s, &m, NOW + 600), OUTBOX_SENT);
	m.server.tls = SMTP_STARTTLS;           /* which this server has not: nothing in the open */
	queue(p, s, "b", "aase@aeroe.dk", true);
	assert_int_equal(sent_at(p, s, &m, NOW + 600), OUTBOX_WAITING);
	assert_int_equal(mail_count(&server), 1);
	mail_stop(&server);
	store_close(s);
}

static void
what_is_no_message_is_not_queued(void **state)
{
	static const char *const bad[] = {
		"", "åse", "aase@", "@aeroe.dk", "aase@aeroe", "a b@aeroe.dk", "aase@aeroe.dk\r\nBcc: x@y.dk",
		"aase@aeroe.dk\n", "a@b@aeroe.dk", "<aase@aeroe.dk>", "Åse <aase@aeroe.dk>", "aase@-aeroe.dk",
		"aase@aeroe..dk", ".aase@aeroe.dk", "aase@aeroe.dk,x@y.dk", "\"a\"@aeroe.dk",
		"aase\xe2\x80\xae@aeroe.dk", "aase\xff@aeroe.dk", "aase@[127.0.0.1]", "aase@aeroe.dk.",
	};
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct outgoing what = { .mark = STR("x"), .to = STR("aase@aeroe.dk"), .text = STR("a") };
	int64_t         n[OUTBOX_STATE_COUNT];
	bool            ok;

	for (size_t i = 0; i < COUNT_OF(bad); i++)
		queue(p, s, "x", bad[i], false);
	must(store_begin(s));
	what.subject = STR("Nyt\r\nBcc: x@y.dk");
	must(outbox_add(s, &what, NOW, &ok));
	assert_false(ok);
	what.subject = STR("Nyt");
	what.unsubscribe = STR("/da/\nX: y");
	must(outbox_add(s, &what, NOW, &ok));
	assert_false(ok);
	must(store_commit(s));
	must(outbox_count(s, n));
	assert_int_equal(n[OUTBOX_WAITING], 0);
	queue(p, s, "y", "åse@ærø.dk", true);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_message_arrives_as_written),
		DISK_TEST(a_server_may_say_anything),
		DISK_TEST(it_is_tried_again_and_given_up),
		DISK_TEST(a_claim_is_not_taken_twice),
		DISK_TEST(a_password_is_wanted),
		DISK_TEST(what_is_no_message_is_not_queued),
	};

	return engine_run("outbox", tests, COUNT_OF(tests));
}
