/* Reports of the example register, opened by programs that we did not write: poppler and
 * qpdf, LibreOffice, pandoc, our own reader. What is compared is taken from the HTML. */
#include "cli/run.h"
#include "base/str.h"

enum { TEXT_MAX = 4 << 20, FINDS_MAX = 4000, LONG_WORD = 12 };

static bool
have(const char *program)
{
	char command[128];

	(void)snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	return system(command) == 0;
}

static char *
slurp(struct box *b, const char *name)
{
	FILE *f = fopen(box_path(b, name), "rb");
	char *text = calloc(1, TEXT_MAX);

	if (f == NULL)
		fail_msg("there is no %s", name);
	assert_non_null(text);
	assert_true(fread(text, 1, TEXT_MAX - 1, f) < TEXT_MAX - 1);
	assert_int_equal(fclose(f), 0);
	return text;
}

static size_t
count(const char *text, const char *what)
{
	size_t n = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		n++;
	return n;
}

static void
has(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		fail_msg("without: %s", what);
}

static void
report(struct box *b, const char *kind, const char *file)
{
	if (access(box_path(b, "by.db"), F_OK) != 0)
		load_example(b);
	WORKS(b, "--db", "by.db", "report", kind, "--as-of", "2009-06-01", "--lang", "da", "-o", file);
}

/* ---- texts without what differs between formats ---- */

/* Letters and figures alone: no blanks, no hyphens (also soft ones), no quotes of pdfinfo. */
static char *
bare(const char *from, char *to)
{
	for (; *from != '\0'; from++) {
		if (strncmp(from, "\xC2\xAD", 2) == 0 || strncmp(from, "\xC2\xA0", 2) == 0)
			from++;
		else if (strncmp(from, "\xE2\x80\x90", 3) == 0)       /* U+2010, at a line's end */
			from += 2;
		else if (strchr(" \n\r\t-\"\f", *from) == NULL)
			*to++ = *from;
	}
	*to = '\0';
	return to;
}

