#include "view/form.h"
#include "view/page_frame.h"
#include "view/show.h"

static struct str
shown(const struct form_view *f, const struct input *field)
{
	if (f->posted == NULL || field->kind == INPUT_PASSWORD || field->kind == INPUT_FILE)
		return field->kind == INPUT_PASSWORD ? STR_NONE : field->value;
	if (field->kind == INPUT_CHECK || posted_has(f->posted, field->name))
		return posted_raw(f->posted, field->name);
	return field->value;
}

static const struct fault *
fault_at(const struct form_view *f, struct str name)
{
	return f->faults != NULL ? fault_of(f->faults, name) : NULL;
}

static void
fault_words(struct page *p, const struct fault *fault)
{
	html_fill(p->b, say(&p->lang, fault->words), &fault->with, 1);
}

/* "Frist: " of a field whose label is known. */
static void
labelled_as(struct page *p, const struct form_view *f, struct str field)
{
	for (size_t i = 0; i < f->labels_len; i++) {
		if (!str_eq(f->labels[i].value, field))
			continue;
		html_text(p->b, f->labels[i].title);
		HTML(p->b, ": ");
		return;
	}
}

void
form_faults(struct page *p, const struct form_view *f)
{
	if (f->faults == NULL || f->faults->len == 0)
		return;
	HTML(p->b, "<div class=\"alert alert-error\" role=\"alert\" data-module=\"error-summary\" "
	    "tabindex=\"-1\" id=\"faults\">\n<div class=\"alert-body\">\n<h2 class=\"alert-heading\">");
	html_say(p->b, &p->lang, f->summary != NULL ? f->summary : N_("There is something to mend"));
	HTML(p->b, "</h2>\n<ul class=\"nobullet-list\">\n");
	for (size_t i = 0; i < f->faults->len; i++) {
		const struct fault *one = &f->faults->at[i];

		HTML(p->b, "<li>");
		if (one->field.len > 0) {
			HTML(p->b, "<a class=\"function-link\"");
			html_attr(p->b, "href", arena_printf(p->a, "#f-" STR_FMT, STR_ARG(one->field)));
			HTML(p->b, ">");
		}
		labelled_as(p, f, one->field);
		fault_words(p, one);
		if (one->field.len > 0)
			HTML(p->b, "</a>");
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n</div>\n</div>\n");
}

void
form_hidden(struct page *p, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	HTML(p->b, "<input type=\"hidden\"");
	html_attr(p->b, "name", str_from(name));
	html_attr(p->b, "value", value);
	HTML(p->b, ">\n");
}

void
form_again(struct page *p, const struct form_view *f, const char *name, struct str value)
{
	bool sent = f->posted != NULL && posted_has(f->posted, str_from(name));

	form_hidden(p, name, sent ? posted_raw(f->posted, str_from(name)) : value);
}

void
form_open(struct page *p, const struct form_view *f, struct str action)
{
	HTML(p->b, "<form method=\"post\" novalidate action=\"");
	page_address(p, p->lang.code, action.len > 0 ? action : p->path, STR_NONE);
	HTML(p->b, "\"");
	if (f->upload)
		HTML(p->b, " enctype=\"multipart/form-data\"");
	HTML(p->b, ">\n");
	form_hidden(p, "token", f->token);
	form_hidden(p, "nonce", f->nonce);
}

static struct str
id_of(struct page *p, struct str name)
{
	return arena_printf(p->a, "f-" STR_FMT, STR_ARG(name));
}

/* A tick may be left out, and a list that offers nothing empty has something chosen. */
static bool
can_be_empty(const struct input *field)
{
	if (field->kind == INPUT_SELECT)
		return field->choices == 0 || field->choice[0].value.len == 0;
	return field->kind != INPUT_CHECK;
}

/* What all controls say: id, name, that it has a fault or a hint. */
static void
common(struct page *p, const struct form_view *f, const struct input *field)
{
	bool       wrong = fault_at(f, field->name) != NULL, hint = field->hint.len > 0;
	struct str id = id_of(p, field->name);
	struct str fault_id = arena_printf(p->a, STR_FMT "-fault", STR_ARG(id));
	struct str hint_id = arena_printf(p->a, STR_FMT "-hint", STR_ARG(id));

	html_attr(p->b, "id", id);
	html_attr(p->b, "name", field->name);
	if (wrong)
		HTML(p->b, " aria-invalid=\"true\"");
	if (wrong && hint)
		html_attr(p->b, "aria-describedby", arena_printf(p->a, STR_FMT " " STR_FMT,
		    STR_ARG(fault_id), STR_ARG(hint_id)));
	else if (wrong || hint)
		html_attr(p->b, "aria-describedby", wrong ? fault_id : hint_id);
	if (field->wanted && can_be_empty(field))
		HTML(p->b, " required");
}

static void
hint_and_fault(struct page *p, const struct form_view *f, const struct input *field)
{
	const struct fault *fault = fault_at(f, field->name);

	if (field->hint.len > 0) {
		HTML(p->b, "<span class=\"form-hint\"");
		html_attr(p->b, "id", arena_printf(p->a, "f-" STR_FMT "-hint", STR_ARG(field->name)));
		HTML(p->b, ">");
		html_text(p->b, field->hint);
		HTML(p->b, "</span>\n");
	}
	if (fault == NULL)
		return;
	HTML(p->b, "<span class=\"form-error-message\"");
	html_attr(p->b, "id", arena_printf(p->a, "f-" STR_FMT "-fault", STR_ARG(field->name)));
	HTML(p->b, "><span class=\"sr-only\">");
	html_say(p->b, &p->lang, "Fault:");
	HTML(p->b, " </span>");
	fault_words(p, fault);
	HTML(p->b, "</span>\n");
}

void
form_about(struct page *p, const struct form_view *f)
{
	show_which(p, f->about);
}

static void
label(struct page *p, const struct form_view *f, const struct input *field)
{
	HTML(p->b, "<label class=\"form-label\"");
	html_attr(p->b, "for", id_of(p, field->name));
	HTML(p->b, ">");
	html_text(p->b, field->label);
	form_about(p, f);
	if (!field->wanted) {
		HTML(p->b, " <span class=\"weight-normal\">(");
		html_say(p->b, &p->lang, "may be left empty");
		HTML(p->b, ")</span>");
	}
	HTML(p->b, "</label>\n");
}

static const char *
input_type(enum input_kind kind)
{
	switch (kind) {
	case INPUT_PASSWORD:
		return "password";
	case INPUT_FILE:
		return "file";
	case INPUT_LINE:
	case INPUT_LINES:
	case INPUT_DATE:
	case INPUT_FIGURE:
	case INPUT_SELECT:
	case INPUT_RADIO:
	case INPUT_CHECK:
		return "text";
	}
	return "text";
}

/* What can be picked while it is written. */
static void
offered(struct page *p, const struct input *field)
{
	if (field->choices == 0)
		return;
	HTML(p->b, "<datalist");
	html_attr(p->b, "id", arena_printf(p->a, "l-" STR_FMT, STR_ARG(field->name)));
	HTML(p->b, ">\n");
	for (size_t i = 0; i < field->choices; i++) {
		HTML(p->b, "<option");
		html_attr(p->b, "value", field->choice[i].value);
		HTML(p->b, ">");
		html_text(p->b, field->choice[i].title);
		HTML(p->b, "</option>\n");
	}
	HTML(p->b, "</datalist>\n");
}

static void
one_line(struct page *p, const struct form_view *f, const struct input *field)
{
	struct str value = shown(f, field);

	HTML(p->b, "<input");
	html_attr(p->b, "class", field->kind == INPUT_LINE ? STR("form-input form-line") : STR("form-input"));
	html_attr(p->b, "type", str_from(input_type(field->kind)));
	common(p, f, field);
	if (field->kind == INPUT_FIGURE)
		HTML(p->b, " inputmode=\"decimal\"");
	if (field->max > 0)
		html_attr_int(p->b, "maxlength", (int64_t)field->max);
	if (field->kind != INPUT_FILE)
		html_attr(p->b, "autocomplete", field->fill.len > 0 ? field->fill : STR("off"));
	if (field->choices > 0)
		html_attr(p->b, "list", arena_printf(p->a, "l-" STR_FMT, STR_ARG(field->name)));
	if (value.len > 0)
		html_attr(p->b, "value", value);
	HTML(p->b, ">\n");
	offered(p, field);
}

static void
lines(struct page *p, const struct form_view *f, const struct input *field)
{
	HTML(p->b, "<textarea class=\"form-input\"");
	common(p, f, field);
	html_attr_int(p->b, "rows", field->rows > 0 ? (int64_t)field->rows : 5);
	/* No maxlength: a browser would cut what is pasted and say nothing. */
	HTML(p->b, ">\n");
	html_text(p->b, shown(f, field));
	HTML(p->b, "</textarea>\n");
}

static void
select_one(struct page *p, const struct form_view *f, const struct input *field)
{
	struct str value = shown(f, field);

	HTML(p->b, "<select class=\"form-select\"");
	common(p, f, field);
	HTML(p->b, ">\n");
	for (size_t i = 0; i < field->choices; i++) {
		HTML(p->b, "<option");
		html_attr(p->b, "value", field->choice[i].value);
		if (str_eq(field->choice[i].value, value))
			HTML(p->b, " selected");
		HTML(p->b, ">");
		html_text(p->b, field->choice[i].title);
		HTML(p->b, "</option>\n");
	}
	HTML(p->b, "</select>\n");
}

static void
radios(struct page *p, const struct form_view *f, const struct input *field)
{
	struct str value = shown(f, field);

	HTML(p->b, "<fieldset>\n<legend class=\"form-label\"");
	html_attr(p->b, "id", id_of(p, field->name));
	HTML(p->b, " tabindex=\"-1\">");
	html_text(p->b, field->label);
	HTML(p->b, "</legend>\n");
	hint_and_fault(p, f, field);
	for (size_t i = 0; i < field->choices; i++) {
		struct str id = arena_printf(p->a, "f-" STR_FMT "-%zu", STR_ARG(field->name), i);

		HTML(p->b, "<div class=\"form-group-radio\"><input class=\"form-radio\" type=\"radio\"");
		html_attr(p->b, "id", id);
		html_attr(p->b, "name", field->name);
		html_attr(p->b, "value", field->choice[i].value);
		if (str_eq(field->choice[i].value, value))
			HTML(p->b, " checked");
		HTML(p->b, "><label class=\"form-label\"");
		html_attr(p->b, "for", id);
		HTML(p->b, ">");
		html_text(p->b, field->choice[i].title);
		HTML(p->b, "</label></div>\n");
	}
	HTML(p->b, "</fieldset>\n");
}

static void
check(struct page *p, const struct form_view *f, const struct input *field)
{
	HTML(p->b, "<div class=\"form-group-checkbox\"><input class=\"form-checkbox\" type=\"checkbox\" "
	    "value=\"1\"");
	common(p, f, field);
	if (shown(f, field).len > 0)
		HTML(p->b, " checked");
	HTML(p->b, "><label class=\"form-label\"");
	html_attr(p->b, "for", id_of(p, field->name));
	HTML(p->b, ">");
	html_text(p->b, field->label);
	HTML(p->b, "</label>\n");
	hint_and_fault(p, f, field);
	HTML(p->b, "</div>\n");
}

static void
labelled(struct page *p, const struct form_view *f, const struct input *field)
{
	label(p, f, field);
	hint_and_fault(p, f, field);
	if (field->kind == INPUT_LINES)
		lines(p, f, field);
	else if (field->kind == INPUT_SELECT)
		select_one(p, f, field);
	else
		one_line(p, f, field);
}

static void
put_input(struct page *p, const struct form_view *f, const struct input *field)
{
	if (fault_at(f, field->name) != NULL)
		HTML(p->b, "<div class=\"form-group form-error\">\n");
	else
		HTML(p->b, "<div class=\"form-group\">\n");
	if (field->kind == INPUT_RADIO)
		radios(p, f, field);
	else if (field->kind == INPUT_CHECK)
		check(p, f, field);
	else
		labelled(p, f, field);
	HTML(p->b, "</div>\n");
}

void
form_input(struct page *p, const struct form_view *f, const struct input *field)
{
	struct input in = *field;

	if (in.kind == INPUT_DATE && in.hint.len == 0)
		in.hint = say(&p->lang, "For example 31.12.2009.");
	put_input(p, f, &in);
}

void
form_button(struct page *p, const struct form_view *f, struct str name, struct str value,
            struct str title)
{
	HTML(p->b, "<button class=\"button button-secondary\" type=\"submit\"");
	html_attr(p->b, "name", name);
	html_attr(p->b, "value", value);
	HTML(p->b, ">");
	html_text(p->b, title);
	form_about(p, f);
	HTML(p->b, "</button>\n");
}

void
form_close(struct page *p, struct str button)
{
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\">");
	html_text(p->b, button);
	HTML(p->b, "</button>\n</form>\n");
}

void
form_act(struct page *p, const struct form_view *f, struct str action, struct str button,
         const struct along *along, size_t len)
{
	form_open(p, f, action);
	for (size_t i = 0; i < len; i++)
		form_hidden(p, along[i].name, along[i].value);
	HTML(p->b, "<button class=\"button button-secondary button-small\" type=\"submit\">");
	html_text(p->b, button);
	form_about(p, f);
	HTML(p->b, "</button>\n</form>\n");
}
