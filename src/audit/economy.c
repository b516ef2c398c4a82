#include "audit/economy.h"
#include "audit/spans.h"

#define LINES_MAX 500
#define FORMS_MAX 500

static struct str
text_of(const struct proposal *p, enum field_kind k)
{
	const struct field *f = proposal_field(p, k);

	return f == NULL ? STR_NONE : str_trim(f->text);
}

/* What is printed is as exact as its last digit; full kroner are exact. */
static bool
read_amount(const struct field *f, int64_t factor, struct year_amount *ret)
{
	struct quantity    q;
	struct year_amount y = { .year = f->year };

	if (number_parse(without_marks(f->text), NOTATION_DA, &y.printed) != NUMBER_OK ||
	    number_sign(y.printed) <= 0)
		return false;
	if (factor == 1 && y.printed.scale == 0)
		q = quantity_exact(y.printed);
	else if (!quantity_make(y.printed, QUALIFIER_NONE, NUMBER_ZERO, UNIT_SHARE, &q))
		return false;
	if (!span_times(q.range, factor, &y.kroner))
		return false;
	*ret = y;
	return true;
}

static void
read_line(struct audit *x, const struct proposal *p, struct budget_row *l)
{
	*l = (struct budget_row){ .line = p->line, .name = { .number = text_of(p, FIELD_NUMBER),
		.title = title_of(x->arena, text_of(p, FIELD_TITLE)) } };
	if (!str_int(text_of(p, FIELD_FACTOR), &l->factor) || l->factor < 1)
		l->factor = x->seen->factor > 0 ? x->seen->factor : 1;
	for (size_t i = 0; i < p->len && l->len < YEARS_MAX; i++)
		if (p->at[i].kind == FIELD_AMOUNT && read_amount(&p->at[i], l->factor, &l->at[l->len]))
			l->len++;
}

/* The text that begins on a line: the heading above a form. */
static struct str
text_on_line(const struct document *doc, uint32_t line)
{
	size_t low = 0, high = doc->len;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (doc->at[mid].line < line)
			low = mid + 1;
		else
			high = mid;
	}
	if (low >= doc->len || doc->at[low].line != line || doc->at[low].kind == BLOCK_TABLE)
		return STR_NONE;
	return doc->at[low].piece.text;
}

static bool
read_form(struct audit *x, const struct proposal *p, struct form_row *f)
{
	const struct field *number = proposal_field(p, FIELD_NUMBER);

	f->economy = proposal_field(p, FIELD_ECONOMY);
	f->name.number = text_of(p, FIELD_NUMBER);
	f->name.title = title_of(x->arena, text_of(p, FIELD_TITLE));
	f->name.heading = title_of(x->arena,
	    number == NULL ? STR_NONE : text_on_line(x->doc, number->line));
	return f->economy != NULL;
}

static size_t
count_of(const struct recognition *seen, enum proposal_kind k, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < seen->len && n < max; i++)
		n += seen->at[i].kind == k;
	return n;
}

struct economy
economy_read(struct audit *x)
{
	const struct recognition *seen = x->seen;
	size_t         lines = count_of(seen, PROPOSAL_BUDGET_LINE, LINES_MAX);
	size_t         forms = count_of(seen, PROPOSAL_STATUS_FORM, FORMS_MAX);
	struct economy e = { .line = ARENA_ARRAY(x->arena, struct budget_row, lines + 1),
		.form = ARENA_ARRAY(x->arena, struct form_row, forms + 1) };
	struct date    d;

	if (seen->date.dated) {
		d = date_of(seen->date.to - 1);
		e.year = d.year;
	}
	for (size_t i = 0; i < seen->len; i++) {
		if (seen->at[i].kind == PROPOSAL_BUDGET_LINE && e.lines < lines)
			read_line(x, &seen->at[i], &e.line[e.lines++]);
		if (seen->at[i].kind == PROPOSAL_STATUS_FORM && e.forms < forms)
			e.forms += read_form(x, &seen->at[i], &e.form[e.forms]);
	}
	return e;
}
