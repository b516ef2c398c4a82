#include "web/sso.h"
#include "port/clock.h"
#include "web/guard.h"
#include "web/service.h"

#define LOOK_MS 5

static struct sso_desk *
desk_of(const struct request *rq)
{
	return rq->service != NULL ? rq->service->sso : NULL;
}

const struct sso_settings *
sso_settings_of(const struct request *rq)
{
	const struct sso_desk *d = desk_of(rq);

	return d != NULL ? d->settings : NULL;
}

int
sso_ask_begin(struct request *rq)
{
	struct sso_desk *d = desk_of(rq);
	int64_t          until = clock_ms() + SSO_PATIENCE_MS;

	if (d == NULL)
		return 404;             /* nobody else vouches for anybody here */
	if (atomic_load(&d->silent_until) > rq->unix_now) {
		rq->detail = text_fill(rq->arena, say(&rq->lang, "{1} does not answer just now. Nothing "
		    "was changed. Try again in a minute."), &d->settings->title, 1);
		return 502;
	}
	if (atomic_load(&d->waited))
		clock_pause(4 * LOOK_MS);       /* whoever waits comes first */
	while (atomic_exchange(&d->asking, true)) {
		atomic_store(&d->waited, true);
		if (clock_ms() > until) {
			rq->detail = say(&rq->lang, "Many are logging in just now. Try again in a few seconds.");
			return 503;
		}
		clock_pause(LOOK_MS);
	}
	atomic_store(&d->waited, false);
	return 0;
}

void
sso_ask_end(struct request *rq, bool silent)
{
	struct sso_desk *d = desk_of(rq);

	atomic_store(&d->silent_until, silent ? clock_unix() + SSO_SILENT_SECONDS : 0);
	atomic_store(&d->asking, false);
}

void
sso_log(const struct request *rq, struct str line)
{
	if (rq->service != NULL)
		service_say(rq->service, arena_printf(rq->arena, "single sign-on: " STR_FMT, STR_ARG(line)));
}

void
sso_look(const struct request *rq)
{
	struct sso_desk           *d = desk_of(rq);
	const struct sso_settings *m = sso_settings_of(rq);
	struct str name = m != NULL && m->socket.len > 0 ? m->header.user : STR("X-Pejl-User");

	if (d == NULL || (m != NULL && m->socket.len > 0 && d->on_socket) ||
	    guard_header(rq->http, name).len == 0 || atomic_exchange(&d->told, true))
		return;
	sso_log(rq, arena_printf(rq->arena, "requests come with the header " STR_FMT ", which is "
	    "not believed: no gateway is trusted on the socket that the server listens on",
	    STR_ARG(name)));
}
