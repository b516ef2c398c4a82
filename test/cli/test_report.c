/* `pejl report` and `pejl release`: every kind in every format, sums that add up, what is
 * laid before the council and made again, and what is refused. */
#include "cli/run.h"
#include "base/str.h"

#define PAPER  "002_fbc1732bb90d9cb7.txt"
#define POLICY "integrationspolitik-2007-2010"

static const char *const kinds[] = {
	"status", "goals", "indicators", "economy", "actions", "agreement", "forms", "brief", "press",
};

static const char *
file_text(struct box *b, const char *name)
{
	static char text[1 << 21];
	char        path[PATH_MAX];
	FILE       *f;
	size_t      n;

	(void)snprintf(path, sizeof path, "%s/%s", b->dir, name);
	f = fopen(path, "rb");
	if (f == NULL)
		fail_msg("there is no %s", path);
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	(void)fclose(f);
	return text;
}

static void
holds(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("'%s' is not in '%.600s'", words, text);
}

static void
holds_not(const char *text, const char *words)
{
	if (strstr(text, words) != NULL)
		fail_msg("'%s' is in it", words);
}

static void
every_kind_is_written(void **state)
{
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		WORKS(b, "--db", "by.db", "report", kinds[i], "--of", POLICY, "--lang", "da", "-o", "r.md");
		holds(file_text(b, "r.md"), "Integrationspolitik 2007-2010");
		holds(file_text(b, "r.md"), "Som det stod den 1. juni 2009.");
		WORKS(b, "--db", "by.db", "report", kinds[i], "--lang", "en", "--output=r.html");
		holds(file_text(b, "r.html"), "<html lang=\"en\"");
		WORKS(b, "--db", "by.db", "report", kinds[i], "-o", "r.xlsx");
	}
}

/* What the council's paper holds, each by its words. */
static void
the_status_says_it_all(void **state)
{
	static const char *const says[] = {
		"37 måltal: 3 nået, 9 på vej, 1 bagud, 3 langt fra, 2 ikke nået, 12 ingen måling, 7 ikke formuleret",
		"| **I alt** | **37** | **37** |", "Bedre end 1. juni 2008", "Det mest alvorlige",
		"40 pct. klarer sig selv i tre måneder efter CBSI i 2008** (ikke nået)",
		"150,4 mio. kr. i 2008, 195,3 mio. kr. i 2009, 162,4 mio. kr. i 2010; 508,1 mio. kr. i alt",
		"## 3 Beskæftigelses- og Integrationsudvalget", "Holdte og ikke holdte løfter", "Udfordringer",
		"Boligorganisationerne har været længe om at komme i gang", "| 2.15 |",
		"Papiret trykker 499,5", "Papiret selv trykker 499,5", "Hvad kontrollen fandt",
		"Bilag: statusskemaerne", "Bilag: aftaler og projekter", "88,0 mio. kr. om året", "6.105.606 kr.",
		"| Planlagt opfølgning |", "Ingen indsats har nummer 2.3.", "Det videre arbejde", "Beskæftigelsesaftalen 2007",
		"15 måltal kunne ikke bedømmes 1. juni 2008, men kan nu", "indikatorer med et enkelt tal", "64,00", "Hvad dommene betyder", "tempo 0,08",
	};
	struct box *b = *state;
	const char *text;

	load_example(b);
	WORKS(b, "--db", "by.db", "report", "status", "--as-of", "2009-06-01", "--lang", "da", "-o", "s.md");
	text = file_text(b, "s.md");
	for (size_t i = 0; i < COUNT_OF(says); i++)
		holds(text, says[i]);
	WORKS(b, "--db", "by.db", "report", "status", "--as-of", "2009-06-01", "--lang", "da", "-o", "s.html");
	text = file_text(b, "s.html");
	holds(text, "<svg");
	holds_not(text, "Inklusionspolitik 2011-2014");
}

/* The same figures as `pejl budget` adds up. */
static void
the_economy_adds_up(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "report", "economy", "--of", POLICY, "--lang", "da", "-o", "e.md");
	holds(file_text(b, "e.md"), "| **150,4** | **195,3** | **162,4** | 508,1");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "\tI ALT\t150,4\t195,3\t162,4\t508,1 ≠\n");
}

