#include "app/package_columns.h"

/* Table Schema types. Kroner and levels keep the decimals they were printed with. */
static const char *const schema_type[] = {
	[COLUMN_TEXT] = "string", [COLUMN_CODE] = "string", [COLUMN_NUMBER] = "number",
	[COLUMN_INT] = "integer", [COLUMN_FLAG] = "boolean", [COLUMN_DATE] = "date",
	[COLUMN_REF] = "string",
};

/* Every text here is a name of our own: letters, digits, '_' and '.'. */
static void
put_quoted(struct buf *b, struct str name)
{
	buf_char(b, '"');
	buf_put(b, name);
	buf_char(b, '"');
}

static void
put_fields(struct buf *b, const struct package_file *f)
{
	for (size_t i = 0; i < f->columns; i++) {
		const struct package_column *c = &f->column[i];

		BUF_LIT(b, "          {\"name\": ");
		put_quoted(b, c->name);
		BUF_LIT(b, ", \"type\": ");
		put_quoted(b, str_from(schema_type[c->type]));
		if (c->type == COLUMN_FLAG)
			BUF_LIT(b, ", \"trueValues\": [\"1\"], \"falseValues\": [\"\"]");
		buf_put(b, i + 1 < f->columns ? STR("},\n") : STR("}\n"));
	}
}

static void
put_key(struct buf *b, const struct package_file *f)
{
	if (f->key == 0)
		return;
	BUF_LIT(b, ",\n        \"primaryKey\": [");
	for (size_t i = 0; i < f->key; i++) {
		put_quoted(b, f->column[i].name);
		if (i + 1 < f->key)
			BUF_LIT(b, ", ");
	}
	BUF_LIT(b, "]");
}

static void
put_resource(struct buf *b, const struct package_file *f, bool last)
{
	BUF_LIT(b, "    {\n      \"name\": ");
	put_quoted(b, f->table);
	BUF_LIT(b, ",\n      \"path\": ");
	put_quoted(b, f->path);
	BUF_LIT(b, ",\n      \"profile\": \"tabular-data-resource\",\n"
	    "      \"format\": \"csv\",\n      \"mediatype\": \"text/csv\",\n"
	    "      \"encoding\": \"utf-8\",\n      \"schema\": {\n        \"fields\": [\n");
	put_fields(b, f);
	BUF_LIT(b, "        ]");
	put_key(b, f);
	BUF_LIT(b, "\n      }\n    }");
	buf_put(b, last ? STR("\n") : STR(",\n"));
}

void
package_describe(struct buf *b, bool public)
{
	struct package_file f = package_change_file();

	BUF_LIT(b, "{\n  \"profile\": \"tabular-data-package\",\n"
	    "  \"name\": \"");
	buf_put(b, public ? STR("pejl-open") : STR("pejl-register"));
	BUF_LIT(b, "\",\n  \"resources\": [\n");
	put_resource(b, &f, false);
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (public && !noun_is_public((enum noun)n))
			continue;
		f = package_noun_file((enum noun)n);
		put_resource(b, &f, false);
	}
	f = package_observation_file();
	put_resource(b, &f, false);
	f = package_line_file();
	put_resource(b, &f, false);
	f = package_release_line_file();
	put_resource(b, &f, true);
	BUF_LIT(b, "  ]\n}\n");
}
