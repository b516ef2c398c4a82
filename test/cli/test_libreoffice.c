/* The spreadsheet as LibreOffice computes it. Its stored values are set to 0 first,
 * so that what comes out was computed, and not read. */
#include "cli/run.h"
#include "core/number.h"

enum { FIELDS = 40, LINES_MAX = 64 };

static bool
have(const char *program)
{
	char command[128];

	(void)snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	return system(command) == 0;
}

/* Always compute, as "Recalculation on File Load: Always" does. */
static const char setting[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
	"<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
	"<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>"
	"</oor:items>\n";

/* Sheet N of FILE.xlsx becomes FILE-N.csv, all decimals shown. */
static void
convert(struct box *b, const char *file)
{
	box_shell(b, "mkdir -p profil/user");
	box_write(b, "profil/user/registrymodifications.xcu", setting);
	box_shell(b, "timeout 100 soffice -env:UserInstallation=\"file://$PWD/profil\" --headless "
	    "--convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' "
	    "%s.xlsx >lo.txt 2>&1 || { cat lo.txt; false; }", file);
}

/* ark.xlsx with every stored result of a formula set to 0, as nul.xlsx; `change` is
 * a sed command on the second sheet. */
static void
forget_results(struct box *b, const char *change)
{
	box_shell(b, "rm -rf pakke nul.xlsx && mkdir pakke && cd pakke && unzip -q ../ark.xlsx && "
	    "sed -i 's,\\(<f>[^<]*</f>\\)<v>[^<]*</v>,\\1<v>0</v>,g' xl/worksheets/sheet*.xml && "
	    "! grep -E -q '</f><v>[^0]' xl/worksheets/sheet*.xml && "
	    "grep -q '</f><v>0</v>' xl/worksheets/sheet1.xml");
	if (change != NULL)
		box_shell(b, "cd pakke && sed -i '%s' xl/worksheets/sheet2.xml", change);
	box_shell(b, "cd pakke && zip -qr ../nul.xlsx .");
}

/* ---- tables of text ---- */

struct text_table {
	char   *text;
	char   *at[LINES_MAX][FIELDS];
	size_t  rows;
};

static void
split_line(char *line, char **field)
{
	char  *to = line;
	bool   quoted = false;
	size_t n = 0;

	field[n++] = to;
	for (char *from = line; *from != '\0'; from++) {
		if (*from == '"') {
			quoted = !quoted;
		} else if (*from == ',' && !quoted) {
			*to++ = '\0';
			assert_true(n < FIELDS);
			field[n++] = to;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	while (n < FIELDS)
		field[n++] = to;
}

static void
read_table(const char *text, struct text_table *ret)
{
	char *line;

	*ret = (struct text_table){ .text = strdup(text) };
	for (line = ret->text; *line != '\0';) {
		char *end = line + strcspn(line, "\r\n"), *next = end + strspn(end, "\r\n");

		*end = '\0';
		assert_true(ret->rows < LINES_MAX);
		split_line(line, ret->at[ret->rows++]);
		line = next;
	}
}

static void
read_file(struct box *b, const char *name, struct text_table *ret)
{
	static char text[1 << 18];
	FILE       *f = fopen(box_path(b, name), "rb");

	if (f == NULL)
		fail_msg("LibreOffice wrote no %s", name);
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	assert_int_equal(fclose(f), 0);
	read_table(text, ret);
}

/* Which field of the header says `name`; 0: none. */
static size_t
column_of(const struct text_table *t, const char *name)
{
	for (size_t i = 0; i < FIELDS; i++)
		if (strcmp(t->at[0][i], name) == 0)
			return i;
	return 0;
}

/* Binary fractions are shown with up to fifteen digits: equal to the øre. */
static bool
same_figure(const char *sheet, const char *ours)
{
	char          text[64], *end;
	struct number a, b;

	(void)snprintf(text, sizeof text, "%.8f", strtod(sheet, &end));
	return end != sheet && *end == '\0' && number_from_plain(str_from(text), &a) &&
	    number_from_plain(str_from(ours), &b) && number_cmp(a, b) == 0;
}

/* Rows of `policy` in our CSV against those of the sheet, from `columns` of ours. */
static size_t
compare(const struct text_table *ours, const struct text_table *sheet, const char *policy,
        const char *const *columns, size_t n)
{
	size_t row = 3, figures = 0;    /* below title, rule and header */

	for (size_t r = 1; r < ours->rows; r++) {
		bool counts = strcmp(ours->at[r][5], "") == 0 || strcmp(ours->at[r][5], "counted") == 0;

		if (strcmp(ours->at[r][0], policy) != 0)
			continue;
		if (strcmp(ours->at[r][2], sheet->at[row][0]) != 0)
			fail_msg("row %zu is %s, not %s", row + 1, sheet->at[row][0], ours->at[r][2]);
		for (size_t c = 0; c < n; c++) {
			const char *text = ours->at[r][column_of(ours, columns[c])];
			const char *cell = sheet->at[row][2 + c];

			if (text[0] == '\0' || !counts)
				continue;
			if (!same_figure(cell, text))
				fail_msg("%s %s, %s: LibreOffice has %s, we %s", ours->at[r][2],
				    ours->at[r][4], columns[c], cell, text);
			figures++;
		}
		row++;
	}
	return figures;
}

static const char *const years_2007[] = { "2008", "2009", "2010", "total" };
static const char *const years_2011[] = { "2011", "2012", "2013", "2014", "total" };

static void
recalculated(void **state)
{
	struct box       *b = *state;
	struct text_table ours, first, second;

	if (!have("soffice"))
		skip();
	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--xlsx", "ark.xlsx", "--csv", "--lang", "en");
	read_table(b->out, &ours);
	forget_results(b, NULL);
	convert(b, "nul");
	read_file(b, "nul-1.csv", &first);
	read_file(b, "nul-2.csv", &second);
	assert_int_equal(compare(&ours, &first, "inklusionspolitik-2011-2014", years_2011, 5), 20);
	/* 3 groups and the total, and the 18 lines with money in any year */
	assert_int_equal(compare(&ours, &second, "integrationspolitik-2007-2010", years_2007, 4),
	    4 * 4 + 18 + 47);         /* and 47 amounts */
	free(ours.text);
	free(first.text);
	free(second.text);
}

/* A figure is changed in the file: every total over it follows. */
static void
follows(void **state)
{
	struct box       *b = *state;
	struct text_table ours, sheet;

	if (!have("soffice"))
		skip();
	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--xlsx", "ark.xlsx");
	forget_results(b, "s,<c r=\"D6\" s=\"\\([0-9]*\\)\"><v>2</v>,<c r=\"D6\" s=\"\\1\"><v>1002</v>,");
	convert(b, "nul");
	read_file(b, "nul-2.csv", &sheet);
	WORKS(b, "--db", "by.db", "budget", "--csv", "--lang", "en", "--set", "2.2:2009=1002000000");
	read_table(b->out, &ours);
	assert_true(compare(&ours, &sheet, "integrationspolitik-2007-2010", years_2007, 4) > 70);
	assert_true(same_figure(sheet.at[26][3], "1195.3"));
	assert_true(same_figure(sheet.at[26][5], "1508.1"));
	free(ours.text);
	free(sheet.text);
}

/* What nobody split per year, what is reserved, negatives, and versions beside each
 * other: the same figures. */
static void
unsplit_and_versions(void **state)
{
	static const char *const split[] = { "2011", "2012", "unsplit", "total" };
	static const char *const versions[] = { "original", "revised", "plan", "actual" };
	struct box       *b = *state;
	struct text_table ours, sheet;

	if (!have("soffice"))
		skip();
	box_write(b, "økonomi.csv", "Nr.;Indsats (mio. kr.);2011;2012;I alt\n1;Jobcafé;1,0;1,5;2,5\n"
	    ";Heraf til Åby;0,5;-;0,5\n2;Ærø;;;8,0\n3;Gebyr;(0,2);(0,3);(0,5)\n;I alt;0,8;1,2;10,0\n");
	WORKS(b, "--db", "by.db", "import", "økonomi.csv");
	WORKS(b, "--db", "by.db", "budget", "--xlsx", "ark.xlsx", "--csv", "--lang", "en");
	read_table(b->out, &ours);
	forget_results(b, NULL);
	convert(b, "nul");
	read_file(b, "nul-1.csv", &sheet);
	assert_int_equal(compare(&ours, &sheet, "", split, 4), 2 * 4 + 3 + 2 + 3);
	assert_true(same_figure(sheet.at[8][5], "10") && same_figure(sheet.at[8][4], "8"));
	free(ours.text);
	free(sheet.text);

	box_write(b, "regnskab.csv", "Indsats (mio. kr.);Budget 2011;Revideret budget 2011;Regnskab 2011;Budget 2012\n"
	    "Jobcafé;1,0;1,5;1,4;2,0\nÆrø;2,0;2,0;2,1;3,0\nI alt;3,0;3,5;3,5;5,0\n");
	WORKS(b, "--db", "to.db", "import", "regnskab.csv");
	WORKS(b, "--db", "to.db", "budget", "--by", "year", "--xlsx", "ark.xlsx", "--csv", "--lang", "en");
	read_table(b->out, &ours);
	forget_results(b, NULL);
	convert(b, "nul");
	read_file(b, "nul-1.csv", &sheet);
	assert_int_equal(compare(&ours, &sheet, "", versions, 4), 4 + 4 + 2 + 4);
	assert_true(same_figure(sheet.at[6][2], "8") && same_figure(sheet.at[6][3], "3.5") &&
	    same_figure(sheet.at[6][4], "8.5") && same_figure(sheet.at[6][5], "3.5"));
	free(ours.text);
	free(sheet.text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { BOX_TEST(recalculated), BOX_TEST(follows),
		BOX_TEST(unsplit_and_versions) };

	return cmocka_run_group_tests_name("libreoffice", tests, NULL, NULL);
}
