/* `pejl budget`: what it prints, and the spreadsheet read back cell by cell. */
#include "cli/run.h"
#include "core/number.h"
#include "json_tree.h"

static void
table(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "\tI ALT\t150,4\t195,3\t162,4\t508,1 ≠\n");
	assert_says(b, "\tIndsatser, der bidrager til integrationspolitikken\t47,5\t86,4 ≠\t53,5 ≠\t187,4 ≠\n");
	assert_says(b, "\tIndsatser ud over integrationspolitikken\t88,9\t99,3 ≠\t99,3 ≠\t287,5 ≠\n");
	assert_says(b, "2.15\tJobplanen 2009 ²\t-\t32,9\t-\t32,9\n");
	assert_says(b, "Beløb i mio. kr. Summer er regnet af de nøjagtige beløb og derefter afrundet");
	assert_says(b, "Betales alene af staten");
	WORKS(b, "--db", "by.db", "budget", "--lang", "en");
	assert_says(b, "\tTOTAL\t150.4\t195.3\t162.4\t508.1 ≠\n");
	assert_says(b, "Half of it is counted");
	assert_silent(b, "Halvdelen");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--unit-of", "1000", "--by", "agreement");
	assert_says(b, "\tI ALT\t150.400\t195.300\t162.400\t508.100 ≠\n");
	assert_says(b, "Budgetaftale 2007");
	assert_says(b, "Uden aftale");
}

static void
what_if(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da", "--set", "2.2:2009=3 mio. kr.",
	    "--set=cbsi:2010=0");
	assert_says(b, "I alt, 2009: 195,3 → 196,3\n");
	assert_says(b, "I alt, 2010: 162,4 → 135,5\n");
	assert_says(b, "30.000 kr. pr. enhed (før 20.000)");
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	assert_says(b, "\tI ALT\t150,4\t195,3\t162,4\t508,1 ≠\n");
	assert_silent(b, "→");
}

static void
refused(void **state)
{
	struct box *b = *state;

	load_example(b);
	REFUSES(b, 2, "--by is section", "--db", "by.db", "budget", "--by", "måned");
	REFUSES(b, 2, "--unit-of is", "--db", "by.db", "budget", "--unit-of", "øre");
	REFUSES(b, 2, "not both", "--db", "by.db", "budget", "--json", "--csv");
	REFUSES(b, 2, "LINE=AMOUNT", "--db", "by.db", "budget", "--set", "2.2");
	REFUSES(b, 2, "LINE=AMOUNT", "--db", "by.db", "budget", "--set", "2.2=mange");
	REFUSES(b, 2, "LINE=AMOUNT", "--db", "by.db", "budget", "--locale", "none", "--set", "2.2=1.234,5,6");
	REFUSES(b, 2, "is no year", "--db", "by.db", "budget", "--set", "2.2:i år=1");
	REFUSES(b, 1, "no such budget line", "--db", "by.db", "budget", "--set", "9.9=1");
	REFUSES(b, 1, "too large", "--db", "by.db", "budget", "--set", "2.2=9223372036854775807");
	REFUSES(b, 1, "ingen/ø.xlsx", "--db", "by.db", "budget", "--xlsx", "ingen/ø.xlsx");
	REFUSES(b, 2, "--by does not belong", "--db", "by.db", "barometer", "--by", "unit");
}

