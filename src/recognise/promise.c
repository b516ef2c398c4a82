#include "recognise/promise.h"
#include "recognise/promise_facts.h"
#include "recognise/promise_words.h"
#include "recognise/sentence.h"

#define SENTENCES_MAX 16        /* of one goal; a text with more is one promise at most */

/* The figure itself: its point, else the end that its qualifier names. */
static bool
value_of(const struct reading *r, struct number *ret)
{
	const struct quantity *q = r->type == READING_MONEY ? &r->money.amount : &r->quantity;

	if (q->has_point)
		*ret = q->point;
	else if (q->range.low.exists)
		*ret = q->range.low.at;
	else if (q->range.high.exists)
		*ret = q->range.high.at;
	else
		return false;
	return true;
}

static enum qualifier
qualifier_of(const struct reading *r)
{
	return r->type == READING_MONEY ? r->money.amount.qualifier : r->quantity.qualifier;
}

static bool
each_year(const struct facts *f, const struct reading *r)
{
	return (r != NULL && r->recurrence == RECURRENCE_YEAR) ||
	    folded_holds_any(f->folded, words_each_year);
}

static enum unit
unit_of_words(const struct facts *f)
{
	if (folded_holds(f->folded, "andel*") || folded_holds(f->folded, "procentdel*") ||
	    str_find(f->folded->text, STR("frekvens"), 0) != SIZE_MAX || folded_holds(f->folded, "tilfredshed*"))
		return UNIT_SHARE;
	if (folded_holds(f->folded, "antal*"))
		return folded_holds_any(f->folded, words_persons) ? UNIT_PERSONS : UNIT_COUNT;
	return UNIT_NUMBER;
}

static enum unit
unit_of_figure(const struct facts *f, const struct reading *r)
{
	if (r->type == READING_PERCENT)
		return UNIT_SHARE;
	if (r->type == READING_MONEY)
		return UNIT_KRONER;
	return folded_find_any(facts_after(f, r->end), words_persons, 0) < 24 ? UNIT_PERSONS : UNIT_COUNT;
}

/* A year named without "til" is the promised period too. */
static void
set_deadline(const struct facts *f, struct target *t)
{
	if (f->has_deadline || f->has_window) {
		t->deadline = f->has_deadline ? f->deadline : f->window;
		t->deadline.deadline = true;
		t->has_deadline = true;
	}
	t->baseline = f->baseline;
	t->has_baseline = f->has_baseline;
}

static bool
set_value(struct target *t, const struct reading *r, bool negative)
{
	if (!value_of(r, &t->value))
		return false;
	if (negative && number_sign(t->value) > 0 && !number_neg(t->value, &t->value))
		return false;
	t->has_value = true;
	return true;
}

/* ---- one function per kind: true when the text is one ---- */

static bool
read_set(const struct facts *f, struct promise *p)
{
	if (!folded_holds_any(f->folded, words_no_new))
		return false;
	p->target.kind = TARGET_SET;
	p->target.direction = DIRECTION_HOLD;
	p->target.keep = true;
	p->unit = UNIT_COUNT;
	return true;
}

static bool
read_parity(const struct facts *f, struct promise *p)
{
	if (!folded_holds_any(f->folded, words_parity) || f->verb == DIRECTION_NONE)
		return false;
	p->target.kind = TARGET_PARITY;
	p->target.direction = f->verb;
	p->unit = unit_of_words(f);
	set_deadline(f, &p->target);
	return true;
}

static bool
read_gap(const struct facts *f, struct promise *p)
{
	struct target        *t = &p->target;
	const struct reading *max = f->change != NULL ? f->change : f->plain;

	if (!folded_holds_any(f->folded, words_gap))
		return false;
	if (folded_holds_any(f->folded, words_close)) {
		t->has_value = true;
		t->relation = RELATION_LE;
	} else if (max != NULL && max->type == READING_PERCENT && qualifier_of(max) != QUALIFIER_ATLEAST &&
	    (qualifier_of(max) == QUALIFIER_ATMOST || qualifier_of(max) == QUALIFIER_UNDER)) {
		t->relation = RELATION_LE;
		if (!set_value(t, max, false))
			return false;
	} else if (f->verb == DIRECTION_FALL && max == NULL && folded_holds(f->folded, "mellem")) {
		t->direction = DIRECTION_FALL;
	} else {
		return false;
	}
	t->kind = TARGET_GAP;
	p->unit = UNIT_POINT;
	set_deadline(f, t);
	return true;
}

