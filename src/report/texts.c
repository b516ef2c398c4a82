#include "report/texts.h"

#include <md4c.h>

enum { HEADING_LEVEL = 4 };

struct writing {
	struct tree *t;
	struct str   lang;
	size_t       list;              /* from 1: the part that is the list under way; 0: none */
	unsigned     lists;             /* depth; what is nested is one list */
	struct runs *to;                /* NULL: what comes begins a paragraph */
	unsigned     strong, emphasis;
	struct str   link;              /* empty: none, or one that leads nowhere */
};

/* ---- blocks ---- */

static struct tree_part *
mark(struct writing *w, struct tree_part *p)
{
	p->staff = true;
	p->lang = w->lang;
	return p;
}

static void
open_list(struct writing *w, bool ordered)
{
	w->to = NULL;
	if (w->lists++ > 0)
		return;
	(void)mark(w, tree_list(w->t, ordered));
	w->list = w->t->len;
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *with)
{
	struct writing   *w = with;
	struct tree_part *p;

	(void)detail;
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
		open_list(w, type == MD_BLOCK_OL);
	} else if (type == MD_BLOCK_LI) {
		w->to = tree_item(w->t, &w->t->at[w->list - 1]);
	} else if (type == MD_BLOCK_H && w->lists == 0) {
		p = mark(w, tree_heading(w->t, HEADING_LEVEL, STR_NONE, STR_NONE));
		p->unnumbered = true;
		w->to = &p->words;
	} else if (w->lists == 0) {
		w->to = NULL;
	} else if (w->to != NULL && w->to->len > 0) {
		runs_add(w->t->a, w->to, RUN_BREAK, STR_NONE);
	}
	return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *with)
{
	struct writing *w = with;

	(void)detail;
	if ((type == MD_BLOCK_UL || type == MD_BLOCK_OL) && --w->lists == 0)
		w->list = 0;
	if (w->lists == 0)
		w->to = NULL;
	return 0;
}

/* ---- spans ---- */

static bool
leads_somewhere(struct str to)
{
	return str_starts(to, STR("https://")) || str_starts(to, STR("http://")) ||
	    str_starts(to, STR("mailto:")) ||
	    (str_starts(to, STR("/")) && !str_starts(to, STR("//")) &&
	    str_find(to, STR("\\"), 0) == SIZE_MAX);
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *with)
{
	struct writing *w = with;

	if (type == MD_SPAN_STRONG)
		w->strong++;
	if (type == MD_SPAN_EM)
		w->emphasis++;
	if (type == MD_SPAN_A) {
		const MD_SPAN_A_DETAIL *d = detail;
		struct str              to = { d->href.text, d->href.size };

		w->link = leads_somewhere(to) ? str_dup(w->t->a, to) : STR_NONE;
	}
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *with)
{
	struct writing *w = with;

	(void)detail;
	if (type == MD_SPAN_STRONG)
		w->strong--;
	if (type == MD_SPAN_EM)
		w->emphasis--;
	if (type == MD_SPAN_A)
		w->link = STR_NONE;
	return 0;
}

static enum run_kind
kind_of(const struct writing *w)
{
	return w->link.len > 0 ? RUN_LINK : w->strong > 0 ? RUN_STRONG
	     : w->emphasis > 0 ? RUN_EMPHASIS : RUN_TEXT;
}

static int
put_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *with)
{
	struct writing *w = with;
	struct str      words = { text, size };

	if (w->to == NULL)
		w->to = &mark(w, tree_paragraph(w->t))->words;
	if (type == MD_TEXT_BR) {
		runs_add(w->t->a, w->to, RUN_BREAK, STR_NONE);
		return 0;
	}
	if (type == MD_TEXT_SOFTBR)
		words = STR(" ");
	else if (type == MD_TEXT_NULLCHAR)
		words = STR("\xEF\xBF\xBD");
	runs_add(w->t->a, w->to, kind_of(w), str_dup(w->t->a, words))->to = w->link;
	return 0;
}

void
tree_markdown(struct tree *t, struct str markdown, struct str lang)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block, .leave_block = leave_block,
		.enter_span = enter_span, .leave_span = leave_span, .text = put_text,
	};
	struct writing w = { .t = t, .lang = lang };

	if (md_parse(markdown.at, (MD_SIZE)markdown.len, &parser, &w) == 0)
		return;
	runs_add(t->a, &mark(&w, tree_paragraph(t))->words, RUN_TEXT, markdown);
}