/* ---- the council's own paper of 2009, where it is there ---- */

static FILE *
sample(struct box *b)
{
	const char *named = getenv("PEJL_DOCUMENTS");
	char        path[PATH_MAX * 2];

	if (named != NULL)
		(void)snprintf(path, sizeof path, "%s/" PAPER, named);
	else
		(void)snprintf(path, sizeof path, "%s/../shared/documents/" PAPER, b->project);
	return fopen(path, "r");
}

/* A numbered line of its economy, "2.2<tab>Title<tab>2,0<tab>...", stands in ours with the
 * same amounts; marks of footnotes are not part of them. */
static bool
line_stands(char *line, const char *ours)
{
	char  *cell[6] = { NULL }, head[32], want[256], *rest = line;
	size_t n = 0;

	while (n < 6 && (cell[n] = strsep(&rest, "\t")) != NULL)
		n++;
	if (n < 6 || cell[0][strspn(cell[0], "0123456789.")] != '\0' || strchr(cell[0], '.') == NULL ||
	    strchr(cell[0], '.')[1] == '\0')
		return false;
	for (size_t i = 2; i < 5; i++)
		cell[i][strspn(cell[i], "0123456789,-")] = '\0';
	(void)snprintf(head, sizeof head, "\n| %s | ", cell[0]);
	(void)snprintf(want, sizeof want, " | %s | %s | %s | ", cell[2], cell[3], cell[4]);
	ours = strstr(ours, head);
	if (ours == NULL || strstr(ours, want) == NULL || strstr(ours, want) > strchr(ours + 1, '\n'))
		fail_msg("%s: not '%s'", cell[0], want);
	return true;
}

static void
the_sample_stands_in_ours(void **state)
{
	struct box *b = *state;
	FILE       *f = sample(b);
	static char line[1 << 16];
	size_t      lines = 0;

	if (f == NULL)
		skip();
	load_example(b);
	WORKS(b, "--db", "by.db", "report", "economy", "--of", POLICY, "--lang", "da", "-o", "e.md");
	while (fgets(line, sizeof line, f) != NULL)
		lines += line_stands(line, file_text(b, "e.md"));
	(void)fclose(f);
	assert_true(lines >= 20);
}

/* The figure that ends where `unit` begins: "6.105.606", "59,9". */
static bool
figure_before(const char *line, const char *unit, char *ret, size_t max)
{
	const char *end = unit, *from;

	while (end > line && end[-1] == ' ')
		end--;
	for (from = end; from > line && strchr("0123456789.,", from[-1]) != NULL;)
		from--;
	if (from == end || (size_t)(end - from) >= max)
		return false;
	(void)snprintf(ret, max, "%.*s", (int)(end - from), from);
	return true;
}

/* Laid beside each other: each figure of theirs that has a unit stands in our status report. */
static void
every_figure_stands_in_ours(void **state)
{
	static const char *const units[] = { " pct.", " mio.", " procentpoint", " kr." };
	struct box *b = *state;
	FILE       *f = sample(b);
	static char line[1 << 16];
	const char *ours;
	char        figure[64];
	size_t      figures = 0;

	if (f == NULL)
		skip();
	load_example(b);
	WORKS(b, "--db", "by.db", "report", "status", "--of", POLICY, "--lang", "da", "-o", "s.md");
	ours = file_text(b, "s.md");
	while (fgets(line, sizeof line, f) != NULL)
		for (size_t u = 0; u < COUNT_OF(units); u++)
			for (const char *at = line; (at = strstr(at, units[u])) != NULL; at++)
				if (figure_before(line, at, figure, sizeof figure)) {
					holds(ours, figure);
					figures++;
				}
	(void)fclose(f);
	assert_true(figures > 80);
}

/* ---- audited as any paper is ---- */

