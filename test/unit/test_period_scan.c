#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include "core/period.h"

/* Running text, and what is found in it: the words of each period in brackets,
 * "!" before those of a date that does not exist. */
static const struct {
	const char *text, *found;
} texts[] = {
	{ "Andelen øges frem til og med 2010.", "[frem til og med 2010]" },
	{ "I perioden til og med år 2010 skal andelen", "[til og med år 2010]" },
	{ "I løbet af 2008 er der", "[2008]" },
	{ "vedtog den 16. december 2010 en ny", "[den 16. december 2010]" },
	{ "politik 2011-2014, \"Bland", "[2011-2014]" },
	{ "fra 9.109 i feb 2011 til 11.668 i feb. 2012).", "[feb 2011][feb. 2012]" },
	{ "i 2010-2012 (BR 09.10.08). Der", "[2010-2012][BR 09.10.08]" },
	{ "BR d. 9. oktober 2008", "[BR d. 9. oktober 2008]" },
	{ "i brug inden udgangen af 2011.</p>", "[inden udgangen af 2011]" },
	{ "foreligge inden august 2012.", "[inden august 2012]" },
	{ "Frem mod udgangen af 2010 vil", "[Frem mod udgangen af 2010]" },
	{ "I april/maj 2009 udkommer", "[april/maj 2009]" },
	{ "har i perioden 2006 til 2009 fået", "[2006 til 2009]" },
	{ "perioden 20. april 2006 til 1. december 2008. Næste", "[20. april 2006 til 1. december 2008]" },
	{ "i 2009 og 2010 opnår", "[2009][2010]" },
	{ "aftalerne 2008, 2009", "[2008][2009]" },
	{ "2008\t2009\t2010\tI alt", "[2008][2009][2010]" },
	{ "maj\t2009", "[maj][2009]" },
	{ "maj\n\n2009", "[maj][2009]" },
	{ "maj\n2009", "[maj\n2009]" },
	{ "kurser (marts), fritid (maj)", "[marts][maj]" },
	{ "forløb medio april. 2 minijob", "[medio april]" },
	{ "Efter 1.kvartal 2009 er", "[1.kvartal 2009]" },
	{ "tredje kvartal af 2009 samt første kvartal af 2010.", "[tredje kvartal af 2009][første kvartal af 2010]" },
	{ "(2009-prognose, antal)", "[2009]" },
	{ "i 2010-priser", "[2010]" },
	{ "fra og med maj måned 2009.", "[maj måned 2009]" },
	{ "stiger fra 2007 til 64 pct. i 2010", "[2007][2010]" },
	{ "i 2010 personer med", "[2010]" },
	{ "i 2009 flere unge", "[2009]" },
	{ "I 2008 halvår", "[2008]" },
	{ "Tryghedsindekset 2010 havde", "[2010]" },
	{ "mål (2012: godt)", "[2012]" },
	{ "1. maj 2012-31. maj 2012", "[1. maj 2012-31. maj 2012]" },
	{ "by the end of 2011, or in May 2012", "[by the end of 2011][May 2012]" },
	{ "Web traffic rose in the first half of 2012", "[first half of 2012]" },
	/* dates that do not exist */
	{ "mødet 31. februar 2010 og 29.02.2011.", "[!31. februar 2010][!29.02.2011]" },
	{ "senest den 31. april 2012", "[!senest den 31. april 2012]" },
	{ "BR 31.02.2010", "[!BR 31.02.2010]" },
	{ "fra 1. februar til 30. februar 2010", "[!1. februar til 30. februar 2010]" },
	{ "32. maj 2010", "[!32. maj 2010]" },
	{ "note 45. Maj 2010 var", "[Maj 2010]" },
	/* what is no period */
	{ "Sagsnr. 2010-72953", "" }, { "Sagsnr. 2010", "" }, { "2010-72953", "" }, { "72953–2010", "" },
	{ "BR 395/2006", "" }, { "(BR 395/2006) vedtagne", "" }, { "J.nr. 2009-4711", "" },
	{ "1592 København V", "" }, { "2000 Frederiksberg", "" }, { "Vej 7, 1950 Frederiksberg C", "" },
	{ "§ 110 og § 2010", "" }, { "2.091 og 1.950", "" }, { "2000 personer", "" }, { "2000 nye børn", "" },
	{ "2.000 ekstra helårspersoner", "" }, { "2000 helårspersoner", "" },
	{ "2000 praktikpladser", "" }, { "2010 kr.", "" }, { "kr. 2010", "" }, { "DKK 2010", "" },
	{ "1950 pct.", "" }, { "1950 %", "" }, { "2010 mio.", "" }, { "mindst 2000", "" },
	{ "ca. 2000", "" }, { "side 2010", "" }, { "2.10", "" }, { "2.10 Status på", "" },
	{ "2.10.11", "" }, { "1950-2010 kr.", "" }, { "1950-2010 personer", "" },
	{ "http://kk.dk/2010", "" }, { "https://kk.dk/a/2010/maj", "" }, { "www.kk.dk/2010", "" },
	{ "maj@kk.dk", "" }, { "1990'erne", "" }, { "1990’erne", "" }, { "1990erne", "" },
	{ "2000-tallet", "" }, { "1899 og 2100", "" }, { "20101", "" }, { "a2010", "" }, { "2010x", "" },
	{ "2010,5", "" }, { "2010.5", "" }, { "2010:12", "" }, { "2008-09", "" },
	{ "det første halvår det eksisterer", "" }, { "first half of the pupils", "" },
	{ "you may march, spring and fall", "" }, { "sommerferie i efterårsferien", "" },
	{ "sommer-aktivitet og forårs-møde", "" }, { "Seneste tal", "" }, { "inden for området", "" },
	{ "frem til nu", "" }, { "halvårligt", "" }, { "aprilsnar", "" }, { "århundredets å", "" },
	{ "uge 12", "" }, { "6-ugers forløb", "" }, { "maja og junior", "" }, { "", "" },
	{ "Ærøskøbing år", "" }, { "1/2 af 3/4", "" }, { "primo", "" },
};

