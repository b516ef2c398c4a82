/* Figures from a bureau as the staff asks for them: tried, fetched, revised, broken, refused;
 * a server that ends meanwhile, and limits. The bureau is a thread of this test. */
#include "staff.h"
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>
#include "app/source_queue.h"

/* ---- a bureau ---- */

struct bureau {
	pthread_t   thread;
	int         fd, port;
	atomic_int  first;              /* its first figure */
	atomic_bool renamed, closed;    /* calls its area something else; sends a web page */
	atomic_bool marked;             /* says itself that the series breaks at its second figure */
};

#define TABLE "{\"dataset\":{\"dimension\":{\"OMRÅDE\":{\"label\":\"område\",\"category\":{\"index\":"    \
	"{\"101\":0},\"label\":{\"101\":\"%s\"}}},\"Tid\":{\"label\":\"tid\",\"category\":{\"index\":"     \
	"{\"2026K1\":0,\"2026K2\":1},\"label\":{\"2026K1\":\"2026K1\",\"2026K2\":\"2026K2\"}}},"           \
	"\"id\":[\"OMRÅDE\",\"Tid\"],\"size\":[1,2],\"role\":{\"time\":[\"Tid\"]}},\"label\":\"Folketal\"," \
	"\"updated\":\"2026-08-10T06:00:00Z\",\"value\":[%d,60700]%s}}"

static void *
serve(void *of)
{
	struct bureau *b = of;
	char           asked[4096], said[2048], body[1500];
	int            c, n;

	while ((c = accept(b->fd, NULL, NULL)) >= 0) {
		(void)!read(c, asked, sizeof asked);
		n = atomic_load(&b->closed) ? snprintf(body, sizeof body, "<!DOCTYPE html><p>Lukket")
		    : snprintf(body, sizeof body, TABLE, atomic_load(&b->renamed) ? "Nyby" : "Rødby",
		          atomic_load(&b->first), atomic_load(&b->marked) ? ",\"status\":{\"1\":\"b\"}" : "");
		n = snprintf(said, sizeof said, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n"
		    "Connection: close\r\n\r\n%s", n, body);
		(void)!write(c, said, (size_t)n);
		close(c);
	}
	return NULL;
}

static void
bureau_open(struct bureau *b)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t          len = sizeof at;

	b->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(b->fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(b->fd, 8), 0);
	assert_int_equal(getsockname(b->fd, (struct sockaddr *)&at, &len), 0);
	b->port = ntohs(at.sin_port);
	atomic_store(&b->first, 60600);
	assert_int_equal(pthread_create(&b->thread, NULL, serve, b), 0);
}

static void
bureau_close(struct bureau *b)
{
	shutdown(b->fd, SHUT_RDWR);
	pthread_join(b->thread, NULL);
	close(b->fd);
}

/* ---- a city that asks it ---- */

struct world {
	struct site   site;
	struct store *db;
	struct person bo;               /* an editor */
	struct service service;         /* of a server that may ask it */
	struct bureau bureau;
};

static const struct source_reach here = { .hosts = { "127.0.0.1", 9 }, .private = true, .wait_ms = 5000 };

