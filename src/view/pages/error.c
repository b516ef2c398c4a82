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

void
error_page(struct page *p, int status, struct str detail)
{
	size_t row = row_of(status);

	p->nowhere = true;
	p->title = say(&p->lang, errors[row].title);
	p->description = say(&p->lang, errors[row].detail);
	page_open(p);
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p class=\"lead\">");
	html_text(p->b, detail.len > 0 ? detail : p->description);
	HTML(p->b, "</p>\n<p><a");
	page_href(p, "", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Go to the barometer");
	HTML(p->b, "</a></p>\n<p class=\"source\">");
	html_int(p->b, errors[row].status);
	HTML(p->b, "</p>\n");
	page_close(p);
}
