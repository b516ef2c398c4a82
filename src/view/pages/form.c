/* A status form: to be filled in, or as it stands, with what this person may do. */
#include "view/pages/forms.h"
#include "view/section.h"

struct filling {
	struct page              *p;
	const struct work        *w;
	const struct status_form *m;
};

static struct str
action_of(struct page *p, const struct status_form *m, const char *after)
{
	return arena_printf(p->a, "work/form/%lld%s", (long long)m->head.id, after);
}

/* ---- fields ---- */

/* What it holds, as people write it. */
static struct str
value_of(struct filling *f, struct str field)
{
	struct str text = form_value(&f->m->values, field);

	return str_eq(field, form_field_info[FORM_FIELD_SPENT].code)
	    ? form_shown(f->p, f->m, field, text) : text;
}

static bool
is_wanted(enum form_field i)
{
	return i == FORM_FIELD_NAME || i == FORM_FIELD_STATUS || i == FORM_FIELD_EXPECTED;
}

static void
put_text(struct filling *f, enum form_field i)
{
	const struct form_field_info *info = &form_field_info[i];
	const struct input            in = {
		.kind = info->lines > 1 ? INPUT_LINES : INPUT_LINE, .name = info->code,
		.label = form_label(f->p, f->m, info->code),
		.hint = info->hint[0] != '\0' ? say(&f->p->lang, info->hint) : STR_NONE,
		.value = value_of(f, info->code), .rows = info->lines, .wanted = is_wanted(i),
	};

	form_input(f->p, &f->w->form, &in);
}

static void
put_expected(struct filling *f)
{
	struct choice choice[FORM_EXPECTED_COUNT];
	struct input  in = {
		.kind = INPUT_RADIO, .name = form_field_info[FORM_FIELD_EXPECTED].code,
		.choice = choice, .choices = COUNT_OF(choice), .wanted = true,
	};

	for (size_t i = 0; i < COUNT_OF(choice); i++)
		choice[i] = (struct choice){
			form_expected_code((enum form_expected)i),
			form_expected_title((enum form_expected)i, lang_danish(&f->p->lang)),
		};
	in.label = form_label(f->p, f->m, in.name);
	in.value = value_of(f, in.name);
	form_input(f->p, &f->w->form, &in);
}

static void
put_spent(struct filling *f)
{
	struct str   field = form_field_info[FORM_FIELD_SPENT].code;
	struct input in = {
		.kind = INPUT_FIGURE, .name = field, .label = form_label(f->p, f->m, field),
		.hint = say(&f->p->lang, form_field_info[FORM_FIELD_SPENT].hint),
		.value = value_of(f, field), .max = 40,
	};

	form_input(f->p, &f->w->form, &in);
}

/* Asked only where there is a choice. */
static void
put_line(struct filling *f)
{
	struct str     field = form_field_info[FORM_FIELD_LINE].code;
	struct choice *choice = ARENA_ARRAY(f->p->a, struct choice, f->m->lines + 1);
	struct input   in = {
		.kind = INPUT_SELECT, .name = field, .label = form_label(f->p, f->m, field),
		.value = value_of(f, field), .choice = choice, .choices = f->m->lines + 1,
	};

	if (f->m->lines < 2)
		return;
	choice[0] = (struct choice){ STR(""), say(&f->p->lang, "Choose a budget line") };
	for (size_t i = 0; i < f->m->lines; i++)
		choice[i + 1] = (struct choice){
			arena_printf(f->p->a, "%lld", (long long)f->m->line[i].id), f->m->line[i].line.title,
		};
	form_input(f->p, &f->w->form, &in);
}

static void
put_goal(struct filling *f, const struct form_goal *g)
{
	struct choice choice[FORM_ANSWER_COUNT];
	struct input  kind = {
		.kind = INPUT_RADIO, .name = g->kind, .label = form_label(f->p, f->m, g->kind),
		.value = value_of(f, g->kind), .choice = choice, .choices = COUNT_OF(choice), .wanted = true,
	};
	struct input  text = {
		.kind = INPUT_LINES, .name = g->text, .label = form_label(f->p, f->m, g->text),
		.hint = say(&f->p->lang, "It is published beside the verdict when the form is laid before "
		    "the council."),
		.value = value_of(f, g->text), .rows = 3, .wanted = true,
	};

	for (size_t i = 0; i < COUNT_OF(choice); i++)
		choice[i] = (struct choice){
			form_answer_code((enum form_answer)i),
			form_answer_title((enum form_answer)i, lang_danish(&f->p->lang)),
		};
	HTML(f->p->b, "<section class=\"form-target\"><h2>");
	page_named(f->p, &g->row->promise);
	HTML(f->p->b, "</h2>\n");
	form_goal_facts(f->p, g);
	form_input(f->p, &f->w->form, &kind);
	form_input(f->p, &f->w->form, &text);
	HTML(f->p->b, "</section>\n");
}

static void
put_fields(struct filling *f)
{
	static const enum form_field before[] = {
		FORM_FIELD_NAME, FORM_FIELD_ECONOMY, FORM_FIELD_BASIS, FORM_FIELD_GROUP,
		FORM_FIELD_ACTIVITIES, FORM_FIELD_GOALS,
	};
	static const enum form_field after[] = {
		FORM_FIELD_CONTRIBUTES, FORM_FIELD_FOLLOWUP, FORM_FIELD_STATUS, FORM_FIELD_CHALLENGES,
	};

	for (size_t i = 0; i < COUNT_OF(before); i++)
		put_text(f, before[i]);
	for (size_t i = 0; i < f->m->goals; i++)
		put_goal(f, &f->m->goal[i]);
	for (size_t i = 0; i < COUNT_OF(after); i++)
		put_text(f, after[i]);
	put_expected(f);
	put_text(f, FORM_FIELD_CONDITION);
	put_text(f, FORM_FIELD_ACTION);
	put_spent(f);
	put_line(f);
	put_text(f, FORM_FIELD_LINKS);
}

