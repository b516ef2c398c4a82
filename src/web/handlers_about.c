#include "web/handlers.h"
#include "app/about_view.h"
#include "app/areas_view.h"
#include "app/contact.h"
#include "model/data_form.h"
#include "view/pages/about.h"

static int
handle_about(struct request *rq)
{
	struct page       p = request_page(rq);
	struct about_view m = about_view_of(&rq->edition->sn);

	about_page(&p, &m);
	return 200;
}

static int
handle_method(struct request *rq)
{
	struct page           p = request_page(rq);
	struct method_example m = method_example(rq->arena);

	method_page(&p, &m);
	return 200;
}

static int
handle_privacy(struct request *rq)
{
	struct page p = request_page(rq);

	privacy_page(&p);
	return 200;
}

static int
handle_accessibility(struct request *rq)
{
	struct page p = request_page(rq);

	accessibility_page(&p);
	return 200;
}

/* ---- what can be taken, from the tables of routes ---- */

/* "as_of, lang" */
static struct str
takes_of(struct arena *a, uint32_t takes)
{
	struct str list = STR_NONE;

	for (size_t i = 0; i < QUERY_COUNT; i++)
		if ((takes & UINT32_C(1) << i) != 0)
			list = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(list),
			    list.len > 0 ? ", " : "", STR_ARG(query_info[i].name));
	return list;
}

/* "/api/v1/indicators/:id.jsonstat.json" */
static bool
is_format(struct str path)
{
	for (size_t f = 0; f < DATA_COUNT; f++)
		if (str_ends(path, data_form_info[f].ending))
			return true;
	return false;
}

/* What is not JSON is a file, with its ending in the path; so are forms of open data. */
static struct data_address
address_of(struct arena *a, const struct route *r)
{
	return (struct data_address){
		.path = r->path, .summary = str_from(r->summary), .takes = takes_of(a, r->takes),
		.file = r->schema == NULL || is_format(r->path), .whole = str_find(r->path, STR(":"), 0) == SIZE_MAX,
	};
}

/* The one address without a key that may lead nowhere: a map of no areas. */
static bool
is_there(struct request *rq, struct str path)
{
	const struct areas_ask all = { 0 };
	struct areas_view      m;

	if (!str_eq(path, STR("/api/v1/areas.svg")))
		return true;
	return areas_view(rq->arena, rq->edition, &all, &m) && m.len > 0;
}

static int
handle_data(struct request *rq)
{
	struct page          p = request_page(rq);
	struct data_address *at = NULL;
	size_t               len = 0, cap = 0;

	for (const struct routes *t = route_tables; t->at != NULL; t++) {
		for (size_t i = 0; i < t->len; i++) {
			if (!str_starts(t->at[i].path, STR("/api/")) &&
			    !str_starts(t->at[i].path, STR("/catalog.")))
				continue;
			ARENA_GROW(rq->arena, at, len, &cap);
			at[len] = address_of(rq->arena, &t->at[i]);
			at[len].whole = at[len].whole && is_there(rq, at[len].path);
			len++;
		}
	}
	data_page(&p, &(struct data_view){ at, len });
	return 200;
}

/* The short address that every public site in Denmark has. */
static int
handle_was(struct request *rq)
{
	struct str elsewhere = contact_of(&rq->edition->sn).statement;

	rq->varies = true;
	rq->location = contact_is_web(elsewhere) ? elsewhere
	    : arena_printf(rq->arena, "/" STR_FMT "/accessibility", STR_ARG(rq->lang.code));
	return 302;
}

/* Days of the past and results of a search are for people. */
static int
handle_robots(struct request *rq)
{
	BUF_LIT(rq->body, "User-agent: *\nDisallow: /*?as_of=\nDisallow: /*&as_of=\n");
	for (size_t i = 0; i < lang_count(); i++)
		buf_putf(rq->body, "Disallow: /" STR_FMT "/search\nDisallow: /" STR_FMT "/work\n",
		    STR_ARG(lang_at(i).code), STR_ARG(lang_at(i).code));
	request_media(rq, STR("text/plain; charset=utf-8"));
	rq->cache = STR("public, max-age=86400");
	return 200;
}

const struct route routes_about[ROUTES_ABOUT] = {
	{ METHOD_GET, STR_INIT("/:lang/about"), ACCESS_PUBLIC, NEEDS_EDITION, QUERY_BIT(AS_OF),
	  handle_about, "What the site is and who answers for it", NULL },
	{ METHOD_GET, STR_INIT("/:lang/method"), ACCESS_PUBLIC, NEEDS_EDITION, QUERY_BIT(AS_OF),
	  handle_method, "The rule by which verdicts are reached", NULL },
	{ METHOD_GET, STR_INIT("/:lang/privacy"), ACCESS_PUBLIC, NEEDS_EDITION, QUERY_BIT(AS_OF),
	  handle_privacy, "What is known about readers: nothing", NULL },
	{ METHOD_GET, STR_INIT("/:lang/accessibility"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF), handle_accessibility, "The accessibility statement", NULL },
	{ METHOD_GET, STR_INIT("/:lang/data"), ACCESS_PUBLIC, NEEDS_EDITION, QUERY_BIT(AS_OF),
	  handle_data, "What can be downloaded, and the API", NULL },
	{ METHOD_GET, STR_INIT("/was"), ACCESS_PUBLIC, NEEDS_EDITION, 0,
	  handle_was, "To the accessibility statement", NULL },
	{ METHOD_GET, STR_INIT("/robots.txt"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_robots, "What search engines may read", NULL },
};
