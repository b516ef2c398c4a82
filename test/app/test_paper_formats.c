/* The papers of examples/, turned into documents by other programs, say the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "app/audit_run.h"
#include "app/paper_lay.h"
#include "document/csv.h"
#include "port/input.h"
#include "recognise/recognise.h"
#include "scratch.h"
#include "words_put.h"

#define PAPERS_MAX 64

struct paper {
	struct arena a;
	struct str   name;              /* "sum.csv" */
	struct str   proposals, findings;       /* what is to be said of it */
	size_t       known, said;
};

static char folder[256];
static struct paper papers[PAPERS_MAX];
static size_t papers_len;

/* In the folder. */
static void
run(const char *script)
{
	char command[2048];

	(void)snprintf(command, sizeof command, "cd '%s' && %s", folder, script);
	if (system(command) != 0)
		fail_msg("failed: %s", command);
}

/* ---- what a paper says ---- */

static bool
is_place(enum field_kind k)
{
	return k == FIELD_FIRST || k == FIELD_LAST || k == FIELD_PART_OF || k == FIELD_COUNTED_IN;
}

static struct str
proposals_of(struct arena *a, const struct document *doc, size_t *n)
{
	struct recognition r = recognise(a, doc);
	struct buf         b;
	struct str         s;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < r.len; i++) {
		buf_put(&b, proposal_kind_code(r.at[i].kind));
		BUF_LIT(&b, ": ");
		words_put(&b, r.at[i].title);
		for (size_t f = 0; f < r.at[i].len; f++) {
			buf_putf(&b, "\n  " STR_FMT " %d ", STR_ARG(field_code(r.at[i].at[f].kind)), r.at[i].at[f].year);
			if (!is_place(r.at[i].at[f].kind))
				words_put(&b, r.at[i].at[f].text);
		}
		BUF_LIT(&b, "\n");
	}
	*n = r.len;
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct str
findings_of(struct arena *a, const struct document *doc, size_t *n)
{
	struct facts        facts;
	struct audit_report r = audit_run_paper(a, doc, STR("x"), NULL, &facts);
	struct buf          b;
	struct str          s;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < r.findings; i++) {
		buf_put(&b, audit_code(r.finding[i].code));
		BUF_LIT(&b, ": ");
		words_put(&b, r.finding[i].quote);
		if (r.finding[i].has_amounts) {
			BUF_LIT(&b, " = ");
			words_put(&b, number_plain(a, r.finding[i].expected));
			BUF_LIT(&b, " <> ");
			words_put(&b, number_plain(a, r.finding[i].printed));
		}
		BUF_LIT(&b, "\n");
	}
	buf_putf(&b, "%zu checked, %zu held\n", r.checked, r.hold);
	*n = r.findings;
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* ---- as pages, which others turn into documents ---- */

static void
put_html(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] == '<')
			BUF_LIT(b, "&lt;");
		else if (s.at[i] == '&')
			BUF_LIT(b, "&amp;");
		else
			buf_char(b, s.at[i]);
}

static void
put_piece(struct buf *b, const struct piece *p)
{
	if (p->mark.len > 0) {
		put_html(b, p->mark);
		buf_char(b, ' ');
	}
	if (p->emphasis_len > 0) {
		BUF_LIT(b, "<em>");
		put_html(b, str_slice(p->text, 0, p->emphasis_len));
		BUF_LIT(b, "</em>");
	}
	put_html(b, str_slice(p->text, p->emphasis_len, p->text.len));
}

static void
put_table(struct buf *b, const struct table *t)
{
	BUF_LIT(b, "<table>");
	for (size_t r = 0; r < t->len; r++) {
		BUF_LIT(b, "<tr>");
		for (size_t c = 0; c < t->at[r].len; c++) {
			BUF_LIT(b, "<td>");
			for (size_t i = 0; i < t->at[r].at[c].len; i++) {
				BUF_LIT(b, "<p>");
				put_piece(b, &t->at[r].at[c].at[i]);
				BUF_LIT(b, "</p>");
			}
			BUF_LIT(b, "</td>");
		}
		BUF_LIT(b, "</tr>\n");
	}
	BUF_LIT(b, "</table>\n");
}

static void
put_block(struct buf *b, const struct block *block)
{
	char tag[3] = "p";

	if (block->kind == BLOCK_TABLE) {
		put_table(b, &block->table);
		return;
	}
	if (block->kind == BLOCK_HEADING)
		(void)snprintf(tag, sizeof tag, "h%c", block->level > 0 ? '0' + block->level % 7 : '2');
	buf_putf(b, "<%s>", tag);
	put_html(b, block->mark);
	if (block->kind == BLOCK_HEADING && block->mark.len > 0 &&
	    block->mark.at[block->mark.len - 1] != ')')
		buf_char(b, '.');               /* which a heading's mark comes without */
	if (block->mark.len > 0)
		buf_char(b, ' ');
	put_piece(b, &block->piece);
	buf_putf(b, "</%s>\n", tag);
}

