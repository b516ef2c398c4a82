#include "view/reply.h"
#include "core/form.h"
#include "view/section.h"

void
reply_answers(struct page *p, struct str code)
{
	enum form_answer answer;

	if (!form_answer_from_code(code, &answer))
		return;
	HTML(p->b, " <span class=\"note\">(");
	html_text(p->b, form_answer_title(answer, lang_danish(&p->lang)));
	HTML(p->b, ")</span>");
}

void
reply_show(struct page *p, const struct reply *r)
{
	if (r->text.da.len == 0)
		return;
	HTML(p->b, "<div class=\"reply\"><p><strong>");
	if (r->unit.id.len > 0)
		page_named(p, &r->unit);
	else
		html_say(p->b, &p->lang, "The unit says");
	HTML(p->b, "</strong>, ");
	page_day(p, r->day);
	HTML(p->b, ":</p>\n<p class=\"form-text\">");
	show_worded(p, r->text);
	reply_answers(p, r->answers);
	section_source(p, &r->source);
	HTML(p->b, "</p></div>\n");
}
