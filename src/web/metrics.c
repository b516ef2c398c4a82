/* The counters of a service as Prometheus reads them (text format 0.0.4). */
#include "web/service.h"

static const struct str time_texts[] = {
#define X(us, text) STR_INIT(text),
	TALLY_TIMES(X)
#undef X
};

static unsigned long long
read_count(const tally_count *c)
{
	return atomic_load_explicit(c, memory_order_relaxed);
}

/* The sum of one counter, `at` bytes into every tally. */
static unsigned long long
sum(const struct service *s, size_t at)
{
	unsigned long long n = 0;

	for (size_t i = 0; i < s->tallies; i++) {
		const char        *base = (const char *)s->tally[i];
		const tally_count *c = (const tally_count *)(const void *)(base + at);

		n += read_count(c);
	}
	return n;
}

#define SUM(s, member) sum((s), offsetof(struct tally, member))

static void
put_head(struct buf *b, const char *name, const char *type, const char *help)
{
	buf_putf(b, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void
put_one(struct buf *b, const char *name, const char *type, const char *help,
        unsigned long long n)
{
	put_head(b, name, type, help);
	buf_putf(b, "%s %llu\n", name, n);
}

static void
put_requests(const struct service *s, struct buf *b)
{
	put_head(b, "pejl_requests_total", "counter", "Requests by route and class of status.");
	for (size_t r = 0; r <= SERVICE_ROUTES; r++) {
		const struct route *route = r < SERVICE_ROUTES ? route_at(r) : NULL;

		for (size_t k = 0; k < TALLY_CLASSES; k++) {
			size_t             at = (r * TALLY_CLASSES + k) * sizeof(tally_count);
			unsigned long long n = sum(s, offsetof(struct tally, requests) + at);

			if (n == 0)
				continue;
			BUF_LIT(b, "pejl_requests_total{route=\"");
			buf_put(b, route != NULL ? route->path : STR("none"));
			buf_putf(b, "\",status=\"%zuxx\"} %llu\n", k + 1, n);
		}
	}
}

static void
put_times(const struct service *s, struct buf *b)
{
	unsigned long long n = 0, us = SUM(s, us);

	put_head(b, "pejl_answer_seconds", "histogram", "Time from a whole head to its answer.");
	for (size_t i = 0; i <= TALLY_TIME_COUNT; i++) {
		n += sum(s, offsetof(struct tally, times) + i * sizeof(tally_count));
		BUF_LIT(b, "pejl_answer_seconds_bucket{le=\"");
		buf_put(b, i < TALLY_TIME_COUNT ? time_texts[i] : STR("+Inf"));
		buf_putf(b, "\"} %llu\n", n);
	}
	buf_putf(b, "pejl_answer_seconds_sum %llu.%06llu\npejl_answer_seconds_count %llu\n",
	    us / 1000000, us % 1000000, n);
}

void
service_metrics(const struct service *s, int64_t change, struct buf *b)
{
	put_requests(s, b);
	put_times(s, b);
	put_one(b, "pejl_answer_bytes_total", "counter", "Bytes of bodies sent.", SUM(s, bytes));
	put_one(b, "pejl_cache_hits_total", "counter", "Answers sent again as they were.",
	    SUM(s, hits));
	put_one(b, "pejl_unchanged_total", "counter", "Answers the reader had already (304).",
	    SUM(s, unchanged));
	put_one(b, "pejl_packed_total", "counter", "Answers sent packed.", SUM(s, packed));
	if (s->connections != NULL)
		put_one(b, "pejl_connections", "gauge", "Connections that are open.",
		    s->connections(s->connections_of));
	if (change >= 0)
		put_one(b, "pejl_register_change", "gauge", "The register's newest change.",
		    (unsigned long long)change);
	put_head(b, "pejl_build_info", "gauge", "The program's version.");
	BUF_LIT(b, "pejl_build_info{version=\"" PEJL_VERSION "\"} 1\n");
}