static void
write_page(struct paper *p, const struct document *doc)
{
	struct buf b;
	FILE      *f;

	buf_init(&b, 1 << 20);
	BUF_LIT(&b, "<!DOCTYPE html><html lang=da><meta charset=utf-8><title>x</title><body>\n");
	for (size_t i = 0; i < doc->len; i++)
		put_block(&b, &doc->at[i]);
	f = fopen(arena_printf(&p->a, "%s/" STR_FMT ".html", folder, STR_ARG(p->name)).at, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(b.at, 1, b.len, f), b.len);
	assert_int_equal(fclose(f), 0);
	buf_free(&b);
}

static void
add_folder(const char *from)
{
	DIR           *d = opendir(from);
	struct dirent *e;

	assert_non_null(d);
	while ((e = readdir(d)) != NULL) {
		struct paper   *p = &papers[papers_len];
		struct diags    diags = diags_new(&p->a);
		struct str      bytes;
		struct document doc;

		if (e->d_name[0] == '.')
			continue;
		assert_true(++papers_len < PAPERS_MAX);
		p->name = str_dup(&p->a, str_from(e->d_name));
		assert_true(input_read(&p->a, arena_printf(&p->a, "%s/%s", from, e->d_name), DOCUMENT_BYTES_MAX, &diags, &bytes));
		assert_true(paper_read(&p->a, p->name, bytes, &diags, &doc));
		p->proposals = proposals_of(&p->a, &doc, &p->known);
		p->findings = findings_of(&p->a, &doc, &p->said);
		write_page(p, &doc);
	}
	(void)closedir(d);
}

static int
set_up(void **state)
{
	(void)state;
	(void)snprintf(folder, sizeof folder, "%s/pejl-test-formats-%ld", scratch_dir(), (long)getpid());
	assert_int_equal(mkdir(folder, 0700), 0);
	add_folder("examples/papers");
	add_folder("examples/audit");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	run("rm -rf \"$PWD\"");
	for (size_t i = 0; i < papers_len; i++)
		arena_free(&papers[i].a);
	return 0;
}

/* ---- the same in other formats ---- */

static void
read_file(struct arena *a, const struct paper *p, const char *ending, struct document *doc)
{
	struct diags d = diags_new(a);
	struct str   path = arena_printf(a, "%s/" STR_FMT "%s", folder, STR_ARG(p->name), ending), bytes;

	if (!input_read(a, path, DOCUMENT_BYTES_MAX, &d, &bytes) || !paper_read(a, path, bytes, &d, doc))
		fail_msg(STR_FMT "%s: " STR_FMT, STR_ARG(p->name), ending, STR_ARG(d.first->message));
}

/* The first line that is another. */
static void
compare(const struct paper *p, const char *ending, struct str got, struct str wanted)
{
	while (got.len > 0 || wanted.len > 0) {
		struct str is = str_cut(&got, '\n'), was = str_cut(&wanted, '\n');

		if (!str_eq(is, was))
			fail_msg(STR_FMT "%s: “" STR_FMT "”, not “" STR_FMT "”", STR_ARG(p->name), ending,
			    STR_ARG(is), STR_ARG(was));
	}
}

/* In a workbook a title above a table is none of its rows, so that more can be checked. */
static struct str
without_count(struct str findings, enum format format)
{
	size_t at = findings.len - 1;

	while (at > 0 && findings.at[at - 1] != '\n')
		at--;
	return format == FORMAT_XLSX ? str_slice(findings, 0, at) : findings;
}

static void
same(const struct paper *p, const char *ending, enum format format)
{
	struct arena    a = { 0 };
	struct document doc;
	size_t          n;

	read_file(&a, p, ending, &doc);
	assert_int_equal(doc.format, format);
	compare(p, ending, proposals_of(&a, &doc, &n), p->proposals);
	compare(p, ending, without_count(findings_of(&a, &doc, &n), format), without_count(p->findings, format));
	arena_free(&a);
}

static void
all_same(const char *ending, enum format format)
{
	for (size_t i = 0; i < papers_len; i++)
		same(&papers[i], ending, format);
}

static void
they_say_something(void **state)
{
	size_t known = 0, said = 0;

	(void)state;
	for (size_t i = 0; i < papers_len; i++) {
		known += papers[i].known;
		said += papers[i].said;
	}
	assert_true(papers_len >= 20);
	assert_true(known >= 50);
	assert_true(said >= 20);
}

static void
as_a_page(void **state)
{
	(void)state;
	all_same(".html", FORMAT_HTML);
}

static void
by_pandoc(void **state)
{
	(void)state;
	run("for f in *.html; do pandoc \"$f\" -o \"${f%.html}.docx\" && "
	    "pandoc \"$f\" -o \"${f%.html}.odt\" || exit 1; done");
	all_same(".docx", FORMAT_DOCX);
	all_same(".odt", FORMAT_ODT);
}

