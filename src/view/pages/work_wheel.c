/* The annual wheel of the staff: what is extended, what was delivered. */
#include "view/pages/work_wheel.h"
#include "view/pages/wheel.h"
#include "view/section.h"

static bool
is_delivered_by_hand(enum duty_kind k)
{
	switch (k) {
	case DUTY_KIND_REPORT:
	case DUTY_KIND_BUDGET:
	case DUTY_KIND_OTHER:
		return true;
	case DUTY_KIND_MEASURE:
	case DUTY_KIND_STATUS:
	case DUTY_KIND_COUNT:
		break;
	}
	return false;
}

/* The deadlines of the year: "statusrapport:2009-01-01". */
static struct input
deadlines(struct page *p, const struct wheel_view *m, bool by_hand)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, m->len + 1);
	struct input   in = { .kind = INPUT_SELECT, .name = STR("about"), .label = say(&p->lang, "Deadline"),
	                      .choice = choice, .wanted = true };
	bool           danish = lang_danish(&p->lang);

	choice[in.choices++] = (struct choice){ STR(""), say(&p->lang, "Choose a deadline") };
	for (size_t i = 0; i < m->len; i++) {
		const struct wheel_entry *e = &m->at[i];
		struct str value = arena_printf(p->a, STR_FMT ":" STR_FMT, STR_ARG(e->duty.id),
		    STR_ARG(day_iso(p->a, e->when.period.from)));

		if ((by_hand && !is_delivered_by_hand(e->kind)) ||
		    str_eq(value, choice[in.choices - 1].value))
			continue;
		choice[in.choices++] = (struct choice){ value, arena_printf(p->a, STR_FMT ", " STR_FMT,
		    STR_ARG(named_title(&e->duty, &danish)),
		    STR_ARG(period_text(p->a, e->when.period, lang_danish(&p->lang)))) };
	}
	return in;
}

static struct input
one_of(struct page *p, struct str name, const struct named *at, size_t n, struct str none)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, n + 1);
	struct input   in = { .kind = INPUT_SELECT, .name = name, .choice = choice, .choices = n + 1 };

	choice[0] = (struct choice){ STR(""), none };
	for (size_t i = 0; i < n; i++) {
		bool danish = lang_danish(&p->lang);

		choice[i + 1] = (struct choice){ at[i].id, named_title(&at[i], &danish) };
	}
	return in;
}

static struct input
units(struct page *p, const struct named *at, size_t n, struct str none)
{
	struct input in = one_of(p, STR("unit"), at, n, none);

	in.label = say(&p->lang, "Committee or administration");
	return in;
}

static void
put_extension(struct page *p, const struct work *w, const struct wheel_view *m)
{
	struct input about = deadlines(p, m, false);
	struct input unit = units(p, m->choice, m->choices, say(&p->lang, "All who owe it"));
	struct input due = { .kind = INPUT_DATE, .name = STR("due"), .label = say(&p->lang, "New day"),
	                         .wanted = true };
	struct input reason = { .kind = INPUT_LINE, .name = STR("reason"), .wanted = true, .max = 400,
	                            .label = say(&p->lang, "Reason"), .hint = say(&p->lang,
	                            "Everybody can read it beside the deadline.") };

	section_open(p, "extend", N_("Extend a deadline"));
	section_say(p, N_("The first deadline stays where it is: an extension stands beside it."));
	form_open(p, &w->form, STR("work/wheel/extension"));
	form_input(p, &w->form, &about);
	form_input(p, &w->form, &unit);
	form_input(p, &w->form, &due);
	form_input(p, &w->form, &reason);
	form_close(p, say(&p->lang, "Extend"));
	section_close(p);
}

static void
put_delivery(struct page *p, const struct work *w, const struct wheel_view *m)
{
	struct input about = deadlines(p, m, true);
	struct input unit = units(p, m->mine, m->mines, say(&p->lang, "Choose a unit"));
	struct input day = { .kind = INPUT_DATE, .name = STR("delivered"), .wanted = true,
	                         .label = say(&p->lang, "Delivered on") };
	struct input title = { .kind = INPUT_LINE, .name = STR("title"), .max = 400,
	                           .label = say(&p->lang, "What was delivered") };
	struct input document = one_of(p, STR("document"), m->document, m->documents,
	    say(&p->lang, "No document of the register"));

	document.label = say(&p->lang, "The document");
	document.hint = say(&p->lang, "One that was taken in. Others are told in the words above.");
	unit.wanted = true;
	section_say(p, N_("A status is answered by its form, and a measurement by its figures."));
	form_open(p, &w->form, STR("work/delivery"));
	form_input(p, &w->form, &about);
	form_input(p, &w->form, &unit);
	form_input(p, &w->form, &day);
	form_input(p, &w->form, &title);
	form_input(p, &w->form, &document);
	form_close(p, say(&p->lang, "Record"));
}

void
work_wheel_page(struct page *p, const struct work *w, const struct wheel_view *m)
{
	p->title = say(&p->lang, "The annual wheel");
	p->description = say(&p->lang, "What recurs each year: who owes what by when, and whether it came.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	wheel_filter(p, m);
	wheel_year(p, m);
	if (m->mines > 0) {
		HTML(p->b, "<p><a class=\"button button-secondary\"");
		page_href(p, "work/delivery", STR_NONE);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "Record a delivery");
		HTML(p->b, "</a></p>\n");
	}
	if (m->may_extend && m->len > 0)
		put_extension(p, w, m);
	wheel_duties(p, m);
	work_close(p);
}

void
delivery_page(struct page *p, const struct work *w, const struct wheel_view *m)
{
	p->title = say(&p->lang, "Record a delivery");
	p->description = say(&p->lang, "A report, a paper for the budget: on which day it was handed over.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	put_delivery(p, w, m);
	work_close(p);
}
