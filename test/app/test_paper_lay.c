/* Documents of word processors that nobody's word processor wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <time.h>
#include "app/paper_lay.h"
#include "packed.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define BODY(text) "<w:document " W "><w:body>" text "</w:body></w:document>"
#define PARAGRAPH(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static const char types[] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/></Types>";
static const char relations[] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

static struct str
docx(struct arena *a, struct str document)
{
	struct packed_part parts[] = {
		{ .name = "[Content_Types].xml", .bytes = str_from(types) },
		{ .name = "_rels/.rels", .bytes = str_from(relations) },
		{ .name = "word/document.xml", .bytes = document, .deflate = true },
	};

	return packed_make(a, parts, COUNT_OF(parts));
}

static struct str
repeated(struct arena *a, const char *before, const char *unit, size_t n, const char *after)
{
	size_t b = strlen(before), u = strlen(unit), len = b + n * u + strlen(after);
	char  *at = ARENA_ARRAY(a, char, len + 1);

	memcpy(at, before, b);
	for (size_t i = 0; i < n; i++)
		memcpy(at + b + i * u, unit, u);
	memcpy(at + b + n * u, after, strlen(after));
	return (struct str){ at, len };
}

static void
documents(void **state)
{
	static const struct {
		const char *what, *before, *unit;
		size_t      n;
		const char *after;
		const char *read;               /* stands in what was read; NULL: refused, or read without harm */
	} cases[] = {
		{ "whole", BODY(PARAGRAPH("Mål på Ærø")), "", 0, "", "Mål på Ærø" },
		{ "billion laughs", "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
		  "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
		  "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
		  "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>",
		  "", 0, BODY(PARAGRAPH("&h;")), NULL },
		{ "external entity", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "", 0,
		  BODY(PARAGRAPH("&a;")), NULL },
		{ "nested", "<w:document " W "><w:body>", "<w:tbl><w:tr><w:tc>", 50000, "", NULL },
		{ "no XML", "ø", "", 0, "", NULL },
		{ "3 MB of one line", "<w:document " W "><w:body><w:p><w:r><w:t>", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ", 100000,
		  "</w:t></w:r></w:p></w:body></w:document>", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena    a = { 0 };
		struct diags    d = diags_new(&a);
		struct document doc;
		time_t          from = time(NULL);
		struct str      xml = repeated(&a, cases[i].before, cases[i].unit, cases[i].n, cases[i].after);
		bool            ok = paper_read(&a, STR("ø.txt"), docx(&a, xml), &d, &doc);

		printf("%s: %s\n", cases[i].what, ok ? "read" : arena_printf(&a, STR_FMT " (" STR_FMT ")",
		    STR_ARG(d.first->message), STR_ARG(d.first->hint)).at);
		if (time(NULL) - from > 60 || (!ok && d.errors != 1))
			fail_msg("%s", cases[i].what);
		if (ok && str_find(doc.text, STR("root:"), 0) != SIZE_MAX)
			fail_msg("%s", cases[i].what);
		if (cases[i].read != NULL && (!ok || str_find(doc.text, str_from(cases[i].read), 0) == SIZE_MAX))
			fail_msg("%s was not read", cases[i].what);
		arena_free(&a);
	}
}

/* Its name says nothing: what is no archive is no DOCX, and a cut one is refused. */
static void
names_say_nothing(void **state)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc;
	struct str      whole = docx(&a, STR(BODY(PARAGRAPH("Mål på Ærø"))));

	(void)state;
	assert_true(paper_read(&a, STR("notat.docx"), STR("Et notat om Ærø"), &d, &doc));
	assert_int_equal(doc.format, FORMAT_TEXT);
	assert_true(paper_read(&a, STR("notat.xlsx"), whole, &d, &doc));
	assert_int_equal(doc.format, FORMAT_DOCX);
	assert_int_equal(doc.at[0].line, 1);
	for (size_t cut = 100; cut < whole.len; cut += 97)
		assert_false(paper_read(&a, STR("notat.docx"), str_slice(whole, 0, cut), &d, &doc));
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents),
		cmocka_unit_test(names_say_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
