/* Indicators and objectives by request: statuses, media, names of files, and that a
 * page costs the database little. The register is the example city. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../scratch.h"
#include "app/package.h"
#include "app/viewer.h"
#include "web/answer.h"
#include "web/http_text.h"

struct fixture {
	struct arena        arena;
	struct viewer       viewer;
	char                dir[64], db[128], logged[512];
	struct http_request request;
	struct http_reply   reply;
};

static void
keep_log(void *to, struct str lines)
{
	struct fixture *f = to;

	snprintf(f->logged, sizeof f->logged, STR_FMT, STR_ARG(lines));
}

static int
setup(void **state)
{
	struct fixture      *f = calloc(1, sizeof *f);
	struct diags         d;
	struct package_count n;
	struct store        *s;

	assert_non_null(f);
	d = diags_new(&f->arena);
	snprintf(f->dir, sizeof f->dir, "%s/pejl-test-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(f->dir));
	snprintf(f->db, sizeof f->db, "%s/ærø.db", f->dir);
	s = store_open(str_from(f->db), STORE_CREATE, &d);
	assert_non_null(s);
	assert_true(package_load(s, STR("examples/copenhagen"), &d, &n));
	store_close(s);
	f->viewer = (struct viewer){ .db = str_from(f->db), .log = { keep_log, f } };
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	struct fixture *f = *state;
	char            path[160];

	viewer_close(&f->viewer);
	for (size_t i = 0; i < COUNT_OF(endings); i++) {
		snprintf(path, sizeof path, "%s%s", f->db, endings[i]);
		(void)unlink(path);
	}
	assert_int_equal(rmdir(f->dir), 0);
	buf_free(&f->reply.body);
	arena_free(&f->arena);
	free(f);
	return 0;
}

static void
ask(struct fixture *f, const char *target)
{
	struct str text = arena_printf(&f->arena, "GET %s HTTP/1.1\r\nHost: a\r\n", target);

	buf_free(&f->reply.body);
	f->reply = (struct http_reply){ 0 };
	buf_init(&f->reply.body, HTTPD_REPLY_MAX);
	http_request_read(&f->request, text);
	answer(&f->viewer, &f->request, &f->arena, &f->reply);
}

static struct str
header(const struct fixture *f, const char *name)
{
	for (size_t i = 0; i < f->reply.headers; i++)
		if (str_eq(f->reply.header[i].name, str_from(name)))
			return f->reply.header[i].value;
	return STR_NONE;
}

static bool
says(const struct fixture *f, const char *words)
{
	return str_find(buf_str(&f->reply.body), str_from(words), 0) != SIZE_MAX;
}

#define ONE "/api/v1/indicators/i-arbejde"

static const struct {
	const char *target;
	int         status;
	const char *media;              /* how it begins */
	const char *says;
} rows[] = {
	{ "/da/indicators", 200, "text/html", "Beskæftigelse" },
	{ "/en/indicators?q=arbejde", 200, "text/html", "Immigrants and descendants in work" },
	{ "/da/indicators?unit=biu&theme=bolig&policy=integrationspolitik-2007-2010", 200,
	  "text/html", "Udsatte boligområder" },
	{ "/da/indicators?unit=ukendt", 200, "text/html", "<h1>Indikatorer</h1>" },
	{ "/da/indicator/i-arbejde", 200, "text/html",
	  "Andelen steg fra 54,40 til 59,90 pct. mellem foråret 2007 og august 2008" },
	{ "/en/indicator/i-arbejde", 200, "text/html",
	  "The share rose from 54.40 to 59.90 per cent between spring 2007 and August 2008" },
	{ "/da/indicator/i-arbejde", 200, "text/html",
	  "Tempo = (5,50 / 458) / (10,00 / 1.310) = 7.205 / 4.580 ≈ 1,57" },
	{ "/da/indicator/i-arbejde", 200, "text/html", "Måltal 64,40 pct." },
	{ "/da/indicator/i-arbejde", 200, "text/html", "/da/document/statusredegoerelse-2009?line=15#L15" },
	{ "/da/indicator/i-arbejde?as_of=2008-01-01", 200, "text/html", "Andelen var 54,40 pct. i foråret 2007" },
	{ "/da/indicator/i-arbejde?as_of=1990-01-01", 200, "text/html", "Der er ingen måling endnu" },
	{ "/da/indicator/i-arbejde?as_of=2008-01-01", 200, "text/html",
	  "?as_of=2008-01-01&amp;line=15#L15" },
	{ "/da/indicator/i-arbejde?group=kvinder", 200, "text/html", "Andelen steg fra 48,50 til 55,00 pct." },
	{ "/da/indicator/i-arbejde?group=ukendt", 404, "text/html", "" },
	{ "/da/indicator/i-arbejde?area=ukendt", 404, "text/html", "" },
	{ "/da/indicator/i-arbejde?as_of=2008-02-30", 400, "text/html", "" },
	{ "/da/indicator/ukendt", 404, "text/html", "" },
	{ "/da/indicator/%00", 400, "text/html", "" },
	{ "/da/indicator/sigtede-unge", 200, "text/html", "de fire største kommuner" },
	{ "/da/indicator/lukkede-institutioner", 200, "text/html", "Målemetoden er under udvikling" },
	{ "/api/v1/indicators", 200, "application/json", "\"total\": 63" },
	{ "/api/v1/indicators?limit=10&page=2", 200, "application/json",
	  "\"next\": \"/api/v1/indicators?page=3&limit=10\"" },
	{ "/api/v1/indicators?limit=0", 400, "application/problem+json", "" },
	{ "/api/v1/indicators/ukendt", 404, "application/problem+json", "" },
	{ ONE, 200, "application/json", "\"value\": \"59.90\"" },
	{ ONE, 200, "application/json", "\"move\": \"rose\"" },
	{ ONE ".csv", 200, "text/csv", "i-arbejde," },
	{ ONE ".csv?profile=excel-da&lang=da", 200, "text/csv", ";59,90;" },
	{ ONE ".csv?profile=ukendt", 400, "", "" },
	{ ONE ".csv?lang=en", 200, "text/csv", "Immigrants and descendants in work" },
	{ ONE ".svg?lang=da", 200, "image/svg+xml", "59,90" },
	{ ONE ".xlsx", 200, "application/vnd.openxmlformats", "PK" },
	{ ONE ".pdf", 404, "", "" },
	{ "/da/objectives", 200, "text/html", "Flere indvandrere og efterkommere i arbejde" },
	{ "/en/objectives?theme=bolig", 200, "text/html", "Objectives" },
	{ "/da/objective/i-arbejde", 200, "text/html", "54,40 + 10 procentpoint = 64,40" },
	{ "/da/objective/i-arbejde", 200, "text/html", "Vedtagelsen af integrationspolitikken" },
	{ "/en/objective/trygt-koebenhavn", 200, "text/html", "What is under it" },
	{ "/da/objective/ukendt", 404, "text/html", "" },
	{ "/da/theme/bolig", 200, "text/html", "<h1>Bolig</h1>" },
	{ "/da/theme/ukendt", 404, "text/html", "" },
	{ "/api/v1/objectives?policy=integrationspolitik-2007-2010", 200, "application/json", "\"depth\": 1" },
	{ "/api/v1/objectives/i-arbejde", 200, "application/json", "\"counts\": \"counted\"" },
	{ "/api/v1/objectives/ukendt", 404, "application/problem+json", "" },
};