/* Every kind of report on each policy of both cities, in both languages: no error. */
static void
our_own_reports_hold(void **state)
{
	static const struct { const char *db, *of; } policies[] = {
		{ "by.db", POLICY }, { "by.db", "inklusionspolitik-2011-2014" },
		{ "sølby.db", "medborgerpolitik" }, { "sølby.db", "faellesskabspolitik" },
	};
	static const char *const languages[] = { "da", "en" };
	struct box *b = *state;
	char        name[64], folder[PATH_MAX + 32];

	load_example(b);
	(void)snprintf(folder, sizeof folder, "%s/examples/soelby", b->project);
	WORKS(b, "--db", "sølby.db", "load", folder);
	for (size_t i = 0; i < COUNT_OF(kinds) * COUNT_OF(policies) * 2; i++) {
		size_t k = i / COUNT_OF(policies) / 2, p = i / 2 % COUNT_OF(policies);

		(void)snprintf(name, sizeof name, "r-%zu.%s", i, i % 3 == 0 ? "html" : "md");
		WORKS(b, "--db", policies[p].db, "report", kinds[k], "--of", policies[p].of, "--lang", languages[i % 2],
		    "-o", name);
	}
	box_shell(b, "%s audit r-*.md r-*.html --lang en >fund.txt || { grep -A 3 ': error' fund.txt; false; }",
	    b->program);
	box_shell(b, "grep -q '^[0-9]\\{3,\\} claims checked, .* 0 do not$' fund.txt");
}

static void
one_thing_is_enough(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "report", "forms", "--of", "helbredsteam", "--lang", "da", "-o", "f.md");
	holds(file_text(b, "f.md"), "Navn på indsats");
	holds(file_text(b, "f.md"), "23 til og med marts 2009");
	holds_not(file_text(b, "f.md"), "Hotspot");
	WORKS(b, "--db", "by.db", "report", "brief", "--of", "i-arbejde", "--lang", "da", "-o", "b.md");
	holds(file_text(b, "b.md"), "59,90");
	holds_not(file_text(b, "b.md"), "diskrimination");
	box_shell(b, "'%s' --db by.db report brief --of i-arbejde -o b.html && grep -q '<header class=\"front sheet\">' b.html",
	    b->program);
	WORKS(b, "--db", "by.db", "report", "agreement", "--of", "bia-2009", "--lang", "da", "-o", "a.md");
	holds(file_text(b, "a.md"), "91,0 mio. kr.");
}

/* What a council reads has no keys of the register in it: papers have numbers, and a list. */
static void
it_reads_well(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "report", "status", "--of", "integrationspolitik-2007-2010", "--as-of", "2009-06-01",
	    "--lang", "da", "-o", "s.md");
	holds(file_text(b, "s.md"), "| forår 2007 | 54,40 pct. | dokument 1, linje 15 |");
	holds(file_text(b, "s.md"), "Dokumenterne, der er nævnt som kilder");
	holds_not(file_text(b, "s.md"), "statusredegoerelse");
	/* a line without money says so, and a year without any is left out */
	holds(file_text(b, "s.md"), "Budgetpost 2.9: intet eget beløb");
	holds(file_text(b, "s.md"), "Budgetpost 2.12: 2009 3,0 mio. kr., 2010 3,0 mio. kr., i alt 6,0 mio. kr.");
	holds_not(file_text(b, "s.md"), "2008 - mio. kr.");
	/* charts stand in the order of the promises: the first promise's first */
	box_shell(b, "grep '^#* *3\\.2\\.1 ' s.md | grep -q 'Indvandrere og efterkommere i arbejde'");
}

static void
what_cannot_be_is_refused(void **state)
{
	struct box *b = *state;

	load_example(b);
	REFUSES(b, 2, "there is no report 'årsstatus'", "--db", "by.db", "report", "årsstatus", "-o", "x.md");
	REFUSES(b, 2, "ends in", "--db", "by.db", "report", "status", "-o", "x.ødf");
	REFUSES(b, 2, "ends in", "--db", "by.db", "report", "status", "-o", "html");
	REFUSES(b, 2, "ends in", "--db", "by.db", "report", "status");
	REFUSES(b, 2, "-o", "--db", "by.db", "report", "-o", "x.md");
	REFUSES(b, 1, "there is no such policy", "--db", "by.db", "report", "status", "--of", "æblepolitik", "-o", "x.md");
	REFUSES(b, 1, "there is no such initiative, and no such policy", "--db", "by.db", "report", "forms", "--of", "æble", "-o", "x.md");
	REFUSES(b, 1, "begins on 2007-01-01", "--db", "by.db", "report", "status", "--of", POLICY, "--as-of", "2006-12-31", "-o", "x.md");
	REFUSES(b, 1, "no policy had begun", "--db", "by.db", "report", "status", "--as-of", "1999-01-01", "-o", "x.md");
	REFUSES(b, 1, "ingen/ø.md", "--db", "by.db", "report", "status", "-o", "ingen/ø.md");
	REFUSES(b, 2, "there is no option", "--db", "by.db", "report", "status", "--outputs", "x");
	/* A disk that is full: what was there is there still. */
	WORKS(b, "--db", "by.db", "report", "status", "-o", "god.html");
	b->file_size = 80000;
	REFUSES(b, 1, "god.html", "--db", "by.db", "report", "status", "--of", POLICY, "-o", "god.html");
	b->file_size = 0;
	holds(file_text(b, "god.html"), "</html>");
	holds_not(file_text(b, "god.html"), "Integrationspolitik");
}