/* LibreOffice repeats a table's heading on each page: its row is none less for that. */
static void
repeated_heading(void **state)
{
	struct arena        a = { 0 };
	const struct paper  p = { .name = STR("hoved") };
	struct document     doc;
	const struct table *t;

	(void)state;
	run("printf '| År | Ældre |\\n|---|---|\\n| 2010 | 5 |\\n' | pandoc -f markdown -o hoved.odt");
	read_file(&a, &p, ".odt", &doc);
	assert_int_equal(doc.at[0].kind, BLOCK_TABLE);
	t = &doc.at[0].table;
	assert_int_equal(t->len, 2);
	assert_true(str_eq(t->at[0].at[1].at[0].text, STR("Ældre")));
	arena_free(&a);
}

#define SOFFICE "soffice -env:UserInstallation=file://$PWD/profile --headless >>soffice.log 2>&1 "

static void
by_libreoffice(void **state)
{
	(void)state;
	run(SOFFICE "--infilter='HTML (StarWriter)' --convert-to odt *.html");
	run(SOFFICE "--convert-to docx *.odt");
	all_same(".odt", FORMAT_ODT);
	all_same(".docx", FORMAT_DOCX);
}

/* ---- workbooks ---- */

/* All cells that say something, in their order, with a point for every comma. */
static void
put_cell(struct buf *b, struct str text)
{
	struct buf one;

	if (str_trim(text).len == 0)
		return;
	buf_init(&one, 1 << 20);
	words_put(&one, str_trim(text));
	for (size_t i = 0; i < one.len; i++)
		buf_char(b, one.at[i] == ',' ? '.' : one.at[i] == '\n' ? ' ' : one.at[i]);
	buf_char(b, '\n');
	buf_free(&one);
}

static struct str
kept(struct arena *a, struct buf *b)
{
	struct str s = str_dup(a, buf_str(b));

	buf_free(b);
	return s;
}

static struct str
cells_of(struct arena *a, const struct document *doc)
{
	struct buf b;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < doc->len; i++) {
		const struct table *t = &doc->at[i].table;

		if (doc->at[i].kind != BLOCK_TABLE)
			put_cell(&b, arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(doc->at[i].mark),
			    doc->at[i].mark.len > 0 ? " " : "", STR_ARG(doc->at[i].piece.text)));
		for (size_t r = 0; r < t->len; r++)
			for (size_t c = 0; c < t->at[r].len; c++)
				put_cell(&b, cell_text(a, &t->at[r].at[c]));
	}
	return kept(a, &b);
}

static struct str
cells_of_csv(struct arena *a, struct str text)
{
	struct csv csv = csv_open(text, ',');
	struct str field;
	struct buf b;
	bool       quoted;

	buf_init(&b, 1 << 20);
	for (;;)
		switch (csv_next(&csv, &field, &quoted)) {
		case CSV_FIELD:
		case CSV_LAST_FIELD:
			put_cell(&b, field);
			break;
		case CSV_END:
			return kept(a, &b);
		case CSV_BAD_QUOTE:
			fail();
		}
}

/* LibreOffice makes a workbook of a table; it says the same, and holds the same cells as
 * xlsx2csv finds in it. */
static void
workbooks(void **state)
{
	size_t seen = 0;

	(void)state;
	run("for f in *.csv.html; do cp \"$OLDPWD/examples/papers/${f%.html}\" . 2>/dev/null || "
	    "cp \"$OLDPWD/examples/audit/${f%.html}\" .; done");
	run(SOFFICE "--infilter='CSV:59,34,76,1,,1030' --convert-to xlsx oeko*.csv");
	run(SOFFICE "--infilter='CSV:44,34,76,1,,1030' --convert-to xlsx [!o]*.csv");
	run("for f in *.xlsx; do xlsx2csv \"$f\" >\"${f%.xlsx}.csv.cells\" && mv \"$f\" \"${f%.xlsx}.csv.xlsx\" || exit 1; done");
	for (size_t i = 0; i < papers_len; i++) {
		struct paper   *p = &papers[i];
		struct arena    a = { 0 };
		struct diags    d = diags_new(&a);
		struct str      csv;
		struct document doc;

		if (!str_ends(p->name, STR(".csv")))
			continue;
		same(p, ".xlsx", FORMAT_XLSX);
		read_file(&a, p, ".xlsx", &doc);
		assert_true(input_read(&a, arena_printf(&a, "%s/" STR_FMT ".cells", folder, STR_ARG(p->name)),
		    DOCUMENT_BYTES_MAX, &d, &csv));
		compare(p, " cells", cells_of(&a, &doc), cells_of_csv(&a, csv));
		arena_free(&a);
		seen++;
	}
	assert_true(seen >= 5);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(they_say_something),
		cmocka_unit_test(as_a_page),
		cmocka_unit_test(by_pandoc),
		cmocka_unit_test(repeated_heading),
		cmocka_unit_test(by_libreoffice),
		cmocka_unit_test(workbooks),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
