#include "web/problem.h"
#include "view/pages/error.h"
#include "web/handlers.h"

static const struct schema_field problem[] = {
	{ "type", "uri", NULL },
	{ "title", "string", NULL },
	{ "status", "integer", NULL },
	{ "detail", "string", NULL },
	{ "instance?", "uri", "The address that was asked for" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_problem[] = {
	{ "Problem", "What went wrong (RFC 9457)", problem, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

bool
problem_is_wanted(const struct http_request *http)
{
	return str_starts(http->target, STR("/api/"));
}

/* An address may come with any bytes; only one that is written right is repeated. */
static bool
is_written_right(struct str target)
{
	for (size_t i = 0; i < target.len; i++)
		if (target.at[i] <= ' ' || target.at[i] >= 127)
			return false;
	return true;
}

void
problem_write(struct request *rq, int status)
{
	struct json j = json_new(rq->body);

	json_object(&j);
	json_member(&j, "type", STR("about:blank"));
	json_member(&j, "title", error_title(&rq->lang, status));
	json_member_int(&j, "status", status);
	json_member(&j, "detail", rq->detail.len > 0 ? rq->detail
	                                             : error_detail(&rq->lang, status));
	if (is_written_right(rq->http->target))
		json_member(&j, "instance", rq->http->target);
	json_end(&j);
	request_media(rq, STR(PROBLEM_MEDIA));
}
