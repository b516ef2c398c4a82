#include "document_test.h"
#include "document/csv.h"

/* Fields in [brackets], quoted ones that still hold doubled quotes as [q:…],
 * rows ended by "/" and the line of the next field; a fault as "!line". */
static void
show(struct buf *out, struct str text, char separator)
{
	struct csv csv = csv_open(text, separator);
	struct str field = STR_NONE;
	bool       quoted = false;

	for (;;) {
		enum csv_status s = csv_next(&csv, &field, &quoted);
		if (s == CSV_END)
			return;
		if (s == CSV_BAD_QUOTE) {
			buf_putf(out, "!%zu", csv.line);
			return;
		}
		buf_put(out, quoted ? STR("[q:") : STR("["));
		buf_put(out, field);
		buf_char(out, ']');
		if (s == CSV_LAST_FIELD)
			buf_putf(out, "/%zu ", csv.line);
	}
}

static const struct {
	char        separator;
	const char *text, *shown;
} cases[] = {
	{ ',', "", "" },
	{ ',', "æ", "[æ]/1 " },
	{ ',', "æ\n", "[æ]/2 " },
	{ ',', "æ,ø\nå,", "[æ][ø]/2 [å][]/2 " },
	{ ',', "\n,\n", "[]/2 [][]/3 " },
	{ ',', "a,b\r\nÅ,d\r\n", "[a][b]/2 [Å][d]/3 " },
	{ ',', "a\rb,c\r", "[a\rb][c\r]/1 " },
	{ ',', "\"\",\"Ø\"\n", "[][Ø]/2 " },
	{ ',', "\"a\nb\r\nc\",d\nå", "[a\nb\r\nc][d]/4 [å]/4 " },
	{ ',', "\"a,b\"\r\n", "[a,b]/2 " },
	{ ',', "\"Æ \"\"b\"\"\",\"\"\"\"", "[q:Æ \"\"b\"\"][q:\"\"]/1 " },
	{ ',', "\xEF\xBB\xBFÅr,x\n", "[År][x]/2 " },
	{ ';', "1,5;\"a;b\"\n", "[1,5][a;b]/2 " },
	{ '\t', "5\" rør\t\"a\tø\"\n", "[5\" rør][a\tø]/2 " },
	{ ',', "x\nå \"b\" c\n", "[x]/2 !2" },
	{ ',', "x\n\"å\n", "[x]/2 !2" },
	{ ',', "\"a\nb\"c\n", "!2" },
	{ ',', "\"a\"\r", "!1" },
	{ ',', "\"", "!1" },
	{ '\t', "x\t\"Bland dig\" i byen\n", "[x]!1" },
};

static void
reads_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf b;

		buf_init(&b, 4096);
		show(&b, str_from(cases[i].text), cases[i].separator);
		if (!str_eq(buf_str(&b), str_from(cases[i].shown)))
			fail_msg("%s: " STR_FMT, cases[i].text, STR_ARG(buf_str(&b)));
		buf_free(&b);
	}
}

static void
points_at_the_fault(void **state)
{
	struct str text = STR("a,å \"b\"\n");
	struct csv csv = csv_open(text, ',');
	struct str field = STR_NONE;
	bool       quoted;

	(void)state;
	assert_int_equal(csv_next(&csv, &field, &quoted), CSV_FIELD);
	assert_int_equal(csv_next(&csv, &field, &quoted), CSV_BAD_QUOTE);
	assert_int_equal(csv.rest.at - text.at, 5);
}

static void
writes_fields(void **state)
{
	static const struct { const char *field, *written; } fields[] = {
		{ "", "," }, { "Ærø", "Ærø," }, { "1,5", "\"1,5\"," }, { "a;b", "a;b," },
		{ "\"", "\"\"\"\"," }, { "å \"b\" c", "\"å \"\"b\"\" c\"," }, { "a\nb", "\"a\nb\"," },
		{ "a\rb", "\"a\rb\"," }, { " a", "\" a\"," }, { "\xEF\xBB\xBF", "\"\xEF\xBB\xBF\"," },
	};
	struct buf b;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(fields); i++) {
		buf_init(&b, 4096);
		csv_write_field(&b, str_from(fields[i].field), false);
		if (!str_eq(buf_str(&b), str_from(fields[i].written)))
			fail_msg("%s: " STR_FMT, fields[i].field, STR_ARG(buf_str(&b)));
		buf_free(&b);
	}
	buf_init(&b, 4096);
	csv_write_field(&b, STR("Ø"), true);
	assert_true(str_eq(buf_str(&b), STR("Ø\r\n")));
	buf_free(&b);
}

/* Every field of up to four of these letters, in rows of three, survives writing. */
static void
reads_what_it_wrote(void **state)
{
	static const char *const letters[] = { "", "a", "\"", ",", "\n", "\r", " ", "Å" };
	struct buf               b, fields;
	struct csv               csv;
	struct str               field = STR_NONE;
	size_t                   n = 8 * 8 * 8 * 8, read = 0;
	bool                     quoted;
	enum csv_status          s;

	(void)state;
	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < n; i++) {
		buf_init(&fields, 64);
		for (size_t k = 0, rest = i; k < 4; k++, rest /= 8)
			buf_put(&fields, str_from(letters[rest % 8]));
		csv_write_field(&b, buf_str(&fields), i % 3 == 2 || i + 1 == n);
		buf_free(&fields);
	}
	csv = csv_open(buf_str(&b), ',');
	while ((s = csv_next(&csv, &field, &quoted)) == CSV_FIELD || s == CSV_LAST_FIELD) {
		struct buf wanted, got;

		buf_init(&wanted, 64);
		buf_init(&got, 64);
		for (size_t k = 0, rest = read; k < 4; k++, rest /= 8)
			buf_put(&wanted, str_from(letters[rest % 8]));
		if (quoted)
			csv_unquote(&got, field);
		else
			buf_put(&got, field);
		assert_true(str_eq(buf_str(&got), buf_str(&wanted)));
		assert_int_equal(s == CSV_LAST_FIELD, read % 3 == 2 || read + 1 == n);
		read++;
		buf_free(&wanted);
		buf_free(&got);
	}
	assert_int_equal(s, CSV_END);
	assert_int_equal(read, n);
	buf_free(&b);
}

static void
finds_the_separator(void **state)
{
	static const struct { const char *text; char separator; } texts[] = {
		{ "", ',' }, { "Å\nb\n", ',' }, { "a,ø\n1,2\n", ',' }, { "a;ø\n1,5;2\n1;2,5\n", ';' },
		{ "a;ø\n1,5;2,5\n3,5;4,5\n", ';' }, { "a\tø\n1,5\t2\n", '\t' }, { "\"a;b\",\"æ;ø\"\n1,2\n", ',' },
		{ "navn,\"to\nlinjer; ja\",c\nx,y,z\n", ',' }, { "a,b;c\nd,e;f;\ng,h\n", ',' },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (csv_separator(str_from(texts[i].text)) != texts[i].separator)
			fail_msg("%s", texts[i].text);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_rows),
		cmocka_unit_test(points_at_the_fault),
		cmocka_unit_test(writes_fields),
		cmocka_unit_test(reads_what_it_wrote),
		cmocka_unit_test(finds_the_separator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