/* The policy has begun, and nothing is measured yet: every kind is made, and says so. */
static void
a_day_before_any_figure(void **state)
{
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		WORKS(b, "--db", "by.db", "report", kinds[i], "--of", POLICY, "--as-of", "2007-02-01", "--lang", "da", "-o", "t.html");
	WORKS(b, "--db", "by.db", "report", "status", "--of", POLICY, "--as-of", "2007-02-01", "--lang", "da", "-o", "t.md");
	holds(file_text(b, "t.md"), "37 måltal: 30 ingen måling, 7 ikke formuleret.");
	holds(file_text(b, "t.md"), "Det er den første rapport om politikken");
	holds_not(file_text(b, "t.md"), "59,90");
	holds_not(file_text(b, "t.md"), "Figur 1");
}

/* ---- laid before the council ---- */

static void
is_laid_and_made_again(void **state)
{
	struct box *b = *state;
	static char laid[1 << 21];

	load_example(b);
	WORKS(b, "--db", "by.db", "release", "status", "--of", POLICY, "--as-of", "2008-09-01");
	assert_says(b, "laid: release status-2008-09-01-" POLICY);
	WORKS(b, "--db", "by.db", "release", "status", "--of", POLICY);
	WORKS(b, "--db", "by.db", "report", "--release", "status-2009-06-01-" POLICY, "--lang", "da", "-o", "l.html");
	(void)snprintf(laid, sizeof laid, "%s", file_text(b, "l.html"));
	holds(laid, "1. september 2008");               /* last time is the report before */
	/* The register goes on; what was laid does not. */
	WORKS(b, "--db", "by.db", "undo", "4", "--why", "Ærø");
	WORKS(b, "--db", "by.db", "report", "--release", "status-2009-06-01-" POLICY, "--check");
	assert_says(b, "letter by letter the same");
	WORKS(b, "--db", "by.db", "report", "--release", "status-2009-06-01-" POLICY, "--lang", "da", "-o", "l.html");
	assert_string_equal(file_text(b, "l.html"), laid);
	WORKS(b, "--db", "by.db", "report", "--release", "status-2008-09-01-" POLICY, "--compare",
	    "status-2009-06-01-" POLICY, "--lang", "da");
	assert_says(b, "100 helbredsafklaringer i 2009: ingen måling -> bagud\n");
	assert_says(b, "Helbredsafklarende team: endnu ikke aktuelt -> holdt\n");
	/* It moves with the package. */
	WORKS(b, "--db", "by.db", "dump", "pakke");
	WORKS(b, "--db", "ny.db", "load", "pakke");
	WORKS(b, "--db", "ny.db", "report", "--release", "status-2009-06-01-" POLICY, "--check");
	WORKS(b, "--db", "ny.db", "report", "--release", "status-2009-06-01-" POLICY, "--lang", "da", "-o", "n.html");
	assert_string_equal(file_text(b, "n.html"), laid);
}

