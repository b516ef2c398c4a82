/* What is owed: tasks, the view of the central unit, extensions, deliveries, promises,
 * reminders and calendars, on a made-up island whose deadlines lie around today. */
#include "staff.h"
#include "app/duties.h"
#include "app/wheel_deeds.h"

struct island {
	struct place *p;
	struct store *db;
	struct site   s;
	int           year;             /* the last one that is over */
};

static int64_t
id_of(struct island *t, const char *kind, const char *key)
{
	struct param p[] = { P_TEXT(str_from(kind)), P_TEXT(str_from(key)) };
	int64_t      id;

	assert_true(store_get_int(t->db, STMT_THING_FIND, p, COUNT_OF(p), &id));
	assert_true(id > 0);
	return id;
}

/* A status is owed for last year and due by the end of January; a report by every unit;
 * a promise of last spring. */
static struct island
island_open(struct place *p)
{
	struct island t = { .p = p };
	int           y = date_of(clock_today()).year - 1;
	const struct text_file files[] = {
		{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
		{ "area.csv", "id,since,title,level\nby,1,Rødby,city\n" },
		{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
		{ "unit.csv", "id,since,title,short_name,level,parent\n"
		  "øu,1,Økonomiudvalget,ØU,committee,\nøkf,1,Økonomiforvaltningen,ØKF,administration,øu\n"
		  "hav,1,Havnekontoret,HAV,department,økf\nsud,1,Socialudvalget,SUD,committee,\n" },
		{ "policy.csv", "id,since,title,starts,ends\npol,1,Færgepolitik,2010-01-01,2100-01-01\n" },
		{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
		{ "objective.csv", "id,since,title,theme,unit,rank\no1,1,Flere øboere,th,øu,1\n" },
		{ "initiative.csv", arena_printf(&p->arena, "id,since,title,policy,unit,followup\n"
		  "færge,1,Færge til Ærø,pol,hav,\"Evalueres i maj %d.\"\nnatbus,1,Natbus,pol,økf,\n"
		  "væksthus,1,Væksthus,pol,sud,\n", y).at },
		{ "status_report.csv", arena_printf(&p->arena, "id,since,title,initiative,stated\n"
		  "r1,1,Bussen kører til Årø.,natbus,%d-11-30\nr0,1,Færgen sejler.,færge,%d-03-01\n", y, y - 1).at },
		{ "document.csv", "id,since,title,file,sha256,format\nårsrapport,1,Årsrapport om søfart,å.txt,"
		  "0000000000000000000000000000000000000000000000000000000000000000,text\n" },
		{ "duty.csv", arena_printf(&p->arena, "id,since,title,unit,policy,kind,frequency,starts,ends,"
		  "due_days,before\n"
		  "status,1,Status på indsatserne,øu,pol,status,year,%d-01-01,%d-01-01,0,\n"
		  "års,1,Årsrapport,,pol,report,year,%d-01-01,%d-01-01,0,\n"
		  "budget,1,Budgetforhandling,øu,pol,budget,year,%d-01-01,%d-01-01,-107,\n"
		  "ønsker,1,Ønsker,sud,pol,budget,,%d-01-01,%d-01-01,-60,budget\n",
		  y, y + 1, y, y + 1, y, y + 1, y, y + 1).at },
	};

	t.db = place_open(p, STORE_CREATE);
	t.year = y;
	register_load(p, t.db, package_put(p, "ø", files, COUNT_OF(files)));
	t.s = site_open(p);
	return t;
}

static void
island_close(struct island *t)
{
	site_close(&t->s);
	store_close(t->db);
}

static const char *
f(struct island *t, const char *fmt)
{
	struct str s = str_from(fmt);
	struct buf b;
	struct str all;
	size_t     at;

	buf_init(&b, 1 << 16);
	while ((at = str_find(s, STR("YEAR"), 0)) != SIZE_MAX) {
		buf_put(&b, str_slice(s, 0, at));
		buf_int(&b, t->year, 4);
		s = str_slice(s, at + 4, s.len);
	}
	buf_put(&b, s);
	all = str_dup(&t->p->arena, buf_str(&b));
	buf_free(&b);
	return all.at;
}

/* ---- tasks ---- */

static void
a_contributor_sees_her_own_tasks(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "contributor",
	    id_of(&t, "unit", "hav"));
	struct person bo = staff_person(&t.s, t.db, "bo", "Bo Ærø", "reader", 0);

	assert_int_equal(staff_ask(&t.s, &åse, "/da/work"), 200);
	site_says(&t.s, "Færge til Ærø");
	site_says(&t.s, "dage for sent");
	site_says(&t.s, f(&t, "name=\"period\" value=\"YEAR\""));
	site_says(&t.s, "Hold, hvad der blev lovet");
	site_says(&t.s, f(&t, "maj YEAR"));
	site_says(&t.s, "Årsrapport");
	site_says_not(&t.s, "Natbus");          /* the administration's */
	site_says_not(&t.s, "Væksthus");
	assert_int_equal(staff_ask(&t.s, &bo, "/da/work"), 200);
	site_says(&t.s, "Du skylder ikke noget nu.");
	island_close(&t);
}

/* ---- who owes what ---- */

static void
the_central_unit_sees_all(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "editor", 0);
	struct person bo = staff_person(&t.s, t.db, "bo", "Bo Ærø", "reader", id_of(&t, "unit", "sud"));

	assert_int_equal(staff_ask(&t.s, &åse, f(&t, "/da/work/overview?year=YEAR")), 200);
	site_says(&t.s, "Havnekontoret");
	site_says(&t.s, "Mind HAV om det");
	site_says(&t.s, "Mind SUD om det");
	assert_int_equal(staff_ask(&t.s, &åse, f(&t, "/da/work/overview?year=YEAR&unit=%C3%B8kf")), 200);
	site_says(&t.s, "Intet svar");
	site_says(&t.s, f(&t, "30. november YEAR"));
	assert_int_equal(staff_ask(&t.s, &åse, "/da/work/overview?unit=findes-ikke"), 404);
	assert_int_equal(staff_ask(&t.s, &bo, f(&t, "/da/work/overview?year=YEAR")), 200);
	site_says(&t.s, "Socialudvalget");
	site_says_not(&t.s, "Havnekontoret");
	site_says_not(&t.s, "Mind SUD om det"); /* she may not remind */
	island_close(&t);
}

static void
a_unit_is_reminded_once(void **state)
{
	struct island    t = island_open(*state);
	struct person    åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "editor", 0);
	struct reminders all;
	const char      *fields = f(&t, "unit=hav&year=YEAR");
	size_t           n;

	assert_int_equal(staff_post_nonce(&t.s, &åse, "/da/work/overview/remind", fields, "1"), 303);
	assert_true(reminders_to_send(&t.p->arena, t.db, &all));
	n = all.len;
	assert_int_equal(n, 2);                 /* the status of its initiative, and its report */
	assert_true(all.at[0].unit == id_of(&t, "unit", "hav"));
	assert_int_equal(staff_post_nonce(&t.s, &åse, "/da/work/overview/remind", fields, "1"), 303);
	assert_int_equal(staff_post_nonce(&t.s, &åse, "/da/work/overview/remind", fields, "2"), 422);
	site_says(&t.s, "Der er ikke noget at minde enheden om");
	assert_true(reminders_to_send(&t.p->arena, t.db, &all));
	assert_int_equal(all.len, n);
	assert_true(store_begin(t.db) && reminder_sent(t.db, all.at[0].id, clock_unix()) &&
	    store_commit(t.db));
	assert_true(reminders_to_send(&t.p->arena, t.db, &all));
	assert_int_equal(all.len, n - 1);
	assert_int_equal(staff_ask(&t.s, &åse, f(&t, "/da/work/overview?year=YEAR")), 200);
	site_says(&t.s, "mindet om det");
	island_close(&t);
}

