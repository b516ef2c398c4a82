#include "audit/stated.h"
#include "audit/locate.h"
#include "core/phrase.h"
#include "recognise/folded.h"
#include "recognise/sentence.h"

#define ABOUT_MIN       3               /* words that make a measure worth comparing */
#define WINDOW          400             /* sentences before it that one is compared with */
#define FIELD_BYTES_MAX 8192

struct list {
	struct arena      *arena;
	struct reads      *reads;
	struct stated_list all;
	size_t             cap;
};

/* Goals, forecasts and changes are no measurements. */
static const char *const other_words[] = { "skal", "maal", "maalet", "forvent*", "steg*", "stig*", "fald*",
	"oeg*", "reducer*", "mere end", "flere end", "faerre end", "heraf", "resten", "yderligere", NULL };

/* A share of a whole, a plain count, an amount that does not recur. */
static bool
is_value(const struct reading *r)
{
	if (r->type == READING_NUMBER)
		return r->quantity.has_point && r->recurrence == RECURRENCE_NONE;
	if (r->type == READING_MONEY)
		return r->money.amount.has_point && r->recurrence == RECURRENCE_NONE;
	return r->type == READING_PERCENT && r->unit == UNIT_PERCENT;
}

static bool
read_sentence(struct reads *reads, const struct field *f, struct str s, struct stated *ret)
{
	struct stated   at = { .field = f, .text = s };
	struct readings r;
	size_t          values = 0, periods = 0;

	if (!str_has_digit(s) || folded_holds_any(reads_folded(reads, s), other_words))
		return false;
	r = reads_phrase(reads, s);
	for (size_t i = 0; i < r.len; i++) {
		if (is_value(&r.at[i])) {
			at.value = r.at[i];
			values++;
		} else if (r.at[i].type == READING_PERIOD && r.at[i].period.dated) {
			at.period = r.at[i].period;
			periods++;
		} else {
			return false;
		}
	}
	if (values != 1 || periods != 1)
		return false;
	at.about = measure_of_goal(reads, s, at.value.type == READING_NUMBER ? &at.value.quantity.point : NULL);
	*ret = at;
	return at.about.len >= ABOUT_MIN;
}

bool
stated_is_same(const struct stated *a, const struct stated *b)
{
	return period_eq(a->period, b->period) && a->value.type == b->value.type &&
	    measure_is_same(&a->about, &b->about);
}

static const struct interval *
range_of(const struct stated *s)
{
	return s->value.type == READING_MONEY ? &s->value.money.amount.range : &s->value.quantity.range;
}

bool
stated_agrees(const struct stated *a, const struct stated *b)
{
	return interval_overlaps(*range_of(a), *range_of(b));
}

static struct str
printed(struct arena *a, const struct stated *s)
{
	return quote_of(a, str_slice(s->text, s->value.at, s->value.end));
}

static void
report(struct audit *x, const struct stated *first, const struct stated *again)
{
	struct arena  *a = x->arena;
	struct str     here = printed(a, first), there = printed(a, again);
	uint32_t       other, column;
	struct finding f = { .code = AUDIT_CONFLICT, .quote = again->text };

	locate(x->doc, first->field, first->text, &other, &column);
	locate(x->doc, again->field, again->text, &f.line, &f.column);
	f.da = arena_printf(a, "det samme i den samme periode har to værdier: " STR_FMT " (linje %u) mod " STR_FMT
	    " (linje %u)", STR_ARG(here), other, STR_ARG(there), f.line);
	f.en = arena_printf(a, "the same in the same period has two values: " STR_FMT " (line %u) against "
	    STR_FMT " (line %u)", STR_ARG(here), other, STR_ARG(there), f.line);
	f.hint_da = STR("afgør, hvilken måling der gælder");
	f.hint_en = STR("decide which measurement holds");
	audit_finds(x, f);
}

static void
compare(struct audit *x, const struct stated_list *l, size_t last)
{
	for (size_t i = last > WINDOW ? last - WINDOW : 0; i < last; i++) {
		if (!stated_is_same(&l->at[i], &l->at[last]))
			continue;
		if (!stated_agrees(&l->at[i], &l->at[last]))
			report(x, &l->at[i], &l->at[last]);
		return;
	}
}

static void
put(struct list *l, struct stated at)
{
	ARENA_GROW(l->arena, l->all.at, l->all.len, &l->cap);
	l->all.at[l->all.len++] = at;
}

static void
read_field(struct list *l, const struct field *f)
{
	struct str    text = str_slice(f->text, 0, FIELD_BYTES_MAX), s;
	struct stated at;

	for (size_t from = 0; sentence_next(text, &from, &s);)
		if (read_sentence(l->reads, f, s, &at))
			put(l, at);
}

/* The baseline or the latest figure of a row, with the date of its column. */
static void
read_row(struct list *l, const struct proposal *p, enum field_kind value, enum field_kind date)
{
	const struct field *f = proposal_field(p, value), *when = proposal_field(p, date);
	struct stated       at = { .field = f };
	struct readings     r;

	if (f == NULL || when == NULL || !period_parse(str_trim(when->text), &at.period) || !at.period.dated)
		return;
	r = reads_phrase(l->reads, f->text);
	if (r.len != 1 || !is_value(&r.at[0]))
		return;
	at.text = f->text;
	at.value = r.at[0];
	at.about = measure_of_goal(l->reads, p->title, NULL);
	if (at.about.len >= ABOUT_MIN)
		put(l, at);
}

struct stated_list
stated_read(const struct recognition *seen)
{
	struct list         l = { .arena = seen->reads->arena, .reads = seen->reads };
	struct stated_list *kept;

	if (seen->reads->stated != NULL)
		return *seen->reads->stated;
	for (size_t i = 0; i < seen->len; i++) {
		const struct proposal *p = &seen->at[i];

		for (size_t k = 0; k < p->len; k++)
			if (p->at[k].kind == FIELD_STATUS || p->at[k].kind == FIELD_CLAIM)
				read_field(&l, &p->at[k]);
		if (p->kind != PROPOSAL_INDICATOR)
			continue;
		read_row(&l, p, FIELD_BASELINE, FIELD_BASELINE_DATE);
		read_row(&l, p, FIELD_LATEST, FIELD_LATEST_DATE);
	}
	kept = ARENA_NEW(l.arena, struct stated_list);
	*kept = l.all;
	seen->reads->stated = kept;
	return l.all;
}

void
stated_check(struct audit *x)
{
	struct stated_list l = stated_read(x->seen);

	for (size_t i = 1; i < l.len; i++)
		compare(x, &l, i);
}
