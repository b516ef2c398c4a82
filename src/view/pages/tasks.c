#include "view/pages/tasks.h"

void
tasks_page(struct page *p, const struct work *w)
{
	p->title = say(&p->lang, "My tasks");
	p->description = say(&p->lang, "What you owe, the next deadline first.");
	work_open(p, w);
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n");
	work_close(p);
}
