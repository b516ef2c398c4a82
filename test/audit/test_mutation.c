/* Change each amount of a budget table in turn: every sum whose rounding slack the
 * change exceeds fails by the right difference, smaller ones are rounding; mend
 * the totals and none is left. What must come out is reckoned here in whole tenths,
 * from the layout of these tables alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "sums_help.h"

#define ROWS_MAX 40
#define COLUMNS  4              /* three years and their total */
#define SUMS_MAX (ROWS_MAX * COLUMNS)

struct cell_at {
	int64_t  tenths;
	bool     dash;
	size_t   from, to;              /* bytes of the figure in the text */
	uint32_t line, column;
};

enum row_of { LINE, GROUP, GRAND };

struct model {
	struct str     text;
	enum row_of    kind[ROWS_MAX];
	struct cell_at at[ROWS_MAX][COLUMNS];
	size_t         rows;
};

/* ---- the layout: number, name, four amounts; a group and the total have no number ---- */

static void
read_cell(const struct model *m, size_t from, size_t to, struct cell_at *ret)
{
	struct cell_at c = { .from = from, .to = from, .dash = m->text.at[from] == '-' };

	for (; c.to < to && !c.dash && ((m->text.at[c.to] >= '0' && m->text.at[c.to] <= '9') ||
	    m->text.at[c.to] == ','); c.to++)
		if (m->text.at[c.to] != ',')
			c.tenths = c.tenths * 10 + (m->text.at[c.to] - '0');
	*ret = c;
}

static void
read_row(struct model *m, size_t from, size_t to, uint32_t line, char mark)
{
	size_t cell = 0, at = from, row = m->rows++;

	assert_true(m->rows <= ROWS_MAX);
	m->kind[row] = m->text.at[from] >= '0' && m->text.at[from] <= '9' ? LINE :
	    str_find(str_slice(m->text, from, to), STR("I ALT"), 0) != SIZE_MAX ? GRAND : GROUP;
	for (size_t i = from; i <= to; i++) {
		if (i < to && m->text.at[i] != mark)
			continue;
		if (cell >= 2 && cell < 2 + COLUMNS) {
			struct cell_at *c = &m->at[row][cell - 2];

			read_cell(m, at, i, c);
			c->line = line;
			c->column = (uint32_t)utf8_length(str_slice(m->text, from, at)) + 1;
		}
		cell++;
		at = i + 1;
	}
	assert_int_equal(cell, 2 + COLUMNS);
}

/* The rows below the header that begins with `head`. */
static struct model
model_of(struct str text, const char *head, char mark)
{
	struct model m = { .text = text };
	size_t       at = str_find(text, str_from(head), 0), from = 0;
	uint32_t     line = 1;
	bool         open = false;

	assert_true(at != SIZE_MAX);
	for (size_t i = 0; i <= text.len; i++) {
		if (i < text.len && text.at[i] != '\n')
			continue;
		if (open && i == from)
			break;
		if (open)
			read_row(&m, from, i, line, mark);
		open |= from <= at && at < i;
		from = i + 1;
		line++;
	}
	return m;
}

/* ---- what must come out ---- */

struct expect {
	size_t  row, column;
	int64_t sum, difference;
	int64_t figures;                /* rounded ones, the printed total among them */
};

static void
put(struct expect *e, const struct cell_at *c)
{
	e->sum += c->dash ? 0 : c->tenths;
	e->figures += !c->dash;
}

/* False: nothing is printed there that is a sum. */
static bool
expect_at(const struct model *m, size_t row, size_t column, struct expect *ret)
{
	const struct cell_at *printed = &m->at[row][column];
	struct expect         e = { .row = row, .column = column, .figures = !printed->dash };
	size_t                from = m->kind[row] == GRAND ? 0 : row + 1;

	if (m->kind[row] == LINE && column + 1 < COLUMNS)
		return false;
	for (size_t c = 0; m->kind[row] == LINE && c + 1 < COLUMNS; c++)
		put(&e, &m->at[row][c]);
	for (size_t r = from; m->kind[row] != LINE && r < m->rows; r++) {
		if (m->kind[row] == GROUP && m->kind[r] != LINE)
			break;
		if (m->kind[r] == LINE)
			put(&e, &m->at[r][column]);
	}
	e.difference = (printed->dash ? 0 : printed->tenths) - e.sum;
	*ret = e;
	return e.figures > 0;
}

static bool
exceeds(const struct expect *e)
{
	int64_t size = e->difference < 0 ? -e->difference : e->difference;

	return 2 * size > e->figures;
}

static const struct finding *
finding_at(const struct audit_report *r, const struct cell_at *c)
{
	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].line == c->line && r->finding[i].column == c->column)
			return &r->finding[i];
	return NULL;
}

/* Does the report say of every sum what must be said, and nothing else? */
static void
check(const struct model *m, const struct audit_report *r)
{
	size_t findings = 0;

	for (size_t row = 0; row < m->rows; row++)
		for (size_t c = 0; c < COLUMNS; c++) {
			const struct finding *f = finding_at(r, &m->at[row][c]);
			struct expect         e;

			if (!expect_at(m, row, c, &e) || e.difference == 0) {
				assert_null(f);
				continue;
			}
			findings++;
			assert_non_null(f);
			assert_int_equal(f->code, exceeds(&e) ? AUDIT_SUM : AUDIT_ROUNDING);
			assert_int_equal(number_cmp(f->difference, NUMBER(e.difference, 1)), 0);
			assert_int_equal(number_cmp(f->expected, NUMBER(e.sum, 1)), 0);
		}
	assert_int_equal(r->findings, findings);
}

