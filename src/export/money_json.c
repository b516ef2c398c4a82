#include "export/money_json.h"
#include "export/records.h"
#include "export/words.h"
#include "model/overview_words.h"

static const struct schema_field year_fields[] = {
	{ "year", "integer|string", "Or total, or unsplit: of several years, that nobody split" },
	{ "kroner", "decimal?", "null: nothing, or not known" },
	{ "unknown", "boolean", "Something that belongs in it is not known" },
	{ NULL, NULL, NULL },
};

static const struct schema_field line_fields[] = {
	{ "line", "Named?", NULL },
	{ "number", "string?", "As it is numbered in the budget" },
	{ "counts", "string", "counted, or why it is not" },
	{ "amounts", "YearAmount[]", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field money_fields[] = {
	{ "policy", "Named?", NULL },
	{ "lines", "MoneyLine[]", NULL },
	{ "total", "decimal?", "Of the lines that are counted, over all years" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_money[] = {
	{ "YearAmount", "What a year has", year_fields, NULL, 0 },
	{ "MoneyLine", "A line of the budget", line_fields, NULL, 0 },
	{ "MoneyLines", "Lines of one policy's budget", money_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_cell(struct json *j, const char *key, const struct overview_cell *c)
{
	json_key(j, key);
	if (c->has)
		json_number(j, c->kroner);
	else
		json_null(j);
}

static void
put_amount(struct json *j, int32_t year, const struct overview_cell *c)
{
	json_object(j);
	json_key(j, "year");
	if (year == 0)
		json_text(j, STR("total"));
	else if (year == BUDGET_UNSPLIT)
		json_text(j, STR("unsplit"));
	else
		json_int(j, year);
	put_cell(j, "kroner", c);
	json_member_bool(j, "unknown", c->unknown);
	json_end(j);
}

static void
put_line(struct json *j, const struct overview *o, const struct overview_line *l)
{
	json_object(j);
	export_named(j, "line", &l->line);
	json_member_or_null(j, "number", l->number);
	json_member(j, "counts", overview_counts_code(l->counts));
	json_member_array(j, "amounts");
	for (size_t i = 0; i < o->columns; i++)
		put_amount(j, o->column[i].year, &l->at[i]);
	json_end(j);
	json_key(j, "source");
	export_source(j, &l->source);
	json_end(j);
}

void
export_money(struct json *j, const struct money_view *at, size_t n)
{
	json_member_array(j, "money");
	for (size_t i = 0; i < n; i++) {
		json_object(j);
		export_named(j, "policy", &at[i].overview->policy);
		json_member_array(j, "lines");
		for (size_t k = 0; k < at[i].lines; k++)
			put_line(j, at[i].overview, at[i].line[k]);
		json_end(j);
		put_cell(j, "total", &at[i].all);
		json_end(j);
	}
	json_end(j);
}
