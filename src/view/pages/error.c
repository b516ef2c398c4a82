#include "view/pages/error.h"

static const struct {
	int         status;
	const char *title, *detail;
} errors[] = {
#define X(status, title, detail) { status, title, detail },
	ERROR_PAGES(X)
#undef X
};

static size_t
row_of(int status)
{
	size_t row_500 = 0;

	for (size_t i = 0; i < COUNT_OF(errors); i++) {
		if (errors[i].status == status)
			return i;
		if (errors[i].status == 500)
			row_500 = i;
	}
	return row_500;
}

struct str
error_title(const struct lang *l, int status)
{
	return say(l, errors[row_of(status)].title);
}

struct str
error_detail(const struct lang *l, int status)
{
	return say(l, errors[row_of(status)].detail);
}

/* Words to look for of "indicator/flere-i-arbejde": what stands last. */
static struct str
words_of(struct page *p)
{
	struct str path = p->path, last = STR_NONE;
	char      *to;

	while (path.len > 0)
		last = str_cut(&path, '/');
	last = str_slice(last, 0, str_find(last, STR("."), 0));
	to = ARENA_ARRAY(p->a, char, last.len + 1);
	for (size_t i = 0; i < last.len; i++)
		to[i] = last.at[i] == '-' || last.at[i] == '_' ? ' ' : last.at[i];
	return (struct str){ to, last.len };
}

static void
ways_on(struct page *p)
{
	static const enum section ways[] = {
		SECTION_BAROMETER, SECTION_INDICATORS, SECTION_INITIATIVES, SECTION_DOCUMENTS,
		SECTION_DATA,
	};

	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, "Ways on");
	HTML(p->b, "</h2>\n<ul>\n");
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		HTML(p->b, "<li><a");
		page_href(p, section_path(ways[i]), STR_NONE);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, section_title(ways[i]));
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n");
}

void
error_page(struct page *p, int status, struct str detail)
{
	size_t     row = row_of(status);
	struct str words = errors[row].status == 404 || errors[row].status == 410 ? words_of(p) : STR_NONE;

	p->nowhere = true;
	p->title = say(&p->lang, errors[row].title);
	p->description = say(&p->lang, errors[row].detail);
	page_open(p);
	HTML(p->b, "<div class=\"error-page\">\n<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p class=\"lead\">");
	html_text(p->b, detail.len > 0 ? detail : p->description);
	HTML(p->b, "</p>\n");
	page_search(p, "search-again", words);
	ways_on(p);
	HTML(p->b, "<p class=\"note\">");
	html_fill(p->b, say(&p->lang, "Status {1}"),
	    &(struct str){ arena_printf(p->a, "%d", errors[row].status).at, 3 }, 1);
	HTML(p->b, "</p>\n</div>\n");
	page_close(p);
}
