#include "view/pages/error.h"
#include "view/page.h"

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
error_page(struct buf *b, int status, bool danish, struct str detail)
{
	const struct error_words *e = errors;
	struct page               page = { .danish = danish, .nowhere = true };

	while (e < errors + COUNT_OF(errors) - 1 && e->status != status)
		e++;
	page.title = danish ? e->title_da : e->title_en;
	page.description = danish ? e->detail_da : e->detail_en;
	page_open(b, &page);
	HTML(b, "<h1>");
	html_text(b, page.title);
	HTML(b, "</h1>\n<p class=\"lead\">");
	html_text(b, detail.len > 0 ? detail : page.description);
	HTML(b, "</p>\n<p><a");
	html_attr(b, "href", danish ? STR("/da/") : STR("/en/"));
	HTML(b, ">");
	html_text(b, wording(WORDING_TO_BAROMETER, danish));
	HTML(b, "</a></p>\n<p class=\"source\">");
	html_int(b, e->status);
	HTML(b, "</p>\n");
	page_close(b, &page);
}
