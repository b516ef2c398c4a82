#include "view/pages/error.h"
#include "view/wording.h"

struct error_words {
	int        status;
	struct str title_da, title_en, detail_da, detail_en;
};

static const struct error_words errors[] = {
#define X(status, title_da, title_en, detail_da, detail_en)                   \
	{ status, STR_INIT(title_da), STR_INIT(title_en), STR_INIT(detail_da), \
	  STR_INIT(detail_en) },
	ERROR_PAGES(X)
#undef X
};

void
error_page(struct page *p, int status, struct str detail)
{
	const struct error_words *e = errors;
	bool                      danish = lang_danish(&p->lang);

	while (e < errors + COUNT_OF(errors) - 1 && e->status != status)
		e++;
	p->nowhere = true;
	p->title = danish ? e->title_da : e->title_en;
	p->description = danish ? e->detail_da : e->detail_en;
	page_open(p);
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p class=\"lead\">");
	html_text(p->b, detail.len > 0 ? detail : p->description);
	HTML(p->b, "</p>\n<p><a");
	page_href(p, "", STR_NONE);
	HTML(p->b, ">");
	html_text(p->b, wording(WORDING_TO_BAROMETER, danish));
	HTML(p->b, "</a></p>\n<p class=\"source\">");
	html_int(p->b, e->status);
	HTML(p->b, "</p>\n");
	page_close(p);
}
