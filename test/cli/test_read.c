/* What `pejl read` finds in phrases: domain.md, 2, as JSON and as text. */
#include "cli/run.h"
#include "json_tree.h"

#define PERCENT "{\"type\":\"percent\",\"text\":"
#define A_NUMBER  "{\"type\":\"number\",\"text\":"
#define MONEY   "{\"type\":\"money\",\"text\":"
#define PERIOD  "{\"type\":\"period\",\"text\":"
#define MISSING "{\"type\":\"missing\",\"text\":"
#define PCT     "\"unit\":\"percent\""

static const struct {
	const char *text, *json;        /* without the brackets around */
} rows[] = {
	{ "59,90 pct.", PERCENT "\"59,90 pct.\",\"low\":\"59.895\",\"high\":\"59.905\",\"point\":\"59.90\"," PCT "}" },
	{ "1,24 %", PERCENT "\"1,24 %\",\"low\":\"1.235\",\"high\":\"1.245\",\"point\":\"1.24\"," PCT "}" },
	{ "godt 65 pct.", PERCENT "\"godt 65 pct.\",\"low\":\"65\",\"high\":\"66\",\"high_open\":true," PCT
	  ",\"qualifier\":\"good\"}" },
	{ "knap 65 pct.", PERCENT "\"knap 65 pct.\",\"low\":\"64\",\"high\":\"65\",\"low_open\":true," PCT
	  ",\"qualifier\":\"scarce\"}" },
	{ "ca. 64 pct.", PERCENT "\"ca. 64 pct.\",\"low\":\"63.5\",\"high\":\"64.5\",\"point\":\"64\"," PCT
	  ",\"qualifier\":\"circa\"}" },
	{ "over 80 %", PERCENT "\"over 80 %\",\"low\":\"80\",\"low_open\":true," PCT ",\"qualifier\":\"over\"}" },
	{ "under 5 pct.", PERCENT "\"under 5 pct.\",\"high\":\"5\",\"high_open\":true," PCT
	  ",\"qualifier\":\"under\"}" },
	{ "mindst 80 pct.", PERCENT "\"mindst 80 pct.\",\"low\":\"80\"," PCT ",\"qualifier\":\"at_least\"}" },
	{ "højst 5 procentpoint", PERCENT "\"højst 5 procentpoint\",\"high\":\"5\",\"unit\":\"percentage_point\","
	  "\"qualifier\":\"at_most\"}" },
	{ "ti procentpoint", PERCENT "\"ti procentpoint\",\"low\":\"9.5\",\"high\":\"10.5\",\"point\":\"10\","
	  "\"unit\":\"percentage_point\"}" },
	{ "-10 procentpoint", PERCENT "\"-10 procentpoint\",\"low\":\"-10.5\",\"high\":\"-9.5\",\"point\":\"-10\","
	  "\"unit\":\"percentage_point\"}" },
	{ "mindst 95", A_NUMBER "\"mindst 95\",\"low\":\"95\",\"qualifier\":\"at_least\"}" },
	{ "80-100 pr. uge", A_NUMBER "\"80-100 pr. uge\",\"low\":\"80\",\"high\":\"100\",\"qualifier\":\"range\","
	  "\"recurrence\":\"week\"}" },
	{ "ca. 1.300", A_NUMBER "\"ca. 1.300\",\"low\":\"1250\",\"high\":\"1350\",\"point\":\"1300\","
	  "\"qualifier\":\"circa\"}" },
	{ "2.091", A_NUMBER "\"2.091\",\"low\":\"2091\",\"high\":\"2091\",\"point\":\"2091\"}" },
	{ "6.105.606 kr.", MONEY "\"6.105.606 kr.\",\"low\":\"6105606\",\"high\":\"6105606\",\"point\":\"6105606\"}" },
	{ "kr. 300.000", MONEY "\"kr. 300.000\",\"low\":\"300000\",\"high\":\"300000\",\"point\":\"300000\"}" },
	{ "1,95 mio. kr.", MONEY "\"1,95 mio. kr.\",\"low\":\"1945000\",\"high\":\"1955000\",\"point\":\"1950000\"}" },
	{ "0 kr.", MONEY "\"0 kr.\",\"low\":\"0\",\"high\":\"0\",\"point\":\"0\"}" },
	{ "Kr. 0", MONEY "\"Kr. 0\",\"low\":\"0\",\"high\":\"0\",\"point\":\"0\"}" },
	{ "500.000 kr. om året", MONEY "\"500.000 kr. om året\",\"low\":\"500000\",\"high\":\"500000\","
	  "\"point\":\"500000\",\"recurrence\":\"year\"}" },
	{ "forår 2007", PERIOD "\"forår 2007\",\"from\":\"2007-03-01\",\"to\":\"2007-06-01\",\"precision\":\"season\"}" },
	{ "vinter 2008", PERIOD "\"vinter 2008\",\"from\":\"2007-12-01\",\"to\":\"2008-03-01\",\"precision\":\"season\"}" },
	{ "2011-2014", PERIOD "\"2011-2014\",\"from\":\"2011-01-01\",\"to\":\"2015-01-01\",\"precision\":\"range\"}" },
	{ "april/maj 2012", PERIOD "\"april/maj 2012\",\"from\":\"2012-04-01\",\"to\":\"2012-06-01\",\"precision\":\"range\"}" },
	{ "1.-2. september 2012", PERIOD "\"1.-2. september 2012\",\"from\":\"2012-09-01\",\"to\":\"2012-09-03\","
	  "\"precision\":\"range\"}" },
	{ "primo 2010", PERIOD "\"primo 2010\",\"from\":\"2010-01-01\",\"to\":\"2010-05-01\",\"precision\":\"third\"}" },
	{ "medio 2010", PERIOD "\"medio 2010\",\"from\":\"2010-05-01\",\"to\":\"2010-09-01\",\"precision\":\"third\"}" },
	{ "ultimo april", PERIOD "\"ultimo april\",\"precision\":\"third\"}" },
	{ "frem til 2010", PERIOD "\"frem til 2010\",\"to\":\"2011-01-01\",\"precision\":\"year\"}" },
	{ "senest i 2014", PERIOD "\"senest i 2014\",\"to\":\"2015-01-01\",\"precision\":\"year\"}" },
	{ "inden udgangen af 2011", PERIOD "\"inden udgangen af 2011\",\"to\":\"2012-01-01\",\"precision\":\"year\"}" },
	{ "16. december 2010", PERIOD "\"16. december 2010\",\"from\":\"2010-12-16\",\"to\":\"2010-12-17\","
	  "\"precision\":\"day\"}" },
	{ "feb 2011", PERIOD "\"feb 2011\",\"from\":\"2011-02-01\",\"to\":\"2011-03-01\",\"precision\":\"month\"}" },
	{ "17/05-2011", PERIOD "\"17/05-2011\",\"from\":\"2011-05-17\",\"to\":\"2011-05-18\",\"precision\":\"day\"}" },
	{ "2. kvartal 2009", PERIOD "\"2. kvartal 2009\",\"from\":\"2009-04-01\",\"to\":\"2009-07-01\","
	  "\"precision\":\"quarter\"}" },
	{ "1. halvår 2009", PERIOD "\"1. halvår 2009\",\"from\":\"2009-01-01\",\"to\":\"2009-07-01\",\"precision\":\"half\"}" },
	{ "BR 09.10.08", PERIOD "\"BR 09.10.08\",\"from\":\"2008-10-09\",\"to\":\"2008-10-10\",\"precision\":\"day\"}" },
	{ "-", MISSING "\"-\",\"reason\":\"nil\"}" },
	{ "./.", MISSING "\"./.\",\"reason\":\"not_applicable\"}" },
	{ "??????", MISSING "\"??????\",\"reason\":\"not_stated\"}" },
	{ "..", MISSING "\"..\",\"reason\":\"confidential\"}" },
	{ "…", MISSING "\"…\",\"reason\":\"not_available\"}" },
	{ "Sagsnr. 2010-72953", "" }, { "BR 395/2006", "" }, { "§ 110", "" },
	{ "1592 København V", "" }, { "blåbærgrød", "" },
	{ "47 af 83 eller 57 pct. i 2009",
	  A_NUMBER "\"47\",\"low\":\"47\",\"high\":\"47\",\"point\":\"47\"},"
	  A_NUMBER "\"83\",\"low\":\"83\",\"high\":\"83\",\"point\":\"83\"},"
	  PERCENT "\"57 pct.\",\"low\":\"56.5\",\"high\":\"57.5\",\"point\":\"57\"," PCT "},"
	  PERIOD "\"2009\",\"from\":\"2009-01-01\",\"to\":\"2010-01-01\",\"precision\":\"year\"}" },
};

