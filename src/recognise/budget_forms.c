/* budget_forms.c - what the forms of a paper say of the lines of its budget: each
 * line gets the name and the economy of its form, and the line that it is counted
 * in where the form says so. */
#include "recognise/budget_terms.h"
#include "recognise/kinds.h"
#include "recognise/same_line.h"

#define PAIRS_MAX 500           /* lines or forms; a paper with more is none of this family */

struct pair {
	struct proposal *line;
	struct line_name name;
};

struct forms {
	struct paper     *p;
	struct pair      *line, *form;
	size_t            lines, forms;
};

static const struct field *
field_of(const struct proposal *p, enum field_kind kind)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == kind)
			return &p->at[i];
	return NULL;
}

static struct str
text_of(const struct proposal *p, enum field_kind kind)
{
	const struct field *f = field_of(p, kind);

	return f == NULL ? STR_NONE : str_trim(f->text);
}

/* The heading that a form's number was taken from. */
static struct str
heading_of(const struct paper *p, const struct proposal *form)
{
	const struct field *number = field_of(form, FIELD_NUMBER);

	for (size_t i = 0; i < p->len && number != NULL; i++)
		if (p->at[i].row == NULL && p->at[i].block->line == number->line)
			return p->at[i].text[0];
	return STR_NONE;
}

static void
collect(struct forms *f)
{
	struct paper *p = f->p;

	f->line = ARENA_ARRAY(p->arena, struct pair, p->found_len + 1);
	f->form = ARENA_ARRAY(p->arena, struct pair, p->found_len + 1);
	for (size_t i = 0; i < p->found_len; i++) {
		struct proposal *one = &p->found[i];
		struct pair      pair = { one, { .number = text_of(one, FIELD_NUMBER) } };

		if (one->kind != PROPOSAL_BUDGET_LINE &&
		    (one->kind != PROPOSAL_STATUS_FORM || field_of(one, FIELD_ECONOMY) == NULL))
			continue;
		pair.name.title = title_of(p->arena, text_of(one, FIELD_TITLE));
		if (one->kind == PROPOSAL_BUDGET_LINE) {
			f->line[f->lines++] = pair;
			continue;
		}
		if (f->forms == PAIRS_MAX)
			continue;
		pair.name.heading = title_of(p->arena, heading_of(p, one));
		f->form[f->forms++] = pair;
	}
}

static void
add_field(struct paper *p, struct proposal *to, enum field_kind kind, const struct field *from)
{
	struct field *at = ARENA_ARRAY(p->arena, struct field, to->len + 1);

	for (size_t i = 0; i < to->len; i++)
		at[i] = to->at[i];
	at[to->len] = *from;
	at[to->len].kind = kind;
	at[to->len].year = 0;
	to->at = at;
	to->len++;
}

/* The only form of a line, and the line is the only one of it. */
static const struct pair *
form_of(const struct forms *f, const struct pair *line)
{
	const struct pair *found = NULL;
	size_t             lines = 0;

	for (size_t i = 0; i < f->forms; i++) {
		if (!same_line(&line->name, &f->form[i].name))
			continue;
		if (found != NULL)
			return NULL;
		found = &f->form[i];
	}
	for (size_t i = 0; i < f->lines && found != NULL; i++)
		lines += same_line(&f->line[i].name, &found->name);
	return lines == 1 ? found : NULL;
}

/* The line that words name: most of them, and more than any other does. */
static const struct pair *
line_named(const struct forms *f, const struct pair *but, struct str words)
{
	struct title       t = title_of(f->p->arena, words);
	const struct pair *best = NULL;
	size_t             most = 0;

	for (size_t i = 0; i < f->lines; i++) {
		size_t n = title_shared(&t, &f->line[i].name.title);

		if (&f->line[i] == but || n < most || 2 * n <= t.len)
			continue;
		best = n > most ? &f->line[i] : NULL;
		most = n;
	}
	return best;
}

static void
join(struct forms *f, const struct pair *line, const struct pair *form)
{
	const struct field *economy = field_of(form->line, FIELD_ECONOMY);
	const struct field *title = field_of(form->line, FIELD_TITLE);
	struct budget_terms t = budget_terms_read(f->p->arena, text_of(form->line, FIELD_ECONOMY));
	const struct pair  *within = t.within.len > 0 ? line_named(f, line, t.within) : NULL;
	struct paper       *p = f->p;

	if (title != NULL)
		add_field(p, line->line, FIELD_INITIATIVE, title);
	if (economy != NULL)
		add_field(p, line->line, FIELD_TERMS, economy);
	if (within != NULL && field_of(within->line, FIELD_TITLE) != NULL)
		add_field(p, line->line, FIELD_COUNTED_IN, field_of(within->line, FIELD_TITLE));
}

void
budget_forms(struct paper *p)
{
	struct forms f = { .p = p };

	collect(&f);
	for (size_t i = 0; i < f.lines && f.lines <= PAIRS_MAX; i++) {
		const struct pair *form = form_of(&f, &f.line[i]);

		if (form != NULL)
			join(&f, &f.line[i], form);
	}
}