static bool
read_benchmark(const struct facts *f, struct promise *p)
{
	size_t at;

	if (!folded_holds_any(f->folded, words_benchmark))
		return false;
	at = folded_find_any(f->folded->text, words_benchmark, 0);
	if (f->change != NULL || (f->plain != NULL && f->plain->type == READING_PERCENT) ||
	    folded_find_any(f->folded->text, words_comparators, at) == SIZE_MAX)
		return false;
	p->target.kind = TARGET_BENCHMARK;
	p->target.keep = true;
	p->unit = UNIT_SHARE;
	if (folded_holds(f->folded, "nedbring*") || folded_holds(f->folded, "under") ||
	    folded_holds(f->folded, "lavere") || f->verb == DIRECTION_FALL ||
	    folded_holds(f->folded, "hoejst"))
		p->target.relation = RELATION_LE;
	else if (folded_holds(f->folded, "over") || folded_holds(f->folded, "hoejere") ||
	    folded_holds(f->folded, "mindst") || f->verb == DIRECTION_RISE)
		p->target.relation = RELATION_GE;
	else {
		p->target.relation = folded_holds_any(f->folded, words_worse) ? RELATION_LE : RELATION_GE;
		p->certain = false;
	}
	set_deadline(f, &p->target);
	return true;
}

/* "halveres" and "fordobles" have their figure in the verb. */
static bool
read_verb_change(const struct facts *f, struct promise *p)
{
	struct target *t = &p->target;

	if (folded_holds(f->folded, "halver*"))
		t->value = NUMBER(-50, 0);
	else if (folded_holds(f->folded, "fordobl*"))
		t->value = NUMBER(100, 0);
	else if (folded_holds(f->folded, "tredobl*"))
		t->value = NUMBER(200, 0);
	else
		return false;
	t->kind = TARGET_CHANGE;
	t->has_value = t->percent = true;
	p->unit = unit_of_words(f);
	set_deadline(f, t);
	return true;
}

static bool
read_change(const struct facts *f, struct promise *p)
{
	const struct reading *r = f->change;
	struct target        *t = &p->target;
	enum direction        d;

	if (r == NULL || (d = facts_direction(f, r)) == DIRECTION_NONE) {
		bool rate = r != NULL && r->type == READING_PERCENT && each_year(f, r);

		if (!rate)
			return false;
		d = DIRECTION_RISE;
		p->certain = false;
	}
	if (!set_value(t, r, d == DIRECTION_FALL))
		return false;
	t->kind = each_year(f, r) ? TARGET_RATE : TARGET_CHANGE;
	t->percent = r->type == READING_PERCENT && r->unit != UNIT_POINT;
	p->unit = r->type == READING_PERCENT ? (t->percent ? unit_of_words(f) : UNIT_SHARE) :
	    unit_of_figure(f, r);
	set_deadline(f, t);
	if (f->printed != NULL) {
		t->printed = f->printed->quantity;
		t->has_printed = true;
	}
	return true;
}

static bool
read_none(const struct facts *f, struct promise *p)
{
	if (!folded_holds(f->folded, "ingen") || folded_find(f->folded->text, "ingen", 0) > 12 ||
	    !(folded_holds(f->folded, "skal") || folded_holds(f->folded, "maa") ||
	    folded_holds(f->folded, "bliver") || folded_holds(f->folded, "lukker")))
		return false;
	p->target.kind = TARGET_LEVEL;
	p->target.relation = RELATION_LE;
	p->target.has_value = p->target.keep = true;
	p->unit = UNIT_COUNT;
	set_deadline(f, &p->target);
	return true;
}

