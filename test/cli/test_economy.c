/* The budget as people ask for it: versions kept apart, what nobody split, what is
 * reserved, and what if; in text, CSV, JSON and as a spreadsheet. */
#include "cli/run.h"
#include "json_tree.h"

static const char spent[] =
	"Indsats (mio. kr.);Budget 2010;Revideret budget 2010;Regnskab 2010;Budget 2011\n"
	"Jobcafé;1,0;1,5;1,4;2,0\nÆrø;2,0;2,0;2,1;3,0\nI alt;3,0;3,5;3,5;5,0\n";

static const char unsplit[] =
	"Nr.;Indsats (mio. kr.);2011;2012;I alt\n1;Jobcafé;1,0;1,5;2,5\n;Heraf til Åby;0,5;-;0,5\n"
	"2;Ærø;;;8,0\n;I alt;1,0;1,5;10,5\n";

static void
import(struct box *b, const char *name, const char *text)
{
	box_write(b, name, text);
	WORKS(b, "--db", "by.db", "import", name);
}

/* 1,5 + 2,0 is in force in 2010; 1,0 + 2,0 was adopted; 1,4 + 2,1 was spent. */
static void
versions(void **state)
{
	struct box *b = *state;
	yajl_val    all, line;

	import(b, "regnskab.csv", spent);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "\tJobcafé\t1,5\t2,0\t3,5\n");
	assert_says(b, "\tI ALT\t3,5\t5,0\t8,5\n");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--by", "year");
	assert_says(b, "\toprindeligt budget\trevideret budget\tgældende budget\tforbrug\n");
	assert_says(b, "\t2010\t3,0\t3,5\t3,5\t3,5\n");
	assert_says(b, "\t2011\t5,0\t-\t5,0\t-\n");
	assert_says(b, "\tI ALT\t8,0\t3,5\t8,5\t3,5\n");
	WORKS(b, "--db", "by.db", "budget", "--csv", "--by", "year");
	assert_says(b, ",counts,original,revised,plan,actual,footnote");
	assert_says(b, ",line,,2010,2010,counted,3,3.5,3.5,3.5,");
	WORKS(b, "--db", "by.db", "budget", "--json");
	all = tree_parse(b->out);
	line = tree_at(tree_get(tree_at(tree_get(tree_at(all, 0), "groups"), 0), "lines"), 0);
	assert_string_equal(tree_text(line, "id"), "jobcafe");
	assert_shape(tree_at(tree_get(line, "years"), 0), "year:n,original:s,revised:s,actual:s,plan:s");
	assert_string_equal(tree_text(tree_at(tree_get(line, "years"), 0), "original"), "1000000");
	assert_string_equal(tree_text(tree_at(tree_get(line, "years"), 0), "actual"), "1400000");
	yajl_tree_free(all);
}

static void
not_split(void **state)
{
	struct box *b = *state;
	yajl_val    all, o, line;

	import(b, "økonomi.csv", unsplit);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "Nr.\tBudgetpost\t2011\t2012\tIkke fordelt\tI alt\n");
	assert_says(b, "2\tÆrø\t-\t-\t8,0\t8,0\n");
	assert_says(b, "\tHeraf til Åby\t(0,5)\t-\t-\t(0,5)\n");
	assert_says(b, "\tI ALT\t1,0\t1,5\t8,0\t10,5\n");
	assert_says(b, "Ærø: 8,0 i alt 2011-2012, ikke fordelt på år\n");
	WORKS(b, "--db", "by.db", "budget", "--lang", "en", "--by", "year");
	assert_says(b, "\tNot split\t8.0\t-\t8.0\t-\n");
	WORKS(b, "--db", "by.db", "budget", "--csv");
	assert_says(b, ",counts,2011,2012,unsplit,total,footnote,part_of,document,printed_2011,printed_2012,"
	    "printed_unsplit,printed_total,finding\r\n");
	assert_says(b, ",line,2,aeroe,Ærø,counted,,,8,8,");
	assert_says(b, ",line,,heraf-til-aaby,Heraf til Åby,earmark,0.5,,,0.5,,jobcafe,");
	WORKS(b, "--db", "by.db", "budget", "--json");
	all = tree_parse(b->out);
	o = tree_at(all, 0);
	line = tree_at(tree_get(tree_at(tree_get(o, "groups"), 0), "lines"), 2);
	assert_string_equal(tree_at(tree_get(o, "columns"), 2)->u.string, "unsplit");
	assert_string_equal(tree_text(tree_at(tree_get(line, "unsplit"), 0), "amount"), "8000000");
	assert_string_equal(tree_text(tree_at(tree_get(line, "unsplit"), 0), "through"), "2012");
	line = tree_at(tree_get(tree_at(tree_get(o, "groups"), 0), "lines"), 1);
	assert_string_equal(tree_text(line, "counts"), "earmark");
	assert_string_equal(tree_text(line, "earmark_of"), "jobcafe");
	yajl_tree_free(all);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--xlsx", "ark.xlsx");
	box_shell(b, "unzip -p ark.xlsx xl/worksheets/sheet1.xml | grep -q '8,0 i alt 2011-2012, ikke fordelt på år'");
	box_shell(b, "unzip -p ark.xlsx xl/worksheets/sheet1.xml | grep -q '<f>SUM(C7:E7)</f><v>8</v>'");
}

/* What if shows what would change, and changes nothing. */
static void
what_if(void **state)
{
	struct box *b = *state;

	import(b, "økonomi.csv", unsplit);
	WORKS(b, "--db", "by.db", "dump", "før");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--set", "2=9 mio. kr.");
	assert_says(b, "I alt, Ikke fordelt: 8,0 → 9,0\nI alt, I alt: 10,5 → 11,5\n");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--set", "heraf-til-aaby=0,7 mio. kr.");
	assert_says(b, "\tHeraf til Åby\t(0,7)\t-\t-\t(0,7)\n");
	assert_says(b, "I alt er uændret.\n");
	WORKS(b, "--db", "by.db", "budget", "--lang", "en", "--set", "2:2012=1000000");
	assert_says(b, "Total, 2012: 1.5 → 2.5\nTotal, Total: 10.5 → 11.5\n");
	WORKS(b, "--db", "by.db", "dump", "efter");
	box_shell(b, "diff -r før efter");
}

/* Of the example: per participant, and per percentage point or visit. */
static void
cost_of_results(void **state)
{
	struct box *b = *state;
	yajl_val    all, results;
	bool        found = false;

	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--set", "2.2:2009=3 mio. kr.");
	assert_says(b, "100 helbredsafklaringer i 2009: 30.000 kr. pr. enhed (før 20.000) (lovet 100, 2009)\n");
	assert_says(b, "Indsatser, der bidrager til integrationspolitikken, 2009: 86,4 → 87,4\n");
	WORKS(b, "--db", "by.db", "budget", "--json", "--set", "2.2:2009=3 mio. kr.");
	all = tree_parse(b->out);
	results = tree_get(tree_at(all, 1), "results");
	for (size_t i = 0; i < tree_length(results) && !found; i++)
		found = strcmp(tree_text(tree_at(results, i), "cost_per_unit"), "30000") == 0 &&
		    strcmp(tree_text(tree_at(results, i), "cost_per_unit_before"), "20000") == 0;
	assert_true(found);
	yajl_tree_free(all);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "100 helbredsafklaringer i 2009: 20.000 kr. pr. enhed (lovet 100, 2009)\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(versions), BOX_TEST(not_split), BOX_TEST(what_if), BOX_TEST(cost_of_results),
	};

	return cmocka_run_group_tests_name("economy", tests, NULL, NULL);
}