static void
open_world(struct world *w, struct place *p)
{
	struct str source;

	*w = (struct world){ .db = place_open(p, STORE_CREATE) };
	bureau_open(&w->bureau);
	source = arena_printf(&p->arena, "id,since,title,kind,address,tbl,selection,areas,indicator\n"
	    "folketal,1,Folketal på Øen,jsonstat,http://127.0.0.1:%d/folketal.json,,\"OMRÅDE=101 Tid=*\","
	    "OMRÅDE: 101=by,borgere\n", w->bureau.port);
	{
		const struct text_file files[] = {
			{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
			{ "area.csv", "id,since,title,level\nby,1,Rødby,city\n" },
			{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
			{ "indicator.csv", "id,since,title,measure\nborgere,1,Øboere,persons\n" },
			{ "source.csv", source.at },
		};

		register_load(p, w->db, package_put(p, "ramme", files, COUNT_OF(files)));
	}
	w->site = site_open(p);
	w->service = (struct service){ .reach = here };
	w->site.service = &w->service;
	w->bo = staff_person(&w->site, w->db, "bo", "Bo Ærø", "editor", 0);
}

static void
close_world(struct world *w)
{
	site_close(&w->site);
	store_close(w->db);
	bureau_close(&w->bureau);
}

static int64_t
changes(struct world *w)
{
	int64_t n;

	assert_true(store_get_int(w->db, STMT_CHANGE_LAST, NULL, 0, &n));
	return n;
}

static size_t
acts(struct world *w, const char *code)
{
	struct trail_rows rows;
	size_t            n = 0;

	assert_true(trail_read(&w->site.p->arena, w->db, 0, 0, 500, &rows));
	for (size_t i = 0; i < rows.len; i++)
		n += str_eq(rows.at[i].act, str_from(code));
	return n;
}

#define AT "/da/work/sources/folketal"
#define AT_EDIT "/da/work/register/sources/folketal"
#define SECONDS_OF_DAY 86400

/* Where it leads: the page that tells how far it is. */
static const char *
ask(struct world *w, const char *what)
{
	const char *to = arena_printf(&w->site.p->arena, AT "/%s", what).at;

	if (staff_post(&w->site, &w->bo, to, "") != 303)
		fail_msg("%s: %d %.2000s", what, w->site.reply.status, site_text(&w->site));
	return str_dup(&w->site.p->arena, site_header(&w->site, "Location")).at;
}

static void
look_after(struct world *w, const struct source_reach *reach)
{
	bool any = true;

	while (any)
		assert_true(source_queue_next(w->db, reach, clock_unix(), &any));
}

static void
shows(struct world *w, const char *page, const char *const *words, size_t len)
{
	assert_int_equal(staff_ask(&w->site, &w->bo, page), 200);
	for (size_t i = 0; i < len; i++)
		site_says(&w->site, words[i]);
}

#define SHOWS(w, page, ...) shows((w), (page), (const char *const[]){ __VA_ARGS__ }, \
	sizeof (const char *const[]){ __VA_ARGS__ } / sizeof (const char *))

/* ---- what is asked for comes ---- */

static void
a_source_is_tried_fetched_and_revised(void **state)
{
	struct world w;
	int64_t      before;
	const char  *page;

	open_world(&w, *state);
	before = changes(&w);
	SHOWS(&w, "/da/work/sources", "Folketal på Øen", "ikke hentet endnu", "aldrig", "pejl-source.timer");
	page = ask(&w, "try");
	SHOWS(&w, page, "Den er den næste, der bliver spurgt.");
	assert_string_equal(site_header(&w.site, "Refresh").at, "2");
	assert_string_equal(ask(&w, "try"), page);      /* one is enough */
	look_after(&w, &here);
	SHOWS(&w, page, "Prøvet: Folketal på Øen", "Ville komme: 2 nye, 0 rettede, 0 som før.", "60.600",
	    "1. kvartal 2026", "Intet blev skrevet", "Hent dem nu");
	assert_int_equal(changes(&w), before);
	page = ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, page, "Hentet: Folketal på Øen", "Kom: 2 nye, 0 rettede, 0 som før.", "ændring 2");
	assert_int_equal(changes(&w), before + 1);
	atomic_store(&w.bureau.first, 60621);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, AT, "Kom: 0 nye, 1 rettede, 1 som før.", "60.600", "60.621", "+21", "/da/indicator/borgere",
	    "Bo Ærø", "101: ", "Rødby", "alle, der er");
	SHOWS(&w, "/en/work/sources", "in order", "Came: 0 new, 1 revised, 1 as before.");
	assert_int_equal(acts(&w, "source.try"), 2);
	assert_int_equal(acts(&w, "source.fetch"), 2);
	assert_int_equal(acts(&w, "source.took"), 2);
	close_world(&w);
}

static void
a_bureau_that_fails_is_told_in_plain_words(void **state)
{
	struct world w;
	const char  *page;

	open_world(&w, *state);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	atomic_store(&w.bureau.closed, true);
	page = ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, page, "en webside i stedet for tal", "Hent igen senere", "Tallene bliver, som de er.");
	SHOWS(&w, "/da/work/sources", "mislykket", "en webside i stedet for tal");
	assert_int_equal(changes(&w), 2);
	close_world(&w);
}

