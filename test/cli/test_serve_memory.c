/* How much memory pejl serve takes: every kind of page and file of the example register
 * is asked for, as a reader finds them, and then all of it again and again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "serve.h"
#include "web/route.h"

/* A page has many links to pages of its own kind: so many of each kind are followed. */
enum { KIND_MAX = 6, ROUTES_MAX = 256, RSS_MAX_KB = 24 * 1024, MORE_KB = 1024, ROUNDS = 6 };

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif

struct walk {
	struct fixture *f;
	struct arena    arena;
	struct str     *at;             /* addresses, in the order they were found */
	size_t          len, cap;
	size_t          found[ROUTES_MAX], answered[ROUTES_MAX];        /* by route */
};

/* What nobody links to; the rest is found from here. */
static const char *const beginnings[] = {
	"/", "/da", "/da/", "/en/", "/was", "/robots.txt", "/favicon.ico", "/healthz", "/readyz",
	"/metrics", "/api/v1", "/api/v1/openapi.json", "/api/v1/codes", "/api/v1/barometer",
	"/api/v1/targets", "/api/v1/targets/afklaringer-2009", "/api/v1/changes",
	"/api/v1/things/indicators", "/api/v1/things/indicators/i-arbejde", "/api/v1/areas",
	"/api/v1/areas.geojson", "/api/v1/areas/koebenhavn", "/api/v1/need-classes",
	"/api/v1/comparisons", "/api/v1/comparisons/i-arbejde", "/api/v1/documents",
	"/api/v1/economy", "/api/v1/economy.csv", "/api/v1/economy.xlsx", "/api/v1/budget-lines",
	"/api/v1/findings", "/api/v1/indicators", "/api/v1/indicators/i-arbejde",
	"/api/v1/indicators/i-arbejde.xlsx", "/api/v1/initiatives", "/api/v1/objectives",
	"/api/v1/search?q=k%C3%B8benhavn", "/da/search?q=k%C3%B8benhavn", "/api/v1/units",
	"/api/v1/agreements", "/da/data",
	"/api/v1/initiatives/antiradikalisering",
	"/api/v1/units/bif",
	"/api/v1/agreements/beskaeftigelsesaftalen-2007",
	"/api/v1/objectives/aabent-under-uro",
	"/api/v1/documents/handleplan-2011", "/api/v1/budget-lines/antiradikalisering",
};

static void
find(struct walk *w, struct str target)
{
	struct str          rest = target, path = str_cut(&rest, '?');
	const struct route *r = route_find(path, METHOD_GET).route;

	if (r == NULL || w->found[route_index(r)] == KIND_MAX)
		return;
	for (size_t i = 0; i < w->len; i++)
		if (str_eq(w->at[i], target))
			return;
	w->found[route_index(r)]++;
	ARENA_GROW(&w->arena, w->at, w->len, &w->cap);
	w->at[w->len++] = str_dup(&w->arena, target);
}

/* What another program makes is in that one's memory, and takes its seconds. */
static bool
is_made_elsewhere(struct str path)
{
	return str_ends(path, STR(".pdf")) || str_ends(path, STR(".docx")) || str_ends(path, STR(".png"));
}

/* Links of a page, addresses in an answer of the API: what begins with "/ and ends
 * with the next quotation mark. */
static void
find_all(struct walk *w, struct str body)
{
	for (;;) {
		size_t     at = str_find(body, STR("\"/"), 0);
		struct str link, target;

		if (at == SIZE_MAX)
			return;
		body = str_slice(body, at + 1, body.len);
		link = str_cut(&body, '"');
		target = str_cut(&link, '#');
		if (target.len < 500 && str_find(target, STR(".pdf"), 0) == SIZE_MAX &&
		    str_find(target, STR(".docx"), 0) == SIZE_MAX && str_find(target, STR("&"), 0) == SIZE_MAX &&
		    str_find(target, STR("{"), 0) == SIZE_MAX)
			find(w, target);
	}
}

static int
ask_for(struct walk *w, struct str target, const char *more)
{
	struct arena a = { 0 };
	int          status = ask(w->f, arena_printf(&a, "GET " STR_FMT H "%s\r\n", STR_ARG(target),
	    more));

	arena_free(&a);
	return status;
}

static void
visit_all(struct walk *w)
{
	for (size_t i = 0; i < COUNT_OF(beginnings); i++)
		find(w, str_from(beginnings[i]));
	for (size_t i = 0; i < w->len; i++) {
		struct str rest = w->at[i], path = str_cut(&rest, '?');
		int        status = ask_for(w, w->at[i], "");

		if (status >= 500)
			fail_msg(STR_FMT " answers %d", STR_ARG(w->at[i]), status);
		if (status < 400)
			w->answered[route_index(route_find(path, METHOD_GET).route)]++;
		find_all(w, body_of(w->f));
		(void)ask_for(w, w->at[i], "Accept-Encoding: gzip\r\n");
	}
}

static void
ask_again(struct walk *w, int rounds)
{
	for (int k = 0; k < rounds; k++)
		for (size_t i = 0; i < w->len; i++) {
			(void)ask_for(w, w->at[i], "");
			(void)ask_for(w, w->at[i], "Accept-Encoding: gzip\r\n");
		}
}

static int64_t
resident_kb(pid_t pid)
{
	char    path[64], line[256];
	FILE   *status;
	int64_t kb = 0;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	status = fopen(path, "r");
	assert_non_null(status);
	while (fgets(line, sizeof line, status) != NULL) {
		struct str rest = str_from(line), name = str_cut(&rest, ':');

		rest = str_trim(rest);
		if (str_eq(name, STR("VmRSS")))
			assert_true(str_int(str_cut(&rest, ' '), &kb));
	}
	fclose(status);
	return kb;
}

/* Can it be answered to everybody who reads, without a link of her own? No document of the
 * example has its text with it. */
static bool
is_open(const struct route *r)
{
	return r->access == ACCESS_PUBLIC && r->method == METHOD_GET && r->needs != NEEDS_STORE &&
	    !str_eq(r->path, STR("/api/v1/documents/:id.txt")) && !is_made_elsewhere(r->path) &&
	    str_find(r->path, STR("/release"), 0) == SIZE_MAX &&        /* none was laid */
	    str_find(r->path, STR("subscri"), 0) == SIZE_MAX;   /* where a form and letters lead */
}

static void
memory_is_small_and_stays_so(void **state)
{
	struct fixture *f = *state;
	struct walk     w = { .f = f };
	int64_t         kb, later;

	assert_int_equal(stop(f, SIGTERM), 0);
	close(f->out);
	serve(f, (const char *const[]){ "--db", f->db, "serve", "--port", "0", "--workers", "2",
	    "--log", "none", NULL });
	visit_all(&w);
	for (size_t i = 0; route_at(i) != NULL; i++)
		if (w.answered[i] == 0 && is_open(route_at(i)))
			fail_msg("nobody was at " STR_FMT, STR_ARG(route_at(i)->path));
	ask_again(&w, 4);               /* until what is kept is kept */
	kb = resident_kb(f->pid);
	ask_again(&w, ROUNDS);
	later = resident_kb(f->pid);
	print_message("%zu addresses: %lld kB, then %lld kB\n", w.len, (long long)kb,
	    (long long)later);
	arena_free(&w.arena);
#ifndef WATCHED
	assert_in_range(kb, 1, RSS_MAX_KB);
	assert_in_range(later, 1, kb + MORE_KB);
#endif
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(memory_is_small_and_stays_so, setup, teardown),
	};

	return cmocka_run_group_tests_name("serve memory", tests, NULL, NULL);
}