static void
scan_all(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		struct period      p = { 0 };
		size_t             end = 0;
		enum period_status s = period_scan(text, at, &end, &p);

		if (s == PERIOD_NOT) {
			at++;
			continue;
		}
		assert_true(end > at && end <= text.len);
		BUF_LIT(out, "[");
		if (s == PERIOD_NO_SUCH_DATE)
			BUF_LIT(out, "!");
		buf_put(out, str_slice(text, at, end));
		BUF_LIT(out, "]");
		at = end;
	}
}

static void
running_text(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct buf found;

		buf_init(&found, 4096);
		scan_all(&found, str_from(texts[i].text));
		if (!str_eq(buf_str(&found), str_from(texts[i].found)))
			wrong++, print_error("%s: " STR_FMT "\n", texts[i].text, STR_ARG(buf_str(&found)));
		buf_free(&found);
	}
	assert_int_equal(wrong, 0);
}

/* The words that were found say the same on their own. */
static void
found_words_stand_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct str text = str_from(texts[i].text);

		for (size_t at = 0; at < text.len; at++) {
			struct period p = { 0 }, alone = { 0 };
			size_t        end = 0;

			if (period_scan(text, at, &end, &p) != PERIOD_OK)
				continue;
			assert_true(period_parse(str_slice(text, at, end), &alone));
			assert_true(period_eq(p, alone));
		}
	}
}

static void
nothing_changes_where_nothing_is(void **state)
{
	struct period p = { .from = 4711 };
	size_t        end = 4711;

	(void)state;
	assert_int_equal(period_scan(STR("Sagsnr. 2010-72953"), 8, &end, &p), PERIOD_NOT);
	assert_int_equal(period_scan(STR("2010"), 4, &end, &p), PERIOD_NOT);
	assert_int_equal(end, 4711);
	assert_int_equal(period_scan(STR("31. februar 2010"), 0, &end, &p), PERIOD_NO_SUCH_DATE);
	assert_int_equal(end, 16);
	assert_int_equal(p.from, 4711);
}

/* The real documents: counted once by reading every period that is found. */
static const struct {
	const char *name;
	int         periods, deadlines, undated;
} documents[] = {
	{ "000_d605e6fa2a31c3d0.txt", 20, 2, 0 },
	{ "001_e56e0fdd7179aae5.txt", 12, 1, 0 },
	{ "002_fbc1732bb90d9cb7.txt", 140, 16, 7 },
};

struct tally {
	int periods, deadlines, undated;
};

static void
tally_line(struct tally *t, struct str line)
{
	for (size_t at = 0; at < line.len;) {
		struct period      p = { 0 };
		size_t             end = at + 1;
		enum period_status s = period_scan(line, at, &end, &p);

		assert_int_not_equal(s, PERIOD_NO_SUCH_DATE);
		at = end;
		if (s == PERIOD_NOT)
			continue;
		t->periods++;
		t->deadlines += p.deadline;
		t->undated += !p.dated;
	}
}

static void
real_documents(void **state)
{
	static char bytes[1 << 17];
	const char *folder = getenv("PEJL_DOCUMENTS");

	(void)state;
	for (size_t i = 0; i < COUNT_OF(documents); i++) {
		struct tally t = { 0 };
		struct str   text = { bytes, 0 };
		char         path[4096];
		FILE        *f;

		snprintf(path, sizeof path, "%s/%s", folder != NULL ? folder : "../shared/documents",
		         documents[i].name);
		f = fopen(path, "rb");
		if (f == NULL)
			skip();
		text.len = fread(bytes, 1, sizeof bytes, f);
		fclose(f);
		while (text.len > 0)
			tally_line(&t, str_cut(&text, '\n'));
		if (t.periods != documents[i].periods || t.deadlines != documents[i].deadlines ||
		    t.undated != documents[i].undated)
			fail_msg("%s: %d periods, %d deadlines, %d undated", documents[i].name, t.periods,
			         t.deadlines, t.undated);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(running_text),
		cmocka_unit_test(found_words_stand_alone),
		cmocka_unit_test(nothing_changes_where_nothing_is),
		cmocka_unit_test(real_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
