/* A record of each noun that everybody may read, by the columns it has, and "Record":
 * any of them. */
#include "export/schema_nouns.h"
#include "export/schema.h"
#include "model/noun.h"

/* "ComparatorMemberRecord" */
static void
put_name(struct buf *b, enum noun n)
{
	struct str table = noun_info[n].table;
	bool       upper = true;

	for (size_t i = 0; i < table.len; i++) {
		char c = table.at[i];

		if (c != '_')
			buf_char(b, upper && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
		upper = c == '_';
	}
	BUF_LIT(b, "Record");
}

static const char *
type_of(enum column_type type)
{
	switch (type) {
	case COLUMN_NUMBER:
		return "decimal";
	case COLUMN_INT:
		return "integer";
	case COLUMN_FLAG:
		return "boolean";
	case COLUMN_DATE:
		return "date";
	case COLUMN_TEXT:
	case COLUMN_CODE:
	case COLUMN_REF:
		break;
	}
	return "string";
}

static void
write_member(struct json *j, const char *name, const char *type)
{
	json_key(j, name);
	schema_write_type(j, str_from(type));
}

static void
write_members(struct json *j, enum noun n)
{
	json_key(j, "properties");
	json_object(j);
	json_key(j, "noun");
	json_object(j);
	json_member(j, "const", noun_info[n].table);
	json_end(j);
	write_member(j, "id", "string");
	write_member(j, "title", "string");
	write_member(j, "lang", "string");
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		const struct noun_column *col = &noun_info[n].column[c];

		if (str_eq(col->name, STR("title")) || str_eq(col->name, STR("lang")))
			continue;
		json_key_text(j, col->name);
		schema_write_type(j, str_from(type_of(col->type)));
	}
	write_member(j, "source", "Source");
	write_member(j, "recorded", "Recorded");
	json_end(j);
}

static void
write_noun(struct json *j, enum noun n)
{
	static const char *const required[] = { "noun", "id", "title", "source", "recorded" };

	json_object(j);
	json_member(j, "type", STR("object"));
	json_member_bool(j, "additionalProperties", false);
	write_members(j, n);
	json_member_array(j, "required");
	for (size_t i = 0; i < COUNT_OF(required); i++)
		json_text(j, str_from(required[i]));
	json_end(j);
	json_end(j);
}

static void
write_any(struct json *j)
{
	struct buf b;

	buf_init(&b, 256);
	json_key(j, "Record");
	json_object(j);
	json_member(j, "description", STR("A thing of the register, of any kind"));
	json_member_array(j, "anyOf");
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_public((enum noun)n))
			continue;
		b.len = 0;
		put_name(&b, (enum noun)n);
		schema_write_type(j, buf_str(&b));
	}
	schema_write_type(j, STR("ObservationRecord"));
	json_end(j);
	json_end(j);
	buf_free(&b);
}

void
schema_write_nouns(struct json *j)
{
	struct buf b;

	buf_init(&b, 256);
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_public((enum noun)n))
			continue;
		b.len = 0;
		put_name(&b, (enum noun)n);
		json_key_text(j, buf_str(&b));
		write_noun(j, (enum noun)n);
	}
	buf_free(&b);
	write_any(j);
}
