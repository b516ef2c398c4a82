#include "web/server.h"
#include "port/httpd.h"
#include "web/answer.h"
#include <stdlib.h>
#include <unistd.h>

struct server {
	struct httpd *httpd;
	struct viewer viewer[HTTPD_WORKERS_MAX];
	size_t        viewers;
};

static size_t
worker_count(void)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	if (cores < 1)
		return 1;
	return cores < HTTPD_WORKERS_MAX ? (size_t)cores : HTTPD_WORKERS_MAX;
}

static bool
open_viewers(struct server *s, struct str db, struct viewer_log log, struct diags *d)
{
	for (size_t n = worker_count(); s->viewers < n; s->viewers++) {
		struct viewer *v = &s->viewer[s->viewers];

		*v = (struct viewer){ .db = db, .log = log };
		if (!viewer_open(v, d))
			return false;
	}
	return true;
}

struct server *
server_start(struct str db, int fd, struct viewer_log log, struct diags *d)
{
	struct server *s = calloc(1, sizeof *s);
	void          *worker[HTTPD_WORKERS_MAX];

	if (s == NULL)
		abort();
	if (!open_viewers(s, db, log, d)) {
		server_stop(s);
		return NULL;
	}
	for (size_t i = 0; i < s->viewers; i++)
		worker[i] = &s->viewer[i];
	s->httpd = httpd_start(fd, worker, s->viewers, answer);
	if (s->httpd != NULL)
		return s;
	(void)diag_error(d, STR("pejl"), 0, STR("the server's threads cannot start"),
	    STR("see whether the machine has memory and open files left"));
	server_stop(s);
	return NULL;
}

void
server_stop(struct server *s)
{
	if (s == NULL)
		return;
	httpd_stop(s->httpd);
	for (size_t i = 0; i < s->viewers; i++)
		viewer_close(&s->viewer[i]);
	free(s);
}
