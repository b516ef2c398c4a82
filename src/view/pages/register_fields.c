/* The form of a thing: a field for each column, from the table of columns. */
#include "view/pages/register.h"
#include "view/kind.h"
#include "view/section.h"

static struct str
said(struct page *p, const char *text)
{
	return text[0] != '\0' ? say(&p->lang, text) : STR_NONE;
}

/* A code that the list does not have stays what it is. */
static struct choice *
codes(struct page *p, const struct edit_field *f, size_t *len)
{
	struct choice *c = ARENA_ARRAY(p->a, struct choice, f->words.choices + 2);
	bool           there = false;
	size_t         n = 0;

	if (f->words.choices > 0 && f->words.choice[0].code[0] != '\0' && f->value.len == 0)
		c[n++] = (struct choice){ STR_NONE, say(&p->lang, "Choose one") };
	for (size_t i = 0; i < f->words.choices; i++) {
		struct str code = str_from(f->words.choice[i].code);

		there |= str_eq(code, f->value);
		c[n++] = (struct choice){ code, code.len > 0 ? say(&p->lang, f->words.choice[i].words)
		                                             : say(&p->lang, "not said") };
	}
	if (!there && f->value.len > 0)
		c[n++] = (struct choice){ f->value, f->value };
	*len = n;
	return c;
}

/* "Navn (nøgle)" where it is picked while it is written; else the key is what is sent. */
static struct choice *
things(struct page *p, const struct edit_field *f, size_t *len)
{
	struct choice *c = ARENA_ARRAY(p->a, struct choice, f->choices + 2);
	size_t         n = 0;
	bool           there = f->value.len == 0;

	if (!f->many)
		c[n++] = (struct choice){ STR_NONE, f->words.wanted ? say(&p->lang, "Choose one")
		                                                    : say(&p->lang, "nothing chosen") };
	for (size_t i = 0; i < f->choices; i++) {
		bool       danish = lang_danish(&p->lang);
		struct str key = f->choice[i].id, title = named_title(&f->choice[i], &danish);

		there |= str_eq(key, f->value);
		if (f->many)
			key = arena_printf(p->a, STR_FMT " (" STR_FMT ")", STR_ARG(f->choice[i].title),
			    STR_ARG(key));
		c[n++] = (struct choice){ key, title.len > 0 ? title : f->choice[i].id };
	}
	if (!f->many && !there)
		c[n++] = (struct choice){ f->value, f->value };
	*len = n;
	return c;
}

static enum input_kind
kind_of(const struct edit_field *f)
{
	switch (f->words.ask) {
	case ASK_WORDS:
	case ASK_TEXT:
		return INPUT_LINES;
	case ASK_CODE:
		return f->words.choices > 0 ? INPUT_SELECT : INPUT_LINE;
	case ASK_DATE:
		return INPUT_DATE;
	case ASK_NUMBER:
	case ASK_INT:
		return INPUT_FIGURE;
	case ASK_FLAG:
		return INPUT_CHECK;
	case ASK_REF:
		return f->choices > 0 && !f->many ? INPUT_SELECT : INPUT_LINE;
	case ASK_LINE:
	case ASK_PERIOD:
		break;
	}
	return INPUT_LINE;
}

static void
put_field(struct page *p, const struct work *w, const struct edit_field *f)
{
	struct input in = {
		.kind = kind_of(f), .name = f->name, .label = say(&p->lang, f->words.label),
		.hint = said(p, f->words.hint), .value = f->value, .wanted = f->words.wanted,
	};

	if (f->words.ask == ASK_WORDS)
		in.rows = 3;
	if (f->words.ask == ASK_CODE)
		in.choice = codes(p, f, &in.choices);
	else if (f->words.ask == ASK_REF && f->choices > 0)
		in.choice = things(p, f, &in.choices);
	form_input(p, &w->form, &in);
}

/* What the page says for itself, whatever was sent. */
static void
put_source(struct page *p, const struct work *w, const struct edit_view *m)
{
	struct str about[] = { m->source.document, arena_printf(p->a, "%u", m->source.line) };

	if (m->source.document.len == 0)
		return;
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_CHECK, .name = STR("still"), .value = STR("1"),
		.label = text_fill(p->a, say(&p->lang, "The paper {1}, line {2}, still says so"), about,
		    COUNT_OF(about)),
		.hint = say(&p->lang, "Ticked: readers are led to that line. Otherwise you are the source."),
	});
}

void
register_fields(struct page *p, const struct work *w, const struct edit_view *m)
{
	form_open(p, &w->form, m->draft == NULL ? STR_NONE : arena_printf(p->a, "%s/" STR_FMT,
	    register_path(p, m->noun), STR_ARG(m->is_new ? STR("new") : m->thing.id)));
	form_hidden(p, "since", arena_printf(p->a, "%lld", (long long)m->since));
	if (m->meaning.shown)
		form_hidden(p, "seen", m->meaning.seen);
	for (size_t i = 0; i < m->fields; i++) {
		if (m->noun == NOUN_TARGET && m->field[i].column == TARGET_kind)
			form_hidden(p, "kind", target_kind_code(m->kind));
		else
			put_field(p, w, &m->field[i]);
	}
	put_source(p, w, m);
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINES, .name = STR("why"), .label = say(&p->lang, "Why it is changed"),
		.hint = say(&p->lang, "Readers see it in the list of changes."), .rows = 2,
	});
	if (m->noun == NOUN_TARGET)
		form_button(p, &w->form, STR("show"), STR("1"), say(&p->lang, "Show what it means"));
	if (m->noun == NOUN_SOURCE) {
		form_button(p, &w->form, STR("show"), STR("1"), say(&p->lang, "Try it without saving"));
		form_button(p, &w->form, STR("try"), STR("1"), say(&p->lang, "Save, and show what would come"));
	}
	form_close(p, say(&p->lang, "Save"));
}
