/* The real papers of the family, where they are present: $PEJL_DOCUMENTS, else
 * ../shared/documents. None of their sentences stands here, only facts, labels
 * and places. What is true of a paper stays true when its pages break elsewhere,
 * its headers are lost, or its dashes and capitals differ. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <dirent.h>
#include "recognise_help.h"



static const char *const prefixes[] = { "000_", "001_", "002_" };

/* forms, indicators, result goals, actions, budget lines, projects, goals with status, claims, printed totals */
static const struct counts expected[] = {
	{ { 0, 0, 0, 0, 0, 0, 8, ANY_COUNT }, 0 },
	{ { 0, 0, 0, 10, 1, 0, 0, ANY_COUNT }, 2 },
	{ { 16, 6, 0, 0, 20, 0, 3, ANY_COUNT, 4 }, 0 },
};

static bool
find_paper(struct arena *a, const char *prefix, struct str *ret)
{
	static const char *const places[] = { "../shared/documents", "../../shared/documents", NULL };
	const char *first = getenv("PEJL_DOCUMENTS");

	for (size_t i = 0; i < 3; i++) {
		const char    *place = i == 0 ? first : places[i - 1];
		DIR           *dir = place == NULL ? NULL : opendir(place);
		struct dirent *e;
		bool           found = false;

		while (dir != NULL && !found && (e = readdir(dir)) != NULL)
			if (strncmp(e->d_name, prefix, strlen(prefix)) == 0)
				found = load(a, arena_printf(a, "%s/%s", place, e->d_name).at, ret);
		if (dir != NULL)
			closedir(dir);
		if (found)
			return true;
	}
	return false;
}

static struct recognition
read_real(struct arena *a, size_t i)
{
	struct str text;

	if (!find_paper(a, prefixes[i], &text))
		skip();
	return read_paper(a, STR("paper.txt"), text);
}

static void
counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(expected); i++) {
		struct arena       a = { 0 };
		struct recognition r = read_real(&a, i);

		assert_true(counts_hold(&r, &expected[i], prefixes[i]));
		arena_free(&a);
	}
}

struct place_of {
	size_t             paper;
	enum proposal_kind kind;
	int                nth;
	enum field_kind    field;
	int                field_nth;
	uint32_t           line, column;
	const char        *begins;      /* a label or figure, never a sentence */
};

static const struct place_of places_expected[] = {
	{ 0, PROPOSAL_GOAL_STATUS, 0, FIELD_NUMBER, 0, 36, 1, "1" },
	{ 0, PROPOSAL_GOAL_STATUS, 0, FIELD_STATUS, 0, 46, 1, "International Citizen Service" },
	{ 0, PROPOSAL_GOAL_STATUS, 1, FIELD_STATUS, 0, 52, 1, "CPH International Service" },
	{ 0, PROPOSAL_GOAL_STATUS, 2, FIELD_STATUS, 0, 52, 1, "CPH International Service" },
	{ 0, PROPOSAL_GOAL_STATUS, 3, FIELD_STATUS, 0, 56, 1, "CPH International Service" },
	{ 0, PROPOSAL_GOAL_STATUS, 4, FIELD_STATUS, 0, 68, 31, "I Tryghedsindekset 2010" },
	{ 0, PROPOSAL_GOAL_STATUS, 5, FIELD_STATUS, 2, 78, 1, "Andelen i 2010: 1,20 %" },
	{ 0, PROPOSAL_GOAL_STATUS, 7, FIELD_GOAL, 0, 86, 4, "Ingen" },
	{ 0, PROPOSAL_GOAL_STATUS, 7, FIELD_STATUS, 0, 88, 19, "Kommunen" },
	{ 1, PROPOSAL_ACTION, 0, FIELD_THEME, 0, 11, 4, "Inklusion" },
	{ 1, PROPOSAL_ACTION, 3, FIELD_ECONOMY, 0, 20, 820, "Kr. 0" },
	{ 1, PROPOSAL_ACTION, 7, FIELD_ECONOMY, 0, 27, 348, "0 kr." },
	{ 1, PROPOSAL_ACTION, 9, FIELD_OBJECTIVE, 0, 32, 61, "?" },
	{ 2, PROPOSAL_INDICATOR, 0, FIELD_NUMBER, 0, 15, 1, "1." },
	{ 2, PROPOSAL_INDICATOR, 0, FIELD_BASELINE, 0, 15, 60, "54,40 pct." },
	{ 2, PROPOSAL_INDICATOR, 0, FIELD_LATEST, 0, 15, 71, "59,90 pct." },
	{ 2, PROPOSAL_INDICATOR, 0, FIELD_TARGET, 0, 15, 82, "64,00 pct." },
	{ 2, PROPOSAL_INDICATOR, 5, FIELD_BASELINE, 0, 20, 87, "6,4 pct." },
	{ 2, PROPOSAL_GOAL_STATUS, 1, FIELD_GOAL, 0, 131, 1, "Der må ikke komme nye" },
	{ 2, PROPOSAL_STATUS_FORM, 0, FIELD_NUMBER, 0, 138, 1, "2.1" },
	{ 2, PROPOSAL_STATUS_FORM, 1, FIELD_TITLE, 0, 152, 17, "Helbredsafklarende team" },
	{ 2, PROPOSAL_STATUS_FORM, 1, FIELD_GOAL, 0, 157, 5, "Målet for 2009 er 100" },
	{ 2, PROPOSAL_STATUS_FORM, 2, FIELD_CHARACTERISTICS, 0, 167, 50, "Målgruppen" },
	{ 2, PROPOSAL_STATUS_FORM, 15, FIELD_GOAL, 0, 327, 5, "./." },
	{ 2, PROPOSAL_STATUS_FORM, 15, FIELD_STATUS, 0, 328, 21, "./." },
	{ 2, PROPOSAL_BUDGET_LINE, 0, FIELD_AMOUNT, 1, 339, 22, "6,9" },
	{ 2, PROPOSAL_BUDGET_LINE, 2, FIELD_AMOUNT, 1, 341, 32, "-" },
	{ 2, PROPOSAL_BUDGET_LINE, 14, FIELD_AMOUNT, 1, 353, 23, "32,9 ⁴" },
	{ 2, PROPOSAL_BUDGET_LINE, 19, FIELD_GROUP, 0, 358, 1, "Integrationsprojekter" },
	{ 2, PROPOSAL_BUDGET_LINE, 19, FIELD_TOTAL, 0, 360, 50, "15,5" },
};

