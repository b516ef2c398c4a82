/* crowd.h - many at once against a server on its socket: members of staff who save status
 * forms, and readers of pages. For a test and for the bench, so it asserts nothing itself:
 * what went wrong is counted, and the first of it kept in words.
 *
 *	crowd_people(&c, db)            accounts and sessions, beside the running server or before
 *	crowd_run(&c)                   until `seconds` are over
 *
 * Each writer has a form of an initiative of her own and saves another text each time. Of
 * the readers one in five is logged in and reads a form; reading leaves a row in the trail,
 * so it writes, too. All keep their connection, as a proxy does, and send the next request
 * when the answer to the last one is there.
 */
#ifndef TEST_CROWD_H
#define TEST_CROWD_H

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "app/session.h"
#include "port/clock.h"

enum { CROWD_WRITERS = 8, CROWD_READERS = 50, CROWD_SAVES_MAX = 1 << 20, CROWD_ANSWER_MAX = 1 << 21,
       CROWD_PATIENCE = 20 };

struct crowd_person {
	struct crowd *c;
	struct arena  arena;            /* of what lasts */
	struct str    token;            /* of her session; empty: a reader without */
	int           number, fd;
	int64_t       asked;            /* answers that came */
	int64_t       form;             /* of a writer: its number */
	int32_t      *took;             /* of a writer: microseconds of each save */
	char         *answer;
};

struct crowd {
	int                 port, seconds;
	/* as it went */
	int64_t             saves, pages, faults, p50_us, p99_us, most_us;
	char                fault[600];
	/* at work */
	struct crowd_person person[CROWD_WRITERS + CROWD_READERS];
	int64_t             until;
	pthread_mutex_t     lock;
};

/* ---- who ---- */

static inline bool
crowd_person_add(struct crowd_person *who, struct store *db, int number)
{
	int64_t      id;
	struct str   name = arena_printf(&who->arena, "øboer%d", number);
	struct param p[] = { P_INT(0), P_TEXT(name), P_TEXT(STR("Åse Ærø")), P_TEXT(STR("")),
	                     P_TEXT(STR("da")), P_TEXT(STR("")), P_INT(clock_unix()) };
	struct param g[] = { P_INT(0), P_TEXT(STR("editor")), P_INT(0), P_INT(0) };

	if (!store_get_int(db, STMT_ACCOUNT_LAST, NULL, 0, &id))
		return false;
	p[0] = g[0] = P_INT(id + 1);
	return store_run(db, STMT_ACCOUNT_ADD, p, COUNT_OF(p)) &&
	    store_run(db, STMT_GRANT_ADD, g, COUNT_OF(g)) &&
	    session_open(&who->arena, db, id + 1, clock_unix(), &who->token);
}

/* Who is logged in: all writers, and each fifth reader. */
static inline bool
crowd_people(struct crowd *c, struct str path)
{
	struct arena  a = { 0 };
	struct diags  d = diags_new(&a);
	struct store *db = store_open(path, STORE_WRITE, &d);
	bool          ok = db != NULL && store_begin(db);

	for (int i = 0; i < CROWD_WRITERS + CROWD_READERS && ok; i++)
		if (i < CROWD_WRITERS || i % 5 == 0)
			ok = crowd_person_add(&c->person[i], db, i);
	ok = ok && store_commit(db);
	store_close(db);
	arena_free(&a);
	return ok;
}

/* ---- a client ---- */

static inline void
crowd_fault(struct crowd_person *who, const char *what, struct str answer)
{
	struct crowd *c = who->c;

	(void)pthread_mutex_lock(&c->lock);
	if (c->faults++ == 0)
		(void)snprintf(c->fault, sizeof c->fault, "person %d, answer %lld: %s: %.*s", who->number,
		    (long long)who->asked, what, (int)(answer.len < 500 ? answer.len : 500), answer.at);
	(void)pthread_mutex_unlock(&c->lock);
}

static inline bool
crowd_connect(struct crowd_person *who)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)who->c->port) };
	struct timeval     patience = { CROWD_PATIENCE, 0 };

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	who->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	(void)setsockopt(who->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	(void)setsockopt(who->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	(void)setsockopt(who->fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int));
	return who->fd >= 0 && connect(who->fd, (struct sockaddr *)&to, sizeof to) == 0;
}

