/* judge_dsl.h - targets and series written as text, and judgements as one line,
 * so that a test of evaluate() is a table that can be read.
 *
 *	"forår 2007: 54,40; august 2008: godt 59 @2 _ * ! ?"
 *
 * is a series: period, value, then marks: @N method version, _ a break,
 * * preliminary, ! withheld, ? an assumed period, n=500 a survey's answers. A
 * value that is a missing symbol is missing. Members are "Nørrebro = SERIES | ...".
 */
#ifndef TEST_JUDGE_DSL_H
#define TEST_JUDGE_DSL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "core/evaluate.h"

struct row {
	const char      *name;
	enum target_kind kind;
	enum relation    relation;
	enum direction   direction;
	const char      *value;         /* "10", "-50 %" */
	const char      *deadline, *baseline, *window, *printed;
	bool             keep;
	enum each        each;
	enum unit        unit;
	enum direction   better;
	bool             developing, in_own_set;
	const char      *own, *other, *members;
	const char      *group, *other_title;
	const char      *as_of;
	const char      *want;          /* what judged() writes */
};

static inline struct period
dsl_period(struct str text)
{
	struct str    rest = str_trim(text), from;
	struct period p;
	int32_t       a, b;
	size_t        dots = str_find(rest, STR(".."), 0);

	if (dots != SIZE_MAX) {
		from = str_slice(rest, 0, dots);
		assert_true(day_from_iso(from, &a));
		assert_true(day_from_iso(str_slice(rest, dots + 2, rest.len), &b));
		return period_make(a, b, PRECISION_RANGE);
	}
	if (!period_parse(rest, &p))
		fail_msg("no period: " STR_FMT, STR_ARG(rest));
	return p;
}

static inline struct number
dsl_number(struct str text)
{
	struct number n;

	if (number_parse(str_trim(text), NOTATION_DA, &n) != NUMBER_OK)
		fail_msg("no number: " STR_FMT, STR_ARG(text));
	return n;
}

static inline bool
dsl_prefix(struct str *s, struct str word)
{
	if (!str_starts(*s, word))
		return false;
	*s = str_trim(str_slice(*s, word.len, s->len));
	return true;
}

static inline struct quantity
dsl_quantity(struct str text, enum unit u, int64_t answers)
{
	static const struct {
		struct str     word;
		enum qualifier q;
	} words[] = {
		{ STR_INIT("godt "), QUALIFIER_GOOD },     { STR_INIT("knap "), QUALIFIER_SCARCE },
		{ STR_INIT("ca. "), QUALIFIER_CIRCA },     { STR_INIT("over "), QUALIFIER_OVER },
		{ STR_INIT("under "), QUALIFIER_UNDER },   { STR_INIT("mindst "), QUALIFIER_ATLEAST },
		{ STR_INIT("højst "), QUALIFIER_ATMOST },
	};
	enum qualifier  q = QUALIFIER_NONE;
	struct str      s = str_trim(text);
	struct quantity ret;
	struct number   n, high = NUMBER_ZERO;
	size_t          to = str_find(s, STR(" til "), 0);

	for (size_t i = 0; i < COUNT_OF(words) && q == QUALIFIER_NONE; i++)
		if (dsl_prefix(&s, words[i].word))
			q = words[i].q;
	if (to != SIZE_MAX) {
		q = QUALIFIER_RANGE;
		high = dsl_number(str_slice(s, to + 5, s.len));
		s = str_slice(s, 0, to);
	}
	n = dsl_number(s);
	if (answers > 0)
		assert_true(quantity_survey(n, answers, NUMBER(1, 0), &ret));
	else
		assert_true(quantity_make(n, q, high, u, &ret));
	return ret;
}

static inline enum missing
dsl_missing(struct str cell)
{
	static const struct str symbols[] = {
#define X(id, code, symbol, da, en) STR_INIT(symbol),
		MISSINGS(X)
#undef X
	};

	for (size_t i = 1; i < COUNT_OF(symbols); i++)
		if (str_eq(cell, symbols[i]))
			return (enum missing)i;
	return MISSING_NONE;
}

/* The last word, when it is a mark: taken off `*value` and noted in `o`. */
static inline bool
dsl_mark(struct observation *o, struct str *value, int64_t *answers)
{
	size_t     space = value->len;
	struct str mark;

	while (space > 0 && value->at[space - 1] != ' ')
		space--;
	mark = str_slice(*value, space, value->len);
	if (space == 0)
		return false;
	if (mark.at[0] == '@')
		o->method = (uint32_t)(mark.at[1] - '0');
	else if (str_eq(mark, STR("_")))
		o->breaks = true;
	else if (str_eq(mark, STR("*")))
		o->preliminary = true;
	else if (str_eq(mark, STR("!")))
		o->withheld = true;
	else if (str_eq(mark, STR("?")))
		o->assumed = true;
	else if (!str_starts(mark, STR("n=")) || !str_int(str_slice(mark, 2, mark.len), answers))
		return false;
	*value = str_trim(str_slice(*value, 0, space));
	return true;
}

static inline struct series
dsl_series(struct arena *a, const char *text, enum unit u)
{
	struct observation *at = ARENA_ARRAY(a, struct observation, 64);
	struct str          rest = str_from(text);
	size_t              len = 0;

	while (rest.len > 0) {
		struct str          entry = str_cut(&rest, ';'), period = str_cut(&entry, ':');
		struct observation *o = &at[len++];
		int64_t             answers = 0;

		*o = (struct observation){ .period = dsl_period(period), .method = 1 };
		entry = str_trim(entry);
		while (dsl_mark(o, &entry, &answers))
			;
		o->missing = dsl_missing(entry);
		if (o->missing == MISSING_NONE)
			o->value = dsl_quantity(entry, u, answers);
	}
	qsort(at, len, sizeof *at, observation_cmp);
	return (struct series){ at, len };
}

