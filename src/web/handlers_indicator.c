/* Indicators: the list, one of them, and what can be taken away of it. */
#include "app/releases.h"
#include "app/indicator_list.h"
#include "export/indicator_grid.h"
#include "export/indicator_json.h"
#include "report/picture.h"
#include "view/indicator_chart.h"
#include "view/pages/embed.h"
#include "view/pages/indicator.h"
#include "view/pages/indicators.h"
#include "web/download.h"
#include "web/paging.h"
#include "web/service.h"

/* ---- the list ---- */

static struct indicator_list
load_list(struct request *rq)
{
	const struct query     *q = &rq->query;
	struct indicator_filter f = {
		.policy = q->text[QUERY_POLICY], .theme = q->text[QUERY_THEME],
		.unit = q->text[QUERY_UNIT], .q = q->text[QUERY_Q],
	};

	return indicator_list(rq->arena, rq->edition, &f);
}

static int
handle_list(struct request *rq)
{
	const struct query   *q = &rq->query;
	struct indicators_ask ask = {
		q->text[QUERY_POLICY], q->text[QUERY_THEME], q->text[QUERY_UNIT], q->text[QUERY_Q],
	};
	struct indicator_list m = load_list(rq);
	struct page           p = request_page(rq);

	indicators_page(&p, &m, &ask);
	return 200;
}

static int
handle_list_json(struct request *rq)
{
	struct indicator_list m = load_list(rq);
	struct paging         pg;
	struct json           j;

	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_indicator_row(&j, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

/* ---- one of them ---- */

static int64_t
asked_thing(struct request *rq, enum noun noun, struct str key)
{
	const struct noun_row *row = edition_thing(rq->edition, noun, key);

	return row != NULL ? row->id : 0;
}

static int
load(struct request *rq, struct indicator_view *ret)
{
	const struct query    *q = &rq->query;
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INDICATOR, rq->id);
	struct indicator_ask   ask = { 0 };

	if (row == NULL)
		return 404;
	if (QUERY_HAS(q, AREA)) {
		ask.area = asked_thing(rq, NOUN_AREA, q->text[QUERY_AREA]);
		if (ask.area == 0)
			return 404;
	}
	if (QUERY_HAS(q, GROUP)) {
		ask.group = asked_thing(rq, NOUN_GROUP, q->text[QUERY_GROUP]);
		if (ask.group == 0)
			return 404;
	}
	return indicator_view(rq->arena, rq->edition, row, ask, ret) ? 200 : 500;
}

/* Where its picture is, for who shows a link to the page; empty: none can be drawn. */
static struct str
picture_of(struct request *rq, const struct indicator_view *m)
{
	if (rq->service == NULL || !rq->service->pictures || m->own.series.len == 0)
		return STR_NONE;
	return arena_printf(rq->arena, "/api/v1/indicators/" STR_FMT ".png?lang=" STR_FMT, STR_ARG(rq->id),
	    STR_ARG(rq->lang.code));
}

static int
handle_one(struct request *rq)
{
	struct indicator_view m;
	struct page           p;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	m.laid = release_mentions(rq->arena, rq->edition, "indicator", rq->id);
	p.picture = m.asked_area || m.group.id.len > 0 ? STR_NONE : picture_of(rq, &m);
	indicator_page(&p, &m);
	return 200;
}

static int
handle_embed(struct request *rq)
{
	struct indicator_view m;
	struct page           p;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	embed_page(&p, &m);
	rq->framed = true;
	return 200;
}

static int
handle_one_json(struct request *rq)
{
	struct indicator_view m;
	struct json           j;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	j = request_json(rq);
	export_indicator(&j, &m);
	return 200;
}

/* ---- what can be taken away ---- */

static struct str
file_name(struct request *rq, const char *ending)
{
	const char *kind = lang_danish(&rq->lang) ? "indikator" : "indicator";

	return arena_printf(rq->arena, "%s-" STR_FMT ".%s", kind, STR_ARG(rq->id), ending);
}

static int
handle_csv(struct request *rq)
{
	struct indicator_view m;
	struct grid           g;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	g = indicator_grid(rq->arena, &m, lang_danish(&rq->lang));
	if (!QUERY_HAS(&rq->query, PROFILE))
		rq->link = arena_printf(rq->arena, "</api/v1/indicators/" STR_FMT
		    ".csv-metadata.json?lang=" STR_FMT ">; rel=\"describedby\"; "
		    "type=\"application/csvm+json\"", STR_ARG(rq->id), STR_ARG(rq->lang.code));
	return download_csv(rq, &g, file_name(rq, "csv"));
}

static int
handle_xlsx(struct request *rq)
{
	struct indicator_view m;
	struct grid           g[2];
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	g[0] = indicator_grid(rq->arena, &m, lang_danish(&rq->lang));
	g[1] = indicator_grid_about(rq->arena, &m, lang_danish(&rq->lang));
	return download_xlsx(rq, g, COUNT_OF(g), m.as_of, file_name(rq, "xlsx"));
}

/* The chart as a file of its own, into `b`. */
static int
draw(struct request *rq, struct buf *b)
{
	struct chart_out      out = {
		.b = b, .a = rq->arena, .lang = &rq->lang, .form = CHART_FILE, .width = CHART_WIDE,
	};
	struct indicator_view m;
	struct chart          c;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	c = indicator_chart(rq->arena, &rq->lang, &m);
	if (m.own.series.len == 0)
		return 404;
	chart_line(&out, &c);
	return 200;
}

static int
handle_svg(struct request *rq)
{
	int status = draw(rq, rq->body);

	if (status != 200)
		return status;
	download_as(rq, STR("image/svg+xml; charset=utf-8"), file_name(rq, "svg"));
	return 200;
}

static int
handle_png(struct request *rq)
{
	struct buf svg;
	struct str png;
	int        status;

	buf_init(&svg, HTTPD_REPLY_MAX);
	status = draw(rq, &svg);
	if (status == 200 && !(buf_ok(&svg) && picture_card(rq->arena, buf_str(&svg), &png))) {
		rq->detail = say(&rq->lang, "The picture could not be made just now. Take the chart as SVG, or try again.");
		status = 503;
	}
	buf_free(&svg);
	if (status != 200)
		return status;
	buf_put(rq->body, png);
	request_media(rq, STR("image/png"));
	return 200;
}

#define LIST (QUERY_BIT(AS_OF) | QUERY_BIT(POLICY) | QUERY_BIT(THEME) | QUERY_BIT(UNIT) |   \
	QUERY_BIT(Q))
