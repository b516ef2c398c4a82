#include "app/inbox_fields.h"
#include "core/phrase.h"
#include "app/accept.h"
#include "recognise/amount.h"

enum field_type
inbox_field_type(enum field_kind kind)
{
	switch (kind) {
	case FIELD_AMOUNT: case FIELD_REVISED: case FIELD_ACTUAL: case FIELD_TOTAL:
	case FIELD_UNSPLIT:
		return FIELD_IS_AMOUNT;
	case FIELD_BASELINE: case FIELD_LATEST: case FIELD_EXPECTED:
		return FIELD_IS_FIGURE;
	case FIELD_DATE: case FIELD_BASELINE_DATE: case FIELD_LATEST_DATE: case FIELD_PERIOD:
		return FIELD_IS_PERIOD;
	case FIELD_YEARS:
		return FIELD_IS_YEARS;
	case FIELD_FACTOR: case FIELD_FIRST: case FIELD_LAST:
		return FIELD_IS_COUNT;
	case FIELD_NUMBER: case FIELD_COMMITTEE: case FIELD_THEME: case FIELD_SCOPE:
	case FIELD_GROUP: case FIELD_AGREEMENT:
		return FIELD_IS_LINE;
	case FIELD_TITLE: case FIELD_OBJECTIVE: case FIELD_ECONOMY: case FIELD_MANDATE:
	case FIELD_TARGET_GROUP: case FIELD_CHARACTERISTICS: case FIELD_ACTIVITY:
	case FIELD_GOAL: case FIELD_INDICATOR: case FIELD_CONTRIBUTION: case FIELD_FOLLOWUP:
	case FIELD_STATUS: case FIELD_CHALLENGE: case FIELD_PURPOSE: case FIELD_TARGET:
	case FIELD_SPAN: case FIELD_PART_OF: case FIELD_COUNTED_IN: case FIELD_INITIATIVE:
	case FIELD_TERMS: case FIELD_FOOTNOTE: case FIELD_CLAIM: case FIELD_KIND_COUNT:
		break;
	}
	return FIELD_IS_WORDS;
}

bool
inbox_field_has_year(enum field_kind kind)
{
	return kind == FIELD_AMOUNT || kind == FIELD_REVISED || kind == FIELD_ACTUAL;
}