static enum relation
relation_of(const struct facts *f, const struct reading *r)
{
	enum qualifier q = qualifier_of(r);

	if (q == QUALIFIER_ATLEAST || q == QUALIFIER_OVER)
		return RELATION_GE;
	if (q == QUALIFIER_ATMOST || q == QUALIFIER_UNDER)
		return RELATION_LE;
	return r == f->level && facts_direction(f, r) == DIRECTION_FALL ? RELATION_LE : RELATION_GE;
}

static bool
read_level(const struct facts *f, struct promise *p)
{
	const struct reading *r = f->level != NULL ? f->level : f->plain;
	struct target        *t = &p->target;

	if (r == NULL || (r->type == READING_NUMBER && r != f->level))
		return false;
	if (!set_value(t, r, false))
		return false;
	t->kind = TARGET_LEVEL;
	t->relation = relation_of(f, r);
	t->keep = folded_holds_any(f->folded, words_keep);
	if (folded_holds_any(f->folded, words_each_place))
		t->each = EACH_PLACE;
	p->unit = unit_of_figure(f, r);
	p->certain = p->certain && r->type != READING_MONEY;
	set_deadline(f, t);
	return true;
}

/* A plain number of things: done within a window, or in each of its years. */
static bool
read_count(const struct facts *f, struct promise *p)
{
	const struct reading *r = f->plain;
	struct target        *t = &p->target;

	if (r == NULL || r->type != READING_NUMBER || !set_value(t, r, false) ||
	    t->value.scale != 0 || number_sign(t->value) <= 0) {
		t->has_value = false;
		return false;
	}
	p->unit = unit_of_figure(f, r);
	if (qualifier_of(r) == QUALIFIER_ATMOST || qualifier_of(r) == QUALIFIER_UNDER) {
		t->kind = TARGET_LEVEL;
		t->relation = RELATION_LE;
		set_deadline(f, t);
		return true;
	}
	t->kind = TARGET_COUNT;
	t->relation = RELATION_GE;
	t->each = each_year(f, r) ? EACH_YEAR : EACH_NONE;
	if (f->has_deadline)
		set_deadline(f, t);
	t->window = f->window;
	t->has_window = f->has_window;
	if (!f->has_window && !f->has_deadline && f->year > 0 && folded_holds(f->folded, "aarsplan")) {
		t->window = period_make(day_of(f->year, 1, 1), day_of(f->year + 1, 1, 1), PRECISION_YEAR);
		t->has_window = true;
	}
	return true;
}

static bool
read_milestone(const struct facts *f, struct promise *p)
{
	if (!f->has_deadline || f->plain != NULL || !folded_holds_any(f->folded, words_done))
		return false;
	p->target.kind = TARGET_MILESTONE;
	p->unit = UNIT_COUNT;
	set_deadline(f, &p->target);
	return true;
}

static bool
read_direction(const struct facts *f, struct promise *p)
{
	bool measure = folded_holds_any(f->folded, words_measure);
	bool plain = folded_holds(f->folded, "skal stige") || folded_holds(f->folded, "skal falde") ||
	    folded_holds(f->folded, "skal oeges") || folded_holds(f->folded, "skal reduceres") ||
	    folded_holds(f->folded, "skal nedbringes") || folded_holds(f->folded, "flere skal") ||
	    folded_holds(f->folded, "faerre skal") || folded_holds(f->folded, "skal vokse");
	bool hold = folded_holds_any(f->folded, words_hold);

	if ((f->verb == DIRECTION_NONE && !hold) || (!measure && !plain))
		return false;
	p->target.kind = TARGET_DIRECTION;
	p->target.direction = f->verb == DIRECTION_NONE ? DIRECTION_HOLD : f->verb;
	p->certain = plain || folded_holds(f->folded, "andel*") || folded_holds(f->folded, "antal*");
	p->unit = unit_of_words(f);
	set_deadline(f, &p->target);
	return true;
}

typedef bool (*read_kind)(const struct facts *f, struct promise *p);

