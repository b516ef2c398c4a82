/* Tables that cannot be summed, or that are easily summed wrongly: what the audit
 * says of each, and what the budget has of it. A clear finding or a clear refusal,
 * never a wrong sum; and no finding quotes more than its own line. */
#include "cli/run.h"
#include "json_tree.h"

struct table_case {
	const char *what, *name, *text;
	const char *audit;              /* words of the audit; NULL: no error */
	const char *total;              /* the budget's last row; NULL: the table is refused */
};

#define YEARS "Nr.;Indsats (mio. kr.);2010;2011;I alt\n"
#define MARKDOWN "# Økonomi i mio. kr.\n\n| Nr. | Indsats | 2010 | 2011 | I alt |\n| --- | --- | --- | --- | --- |\n"
#define TEXT "Økonomi i mio. kr.\n\nNr.\tIndsats\t2010\t2011\tI alt\n"

/* Totals are added by hand from the lines. "?": something in it is not known. */
static const struct table_case cases[] = {
	{ "merged cells", "a.md", MARKDOWN "| 1 | Jobcafé | 1,0 2,0 | | 3,0 |\n| 2 | Ærø | 2,0 | 1,0 | 3,0 |\n| | I alt | 3,0 | 3,0 | 6,0 |\n",
	  "error table", "\tI ALT\t2,0?\t1,0?\t3,0?\n" },
	{ "shifted cells", "b.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;2,0\n;I alt;3,0;1,0;4,0\n",
	  "b.csv:3:1: error table", "\tI ALT\t1,0?\t1,0?\t2,0?\n" },
	{ "the total in a year's column", "c.csv",
	  "Nr.;Indsats (mio. kr.);2010;2011;2012;I alt\n1;Jobcafé;1,0;1,0;1,0;3,0\n2;Ærø;2,0;2,0;4,0;\n;I alt;3,0;3,0;1,0;7,0\n",
	  "c.csv:3:1: error table", "\tI ALT\t1,0?\t1,0?\t1,0?\t3,0?\n" },
	{ "a figure too many", "d.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;2,0;2,0;4,0\n;I alt;3,0;3,0;6,0\n",
	  "d.csv:3:1: error table", "\tI ALT\t1,0?\t1,0?\t2,0?\n" },
	{ "a missing cell", "e.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;;2,0;2,0\n;I alt;1,0;3,0;4,0\n",
	  "e.csv:3:1: error table", "\tI ALT\t1,0?\t3,0\t4,0?\n" },
	{ "words for an amount", "f.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;fra puljen;2,0\n;I alt;3,0;1,0;4,0\n",
	  "f.csv:3:11: error table", "\tI ALT\t3,0\t1,0?\t4,0?\n" },
	{ "years out of order", "g.csv", "Indsats (mio. kr.);2010;2012;2011;I alt\nÆrø;1,0;1,0;1,0;3,0\nÅby;1;1;1;3\nI alt;9;9;9;9\n",
	  "g.csv:1:30: error table", NULL },
	{ "a year twice", "h.csv", "Indsats (mio. kr.);2010;2010;I alt\nÆrø;1,0;1,0;2,0\nÅby;1;1;2\nI alt;9;9;9\n",
	  "h.csv:1:25: error table", NULL },
	{ "a year twice, gross and net", "i.csv",
	  "Indsats (mio. kr.);Brutto 2010;Netto 2010;I alt\nÆrø;2,0;1,0;3,0\nÅby;2;1;3\nI alt;4;2;6\n", NULL, NULL },
	{ "another unit in a cell", "j.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;200.000 kr.;0 kr.;200.000 kr.\n;I alt;3,0;1,0;4,0\n",
	  "j.csv:3:7: error table", NULL },
	{ "another unit in a second header", "k.csv",
	  YEARS "1;Jobcafé;1,0;1,0;2,0\nNr.;Indsats (1.000 kr.);2010;2011;I alt\n2;Ærø;200;100;300\n;I alt;1,2;1,1;2,3\n",
	  "k.csv:3:1: error table", NULL },
	{ "another unit in a row between", "l.txt",
	  TEXT "1\tJobcafé\t1,0\t1,0\t2,0\nBeløb i 1.000 kr.\t\t\t\t\n2\tÆrø\t200\t100\t300\nI alt\t\t1,2\t1,1\t2,3\n",
	  "l.txt:5:1: error table", NULL },
	{ "two tables, each with its unit", "m.txt",
	  TEXT "1\tJobcafé\t1,0\t1,0\t2,0\nI alt\t\t1,0\t1,0\t2,0\n\n# Drift\n\nBeløb i 1.000 kr.\n\n"
	  "Nr.\tIndsats\t2010\t2011\tI alt\n2\tÆrø\t200\t100\t300\nI alt\t\t200\t100\t300\n",
	  NULL, "\tI ALT\t1,2\t1,1\t2,3\n" },
	{ "no unit", "n.csv", "Nr.;Indsats;2010;2011;I alt\n1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;1,0;3,0\n;I alt;3,0;2,0;5,0\n", NULL, NULL },
	{ "negative amounts", "o.csv", YEARS "1;Jobcafé;5,0;5,0;10,0\n2;Ærø;-2,0;−1,0;-3,0\n3;Åby;– 1,0;-;-1,0\n;I alt;2,0;4,0;6,0\n",
	  NULL, "\tI ALT\t2,0\t4,0\t6,0\n" },
	{ "parentheses for negatives", "p.csv", YEARS "1;Jobcafé;5,0;5,0;10,0\n2;Ærø;(2,0);(0,5);(2,5)\n;I alt;3,0;4,5;7,5\n",
	  NULL, "\tI ALT\t3,0\t4,5\t7,5\n" },
	{ "parentheses, and a total that adds them", "q.csv", YEARS "1;Jobcafé;5,0;5,0;10,0\n2;Ærø;(2,0);-;(2,0)\n;I alt;7,0;5,0;12,0\n",
	  "q.csv:4:8: error sum", "\tI ALT\t3,0 ≠\t5,0\t8,0 ≠\n" },
	{ "two signs", "r.csv", YEARS "1;Jobcafé;5,0;5,0;10,0\n2;Ærø;(-2,0);1,0;-1,0\n;I alt;3,0;6,0;9,0\n",
	  "r.csv:3:7: error table", "\tI ALT\t5,0?\t6,0\t11,0?\n" },
	{ "footnote marks beside and behind figures", "s.csv",
	  YEARS "1;Jobplanen;32,9 ⁴;8,5³;41,4\n2;Åben dør;1,0*;1,0 2);2,0\n;Sum⁵;33,9;9,5;43,4\n",
	  NULL, "\tI ALT\t33,9\t9,5\t43,4\n" },
	{ "a mark or a digit", "t.csv", YEARS "1;Jobplanen;32,9;8,53);41,4\n2;Åben dør;1,0;1,0;2,0\n;Sum;33,9;9,5;43,4\n",
	  "t.csv:2:18: error table", "\tI ALT\t33,9\t1,0?\t34,9?\n" },
	{ "a total without lines", "u.csv", YEARS ";I alt;3,0;1,0;4,0\n", "u.csv:2:2: error table", NULL },
	{ "parts of a line", "v.csv", YEARS "1;Jobcafé;2,0;2,0;4,0\n;Heraf til Åby;1,0;1,0;2,0\n2;Ærø;1,0;1,0;2,0\n;I alt;3,0;3,0;6,0\n",
	  NULL, "\tI ALT\t3,0\t3,0\t6,0\n" },
	{ "budget and what was spent", "x.csv",
	  "Indsats (mio. kr.);Budget 2010;Regnskab 2010;Budget 2011\nÆrø;1,0;1,4;2,0\nÅby;2,0;2,1;3,0\nI alt;3,0;3,5;5,0\n",
	  NULL, "\tI ALT\t3,0\t5,0\t8,0\n" },
};