static void
phrases_as_json(void **state)
{
	struct box *b = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char     found[4096], expected[4096];
		yajl_val v;

		WORKS(b, "read", "--json", rows[i].text);
		v = tree_parse(b->out);
		(void)tree_compact(v, found, sizeof found);
		(void)snprintf(expected, sizeof expected, "[%s]", rows[i].json);
		yajl_tree_free(v);
		assert_string_equal(found, expected);
	}
}

static void
locale_decides(void **state)
{
	static const struct {
		const char *locale, *text, *point;
	} figures[] = {
		{ "da", "1.234", "1234" }, { "en", "1.234", "1.234" },
		{ "da", "1,234", "1.234" }, { "en", "1,234", "1234" },
		{ "none", "1.234,5", "1234.5" }, { "none", "1,234.5", "1234.5" },
		{ "none", "12,5", "12.5" }, { "en", "1,234,567", "1234567" },
	};
	struct box *b = *state;

	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		yajl_val v;

		WORKS(b, "read", "--json", "--locale", figures[i].locale, figures[i].text);
		v = tree_parse(b->out);
		assert_string_equal(tree_text(tree_at(v, 0), "point"), figures[i].point);
		yajl_tree_free(v);
	}
}

/* For people: a line a reading, the words last. */
static void
phrases_as_text(void **state)
{
	struct box *b = *state;

	WORKS(b, "read", "ca. 64 pct. ved udgangen af 2010");
	assert_int_equal(count_lines(b->out), 2);
	assert_says(b, "[63,5; 64,5]");
	assert_says(b, "“ca. 64 pct.”");
	assert_says(b, "until 2011-01-01 (exclusive)");
	WORKS(b, "read", "over 80 %");
	assert_says(b, "]80; ∞[");
	WORKS(b, "read", "--locale", "en", "1,234.5");
	assert_says(b, "1,234.5");
	WORKS(b, "read", "Ærø har ingen tal");
	assert_says(b, "no figure");
	WORKS(b, "read", "");
	assert_says(b, "not_stated");
	WORKS(b, "read", "Ærø har ingen tal", "--json");
	assert_string_equal(b->out, "[]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(phrases_as_json), BOX_TEST(locale_decides), BOX_TEST(phrases_as_text),
	};

	return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}
