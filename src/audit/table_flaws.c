#include "audit/table_flaws.h"

/* Says what is wrong (the message begins with the words of the place), and what to do. */
static const struct {
	struct str da, en, hint_da, hint_en;
} say[FAULT_KIND_COUNT] = {
	[FAULT_SHIFTED] = {
		STR_INIT("rækkens celler er forskudt eller mangler; summer over den kan ikke efterregnes"),
		STR_INIT("the cells of the row are shifted or missing; totals over it cannot be recomputed"),
		STR_INIT("sæt hvert beløb i sin kolonne, og skriv - hvor der ikke er noget"),
		STR_INIT("put each amount in its column, and write - where there is none") },
	[FAULT_MISSING] = {
		STR_INIT("rækken mangler et tal; summer over det kan ikke efterregnes"),
		STR_INIT("the row lacks a figure; totals over it cannot be recomputed"),
		STR_INIT("skriv tallet, eller - hvor der ikke er noget"),
		STR_INIT("write the figure, or - where there is none") },
	[FAULT_TEXT] = {
		STR_INIT("der står ikke et beløb i cellen; summer over den kan ikke efterregnes"),
		STR_INIT("the cell does not hold an amount; totals over it cannot be recomputed"),
		STR_INIT("skriv et tal, eller - hvor der ikke er noget"),
		STR_INIT("write a figure, or - where there is none") },
	[FAULT_DOUBLED] = {
		STR_INIT("det samme år står to gange; tabellen lægges ikke sammen"),
		STR_INIT("the same year stands twice; the table is not summed"),
		STR_INIT("giv hver kolonne sit år"), STR_INIT("give each column its year") },
	[FAULT_ORDER] = {
		STR_INIT("årene står ikke i rækkefølge; tabellen lægges ikke sammen"),
		STR_INIT("the years are out of order; the table is not summed"),
		STR_INIT("sæt årene i rækkefølge"), STR_INIT("put the years in order") },
	[FAULT_UNIT] = {
		STR_INIT("enheden skifter undervejs i tabellen; den lægges ikke sammen"),
		STR_INIT("the unit changes half-way through the table; it is not summed"),
		STR_INIT("skriv alle beløb i samme enhed"), STR_INIT("write all amounts in one unit") },
	[FAULT_LINELESS] = {
		STR_INIT("en sum uden linjer; den kan ikke efterregnes"),
		STR_INIT("a total without lines; it cannot be recomputed"),
		STR_INIT("vis de linjer, som summen består af"), STR_INIT("show the lines that the total is made of") },
	[FAULT_WIDE] = {
		STR_INIT("tabellen har flere år, end der kan lægges sammen"),
		STR_INIT("the table has more years than can be summed"),
		STR_INIT("del tabellen i flere"), STR_INIT("split the table into several") },
};

void
table_flaws_report(struct audit *x, const struct matrix *m)
{
	for (size_t i = 0; i < m->flaws; i++) {
		const struct matrix_flaw *f = &m->flaw[i];
		struct finding            out = { .code = AUDIT_TABLE, .line = f->line, .column = f->column,
		                                  .quote = f->words };

		out.da = say[f->fault].da;
		out.en = say[f->fault].en;
		if (f->other.len > 0) {
			struct str where = quote_of(x->arena, f->other);

			out.da = arena_printf(x->arena, STR_FMT " (" STR_FMT ")", STR_ARG(out.da), STR_ARG(where));
			out.en = arena_printf(x->arena, STR_FMT " (" STR_FMT ")", STR_ARG(out.en), STR_ARG(where));
		}
		out.hint_da = say[f->fault].hint_da;
		out.hint_en = say[f->fault].hint_en;
		audit_finds(x, out);
	}
}