#define ONE (QUERY_BIT(AS_OF) | QUERY_BIT(AREA) | QUERY_BIT(GROUP))

const struct route routes_indicator[ROUTES_INDICATOR] = {
	{ METHOD_GET, STR_INIT("/:lang/indicators"), ACCESS_PUBLIC, NEEDS_EDITION, LIST,
	  handle_list, "The indicators by theme, with the latest figure and verdicts", NULL },
	{ METHOD_GET, STR_INIT("/:lang/indicator/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_one, "One indicator: what it did, its figures and verdicts", NULL },
	{ METHOD_GET, STR_INIT("/:lang/embed/:id"), ACCESS_PUBLIC, NEEDS_EDITION, 0,
	  handle_embed, "The chart of an indicator, for a frame in other pages", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators"), ACCESS_PUBLIC, NEEDS_EDITION, LIST | QUERY_LIST,
	  handle_list_json, N_("The indicators, with the latest figure and verdicts"), "Page(IndicatorRow)" },
	{ METHOD_GET, STR_INIT("/api/v1/indicators/:id.csv"), ACCESS_PUBLIC, NEEDS_LENGTH,
	  ONE | QUERY_BIT(LANG) | QUERY_BIT(PROFILE),
	  handle_csv, N_("The figures of an indicator as CSV"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators/:id.svg"), ACCESS_PUBLIC, NEEDS_EDITION,
	  ONE | QUERY_BIT(LANG), handle_svg, N_("The chart of an indicator"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators/:id.png"), ACCESS_PUBLIC, NEEDS_TIME,
	  QUERY_BIT(LANG), handle_png, N_("The chart of an indicator as a picture of 1200 by 630 dots"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators/:id.xlsx"), ACCESS_PUBLIC, NEEDS_TIME,
	  ONE | QUERY_BIT(LANG), handle_xlsx, N_("The figures of an indicator as a spreadsheet"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators/:id"), ACCESS_PUBLIC, NEEDS_LENGTH, ONE,
	  handle_one_json, N_("One indicator: its figures and verdicts"), "Indicator" },
};
