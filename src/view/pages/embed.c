#include "view/pages/embed.h"
#include "view/indicator_chart.h"

static struct str
sentence(struct page *p, const struct indicator_view *m)
{
	return lang_danish(&p->lang) ? m->trend.da : m->trend.en;
}

static void
put_origin(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<p class=\"source\"><a target=\"_top\"");
	page_href(p, "indicator", m->indicator.id);
	HTML(p->b, ">");
	page_named(p, &m->indicator);
	HTML(p->b, "</a>, ");
	html_text(p->b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(p->b, ", ");
	page_day(p, m->as_of);
	HTML(p->b, "</p>\n");
}

void
embed_page(struct page *p, const struct indicator_view *m)
{
	bool         danish = lang_danish(&p->lang);
	struct chart c = indicator_chart(p->a, &p->lang, m);

	p->title = named_title(&m->indicator, &danish);
	p->description = sentence(p, m);
	p->bare = p->unlisted = true;
	page_open(p);
	HTML(p->b, "<h1 class=\"embed-title\">");
	html_text(p->b, sentence(p, m));
	HTML(p->b, "</h1>\n");
	if (m->own.series.len > 0)
		chart_figure(p, &c);
	put_origin(p, m);
	page_close(p);
}

void
embed_offer(struct page *p, const struct indicator_view *m)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&m->indicator, &danish);

	if (m->own.series.len == 0 || p->looks_back)
		return;
	HTML(p->b, "<details class=\"embed-offer\">\n<summary>");
	html_say(p->b, &p->lang, "Show this figure on another page");
	HTML(p->b, "</summary>\n<p>");
	html_say(p->b, &p->lang, "Put this into your page; it shows the newest figure by itself. The address of this "
	    "site stands before the path.");
	HTML(p->b, "</p>\n<pre class=\"embed-code\"><code>&lt;iframe src=&quot;<a");
	page_href(p, "embed", m->indicator.id);
	HTML(p->b, ">/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/embed/");
	html_text(p->b, m->indicator.id);
	HTML(p->b, "</a>&quot; title=&quot;");
	html_text(p->b, title);
	HTML(p->b, "&quot; width=&quot;720&quot; height=&quot;560&quot; loading=&quot;lazy&quot;&gt;&lt;/iframe&gt;</code></pre>\n</details>\n");
}
