/* Everything the audit says. */
#include "app/findings_view.h"
#include "export/findings_list.h"
#include "view/pages/findings.h"
#include "web/handlers.h"
#include "web/paging.h"

#define FINDINGS_A_PAGE 50

static bool
find_code(struct str text, enum audit_code *ret)
{
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++) {
		if (!str_eq(audit_code((enum audit_code)i), text))
			continue;
		*ret = (enum audit_code)i;
		return true;
	}
	return false;
}

static bool
find_severity(struct str text, enum severity *ret)
{
	for (int i = SEVERITY_ERROR; i <= SEVERITY_INFO; i++) {
		if (!str_eq(severity_code((enum severity)i), text))
			continue;
		*ret = (enum severity)i;
		return true;
	}
	return false;
}

static int
load(struct request *rq, struct findings_view *ret)
{
	const struct query *q = &rq->query;
	struct findings_ask ask = {
		.has_code = QUERY_HAS(q, CODE), .has_severity = QUERY_HAS(q, SEVERITY),
		.document = q->text[QUERY_DOCUMENT],
	};

	if ((ask.has_code && !find_code(q->text[QUERY_CODE], &ask.code)) ||
	    (ask.has_severity && !find_severity(q->text[QUERY_SEVERITY], &ask.severity))) {
		rq->detail = say(&rq->lang, "The audit has no such code.");
		return 400;
	}
	if (ask.document.len > 0 && edition_thing(rq->edition, NOUN_DOCUMENT, ask.document) == NULL)
		return 404;
	return findings_view(rq->arena, rq->edition, &ask, ret) ? 200 : 500;
}

static struct findings_shown
shown(struct request *rq, const struct findings_view *m)
{
	struct query          q = rq->query;
	struct findings_shown s = {
		.code = q.text[QUERY_CODE], .severity = q.text[QUERY_SEVERITY],
		.document = q.text[QUERY_DOCUMENT], .page = 1,
		.pages = m->len > 0 ? (m->len + FINDINGS_A_PAGE - 1) / FINDINGS_A_PAGE : 1,
	};

	if (QUERY_HAS(&q, PAGE))
		s.page = (size_t)q.number[QUERY_PAGE];
	q.given &= ~QUERY_BIT(PAGE);
	s.query = request_query(rq, &q);
	if (s.page == 0 || s.page > s.pages)
		return s;
	s.from = (s.page - 1) * FINDINGS_A_PAGE;
	s.to = m->len - s.from < FINDINGS_A_PAGE ? m->len : s.from + FINDINGS_A_PAGE;
	return s;
}

static int
handle_findings(struct request *rq)
{
	struct findings_view  m;
	struct findings_shown ask;
	struct page           p;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	ask = shown(rq, &m);
	if (ask.page == 0 || ask.page > ask.pages)
		return 404;
	p = request_page(rq);
	findings_page(&p, &m, &ask);
	return 200;
}

static int
handle_findings_json(struct request *rq)
{
	struct findings_view m;
	struct paging        pg;
	struct json          j;
	int                  status = load(rq, &m);

	if (status != 200)
		return status;
	if (!paging_of(rq, m.len, &pg))
		return 400;
	j = request_json(rq);
	json_object(&j);
	paging_open(&j);
	for (size_t i = pg.from; i < pg.to; i++)
		export_finding(&j, m.at[i].finding);
	paging_close(&j, rq, &pg);
	export_findings_counts(&j, &m);
	json_end(&j);
	return 200;
}

#define ASK (QUERY_BIT(AS_OF) | QUERY_BIT(CODE) | QUERY_BIT(SEVERITY) | QUERY_BIT(DOCUMENT))

const struct route routes_findings[ROUTES_FINDINGS] = {
	{ METHOD_GET, STR_INIT("/:lang/findings"), ACCESS_PUBLIC, NEEDS_TIME, ASK | QUERY_BIT(PAGE),
	  handle_findings, "Everything the audit says, with where it stands", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/findings"), ACCESS_PUBLIC, NEEDS_TIME, ASK | QUERY_LIST,
	  handle_findings_json, N_("Everything the audit says"), "FindingList" },
};
