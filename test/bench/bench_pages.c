/* bench_pages.c - what one page costs the processor, from an edition that is kept:
 * of the example city, and of 120 indicators in 98 cities over 40 periods.
 *
 * Run in the project's folder. Prints rows of the bench table: measure, ours, peer,
 * ratio, wanted.
 */
#include "app/change.h"
#include "app/package.h"
#include "app/viewer.h"
#include "port/httpd.h"
#include "web/answer.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { INDICATORS = 120, AREAS = 98, PERIODS = 40, MEMBERS = 6, SETS = 12, ROUNDS = 200 };

static void
must(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "bench_pages: %s failed\n", what);
	exit(EXIT_FAILURE);
}

/* Processor time: one thread that waits for nothing. */
static double
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- a large register ---- */

struct making {
	struct store  *s;
	struct things *t;
	int64_t        area[AREAS], set, theme;
};

static int64_t
add_noun(struct making *m, enum noun n, const char *key, struct noun_row *row)
{
	row->id = things_add(m->t, m->s, n, str_from(key));
	row->since = 1;
	row->until = UNTIL_NOW;
	must(row->id != 0 && store_noun_add(m->s, n, row), "adding a noun");
	return row->id;
}

static void
add_frame(struct making *m)
{
	struct noun_row authority = { 0 }, set = { 0 }, policy = { 0 }, theme = { 0 };
	char            key[32];

	for (int i = 0; i < AREAS; i++) {
		struct noun_row city = { 0 };

		(void)snprintf(key, sizeof key, "by%02d", i);
		city.text[AREA_title] = STR("Ærøskøbing");
		city.text[AREA_level] = STR("city");
		m->area[i] = add_noun(m, NOUN_AREA, key, &city);
	}
	authority.text[AUTHORITY_title] = STR("Byen");
	authority.ref[AUTHORITY_area] = m->area[0];
	(void)add_noun(m, NOUN_AUTHORITY, "byen", &authority);
	set.text[COMPARATOR_title] = STR("de seks byer");
	m->set = add_noun(m, NOUN_COMPARATOR, "seksbyerne", &set);
	for (int i = 1; i <= MEMBERS; i++) {
		struct noun_row member = { 0 };

		(void)snprintf(key, sizeof key, "medlem%02d", i);
		member.ref[COMPARATOR_MEMBER_comparator] = m->set;
		member.ref[COMPARATOR_MEMBER_area] = m->area[i];
		(void)add_noun(m, NOUN_COMPARATOR_MEMBER, key, &member);
	}
	policy.text[POLICY_title] = STR("Inklusionspolitik");
	theme.text[THEME_title] = STR("Beskæftigelse");
	theme.ref[THEME_policy] = add_noun(m, NOUN_POLICY, "politik", &policy);
	m->theme = add_noun(m, NOUN_THEME, "tema", &theme);
}

static void
add_observation(struct making *m, int64_t indicator, int64_t area, int period, int64_t value)
{
	struct observation_form f = { .scale = 2, .precision = PRECISION_MONTH };
	struct param            p[] = {
		P_INT(indicator), P_INT(area), P_INT(day_of(2010 + period / 12, period % 12 + 1, 1)),
		P_INT(day_of(2010 + (period + 1) / 12, (period + 1) % 12 + 1, 1)), P_INT(0),
		P_INT(1), P_INT(UNTIL_NOW), P_INT(1), P_INT(value), P_INT(observation_pack(f)),
		P_INT(0), P_INT(0), P_INT(0), P_INT(0),
	};

	must(store_run(m->s, STMT_OBSERVATION_ADD, p, COUNT_OF(p)), "adding a measurement");
}

/* "+10 points by the end of 2020", or no worse than the other cities. */
static void
add_indicator(struct making *m, int number)
{
	struct noun_row i = { 0 }, objective = { 0 }, target = { 0 };
	char            key[32];

	(void)snprintf(key, sizeof key, "i%04d", number);
	objective.text[OBJECTIVE_title] = STR("Flere i arbejde på Østerbro");
	objective.ref[OBJECTIVE_theme] = m->theme;
	i.text[INDICATOR_title] = STR("Andel i arbejde på Østerbro");
	i.text[INDICATOR_measure] = STR("share");
	target.text[TARGET_title] = STR("10 procentpoint flere");
	target.text[TARGET_kind] = number % SETS == 0 ? STR("benchmark") : STR("change");
	target.text[TARGET_relation] = STR("at_least");
	target.text[TARGET_value] = number % SETS == 0 ? STR_NONE : STR("10");
	target.ref[TARGET_comparator] = number % SETS == 0 ? m->set : 0;
	target.text[TARGET_deadline_from] = STR("2020-01-01");
	target.text[TARGET_deadline_to] = STR("2021-01-01");
	target.ref[TARGET_objective] = add_noun(m, NOUN_OBJECTIVE, key, &objective);
	target.ref[TARGET_indicator] = add_noun(m, NOUN_INDICATOR, key, &i);
	(void)add_noun(m, NOUN_TARGET, key, &target);
	for (int a = 0; a < AREAS; a++)
		for (int p = 0; p < PERIODS; p++)
			add_observation(m, target.ref[TARGET_indicator], m->area[a], p,
			    3000 + (number * 31 + a * 17 + p * 7) % 2000);
}

static void
build(struct store *s, struct arena *a)
{
	struct act    act = { STR("2026-01-01T00:00:00Z"), STR("bench"), STR("made up"), STR_NONE };
	struct making m = { .s = s, .t = things_load(a, s) };
	int64_t       change;

	must(m.t != NULL && store_begin(s) && change_add(s, &act, 0, 0, &change), "beginning");
	add_frame(&m);
	for (int i = 0; i < INDICATORS; i++)
		add_indicator(&m, i);
	must(store_commit(s), "committing");
}

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
	double            start = now();

	rq.head = rq.method.len + rq.target.len + rq.version.len + 6 + sizeof "Host: a\r\n" - 1;
	*statements = v->store == NULL ? 0 : store_statements(v->store);
	buf_init(&re.body, HTTPD_REPLY_MAX);
	answer(v, &rq, &a, &re);
	must(re.status == 200, target);
	*bytes = re.body.len;
	*statements = store_statements(v->store) - *statements;
	buf_free(&re.body);
	arena_free(&a);
	return now() - start;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
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
	qsort(took, ROUNDS, sizeof *took, by_size);
	printf("%s %s, %zu kB\t%.3f ms\t%.1f ms first\t\t%s\n", register_name, target, bytes / 1024,
	    took[ROUNDS / 2] * 1e3, first * 1e3, wanted);
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
	build(s, &a);
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
