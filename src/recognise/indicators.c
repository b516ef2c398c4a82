/* indicators.c - rows of an indicator table: what is measured, the baseline, the
 * latest figure and the target. */
#include "recognise/kinds.h"

#define VALUE_LETTERS 28

static size_t
figures_in(struct paper *p, struct str text, size_t *covered)
{
	struct readings r = reads_phrase(p->reads, text);
	size_t          n = 0;

	*covered = 0;
	for (size_t i = 0; i < r.len; i++)
		if (r.at[i].type == READING_NUMBER || r.at[i].type == READING_PERCENT ||
		    r.at[i].type == READING_MONEY) {
			n++;
			*covered += r.at[i].end - r.at[i].at;
		}
	return n;
}

bool
cell_is_figure(struct paper *p, struct str text)
{
	struct str s = without_marks(text);
	size_t     covered;

	if (s.len == 0 || s.len > VALUE_LETTERS)
		return false;
	return figures_in(p, s, &covered) >= 1 && 2 * covered >= s.len;
}

bool
cell_is_value(struct paper *p, struct str text)
{
	struct str s = without_marks(text);

	if (s.len > VALUE_LETTERS)
		return false;
	return cell_is_figure(p, s) || (s.len > 0 && missing_of_cell(s) != MISSING_NONE);
}

struct shape {
	size_t number, text;            /* SIZE_MAX: none */
	size_t value[4], values;        /* columns that hold values, in order */
	size_t figures;
	size_t promise;                 /* a text after the values, SIZE_MAX: none */
	bool   short_promise;           /* it is short: "Andel skal stige" */
};

/* The row's number, its text, then values and what is promised. */
static void
read_shape(struct paper *p, const struct entry *e, struct shape *s)
{
	*s = (struct shape){ .number = SIZE_MAX, .text = SIZE_MAX, .promise = SIZE_MAX };
	for (size_t k = 0; k < e->cells; k++) {
		struct str t = e->text[k];

		if (t.len == 0)
			continue;
		if (s->text == SIZE_MAX) {
			if (cell_is_value(p, t) || numbering_length(t) == t.len)
				s->number = k;
			else
				s->text = k;
		} else if (cell_is_value(p, t) && s->values < COUNT_OF(s->value)) {
			s->figures += cell_is_figure(p, t);
			s->value[s->values++] = k;
		} else if (s->values > 0 && s->promise == SIZE_MAX) {
			s->promise = k;
		}
	}
}

static bool
is_indicator(struct paper *p, const struct entry *e, const struct shape *s)
{
	if (s->text == SIZE_MAX || s->figures == 0 || e->label[s->text] == LABEL_TOTAL)
		return false;
	if (s->values >= 2)
		return true;
	return s->promise != SIZE_MAX && text_is_goal(p, e->text[s->promise]);
}

/* A table whose header adds up its columns counts something and promises nothing. */
static bool
is_statistics(const struct paper *p, size_t i)
{
	const struct row *first = p->at[i].block->table.at;
	size_t            at = (size_t)(p->at[i].row - first);

	for (size_t k = 0; k < p->at[i - at].cells; k++)
		if (p->at[i - at].label[k] == LABEL_TOTAL)
			return true;
	return false;
}

bool
indicator_columns(const struct paper *p, size_t i, struct columns *ret)
{
	struct paper *mine = &(struct paper){ .arena = p->arena, .reads = p->reads, .year = p->year };
	struct shape  s;

	if (p->at[i].cells < 3 || p->at[i].cells > TABLE_LABELS_MAX || is_statistics(p, i))
		return false;
	read_shape(mine, &p->at[i], &s);
	if (!is_indicator(mine, &p->at[i], &s))
		return false;
	ret->len = p->at[i].cells;
	return true;
}

static bool
has(const struct paper *p, enum field_kind kind)
{
	for (size_t i = 0; i < p->open_len; i++)
		if (p->open[i].kind == kind)
			return true;
	return false;
}

/* What a column's header says of it counts; the rest goes by shape. */
static enum field_kind
field_of(const struct paper *p, const struct columns *c, const struct shape *s, size_t k)
{
	enum label l = k < c->len ? c->of[k] : LABEL_NONE;

	if (l == LABEL_BASELINE)
		return FIELD_BASELINE;
	if (l == LABEL_LATEST || (l == LABEL_STATUS && !has(p, FIELD_LATEST)))
		return FIELD_LATEST;
	if (l == LABEL_TARGET)
		return FIELD_TARGET;
	if (k == s->number)
		return FIELD_NUMBER;
	if (k == s->text)
		return FIELD_TITLE;
	for (size_t v = 0; v < s->values; v++) {
		if (s->value[v] != k)
			continue;
		if (l == LABEL_GOAL)
			return FIELD_TARGET;
		if (!has(p, FIELD_BASELINE))
			return FIELD_BASELINE;
		return has(p, FIELD_LATEST) ? FIELD_TARGET : FIELD_LATEST;
	}
	if (k == s->promise && !has(p, FIELD_TARGET) && l == LABEL_NONE)
		return FIELD_TARGET;
	return FIELD_GOAL;
}

/* The first period with a year in `piece`, as a field. */
static bool
date_in(struct paper *p, enum field_kind kind, const struct piece *piece)
{
	struct period when;
	size_t        end;

	for (size_t at = 0; at < piece->text.len; at++) {
		if (period_scan(piece->text, at, &end, &when) != PERIOD_OK || !when.dated ||
		    when.deadline)
			continue;
		field_slice(p, kind, piece, at, end);
		return true;
	}
	return false;
}

static bool
header_date(struct paper *p, const struct columns *c, enum label label, enum field_kind kind)
{
	const struct entry *e = c->header < p->len ? &p->at[c->header] : NULL;

	for (size_t k = 0; e != NULL && !c->inferred && k < c->len && k < e->cells; k++)
		for (size_t i = 0; c->of[k] == label && i < e->cell[k].len; i++)
			if (date_in(p, kind, &e->cell[k].at[i]))
				return true;
	return false;
}

/* "Startmåling forår 2007 …" over a table whose header does not say when. */
static void
baseline_date(struct paper *p, const struct columns *c, size_t i)
{
	size_t texts = 0;

	if (header_date(p, c, LABEL_BASELINE, FIELD_BASELINE_DATE))
		return;
	while (i-- > 0 && texts < 2) {
		const struct entry *e = &p->at[i];

		if (e->row != NULL)
			continue;
		texts++;
		if (str_find(e->folded[0], STR("startmaaling"), 0) != SIZE_MAX &&
		    date_in(p, FIELD_BASELINE_DATE, &e->block->piece))
			return;
	}
}

bool
indicator_row(struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	struct shape        s;

	read_shape(p, e, &s);
	if (!is_indicator(p, e, &s)) {
		bool known = (c->labels & (LABEL_BIT(LABEL_BASELINE) | LABEL_BIT(LABEL_LATEST) |
		    LABEL_BIT(LABEL_TARGET))) != 0;

		if (!known || s.text == SIZE_MAX || s.values == 0 || entry_filled(e) < 2)
			return false;
	}
	proposal_begin(p, PROPOSAL_INDICATOR, entry_place(e));
	proposal_title(p, e->text[s.text]);
	for (size_t k = 0; k < e->cells; k++)
		if (e->text[k].len > 0)
			field_cell(p, field_of(p, c, &s, k), &e->cell[k]);
	baseline_date(p, c, i);
	(void)header_date(p, c, LABEL_LATEST, FIELD_LATEST_DATE);
	proposal_end(p);
	return true;
}