/* Every quote is words of the line it is said of. */
static void
check_quotes(struct box *b, const struct table_case *c)
{
	yajl_val all, findings;

	(void)RUN(b, "audit", "--json", c->name);
	all = tree_parse(b->out);
	findings = tree_get(all, "findings");
	for (size_t i = 0; i < tree_length(findings); i++) {
		yajl_val    f = tree_at(findings, i);
		const char *quote = tree_text(f, "quote"), *at = c->text;
		size_t      line = (size_t)strtoul(tree_text(f, "line"), NULL, 10), len;
		char        copy[512];

		for (size_t n = 1; n < line; n++) {
			at = strchr(at, '\n');
			assert_non_null(at);
			at++;
		}
		len = strcspn(at, "\n");
		assert_true(len < sizeof copy);
		memcpy(copy, at, len);
		copy[len] = '\0';
		if (strstr(copy, quote) == NULL)
			fail_msg("%s: \"%s\" is not of line %zu", c->what, quote, line);
	}
	yajl_tree_free(all);
}

static void
check_audit(struct box *b, const struct table_case *c)
{
	int status = RUN(b, "audit", "--lang", "en", c->name);

	if (status != (c->audit != NULL ? 1 : 0))
		fail_msg("%s: status %d\n%s%s", c->what, status, b->out, b->err);
	if (c->audit != NULL && strstr(b->out, c->audit) == NULL)
		fail_msg("%s: no \"%s\" in\n%s", c->what, c->audit, b->out);
}