/* ---- bad input ---- */

#define EXTEND  "/da/work/wheel/extension"
#define DELIVER "/da/work/delivery"
#define REMIND  "/da/work/overview/remind"
#define PROMISE "/da/work/promise/f%C3%A6rge"

static const struct {
	const char *target, *fields;
	int         status;
	const char *says;
} bad[] = {
	{ EXTEND, "", 422, "Feltet skal udfyldes" },
	{ EXTEND, "about=status:YEAR-01-01&unit=&due=YEAR-12-31&reason=Vi+venter", 422, "En udsættelse slutter efter" },
	{ EXTEND, "about=status:YEAR-01-02&unit=&due=2099-12-31&reason=x", 422, "Vælg en af fristerne" },
	{ EXTEND, "about=findes-ikke:YEAR-01-01&due=2099-12-31&reason=x", 422, "Vælg en af fristerne" },
	{ EXTEND, "about=status&due=2099-12-31&reason=x", 422, "Vælg en af fristerne" },
	{ EXTEND, "about=status:YEAR-01-01&unit=findes-ikke&due=2099-12-31&reason=x", 422, "Vælg en af enhederne" },
	{ EXTEND, "about=status:YEAR-01-01&due=2099-02-31&reason=x", 422, "Skriv en dato, der findes" },
	{ EXTEND, "about=status:YEAR-01-01&due=&reason=x", 422, "Feltet skal udfyldes" },
	{ EXTEND, "about=status:YEAR-01-01&due=2099-12-31&reason=", 422, "Feltet skal udfyldes" },
	{ EXTEND, "about=status:YEAR-01-01&due=2099-12-31&reason=%FF", 422, "Der er tegn i feltet" },
	{ EXTEND, "about=status:YEAR-01-01&due=2099-12-31&reason=a%E2%80%AEb", 422, "usynlige tegn" },
	{ EXTEND, "about=status:YEAR-01-01&due=2099-12-31&reason=a%0Ab", 422, "én linje" },
	{ DELIVER, "", 422, "Feltet skal udfyldes" },
	{ DELIVER, "about=%C3%A5rs:YEAR-01-01&unit=hav&delivered=2099-01-01", 422, "Den dag er ikke kommet" },
	{ DELIVER, "about=status:YEAR-01-01&unit=hav&delivered=YEAR-12-01", 422, "besvares med sit skema" },
	{ DELIVER, "about=budget:YEAR-01-01&unit=hav&delivered=YEAR-12-01", 422, "skylder det ikke" },
	{ DELIVER, "about=%C3%A5rs:YEAR-01-01&unit=hav&delivered=YEAR-12-01&document=findes-ikke", 422,
	  "Vælg et af dokumenterne." },
	{ DELIVER, "about=%C3%A5rs:YEAR-01-01&unit=findes-ikke&delivered=YEAR-12-01", 422, "Vælg en af enhederne" },
	{ REMIND, "", 422, "Feltet skal udfyldes" },
	{ REMIND, "unit=hav&year=%C3%A5r", 422, "Skriv et helt tal" },
	{ REMIND, "unit=findes-ikke&year=2020", 422, "Vælg en af enhederne" },
	{ PROMISE, "", 422, "Feltet skal udfyldes" },
	{ PROMISE, "promise=YEAR-06-01:0:juni+YEAR&decision=drop&reason=x", 422, "Vælg et af løfterne" },
	{ PROMISE, "promise=%C3%A6:%C3%B8:%C3%A5&decision=drop&reason=x", 422, "Vælg et af løfterne" },
	{ PROMISE, "promise=YEAR-06-01:0:maj+YEAR&decision=&reason=x", 422, "Angiv, om det blev holdt" },
	{ PROMISE, "promise=YEAR-06-01:0:maj+YEAR&decision=drop&reason=", 422, "Feltet skal udfyldes" },
	{ PROMISE, "promise=YEAR-06-01:0:maj+YEAR&decision=keep&report=", 422, "Feltet skal udfyldes" },
	{ PROMISE, "promise=YEAR-06-01:0:maj+YEAR&decision=keep&report=r1", 422, "Vælg en status for denne" },
	{ PROMISE, "promise=YEAR-06-01:99:maj+YEAR&decision=drop&reason=x", 409, NULL },
	{ "/da/work/promise/findes-ikke", "promise=YEAR-06-01:0:x&decision=drop&reason=x", 404, NULL },
	{ "/da/work/calendar", "unit=findes-ikke", 422, "Vælg en af enhederne" },
	{ "/da/work/calendar/drop", "calendar=7", 404, NULL },
	{ "/da/work/calendar/drop", "calendar=%C3%B8", 422, "Vælg en af adresserne" },
};

