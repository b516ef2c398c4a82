/* test_gate.c - the gate lets everything through that a scanner knows. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>

#include "core/gate.h"
#include "core/phrase.h"

struct walk {
	enum gate_kind kind;
	uint64_t       due[GATE_KIND_COUNT + 1][GATE_BITS / 64];        /* the last: goes on */
	size_t         phrases, kept_out;
};

static void
make_due(uint64_t *due, size_t bit)
{
	if (bit != GATE_NONE)
		due[bit / 64] |= UINT64_C(1) << bit % 64;
}

static void
try_one(void *context, struct str phrase)
{
	struct walk    *w = context;
	struct gate_key key = gate_key(phrase);

	w->phrases++;
	make_due(w->due[w->kind], key.begins);
	make_due(w->due[GATE_KIND_COUNT], key.goes_on);
	if (key.begins != GATE_NONE && (gate_at(phrase, 0).kinds & GATE_BIT(w->kind)) == 0) {
		w->kept_out++;
		print_message("the gate keeps out \"" STR_FMT "\"\n", STR_ARG(phrase));
	}
}

static struct walk
walk_all(void)
{
	struct walk w = { .kind = GATE_LABEL };

	guard_phrases(try_one, &w);
	w.kind = GATE_PERIOD;
	period_phrases(try_one, &w);
	w.kind = GATE_FIGURE;
	words_phrases(try_one, &w);
	numeral_phrases(try_one, &w);
	return w;
}

static void
print_due(const uint64_t *due)
{
	print_message("\t{\n");
	for (size_t i = 0; i < GATE_BITS / 64; i++)
		print_message("%s0x%016" PRIx64 ",%s", i % 4 == 0 ? "\t\t" : " ", due[i],
		    i % 4 == 3 ? "\n" : "");
	print_message("\t},\n");
}

static void
lets_all_tables_through(void **state)
{
	struct walk w = walk_all();

	(void)state;
	if (w.kept_out > 0)
		print_message("due in core/gate.c:\n");
	for (size_t k = 0; w.kept_out > 0 && k <= GATE_KIND_COUNT; k++)
		print_due(w.due[k]);
	assert_true(w.phrases > 300);
	assert_int_equal(w.kept_out, 0);
}

/* Whatever stands in the tables and however it is written. */
static void
lets_readings_through(void **state)
{
	static const struct str texts[] = {
		STR_INIT("femogtyve"), STR_INIT("Enogtyve"), STR_INIT("syvoghalvfjerds"),
		STR_INIT("trehundrede"), STR_INIT("Halvdelen"), STR_INIT("NÆSTEN 5"),
		STR_INIT("Højst 5 pct."), STR_INIT("kr.300"), STR_INIT("Q1 2009"), STR_INIT("H1-2009"),
		STR_INIT("BR 09.10.08"), STR_INIT("året 2010"), STR_INIT("År 2010"),
		STR_INIT("Én"), STR_INIT("DKK 5"), STR_INIT("forår 2007"), STR_INIT("minus 5"),
		STR_INIT("twenty-five"), STR_INIT("uge 12 2009"), STR_INIT("Mål 2"),
		STR_INIT("I alt 5"), STR_INIT("i\xC2\xA0 alt"), STR_INIT("til og\nmed 2010"), STR_INIT("s. 5"),
		STR_INIT("i størrelsesordenen 5"), STR_INIT("t. kr."), STR_INIT("a total of 5"),
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		assert_true(gate_at(texts[i], 0).kinds != 0);
}

static void
keeps_out_what_begins_nothing(void **state)
{
	static const struct str texts[] = {
		STR_INIT("kommune"), STR_INIT("borgerne"), STR_INIT("ærgrelse"), STR_INIT("Økonomi"),
		STR_INIT("og"), STR_INIT("som"), STR_INIT("ikkevold"), STR_INIT("Københavns"),
		STR_INIT("i København"), STR_INIT("med Østerbro"), STR_INIT("til ældre"),
	};
	size_t out = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		out += gate_at(texts[i], 0).kinds == 0;
	assert_true(out >= COUNT_OF(texts) - 2);        /* a bit may be shared */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lets_all_tables_through),
		cmocka_unit_test(lets_readings_through),
		cmocka_unit_test(keeps_out_what_begins_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
