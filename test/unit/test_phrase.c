/* What is found in running text: every rule of section 2, and the real documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "unit/phrase_rows.h"
#include "unit/reading_text.h"

static void
put_all(struct buf *b, struct str text, struct readings r, const struct diags *d)
{
	for (size_t i = 0; i < r.len; i++) {
		if (i > 0)
			BUF_LIT(b, "; ");
		put_reading(b, text, &r.at[i]);
	}
	for (const struct diag *i = d->first; i != NULL; i = i->next) {
		if (b->len > 0)
			BUF_LIT(b, "; ");
		buf_putf(b, "error %zu:%zu", i->line, i->column);
	}
}

static void
reads_phrases(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(phrase_rows); i++) {
		const struct phrase_row *row = &phrase_rows[i];
		struct arena             a = { 0 };
		struct diags             d = diags_new(&a);
		struct str               text = str_from(row->text);
		struct buf               b;

		buf_init(&b, 4096);
		put_all(&b, text, phrase_read(&a, text, row->notation, &d), &d);
		if (!str_eq(buf_str(&b), str_from(row->expected)))
			fail_msg("\"%s\"\n   got %.*s\nwanted %s", row->text,
			    STR_ARG(buf_str(&b)), row->expected);
		buf_free(&b);
		arena_free(&a);
	}
}

/* ---- what is written is read again ---- */

static bool
same_bound(struct bound a, struct bound b)
{
	if (!a.exists || !b.exists)
		return a.exists == b.exists;
	return a.open == b.open && number_cmp(a.at, b.at) == 0;
}

static bool
same_quantity(const struct reading *a, const struct reading *b)
{
	const struct quantity *x = &a->quantity, *y = &b->quantity;

	return a->type == b->type && a->unit == b->unit && x->qualifier == y->qualifier &&
	    same_bound(x->range.low, y->range.low) && same_bound(x->range.high, y->range.high) &&
	    x->has_point == y->has_point &&
	    (!x->has_point || number_cmp(x->point, y->point) == 0);
}

/* A third has no figure of its own, and "2 millioner" is written in full: what is
 * written for those says more digits than were read. */
static bool
is_written_as_read(const struct reading *r)
{
	if (r->type == READING_PERIOD || r->type == READING_MISSING)
		return false;
	if (r->type == READING_NUMBER && r->money.factor > 1)
		return false;
	return r->type != READING_PERCENT || r->quantity.has_point ||
	    r->quantity.range.low.at.scale != 1;
}

static void
write_reading(struct buf *b, const struct reading *r, enum notation notation)
{
	if (r->type == READING_MONEY)
		money_write(b, &r->money, notation);
	else
		quantity_write(b, r->quantity, r->unit, notation);
}

static void
assert_reads_again(struct arena *a, const struct reading *r, enum notation notation)
{
	struct diags    d = diags_new(a);
	struct readings again;
	struct buf      b;

	buf_init(&b, 200);
	write_reading(&b, r, notation);
	assert_true(buf_ok(&b));
	again = phrase_read(a, buf_str(&b), notation, &d);
	if (again.len != 1 || d.count != 0 || !same_quantity(r, &again.at[0]))
		fail_msg("\"" STR_FMT "\" is not read as it was written", STR_ARG(buf_str(&b)));
	buf_free(&b);
}

static void
reads_what_it_writes(void **state)
{
	size_t checked = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(phrase_rows); i++) {
		struct arena    a = { 0 };
		struct diags    d = diags_new(&a);
		struct readings r = phrase_read(&a, str_from(phrase_rows[i].text),
		    phrase_rows[i].notation, &d);

		for (size_t j = 0; j < r.len; j++) {
			if (!is_written_as_read(&r.at[j]))
				continue;
			/* without a notation "2091" would be a year */
			for (int n = NOTATION_DA; n <= NOTATION_EN; n++)
				assert_reads_again(&a, &r.at[j], (enum notation)n);
			checked++;
		}
		arena_free(&a);
	}
	assert_true(checked > 100);
}

/* ---- problems ---- */