static inline void
dsl_members(struct arena *a, const char *text, enum unit u, struct evidence *e)
{
	struct member *at = ARENA_ARRAY(a, struct member, 16);
	struct str     rest = str_from(text);

	while (rest.len > 0) {
		struct str series = str_cut(&rest, '|'), title = str_cut(&series, '=');

		at[e->member_count].title = str_trim(title);
		at[e->member_count++].series = dsl_series(a, str_dup(a, str_trim(series)).at, u);
	}
	e->members = at;
}

static inline int32_t
dsl_day(const char *iso)
{
	int32_t day;

	assert_true(day_from_iso(str_from(iso), &day));
	return day;
}

static inline struct target
dsl_target(const struct row *r)
{
	struct target t = {
		.id = STR("t1"), .text = str_from(r->name), .lang = STR("da"),
		.kind = r->kind, .relation = r->relation, .direction = r->direction,
		.keep = r->keep, .each = r->each,
	};
	struct str value = str_from(r->value);

	if (value.len > 0) {
		t.has_value = true;
		t.percent = str_ends(value, STR("%"));
		t.value = dsl_number(str_slice(value, 0, value.len - (t.percent ? 2 : 0)));
	}
	if (r->deadline != NULL) {
		t.has_deadline = true;
		t.deadline = dsl_period(str_from(r->deadline));
	}
	if (r->baseline != NULL) {
		t.has_baseline = true;
		t.baseline = dsl_period(str_from(r->baseline));
	}
	if (r->window != NULL) {
		t.has_window = true;
		t.window = dsl_period(str_from(r->window));
	}
	if (r->printed != NULL) {
		t.has_printed = true;
		t.printed = dsl_quantity(str_from(r->printed), r->unit, 0);
	}
	return t;
}

static inline struct judgement
dsl_judge(struct arena *a, const struct row *r)
{
	struct target   *t = ARENA_NEW(a, struct target);
	struct indicator *i = ARENA_NEW(a, struct indicator);
	struct evidence *e = ARENA_NEW(a, struct evidence);
	enum unit        member_unit = r->kind == TARGET_SET ? UNIT_COUNT : r->unit;

	*t = dsl_target(r);
	*i = (struct indicator){ .id = STR("i1"), .title_da = STR("Åbne døre"), .unit = r->unit,
	                         .better = r->better, .developing = r->developing };
	e->indicator = i;
	e->area = STR("København");
	e->own = dsl_series(a, r->own, r->unit);
	e->other = dsl_series(a, r->other, r->unit);
	e->group = str_from(r->group);
	e->other_title = str_from(r->other_title);
	e->in_own_set = r->in_own_set;
	dsl_members(a, r->members, member_unit, e);
	return evaluate(a, t, e, dsl_day(r->as_of));
}

static inline void
put_figure(struct buf *b, const char *key, bool has, struct number n)
{
	if (!has)
		return;
	buf_putf(b, " %s=", key);
	number_write_plain(b, n);
}

/* Everything that a judgement says, in one line. */
static inline struct str
judged(struct arena *a, const struct judgement *j)
{
	static const char *const flags[] = { " early", " rebased", " method", " not_each" };
	bool                     on[] = { j->early, j->rebased, j->method_changed, j->not_each };
	struct buf               b;
	struct str               ret;

	buf_init(&b, 4096);
	buf_put(&b, verdict_code(j->verdict));
	BUF_LIT(&b, " ");
	buf_put(&b, reason_code(j->reason));
	put_figure(&b, "pace", j->has_pace, j->pace_shown);
	put_figure(&b, "required", j->has_required, j->required);
	put_figure(&b, "needed", j->has_needed, j->needed_per_year);
	for (size_t i = 0; i < COUNT_OF(flags); i++)
		if (on[i])
			buf_put(&b, str_from(flags[i]));
	if (j->uncertain) {
		BUF_LIT(&b, " or=");
		buf_put(&b, verdict_code(j->other_verdict));
	}
	if (j->worst.len > 0) {
		BUF_LIT(&b, " worst=");
		buf_put(&b, j->worst);
	}
	ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}

/* Runs every row; says which differ before it fails. With PEJL_SAY set, prints
 * the sentences for people to read. */
static inline void
check_rows(const struct row *rows, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct arena     a = { 0 };
		struct judgement j = dsl_judge(&a, &rows[i]);
		struct str       got = judged(&a, &j);

		if (!str_eq(got, str_from(rows[i].want)) && ++wrong)
			print_error("%s\n  want %s\n  got  " STR_FMT "\n", rows[i].name,
			            rows[i].want, STR_ARG(got));
		if (getenv("PEJL_SAY") != NULL)
			print_message("%s\n  " STR_FMT "\n  " STR_FMT "\n  " STR_FMT "\n", rows[i].name,
			              STR_ARG(j.da), STR_ARG(j.en), STR_ARG(j.rule));
		assert_true(j.da.len > 10 && j.en.len > 10 && j.rule.len > 10);
		assert_int_equal(utf8_check(j.da), SIZE_MAX);
		assert_int_equal(utf8_check(j.en), SIZE_MAX);
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

#endif
