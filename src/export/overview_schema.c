/* What export/overview.c writes, as schemas. */
#include "export/overview.h"

static const struct schema_field titles[] = {
	{ "da", "string", NULL },
	{ "en?", "string", "Left out: not translated" },
	{ NULL, NULL, NULL },
};

static const struct schema_field sum_fields[] = {
	{ "code", "string", "Of the audit's rule" },
	{ "file", "string", NULL },
	{ "line", "integer", NULL },
	{ "column", "integer", NULL },
	{ "difference?", "decimal", "Printed less computed, in kroner" },
	{ NULL, NULL, NULL },
};

static const struct schema_field printed_fields[] = {
	{ "amount", "decimal", "In kroner" },
	{ "as_printed", "decimal", "In the unit of the paper" },
	{ "unit", "string", "mio, 1000 or kr" },
	{ "differs", "boolean", "By more than rounding explains" },
	{ "finding?", "SumFinding", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

/* Beside the columns of the overview. */
#define CELL_FIELDS                                                                    \
	{ "amounts", "decimal?[]", "Beside the columns, in kroner; null: nothing" },   \
	{ "printed", "Printed?[]", "What the paper prints there" },                    \
	{ "footnote?", "integer", "From 1" }

static const struct schema_field version_fields[] = {
	{ "year", "integer", NULL },
	{ "original?", "decimal", NULL }, { "revised?", "decimal", NULL },
	{ "actual?", "decimal", NULL }, { "plan?", "decimal", "The current budget" },
	{ "gross?", "decimal", "Before what others refund" },
	{ NULL, NULL, NULL },
};

static const struct schema_field unsplit_fields[] = {
	{ "from", "integer", NULL }, { "through", "integer", NULL },
	{ "version", "string", NULL }, { "amount", "decimal", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field line_fields[] = {
	{ "id", "string", NULL },
	{ "number?", "string", "As printed" },
	{ "title?", "Titles", NULL },
	{ "counts", "string", "counted, elsewhere, earmark or excluded" },
	{ "elsewhere?", "string", "The line it is counted in" },
	{ "earmark_of?", "string", "The line it is reserved within" },
	{ "excluded?", "Titles", "Why it is left out of the totals" },
	{ "attribution?", "decimal", "Per cent of it that counts" },
	{ "financing?", "string", "Who pays" },
	{ "unit?", "string", NULL }, { "initiative?", "string", NULL },
	{ "agreement?", "string", NULL }, { "objective?", "string", NULL },
	CELL_FIELDS,
	{ "years?", "BudgetYear[]", "Versions of the budget kept apart" },
	{ "unsplit?", "Unsplit[]", "Amounts of several years that nobody split" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field group_fields[] = {
	{ "id?", "string", NULL },
	{ "title?", "Titles", NULL },
	CELL_FIELDS,
	{ "lines", "OverviewLine[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field total_fields[] = {
	CELL_FIELDS,
	{ NULL, NULL, NULL },
};

static const struct schema_field result_fields[] = {
	{ "initiative?", "string", NULL },
	{ "target?", "string", NULL },
	{ "unit", "string", "Of the result" },
	{ "result", "decimal", NULL },
	{ "from", "integer", "The first year whose cost is counted" },
	{ "through", "integer", "The last" },
	{ "promised", "boolean", "false: measured" },
	{ "whole_years", "boolean", "The result fills those years" },
	{ "cost", "decimal", NULL },
	{ "cost_per_unit", "decimal", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field overview_fields[] = {
	{ "policy?", "string", NULL },
	{ "document?", "string", "Of lines without a policy" },
	{ "title?", "Titles", NULL },
	{ "by", "string", "How lines are grouped" },
	{ "columns", "integer|string[]", "Years, and total; or versions of the budget" },
	{ "groups", "OverviewGroup[]", NULL },
	{ "total", "OverviewTotal", NULL },
	{ "footnotes", "Titles[]", NULL },
	{ "results", "ResultCost[]", "What a result costs" },
	{ "years?", "EconomyBar[]", "All of a year, before what others refund" },
	{ "committees?", "EconomyBar[]", "All years of a committee, likewise" },
	{ "paid?", "Paid", "Where others refund something" },
	{ NULL, NULL, NULL },
};

static const struct schema_field payer_fields[] = {
	{ "financing", "string", "Who pays" },
	{ "amount", "decimal", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field bar_fields[] = {
	{ "unit?", "string", NULL },
	{ "year?", "integer|string", "unsplit: of several years that nobody split" },
	{ "amount", "decimal?", NULL },
	{ "parts", "Payer[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field paid_fields[] = {
	{ "columns", "integer|string[]", "Years, and total" },
	{ "gross", "decimal?[]", "Of lines whose gross is not known, their net" },
	{ "refunded", "decimal?[]", "By others, of that" },
	{ "net", "decimal?[]", "As budgeted" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_overview[] = {
	{ "Titles", "A text, and its translation where there is one", titles, NULL, 0 },
	{ "SumFinding", "A total that its lines do not give", sum_fields, NULL, 0 },
	{ "Printed", "What a paper prints", printed_fields, NULL, 0 },
	{ "BudgetYear", "A year of a line", version_fields, NULL, 0 },
	{ "Unsplit", "An amount of several years", unsplit_fields, NULL, 0 },
	{ "OverviewLine", "A line of the economy", line_fields, NULL, 0 },
	{ "OverviewGroup", "Lines that belong together", group_fields, NULL, 0 },
	{ "OverviewTotal", "All of it", total_fields, NULL, 0 },
	{ "ResultCost", "Kroner for one unit of a result", result_fields, NULL, 0 },
	{ "Payer", "What one pays of it", payer_fields, NULL, 0 },
	{ "EconomyBar", "A year's or a committee's economy, by who pays", bar_fields, NULL, 0 },
	{ "Paid", "Gross and net", paid_fields, NULL, 0 },
	{ "Overview", "The economy of a policy", overview_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};