struct str
inbox_field_name(struct arena *a, char what, size_t field)
{
	return arena_printf(a, "%c%zu", what, field);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A browser sends line ends and blanks otherwise than the paper has them. */
static bool
same_words(struct str a, struct str b)
{
	size_t i = 0, k = 0;

	a = str_trim(a);
	b = str_trim(b);
	while (i < a.len && k < b.len) {
		if (is_blank(a.at[i]) && is_blank(b.at[k])) {
			while (i < a.len && is_blank(a.at[i]))
				i++;
			while (k < b.len && is_blank(b.at[k]))
				k++;
		} else if (a.at[i++] != b.at[k++]) {
			return false;
		}
	}
	return i == a.len && k == b.len;
}

/* ---- can it be read? ---- */

static bool
has_figure(struct arena *a, struct str text)
{
	struct diags    unread = diags_new(a);
	struct readings r = phrase_read(a, text, NOTATION_DA, &unread);

	for (size_t i = 0; i < r.len; i++)
		if (r.at[i].type != READING_PERIOD && r.at[i].type != READING_MISSING)
			return true;
	return missing_of_cell(text) != MISSING_NONE;
}

static bool
are_years(struct str text)
{
	struct str to = text, from = str_cut(&to, '-');
	int64_t    first, last;

	return str_int(str_trim(from), &first) && str_int(str_trim(to), &last) && first >= 1900 &&
	    last > first && last <= YEAR_MAX;
}

/* N_() words of what is wrong, with an example; NULL: nothing. */
static const char *
wrong_with(struct arena *a, enum field_type type, struct str text, struct str *example)
{
	int64_t n;

	switch (type) {
	case FIELD_IS_WORDS:
	case FIELD_IS_LINE:
		return NULL;
	case FIELD_IS_AMOUNT:
		*example = STR("61,7");
		return amount_of(text).state == AMOUNT_TEXT ? N_("Write an amount, as {1}.") : NULL;
	case FIELD_IS_FIGURE:
		*example = STR("59,9 pct.");
		return has_figure(a, text) ? NULL : N_("Write a figure, as {1}.");
	case FIELD_IS_PERIOD:
		*example = STR("august 2008");
		return accept_period(text).dated ? NULL : N_("Write a day, a month or a year, as {1}.");
	case FIELD_IS_YEARS:
		*example = STR("2011-2015");
		return are_years(text) ? NULL : N_("Write two years, as {1}.");
	case FIELD_IS_COUNT:
		*example = STR("1–1000000000");
		return str_int(text, &n) && n >= 1 && n <= 1000000000 ? NULL
		    : N_("Write a whole number from {1}.");
	}
	return NULL;
}

/* ---- the form ---- */

struct reading_form {
	struct arena        *a;
	const struct posted *form;
	struct faults       *f;
	struct str           before, after;
};

static void
note(struct reading_form *r, struct str field, struct str before, struct str after)
{
	r->before = arena_printf(r->a, STR_FMT STR_FMT ": " STR_FMT "\n", STR_ARG(r->before),
	    STR_ARG(field), STR_ARG(before));
	r->after = arena_printf(r->a, STR_FMT STR_FMT ": " STR_FMT "\n", STR_ARG(r->after),
	    STR_ARG(field), STR_ARG(after));
}

static struct str
read_words(struct reading_form *r, const struct field *was, size_t i)
{
	struct str      name = inbox_field_name(r->a, 't', i), text, example = STR_NONE;
	enum field_type type = inbox_field_type(was->kind);
	const char     *wrong;

	if (!posted_has(r->form, name) || same_words(posted_raw(r->form, name), was->text))
		return was->text;
	text = posted_text(r->form, r->f, name, type == FIELD_IS_WORDS ? INBOX_WORDS_MAX
	    : INBOX_LINE_MAX, type == FIELD_IS_WORDS);
	wrong = text.len == 0 ? NULL : wrong_with(r->a, type, text, &example);
	if (wrong != NULL)
		fault_add(r->f, name, wrong, example);
	note(r, field_code(was->kind), was->text, text);
	return text;
}

static int
read_year(struct reading_form *r, const struct field *was, size_t i)
{
	struct str name = inbox_field_name(r->a, 'y', i);
	int64_t    year = was->year;

	if (!inbox_field_has_year(was->kind) || !posted_has(r->form, name) ||
	    !posted_int(r->form, r->f, name, 1900, YEAR_MAX, &year) || year == was->year)
		return was->year;
	note(r, arena_printf(r->a, STR_FMT " (year)", STR_ARG(field_code(was->kind))),
	    arena_printf(r->a, "%d", was->year), arena_printf(r->a, "%d", (int)year));
	return (int)year;
}

void
inbox_fields_read(struct arena *a, const struct proposal *p, const struct posted *form,
                  struct faults *f, struct corrected *ret, struct str *before, struct str *after)
{
	struct reading_form r = { .a = a, .form = form, .f = f };
	struct str         *text = ARENA_ARRAY(a, struct str, p->len + 1);
	int                *year = ARENA_ARRAY(a, int, p->len + 1);
	struct corrected    to = { .title = p->title, .text = text, .year = year, .len = p->len };

	if (posted_has(form, STR("title")) && !same_words(posted_raw(form, STR("title")), p->title)) {
		to.title = posted_wanted(form, f, STR("title"), INBOX_LINE_MAX, false);
		note(&r, STR("title"), p->title, to.title);
	}
	for (size_t i = 0; i < p->len; i++) {
		text[i] = read_words(&r, &p->at[i], i);
		year[i] = read_year(&r, &p->at[i], i);
		/* The words that gave the title are the title. */
		if (p->at[i].kind == FIELD_TITLE && str_eq(p->at[i].text, p->title))
			text[i] = to.title;
	}
	*ret = to;
	*before = r.before;
	*after = r.after;
}
