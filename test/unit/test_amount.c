/* What a cell of a table says as an amount: signs, marks, units, and nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise/amount.h"

struct says {
	const char       *text;
	enum amount_state state;
	struct number     value;
	int64_t           factor;
};

static const struct says cells[] = {
	{ "32,9", AMOUNT_VALUE, { 329, 1 }, 0 },
	{ "(2,0)", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "( 2,0 )", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "(1.200)", AMOUNT_VALUE, { -1200, 0 }, 0 },
	{ "(1 200)", AMOUNT_VALUE, { -1200, 0 }, 0 },
	{ "(2,0)³", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "(2,0) 3)", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "-2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "- 2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "– 2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "–2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "−2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "‑2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "÷ 2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "./. 2,0", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "2,0-", AMOUNT_VALUE, { -20, 1 }, 0 },
	{ "1.200-", AMOUNT_VALUE, { -1200, 0 }, 0 },
	{ "(2,0-)", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "½", AMOUNT_VALUE, { 5, 1 }, 0 },
	{ "1½", AMOUNT_VALUE, { 15, 1 }, 0 },
	{ "2 ¾", AMOUNT_VALUE, { 275, 2 }, 0 },
	{ "1,5½", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "+2,0", AMOUNT_VALUE, { 20, 1 }, 0 },
	{ "(-2,0)", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "--2,0", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "-(2,0)", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "-+2,0", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "(2,0", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "2,0)", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "32,9 ⁴", AMOUNT_VALUE, { 329, 1 }, 0 },
	{ "8,5³", AMOUNT_VALUE, { 85, 1 }, 0 },
	{ "8,5¹²", AMOUNT_VALUE, { 85, 1 }, 0 },
	{ "8,5 3)", AMOUNT_VALUE, { 85, 1 }, 0 },
	{ "8,5 12)", AMOUNT_VALUE, { 85, 1 }, 0 },
	{ "8,5*", AMOUNT_VALUE, { 85, 1 }, 0 },
	{ "8,53)", AMOUNT_TEXT, { 0, 0 }, 0 },          /* 8,5 with mark 3, or 8,53? */
	{ "8,5 (3)", AMOUNT_TEXT, { 0, 0 }, 0 },        /* a mark, or a part? */
	{ "8 300)", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "8,5 3", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "200.000 kr.", AMOUNT_VALUE, { 200000, 0 }, 1 },
	{ "kr. 300.000", AMOUNT_VALUE, { 300000, 0 }, 1 },
	{ "(1,5 mio. kr.)", AMOUNT_VALUE, { -15, 1 }, 1000000 },
	{ "1,5 mio. kr.²", AMOUNT_VALUE, { 15, 1 }, 1000000 },
	{ "500 t. kr.", AMOUNT_VALUE, { 500, 0 }, 1000 },
	{ "500,-", AMOUNT_VALUE, { 500, 0 }, 1 },
	{ "-", AMOUNT_NIL, { 0, 0 }, 0 },
	{ "–", AMOUNT_NIL, { 0, 0 }, 0 },
	{ "?", AMOUNT_UNKNOWN, { 0, 0 }, 0 },
	{ "..", AMOUNT_UNKNOWN, { 0, 0 }, 0 },
	{ "", AMOUNT_EMPTY, { 0, 0 }, 0 },
	{ "³", AMOUNT_EMPTY, { 0, 0 }, 0 },
	{ "fra Ærøpuljen", AMOUNT_TEXT, { 0, 0 }, 0 },
	{ "9999999999999999999,9", AMOUNT_TEXT, { 0, 0 }, 0 },
};

static void
every_cell(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cells); i++) {
		struct amount m = amount_of(str_from(cells[i].text));

		if (m.state == cells[i].state && (m.state != AMOUNT_VALUE ||
		    (number_cmp(m.value, cells[i].value) == 0 && m.factor == cells[i].factor)))
			continue;
		print_error("\"%s\": state %d, %lld e-%d, factor %lld\n", cells[i].text, (int)m.state,
		    (long long)m.value.units, m.value.scale, (long long)m.factor);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_cell) };

	return cmocka_run_group_tests_name("amount", tests, NULL, NULL);
}