/* Is `all` a whole answer? By its Content-Length, which all of ours have. */
static inline bool
crowd_whole(struct str all)
{
	static const struct str name = STR_INIT("\r\nContent-Length: ");
	size_t     end = str_find(all, STR("\r\n\r\n"), 0);
	size_t     at = end == SIZE_MAX ? SIZE_MAX : str_find(str_slice(all, 0, end + 2), name, 0);
	struct str rest;
	int64_t    n = 0;

	if (at == SIZE_MAX)
		return false;
	rest = str_slice(all, at + name.len, end + 2);
	return str_int(str_trim(str_cut(&rest, '\n')), &n) && all.len >= end + 4 + (size_t)n;
}

/* The status of the answer, which is in `*ret`; 0: there was none. */
static inline int
crowd_send(struct crowd_person *who, struct str request, struct str *ret)
{
	int64_t status = 0;
	size_t  len = 0;
	ssize_t n = send(who->fd, request.at, request.len, MSG_NOSIGNAL);

	if (n != (ssize_t)request.len)
		return 0;
	while (!crowd_whole((struct str){ who->answer, len })) {
		n = recv(who->fd, who->answer + len, CROWD_ANSWER_MAX - len, 0);
		if (n <= 0)
			return 0;
		len += (size_t)n;
	}
	who->asked++;
	*ret = (struct str){ who->answer, len };
	return len > 12 && str_int(str_slice(*ret, 9, 12), &status) ? (int)status : 0;
}

/* True: the answer has this status. */
static inline bool
crowd_ask(struct crowd_person *who, struct str request, int wanted, struct str *answer)
{
	*answer = STR("");
	if (crowd_send(who, request, answer) == wanted)
		return true;
	crowd_fault(who, "not what was wanted", *answer);
	return false;
}

static inline struct str
crowd_get(struct arena *a, const struct crowd_person *who, struct str path)
{
	return arena_printf(a, "GET " STR_FMT " HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s" STR_FMT "%s\r\n",
	    STR_ARG(path), who->c->port, who->token.len > 0 ? "Cookie: pejl=" : "", STR_ARG(who->token),
	    who->token.len > 0 ? "\r\n" : "");
}

static inline struct str
crowd_post(struct arena *a, const struct crowd_person *who, struct str path, struct str fields)
{
	struct str token = session_form_token(a, who->token);
	struct str body = arena_printf(a, "token=" STR_FMT "&nonce=%016x%016llx&" STR_FMT, STR_ARG(token),
	    (unsigned)who->number, (unsigned long long)who->asked, STR_ARG(fields));

	return arena_printf(a, "POST " STR_FMT " HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: pejl=" STR_FMT
	    "\r\nOrigin: http://127.0.0.1:%d\r\nContent-Type: application/x-www-form-urlencoded\r\n"
	    "Content-Length: %zu\r\n\r\n" STR_FMT, STR_ARG(path), who->c->port, STR_ARG(who->token),
	    who->c->port, body.len, STR_ARG(body));
}

/* ---- what they do ---- */

static inline bool
crowd_begin_form(struct crowd_person *who)
{
	static const char *const initiative[CROWD_WRITERS] = {
		"antiradikalisering", "beboere-i-arbejde", "cbsi", "copenhagen-international-service",
		"antiradikalisering", "beboere-i-arbejde", "cbsi", "copenhagen-international-service",
	};
	static const struct str where = STR_INIT("\r\nLocation: /da/work/form/");
	struct arena a = { 0 };
	struct str   answer, rest;
	bool         ok = crowd_ask(who, crowd_post(&a, who, STR("/da/work/forms"), arena_printf(&a,
	    "initiative=%s&period=%d", initiative[who->number], 2030 + who->number)), 303, &answer);
	size_t       at = ok ? str_find(answer, where, 0) : SIZE_MAX;

	if (at != SIZE_MAX) {
		rest = str_slice(answer, at + where.len, answer.len);
		ok = str_int(str_trim(str_cut(&rest, '\n')), &who->form);
	}
	arena_free(&a);
	return ok && at != SIZE_MAX;
}