static void
fields_and_places(void **state)
{
	struct arena       a = { 0 };
	struct recognition r[3] = { read_real(&a, 0), read_real(&a, 1), read_real(&a, 2) };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(places_expected); i++) {
		const struct place_of *x = &places_expected[i];
		const struct proposal *p = nth(&r[x->paper], x->kind, x->nth);
		const struct field    *f = field_of_kind(p, x->field, x->field_nth);

		if (f == NULL) {
			fail_msg("row %zu: no such field", i);
			abort();
		}
		if (f->line != x->line || f->column != x->column ||
		    !str_starts(f->text, str_from(x->begins)))
			fail_msg("row %zu: %u:%u " STR_FMT, i, f->line, f->column,
			    STR_ARG(quote_of(&a, f->text)));
	}
	arena_free(&a);
}

static void
titles_dates_and_unit(void **state)
{
	struct arena       a = { 0 };
	struct recognition r[3] = { read_real(&a, 0), read_real(&a, 1), read_real(&a, 2) };

	(void)state;
	assert_true(str_starts(r[0].title, STR("Status på Økonomiudvalgets handleplan")));
	assert_true(r[0].date.dated && r[0].date.precision == PRECISION_MONTH);
	assert_int_equal(r[0].date.from, day_of(2012, 4, 1));
	assert_false(r[1].date.dated);
	assert_true(r[2].date.dated && r[2].date.precision == PRECISION_YEAR);
	assert_int_equal(r[2].date.from, day_of(2009, 1, 1));
	assert_int_equal(r[2].factor, 1000000);
	assert_int_equal(r[1].unknown[0].line, 8);
	assert_int_equal(r[1].unknown[1].line, 35);
	arena_free(&a);
}

/* ---- the same papers, set differently ---- */

/* A line of the paper; `rows` counts the table rows before it. Writes what it becomes. */
typedef void (*rewrite)(struct buf *b, struct str line, size_t rows);

static size_t
tabs_in(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.at[i] == '\t';
	return n;
}

static bool
is_header_line(struct str s)
{
	static const char *const headers[] = { "1. Tema/", "Mål\tStatus", "\t\t2008\t", NULL };

	for (size_t i = 0; headers[i] != NULL; i++)
		if (str_starts(s, str_from(headers[i])))
			return true;
	return false;
}