/* What is broken stays as it is until a person decides. */
static void
a_broken_series_is_decided_on(void **state)
{
	struct world w;

	open_world(&w, *state);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	assert_int_equal(staff_post(&w.site, &w.bo, AT "/settle", "verdict=new"), 422);
	atomic_store(&w.bureau.renamed, true);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, AT, "Der er brud i tidsserien", "OMRÅDE 101 Rødby", "OMRÅDE 101 Nyby", "Hvordan den går videre");
	SHOWS(&w, "/da/work/sources", "brud i tidsserien");
	assert_int_equal(changes(&w), 2);
	assert_int_equal(staff_post(&w.site, &w.bo, AT "/settle", "verdict=måske"), 422);
	assert_int_equal(staff_post(&w.site, &w.bo, AT "/settle", "verdict=new"), 303);
	assert_int_equal(changes(&w), 3);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, AT, "Kom: 2 nye, 0 rettede, 0 som før.");
	site_says_not(&w.site, "Hvordan den går videre");
	assert_int_equal(acts(&w, "source.settle"), 1);
	close_world(&w);
}

/* What the bureau dates before its break stays in the way of measuring that it was of. */
static void
a_break_that_the_bureau_marks_is_proposed(void **state)
{
	struct world w;

	open_world(&w, *state);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	atomic_store(&w.bureau.marked, true);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, AT, "Der er brud i tidsserien", "Statistikbanken melder brud i tidsserien ved 2026K2.",
	    "fra 1. april 2026", "Det kan alligevel sammenlignes");
	assert_int_equal(changes(&w), 2);
	assert_int_equal(staff_post(&w.site, &w.bo, AT "/settle", "verdict=new"), 303);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, AT, "Kom: 1 nye, 0 rettede, 1 som før.", "60.700");
	atomic_store(&w.bureau.marked, false);
	(void)ask(&w, "fetch");
	look_after(&w, &here);
	SHOWS(&w, AT, "Kom: 0 nye, 1 rettede, 1 som før.");     /* its sign is gone */
	close_world(&w);
}

/* ---- before it is saved ---- */

#define NEW "/da/work/register/sources/new"

static int64_t
sources(struct world *w)
{
	struct things *t = things_load(&w->site.p->arena, w->db);
	int64_t        n = 0;

	for (size_t i = 0; t != NULL && i < things_count(t); i++)
		n += things_kind(t, (int64_t)i) == NOUN_SOURCE;
	return n;
}

/* Looks at what is written; where it leads. */
static const char *
look(struct world *w, const char *page, const char *fields)
{
	const char *to = arena_printf(&w->site.p->arena, "show=1&kind=jsonstat&address=http%%3A%%2F%%2F127.0.0.1%%3A"
	    "%d%%2Ffolketal.json&%s", w->bureau.port, fields).at;

	if (staff_post(&w->site, &w->bo, page, to) != 303)
		fail_msg("%s: %d %.2000s", fields, w->site.reply.status, site_text(&w->site));
	return str_dup(&w->site.p->arena, site_header(&w->site, "Location")).at;
}

/* What the table has is shown, what it suggests is filled in, what would come is told; nothing
 * of it is kept in the register, and nobody else sees it. */
static void
a_source_is_looked_at_before_it_is_saved(void **state)
{
	static const char asked[] = "title=Ny+kilde&indicator=borgere&selection=OMR%C3%85DE%3D101+Tid%3D*";
	struct world  w;
	struct person ulla;
	const char   *page;

	open_world(&w, *state);
	page = look(&w, NEW, "title=Ny+kilde&why=En+pr%C3%B8ve%0Ai+to+linjer");
	SHOWS(&w, page, "Tabellen slås op", "Den er den næste, der bliver spurgt.");
	look_after(&w, &here);
	SHOWS(&w, page, "Hvad tabellen har", "»Folketal«", "<code>OMRÅDE</code>", "<code>101</code>", "Rødby",
	    "Udfyldt fra tabellen", "OMRÅDE=101 Tid=*</textarea>", "OMRÅDE: 101=by</textarea>",
	    "value=\"Ny kilde\"", "En prøve\ni to linjer</textarea>", "Udfyld resten", "Intet er gemt endnu",
	    "action=\"/da/work/register/sources/new\"");
	site_says_not(&w.site, "class=\"alert alert-error\"");
	page = look(&w, NEW, asked);
	look_after(&w, &here);
	SHOWS(&w, page, "Ville komme: 2 nye, 0 rettede, 0 som før.", "60.600", "Øboere", "1. kvartal 2026");
	assert_int_equal(sources(&w), 1);
	assert_int_equal(changes(&w), 1);
	ulla = staff_person(&w.site, w.db, "ulla", "Ulla Ø", "editor", 0);
	assert_int_equal(staff_ask(&w.site, &ulla, page), 404);
	assert_int_equal(staff_post(&w.site, &w.bo, NEW, "show=1&kind=jsonstat&address=http%3A%2F%2F10.0.0.1%2F"), 422);
	site_says(&w.site, "id=\"f-address-fault\"");
	assert_int_equal(staff_post(&w.site, &w.bo, NEW, "show=1&kind=pxweb1&address=http%3A%2F%2F127.0.0.1%2F"), 422);
	site_says(&w.site, "id=\"f-tbl-fault\"");
	close_world(&w);
}