static inline void *
crowd_write(void *arg)
{
	struct crowd_person *who = arg;
	struct arena         a = { 0 };
	int                  n = 0;

	while (who->form != 0 && clock_us() < who->c->until && n < CROWD_SAVES_MAX) {
		int64_t    from = clock_us();
		struct str answer, request = crowd_post(&a, who, arena_printf(&a, "/da/work/form/%lld",
		    (long long)who->form), arena_printf(&a, "version=%d&status=Efter+%d+m%%C3%%A5neder+"
		    "sejler+f%%C3%%A6rgen+igen&challenges=Isen+er+tyk&expected=yes", n + 1, n));

		if (!crowd_ask(who, request, 303, &answer))
			break;
		who->took[n++] = (int32_t)(clock_us() - from);
		arena_reuse(&a);
	}
	(void)pthread_mutex_lock(&who->c->lock);
	who->c->saves += n;
	(void)pthread_mutex_unlock(&who->c->lock);
	arena_free(&a);
	return NULL;
}

/* Pages that are kept ready, and such as are made anew: of a day that was not asked for. */
static inline struct str
crowd_path(struct arena *a, const struct crowd_person *who, int n)
{
	static const char *const pages[] = {
		"/da/", "/en/", "/da/indicators", "/da/indicator/i-arbejde", "/da/economy", "/da/initiatives",
		"/da/objectives", "/api/v1/targets", "/da/areas", "/da/search?q=arbejde",
	};

	if (who->token.len > 0)
		return arena_printf(a, "/da/work/form/%lld", (long long)who->c->person[n % CROWD_WRITERS].form);
	if (n % 4 == 3)
		return arena_printf(a, "/da/?as_of=2009-%02d-%02d", n / 28 % 12 + 1, n % 28 + 1);
	return str_from(pages[(size_t)(n + who->number) % COUNT_OF(pages)]);
}

static inline void *
crowd_read(void *arg)
{
	struct crowd_person *who = arg;
	struct arena         a = { 0 };
	struct str           answer;
	int                  n = 0;

	while (clock_us() < who->c->until &&
	    crowd_ask(who, crowd_get(&a, who, crowd_path(&a, who, n)), 200, &answer)) {
		n++;
		arena_reuse(&a);
	}
	(void)pthread_mutex_lock(&who->c->lock);
	who->c->pages += n;
	(void)pthread_mutex_unlock(&who->c->lock);
	arena_free(&a);
	return NULL;
}

/* ---- all of them ---- */

static inline int
crowd_by_size(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static inline void
crowd_sum(struct crowd *c)
{
	int32_t *all = calloc((size_t)c->saves + 1, sizeof *all);
	size_t   n = 0;

	if (all == NULL)
		abort();
	for (int i = 0; i < CROWD_WRITERS; i++)
		for (int k = 0; k < CROWD_SAVES_MAX && c->person[i].took[k] != 0; k++)
			all[n++] = c->person[i].took[k];
	qsort(all, n, sizeof *all, crowd_by_size);
	if (n > 0) {
		c->p50_us = all[n / 2];
		c->p99_us = all[n - 1 - n / 100];
		c->most_us = all[n - 1];
	}
	free(all);
}

/* Everybody's connection, and the writers' forms, one after another. */
static inline void
crowd_arrive(struct crowd *c)
{
	for (int i = 0; i < CROWD_WRITERS + CROWD_READERS; i++) {
		struct crowd_person *who = &c->person[i];

		who->c = c;
		who->number = i;
		who->answer = malloc(CROWD_ANSWER_MAX);
		who->took = i < CROWD_WRITERS ? calloc(CROWD_SAVES_MAX, sizeof *who->took) : NULL;
		if (who->answer == NULL || (i < CROWD_WRITERS && who->took == NULL))
			abort();
		if (!crowd_connect(who) || (i < CROWD_WRITERS && !crowd_begin_form(who)))
			crowd_fault(who, "cannot begin", STR(""));
	}
}

static inline void
crowd_run(struct crowd *c)
{
	pthread_t thread[CROWD_WRITERS + CROWD_READERS];

	(void)pthread_mutex_init(&c->lock, NULL);
	crowd_arrive(c);
	c->until = clock_us() + (int64_t)c->seconds * 1000000;
	for (int i = 0; i < CROWD_WRITERS + CROWD_READERS; i++)
		if (pthread_create(&thread[i], NULL, i < CROWD_WRITERS ? crowd_write : crowd_read,
		    &c->person[i]) != 0)
			abort();
	for (int i = 0; i < CROWD_WRITERS + CROWD_READERS; i++)
		(void)pthread_join(thread[i], NULL);
	crowd_sum(c);
	for (int i = 0; i < CROWD_WRITERS + CROWD_READERS; i++) {
		(void)close(c->person[i].fd);
		free(c->person[i].answer);
		free(c->person[i].took);
		arena_free(&c->person[i].arena);
	}
}

#endif
