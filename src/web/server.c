#include "web/server.h"
#include "app/reading.h"
#include "app/source_queue.h"
#include "port/clock.h"
#include "port/memory.h"
#include "port/queue.h"
#include "report/picture.h"
#include "web/desk.h"
#include "web/postman.h"
#include "web/reader.h"
#include "web/sso.h"
#include <stdlib.h>
#include <unistd.h>

#define BESIDE SHELF_MAX                /* threads for what is slow */

_Static_assert(HTTPD_WORKERS_MAX + BESIDE <= SERVICE_DESKS, "a tally for each");

struct server {
	struct httpd  *httpd;
	struct service service;
	struct throttle throttle;
	struct sso_desk sso;
	struct desk    desk[HTTPD_WORKERS_MAX], beside[BESIDE];
	struct shelf   shelf;           /* of those beside */
	size_t         desks, besides;
	struct postman *postman;        /* NULL: nobody is written to */
	struct reader *reader;          /* of papers that were sent */
	struct reader *asker;           /* of bureaus */
	atomic_bool    bell[BELL_COUNT];        /* rung for them */
	struct queue  *renewals;        /* of desks, one after another */
};

static size_t
worker_count(size_t wanted)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	if (wanted == 0)
		wanted = cores < 1 ? 1 : (size_t)cores;
	return wanted < HTTPD_WORKERS_MAX ? wanted : HTTPD_WORKERS_MAX;
}

static bool
open_desks(struct server *s, const struct server_setup *setup, struct diags *d)
{
	size_t n = worker_count(setup->workers);

	for (; s->desks < n; s->desks++)
		if (!desk_open(&s->desk[s->desks], setup->db, &s->service, (CACHE_MAX - BESIDE * CACHE_BESIDE) / n, d)) {
			desk_close(&s->desk[s->desks]);
			return false;
		}
	s->shelf.db = setup->db;
	s->shelf.log = (struct viewer_log){ service_problem, &s->service };
	s->shelf.patience_ms = DESK_PATIENCE_MS;
	for (; s->besides < BESIDE; s->besides++)
		desk_open_beside(&s->beside[s->besides], &s->service, &s->shelf, CACHE_BESIDE);
	return true;
}

static bool
start_renewals(struct server *s)
{
	void *none[] = { NULL };

	s->renewals = queue_start(none, COUNT_OF(none), desk_renew);
	for (size_t i = 0; i < s->desks && s->renewals != NULL; i++)
		desk_renewed_by(&s->desk[i], s->renewals);
	return s->renewals != NULL;
}

static bool
start_postman(struct server *s, const struct server_setup *setup)
{
	const struct viewer_log log = { service_problem, &s->service };

	if (setup->mail == NULL)
		return true;
	s->postman = postman_start(setup->db, setup->mail, log);
	return s->postman != NULL;
}

static bool
read_paper(const void *of, struct store *s, int64_t now, bool *ret)
{
	(void)of;
	return reading_next(s, now, ret);
}

static bool
ask_bureau(const void *of, struct store *s, int64_t now, bool *ret)
{
	return source_queue_next(s, of, now, ret);
}

static bool
start_readers(struct server *s, const struct server_setup *setup)
{
	const struct viewer_log log = { service_problem, &s->service };

	s->reader = reader_start(setup->db, log, (struct reader_work){ .next = read_paper,
	    .bell = &s->bell[BELL_PAPERS] });
	s->asker = reader_start(setup->db, log, (struct reader_work){ .next = ask_bureau,
	    .of = &s->service.reach, .bell = &s->bell[BELL_SOURCES] });
	return s->reader != NULL && s->asker != NULL;
}

static size_t
connections(const void *of)
{
	const struct server *s = of;

	return s->httpd != NULL ? httpd_connections(s->httpd) : 0;
}

static bool
start_httpd(struct server *s, int fd)
{
	void              *worker[HTTPD_WORKERS_MAX], *slow[BESIDE];
	struct httpd_setup setup = {
		.handler = desk_answer, .worker = worker, .workers = s->desks,
		.slow = slow, .slows = s->besides,
	};

	for (size_t i = 0; i < s->desks; i++)
		worker[i] = &s->desk[i];
	for (size_t i = 0; i < s->besides; i++)
		slow[i] = &s->beside[i];
	s->httpd = httpd_start(fd, &setup);
	return s->httpd != NULL;
}

struct server *
server_start(const struct server_setup *setup, struct diags *d)
{
	struct server *s = calloc(1, sizeof *s);

	if (s == NULL)
		abort();
	memory_give_back();
	s->service.log = setup->log;
	s->service.out = setup->out;
	s->service.behind = setup->behind;
	s->service.site = setup->site;
	s->service.reach = setup->reach;
	s->service.reach.stop = &s->service.stopping;
	for (size_t i = 0; i < BELL_COUNT; i++)
		s->service.bell[i] = &s->bell[i];
	s->service.pictures = setup->site.len > 0 && picture_can();
	s->service.mails = setup->mail != NULL;
	s->service.throttle = &s->throttle;
	s->service.sso = &s->sso;
	s->sso.settings = setup->sso;
	s->sso.on_socket = setup->on_sso_socket;
	s->throttle.seed = (uint64_t)clock_us() ^ (uint64_t)(uintptr_t)s;
	s->service.connections = connections;
	s->service.connections_of = s;
	if (open_desks(s, setup, d)) {
		memory_forget_loading();
		memory_tidy();          /* of what the register was read with */
		if (start_renewals(s) && start_postman(s, setup) && start_readers(s, setup) &&
		    start_httpd(s, setup->fd))
			return s;
		(void)diag_error(d, STR("pejl"), 0, STR("the server's threads cannot start"),
		    STR("see whether the machine has memory and open files left"));
	}
	server_stop(s);
	return NULL;
}

void
server_stop(struct server *s)
{
	if (s == NULL)
		return;
	atomic_store(&s->service.stopping, true);
	httpd_stop(s->httpd);
	postman_stop(s->postman);
	reader_stop(s->reader);
	reader_stop(s->asker);
	queue_stop(s->renewals);
	for (size_t i = 0; i < s->desks; i++)
		desk_close(&s->desk[i]);
	for (size_t i = 0; i < s->besides; i++)
		desk_close(&s->beside[i]);
	shelf_close(&s->shelf);
	free(s);
}
