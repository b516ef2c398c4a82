/* bench_routes.c - what every page and every answer of the API costs the processor: the
 * addresses of all rows of the route tables, with the keys of the things they can name,
 * in the example city and in a made-up country of 120 indicators in 98 cities over 40
 * months.
 *
 * Run in the project's folder. Prints one row of the bench table for each route, about
 * the dearest of its addresses: measure, ours, peer, ratio, wanted. With a PATTERN, such as
 * "example /:lang/area", only about registers and paths that have it, with each address.
 */
#include "app/package.h"
#include "app/viewer.h"
#include "country.h"
#include "port/gzip.h"
#include "port/httpd.h"
#include "web/answer.h"
#include <unistd.h>

enum { ROUNDS = 3, STATEMENTS_MAX = 12, PAGES_MAX = 150, ANSWERS_MAX = 20 };

struct bench {
	struct answering with;
	struct viewer    viewer;
	const char      *name, *wanted, *only;
};

struct cost {
	double  made, packed;           /* ms */
	size_t  bytes, wire;
	int64_t statements;
	char    target[200];
};

static double
ask(struct bench *b, const char *target, bool packed, size_t *bytes)
{
	struct http_request rq = {
		.method = STR("GET"), .target = str_from(target), .version = STR("HTTP/1.1"),
		.header = { { STR("Host"), STR("a") }, { STR("Accept-Encoding"), STR("gzip") } },
		.headers = packed ? 2 : 1,
	};
	struct arena      a = { 0 };
	struct http_reply re = { 0 };
	struct answered   what;
	double            start = spent();

	rq.head = rq.method.len + rq.target.len + rq.version.len + 6 + sizeof "Host: a\r\n" - 1;
	if (packed)
		rq.head += sizeof "Accept-Encoding: gzip\r\n" - 1;
	buf_init(&re.body, HTTPD_REPLY_MAX);
	must(answer_make(&b->with, &rq, &a, &re, &what) == HTTP_ANSWERED, target);
	must(re.status < 400 || re.status == 404, target);       /* no picture without figures */
	*bytes = re.body.len;
	buf_free(&re.body);
	arena_free(&a);
	return (spent() - start) * 1e3;
}

static double
fastest(struct bench *b, const char *target, bool packed, size_t *bytes)
{
	double best = ask(b, target, packed, bytes), took;

	for (int i = 1; i < ROUNDS; i++) {
		took = ask(b, target, packed, bytes);
		if (took < best)
			best = took;
	}
	return best;
}

static void
measure(struct bench *b, const char *target, struct cost *worst)
{
	struct cost c = { .statements = store_statements(b->viewer.store) };

	(void)snprintf(c.target, sizeof c.target, "%s", target);
	(void)ask(b, target, false, &c.bytes);
	c.statements = store_statements(b->viewer.store) - c.statements;
	c.made = fastest(b, target, false, &c.bytes);
	c.packed = fastest(b, target, true, &c.wire);
	if (b->only != NULL)
		printf("%s\t%.3f ms\t%.3f ms packed\t%zu\t%zu bytes\n", target, c.made, c.packed,
		    c.bytes, c.wire);
	must(c.statements <= STATEMENTS_MAX, "asking the database little");
	if (c.made > worst->made)
		*worst = c;
}

/* ---- addresses ---- */

/* "indicator" of "/:lang/indicator/:id" and "indicators" of "/api/v1/indicators/:id". */
static bool
noun_of(struct str path, enum noun *ret)
{
	size_t id = str_find(path, STR("/:id"), 0), from = id;

	if (id == SIZE_MAX)
		return false;
	while (path.at[from - 1] != '/')
		from--;
	*ret = NOUN_INDICATOR;          /* by which cities are compared */
	return str_eq(str_slice(path, from, id), STR("comparisons")) ||
	    noun_from_term(str_slice(path, from, id), ret);
}

/* `path` with `lang`, `kind` and `key` in their places. */
static void
fill(char to[200], struct str path, const char *lang, struct str kind, struct str key)
{
	struct buf b;

	buf_init(&b, 199);
	while (path.len > 0) {
		size_t     colon = str_find(path, STR(":"), 0);
		struct str rest = str_slice(path, colon, path.len);

		buf_put(&b, str_slice(path, 0, colon));
		if (str_starts(rest, STR(":lang")))
			buf_put(&b, str_from(lang));
		else if (str_starts(rest, STR(":kind")))
			buf_put(&b, kind);
		else if (str_starts(rest, STR(":id")))
			buf_put(&b, key);
		path = str_slice(rest, str_starts(rest, STR(":id")) ? 3 : 5, rest.len);
	}
	(void)snprintf(to, 200, STR_FMT, STR_ARG(buf_str(&b)));
	buf_free(&b);
}