static void
what_cannot_be_used_changes_nothing(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "editor", 0);
	int64_t       before, after;

	assert_true(store_get_int(t.db, STMT_CHANGE_LAST, NULL, 0, &before));
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		int status = staff_post(&t.s, &åse, bad[i].target, f(&t, bad[i].fields));

		if (status != bad[i].status)
			fail_msg("%s %s: %d", bad[i].target, bad[i].fields, status);
		if (bad[i].says != NULL)
			site_says(&t.s, bad[i].says);
	}
	assert_true(store_get_int(t.db, STMT_CHANGE_LAST, NULL, 0, &after));
	assert_int_equal(after, before);
	island_close(&t);
}

static void
what_is_another_units_is_denied(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "editor", id_of(&t, "unit", "sud"));
	struct person bo = staff_person(&t.s, t.db, "bo", "Bo Ærø", "contributor", id_of(&t, "unit", "hav"));

	assert_int_equal(staff_post(&t.s, &åse, EXTEND,
	    f(&t, "about=status:YEAR-01-01&unit=hav&due=2099-12-31&reason=x")), 403);
	assert_int_equal(staff_post(&t.s, &åse, REMIND, f(&t, "unit=hav&year=YEAR")), 403);
	assert_int_equal(staff_post(&t.s, &åse, DELIVER,
	    f(&t, "about=%C3%A5rs:YEAR-01-01&unit=hav&delivered=YEAR-12-01")), 403);
	assert_int_equal(staff_post(&t.s, &åse, PROMISE,
	    f(&t, "promise=YEAR-06-01:0:maj+YEAR&decision=drop&reason=x")), 403);
	assert_int_equal(staff_ask(&t.s, &åse, PROMISE), 403);
	assert_int_equal(staff_post(&t.s, &åse, "/da/work/calendar", "unit=hav"), 403);
	assert_int_equal(staff_post(&t.s, &bo, EXTEND, ""), 403);
	assert_int_equal(staff_post(&t.s, &bo, REMIND, ""), 403);
	assert_int_equal(staff_ask(&t.s, NULL, "/da/work/overview"), 303);
	island_close(&t);
}

