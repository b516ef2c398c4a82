#include "recognise/promise_facts.h"
#include "recognise/promise_words.h"
#include <string.h>

#define LOOK_BACK 80            /* bytes before a figure that say what it is */
#define LOOK_ON   40

struct str
facts_before(const struct facts *f, size_t at)
{
	return utf8_fold(f->arena, str_slice(f->text, at > LOOK_BACK ? at - LOOK_BACK : 0, at));
}

struct str
facts_after(const struct facts *f, size_t at)
{
	return utf8_fold(f->arena, str_slice(f->text, at, at + LOOK_ON));
}

bool
facts_end_with(struct str s, const char *words)
{
	static const char *const qualifiers[] = { "mindst", "minimum", "ca.", "cirka", "omkring",
		"op til", "godt", "knap", "hoejst", "maksimalt", "over", "under", "yderligere", NULL };
	struct str w = str_from(words);

	for (size_t i = 0; qualifiers[i] != NULL; i++)
		if (str_ends(s, str_from(qualifiers[i])))
			s = str_trim(str_slice(s, 0, s.len - strlen(qualifiers[i])));
	return str_ends(s, w) && (s.len == w.len || !letter_is_word(s.at[s.len - w.len - 1]));
}

/* The direction word nearest before the end of `s`. */
static enum direction
last_direction(struct str s)
{
	enum direction best = DIRECTION_NONE;
	size_t         at = 0, hit;

	for (size_t from = 0; (hit = folded_find_any(s, words_rise, from)) != SIZE_MAX; from = hit + 1) {
		best = DIRECTION_RISE;
		at = hit;
	}
	for (size_t from = 0; (hit = folded_find_any(s, words_fall, from)) != SIZE_MAX; from = hit + 1)
		if (best == DIRECTION_NONE || hit >= at) {
			best = DIRECTION_FALL;
			at = hit;
		}
	return best;
}

enum direction
facts_direction(const struct facts *f, const struct reading *r)
{
	struct str     head = utf8_fold(f->arena, str_slice(f->text, 0, r->at));
	enum direction d = last_direction(head);
	size_t         rise, fall;

	if (d != DIRECTION_NONE)
		return d;
	head = utf8_fold(f->arena, str_slice(f->text, r->end, f->text.len));
	rise = folded_find_any(head, words_rise, 0);
	fall = folded_find_any(head, words_fall, 0);
	if (rise == fall)
		return DIRECTION_NONE;
	return rise < fall ? DIRECTION_RISE : DIRECTION_FALL;
}

static bool
is_figure(const struct reading *r)
{
	return r->type == READING_NUMBER || r->type == READING_PERCENT || r->type == READING_MONEY;
}

static bool
is_from_baseline(struct str head)
{
	size_t from = folded_find(head, "fra", 0), next;

	if (facts_end_with(head, "fra") ||
	    (folded_has(head, "udgangspunkt*") && facts_end_with(head, "paa")))
		return true;
	while (from != SIZE_MAX && (next = folded_find(head, "fra", from + 1)) != SIZE_MAX)
		from = next;
	return from != SIZE_MAX && facts_end_with(head, "paa") &&
	    !folded_has(str_slice(head, from, head.len), "til");
}

static enum role
role_of(const struct facts *f, const struct reading *r)
{
	struct str     head, tail;
	enum direction d;

	if (!is_figure(r))
		return ROLE_NONE;
	head = facts_before(f, r->at);
	tail = facts_after(f, r->end);
	d = facts_direction(f, r);
	if (r->type == READING_NUMBER && (folded_find_any(tail, words_duration, 0) == 0 ||
	    str_starts(tail, STR("-aar"))))
		return ROLE_NONE;
	if (facts_end_with(head, "gabet paa") || facts_end_with(head, "gab paa") || facts_end_with(head, "forskel paa") ||
	    facts_end_with(head, "forskellen paa"))
		return ROLE_GAP;
	if (is_from_baseline(head))
		return ROLE_BASELINE;
	for (size_t i = 0; words_before_change[i] != NULL; i++)
		if (facts_end_with(head, words_before_change[i]) && d != DIRECTION_NONE)
			return ROLE_CHANGE;
	if (r->type == READING_PERCENT && r->unit == UNIT_POINT)
		return ROLE_CHANGE;
	if (r->type == READING_PERCENT && (folded_starts(tail, "flere") || folded_starts(tail, "faerre") ||
	    folded_starts(tail, "oeget") || folded_starts(tail, "lavere") || folded_starts(tail, "hoejere")))
		return ROLE_CHANGE;
	if (d != DIRECTION_NONE && (facts_end_with(head, "til") || facts_end_with(head, "ned paa") ||
	    facts_end_with(head, "op paa") || facts_end_with(head, "ned til") || facts_end_with(head, "op til")))
		return ROLE_LEVEL;
	return ROLE_PLAIN;
}

/* "fra 2008 til 2011": from the first year, by the end of the last. */
static bool
take_range(struct facts *f, struct period p)
{
	struct date last = date_of(p.to - 1), first = date_of(p.from);

	if (p.precision != PRECISION_RANGE || p.deadline || first.month != 1 || first.day != 1 ||
	    last.month != 12 || last.day != 31)
		return false;
	f->baseline = period_make(p.from, day_of(first.year + 1, 1, 1), PRECISION_YEAR);
	f->deadline = period_make(day_of(last.year, 1, 1), p.to, PRECISION_YEAR);
	f->has_baseline = f->has_deadline = true;
	return true;
}

static void
take_period(struct facts *f, const struct reading *r)
{
	struct str    head = facts_before(f, r->at);
	struct period p = period_in_year(r->period, f->year);

	if (folded_has(utf8_fold(f->arena, str_slice(f->text, r->at, r->end)), "br") ||
	    facts_end_with(head, "br") || !p.dated)
		return;
	if (facts_end_with(head, "fra") && take_range(f, p))
		return;
	if (!p.deadline && (facts_end_with(head, "udgangspunktet i") || facts_end_with(head, "udgangspunkt i") ||
	    facts_end_with(head, "siden") || facts_end_with(head, "i forhold til") || facts_end_with(head, "fra") ||
	    facts_end_with(head, "udgangspunktet") || facts_end_with(head, "startmaalingen i"))) {
		f->baseline = p;
		f->has_baseline = true;
	} else if (p.deadline) {
		f->deadline = p;
		f->has_deadline = true;
	} else if (!f->has_window) {
		f->window = p;
		f->has_window = true;
	}
}

void
facts_gather(struct facts *f)
{
	f->folded = reads_folded(f->reads, f->text);
	f->r = reads_phrase(f->reads, f->text);
	f->role = ARENA_ARRAY(f->arena, enum role, f->r.len + 1);
	if (folded_holds_any(f->folded, words_rise) || folded_holds_any(f->folded, words_fall))
		f->verb = last_direction(f->folded->text);
	for (size_t i = 0; i < f->r.len; i++) {
		const struct reading *r = &f->r.at[i];

		f->role[i] = role_of(f, r);
		if (r->type == READING_PERIOD)
			take_period(f, r);
		if (f->role[i] == ROLE_CHANGE && f->change == NULL)
			f->change = r;
		if (f->role[i] == ROLE_LEVEL && f->level == NULL)
			f->level = r;
		if (f->role[i] == ROLE_PLAIN && (f->plain == NULL ||
		    (f->plain->type != READING_PERCENT && r->type == READING_PERCENT)))
			f->plain = r;
	}
	if (f->change != NULL && f->level != NULL && f->level->type == READING_PERCENT)
		f->printed = f->level;
}
