#include "view/pages/about.h"
#include "view/asset.h"
#include "view/prose.h"

static const struct prose what[] = {
	{ PROSE_HEADING, N_("What Pejl is for") },
	{ PROSE_TEXT, N_("A council adopts a policy with goals. Committees and their administrations carry it out. Figures are measured, reports are written, and the council decides anew. Pejl shows whether the policy works: each promise beside its latest figure, with a verdict that everybody can check.") },
	{ PROSE_TEXT, N_("The name is Danish: to take a bearing.") },
	{ PROSE_HEADING, N_("Where the figures come from") },
	{ PROSE_TEXT, N_("Every figure shows where it comes from: a document and the line in it. Where none stands, a person recorded it. Documents are read by a program. Whoever takes them into the register can look at each fact first, and can take it back afterwards.") },
	{ PROSE_ITEM, N_("Nothing is overwritten. A correction is kept beside what it corrects, with its day, its reason and who made it.") },
	{ PROSE_ITEM, N_("Every page of the register can be seen as of an earlier day: by what had been measured by then.") },
	{ PROSE_ITEM, N_("Verdicts are computed by one published rule and never stored, so nobody can set one by hand.") },
	{ PROSE_ITEM, N_("Figures that do not add up are shown as findings, not put right in silence.") },
};

static const struct prose who[] = {
	{ PROSE_HEADING, N_("Who is responsible") },
	{ PROSE_TEXT, N_("{1} answers for this site and for what is in its register.") },
};

static const struct prose program[] = {
	{ PROSE_HEADING, N_("The program") },
	{ PROSE_TEXT, N_("This is Pejl {1}. It is free software under the Mozilla Public License 2.0: anybody may use it, read how it reckons, and change it.") },
	{ PROSE_TEXT, N_("The pages wear the common design system of the Danish state, with the typeface IBM Plex Sans and icons of Material Symbols.") },
};

struct count {
	int64_t     n;
	const char *one, *many;
};

static void
put_counts(struct page *p, const struct about_view *m)
{
	const struct count counts[] = {
		{ m->policies, NN_("{1} policy", "{1} policies") },
		{ m->targets, NN_("{1} target", "{1} targets") },
		{ m->indicators, NN_("{1} indicator", "{1} indicators") },
		{ m->documents, NN_("{1} document", "{1} documents") },
		{ m->changes, NN_("{1} recorded change", "{1} recorded changes") },
	};

	prose_heading(p, N_("What the register holds"));
	HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < COUNT_OF(counts); i++) {
		struct str n = prose_number(p, NUMBER(counts[i].n, 0));

		HTML(p->b, "<li>");
		html_fill(p->b, say_n(&p->lang, counts[i].n, counts[i].one, counts[i].many), &n, 1);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
	if (m->has_changed) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Last changed:");
		HTML(p->b, " ");
		page_day(p, m->changed);
		HTML(p->b, "</p>\n");
	}
}

static void
put_licences(struct page *p)
{
	HTML(p->b, "<p><a href=\"");
	asset_href(p->b, "licences.txt");
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, "Licences of the design system, the typeface and the icons");
	HTML(p->b, "</a></p>\n");
}

void
about_page(struct page *p, const struct about_view *m)
{
	struct str authority = p->authority.len > 0 ? p->authority : say(&p->lang, "The authority");

	p->title = say(&p->lang, "About Pejl");
	p->description = say(&p->lang, "What the site shows, where its figures come from and who answers for it.");
	page_open(p);
	prose_open(p);
	prose_write(p, what, COUNT_OF(what), NULL, 0);
	put_counts(p, m);
	prose_write(p, who, COUNT_OF(who), &authority, 1);
	prose_write(p, program, COUNT_OF(program), &STR(PEJL_VERSION), 1);
	put_licences(p);
	HTML(p->b, "</div>\n");
	page_close(p);
}