static void
a_correction_says_what_it_corrects(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "release", "status", "--of", POLICY);
	REFUSES(b, 1, "Say what is corrected", "--db", "by.db", "release", "status", "--of", POLICY,
	    "--corrects", "status-2009-06-01-" POLICY);
	REFUSES(b, 1, "There is no such report to correct", "--db", "by.db", "release", "status", "--of", POLICY,
	    "--corrects", "æble", "--why", "Et tal");
	REFUSES(b, 1, "A correction is of the same report", "--db", "by.db", "release", "goals", "--of", POLICY,
	    "--corrects", "status-2009-06-01-" POLICY, "--why", "Et tal");
	WORKS(b, "--db", "by.db", "release", "status", "--of", POLICY, "--corrects", "status-2009-06-01-" POLICY,
	    "--why", "Tallet for Ærø var forkert");
	WORKS(b, "--db", "by.db", "report", "--release", "status-2009-06-01-" POLICY "-2", "--lang", "da", "-o", "k.md");
	holds(file_text(b, "k.md"), "Denne rapport retter \"Statusredegørelse pr. 1. juni 2009\": Tallet for Ærø var forkert");
	WORKS(b, "--db", "by.db", "report", "--release", "status-2009-06-01-" POLICY "-2", "--check");
	REFUSES(b, 1, "corrected already", "--db", "by.db", "release", "status", "--of", POLICY, "--corrects",
	    "status-2009-06-01-" POLICY, "--why", "Igen");
	REFUSES(b, 1, "there is no such report laid", "--db", "by.db", "report", "--release", "æble", "--check");
	REFUSES(b, 2, "--release KEY goes with", "--db", "by.db", "report", "--release", "æble");
	REFUSES(b, 2, "--release KEY goes with", "--db", "by.db", "report", "--release", "æble", "--check", "-o", "x.md");
}

/* Titles of 10,000 letters, another way of writing, a policy with nothing in it. */
static void
what_is_strange_is_written(void **state)
{
	struct box *b = *state;
	static char row[40000], title[20002];
	const char *text;

	for (size_t i = 0; i < 20000; i += 2)
		(void)memcpy(title + i, "ø", 2);
	box_shell(b, "mkdir by");
	box_write(b, "by/datapackage.json", "{\"name\":\"by\",\"resources\":[{\"name\":\"change\",\"path\":\"change.csv\"},"
	    "{\"name\":\"unit\",\"path\":\"unit.csv\"},{\"name\":\"policy\",\"path\":\"policy.csv\"},"
	    "{\"name\":\"initiative\",\"path\":\"initiative.csv\"}]}");
	box_write(b, "by/change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Ramme\n");
	box_write(b, "by/unit.csv", "id,since,title,level\nhav,1,Havneudvalget,committee\n");
	box_write(b, "by/policy.csv", "id,since,title,starts,status\ntom,1,Tom politik,2010-01-01,2012-01-01\n"
	    "fuld,1,سياسة الاندماج,2011-01-01,2012-01-01\n");
	(void)snprintf(row, sizeof row, "id,since,title,policy,unit\nlang,1,%s,fuld,hav\n", title);
	box_write(b, "by/initiative.csv", row);
	WORKS(b, "--db", "by.db", "load", "by");
	WORKS(b, "--db", "by.db", "report", "status", "--of", "fuld", "--lang", "da", "-o", "s.html");
	text = file_text(b, "s.html");
	holds(text, title);
	holds(text, "dir=\"auto\">سياسة الاندماج");
	WORKS(b, "--db", "by.db", "report", "forms", "--of", "fuld", "--lang", "da", "-o", "s.xlsx");
	WORKS(b, "--db", "by.db", "report", "actions", "--of", "fuld", "--lang", "da", "-o", "s.md");
	holds(file_text(b, "s.md"), title);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		WORKS(b, "--db", "by.db", "report", kinds[i], "--of", "tom", "--lang", "da", "-o", "t.md");
	WORKS(b, "--db", "by.db", "report", "indicators", "--of", "tom", "--lang", "da", "-o", "t.md");
	holds(file_text(b, "t.md"), "Politikken har endnu ingen indikatorer.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(every_kind_is_written),
		BOX_TEST(the_status_says_it_all),
		BOX_TEST(the_economy_adds_up),
		BOX_TEST(the_sample_stands_in_ours),
		BOX_TEST(every_figure_stands_in_ours),
		BOX_TEST(our_own_reports_hold),
		BOX_TEST(one_thing_is_enough), BOX_TEST(it_reads_well),
		BOX_TEST(what_cannot_be_is_refused),
		BOX_TEST(a_day_before_any_figure),
		BOX_TEST(is_laid_and_made_again),
		BOX_TEST(a_correction_says_what_it_corrects),
		BOX_TEST(what_is_strange_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