static void
requests(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		ask(f, rows[i].target);
		if (f->reply.status != rows[i].status ||
		    !str_starts(header(f, "Content-Type"), str_from(rows[i].media)) ||
		    !says(f, rows[i].says))
			fail_msg("%s: %d " STR_FMT, rows[i].target, f->reply.status,
			    STR_ARG(header(f, "Content-Type")));
	}
	assert_string_equal(f->logged, "");
}

static void
files_have_names(void **state)
{
	struct fixture *f = *state;

	ask(f, ONE ".csv?lang=da");
	assert_true(str_eq(header(f, "Content-Disposition"),
	    STR("attachment; filename=\"indikator-i-arbejde.csv\"")));
	assert_true(str_find(header(f, "Vary"), STR("Accept-Language"), 0) == SIZE_MAX);
	ask(f, ONE ".xlsx?lang=en");
	assert_true(str_eq(header(f, "Content-Disposition"),
	    STR("attachment; filename=\"indicator-i-arbejde.xlsx\"")));
	ask(f, ONE ".svg");
	assert_true(str_find(header(f, "Vary"), STR("Accept-Language"), 0) != SIZE_MAX);
}

/* One more is asked to see that the edition is still the newest. */
static void
pages_ask_the_database_little(void **state)
{
	static const struct {
		const char *target;
		int64_t     most;
	} pages[] = {
		{ "/da/indicators", 1 }, { "/api/v1/indicators", 1 }, { "/da/indicator/i-arbejde", 3 },
		{ "/da/indicator/i-job-efter-kursus", 3 }, { ONE ".csv", 3 }, { ONE ".xlsx", 3 },
		{ "/da/indicator/i-arbejde?as_of=2008-01-01", 3 }, { "/da/objectives", 1 },
		{ "/da/objective/i-arbejde", 2 }, { "/api/v1/objectives/i-arbejde", 2 },
		{ "/da/theme/bolig", 1 },
	};
	struct fixture *f = *state;

	ask(f, "/da/");
	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		int64_t before = store_statements(f->viewer.store);

		ask(f, pages[i].target);
		assert_int_equal(f->reply.status, 200);
		if (store_statements(f->viewer.store) - before > pages[i].most)
			fail_msg("%s: %lld statements", pages[i].target,
			    (long long)(store_statements(f->viewer.store) - before));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(requests, setup, teardown),
		cmocka_unit_test_setup_teardown(files_have_names, setup, teardown),
		cmocka_unit_test_setup_teardown(pages_ask_the_database_little, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