/* The version that is changed; not what was sent, when both were put together. */
static void
put_version(struct filling *f)
{
	const struct posted *sent = f->w->form.posted;
	struct str           version = sent != NULL ? posted_raw(sent, STR("version")) : STR_NONE;

	HTML(f->p->b, "<input type=\"hidden\" name=\"version\"");
	if (version.len > 0)
		html_attr(f->p->b, "value", version);
	else
		html_attr_int(f->p->b, "value", f->m->head.version);
	HTML(f->p->b, ">\n");
}

static void
put_autosave(struct filling *f)
{
	struct page *p = f->p;

	HTML(p->b, "<div class=\"status-form\" data-autosave=\"");
	html_text(p->b, arena_printf(p->a, "/" STR_FMT "/" STR_FMT, STR_ARG(p->lang.code),
	    STR_ARG(action_of(p, f->m, "/autosave"))));
	HTML(p->b, "\"");
	html_attr(p->b, "data-saved", say(&p->lang, "Saved at {1}"));
	html_attr(p->b, "data-stale", say(&p->lang, "Not saved: somebody else saved meanwhile. Press Save to "
	    "see both texts."));
	html_attr(p->b, "data-faulty", say(&p->lang, "Not saved: there is something to mend. Press Save to "
	    "see what."));
	html_attr(p->b, "data-failed", say(&p->lang, "Not saved: no connection, or you are no longer logged "
	    "in. It is tried again."));
	HTML(p->b, ">\n");
}

/* The first one is what Enter in a field presses, which must not submit it. */
static void
put_buttons(struct page *p, const struct form_view *f)
{
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\" name=\"then\" value=\"save\">");
	html_say(p->b, &p->lang, "Save");
	HTML(p->b, "</button>\n");
	form_button(p, f, STR("then"), STR("submit"), say(&p->lang, "Save and submit"));
	HTML(p->b, "</form>\n");
}

static void
put_form(struct filling *f)
{
	struct page *p = f->p;

	put_autosave(f);
	form_open(p, &f->w->form, action_of(p, f->m, ""));
	put_version(f);
	put_fields(f);
	HTML(p->b, "<p class=\"autosave\" role=\"status\"></p>\n");
	put_buttons(p, &f->w->form);
	HTML(p->b, "</div>\n");
}

/* ---- what can be done ---- */

static void
put_conflict(struct page *p, const struct status_form *m)
{
	HTML(p->b, "<div class=\"alert alert-warning\" role=\"alert\" tabindex=\"-1\" id=\"faults\">\n"
	    "<div class=\"alert-body\">\n<h2 class=\"alert-heading\">");
	html_say(p->b, &p->lang, "Somebody else saved meanwhile");
	HTML(p->b, "</h2>\n<p class=\"alert-text\">");
	html_text(p->b, m->head.changed_by);
	HTML(p->b, ", ");
	form_moment(p, m->head.changed_at);
	HTML(p->b, ". ");
	html_say(p->b, &p->lang, "Nothing was overwritten, and yours is not saved yet. Below, both are put "
	    "together; look it through and save.");
	HTML(p->b, "</p>\n");
	if (m->conflicts > 0) {
		HTML(p->b, "<p class=\"alert-text\">");
		html_say(p->b, &p->lang, "You both changed these. What the other wrote and you did not is "
		    "struck out, what only you wrote is marked as added; your text stands below.");
		HTML(p->b, "</p>\n");
		form_diffs(p, m, m->conflict, m->conflicts);
	}
	HTML(p->b, "</div>\n</div>\n");
}

bool
form_may_decide(const struct status_form *m)
{
	for (size_t i = 0; i < FORM_STEP_COUNT; i++)
		if (m->may[i] && i != FORM_STEP_SUBMIT && i != FORM_STEP_WITHDRAW)
			return true;
	return false;
}

static void
put_ways(struct page *p, const struct work *w, const struct status_form *m)
{
	const struct along also[] = {
		{ "step", form_step_code(FORM_STEP_WITHDRAW) },
		{ "version", arena_printf(p->a, "%lld", (long long)m->head.version) },
	};

	if (m->may[FORM_STEP_WITHDRAW])
		form_act(p, &w->form, action_of(p, m, "/step"), say(&p->lang, "Withdraw it to change it"),
		    also, COUNT_OF(also));
	if (m->own)
		section_say(p, N_("You submitted this form or wrote in it last, so somebody else has to "
		    "approve it."));
	if (!form_may_decide(m))
		return;
	HTML(p->b, "<p><a class=\"button button-primary\"");
	page_href(p, "work/form", arena_printf(p->a, "%lld/decide", (long long)m->head.id));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Look it through and decide");
	HTML(p->b, "</a></p>\n");
}

void
form_page(struct page *p, const struct work *w, const struct status_form *m)
{
	struct filling f = { p, w, m };

	form_head(p, w, m);
	form_faults(p, &w->form);
	if (m->met)
		put_conflict(p, m);
	if (m->may_fill) {
		put_form(&f);
	} else {
		put_ways(p, w, m);
		section_open(p, "whole", N_("The form"));
		form_answers(p, m);
		section_close(p);
	}
	work_close(p);
}