/* Added by hand: what the report of 2009 prints and its lines do not give. */
static void
badges(void **state)
{
	static const char *const da[] = {
		"bidrager til integrationspolitikken, 2009: 86,4 ≠ 88,4 trykt (sum statusredegoerelse.txt:338:75)\n",
		"bidrager til integrationspolitikken, 2010: 53,5 ≠ 55,5 trykt (sum statusredegoerelse.txt:338:80)\n",
		"bidrager til integrationspolitikken, I alt: 187,4 ≠ 182,8 trykt (sum statusredegoerelse.txt:338:85)\n",
		"Indsatser ud over integrationspolitikken, 2009: 99,3 ≠ 95,3 trykt (sum statusredegoerelse.txt:354:83)\n",
		"Indsatser ud over integrationspolitikken, 2010: 99,3 ≠ 95,3 trykt (sum statusredegoerelse.txt:354:88)\n",
		"Indsatser ud over integrationspolitikken, I alt: 287,5 ≠ 279,5 trykt (sum statusredegoerelse.txt:354:93)\n",
		"I alt, I alt: 508,1 ≠ 499,5 trykt (sum statusredegoerelse.txt:361:27)\n",
	};
	struct box *b = *state;
	size_t      n = 0;

	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--lang", "da");
	for (size_t i = 0; i < sizeof da / sizeof *da; i++)
		assert_says(b, da[i]);
	for (const char *at = b->out; (at = strstr(at, " trykt (")) != NULL; at++)
		n++;
	assert_int_equal(n, 7);         /* 0,2 + 0,2 = 0,3 is rounding */
	WORKS(b, "--db", "by.db", "budget", "--lang", "en", "--by", "year");
	assert_says(b, "Total, current budget: 508.1 ≠ 499.5 printed (sum statusredegoerelse.txt:361:27)\n");
	WORKS(b, "--db", "by.db", "budget", "--by", "unit", "--lang", "da");
	assert_says(b, "I alt, I alt: 508,1 ≠ 499,5 trykt (sum statusredegoerelse.txt:361:27)\n");
	assert_silent(b, "88,4");       /* no unit has those lines */
	WORKS(b, "--db", "by.db", "budget", "--csv");
	assert_says(b, ",printed_2008,printed_2009,printed_2010,printed_2011,");
	assert_says(b, ",47.5,88.4,55.5,,,,,182.8,sum statusredegoerelse.txt:338:75; sum "
	    "statusredegoerelse.txt:338:80; sum statusredegoerelse.txt:338:85\r\n");
	WORKS(b, "--db", "by.db", "budget", "--xlsx", "ark.xlsx", "--lang", "da");
	box_shell(b, "unzip -p ark.xlsx 'xl/comments*.xml' | grep -q '≠ 88,4 trykt (sum statusredegoerelse.txt:338:75)'");
	box_shell(b, "test \"$(unzip -p ark.xlsx 'xl/comments*.xml' | grep -o trykt | wc -l)\" -eq 7");
}

static void
json_badge(yajl_val cell, const char *amount, bool differs)
{
	assert_string_equal(tree_text(cell, "amount"), amount);
	assert_string_equal(tree_text(cell, "unit"), "mio");
	assert_string_equal(tree_text(cell, "differs"), differs ? "true" : "false");
	assert_true((yajl_tree_get(cell, (const char *[]){ "finding", NULL }, yajl_t_object) != NULL) == differs);
}

static void
json_badges(void **state)
{
	struct box *b = *state;
	yajl_val    all, o, printed;

	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--json");
	all = tree_parse(b->out);
	o = tree_at(all, 1);
	printed = tree_get(tree_at(tree_get(o, "groups"), 0), "printed");
	json_badge(tree_at(printed, 0), "47500000", false);
	json_badge(tree_at(printed, 1), "88400000", true);
	assert_string_equal(tree_text(tree_get(tree_at(printed, 1), "finding"), "code"), "sum");
	assert_string_equal(tree_text(tree_get(tree_at(printed, 1), "finding"), "line"), "338");
	assert_string_equal(tree_text(tree_get(tree_at(printed, 1), "finding"), "difference"), "2000000");
	printed = tree_get(tree_get(o, "total"), "printed");
	json_badge(tree_at(printed, 1), "195300000", false);
	json_badge(tree_at(printed, 3), "499500000", true);
	yajl_tree_free(all);
}