/* What the bureau does not take stands at the field in which it was asked for. */
static void
what_a_bureau_refuses_stands_at_its_field(void **state)
{
	static const struct {
		const char *fields, *at, *words;
	} row[] = {
		{ "selection=OMR%C3%85DE%3D999+Tid%3D*", "selection", "no “999” in OMRÅDE" },
		{ "selection=K%C3%98N%3DTOT+Tid%3D*", "selection", "no column KØN" },
		{ "areas=KOMMUNE%3A+101%3Dby", "selection", "no dimension KOMMUNE" },
		{ "areas=OMR%C3%85DE%3A+101%3Datlantis", "areas", "atlantis" },
		{ "indicator=andel", "indicator", "" },
	};
	struct world w;
	const char  *page;

	open_world(&w, *state);
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		page = look(&w, AT_EDIT, arena_printf(&w.site.p->arena, "%s&since=1&title=Folketal&indicator=borgere",
		    row[i].fields).at);
		look_after(&w, &here);
		SHOWS(&w, page, arena_printf(&w.site.p->arena, "id=\"f-%s-fault\"", row[i].at).at, row[i].words,
		    "action=\"/da/work/register/sources/folketal\"");
	}
	assert_int_equal(changes(&w), 1);
	close_world(&w);
}

/* ---- what may not be ---- */

/* No form widens whom the server asks. */
static void
a_host_is_allowed_by_configuration_alone(void **state)
{
	static const struct source_reach bureaus = { .wait_ms = 5000 };
	static const struct {
		const char *fields, *at, *words;
	} row[] = {
		{ "address=https%3A%2F%2Fond.dk%2Fv1", "address", "Værten ond.dk er ikke blandt dem" },
		{ "address=https%3A%2F%2Fapi.statbank.dk%40ond.dk%2Fv1", "address", "Skriv en adresse som" },
		{ "address=ftp%3A%2F%2Fapi.statbank.dk%2F", "address", "https://" },
		{ "selection=OMR%C3%85DE", "selection", "Skriv hver dimension med dens koder" },
		{ "areas=OMR%C3%85DE%3A+101%3Dingensteds", "areas", "ingensteds" },
		{ "grps=K%C3%98N", "grps", "Skriv dimensionen, et kolon" },
	};
	static const char good[] = "title=Nyt&kind=statbank&tbl=FOLK1C&indicator=borgere&selection=Tid%3D*"
	    "&address=https%3A%2F%2Fapi.statbank.dk%2Fv1";
	struct world w;
	const char  *page;

	open_world(&w, *state);
	w.service.reach = bureaus;
	page = ask(&w, "fetch");
	look_after(&w, &bureaus);
	SHOWS(&w, page, "PEJL_SOURCE_HOSTS", "Værten i dens adresse er ikke blandt dem");
	SHOWS(&w, AT, "PEJL_SOURCE_HOSTS");
	site_says_not(&w.site, "Hent nu");
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		/* The first of a name counts. */
		const char *fields = arena_printf(&w.site.p->arena, "%s&%s", row[i].fields, good).at;

		if (staff_post(&w.site, &w.bo, "/da/work/register/sources/new", fields) != 422)
			fail_msg("%s: %d", row[i].fields, w.site.reply.status);
		site_says(&w.site, arena_printf(&w.site.p->arena, "id=\"f-%s-fault\"", row[i].at).at);
		site_says(&w.site, row[i].words);
	}
	assert_int_equal(changes(&w), 1);
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/register/sources/new", good), 303);
	assert_string_equal(site_header(&w.site, "Location").at, "/da/work/sources/nyt");
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/register/sources/new",
	    arena_printf(&w.site.p->arena, "try=1&%s", good).at), 303);
	assert_string_equal(site_header(&w.site, "Location").at, "/da/work/fetch/2");
	SHOWS(&w, "/da/work/fetch/2", "Prøvet: Nyt");
	close_world(&w);
}