static const struct { const char *entity, *letter; } entities[] = {
	{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" },
};

/* The next stretch of text between tags; drawings are left out. */
static bool
next_text(const char **at, char *ret, size_t max)
{
	size_t n = 0;

	while (**at == '<' || **at == '\n') {
		const char *end = strncmp(*at, "<svg", 4) == 0 ? strstr(*at, "</svg") : *at;

		if (**at == '\n') {
			(*at)++;
			continue;
		}
		if ((end = strchr(end, '>')) == NULL)
			return false;
		*at = end + 1;
	}
	while (**at != '\0' && **at != '<' && n + 8 < max) {
		size_t i = 0;

		while (i < COUNT_OF(entities) && strncmp(*at, entities[i].entity, strlen(entities[i].entity)) != 0)
			i++;
		*at += i < COUNT_OF(entities) ? strlen(entities[i].entity) : 0;
		ret[n++] = i < COUNT_OF(entities) ? entities[i].letter[0] : *(*at)++;
	}
	ret[n] = '\0';
	return **at != '\0';
}

/* ---- PDF ---- */

static void
tagged(struct box *b)
{
	char  *html, *info, *tree;
	size_t tables, figures;

	box_shell(b, "qpdf --check status.pdf >check.txt 2>&1 || { cat check.txt; false; }");
	box_shell(b, "pdfinfo status.pdf >info.txt && pdfinfo -struct status.pdf >tree.txt 2>tree-errors.txt && "
	    "test ! -s tree-errors.txt && qpdf --json status.pdf >all.json");
	html = slurp(b, "status.html");
	info = slurp(b, "info.txt");
	tree = slurp(b, "tree.txt");
	has(info, "Title:           Statusredegørelse");
	has(info, "Tagged:          yes");
	has(info, "Page size:       594.96 x 841.92 pts (A4)");
	tables = count(html, "<table>");
	figures = count(html, "<svg");
	assert_true(tables > 10 && figures > 3);
	assert_int_equal(count(tree, "  Table"), tables);
	assert_int_equal(count(tree, "/Scope /Column"), count(html, "<th scope=\"col\""));
	assert_int_equal(count(tree, "/Scope /Row\n"), count(html, "<th scope=\"row"));
	assert_int_equal(count(tree, "    Figure\n"), figures);
	assert_int_equal(count(tree, "  H1 "), 1);
	assert_int_equal(count(tree, "  H2 "), count(html, "<h2"));
	assert_int_equal(count(tree, "  H3 "), count(html, "<h3"));
	assert_int_equal(count(tree, "  H4 "), count(html, "<h4"));
	box_shell(b, "grep -a -c '^/Alt (\\|^/Alt <' status.pdf | grep -qx %zu", figures);
	box_shell(b, "grep -a -q '^/Lang (da)' status.pdf && grep -q '\"/DisplayDocTitle\": true' all.json");
	/* a bookmark a heading; and no claim that nobody checked */
	box_shell(b, "test $(qpdf --json --json-key=outlines status.pdf | grep -c '\"title\"') = %zu",
	    1 + count(html, "<h2") + count(html, "<h3") + count(html, "<h4") + count(html, "<h5"));
	box_shell(b, "! grep -a -q -i pdfua status.pdf");
	/* the page of one objective is one page */
	box_shell(b, "'%s' --db by.db report brief --of i-arbejde --as-of 2009-06-01 -o side.pdf && pdfinfo side.pdf | "
	    "grep -q '^Pages: *1$'", b->program);
	free(html);
	free(info);
	free(tree);
}

/* `pdfinfo` leaves a text at its first soft hyphen, which stands in a word that is long:
 * what comes before. */
static void
up_to_long_word(char *words)
{
	for (char *at = words; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		if (strcspn(at, " ") > LONG_WORD) {
			at[2] = '\0';
			return;
		}
}

/* All that the HTML says, in its order. */
static void
in_order(struct box *b)
{
	char *html = slurp(b, "status.html"), *text, *all = calloc(1, TEXT_MAX), *from;
	const char *at = strstr(html, "<body>");
	char  words[1 << 16], plain[1 << 16], start[1 << 16];
	size_t found = 0, cut = 0;

	box_shell(b, "pdfinfo -struct-text status.pdf 2>/dev/null | sed -n 's/^ *\"\\(.*\\)\"$/\\1/p' >said.txt");
	text = slurp(b, "said.txt");
	assert_non_null(all);
	assert_non_null(at);
	(void)bare(text, all);
	from = all;
	while (next_text(&at, words, sizeof words)) {
		char *there, *before;

		if (bare(words, plain) == plain)
			continue;
		there = strstr(from, plain);
		up_to_long_word(words);
		(void)bare(words, start);
		if ((before = strstr(from, start)) != NULL && (there == NULL || before < there)) {
			there = before;
			(void)strcpy(plain, start);
			cut++;
		}
		if (there == NULL || there - from > FINDS_MAX)
			fail_msg("not in its place: %s", words);
		from = there + strlen(plain);
		found++;
	}
	assert_true(found > 1000 && cut < found / 10);
	free(html);
	free(text);
	free(all);
}

/* The last line above a page's foot is never a heading, and a heading in the contents
 * stands on the page that they say. */
static void
headings_in_place(struct box *b)
{
	char *html = slurp(b, "status.html"), *text, *page, *next;
	size_t pages = 0;

	box_shell(b, "pdftotext -layout status.pdf sider.txt");
	box_shell(b, "sed -n 's/^<h[2-5][^>]*>\\(.*\\)<.h[2-5]>$/\\1/p' status.html | sed 's/<[^>]*>//g; s/&amp;/\\&/g; "
	    "s/&#39;/\\x27/g; s/[ -]//g' | sort >titler.txt && test $(wc -l <titler.txt) -gt 20");
	text = slurp(b, "sider.txt");
	for (page = text; (next = strchr(page, '\f')) != NULL; page = next + 1) {
		char name[32];

		*next = '\0';
		(void)snprintf(name, sizeof name, "side-%zu.txt", ++pages);
		box_write(b, name, page);
		box_shell(b, "grep -v '^ *$' %s | tail -n 2 | head -n 1 | sed 's/[ -]//g' >sidst.txt && "
		    "! grep -qxF -f sidst.txt titler.txt || { cat sidst.txt; false; }", name);
	}
	assert_true(pages > 15);
	box_shell(b, "sed -n '/<nav class=.contents/,/<.nav>/s/.*<a href=[^>]*>\\(.*\\)<.a>.*/\\1/p' status.html | "
	    "sed 's/<[^>]*>//g; s/&amp;/\\&/g; s/&#39;/\\x27/g; s/[ -]//g' >indhold.txt");
	box_shell(b, "n=0; while read -r title; do p=$(sed 's/[ -]//g' side-1.txt side-2.txt | "
	    "grep -F \"$title\" | head -n 1); p=${p##*\"$title\"}; "
	    "sed 's/[ -]//g' side-$p.txt | grep -qF \"$title\" || { echo \"$title: $p\"; exit 1; }; n=$((n + 1)); "
	    "done <indhold.txt; test $n -gt 8");
	free(html);
	free(text);
}

static void
as_pdf(void **state)
{
	struct box *b = *state;

	if (!have("chromium-headless-shell") || !have("qpdf") || !have("pdfinfo"))
		skip();
	report(b, "status", "status.html");
	report(b, "status", "status.pdf");
	tagged(b);
	in_order(b);
	headings_in_place(b);
	box_shell(b, "mv status.pdf first.pdf");
	report(b, "status", "status.pdf");
	box_shell(b, "cmp first.pdf status.pdf");
}

/* ---- what is not there ---- */

/* A run that finds no programs but these. */
static int
only(struct box *b, const char *programs, const char *file)
{
	char *was = strdup(getenv("PATH"));
	int   status;

	box_shell(b, "rm -rf sti && mkdir sti && for p in %s; do ln -s $(command -v $p) sti/$p; done", programs);
	assert_int_equal(setenv("PATH", box_path(b, "sti"), 1), 0);
	status = RUN(b, "--db", "by.db", "report", "economy", "--as-of", "2009-06-01", "--lang", "da", "-o", file);
	assert_int_equal(setenv("PATH", was, 1), 0);
	free(was);
	return status;
}

static void
without_programs(void **state)
{
	struct box *b = *state;

	if (!have("weasyprint") || !have("pdftotext"))
		skip();
	report(b, "economy", "godt.html");
	box_shell(b, "cp godt.html var.pdf && cp godt.html var.docx");
	if (only(b, "weasyprint python3", "wp.pdf") != 0)
		fail_msg("%s", b->err);
	has(b->err, "WeasyPrint");
	box_shell(b, "pdftotext -layout wp.pdf - | tail -n 8 | grep -q 'Udskrevet med WeasyPrint' && "
	    "qpdf --check wp.pdf >/dev/null && ! grep -a -q 'pdfuaid:part' wp.pdf");
	assert_int_equal(only(b, "true", "var.pdf"), 1);
	has(b->err, "Chromium");
	assert_int_equal(only(b, "true", "var.docx"), 1);
	has(b->err, "pandoc");
	box_shell(b, "cmp godt.html var.pdf && cmp godt.html var.docx && test $(ls | grep -c tmp) = 0");
	assert_int_equal(only(b, "true", "rapport.odt"), 2);
	has(b->err, ".html, .pdf, .docx, .xlsx or .md");
}

/* ---- DOCX ---- */

static void
as_docx(void **state)
{
	struct box *b = *state;
	char       *html, *document;
	size_t      tables, figures, notes;

	if (!have("pandoc") || !have("soffice") || !have("unzip") || !have("rsvg-convert"))
		skip();
	report(b, "status", "status.html");
	report(b, "status", "status.docx");
	html = slurp(b, "status.html");
	tables = count(html, "<table>");
	figures = count(html, "<svg");
	notes = count(html, "role=\"doc-noteref\"");
	assert_true(tables > 10 && figures > 3 && notes > 10);
	box_shell(b, "mkdir d && cd d && unzip -q ../status.docx && tr -d '\\n' <word/document.xml >../document.xml");
	document = slurp(b, "document.xml");
	assert_int_equal(count(document, "<w:tbl>"), tables);
	assert_int_equal(count(document, "<w:tblHeader"), tables);
	/* no row is broken over pages, and no cell is without a paragraph, which Word calls damaged */
	assert_true(count(document, "<w:tr>") > 10 * tables);
	assert_int_equal(count(document, "<w:trPr><w:cantSplit"), count(document, "<w:tr>"));
	assert_null(strstr(document, "</w:tcPr></w:tc>"));
	assert_int_equal(count(document, "<pic:pic>"), figures);
	assert_int_equal(count(document, "<wp:docPr descr=\""), figures);
	assert_null(strstr(document, " descr=\"\""));
	assert_null(strstr(document, "/tmp/"));
	assert_null(strstr(document, "data:"));
	assert_int_equal(count(document, "<w:footnoteReference "), notes);
	has(document, "<w:pStyle w:val=\"Heading1\"");
	has(document, "<w:pStyle w:val=\"TableCaption\"");
	has(document, "<w:footerReference");
	box_shell(b, "grep -q '<w:lang [^>]*w:val=\"da-DK\"' d/word/styles.xml && grep -q autoHyphenation d/word/settings.xml");
	/* by pandoc, and by LibreOffice */
	report(b, "actions", "actions.docx");
	box_shell(b, "pandoc status.docx -t html -o igen.html && test $(grep -c '<table' igen.html) = %zu && "
	    "test $(grep -c '<img' igen.html) -ge %zu", tables, figures);
	box_shell(b, "timeout 200 soffice -env:UserInstallation=\"file://$PWD/profil\" --headless "
	    "--convert-to odt status.docx actions.docx >lo.txt 2>&1 && unzip -p status.odt content.xml >content.xml && "
	    "test $(grep -o '<table:table ' content.xml | wc -l) = %zu && "
	    "test $(grep -o '<table:table-header-rows>' content.xml | wc -l) = %zu && "
	    "test $(grep -o '<draw:image' content.xml | wc -l) = %zu && "
	    "test $(grep -o '<text:note ' content.xml | wc -l) = %zu", tables, tables, figures, notes);
	/* the action plan, six columns of words, lies, its heading with it; each page has its number */
	box_shell(b, "grep -q 'fo:keep-together=\"always\"' content.xml && ! grep -q '<style:table-row-properties[^>]*keep-together=\"auto\"' content.xml");
	box_shell(b, "unzip -p actions.odt styles.xml >s.xml && unzip -p actions.odt content.xml >c.xml && "
	    "test $(grep -o 'print-orientation=\"landscape\"' s.xml | wc -l) = 1 && "
	    "test $(grep -o '<style:master-page ' s.xml | wc -l) = $(grep -o '<text:page-number' s.xml | wc -l) && "
	    "grep -q 'parent-style-name=\"Heading_20_1\" style:master-page-name=' c.xml");
	free(html);
	free(document);
	box_shell(b, "mv status.docx first.docx");
	report(b, "status", "status.docx");
	box_shell(b, "cmp first.docx status.docx");
}

/* ---- XLSX ---- */

static const char setting[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
	"<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
	"<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item></oor:items>\n";

/* Stored results set to 0 first: what comes out was computed, and is what was stored. */
static void
as_workbook(void **state)
{
	struct box *b = *state;
	char       *html;

	if (!have("soffice") || !have("zip") || !have("unzip"))
		skip();
	report(b, "status", "status.html");
	report(b, "status", "status.xlsx");
	html = slurp(b, "status.html");
	box_shell(b, "mkdir -p profil/user x && cd x && unzip -q ../status.xlsx && "
	    "test $(ls xl/worksheets/*.xml | wc -l) = %zu && test $(grep -l 'state=\"frozen\"' xl/worksheets/*.xml | "
	    "wc -l) = %zu", count(html, "<table>") + 1, count(html, "<table>") + 1);
	box_shell(b, "cd x && grep -o '<sheet name=\"[^\"]*' xl/workbook.xml | sort -f | uniq -di | grep -q . && exit 1; "
	    "test $(grep -ho '<f>SUM(' xl/worksheets/*.xml | wc -l) -gt 8");
	box_shell(b, "cd x && sed -i 's,\\(<f>[^<]*</f>\\)<v>[^<]*</v>,\\1<v>0</v>,g' xl/worksheets/*.xml && "
	    "zip -qr ../nul.xlsx .");
	box_write(b, "profil/user/registrymodifications.xcu", setting);
	box_shell(b, "for f in status nul; do timeout 200 soffice -env:UserInstallation=\"file://$PWD/profil\" --headless "
	    "--convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' "
	    "$f.xlsx >lo.txt 2>&1 || { cat lo.txt; exit 1; }; done");
	box_shell(b, "n=0; for f in status-*.csv; do cmp \"$f\" \"nul${f#status}\" || exit 1; n=$((n + 1)); done; "
	    "test $n = %zu", count(html, "<table>") + 1);
	free(html);
}

/* ---- Markdown ---- */

/* Read as any paper is: the forms are forms, the lines of the budget are lines, and the
 * sums add up. */
static void
as_markdown(void **state)
{
	struct box *b = *state;

	report(b, "forms", "skemaer.md");
	report(b, "economy", "budget.md");
	WORKS(b, "--db", "nyt.db", "import", "skemaer.md", "--lang", "en");
	has(b->out, "16 status forms");
	WORKS(b, "--db", "nyt.db", "import", "budget.md", "--lang", "en");
	has(b->out, "22 budget lines");
	assert_int_equal(RUN(b, "audit", "budget.md", "--lang", "en"), 0);
	has(b->out, "0 do not");
	assert_int_equal(RUN(b, "audit", "skemaer.md", "--lang", "en"), 0);
	has(b->out, "0 do not");
}

/* A disk that is full: said, nothing half-written, the last good file stays. */
static void
no_room(void **state)
{
	struct box *b = *state;

	report(b, "forms", "skemaer.html");
	box_shell(b, "cp skemaer.html foer.html");
	b->file_size = 36 << 10;          /* enough for the index of the database */
	assert_int_equal(RUN(b, "--db", "by.db", "report", "forms", "--as-of", "2009-06-01", "-o", "skemaer.html"), 1);
	b->file_size = 0;
	has(b->err, "skemaer.html: error: File too large (the file is as it was)");
	box_shell(b, "cmp skemaer.html foer.html && test $(ls | grep -c '\\.tmp') = 0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(as_pdf), BOX_TEST(without_programs), BOX_TEST(as_docx), BOX_TEST(as_workbook),
		BOX_TEST(as_markdown), BOX_TEST(no_room),
	};

	return cmocka_run_group_tests_name("report_files", tests, NULL, NULL);
}