static void
json(void **state)
{
	struct box *b = *state;
	yajl_val    all, o, total;

	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--json", "--set", "2.2:2009=3000000");
	all = tree_parse(b->out);
	assert_int_equal(tree_length(all), 2);
	o = tree_at(all, 1);
	assert_string_equal(tree_text(o, "policy"), "integrationspolitik-2007-2010");
	total = tree_get(tree_get(o, "total"), "amounts");
	assert_string_equal(tree_at(total, 1)->u.string, "196300000");
	total = tree_get(tree_get(o, "total"), "before");
	assert_string_equal(tree_at(total, 3)->u.string, "508100000");
	assert_int_equal(tree_length(tree_get(o, "groups")), 3);
	assert_int_equal(tree_length(tree_get(o, "footnotes")), 3);
	assert_true(tree_length(tree_get(o, "results")) > 0);
	yajl_tree_free(all);
}

/* ---- the spreadsheet ---- */

enum { ROWS = 64, COLUMNS = 16 };

struct sheet_cell {
	bool          number;
	struct number value;
	char          formula[512];
};

struct sheet {
	struct sheet_cell at[ROWS][COLUMNS];
	size_t      formulas;
};

/* "C12" -> row 11, column 2, moving `*at` past it. */
static void
cell_place(const char **at, size_t *row, size_t *column)
{
	char *end;

	assert_true(**at >= 'A' && **at < 'A' + COLUMNS);
	*column = (size_t)(**at - 'A');
	*row = (size_t)strtoul(*at + 1, &end, 10) - 1;
	assert_true(*row < ROWS);
	*at = end;
}

static void
between(const char *from, const char *open, const char *close, const char *end, char *ret, size_t size)
{
	const char *a = strstr(from, open), *z;

	ret[0] = '\0';
	if (a == NULL || a >= end)
		return;
	a += strlen(open);
	z = strstr(a, close);
	assert_non_null(z);
	assert_true((size_t)(z - a) < size);
	memcpy(ret, a, (size_t)(z - a));
	ret[z - a] = '\0';
}

/* A sheet holds binary fractions: 86.4 is 86.40000000000001. Kroner in a million
 * have six decimals. */
static struct number
to_the_krone(const char *value)
{
	char          text[64], *end;
	struct number n = NUMBER_ZERO;

	(void)snprintf(text, sizeof text, "%.6f", strtod(value, &end));
	if (end == value || *end != '\0' || !number_from_plain(str_from(text), &n))
		fail_msg("%s is no figure", value);
	return n;
}

static void
read_sheet(struct box *b, const char *file, struct sheet *ret)
{
	static char text[1 << 18];
	FILE       *f;
	size_t      n;

	box_shell(b, "unzip -p ark.xlsx '%s' >sheet.xml", file);
	f = fopen(box_path(b, "sheet.xml"), "rb");
	assert_non_null(f);
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	assert_int_equal(fclose(f), 0);
	memset(ret, 0, sizeof *ret);
	for (const char *c = strstr(text, "<c r=\""); c != NULL; c = strstr(c + 1, "<c r=\"")) {
		const char  *end = strchr(c, '>'), *place = c + 6;
		char         value[64];
		size_t       row, column;
		struct sheet_cell *cell;

		cell_place(&place, &row, &column);
		cell = &ret->at[row][column];
		if (strstr(c, "t=\"inlineStr\"") != NULL && strstr(c, "t=\"inlineStr\"") < end)
			continue;               /* words */
		end = strstr(c, "</c>");
		assert_non_null(end);
		between(c, "<f>", "</f>", end, cell->formula, sizeof cell->formula);
		between(c, "<v>", "</v>", end, value, sizeof value);
		cell->value = to_the_krone(value);
		cell->number = true;
		ret->formulas += cell->formula[0] != '\0';
	}
}

/* SUM(C5:C9,E3) as a program would compute it. */
static struct number
computed(const struct sheet *s, const char *formula)
{
	struct number sum = NUMBER_ZERO;
	const char   *at = formula + 4;

	assert_true(strncmp(formula, "SUM(", 4) == 0);
	while (*at != ')') {
		size_t row, column, end_row, end_column;

		cell_place(&at, &row, &column);
		end_row = row;
		end_column = column;
		if (*at == ':') {
			at++;
			cell_place(&at, &end_row, &end_column);
		}
		for (size_t r = row; r <= end_row; r++)
			for (size_t k = column; k <= end_column; k++)
				if (s->at[r][k].number)
					assert_true(number_add(sum, s->at[r][k].value, &sum));
		at += *at == ',';
	}
	return sum;
}

