/* Counts of what is listed, and sums in running text. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

static const struct rule_case must_find[] = {
	{ "those that are gone", "Åparken og Ærøvej er ikke længere et udsat område. Dermed er byen gået fra 5 til kun 2 udsatte områder.\n",
	  "fails count 1:76 printed 2 expected 3 difference -1\n" },
	{ "a list in the sentence", "Øen har 5 temaer: bolig, job, skole og kultur.\n",
	  "fails count 1:9 printed 5 expected 4 difference 1\n" },
	{ "names", "Der arbejdes i 4 områder: Åparken, Ydre Ærø og Østergård.\n",
	  "fails count 1:16 printed 4 expected 3 difference 1\n" },
	{ "a list below", "Øen har fire overordnede temaer:\n\n- Bolig på Ærø\n- Job i Åby\n- Skole\n\nEfter det følger mere.\n",
	  "fails count 1:9 printed 4 expected 3 difference 1\n" },
	{ "the rest", "Der oprettes 342 pladser på Ø. Heraf betales de 171 af øen. De resterende 161 betales af staten.\n",
	  "fails count 1:14 printed 342 expected 332 difference 10\n" },
	{ "amounts of a list", "129,6 mio. kr. til Ærø er fordelt på følgende grupper:\n\n- Ældre: 119,2 mio. kr.\n- Unge: 9,4 mio. kr.\n",
	  "fails sum 1:1 printed 129.6 expected 128.6 difference 1.0\n" },
	{ "amounts in the sentence", "Åby har 10,0 mio. kr. fordelt på 4,0 mio. kr. til job og 5,0 mio. kr. til skole.\n",
	  "fails sum 1:9 printed 10.0 expected 9.0 difference 1.0\n" },
	{ "each", "Åby har i alt 10,0 mio. kr. fordelt på 6 projekter à 1,5 mio. kr.\n",
	  "fails sum 1:9 printed 10.0 expected 9.0 difference 1.0\n" },
	{ "two groups that make a whole", "Der er 40 ældre på Ø, heraf 25 kvinder og 16 mænd.\n",
	  "fails count 1:8 printed 40 expected 41 difference -1\n" },
};

static const struct rule_case must_hold[] = {
	{ "those that are gone", "Åparken, Ærøvej og Østerbo er ikke længere et udsat område. Dermed er byen gået fra 5 til kun 2 udsatte områder.\n",
	  "holds count 1:85\n" },
	{ "a list in the sentence", "Øen har 4 temaer: bolig, job, skole og kultur.\n", "holds count 1:9\n" },
	{ "names in front of a bracket", "Der var 91 borgere fra 3 områder: Åparken, Ydre Ærø og Østergård (tallet er inkl. 8 børn).\n",
	  "holds count 1:24\n" },
	{ "a list below", "Øen har fire temaer, der hver har en række initiativer:\n\n1) Bolig, 6 initiativer.\n2) Job, 11 initiativer.\n3) Skole\n4) Ærø\n",
	  "holds count 1:9\n" },
	{ "a list with explanations", "Øen har 3 mål:\n\n1) Bolig\n\nStatus på Ærø er god.\n\n2) Job\n\nDet går.\n\n3) Åben skole\n",
	  "holds count 1:9\n" },
	{ "the rest", "Der oprettes 342 pladser på Ø. Heraf betales de 171 af øen. De resterende 171 betales af staten.\n",
	  "holds count 1:14\n" },
	{ "amounts of a list", "129,6 mio. kr. til Ærø er fordelt på følgende grupper:\n\n- Ældre: 119,2 mio. kr.\n- Unge: 10,4 mio. kr.\n",
	  "holds sum 1:1\n" },
	{ "each", "Åby har i alt 9,0 mio. kr. fordelt på 6 projekter à 1,5 mio. kr.\n", "holds sum 1:9\n" },
	{ "two groups that make a whole", "Der er 40 ældre på Ø, heraf 25 kvinder og 15 mænd.\n", "holds count 1:8\n" },
	{ "in the same sentence", "Byen er gået fra 5 til 3 områder, idet Åparken og Ærøhøj ikke længere er udsatte områder.\n",
	  "holds count 1:18\n" },
};

static const struct rule_case must_leave[] = {
	{ "a section's number", "7 Bilag: aftaler og projekter på Ø\n\nDe står her.\n", "" },
	{ "nothing is listed", "Kriminalitet på Ærø, 6 initiativer.\n", "" },
	{ "a fall without names", "Antallet af udsatte områder på Ø er faldet fra 5 til 2 områder.\n", "" },
	{ "others are gone", "Ærøvej er ikke længere en blind gade. Byen er gået fra 5 til 2 udsatte områder.\n", "" },
	{ "of which, without the rest", "50 forløb på Ærø - heraf er 2 forløb med løntilskud.\n", "" },
	{ "a list whose items are long", "Øen har 2 temaer: bolig og job for unge, der bor i Åby, og skole.\n", "" },
	{ "the count is of another thing", "De 3 forvaltninger arbejder sammen på øen, og det sker sådan:\n\n- Møder\n- Åbne breve\n", "" },
	{ "a share and the rest", "Af 100 pladser betaler øen de 30 pct., heraf 10 på Ærø.\n", "" },
	{ "the rest of another year", "I 2010 var der 300 deltagere på Ø, heraf 120 mænd. I 2011 blev de resterende 50 nedlagt.\n", "" },
	{ "two wholes to choose from", "300 børn i 120 klubber på Ø, heraf 100 piger, og de resterende 200 er drenge.\n", "" },
	{ "only some are listed", "Der er 4 partnere: Ærø, Åby og Østerbo m.fl.\n", "" },
	{ "examples below", "Øen har fire temaer, bl.a.:\n\n- Bolig på Ærø\n- Job i Åby\n", "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_counts, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_counts, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_counts, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
