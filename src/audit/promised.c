#include "audit/promised.h"
#include "recognise/sentence.h"

#define PARTS_MAX    16                 /* ", at …" in one sentence */
#define SPOKEN_MAX   4096               /* bytes of a field that are read */
#define PROMISES_MAX 20000

struct reader {
	struct arena            *arena;
	const struct recognition *seen;
	struct promised_list     list;
	size_t                   cap;
};

static bool
promises_something(const struct promise *p)
{
	switch (p->target.kind) {
	case TARGET_LEVEL: case TARGET_CHANGE: case TARGET_RATE: case TARGET_GAP: case TARGET_COUNT:
		return p->target.has_value;
	case TARGET_DIRECTION:
		return p->target.direction == DIRECTION_RISE || p->target.direction == DIRECTION_FALL;
	case TARGET_BENCHMARK: case TARGET_SET: case TARGET_MILESTONE: case TARGET_PARITY:
	case TARGET_UNDEFINED: case TARGET_KIND_COUNT:
		return false;
	}
	return false;
}

/* Where the next ", at ", "om at ", "og at " begins; text.len: nowhere. */
static size_t
next_part(struct str text, size_t from, size_t *after)
{
	static const struct str marks[] = {
		STR_INIT(", at "), STR_INIT(" om at "), STR_INIT(" og at "), STR_INIT("samt at "),
	};
	size_t first = text.len;

	*after = text.len;
	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		size_t hit = str_find(text, marks[i], from);

		if (hit < first) {
			first = hit;
			*after = hit + marks[i].len;
		}
	}
	return first;
}

static void
add(struct reader *r, size_t proposal, const struct field *f, struct promise promise, struct str about)
{
	struct promised p = { .promise = promise, .text = str_trim(promise.target.text), .field = f,
	                      .proposal = proposal, .named = about };

	if (!promises_something(&promise) || r->list.len == PROMISES_MAX)
		return;
	p.about = measure_of_goal(r->seen->reads, about,
	    promise.target.kind == TARGET_COUNT ? &promise.target.value : NULL);
	p.years = years_named(p.text);
	ARENA_GROW(r->arena, r->list.at, r->list.len, &r->cap);
	r->list.at[r->list.len++] = p;
}

/* A part that promises nothing goes on with what the one before it said. */
static void
read_sentence(struct reader *r, size_t proposal, const struct field *f, struct str s)
{
	struct promise part[PARTS_MAX];
	size_t         from[PARTS_MAX + 1], n = 0, at = 0, after = 0;

	do {
		from[n++] = after;
		at = next_part(s, after, &after);
	} while (n < PARTS_MAX && at < s.len);
	from[n] = s.len;
	for (size_t i = 0; i < n; i++)
		part[i] = promise_read(r->seen->reads, str_slice(s, from[i], from[i + 1]), 0);
	for (size_t i = 0, to; i < n; i = to) {
		to = i + 1;
		if (!promises_something(&part[i]))
			continue;
		while (to < n && part[to].target.kind == TARGET_UNDEFINED)
			to++;
		if (to > i + 1)
			part[i] = promise_read(r->seen->reads, str_slice(s, from[i], from[to]), 0);
		add(r, proposal, f, part[i], part[i].target.text);
	}
}

/* Outside a goal only figures are compared: most of what is told there promises
 * nothing, and reading it takes time. */
static bool
may_promise(const struct field *f, struct str s)
{
	bool ret = f->kind == FIELD_GOAL || str_find(s, STR("procent"), 0) != SIZE_MAX;

	for (size_t i = 0; i < s.len && !ret; i++)
		ret = s.at[i] >= '0' && s.at[i] <= '9';
	return ret;
}

static void
read_field(struct reader *r, size_t proposal, const struct field *f)
{
	struct str text = str_slice(f->text, 0, SPOKEN_MAX), s;

	for (size_t at = 0; sentence_next(text, &at, &s);)
		if (may_promise(f, s))
			read_sentence(r, proposal, f, s);
}

static void
read_proposal(struct reader *r, size_t i)
{
	const struct proposal *p = &r->seen->at[i];

	for (size_t k = 0; k < p->len; k++) {
		const struct field *f = &p->at[k];

		if (f->kind == FIELD_GOAL || f->kind == FIELD_CONTRIBUTION || f->kind == FIELD_OBJECTIVE)
			read_field(r, i, f);
		/* "64,00 pct." is about what the row is about. */
		else if (f->kind == FIELD_TARGET && p->kind == PROPOSAL_INDICATOR)
			add(r, i, f, promise_read(r->seen->reads, f->text, 0), p->title);
	}
}

struct promised_list
promised_read(const struct recognition *seen)
{
	struct reader         r = { .arena = seen->reads->arena, .seen = seen };
	struct promised_list *kept;

	if (seen->reads->promised != NULL)
		return *seen->reads->promised;
	for (size_t i = 0; i < seen->len; i++)
		if (seen->at[i].kind != PROPOSAL_CLAIM && seen->at[i].kind != PROPOSAL_BUDGET_LINE)
			read_proposal(&r, i);
	kept = ARENA_NEW(r.arena, struct promised_list);
	*kept = r.list;
	seen->reads->promised = kept;
	return r.list;
}

static struct str
figure_words(struct arena *a, const struct promised *p, bool danish)
{
	struct number n = p->promise.target.value;
	struct str    unit = STR_NONE, ret;
	struct buf    b;

	if (n.units < 0 && n.units > INT64_MIN)
		n.units = -n.units;
	if (p->promise.target.percent)
		unit = danish ? STR(" pct.") : STR(" per cent");
	else if (p->promise.unit == UNIT_SHARE && p->promise.target.kind == TARGET_LEVEL)
		unit = danish ? STR(" pct.") : STR(" per cent");
	else if (p->promise.unit == UNIT_SHARE)
		unit = danish ? STR(" procentpoint") : STR(" percentage points");
	buf_init(&b, NUMBER_TEXT_MAX + 32);
	number_write(&b, n, danish ? NOTATION_DA : NOTATION_EN);
	buf_put(&b, unit);
	ret = buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return ret;
}

struct str
promised_words(struct arena *a, const struct promised *p, bool danish)
{
	if (p->promise.target.kind != TARGET_DIRECTION)
		return figure_words(a, p, danish);
	if (p->promise.target.direction == DIRECTION_RISE)
		return danish ? STR("stige") : STR("rise");
	return danish ? STR("falde") : STR("fall");
}

bool
promised_comparable(const struct promised *a, const struct promised *b)
{
	const struct target *t = &a->promise.target, *u = &b->promise.target;

	if (t->kind != u->kind || t->each != u->each)
		return false;
	if (a->years.len > 0 && b->years.len > 0 && !years_eq(&a->years, &b->years))
		return false;
	if (t->has_deadline && u->has_deadline && t->deadline.dated && u->deadline.dated &&
	    t->deadline.to != u->deadline.to)
		return false;
	if (t->kind == TARGET_LEVEL && t->relation != u->relation && t->relation != RELATION_EQ &&
	    u->relation != RELATION_EQ)
		return false;
	return true;
}

bool
promised_agrees(const struct promised *a, const struct promised *b)
{
	const struct target *t = &a->promise.target, *u = &b->promise.target;

	if (t->kind == TARGET_DIRECTION)
		return t->direction == u->direction;
	return t->percent == u->percent && number_cmp(t->value, u->value) == 0;
}
