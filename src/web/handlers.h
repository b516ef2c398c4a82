/* handlers.h - what the routes do: HTTP in, one call of app/, a page out.
 *
 * A handler returns an HTTP status; answers of 400 and above are written by the
 * dispatcher: as a page, or as a problem (RFC 9457) under /api/.
 */
#ifndef WEB_HANDLERS_H
#define WEB_HANDLERS_H

#include "export/json.h"
#include "view/work.h"
#include "web/route.h"

/* One table for each part of the site, in handlers.c and handlers_*.c. */
#define ROUTES_CORE 4
extern const struct route routes_core[ROUTES_CORE];
#define ROUTES_ABOUT 7
extern const struct route routes_about[ROUTES_ABOUT];
#define ROUTES_OPS 3
extern const struct route routes_ops[ROUTES_OPS];
#define ROUTES_BAROMETER 3
extern const struct route routes_barometer[ROUTES_BAROMETER];
#define ROUTES_AREAS 8
extern const struct route routes_areas[ROUTES_AREAS];
#define ROUTES_COMPARISON 3
extern const struct route routes_comparison[ROUTES_COMPARISON];
#define ROUTES_API 8
extern const struct route routes_api[ROUTES_API];

#define ROUTES_INDICATOR 9
extern const struct route routes_indicator[ROUTES_INDICATOR];
#define ROUTES_OPENDATA 14
extern const struct route routes_opendata[ROUTES_OPENDATA];
#define ROUTES_DOCUMENT 5
extern const struct route routes_document[ROUTES_DOCUMENT];
#define ROUTES_FINDINGS 2
extern const struct route routes_findings[ROUTES_FINDINGS];
#define ROUTES_SEARCH 2
extern const struct route routes_search[ROUTES_SEARCH];
#define ROUTES_OBJECTIVE 5
extern const struct route routes_objective[ROUTES_OBJECTIVE];

#define ROUTES_UNIT 8
extern const struct route routes_unit[ROUTES_UNIT];
#define ROUTES_ECONOMY 7
extern const struct route routes_economy[ROUTES_ECONOMY];
#define ROUTES_INITIATIVE 4
extern const struct route routes_initiative[ROUTES_INITIATIVE];

#define ROUTES_PAPER (2 + 5)
extern const struct route routes_paper[ROUTES_PAPER];

#define ROUTES_RELEASE (1 + 5)
extern const struct route routes_release[ROUTES_RELEASE];

#define ROUTES_WHEEL 1
extern const struct route routes_wheel[ROUTES_WHEEL];

#define ROUTES_CALENDAR 1
extern const struct route routes_calendar[ROUTES_CALENDAR];

/* The staff's side, in handlers_work*.c. */
#define ROUTES_WORK_WHEEL 12
extern const struct route routes_work_wheel[ROUTES_WORK_WHEEL];
#define ROUTES_WORK 2
extern const struct route routes_work[ROUTES_WORK];
#define ROUTES_WORK_INBOX 7
extern const struct route routes_work_inbox[ROUTES_WORK_INBOX];
#define ROUTES_WORK_SOURCES 6
extern const struct route routes_work_sources[ROUTES_WORK_SOURCES];
#define ROUTES_WORK_FINDINGS 3
extern const struct route routes_work_findings[ROUTES_WORK_FINDINGS];
#define ROUTES_WORK_COUNCIL 7
extern const struct route routes_work_council[ROUTES_WORK_COUNCIL];
#define ROUTES_LOGIN 6
extern const struct route routes_login[ROUTES_LOGIN];
#define ROUTES_SSO 4
extern const struct route routes_sso[ROUTES_SSO];
#define ROUTES_ACCOUNT 6
extern const struct route routes_account[ROUTES_ACCOUNT];
#define ROUTES_ACCOUNTS 11
extern const struct route routes_accounts[ROUTES_ACCOUNTS];
#define ROUTES_TRAIL 2
extern const struct route routes_trail[ROUTES_TRAIL];
#define ROUTES_WORK_EDIT 17
extern const struct route routes_work_edit[ROUTES_WORK_EDIT];
/* Of a source that is not saved; see app/source_draft.h. A status. */
struct source_draft;
int show_source_draft(struct request *rq, const struct source_draft *m);
#define ROUTES_WORK_MEASURE 3
extern const struct route routes_work_measure[ROUTES_WORK_MEASURE];
#define ROUTES_WORK_FORMS 8
extern const struct route routes_work_forms[ROUTES_WORK_FORMS];

#define ROUTES_WORK_REPORTS 8
extern const struct route routes_work_reports[ROUTES_WORK_REPORTS];
#define ROUTES_WORK_MAIL 6
extern const struct route routes_work_mail[ROUTES_WORK_MAIL];
#define ROUTES_SUBSCRIBE 9
extern const struct route routes_subscribe[ROUTES_SUBSCRIBE];

/* A page to be written into the reply: language, authority, address and what its
 * links keep are filled in; title, description, section and crumbs are the
 * caller's. The reply is 200 HTML unless the handler says otherwise. */
struct page request_page(struct request *rq);

/* The frame of a page of the staff: who is logged in, a fresh nonce, and what was sent
 * when the page comes back with `faults` (NULL: none). */
struct work request_work(struct request *rq, enum work_section section,
                         const struct faults *faults);

/* The year and the unit that are asked for. False: there are none such. */
struct wheel_ask;
MUST_CHECK bool request_wheel(struct request *rq, struct wheel_ask *ret);
/* A second factor that is offered to who asks, of half a session or a whole one. 0, or a
 * status: 303 when there is no such session. */
struct factor_view;
int  request_factor(struct request *rq, bool half, struct factor_view *ret);

/* The frame of a public form: a fresh nonce and no token. */
struct form_view request_public_form(struct request *rq, const struct faults *faults);

/* Can messages be sent? A server that was told of no mail server offers none. */
bool request_mails(const struct request *rq);

/* Will the answer be a file of a published site? */
bool request_fixed(const struct request *rq);

/* A form of nobody who is logged in, one too many within the hour: `detail` says so, and
 * the answer is 429. */
bool request_throttled(struct request *rq);

/* What was asked and understood, in the order of the table: "?as_of=2009-06-01", or
 * empty. */
struct str  request_query(struct request *rq, const struct query *q);
/* This address with that behind it. */
struct str  request_address(struct request *rq, const struct query *q);
/* The address of the next page of a list, with what was asked; empty: there is none. */
struct str  request_next(struct request *rq, int64_t page, int64_t limit, size_t total);

/* The reply is JSON, CSV, ...; `media` with its charset. */
void        request_media(struct request *rq, struct str media);

/* A JSON document that goes into the reply. */
struct json request_json(struct request *rq);

#endif
