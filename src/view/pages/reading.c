#include "view/pages/reading.h"

static void
say_fate(struct page *p, const char *words)
{
	HTML(p->b, "<div class=\"alert alert-warning\" role=\"alert\"><div class=\"alert-body\">"
	    "<p class=\"alert-text\">");
	html_text(p->b, say(&p->lang, words));
	HTML(p->b, "</p></div></div>\n");
}

static void
say_ahead(struct page *p, int64_t ahead)
{
	struct str n = arena_printf(p->a, "%lld", (long long)ahead);

	HTML(p->b, "<p>");
	if (ahead == 0)
		html_say(p->b, &p->lang, "It is the next one to be read.");
	else
		html_fill(p->b, say_n(&p->lang, ahead, "{1} paper is read before it.",
		    "{1} papers are read before it."), &n, 1);
	HTML(p->b, "</p>\n");
}

static void
say_wait(struct page *p)
{
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "This page looks again by itself every few seconds and shows the paper "
	    "when it is there. You may leave it: the paper is read all the same.");
	HTML(p->b, "</p>\n");
}

/* To the papers, or to one of them. */
static void
put_link(struct page *p, struct str key, const char *words)
{
	HTML(p->b, "<p><a href=\"");
	html_text(p->b, arena_printf(p->a, "/" STR_FMT "/%s%s" STR_FMT, STR_ARG(p->lang.code), "work/inbox",
	    key.len > 0 ? "/" : "", STR_ARG(key)));
	HTML(p->b, "\">");
	html_text(p->b, say(&p->lang, words));
	HTML(p->b, "</a></p>\n");
}

static void
put_known(struct page *p, const struct sent_paper *m)
{
	say_fate(p, N_("The register has this paper already. Nothing was changed."));
	put_link(p, m->key, N_("See the paper as the register has it"));
}

static void
put_state(struct page *p, const struct sent_paper *m)
{
	switch (m->state) {
	case READING_WAITING:
		say_ahead(p, m->ahead);
		say_wait(p);
		return;
	case READING_NOW:
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "It is being read.");
		HTML(p->b, "</p>\n");
		say_wait(p);
		return;
	case READING_DONE:
	case READING_STATE_COUNT:
		return;
	case READING_KNOWN:
		put_known(p, m);
		return;
	case READING_UNREAD:
		say_fate(p, m->key.len > 0 ? m->key.at : N_("The paper could not be read within the time and "
		    "memory that a paper has, or nothing in it can be read."));
		return;
	case READING_DENIED:
		say_fate(p, N_("Whoever sent the paper may take in no papers any more."));
		return;
	}
}

void
reading_page(struct page *p, struct work *w, const struct sent_paper *m)
{
	p->title = say(&p->lang, "A paper on its way");
	p->description = say(&p->lang, "How far a paper is that was sent.");
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, m->name);
	HTML(p->b, "</p>\n");
	put_state(p, m);
	put_link(p, STR(""), N_("All papers"));
	work_close(p);
}
