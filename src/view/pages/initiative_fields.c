/* The nine fields of the status form. */
#include "view/pages/initiative.h"
#include "view/section.h"

static void
put_unstated(struct page *p)
{
	HTML(p->b, "<span class=\"note\">");
	html_say(p->b, &p->lang, "Not stated");
	HTML(p->b, "</span>");
}

static void
put_name(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Name of the initiative"));
	if (m->number.len > 0) {
		html_text(p->b, m->number);
		HTML(p->b, " ");
	}
	page_named(p, &m->initiative);
	section_source(p, &m->source);
	fact_close(p);
}

static void
put_economy(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Economy"));
	if (m->economy.da.len > 0)
		show_worded(p, m->economy);
	else
		put_unstated(p);
	if (m->moneys > 0) {
		HTML(p->b, " <a href=\"#money\">");
		html_say(p->b, &p->lang, "Its budget lines");
		HTML(p->b, "</a>");
	}
	fact_close(p);
}

void
mandate_line(struct page *p, const struct mandate_view *d)
{
	if (d->mandate.id.len == 0)
		put_unstated(p);
	page_named(p, &d->mandate);
	if (d->body.da.len > 0) {
		HTML(p->b, ", ");
		show_worded(p, d->body);
	}
	if (d->has_decided) {
		HTML(p->b, ", ");
		page_day(p, d->decided);
	}
	section_source(p, &d->source);
}

static void
put_mandate(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Basis"));
	if (m->mandate.mandate.id.len > 0 || m->agreement.id.len == 0)
		mandate_line(p, &m->mandate);
	if (m->agreement.id.len > 0) {
		if (m->mandate.mandate.id.len > 0)
			HTML(p->b, "<br>");
		show_linked(p, N_("Agreement: {1}"), "agreement", &m->agreement);
	}
	fact_close(p);
}

static void
put_size(struct page *p, const struct target_group_view *g)
{
	struct buf scratch;

	buf_init(&scratch, 256);
	quantity_write(&scratch, g->size, UNIT_COUNT, lang_danish(&p->lang) ? NOTATION_DA
	                                                                    : NOTATION_EN);
	HTML(p->b, " <span class=\"size\">");
	html_text(p->b, buf_str(&scratch));
	HTML(p->b, "</span>");
	buf_free(&scratch);
}

static void
put_groups(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Target group"));
	if (m->groups == 0)
		put_unstated(p);
	else
		HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->groups; i++) {
		const struct target_group_view *g = &m->group[i];

		HTML(p->b, "<li>");
		show_worded(p, g->who);
		if (g->has_size) {
			HTML(p->b, ": ");
			put_size(p, g);
		}
		if (g->characteristics.da.len > 0) {
			HTML(p->b, ". ");
			show_worded(p, g->characteristics);
		}
		section_source(p, &g->source);
		HTML(p->b, "</li>\n");
	}
	if (m->groups > 0)
		HTML(p->b, "</ul>");
	fact_close(p);
}

static void
put_activities(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Activities"));
	if (m->activities == 0)
		put_unstated(p);
	else
		HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->activities; i++) {
		const struct activity_view *a = &m->activity[i];

		HTML(p->b, "<li>");
		show_worded(p, a->what);
		if (a->objective.id.len > 0) {
			HTML(p->b, " ");
			show_linked(p, N_("(for {1})"), "objective", &a->objective);
		}
		section_source(p, &a->source);
		HTML(p->b, "</li>\n");
	}
	if (m->activities > 0)
		HTML(p->b, "</ul>");
	fact_close(p);
}

static void
put_goals(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Goals"));
	if (m->targets == 0)
		put_unstated(p);
	else
		HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->targets; i++) {
		HTML(p->b, "<li><a");
		html_attr(p->b, "href", arena_printf(p->a, "#target-" STR_FMT,
		    STR_ARG(m->target[i]->target->id)));
		HTML(p->b, ">");
		page_named(p, &m->target[i]->promise);
		HTML(p->b, "</a> ");
		show_verdict(p, m->target[i]->judgement.verdict);
		HTML(p->b, "</li>\n");
	}
	if (m->targets > 0)
		HTML(p->b, "</ul>");
	fact_close(p);
}

static void
put_contributions(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("How it contributes"));
	if (m->contributions == 0)
		put_unstated(p);
	else
		HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->contributions; i++) {
		const struct contribution_view *c = &m->contribution[i];

		HTML(p->b, "<li>");
		show_worded(p, c->how);
		if (c->objective.id.len > 0) {
			HTML(p->b, " → ");
			page_link(p, "objective", &c->objective);
		}
		if (c->pathway.id.len > 0) {
			HTML(p->b, ", ");
			html_say(p->b, &p->lang, "by the way called");
			HTML(p->b, " ");
			page_named(p, &c->pathway);
		}
		section_source(p, &c->source);
		HTML(p->b, "</li>\n");
	}
	if (m->contributions > 0)
		HTML(p->b, "</ul>");
	fact_close(p);
}

static void
put_followup(struct page *p, const struct initiative_view *m)
{
	fact_open(p, N_("Planned follow-up"));
	if (m->followup.da.len > 0)
		show_worded(p, m->followup);
	else
		put_unstated(p);
	fact_close(p);
}

/* The newest; the others stand below. */
static void
put_status(struct page *p, const struct initiative_view *m)
{
	size_t n = 0;

	fact_open(p, N_("Status"));
	while (n < m->reports && m->report[n].has_day == m->report[0].has_day &&
	    m->report[n].day == m->report[0].day)
		n++;
	if (n == 0)
		put_unstated(p);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			HTML(p->b, "<br>");
		show_worded(p, m->report[i].text);
	}
	if (n > 0) {
		HTML(p->b, " <a href=\"#reports\">");
		html_say(p->b, &p->lang, "All status reports");
		HTML(p->b, "</a>");
	}
	fact_close(p);
}

void
initiative_fields(struct page *p, const struct initiative_view *m)
{
	section_open(p, "fields", N_("The initiative"));
	HTML(p->b, "<dl class=\"structured-list\">\n");
	put_name(p, m);
	put_economy(p, m);
	put_mandate(p, m);
	put_groups(p, m);
	put_activities(p, m);
	put_goals(p, m);
	put_contributions(p, m);
	put_followup(p, m);
	put_status(p, m);
	HTML(p->b, "</dl>\n");
	section_close(p);
}
