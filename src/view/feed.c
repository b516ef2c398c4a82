#include "view/feed.h"
#include "view/html.h"

/* A day as a moment. */
static void
put_moment(struct page *p, const char *name, int32_t day)
{
	buf_putf(p->b, "<%s>" STR_FMT "T00:00:00Z</%s>\n", name, STR_ARG(day_iso(p->a, day)), name);
}

static void
put_link(struct page *p, const char *rel, struct str path)
{
	HTML(p->b, "<link");
	html_attr(p->b, "rel", str_from(rel));
	html_attr(p->b, "href", arena_printf(p->a, "/" STR_FMT "/" STR_FMT, STR_ARG(p->lang.code), STR_ARG(path)));
	HTML(p->b, "/>\n");
}

/* The figure, and what it was; "På vej → Nået" when the verdict is another. */
static void
put_title(struct page *p, const struct barometer_news *n)
{
	const struct judgement *now = &n->line->row->judgement;
	bool                    danish = lang_danish(&p->lang);
	struct str              title = named_title(&n->line->row->promise, &danish);

	danish = lang_danish(&p->lang);
	HTML(p->b, "<title>");
	html_text(p->b, title);
	HTML(p->b, ": ");
	if (n->verdict_before != now->verdict) {
		html_text(p->b, verdict_word(n->verdict_before, danish));
		HTML(p->b, " → ");
	}
	html_text(p->b, verdict_word(now->verdict, danish));
	HTML(p->b, "</title>\n");
}

static void
put_entry(struct page *p, const struct barometer_news *n)
{
	const struct barometer_row *r = n->line->row;
	const struct period        *period = &r->judgement.latest.period;
	bool                        danish = lang_danish(&p->lang);

	HTML(p->b, "<entry>\n<id>urn:pejl:target:");
	html_text(p->b, r->target->id);
	buf_putf(p->b, ":" STR_FMT "</id>\n", STR_ARG(day_iso(p->a, period->to)));
	put_title(p, n);
	put_moment(p, "updated", period->to);
	put_link(p, "alternate", arena_printf(p->a, "indicator/" STR_FMT, STR_ARG(r->indicator.id)));
	HTML(p->b, "<summary>");
	html_text(p->b, danish ? r->judgement.da : r->judgement.en);
	HTML(p->b, "</summary>\n</entry>\n");
}

/* ---- reports ---- */

static struct str
said_of(struct page *p, const struct release_row *r)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&r->corrects, &danish);

	if (r->corrects.id.len == 0)
		return say(&p->lang, "A report as it was laid before the council.");
	return arena_printf(p->a, STR_FMT ": " STR_FMT,
	    STR_ARG(text_fill(p->a, say(&p->lang, "Corrects {1}"), &title, 1)), STR_ARG(r->reason));
}

static void
put_report(struct page *p, const struct release_row *r)
{
	bool danish = lang_danish(&p->lang);

	HTML(p->b, "<entry>\n<id>urn:pejl:release:");
	html_text(p->b, r->release.id);
	HTML(p->b, "</id>\n<title>");
	html_text(p->b, named_title(&r->release, &danish));
	HTML(p->b, "</title>\n");
	put_moment(p, "updated", r->has_laid ? r->laid : r->as_of);
	put_link(p, "alternate", arena_printf(p->a, "release/" STR_FMT, STR_ARG(r->release.id)));
	HTML(p->b, "<summary>");
	html_text(p->b, said_of(p, r));
	HTML(p->b, "</summary>\n</entry>\n");
}

/* ---- all ---- */

/* Of the newest entry; without any, the day that is asked about. */
static int32_t
newest_day(const struct page *p, const struct barometer_view *m, const struct release_list *laid)
{
	int32_t measured = m->news_len > 0 ? m->news[0].line->row->judgement.latest.period.to : DAY_MIN;
	int32_t day = laid->len > 0 && laid->at[0].has_laid ? laid->at[0].laid : DAY_MIN;

	if (day < measured)
		day = measured;
	return day == DAY_MIN ? p->as_of : day;
}

void
feed_write(struct page *p, const struct barometer_view *m, const struct release_list *laid)
{
	HTML(p->b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
	html_attr(p->b, "xml:lang", p->lang.code);
	HTML(p->b, ">\n<id>urn:pejl:feed:");
	html_text(p->b, p->lang.code);
	HTML(p->b, "</id>\n<title>");
	html_text(p->b, say(&p->lang, "New measurements, verdicts and reports"));
	HTML(p->b, "</title>\n<author><name>");
	html_text(p->b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(p->b, "</name></author>\n");
	put_moment(p, "updated", newest_day(p, m, laid));
	put_link(p, "self", STR("feed.atom"));
	put_link(p, "alternate", STR_NONE);
	for (size_t i = 0; i < laid->len && i < FEED_REPORTS_MAX; i++)
		put_report(p, &laid->at[i]);
	for (size_t i = 0; i < m->news_len; i++)
		put_entry(p, &m->news[i]);
	HTML(p->b, "</feed>\n");
}
