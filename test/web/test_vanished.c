/* A follow-up that a status promised, and that is gone from its next version: silently
 * dropped, on the initiative, in the audit and for the central unit, until it is kept,
 * stands again, or a person says why it is given up. */
#include "edit.h"

#define HEAD "id,since,until,title,lang,initiative,stated\n"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document,undoes\n1,2012-01-01T04:00:00Z,Åse Sørensen,Status,,\n"
	  "2,2012-02-01T04:00:00Z,Åse Sørensen,Rettet,,\n3,2012-03-01T04:00:00Z,Åse Sørensen,Fortrudt,,2\n" },
	{ "area.csv", "id,since,title,level\nby,1,Rødby,city\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level\nøu,1,Øudvalget,ØU,committee\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\npol,1,Øpolitik,2011-01-01,2030-01-01,2012-03-15\n" },
	{ "initiative.csv", "id,since,title,policy,unit\nbus,1,Bus på Årø,pol,øu\nomskrevet,1,Omskrevet,pol,øu\n"
	  "andetsteds,1,Andetsteds,pol,øu\nholdt,1,Holdt,pol,øu\nfortrudt,1,Fortrudt,pol,øu\n"
	  "trukket,1,Trukket,pol,øu\n" },
	{ "status_report.csv", HEAD
	  "r,1,2,Bussen kører på Årø. Ordningen evalueres i maj 2012.,da,bus,2011-12-01\n"
	  "r,2,,Bussen kører på Årø.,da,bus,2011-12-01\n"
	  /* other words about the same time */
	  "o,1,2,Ordningen evalueres i maj 2012.,da,omskrevet,2011-12-01\n"
	  "o,2,,\"Der følges op i maj 2012, når alle er med.\",da,omskrevet,2011-12-01\n"
	  /* another report promises the same */
	  "a,1,2,Ordningen evalueres i maj 2012.,da,andetsteds,2011-12-01\n"
	  "a,2,,Bussen kører.,da,andetsteds,2011-12-01\n"
	  "a2,1,,Ordningen evalueres i maj 2012.,da,andetsteds,2011-12-02\n"
	  /* a status came in that time */
	  "h,1,2,Ordningen evalueres i maj 2012.,da,holdt,2011-12-01\nh,2,,Bussen kører.,da,holdt,2011-12-01\n"
	  "h2,2,,Alle er glade.,da,holdt,2012-05-20\n"
	  /* what was written was taken back at once */
	  "f,1,2,Bussen kører.,da,fortrudt,2011-12-01\nf,2,3,Ordningen evalueres i maj 2012.,da,fortrudt,2011-12-01\n"
	  "f,3,,Bussen kører.,da,fortrudt,2011-12-01\n"
	  /* the whole report is gone */
	  "t,1,2,Ordningen evalueres i maj 2012.,da,trukket,2011-12-01\n" },
};

static bool
page_says(struct desk *k, const char *at, const char *words)
{
	int status = str_starts(str_from(at), STR("/da/work")) ? staff_ask(&k->s, &k->who, at)
	                                                       : site_ask(&k->s, at, "");

	assert_int_equal(status, 200);
	return strstr(site_text(&k->s), words) != NULL;
}

static void
a_promise_that_is_gone_is_silently_dropped(void **state)
{
	struct desk   k = open_desk(*state, package_put(*state, "borte", files, COUNT_OF(files)));
	struct arena *a = &k.s.p->arena;
	struct str    fields;

	assert_true(page_says(&k, "/da/initiative/bus", "Droppet i stilhed: det er taget ud af statussen"));
	assert_true(page_says(&k, "/da/initiative/bus", "maj 2012"));
	assert_true(page_says(&k, "/api/v1/initiatives/bus", "\"vanished\": true"));
	assert_true(page_says(&k, "/da/findings?code=overdue", "løftet er taget ud af statussen uden at være holdt"));
	assert_true(page_says(&k, "/da/work/promises", "Droppet i stilhed: det er taget ud af statussen"));
	assert_true(page_says(&k, "/da/work/overview?unit=%C3%B8u", "Droppet i stilhed: det er taget ud af statussen"));
	/* Said aloud, it is no longer silent. */
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/promise/bus"), 200);
	fields = arena_printf(a, "decision=drop&reason=Bussen+k%%C3%%B8rer+ikke&promise=" STR_FMT,
	    STR_ARG(encoded(a, STR("2012-06-01:0:maj 2012"))));
	assert_int_equal(staff_post(&k.s, &k.who, "/da/work/promise/bus", fields.at), 303);
	assert_true(page_says(&k, "/da/initiative/bus", "Bussen kører ikke"));
	assert_false(page_says(&k, "/da/initiative/bus", "Droppet i stilhed"));
	assert_false(page_says(&k, "/da/findings?code=overdue", "løftet er taget ud"));
	close_desk(&k);
}

static void
what_is_kept_or_stands_is_not_dropped(void **state)
{
	static const char *const fine[] = { "omskrevet", "andetsteds", "holdt", "fortrudt", "trukket" };
	struct desk k = open_desk(*state, package_put(*state, "fine", files, COUNT_OF(files)));

	for (size_t i = 0; i < COUNT_OF(fine); i++)
		if (page_says(&k, arena_printf(&k.s.p->arena, "/da/initiative/%s", fine[i]).at, "Droppet i stilhed"))
			fail_msg("%s", fine[i]);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_promise_that_is_gone_is_silently_dropped),
		DISK_TEST(what_is_kept_or_stands_is_not_dropped),
	};

	return engine_run("vanished", tests, COUNT_OF(tests));
}
