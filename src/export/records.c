#include "export/records.h"

static const struct schema_field source[] = {
	{ "document", "string?", "null: a person recorded it" },
	{ "line", "integer?", "from 1" },
	{ "column", "integer?", "from 1" },
	{ "quote", "string?", "The words as printed" },
	{ NULL, NULL, NULL },
};

static const struct schema_field recorded[] = {
	{ "change", "integer", "The change that brought this version" },
	{ "at", "string", "When, in UTC" },
	{ "who?", "string", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field observation[] = {
	{ "noun", "string", NULL },
	{ "id", "string", NULL },
	{ "title", "string", "The figure as it is written in Danish" },
	{ "indicator", "string", NULL },
	{ "area?", "string", "An area, or a comparator set" },
	{ "group?", "string", "Left out: everybody" },
	{ "from", "date", NULL },
	{ "to", "date", "The day after its last" },
	{ "period", "string", NULL },
	{ "method", "integer", "Version of the method, from 1" },
	{ "value?", "decimal", NULL },
	{ "low?", "decimal", NULL },
	{ "high?", "decimal", NULL },
	{ "qualifier?", "string", NULL },
	{ "unit", "string", NULL },
	{ "missing?", "string", "Why there is no figure" },
	{ "withheld?", "boolean", "There is a figure, but it is not shown" },
	{ "withheld_because?", "string", "few (persons), neighbour (could be reckoned), part" },
	{ "assumed?", "boolean", "The period is assumed" },
	{ "preliminary?", "boolean", NULL },
	{ "break?", "boolean", "Not comparable with what came before" },
	{ "source", "Source", NULL },
	{ "recorded", "Recorded", NULL },
	{ NULL, NULL, NULL },
};

const struct schema schemas_records[] = {
	{ "Source", "Where a fact stands", source, NULL, 0 },
	{ "Recorded", "When it came to the register", recorded, NULL, 0 },
	{ "ObservationRecord", "A measurement", observation, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

void
export_source(struct json *j, const struct source *s)
{
	json_object(j);
	json_member_or_null(j, "document", s->document);
	json_member_int_or_null(j, "line", s->line > 0, s->line);
	json_member_int_or_null(j, "column", s->column > 0, s->column);
	json_member_or_null(j, "quote", s->quote);
	json_end(j);
}

static void
value(struct json *j, const struct value *v)
{
	int64_t n;

	json_key_text(j, v->name);
	switch (v->type) {
	case VALUE_FLAG:
		json_bool(j, str_eq(v->text, STR("1")));
		return;
	case VALUE_INT:
		if (str_int(v->text, &n)) {
			json_int(j, n);
			return;
		}
		break;
	case VALUE_TEXT:
	case VALUE_NUMBER:
	case VALUE_DATE:
	case VALUE_REFERENCE:
		break;
	}
	json_text(j, v->text);
}

void
export_record_open(struct json *j, const struct record *r)
{
	json_object(j);
	json_member(j, "noun", r->kind);
	json_member(j, "id", r->id);
	json_member(j, "title", r->title);
	json_member_some(j, "lang", r->lang);
	for (size_t i = 0; i < r->len; i++)
		value(j, &r->at[i]);
	json_key(j, "source");
	export_source(j, &r->source);
	json_key(j, "recorded");
	json_object(j);
	json_member_int(j, "change", r->recorded.change);
	json_member(j, "at", r->recorded.at);
	json_member_some(j, "who", r->recorded.who);
	json_end(j);
}

void
export_records(struct json *j, const struct records *list)
{
	json_array(j);
	for (size_t i = 0; i < list->len; i++) {
		export_record_open(j, &list->at[i]);
		json_end(j);
	}
	json_end(j);
}
