#include "audit/stated.h"
#include "audit/locate.h"
#include "audit/measure.h"
#include "core/phrase.h"
#include "recognise/folded.h"
#include "recognise/sentence.h"

#define ABOUT_MIN       3               /* words that make a measure worth comparing */
#define WINDOW          400             /* sentences before it that one is compared with */
#define FIELD_BYTES_MAX 8192

struct stated {
	const struct field *field;
	struct str          text;
	struct measure      about;
	struct period       period;
	struct reading      value;
};

struct list {
	struct stated *at;
	size_t         len, cap;
};

/* Goals, forecasts and changes are no measurements. */
static const char *const other_words[] = { "skal", "maal", "maalet", "forvent*", "steg*", "stig*", "fald*",
	"oeg*", "reducer*", "mere end", "flere end", "faerre end", "heraf", "resten", "yderligere", NULL };

static bool
read_sentence(struct reads *reads, const struct field *f, struct str s, struct stated *ret)
{
	struct stated   at = { .field = f, .text = s };
	struct readings r;
	size_t          shares = 0, periods = 0;

	if ((str_find(s, STR("pct"), 0) == SIZE_MAX && str_find(s, STR("%"), 0) == SIZE_MAX) ||
	    folded_holds_any(reads_folded(reads, s), other_words))
		return false;
	r = reads_phrase(reads, s);
	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type == READING_PERCENT && r.at[i].unit == UNIT_PERCENT) {
			at.value = r.at[i];
			shares++;
		} else if (r.at[i].type == READING_PERIOD && r.at[i].period.dated) {
			at.period = r.at[i].period;
			periods++;
		} else {
			return false;
		}
	}
	if (shares != 1 || periods != 1)
		return false;
	at.about = measure_of_goal(reads, s, NULL);
	*ret = at;
	return at.about.len >= ABOUT_MIN;
}

static bool
same_measure(const struct stated *a, const struct stated *b)
{
	struct likeness l;

	if (!period_eq(a->period, b->period) || a->about.mask != b->about.mask ||
	    a->about.len != b->about.len)
		return false;
	l = measure_compare(&a->about, &b->about);
	return l.in_a == 0 && l.in_b == 0;
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
	f.da = arena_printf(a, "samme andel i samme periode har to værdier: " STR_FMT " (linje %u) mod " STR_FMT
	    " (linje %u)", STR_ARG(here), other, STR_ARG(there), f.line);
	f.en = arena_printf(a, "the same share in the same period has two values: " STR_FMT " (line %u) against "
	    STR_FMT " (line %u)", STR_ARG(here), other, STR_ARG(there), f.line);
	f.hint_da = STR("afgør, hvilken måling der gælder");
	f.hint_en = STR("decide which measurement holds");
	audit_finds(x, f);
}

static void
compare(struct audit *x, const struct list *l)
{
	const struct stated *last = &l->at[l->len - 1];
	size_t               from = l->len > WINDOW ? l->len - WINDOW : 0;

	for (size_t i = from; i + 1 < l->len; i++) {
		if (!same_measure(&l->at[i], last))
			continue;
		if (!interval_overlaps(l->at[i].value.quantity.range, last->value.quantity.range))
			report(x, &l->at[i], last);
		return;
	}
}

static void
read_field(struct audit *x, struct list *l, const struct field *f)
{
	struct str    text = str_slice(f->text, 0, FIELD_BYTES_MAX), s;
	struct stated at;

	for (size_t from = 0; sentence_next(text, &from, &s);) {
		if (!read_sentence(x->seen->reads, f, s, &at))
			continue;
		ARENA_GROW(x->arena, l->at, l->len, &l->cap);
		l->at[l->len++] = at;
		compare(x, l);
	}
}

void
stated_check(struct audit *x)
{
	struct list l = { .len = 0 };

	for (size_t i = 0; i < x->seen->len; i++) {
		const struct proposal *p = &x->seen->at[i];

		for (size_t k = 0; k < p->len; k++)
			if (p->at[k].kind == FIELD_STATUS || p->at[k].kind == FIELD_CLAIM)
				read_field(x, &l, &p->at[k]);
	}
}