static void
names_what_it_refuses(void **state)
{
	static const struct { enum notation notation; const char *text, *message; } rows[] = {
		{ NO, "Der er ca. 1.234 børn",
		  "text:1:12: error: \"1.234\" can be thousands or decimals (declare how figures"
		  " are written: --locale da or --locale en)\n" },
		{ DA, "æ\nø 123456789012345678901 kr.",
		  "text:2:3: error: \"123456789012345678901\" has more digits than can be kept"
		  " exactly (write it with fewer digits or in a larger unit, as in mio. kr.)\n" },
		{ DA, "senest 31. juni 2010",
		  "text:1:1: error: \"senest 31. juni 2010\" is a date that does not exist (correct"
		  " the day or the month)\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena a = { 0 };
		struct diags d = diags_new(&a);
		struct buf   b;

		buf_init(&b, 1000);
		assert_int_equal(phrase_read(&a, str_from(rows[i].text), rows[i].notation, &d).len, 0);
		diags_write(&d, &b);
		if (!str_eq(buf_str(&b), str_from(rows[i].message)))
			fail_msg("\"%s\": " STR_FMT, rows[i].text, STR_ARG(buf_str(&b)));
		buf_free(&b);
		/* and without a list it is left out */
		assert_int_equal(phrase_read(&a, str_from(rows[i].text), rows[i].notation, NULL).len, 0);
		arena_free(&a);
	}
}

static void
missing_symbols_go_both_ways(void **state)
{
	enum missing m;

	(void)state;
	for (int i = 1; i < MISSING_COUNT; i++) {
		assert_int_equal(missing_of_cell(missing_symbol((enum missing)i)), i);
		assert_true(missing_from_code(missing_code((enum missing)i), &m));
		assert_int_equal(m, i);
	}
	assert_false(missing_from_code(STR("ingen"), &m));
	assert_int_equal(missing_of_cell(STR(" \t")), MISSING_NOT_STATED);
	assert_int_equal(missing_of_cell(STR("0")), MISSING_NONE);
	assert_int_equal(missing_of_cell(STR("Ingen institutioner")), MISSING_NONE);
	assert_int_equal(missing_of_cell(STR("æ")), MISSING_NONE);
}

/* ---- the real documents ---- */

static struct str
document(struct arena *a, const char *name)
{
	const char *folder = getenv("PEJL_DOCUMENTS");
	struct str  path = arena_printf(a, "%s/%s", folder ? folder : "../shared/documents", name);
	char       *bytes = ARENA_ARRAY(a, char, 1 << 20);
	FILE       *f = fopen(path.at, "rb");
	size_t      n;

	if (f == NULL)
		return STR_NONE;
	n = fread(bytes, 1, 1 << 20, f);
	fclose(f);
	return (struct str){ bytes, n };
}

static void
assert_in_order(struct str line, struct readings r)
{
	size_t end = 0;

	for (size_t i = 0; i < r.len; i++) {
		assert_true(r.at[i].at >= end && r.at[i].end <= line.len);
		end = r.at[i].end;
		if (r.at[i].type <= READING_MONEY && r.at[i].quantity.has_point)
			assert_true(interval_contains(r.at[i].quantity.range, r.at[i].quantity.point));
	}
}

/* How many percentages and amounts there are, and what the amounts with a point
 * add up to; counted elsewhere, by hand and by other means. */
static void
reads_the_documents(void **state)
{
	static const struct { const char *name; size_t percents, amounts, kroner; } documents[] = {
		{ "000_d605e6fa2a31c3d0.txt", 10, 0, 0 },
		{ "001_e56e0fdd7179aae5.txt", 11, 13, 50100000 },
		{ "002_fbc1732bb90d9cb7.txt", 75, 36, 1327299186 },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(documents); i++) {
		struct str    rest = document(&a, documents[i].name);
		struct diags  d = diags_new(&a);
		size_t        count[READING_MISSING + 1] = { 0 };
		struct number sum = NUMBER_ZERO;

		if (rest.len == 0) {
			arena_free(&a);
			skip();
		}
		while (rest.len > 0) {
			struct str      line = str_cut(&rest, '\n');
			struct readings r = phrase_read(&a, line, NOTATION_DA, &d);

			assert_in_order(line, r);
			for (size_t j = 0; j < r.len; j++) {
				count[r.at[j].type]++;
				if (r.at[j].type == READING_MONEY && r.at[j].quantity.has_point)
					assert_true(number_add(sum, r.at[j].quantity.point, &sum));
			}
		}
		assert_int_equal(d.count, 0);
		assert_int_equal(count[READING_PERCENT], documents[i].percents);
		assert_int_equal(count[READING_MONEY], documents[i].amounts);
		assert_int_equal(number_cmp(sum, NUMBER((int64_t)documents[i].kroner, 0)), 0);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_phrases),
		cmocka_unit_test(reads_what_it_writes),
		cmocka_unit_test(names_what_it_refuses),
		cmocka_unit_test(missing_symbols_go_both_ways),
		cmocka_unit_test(reads_the_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