static void
check_budget(struct box *b, const struct table_case *c)
{
	box_shell(b, "rm -f by.db by.db-*");
	WORKS(b, "--db", "by.db", "import", c->name);
	if ((strstr(b->out, "     0 not recognised") == NULL) != (c->total == NULL ||
	    strstr(c->what, "total without lines") != NULL))
		fail_msg("%s: refused or not?\n%s", c->what, b->out);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	if (c->total == NULL ? strstr(b->out, "I ALT") != NULL : strstr(b->out, c->total) == NULL)
		fail_msg("%s: the budget is\n%s", c->what, b->out);
}

static void
every_case(void **state)
{
	struct box *b = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		box_write(b, cases[i].name, cases[i].text);
		check_audit(b, &cases[i]);
		check_quotes(b, &cases[i]);
		check_budget(b, &cases[i]);
	}
}

/* `years` columns and a line of 1,0 in each. */
static void
write_wide(struct box *b, const char *name, int years)
{
	char   text[40000];
	size_t n = 0;

	n += (size_t)snprintf(text + n, sizeof text - n, "Indsats (mio. kr.)");
	for (int i = 0; i < years; i++)
		n += (size_t)snprintf(text + n, sizeof text - n, ";%d", 1990 + i % 70);
	for (int row = 0; row < 2; row++) {
		n += (size_t)snprintf(text + n, sizeof text - n, "\n%s", row == 0 ? "Ærø" : "I alt");
		for (int i = 0; i < years; i++)
			n += (size_t)snprintf(text + n, sizeof text - n, ";1,0");
	}
	assert_true(n + 1 < sizeof text);
	box_write(b, name, text);
}

static void
many_columns(void **state)
{
	struct box *b = *state;

	write_wide(b, "tusind.csv", 1000);
	REFUSES(b, 2, "more than 400 cells", "audit", "tusind.csv");
	REFUSES(b, 1, "more than 400 cells", "--db", "by.db", "import", "tusind.csv");
	write_wide(b, "bred.csv", 60);
	assert_int_equal(RUN(b, "audit", "--lang", "da", "bred.csv"), 1);
	assert_says(b, "bred.csv:1:1: error table: tabellen har flere år, end der kan lægges sammen");
	box_shell(b, "rm -f by.db by.db-*");
	WORKS(b, "--db", "by.db", "import", "bred.csv");
	assert_says(b, "     3 not recognised");
	write_wide(b, "nok.csv", 20);
	assert_int_equal(RUN(b, "audit", "nok.csv"), 0);
	WORKS(b, "--db", "by.db", "import", "nok.csv");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "\t1,0\t1,0\t20,0\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { BOX_TEST(every_case), BOX_TEST(many_columns) };

	return cmocka_run_group_tests_name("bad budgets", tests, NULL, NULL);
}