static bool
has(struct str path, const char *part)
{
	return str_find(path, str_from(part), 0) != SIZE_MAX;
}

static void
measure_things(struct bench *b, const struct route *r, enum noun n, struct cost *worst)
{
	struct arena           a = { 0 };
	const struct snapshot *sn = &b->viewer.edition.sn;
	size_t                 most = has(r->path, ":lang") ? PAGES_MAX : ANSWERS_MAX;
	char                   target[200];

	for (size_t i = 0; i < sn->len[n] && i < most; i++) {
		fill(target, r->path, "da", noun_plural(&a, n),
		    things_key(sn->things, sn->row[n][i].id));
		measure(b, target, worst);
	}
	arena_free(&a);
}

static bool
is_wanted(const struct bench *b, struct str path)
{
	char words[200];

	(void)snprintf(words, sizeof words, "%s " STR_FMT, b->name, STR_ARG(path));
	return b->only == NULL || strstr(words, b->only) != NULL;
}

static void
measure_kinds(struct bench *b, const struct route *r, struct cost *worst)
{
	struct arena a = { 0 };
	char         target[200];

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_public((enum noun)n))
			continue;
		if (has(r->path, ":id")) {
			measure_things(b, r, (enum noun)n, worst);
			continue;
		}
		fill(target, r->path, "da", noun_plural(&a, (enum noun)n), STR_NONE);
		measure(b, target, worst);
	}
	arena_free(&a);
}

static void
report(const struct bench *b, const struct cost *worst)
{
	if (worst->target[0] == '\0')
		return;
	printf("%s %s, %zu kB (%zu packed)\t%.2f ms\t\t\t%s; packed %.2f ms\n", b->name,
	    worst->target, worst->bytes / 1000, worst->wire / 1000, worst->made, b->wanted,
	    worst->packed);
}

static void
measure_route(struct bench *b, const struct route *r)
{
	struct cost worst = { 0 };
	enum noun   n;
	char        target[200];

	if (has(r->path, ":any") || has(r->path, ".xlsx") || r->needs == NEEDS_NOTHING ||
	    !is_wanted(b, r->path))
		return;
	if (has(r->path, ":kind")) {
		measure_kinds(b, r, &worst);
	} else if (noun_of(r->path, &n)) {
		measure_things(b, r, n, &worst);
	} else {
		fill(target, r->path, "da", STR_NONE, STR_NONE);
		measure(b, target, &worst);
	}
	report(b, &worst);
}

/* What other pages lead to, with a question behind the address: "key" is that of each
 * indicator in turn. */
static void
measure_asked(struct bench *b, const char *path, const char *query)
{
	const struct snapshot *sn = &b->viewer.edition.sn;
	bool                   each = has(str_from(query), "=key");
	size_t                 n = each ? sn->len[NOUN_INDICATOR] : 1;
	struct cost            worst = { 0 };
	char                   target[200];

	if (!is_wanted(b, str_from(path)))
		return;
	for (size_t i = 0; i < n; i++) {
		struct str key = each ? things_key(sn->things, sn->row[NOUN_INDICATOR][i].id)
		    : STR_NONE;
		int        kept = (int)strlen(query) - (each ? 3 : 0);

		(void)snprintf(target, sizeof target, "%s%.*s" STR_FMT, path, kept, query,
		    STR_ARG(key));
		measure(b, target, &worst);
	}
	report(b, &worst);
}

static void
measure_all(const char *db, const char *name, const char *wanted, const char *only)
{
	struct bench b = { .viewer = { .db = str_from(db) }, .name = name, .wanted = wanted,
	                   .only = only };
	size_t       bytes;

	b.with = (struct answering){ .viewer = &b.viewer, .gzip = gzip_open(), .beside = true };
	(void)ask(&b, "/da/", false, &bytes);
	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++)
			measure_route(&b, &t->at[i]);
	measure_asked(&b, "/da/", "?as_of=2012-04-30");
	measure_asked(&b, "/da/indicators", "?as_of=2012-04-30");
	measure_asked(&b, "/da/search", "?q=arbejde");
	measure_asked(&b, "/da/areas", "?indicator=key");
	measure_asked(&b, "/da/comparison", "?indicator=key");
	gzip_close((struct gzip *)b.with.gzip);
	viewer_close(&b.viewer);
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
main(int argc, char **argv)
{
	struct arena         a = { 0 };
	struct diags         d = diags_new(&a);
	char                 dir[] = "/tmp/pejl-bench-XXXXXX", example[64], large[64];
	const char          *only = argc > 1 ? argv[1] : NULL;
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
	measure_all(example, "example", "under 1 ms", only);
	measure_all(large, "large", "under 5 ms", only);
	remove_register(example);
	remove_register(large);
	(void)rmdir(dir);
	arena_free(&a);
	return 0;
}
