/* Tables of columns: where the heading is, which cells are what, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "document/columns.h"

static bool
is_year(struct str heading)
{
	int64_t n;

	return heading.len == 4 && str_int(heading, &n);
}

/* Each cell as "code/code=value;", with its status behind '!'. */
static struct str
written(struct arena *a, const struct figures *f)
{
	struct buf b;
	struct str text;
	size_t     at[FIGURES_DIMENSIONS_MAX] = { 0 };

	buf_init(&b, 4096);
	for (size_t i = 0; i < f->cells; i++) {
		figures_place(f, i, at);
		for (size_t k = 0; k < f->dimensions; k++)
			buf_putf(&b, "%s" STR_FMT, k > 0 ? "/" : "", STR_ARG(f->dimension[k].code[at[k]]));
		buf_putf(&b, "=" STR_FMT, STR_ARG(f->value[i]));
		if (f->status[i].len > 0)
			buf_putf(&b, "!" STR_FMT, STR_ARG(f->status[i]));
		BUF_LIT(&b, ";");
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static const struct str one_code[] = { STR_INIT("Område") };
static const struct str one_figure[] = { STR_INIT("Antal") };
static const struct str two_figures[] = { STR_INIT("Antal"), STR_INIT("Alle") };

static void
rows_become_cells(void **state)
{
	static const struct {
		const char *text;
		size_t      figures;
		bool        across, sdmx;
		const char *cells;              /* NULL: refused, with */
		const char *words;
	} row[] = {
		{ "Område;År;Antal\nØst;2024;1.072,20\n", 1, false, false, "Øst/2024=1.072,20;", "" },
		{ "\xef\xbb\xbfOMRÅDE,år,antal\r\n\"Øst, by\",2024,\"1,072\"\r\n", 1, false, false,
		  "Øst, by/2024=1,072;", "" },
		{ "Folketal\n\nOmråde\tNote\tÅr\tAntal\nØst\ta\"b\t2024\t5\n\t \t2024\t6\n", 1, false, false,
		  "Øst/2024=5;_T/2024=6;", "" },
		{ "Område;År;Antal;Alle\nØst;2024;1;2\n", 2, false, false,
		  "Øst/Antal/2024=1;Øst/Alle/2024=2;", "" },
		{ "Område;2023;Note;2024\nØst;1;x;2\nKilde: DST\n", 0, true, false, "Øst/2023=1;Øst/2024=2;", "" },
		{ "Omr\xe5""de;\xc5r;Antal\n\xd8st;2024;\x80\n", 1, false, false, "Øst/2024=€;", "" },
		{ "STRUCTURE,STRUCTURE_ID,ACTION,Område: Sted,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n"
		  "dataflow,X:Y(1.0),I,Øst: Den,2024-Q1,-1.25,p,3\ndataflow,X:Y(1.0),I,Øst,2024-Q2,,M,3\n",
		  1, false, true, "Øst/2024-Q1=-1250!p;Øst/2024-Q2=!M;", "" },
		{ "DATAFLOW,Område,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX,Øst,2024,1.23456,3\n", 1, false, true,
		  "Øst/2024=1234.56;", "" },
		{ "DATAFLOW,Område,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX,Øst,2024,1,-3\n", 1, false, true, NULL,
		  "its UNIT_MULT is none from 0 to 18" },
		{ "STRUCTURE,ACTION,Område,TIME_PERIOD,OBS_VALUE\nd,D,Øst,2024,\n", 1, false, true, NULL,
		  "a row deletes a figure, which a source does not" },
		{ "DATAFLOW,Område,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nX,Øst,2024,1,PC\nX,Øst,2025,1,KR\n", 1,
		  false, true, NULL, "figures are in “PC” and in “KR”" },
		{ "Område;År;Antal\nØst;2024;1\n", 1, false, true, NULL,
		  "is no SDMX-CSV: it begins with neither STRUCTURE nor DATAFLOW" },
		{ "", 1, false, false, NULL, "has no heading with the columns that the source names" },
		{ "Område;Antal\nØst;1\n", 1, false, false, NULL, "has no heading with the columns that the source names" },
		{ "Område;År;Antal\n", 1, false, false, NULL, "has no figures" },
		{ "Område;År;Antal\nØst;2024;1;7\n", 1, false, false, NULL, "has 4 cells, its heading 3" },
		{ "Område;År;Antal\nØst;2024;\"1\n", 1, false, false, NULL,
		  "a quotation mark is not closed, or stands where none may stand" },
		{ "<html>", 1, false, false, NULL, "is a web page, no figures" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena       a = { 0 };
		struct diags       d = diags_new(&a);
		struct figures     f;
		struct columns_ask ask = { .code = one_code, .codes = 1, .is_period = is_year,
			.figure = row[i].figures == 2 ? two_figures : one_figure, .figures = row[i].figures,
			.time = row[i].across ? STR("*") : STR("År"), .across = row[i].across };
		bool               ok = (row[i].sdmx ? columns_read_sdmx : columns_read_csv)(&a, STR("fil"),
		    str_from(row[i].text), &ask, &d, &f);

		if (ok != (row[i].cells != NULL))
			fail_msg("row %zu: %d, " STR_FMT, i, ok, STR_ARG(ok ? written(&a, &f) : d.first->message));
		if (ok && !str_eq(written(&a, &f), str_from(row[i].cells)))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(written(&a, &f)));
		if (!ok && !str_eq(d.first->message, str_from(row[i].words)))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(d.first->message));
		arena_free(&a);
	}
}

static void
doubles_are_found(void **state)
{
	struct arena       a = { 0 };
	struct diags       d = diags_new(&a);
	struct columns_ask ask = { .code = one_code, .codes = 1, .figure = one_figure, .figures = 1,
	                           .time = STR("År") };
	struct figures     f;
	bool               keep[4] = { true, true, true, true };
	size_t             first, second;

	(void)state;
	assert_true(columns_read_csv(&a, STR("fil"), STR("Område;År;Antal\nA;1;1\nB;1;1\nA;2;1\nB;1;9\n"),
	    &ask, &d, &f));
	assert_true(figures_twice(&a, &f, keep, &first, &second));
	assert_int_equal(first, 1);
	assert_int_equal(second, 3);
	assert_int_equal(f.line[second], 5);
	keep[1] = false;
	assert_false(figures_twice(&a, &f, keep, &first, &second));
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_become_cells),
		cmocka_unit_test(doubles_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
