#include "export/schema.h"

/* ---- types ---- */

static const struct {
	struct str  type;
	const char *json, *format, *pattern;
} plain[] = {
	{ STR_INIT("string"), "string", NULL, NULL },
	{ STR_INIT("integer"), "integer", NULL, NULL },
	{ STR_INIT("number"), "number", NULL, NULL },
	{ STR_INIT("boolean"), "boolean", NULL, NULL },
	{ STR_INIT("decimal"), "string", NULL, "^-?[0-9]+(\\.[0-9]+)?$" },
	{ STR_INIT("date"), "string", "date", NULL },
	{ STR_INIT("time"), "string", "date-time", NULL },
	{ STR_INIT("object"), "object", NULL, NULL },
	{ STR_INIT("array"), "array", NULL, NULL },
	{ STR_INIT("uri"), "string", "uri-reference", NULL },
};

static void
write_ref(struct json *j, struct str name)
{
	struct buf b;

	buf_init(&b, 256);
	buf_putf(&b, "#/components/schemas/" STR_FMT, STR_ARG(name));
	json_member(j, "$ref", buf_str(&b));
	buf_free(&b);
}

/* The members of a schema without its braces. */
static void
write_plain(struct json *j, struct str type)
{
	for (size_t i = 0; i < COUNT_OF(plain); i++) {
		if (!str_eq(plain[i].type, type))
			continue;
		json_member(j, "type", str_from(plain[i].json));
		if (plain[i].format != NULL)
			json_member(j, "format", str_from(plain[i].format));
		if (plain[i].pattern != NULL)
			json_member(j, "pattern", str_from(plain[i].pattern));
		return;
	}
	write_ref(j, type);
}

static void
write_list(struct json *j, struct str of)
{
	json_object(j);
	json_member(j, "type", STR("array"));
	json_key(j, "items");
	schema_write_type(j, of);
	json_end(j);
}

static void
write_or_null(struct json *j, struct str type)
{
	json_object(j);
	json_member_array(j, "anyOf");
	schema_write_type(j, type);
	json_object(j);
	json_member(j, "type", STR("null"));
	json_end(j);
	json_end(j);
	json_end(j);
}

/* ---- objects ---- */

static void
open_object(struct json *j)
{
	json_object(j);
	json_member(j, "type", STR("object"));
	json_member_bool(j, "additionalProperties", false);
}

static bool
may_be_left_out(const struct schema_field *f)
{
	return str_ends(str_from(f->name), STR("?"));
}

static struct str
name_of(const struct schema_field *f)
{
	struct str name = str_from(f->name);

	return may_be_left_out(f) ? str_slice(name, 0, name.len - 1) : name;
}

static void
write_fields(struct json *j, const struct schema_field *fields)
{
	json_key(j, "properties");
	json_object(j);
	for (const struct schema_field *f = fields; f->name != NULL; f++) {
		json_key_text(j, name_of(f));
		schema_write_type(j, str_from(f->type));
	}
	json_end(j);
	json_member_array(j, "required");
	for (const struct schema_field *f = fields; f->name != NULL; f++)
		if (!may_be_left_out(f))
			json_text(j, name_of(f));
	json_end(j);
}

/* What web/paging.h writes. */
static void
write_page(struct json *j, struct str of)
{
	static const struct schema_field around[] = {
		{ "total", "integer", NULL }, { "page", "integer", NULL },
		{ "limit", "integer", NULL }, { "next?", "uri", NULL }, { NULL, NULL, NULL },
	};

	open_object(j);
	json_key(j, "properties");
	json_object(j);
	json_key(j, "items");
	write_list(j, of);
	for (const struct schema_field *f = around; f->name != NULL; f++) {
		json_key_text(j, name_of(f));
		schema_write_type(j, str_from(f->type));
	}
	json_end(j);
	json_member_array(j, "required");
	json_text(j, STR("items"));
	for (const struct schema_field *f = around; f->name != NULL; f++)
		if (!may_be_left_out(f))
			json_text(j, name_of(f));
	json_end(j);
	json_end(j);
}

static void
write_one_of(struct json *j, struct str types)
{
	json_object(j);
	json_member_array(j, "anyOf");
	while (types.len > 0)
		schema_write_type(j, str_cut(&types, '|'));
	json_end(j);
	json_end(j);
}

void
schema_write_type(struct json *j, struct str type)
{
	if (str_ends(type, STR("?"))) {
		write_or_null(j, str_slice(type, 0, type.len - 1));
	} else if (str_ends(type, STR("[]"))) {
		write_list(j, str_slice(type, 0, type.len - 2));
	} else if (str_find(type, STR("|"), 0) != SIZE_MAX) {
		write_one_of(j, type);
	} else if (str_starts(type, STR("Page("))) {
		write_page(j, str_slice(type, 5, type.len - 1));
	} else {
		json_object(j);
		write_plain(j, type);
		json_end(j);
	}
}

/* ---- the tables ---- */

static void
write_codes(struct json *j, const struct schema *s)
{
	json_object(j);
	json_member(j, "description", str_from(s->about));
	json_member(j, "type", STR("string"));
	json_member_array(j, "enum");
	for (size_t i = 0; i < s->codes; i++)
		if (s->code(i).len > 0)
			json_text(j, s->code(i));
	json_end(j);
	json_end(j);
}

/* With what each member is, where the table says so. */
static void
write_object(struct json *j, const struct schema *s)
{
	struct buf b;

	buf_init(&b, (size_t)16 << 10);
	buf_put(&b, str_from(s->about));
	for (const struct schema_field *f = s->field; f->name != NULL; f++)
		if (f->about != NULL)
			buf_putf(&b, "\n\n`" STR_FMT "`: %s", STR_ARG(name_of(f)), f->about);
	open_object(j);
	json_member(j, "description", buf_str(&b));
	write_fields(j, s->field);
	json_end(j);
	buf_free(&b);
}

void
schema_write_table(struct json *j, const struct schema *table)
{
	for (const struct schema *s = table; s->name != NULL; s++) {
		json_key(j, s->name);
		if (s->field != NULL)
			write_object(j, s);
		else
			write_codes(j, s);
	}
}
