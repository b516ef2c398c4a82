#include "export/csvw.h"
#include "export/indicator_grid.h"
#include "export/words.h"

static const struct schema_field table_fields[] = {
	{ "@context", "array", "http://www.w3.org/ns/csvw" },
	{ "url", "uri", "The table" },
	{ "dc:title", "object", NULL },
	{ "dc:description?", "object", NULL },
	{ "dc:publisher", "string", NULL },
	{ "dc:license?", "string", NULL },
	{ "dialect", "object", "Of RFC 4180" },
	{ "tableSchema", "CsvwSchema", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field schema_fields[] = {
	{ "columns", "CsvwColumn[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field column_fields[] = {
	{ "name", "string", NULL },
	{ "titles", "object", "In the table, and in both languages" },
	{ "datatype", "string", "string, decimal, integer, date or boolean" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_csvw[] = {
	{ "CsvwTable", "What is in a CSV, by CSV on the Web", table_fields, NULL, 0 },
	{ "CsvwSchema", "The columns of a CSV", schema_fields, NULL, 0 },
	{ "CsvwColumn", "A column of a CSV", column_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_type(struct json *j, enum column_holds holds)
{
	json_key(j, "datatype");
	switch (holds) {
	case COLUMN_HOLDS_TEXT:
		json_text(j, STR("string"));
		break;
	case COLUMN_HOLDS_DECIMAL:
		json_text(j, STR("decimal"));
		break;
	case COLUMN_HOLDS_WHOLE:
		json_text(j, STR("integer"));
		break;
	case COLUMN_HOLDS_DAY:
		json_text(j, STR("date"));
		break;
	case COLUMN_HOLDS_FLAG:
		json_text(j, STR("boolean"));
		break;
	}
}

static void
put_columns(struct json *j)
{
	const struct column_about *at;
	size_t                     n = indicator_grid_columns(&at);

	json_key(j, "tableSchema");
	json_object(j);
	json_member_array(j, "columns");
	for (size_t i = 0; i < n; i++) {
		json_object(j);
		json_member(j, "name", at[i].code);
		json_key(j, "titles");
		json_object(j);
		json_member(j, "und", at[i].code);
		json_member(j, "da", at[i].da);
		json_member(j, "en", at[i].en);
		json_end(j);
		put_type(j, at[i].holds);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void
put_dialect(struct json *j)
{
	json_key(j, "dialect");
	json_object(j);
	json_member(j, "encoding", STR("utf-8"));
	json_member(j, "delimiter", STR(","));
	json_member_bool(j, "header", true);
	json_member_bool(j, "doubleQuote", true);
	json_end(j);
}

void
export_csvw(struct json *j, const struct indicator_view *m, struct str csv, struct str publisher,
            struct contact contact, bool danish)
{
	json_object(j);
	json_member_array(j, "@context");
	json_text(j, STR("http://www.w3.org/ns/csvw"));
	json_object(j);
	json_member(j, "@language", danish ? STR("da") : STR("en"));
	json_end(j);
	json_end(j);
	json_member(j, "url", csv);
	export_words_some(j, "dc:title", m->indicator.title, m->indicator.title_en);
	export_words_some(j, "dc:description", m->definition.da, m->definition.en);
	json_member(j, "dc:publisher", publisher);
	json_member_some(j, "dc:license", contact.licence);
	put_dialect(j);
	put_columns(j);
	json_end(j);
}
