/* A status form is looked through: what it says otherwise than what was approved
 * before, all of it, and what this person may do. */
#include "view/pages/forms.h"
#include "view/section.h"

static const char *const doing[FORM_STEP_COUNT] = {
	[FORM_STEP_SUBMIT] = N_("Submit"),
	[FORM_STEP_WITHDRAW] = N_("Withdraw"),
	[FORM_STEP_RETURN] = N_("Send it back"),
	[FORM_STEP_APPROVE_UNIT] = N_("Approve for the administration"),
	[FORM_STEP_APPROVE_COMMITTEE] = N_("Approve for the committee"),
	[FORM_STEP_LAY] = N_("Lay it before the council and publish it"),
	[FORM_STEP_UNLOCK] = N_("Unlock it, so that it can be changed"),
};

static struct str
note_label(struct page *p, enum form_step step)
{
	return form_step_says(step) == FORM_SAYS_REASON
	    ? say(&p->lang, "Reason for the decision") : say(&p->lang, "What has to be mended");
}

/* A page that came back shows its note in the form that was sent. */
static void
put_step(struct page *p, const struct work *w, const struct status_form *m, enum form_step step)
{
	struct form_view   f = w->form;
	bool               sent = f.posted != NULL &&
	    str_eq(posted_raw(f.posted, STR("step")), form_step_code(step));
	struct input       note = { .kind = INPUT_LINES, .name = STR("note"), .rows = 4, .wanted = true };

	if (!sent) {
		f.posted = NULL;
		f.faults = NULL;
	}
	HTML(p->b, "<div class=\"form-step\">\n");
	form_open(p, &f, arena_printf(p->a, "work/form/%lld/step", (long long)m->head.id));
	form_hidden(p, "step", form_step_code(step));
	form_again(p, &f, "version", arena_printf(p->a, "%lld", (long long)m->head.version));
	if (form_step_says(step) != FORM_SAYS_NOTHING) {
		note.label = note_label(p, step);
		form_input(p, &f, &note);
	}
	form_close(p, say(&p->lang, doing[step]));
	HTML(p->b, "</div>\n");
}

static void
put_since(struct page *p, const struct status_form *m)
{
	section_open(p, "since", N_("What is said otherwise than what was approved before"));
	if (!m->has_before)
		section_say(p, N_("No form of this initiative was approved before."));
	else if (m->sinces == 0)
		section_say(p, N_("The same words."));
	else
		form_diffs(p, m, m->since, m->sinces);
	section_close(p);
}

void
form_decide_page(struct page *p, const struct work *w, const struct status_form *m)
{
	form_head(p, w, m);
	form_faults(p, &w->form);
	if (m->own)
		section_say(p, N_("You submitted this form or wrote in it last, so somebody else has to "
		    "approve it."));
	put_since(p, m);
	section_open(p, "whole", N_("The form"));
	form_answers(p, m);
	section_close(p);
	section_open(p, "decide", N_("Decide"));
	if (!form_may_decide(m))
		section_say(p, N_("There is nothing for you to decide on this form now."));
	for (size_t i = 0; i < FORM_STEP_COUNT; i++)
		if (m->may[i] && i != FORM_STEP_SUBMIT && i != FORM_STEP_WITHDRAW)
			put_step(p, w, m, (enum form_step)i);
	section_close(p);
	work_close(p);
}
