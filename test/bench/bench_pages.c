/* bench_pages.c - what one page costs the processor, from an edition that is kept:
 * of the example city, and of 120 indicators in 98 cities over 40 periods.
 *
 * Run in the project's folder. Prints rows of the bench table: measure, ours, peer,
 * ratio, wanted.
 */
#include "app/package.h"
#include "app/viewer.h"
#include "country.h"
#include "port/httpd.h"
#include "web/answer.h"
#include <unistd.h>

enum { ROUNDS = 200 };

/* ---- pages ---- */

static double
ask(struct viewer *v, const char *target, size_t *bytes, int64_t *statements)
{
	struct http_request rq = {
		.method = STR("GET"), .target = str_from(target), .version = STR("HTTP/1.1"),
		.header = { { STR("Host"), STR("a") } }, .headers = 1,
	};
	struct arena      a = { 0 };
	struct http_reply re = { 0 };
	double            start = spent();

	rq.head = rq.method.len + rq.target.len + rq.version.len + 6 + sizeof "Host: a\r\n" - 1;
	*statements = v->store == NULL ? 0 : store_statements(v->store);
	buf_init(&re.body, HTTPD_REPLY_MAX);
	answer(v, &rq, &a, &re);
	must(re.status == 200, target);
	*bytes = re.body.len;
	*statements = store_statements(v->store) - *statements;
	buf_free(&re.body);
	arena_free(&a);
	return spent() - start;
}

static void
measure(struct viewer *v, const char *register_name, const char *target, const char *wanted)
{
	double  took[ROUNDS], first;
	size_t  bytes;
	int64_t statements;

	first = ask(v, target, &bytes, &statements);
	for (int i = 0; i < ROUNDS; i++)
		took[i] = ask(v, target, &bytes, &statements);
	printf("%s %s, %zu kB\t%.3f ms\t%.1f ms first\t\t%s\n", register_name, target, bytes / 1024,
	    median(took, ROUNDS) * 1e3, first * 1e3, wanted);
	must(statements <= 12, "asking the database little");
}

/* A page after one new measurement, which the edition follows. */
static void
measure_new(const char *db)
{
	struct arena      a = { 0 };
	struct diags      d = diags_new(&a);
	struct viewer     v = { .db = str_from(db) };
	struct act        act = { STR("2026-01-02T00:00:00Z"), STR("bench"), STR("one more"), STR_NONE };
	struct store     *s = store_open(str_from(db), STORE_WRITE, &d);
	struct making     m = { .s = s, .t = things_load(&a, s) };
	int64_t           change, statements;
	size_t            bytes;
	double            first, followed;

	first = ask(&v, "/da/", &bytes, &statements);
	must(store_begin(s) && change_add(s, &act, 0, 0, &change), "beginning");
	add_observation(&m, things_find(m.t, NOUN_INDICATOR, STR("i0007")),
	    things_find(m.t, NOUN_AREA, STR("by00")), PERIODS, 4200);
	must(store_commit(s), "committing");
	store_close(s);
	followed = ask(&v, "/da/", &bytes, &statements);
	printf("large /da/ after one new measurement\t%.1f ms\t%.1f ms\t%.0f\t"
	    "the peer makes the edition anew\n", followed * 1e3, first * 1e3, first / followed);
	viewer_close(&v);
	arena_free(&a);
}

static void
measure_all(const char *db, const char *name, const char *wanted)
{
	static const char *const pages[] = { "/da/", "/da/?as_of=2012-04-30" };
	struct viewer v = { .db = str_from(db) };

	for (size_t i = 0; i < COUNT_OF(pages); i++)
		measure(&v, name, pages[i], wanted);
	viewer_close(&v);
}

static void
remove_register(const char *db)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	char                     path[160];

	for (size_t i = 0; i < COUNT_OF(endings); i++) {
		(void)snprintf(path, sizeof path, "%s%s", db, endings[i]);
		(void)unlink(path);
	}
}

int
main(void)
{
	struct arena         a = { 0 };
	struct diags         d = diags_new(&a);
	char                 dir[] = "/tmp/pejl-bench-XXXXXX", example[64], large[64];
	struct package_count n;
	struct store        *s;

	must(mkdtemp(dir) != NULL, "a folder");
	(void)snprintf(example, sizeof example, "%s/example.db", dir);
	(void)snprintf(large, sizeof large, "%s/large.db", dir);
	s = store_open(str_from(example), STORE_CREATE, &d);
	must(s != NULL && package_load(s, STR("examples/copenhagen"), &d, &n), "the example");
	store_close(s);
	s = store_open(str_from(large), STORE_CREATE, &d);
	must(s != NULL, "a register");
	country_build(s, &a);
	store_close(s);
	measure_all(example, "example", "under 1 ms");
	measure_all(large, "large", "under 5 ms");
	measure_new(large);
	remove_register(example);
	remove_register(large);
	(void)rmdir(dir);
	arena_free(&a);
	return 0;
}