static void
begun_at(struct world *w, int64_t id, int64_t now)
{
	assert_true(store_begin(w->db));
	assert_true(store_run(w->db, STMT_SOURCE_RUN_CLAIM, (struct param[]){ P_INT(now), P_INT(id) }, 2));
	assert_true(store_commit(w->db));
}

/* The server ended while it asked: another one takes it up once, and not before it can be sure. */
static void
a_restart_loses_nothing(void **state)
{
	struct world w;
	int64_t      now = clock_unix();
	const char  *page, *next;
	bool         any = true;

	open_world(&w, *state);
	page = ask(&w, "fetch");
	begun_at(&w, 1, now);
	assert_true(source_queue_next(w.db, &here, now + SOURCE_STALE_SECONDS - 1, &any));
	assert_false(any);
	SHOWS(&w, page, "Statistikbanken bliver spurgt.");
	assert_true(source_queue_next(w.db, &here, now + SOURCE_STALE_SECONDS, &any));
	SHOWS(&w, page, "Kom: 2 nye");
	next = ask(&w, "fetch");
	begun_at(&w, 2, 1);
	begun_at(&w, 2, 1);
	look_after(&w, &here);
	SHOWS(&w, next, "kunne ikke tages ind");
	assert_int_equal(changes(&w), 2);
	close_world(&w);
}

/* Who lost the right meanwhile asks for nothing. */
static void
a_right_that_is_lost_counts(void **state)
{
	struct world  w;
	struct person åse;
	const char   *page;

	open_world(&w, *state);
	åse = staff_person(&w.site, w.db, "åse", "Åse Ø", "editor", 0);
	page = ask(&w, "fetch");
	assert_true(store_begin(w.db));
	assert_true(store_run(w.db, STMT_GRANT_DROP_ALL, (struct param[]){ P_INT(w.bo.account) }, 1));
	assert_true(store_commit(w.db));
	look_after(&w, &here);
	assert_int_equal(staff_ask(&w.site, &åse, page), 200);
	site_says(&w.site, "må ikke længere ændre denne kilde");
	assert_int_equal(changes(&w), 1);
	close_world(&w);
}

static void
fetched_by_itself(struct world *w, int64_t id, int64_t at)
{
	struct param p[] = { P_INT(id), P_INT(1), P_INT(0), P_TEXT(STR("all")), P_INT(at) };

	assert_true(store_begin(w->db));
	assert_true(store_run(w->db, STMT_SOURCE_RUN_ADD, p, COUNT_OF(p)) && store_commit(w->db));
}

/* Whether the timer runs is told by what it did. */
static void
the_next_time_is_told(void **state)
{
	struct world w;

	open_world(&w, *state);
	SHOWS(&w, "/da/work/sources", "hentes endnu ikke af sig selv", "ikke planlagt");
	fetched_by_itself(&w, 1, clock_unix() - 3 * SECONDS_OF_DAY);
	SHOWS(&w, "/da/work/sources", "ikke hentet af sig selv i over to dage", "ikke planlagt");
	fetched_by_itself(&w, 2, clock_unix() - 3600);
	SHOWS(&w, "/da/work/sources", "Alle hentes af sig selv én gang om dagen.");
	site_says_not(&w.site, "ikke planlagt");
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_source_is_tried_fetched_and_revised),
		DISK_TEST(a_bureau_that_fails_is_told_in_plain_words),
		DISK_TEST(a_broken_series_is_decided_on),
		DISK_TEST(a_break_that_the_bureau_marks_is_proposed),
		DISK_TEST(a_source_is_looked_at_before_it_is_saved),
		DISK_TEST(what_a_bureau_refuses_stands_at_its_field),
		DISK_TEST(a_host_is_allowed_by_configuration_alone),
		DISK_TEST(a_restart_loses_nothing),
		DISK_TEST(a_right_that_is_lost_counts),
		DISK_TEST(the_next_time_is_told),
	};

	return engine_run("sources", tests, COUNT_OF(tests));
}
