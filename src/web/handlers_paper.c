/* Reports: the list, each as a page, each as a file. */
#include "app/releases.h"
#include "report/html.h"
#include "report/report.h"
#include "view/pages/reports.h"
#include "web/download.h"
#include "web/paper.h"

static const struct report_file files[] = {
#define X(id, ending, media) { STR_INIT(ending), STR_INIT(#id), \
	REPORT_FORMAT_##id == REPORT_FORMAT_PDF || REPORT_FORMAT_##id == REPORT_FORMAT_DOCX },
	REPORT_FORMATS(X)
#undef X
};

const struct report_file *
paper_files(size_t *n)
{
	*n = COUNT_OF(files);
	return files;
}

void
paper_body(struct page *p, const struct tree *t)
{
	struct html_wish wish = { .on_site = true, .fixed = p->fixed };

	HTML(p->b, "<div class=\"council-paper\">\n");
	report_html_body(p->b, t, &wish);
	HTML(p->b, "</div>\n");
}

int
paper_unmade(struct request *rq)
{
	rq->detail = say(&rq->lang, "The file could not be made just now. Take the report as HTML, or try again.");
	return 503;
}

static struct reports_view
list_of(struct request *rq)
{
	const struct noun_row *policy = report_policy(rq->edition);
	struct reports_view    m = { .file = files, .files = COUNT_OF(files) };

	if (policy != NULL)
		m.policy = judge_named(&rq->edition->sn, policy->id);
	return m;
}

static int
handle_list(struct request *rq)
{
	struct reports_view m = list_of(rq);
	struct page         p = request_page(rq);

	m.releases = release_list(rq->arena, rq->edition);
	reports_page(&p, &m);
	return 200;
}

/* Of no thing, and of no day that was asked for. */
static bool
is_plain(const struct request *rq)
{
	return rq->papers != NULL && !rq->edition->when.has_as_of && rq->query.text[QUERY_OF].len == 0 &&
	    !QUERY_HAS(&rq->query, SINCE);
}

/* A status; in the reader's language why there is none. What is kept lies in its own arena. */
static int
load_in(struct request *rq, struct arena *a, struct report_paper *ret)
{
	const struct query *q = &rq->query;
	struct report_ask   ask = {
		.of = q->text[QUERY_OF], .has_before = QUERY_HAS(q, SINCE),
		.before = q->day[QUERY_SINCE], .made = rq->edition->when.today,
	};
	struct diags        d = diags_new(rq->arena);

	if (!report_kind_from_code(rq->id, &ask.kind)) {
		rq->detail = say(&rq->lang, "There is no report of that name.");
		return 404;
	}
	switch (report_view(a, rq->edition, &ask, &d, ret)) {
	case REPORT_OK:
		return 200;
	case REPORT_NONE:
		rq->detail = say(&rq->lang, "There is nothing of that name that a report could be of.");
		return 404;
	case REPORT_EARLY:
		rq->detail = say(&rq->lang, "The policy had not begun on that day.");
		return 404;
	case REPORT_FAILED:
		break;
	}
	return 500;
}

static int
load_kept(struct request *rq, struct paper_kept *k)
{
	enum report_kind kind;
	int              status;

	if (k->has && report_kind_from_code(rq->id, &kind) && kind == k->kind)
		return 200;
	arena_reset(&k->a);
	k->has = k->has_tree = false;
	status = load_in(rq, &k->a, &k->paper);
	if (status == 200) {
		k->has = true;
		k->kind = k->paper.kind;
	}
	return status;
}

/* A status, the report and what it looks like. */
static int
load(struct request *rq, struct report_paper *ret, struct tree *tree)
{
	struct paper_kept *k = rq->papers;
	int                status;

	if (!is_plain(rq)) {
		status = load_in(rq, rq->arena, ret);
		if (status == 200)
			*tree = report_tree(rq->arena, &rq->lang, ret);
		return status;
	}
	status = load_kept(rq, k);
	if (status != 200)
		return status;
	if (!k->has_tree || !str_eq(k->lang, rq->lang.code)) {
		k->tree = report_tree(&k->a, &rq->lang, &k->paper);
		k->lang = rq->lang.code;
		k->has_tree = true;
	}
	*ret = k->paper;
	*tree = k->tree;
	return 200;
}

static int
handle_page(struct request *rq)
{
	struct reports_view m = list_of(rq);
	struct report_paper of;
	struct tree         t;
	struct page         p;
	int                 status = load(rq, &of, &t);

	if (status != 200)
		return status;
	p = request_page(rq);
	report_page_open(&p, &m, &of);
	paper_body(&p, &t);
	page_close(&p);
	return 200;
}

/* ---- files ---- */

enum report_format
paper_file_format(const struct request *rq)
{
	for (size_t i = 0; i < REPORT_FORMAT_COUNT; i++)
		if (str_ends(rq->route->path, report_format_code((enum report_format)i)))
			return (enum report_format)i;
	return REPORT_FORMAT_HTML;
}

/* "status-integrationspolitik-2007-2010-2009-06-01.pdf" */
static struct str
file_name(struct request *rq, const struct report_paper *of, enum report_format f)
{
	return arena_printf(rq->arena, STR_FMT "-" STR_FMT "-" STR_FMT "." STR_FMT,
	    STR_ARG(report_kind_code(of->kind)),
	    STR_ARG(of->of.id.len > 0 ? of->of.id : of->policy.id),
	    STR_ARG(day_iso(rq->arena, of->as_of)), STR_ARG(report_format_code(f)));
}

static int
handle_file(struct request *rq)
{
	enum report_format  f = paper_file_format(rq);
	struct report_paper of;
	struct tree         t;
	struct diags        d = diags_new(rq->arena);
	struct str          bytes;
	int                 status = load(rq, &of, &t);

	if (status != 200)
		return status;
	if (!report_make(rq->arena, &t, f, STR_NONE, file_name(rq, &of, f), &d, &bytes))
		return paper_unmade(rq);
	buf_put(rq->body, bytes);
	download_as(rq, report_format_media(f), file_name(rq, &of, f));
	return 200;
}

#define ASK (QUERY_BIT(AS_OF) | QUERY_BIT(OF) | QUERY_BIT(SINCE))

const struct route routes_paper[ROUTES_PAPER] = {
	{ METHOD_GET, STR_INIT("/:lang/reports"), ACCESS_PUBLIC, NEEDS_EDITION, QUERY_BIT(AS_OF),
	  handle_list, "The reports that can be made", NULL },
	{ METHOD_GET, STR_INIT("/:lang/report/:id"), ACCESS_PUBLIC, NEEDS_TIME, ASK, handle_page,
	  "One report, as it can be made now", NULL },
#define X(id, ending, media)                                                                    \
	{ METHOD_GET, STR_INIT("/api/v1/reports/:id." ending), ACCESS_PUBLIC, NEEDS_TIME,       \
	  ASK | QUERY_BIT(LANG), handle_file, N_("A report as a file"), NULL },
	REPORT_FORMATS(X)
#undef X
};