static void
check_formulas(const struct sheet *s)
{
	for (size_t r = 0; r < ROWS; r++)
		for (size_t k = 0; k < COLUMNS; k++)
			if (s->at[r][k].formula[0] != '\0' &&
			    number_cmp(computed(s, s->at[r][k].formula), s->at[r][k].value) != 0)
				fail_msg("%c%zu: %s is not its value", (int)('A' + k), r + 1, s->at[r][k].formula);
}

/* The amounts of each line of the CSV are in the sheet, in the same order. */
static void
check_against_csv(const struct sheet *s, const char *csv, const char *policy, size_t first, size_t years)
{
	size_t row = 3;                 /* under title, rule and header */

	for (struct str rest = str_from(csv); rest.len > 0;) {
		struct str line = str_cut(&rest, '\n');
		char   copy[1024], *field[32] = { 0 };
		size_t n = 0, amounts = 0;
		bool   quoted = false;

		if (!str_starts(line, str_from(policy)))
			continue;
		assert_true(line.len < sizeof copy);
		memcpy(copy, line.at, line.len);
		copy[line.len] = '\0';
		field[n++] = copy;
		for (char *c = copy; *c != '\0' && n < 32; c++) {
			quoted = *c == '"' ? !quoted : quoted;
			if (*c == ',' && !quoted) {
				*c = '\0';
				field[n++] = c + 1;
			}
		}
		for (size_t y = 0; y <= years; y++) {
			const char        *text = field[y < years ? 6 + first + y : 6 + 7];
			const struct sheet_cell *cell = &s->at[row][2 + y];
			struct number      want;

			assert_int_equal(cell->number, text[0] != '\0');
			if (!cell->number)
				continue;
			assert_true(number_from_plain(str_from(text), &want));
			if (number_cmp(cell->value, want) != 0)
				fail_msg("row %zu: not %s", row + 1, text);
			amounts++;
		}
		row++;
	}
	assert_int_equal(row, 3 + 3 + 20 + 1);
}

static void
spreadsheet(void **state)
{
	static struct sheet s;
	struct box         *b = *state;

	if (system("command -v unzip >/dev/null") != 0)
		skip();
	load_example(b);
	WORKS(b, "--db", "by.db", "budget", "--xlsx", "ark.xlsx", "--csv", "--lang", "en");
	read_sheet(b, "xl/worksheets/sheet2.xml", &s);
	check_formulas(&s);
	/* 3 groups and the total in 4 columns, and the total of each of the lines with money */
	assert_int_equal(s.formulas, 4 * 4 + 18);
	check_against_csv(&s, b->out, "integrationspolitik-2007-2010", 0, 3);
	box_shell(b, "unzip -p ark.xlsx xl/worksheets/sheet2.xml | grep -q 'state=\"frozen\"'");
	box_shell(b, "unzip -p ark.xlsx xl/styles.xml | grep -q '#,##0.0'");
	box_shell(b, "! unzip -l ark.xlsx | grep -qi vba");
	box_shell(b, "test -z \"$(ls | grep part)\"");
	WORKS(b, "--db", "by.db", "budget", "--xlsx", "ark.xlsx", "--set", "2.2:2009=3000000");
	assert_int_equal(b->out_len, 0);
	read_sheet(b, "xl/worksheets/sheet2.xml", &s);
	check_formulas(&s);
	assert_int_equal(number_cmp(s.at[26][3].value, NUMBER(1963, 1)), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(table), BOX_TEST(what_if), BOX_TEST(refused), BOX_TEST(json),
		BOX_TEST(badges), BOX_TEST(json_badges),
		BOX_TEST(spreadsheet),
	};

	return cmocka_run_group_tests_name("budget", tests, NULL, NULL);
}