static void
put_line(struct buf *b, struct str line)
{
	buf_put(b, line);
	buf_char(b, '\n');
}

static void
drop_headers(struct buf *b, struct str line, size_t rows)
{
	(void)rows;
	if (!is_header_line(line))
		put_line(b, line);
}

/* A page break after every third row. */
static void
break_pages(struct buf *b, struct str line, size_t rows)
{
	put_line(b, line);
	if (tabs_in(line) > 0 && rows % 3 == 2 && !is_header_line(line))
		buf_char(b, '\n');
}

/* Every row on a page of its own, with the page's number below it. */
static void
number_pages(struct buf *b, struct str line, size_t rows)
{
	put_line(b, line);
	if (tabs_in(line) > 0)
		buf_putf(b, "\nSide %zu af 99\n\n", rows + 1);
}

static void
end_with_crlf(struct buf *b, struct str line, size_t rows)
{
	(void)rows;
	buf_put(b, line);
	BUF_LIT(b, "\r\n");
}

static void
plain_dashes(struct buf *b, struct str line, size_t rows)
{
	size_t from = 0, hit;

	(void)rows;
	while ((hit = str_find(line, STR("–"), from)) != SIZE_MAX) {
		buf_put(b, str_slice(line, from, hit));
		buf_char(b, '-');
		from = hit + 3;
	}
	put_line(b, str_slice(line, from, line.len));
}

/* Rows and headings without "2.10" and "1." before their words. */
static void
drop_numbers(struct buf *b, struct str line, size_t rows)
{
	size_t i = 0;

	(void)rows;
	while (i < line.len && ((line.at[i] >= '0' && line.at[i] <= '9') || line.at[i] == '.'))
		i++;
	if (i > 0 && i < line.len && (line.at[i] == '\t' || line.at[i] == ' ') && i < 6)
		line = str_slice(line, line.at[i] == '\t' ? i : i + 1, line.len);
	put_line(b, line);
}

/* The first cell of a two-column row in capitals, as some offices write labels. */
static void
shout_labels(struct buf *b, struct str line, size_t rows)
{
	size_t tab = str_find(line, STR("\t"), 0);

	(void)rows;
	for (size_t i = 0; tab < 70 && tabs_in(line) == 1 && i < tab; i++) {
		char c = line.at[i];

		if (c >= 'a' && c <= 'z')
			buf_char(b, (char)(c - 'a' + 'A'));
		else if (i > 0 && line.at[i - 1] == '\xC3' && (unsigned char)c >= 0xA0)
			buf_char(b, (char)((unsigned char)c - 0x20));
		else
			buf_char(b, c);
	}
	put_line(b, tab < 70 && tabs_in(line) == 1 ? str_slice(line, tab, line.len) : line);
}

static void
mutations(void **state)
{
	static const struct {
		const char *what;
		rewrite     line;
		bool        untold;     /* which lines a total sums */
	} changes[] = {
		{ "headers dropped", drop_headers, true },
		{ "pages broken", break_pages, false },
		{ "every row a page", number_pages, false },
		{ "CRLF", end_with_crlf, false },
		{ "plain dashes", plain_dashes, false },
		{ "numbers dropped", drop_numbers, false },
		{ "labels in capitals", shout_labels, false },
	};
	bool ok = true;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(expected) * COUNT_OF(changes); i++) {
		size_t             paper = i % COUNT_OF(expected), change = i / COUNT_OF(expected), rows = 0;
		struct arena       a = { 0 };
		struct str         text, line;
		struct buf         b;
		struct recognition r;
		struct counts      counts = expected[paper];

		if (changes[change].untold)
			counts.of[PROPOSAL_PRINTED_TOTAL] = ANY_COUNT;
		if (!find_paper(&a, prefixes[paper], &text))
			skip();
		buf_init(&b, 4 * PAPER_MAX);
		while (text.len > 0) {
			line = str_cut(&text, '\n');
			changes[change].line(&b, line, rows);
			rows = tabs_in(line) > 0 ? rows + 1 : 0;
		}
		assert_true(buf_ok(&b));
		r = read_paper(&a, STR("paper.txt"), buf_str(&b));
		if (!counts_hold(&r, &counts, changes[change].what))
			ok = false;
		buf_free(&b);
		arena_free(&a);
	}
	assert_true(ok);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts),
		cmocka_unit_test(fields_and_places),
		cmocka_unit_test(titles_dates_and_unit),
		cmocka_unit_test(mutations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
