/* What is kept of a fact gives back all that another is held against. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"
#include "audit/kept_fact.h"

static const char *const texts[] = {
	"Navn på indsats\tÅbent hus på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\n"
	"Mål\tMindst 80,5 pct. af gæsterne er tilfredse med betjeningen inden udgangen af 2012.\n",
	"Navn på indsats\tÅbent hus på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\n"
	"Mål\tAntallet af ledige gæster i boligerne skal falde.\n",
	"Navn på indsats\tÅbent hus på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\nMål\tFlere ældre\n"
	"Status ift. målopfyldelse\tI juni 2011 var andelen af trygge ældre i boligerne 42,1 pct.\n",
	"Navn på indsats\tÅbent hus på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\nMål\tFlere ældre\n"
	"Status ift. målopfyldelse\tI 2011 var der 45 frivillige mentorer på Ågade.\n",
	"Navn på indsats\tÅbent hus på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\nMål\tFlere ældre\n"
	"Status ift. målopfyldelse\tI 2011 var driften af værestedet på Ågade 3,5 mio. kr.\n",
};

static void
same(const struct fact *is, const struct fact *was)
{
	assert_int_equal(is->is_target, was->is_target);
	if (is->is_target) {
		assert_true(measure_is_same(&is->target.about, &was->target.about));
		assert_true(promised_comparable(&is->target, &was->target));
		assert_true(promised_comparable(&was->target, &is->target));
		assert_true(promised_agrees(&is->target, &was->target));
		assert_int_equal(is->target.years.len, was->target.years.len);
		assert_int_equal(is->target.promise.target.relation, was->target.promise.target.relation);
		return;
	}
	assert_true(stated_is_same(&is->value, &was->value));
	assert_true(stated_agrees(&is->value, &was->value));
	assert_true(str_eq(is->value.text, was->value.text));
}

static void
comes_back(void **state)
{
	size_t targets = 0, values = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct arena       a = { 0 };
		struct diags       d = diags_new(&a);
		struct document    doc;
		struct recognition seen;
		struct facts       facts;

		assert_true(document_read(&a, STR("a.txt"), FORMAT_TEXT, str_from(texts[i]), &d, &doc));
		seen = recognise(&a, &doc);
		facts = across_facts(&a, &doc, &seen, STR("a.txt"));
		for (size_t k = 0; k < facts.len; k++) {
			struct str  stem[MEASURE_WORDS_MAX];
			struct fact was;
			struct buf  b, again;

			buf_init(&b, 1000);
			buf_init(&again, 1000);
			fact_pack(&b, &facts.at[k]);
			fact_unpack(buf_str(&b), stem, &was);
			same(&facts.at[k], &was);
			fact_pack(&again, &was);
			assert_true(buf_ok(&b) && str_eq(buf_str(&b), buf_str(&again)));
			targets += was.is_target;
			values += !was.is_target;
			buf_free(&b);
			buf_free(&again);
		}
		arena_free(&a);
	}
	assert_in_range(targets, 2, 10);
	assert_int_equal(values, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(comes_back) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
