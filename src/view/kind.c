#include "view/kind.h"
#include "base/utf8.h"

#define TITLE_LETTERS 120

static const struct {
	const char *one, *many;
} titles[NOUN_COUNT + 1] = {
	[NOUN_DOCUMENT] = { N_("Document"), N_("Documents") },
	[NOUN_AREA] = { N_("Area"), N_("Areas") },
	[NOUN_SHAPE] = { N_("Outline on the map"), N_("Outlines on the map") },
	[NOUN_NEED_CLASS] = { N_("Class of need"), N_("Classes of need") },
	[NOUN_PRINTED_TOTAL] = { N_("Printed total"), N_("Printed totals") },
	[NOUN_AUTHORITY] = { N_("Authority"), N_("Authorities") },
	[NOUN_UNIT] = { N_("Committee or administration"), N_("Committees and administrations") },
	[NOUN_GROUP] = { N_("Group"), N_("Groups") },
	[NOUN_COMPARATOR] = { N_("Set of cities"), N_("Sets of cities") },
	[NOUN_COMPARATOR_MEMBER] = { N_("City of a set"), N_("Cities of sets") },
	[NOUN_POLICY] = { N_("Policy"), N_("Policies") },
	[NOUN_THEME] = { N_("Theme"), N_("Themes") },
	[NOUN_OBJECTIVE] = { N_("Objective"), N_("Objectives") },
	[NOUN_PATHWAY] = { N_("Way to the goal"), N_("Ways to the goal") },
	[NOUN_MANDATE] = { N_("Decision"), N_("Decisions") },
	[NOUN_AGREEMENT] = { N_("Agreement"), N_("Agreements") },
	[NOUN_INDICATOR] = { N_("Indicator"), N_("Indicators") },
	[NOUN_METHOD] = { N_("Way of measuring"), N_("Ways of measuring") },
	[NOUN_INITIATIVE] = { N_("Initiative"), N_("Initiatives") },
	[NOUN_CONTRIBUTION] = { N_("Contribution"), N_("Contributions") },
	[NOUN_TARGET_GROUP] = { N_("Target group"), N_("Target groups") },
	[NOUN_ACTIVITY] = { N_("Activity"), N_("Activities") },
	[NOUN_TARGET] = { N_("Target"), N_("Targets") },
	[NOUN_STATUS_REPORT] = { N_("Status report"), N_("Status reports") },
	[NOUN_DUTY] = { N_("Duty of the annual wheel"), N_("Duties of the annual wheel") },
	[NOUN_EXTENSION] = { N_("Extension"), N_("Extensions") },
	[NOUN_DELIVERY] = { N_("Delivery"), N_("Deliveries") },
	[NOUN_PROMISE] = { N_("Promise"), N_("Promises") },
	[NOUN_PROGNOSIS] = { N_("Prognosis"), N_("Prognoses") },
	[NOUN_BUDGET_LINE] = { N_("Budget line"), N_("Budget lines") },
	[NOUN_AMOUNT] = { N_("Amount"), N_("Amounts") },
	[NOUN_GRANT_POOL] = { N_("Grant pool"), N_("Grant pools") },
	[NOUN_PROJECT] = { N_("Project"), N_("Projects") },
	[NOUN_PROPOSAL] = { N_("Proposal"), N_("Proposals") },
	[NOUN_FIELD] = { N_("Field"), N_("Fields") },
	[NOUN_FINDING] = { N_("Finding"), N_("Findings") },
	[NOUN_ANSWER] = { N_("Answer"), N_("Answers") },
	[NOUN_REPORT_TEXT] = { N_("Text of a report"), N_("Texts of reports") },
	[NOUN_RELEASE] = { N_("Report laid before the council"), N_("Reports laid before the council") },
	[NOUN_TRANSLATION] = { N_("Translation"), N_("Translations") },
	[NOUN_NONE] = { N_("Line of a document"), N_("Text of documents") },
};

struct str
kind_title(const struct lang *l, enum noun n)
{
	return say(l, titles[n].one);
}

struct str
kind_titles(const struct lang *l, enum noun n)
{
	return say(l, titles[n].many);
}

static void
put_part(struct page *p, const struct thing_page *to)
{
	if (to->part.len == 0)
		return;
	HTML(p->b, "#");
	html_text(p->b, to->part);
}

void
kind_href(struct page *p, const struct thing_page *to)
{
	HTML(p->b, " href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/");
	html_text(p->b, str_from(to->path));
	if (to->asks != NULL) {
		html_text(p->b, p->keep.len > 0 ? p->keep : STR("?"));
		html_text(p->b, p->keep.len > 0 ? STR("&") : STR(""));
		html_text(p->b, str_from(to->asks));
		HTML(p->b, "=");
		html_text(p->b, to->id);
	} else {
		html_text(p->b, to->id.len > 0 ? STR("/") : STR(""));
		html_text(p->b, to->id);
		html_text(p->b, p->keep);
	}
	put_part(p, to);
	HTML(p->b, "\"");
}

static struct str
cut(struct page *p, struct str s)
{
	size_t at = 0, letters = 0;

	while (at < s.len && letters++ < TITLE_LETTERS)
		(void)utf8_next(s, &at);
	if (at == s.len)
		return s;
	return arena_printf(p->a, STR_FMT "…", STR_ARG(str_trim(str_slice(s, 0, at))));
}

void
kind_link(struct page *p, const struct thing_shown *t)
{
	struct named n = t->thing;

	n.title = cut(p, n.title.len > 0 ? n.title : n.id);
	n.title_en = cut(p, n.title_en);
	if (t->page.path != NULL) {
		HTML(p->b, "<a");
		kind_href(p, &t->page);
		HTML(p->b, ">");
	}
	page_named(p, &n);
	if (t->page.path != NULL)
		HTML(p->b, "</a>");
}