/* ---- what is done ---- */

static void
an_extension_stands_beside_the_deadline(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "editor", 0);
	const char   *fields = f(&t, "about=status:YEAR-01-01&unit=hav&due=31.12.2099&reason=Havnen+er+frosset+til");

	assert_int_equal(staff_ask(&t.s, &åse, f(&t, "/da/work/wheel?year=YEAR")), 200);
	site_says(&t.s, "Udsæt en frist");
	assert_int_equal(staff_post_nonce(&t.s, &åse, EXTEND, fields, "1"), 303);
	assert_string_equal(site_header(&t.s, "Location").at, "/da/work/wheel");
	assert_int_equal(staff_post_nonce(&t.s, &åse, EXTEND, fields, "1"), 303);       /* once */
	assert_int_equal(staff_post_nonce(&t.s, &åse, EXTEND, fields, "2"), 422);       /* no later day */
	assert_int_equal(site_ask(&t.s, f(&t, "/da/wheel?year=YEAR"), ""), 200);
	site_says(&t.s, "Havnen er frosset til");
	site_says(&t.s, "31. december 2099");
	site_says(&t.s, f(&t, "31. december YEAR"));
	assert_int_equal(staff_ask(&t.s, &åse, f(&t, "/da/work/overview?year=YEAR&unit=hav")), 200);
	site_says(&t.s, "(udsat)");
	island_close(&t);
}

/* The department's delivery answers for the units above it, and not the other way round. */
static void
nobody_is_silent_who_has_an_answer_below(void **state)
{
	struct island   t = island_open(*state);
	struct person   åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "contributor", id_of(&t, "unit", "hav"));
	const char     *deliver = f(&t, "about=%C3%A5rs:YEAR-01-01&unit=hav&delivered=1.12.YEAR&title=Ti+sider"
	    "&document=%C3%A5rsrapport");
	struct owed_ask ask = { .from = day_of(t.year, 1, 1), .to = day_of(t.year, 13, 1),
	                        .today = clock_today() };
	struct wheel    w;
	struct owed_list all;

	assert_int_equal(staff_ask(&t.s, &åse, DELIVER), 200);
	site_says(&t.s, "Årsrapport om søfart");
	assert_int_equal(staff_post(&t.s, &åse, DELIVER, deliver), 303);
	assert_int_equal(staff_post(&t.s, &åse, DELIVER, deliver), 303);        /* corrected */
	assert_int_equal(site_ask(&t.s, "/da/wheel", ""), 200);
	w = wheel_read(&t.p->arena, &t.s.viewer.edition.sn);
	all = duties_owed(&t.p->arena, &t.s.viewer.edition, &w, &ask);
	for (size_t i = 0; i < all.len; i++) {
		struct str unit = things_key(t.s.viewer.edition.things, all.at[i].unit);

		if (w.kind[all.at[i].duty] != DUTY_KIND_REPORT)
			continue;
		assert_int_equal(all.at[i].state, str_eq(unit, STR("hav")) ? OWED_APPROVED
		    : str_eq(unit, STR("sud")) ? OWED_NOTHING : OWED_BELOW);
		assert_int_equal(all.at[i].late, str_eq(unit, STR("sud")));
	}
	island_close(&t);
}