/* ---- changing ---- */

static struct str
with_amount(struct arena *a, const struct model *m, const struct cell_at *c, int64_t tenths)
{
	return arena_printf(a, STR_FMT "%lld,%lld" STR_FMT, STR_ARG(str_slice(m->text, 0, c->from)),
	    (long long)(tenths / 10), (long long)(tenths % 10),
	    STR_ARG(str_slice(m->text, c->to, m->text.len)));
}

struct paper {
	const char *name, *head;
	char        mark;
};

struct tally {
	size_t changed, caught, must;
};

/* One amount changed: what is said, and is it caught? */
static void
change(const struct paper *p, const struct model *before, size_t row, size_t column, int64_t by,
    struct tally *t)
{
	struct arena        a = { 0 };
	struct str          text = with_amount(&a, before, &before->at[row][column],
	                        before->at[row][column].tenths + by);
	struct model        m = model_of(text, p->head, p->mark);
	struct audit_report r = audit_named(&a, str_from(p->name), text);
	bool                caught = false, every = true;

	check(&m, &r);
	for (size_t s = 0; s < m.rows; s++)
		for (size_t c = 0; c < COLUMNS; c++) {
			struct expect was, is;

			if (!expect_at(before, s, c, &was) || !expect_at(&m, s, c, &is) ||
			    was.difference == is.difference)
				continue;
			caught |= exceeds(&is);
			every &= by * 2 > is.figures;
		}
	t->changed++;
	t->caught += caught;
	t->must += every;
	assert_true(caught || !every);
	arena_free(&a);
}

static void
change_all(const struct paper *p, const struct model *m, bool sound)
{
	static const int64_t by[] = { 1, 3, 10, 20 };

	for (size_t i = 0; i < COUNT_OF(by); i++) {
		struct tally t = { 0 };

		for (size_t row = 0; row < m->rows; row++)
			for (size_t c = 0; c < COLUMNS; c++)
				if (!m->at[row][c].dash)
					change(p, m, row, c, by[i], &t);
		print_message("%s%s, %lld,%lld: %zu of %zu changes caught, %zu exceed every slack\n", p->name,
		    sound ? ", mended" : "", (long long)(by[i] / 10), (long long)(by[i] % 10), t.caught,
		    t.changed, t.must);
		assert_true(t.changed > 60);
		assert_true(by[i] < 10 || t.caught == t.changed);
	}
}

/* Every total is what its lines give: rows, then groups, then the grand total. */
static struct str
mended(struct arena *a, const struct paper *p, struct str text)
{
	for (int kind = LINE; kind <= GRAND; kind++)
		for (size_t row = 0; row < ROWS_MAX; row++)
			for (size_t c = 0; c < COLUMNS; c++) {
				struct model  m = model_of(text, p->head, p->mark);
				struct expect e;

				if (row < m.rows && (int)m.kind[row] == kind && expect_at(&m, row, c, &e) &&
				    e.difference != 0)
					text = with_amount(a, &m, &m.at[row][c], e.sum);
			}
	return text;
}

static void
run(const struct paper *p, struct str text)
{
	struct arena        a = { 0 };
	struct model        m = model_of(text, p->head, p->mark);
	struct audit_report r = audit_named(&a, str_from(p->name), text);
	struct str          sound;

	check(&m, &r);
	assert_true(findings_of(&r, AUDIT_SUM) > 0);
	change_all(p, &m, false);

	sound = mended(&a, p, text);
	r = audit_named(&a, str_from(p->name), sound);
	assert_int_equal(r.findings, 0);
	assert_true(r.hold > 20);
	m = model_of(sound, p->head, p->mark);
	change_all(p, &m, true);
	arena_free(&a);
}

static void
example(void **state)
{
	const struct paper p = { "oekonomioversigt.csv", "Nr.;", ';' };
	struct arena       a = { 0 };
	struct str         text;

	(void)state;
	if (!load(&a, "examples/papers/oekonomioversigt.csv", &text))
		fail();
	run(&p, text);
	arena_free(&a);
}

/* Of the real paper its last section, which the table makes up. */
static void
real(void **state)
{
	const struct paper p = { "oversigt.txt", "\t\t2008\t2009\t2010\tI alt", '\t' };
	struct arena       a = { 0 };
	struct str         text;
	size_t             at, next;

	(void)state;
	if (!real_paper(&a, "002_", &text)) {
		arena_free(&a);
		skip();
	}
	next = str_find(text, STR("\n4.1 Økonomioversigt"), 0);
	for (at = 0; next != SIZE_MAX; next = str_find(text, STR("\n4.1 Økonomioversigt"), next + 1))
		at = next + 1;
	assert_true(at > 0);
	run(&p, str_slice(text, at, text.len));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(example),
		cmocka_unit_test(real),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