/* In this order: the first that the text is. */
static const read_kind kinds[] = { read_set, read_parity, read_gap, read_benchmark, read_change,
	read_verb_change, read_none, read_level, read_count, read_milestone, read_direction };

static struct promise
read_with(struct facts *f)
{
	struct promise p = { .certain = true, .unit = UNIT_NUMBER };

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		p = (struct promise){ .certain = true, .unit = UNIT_NUMBER };
		p.target.text = f->text;
		p.target.lang = STR("da");
		if (kinds[i](f, &p))
			return p;
	}
	p = (struct promise){ .certain = f->plain == NULL && f->change == NULL, .unit = UNIT_NUMBER };
	p.target.text = f->text;
	p.target.lang = STR("da");
	p.target.kind = TARGET_UNDEFINED;
	return p;
}

static struct facts
facts_of(struct reads *r, struct str text, int year)
{
	return (struct facts){ .reads = r, .arena = r->arena, .text = str_trim(text), .year = year };
}

struct promise
promise_read(struct reads *r, struct str text, int year)
{
	struct facts      f = facts_of(r, text, year);
	struct text_read *t = reads_of(r, f.text);
	struct promise    p, *kept;

	if (t->promise != NULL && t->year == year) {
		p = *t->promise;
		p.target.text = f.text;         /* of the asker: it tells where the words stand */
		return p;
	}
	if (missing_of_cell(f.text) == MISSING_NONE && f.text.len <= PROMISE_BYTES_MAX)
		facts_gather(&f);
	else
		f.folded = reads_folded(r, STR_NONE);
	p = read_with(&f);
	kept = ARENA_NEW(r->arena, struct promise);
	*kept = p;
	t->promise = kept;
	t->year = year;
	return p;
}

/* The byte after " og " between two counts: "200 … og 100 …"; 0: one promise. */
static size_t
second_count(const struct facts *f)
{
	const struct reading *first = NULL;

	for (size_t i = 0; i < f->r.len; i++) {
		const struct reading *r = &f->r.at[i];

		if (f->role[i] != ROLE_PLAIN || r->type != READING_NUMBER)
			continue;
		if (first != NULL && r->at > first->end + 4 && facts_end_with(facts_before(f, r->at), "og"))
			return r->at;
		first = r;
	}
	return 0;
}

/* "200 … og 100 …": two counts with one period. */
static void
split_counts(struct reads *r, int year, struct promises *ret)
{
	struct promise *first = &ret->at[ret->len - 1], second;
	struct facts    f = facts_of(r, first->target.text, year);
	size_t          cut;

	if (first->target.kind != TARGET_COUNT)
		return;
	facts_gather(&f);
	cut = second_count(&f);
	if (cut == 0)
		return;
	second = promise_read(r, str_slice(f.text, cut, f.text.len), year);
	if (second.target.kind != TARGET_COUNT)
		return;
	first->target.text = str_trim(str_slice(f.text, 0, cut - 3));
	second.target.each = first->target.each;
	second.target.window = first->target.window;
	second.target.has_window = first->target.has_window;
	second.target.deadline = first->target.deadline;
	second.target.has_deadline = first->target.has_deadline;
	ret->at[ret->len++] = second;
}

struct promises
promises_read(struct reads *r, struct str text, int year)
{
	struct promise  room[SENTENCES_MAX + 1];
	struct promises ret = { room, 0 };
	size_t          sentences = 0;
	struct str      sentence;

	for (size_t at = 0; sentences < SENTENCES_MAX && sentence_next(text, &at, &sentence); sentences++) {
		ret.at[ret.len] = promise_read(r, sentence, year);
		ret.len += ret.at[ret.len].target.kind != TARGET_UNDEFINED;
	}
	if (ret.len < 2) {
		/* One promise may need all the words: "… falder med 50 %. Senest i 2014." */
		ret.at[0] = promise_read(r, text, year);
		ret.len = 1;
		split_counts(r, year, &ret);
	}
	ret.at = ARENA_ARRAY(r->arena, struct promise, ret.len);
	for (size_t i = 0; i < ret.len; i++)
		ret.at[i] = room[i];
	return ret;
}