static void
a_promise_is_kept_or_given_up(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "contributor", id_of(&t, "unit", "hav"));
	const char   *mark;

	assert_int_equal(staff_ask(&t.s, &åse, "/da/work/promises"), 200);
	site_says(&t.s, "For sent: der kom ingen status");
	assert_int_equal(staff_ask(&t.s, &åse, PROMISE), 200);
	site_says(&t.s, "Hvad blev der af det?");
	assert_int_equal(staff_post(&t.s, &åse, PROMISE,
	    f(&t, "promise=YEAR-06-01:0:maj+YEAR&decision=drop&reason=Skibet+er+solgt")), 303);
	assert_int_equal(site_ask(&t.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&t.s, "Opgivet:");
	site_says(&t.s, "Skibet er solgt");
	/* Who has the old page decides on nothing; who has the new one does. */
	assert_int_equal(staff_post(&t.s, &åse, PROMISE,
	    f(&t, "promise=YEAR-06-01:0:maj+YEAR&decision=keep&report=r0")), 409);
	assert_int_equal(staff_ask(&t.s, &åse, PROMISE), 200);
	mark = strstr(site_text(&t.s), f(&t, "value=\"YEAR-06-01:"));
	assert_non_null(mark);
	assert_int_equal(staff_post(&t.s, &åse, PROMISE, arena_printf(&t.p->arena,
	    "promise=%.*s&decision=keep&report=r0", (int)(strcspn(mark + 7, "\"")), mark + 7).at), 303);
	assert_int_equal(site_ask(&t.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&t.s, "Holdt: der kom en status");
	site_says_not(&t.s, "Skibet er solgt");
	island_close(&t);
}

/* ---- calendars ---- */

static const char *
token_of(struct island *t)
{
	const char *at = strstr(site_text(&t->s), "/calendar/");

	assert_non_null(at);
	at += sizeof "/calendar/" - 1;
	return arena_printf(&t->p->arena, "/calendar/%.*s.ics?lang=da", (int)strcspn(at, "."), at).at;
}

static void
a_calendar_is_read_until_it_is_taken_back(void **state)
{
	struct island t = island_open(*state);
	struct person åse = staff_person(&t.s, t.db, "åse", "Åse Sørensen", "contributor", id_of(&t, "unit", "hav"));
	const char   *own, *unit;

	assert_int_equal(staff_post_nonce(&t.s, &åse, "/da/work/calendar", "unit=", "1"), 200);
	own = token_of(&t);
	assert_int_equal(staff_post_nonce(&t.s, &åse, "/da/work/calendar", "unit=", "1"), 303);
	assert_int_equal(staff_post(&t.s, &åse, "/da/work/calendar", "unit=hav"), 200);
	unit = token_of(&t);
	assert_int_equal(staff_ask(&t.s, NULL, own), 200);
	assert_true(str_starts(site_header(&t.s, "Content-Type"), STR("text/calendar")));
	assert_string_equal(site_header(&t.s, "Cache-Control").at, "no-store");
	site_says(&t.s, "BEGIN:VEVENT");
	site_says(&t.s, "Færge til Ærø");
	site_says_not(&t.s, "Natbus");
	assert_int_equal(staff_ask(&t.s, NULL, unit), 200);
	if (getenv("PEJL_ICAL") != NULL)        /* for a reader that is not ours */
		file_put(str_from(getenv("PEJL_ICAL")), buf_str(&t.s.reply.body));
	site_says(&t.s, "SUMMARY:Status på indsatserne");
	site_says(&t.s, f(&t, "DTSTART;VALUE=DATE:YEAR1231"));
	assert_int_equal(staff_ask(&t.s, NULL, "/calendar/00000000000000000000000000000000.ics"), 404);
	assert_int_equal(staff_post(&t.s, &åse, "/da/work/calendar/drop", "calendar=1"), 303);
	assert_int_equal(staff_ask(&t.s, NULL, own), 404);
	assert_int_equal(staff_ask(&t.s, NULL, unit), 200);
	island_close(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_contributor_sees_her_own_tasks), DISK_TEST(the_central_unit_sees_all),
		DISK_TEST(a_unit_is_reminded_once), DISK_TEST(what_cannot_be_used_changes_nothing),
		DISK_TEST(what_is_another_units_is_denied), DISK_TEST(an_extension_stands_beside_the_deadline),
		DISK_TEST(nobody_is_silent_who_has_an_answer_below), DISK_TEST(a_promise_is_kept_or_given_up),
		DISK_TEST(a_calendar_is_read_until_it_is_taken_back),
	};

	return engine_run("work_wheel", tests, COUNT_OF(tests));
}
