#include "export/codes.h"
#include "core/evaluate.h"
#include "core/form.h"

struct code {
	struct str code, da, en;
};

#define ROW(id, code, da, en) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
#define ROW_ICON(id, code, da, en, icon) ROW(id, code, da, en)

static const struct code verdicts[] = { VERDICTS(ROW_ICON) };
static const struct code reasons[] = { REASONS(ROW) };
static const struct code kinds[] = { TARGET_KINDS(ROW) };
static const struct code units[] = { UNITS(ROW) };
static const struct code qualifiers[] = { QUALIFIERS(ROW) };
static const struct code directions[] = { DIRECTIONS(ROW) };
static const struct code answers[] = { FORM_ANSWERS(ROW) };
static const struct code expectations[] = { FORM_EXPECTATIONS(ROW) };

static const struct {
	const char        *name;
	const struct code *at;
	size_t             len;
} lists[] = {
	{ "verdicts", verdicts, COUNT_OF(verdicts) },
	{ "reasons", reasons, COUNT_OF(reasons) },
	{ "target_kinds", kinds, COUNT_OF(kinds) },
	{ "units", units, COUNT_OF(units) },
	{ "qualifiers", qualifiers, COUNT_OF(qualifiers) },
	{ "directions", directions, COUNT_OF(directions) },
	{ "answers", answers, COUNT_OF(answers) },
	{ "expectations", expectations, COUNT_OF(expectations) },
};

static const struct schema_field code_fields[] = {
	{ "code", "string", NULL },
	{ "da", "string", "Danish; may be empty" },
	{ "en", "string", "English; may be empty" },
	{ NULL, NULL, NULL },
};

static const struct schema_field list_fields[] = {
	{ "verdicts", "Code[]", NULL },
	{ "reasons", "Code[]", "Of verdicts" },
	{ "target_kinds", "Code[]", NULL },
	{ "units", "Code[]", "What figures count in" },
	{ "qualifiers", "Code[]", "What stands before a figure" },
	{ "directions", "Code[]", NULL },
	{ "answers", "Code[]", "How a status report stands to its target" },
	{ "expectations", "Code[]", "Whether a goal is expected to be reached" },
	{ NULL, NULL, NULL },
};

static const struct schema_field change_fields[] = {
	{ "change", "integer", NULL },
	{ "at", "string", "When, in UTC" },
	{ "why", "string?", NULL },
	{ "document", "string?", "The document that was read" },
	{ "undoes", "integer?", "The change that it took back" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_codes[] = {
	{ "Code", "A code and its words", code_fields, NULL, 0 },
	{ "Codes", "Every code that answers use", list_fields, NULL, 0 },
	{ "Change", "An act on the register", change_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

void
export_codes(struct json *j)
{
	json_object(j);
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		json_member_array(j, lists[i].name);
		for (size_t c = 0; c < lists[i].len; c++) {
			if (lists[i].at[c].code.len == 0)
				continue;
			json_object(j);
			json_member(j, "code", lists[i].at[c].code);
			json_member(j, "da", lists[i].at[c].da);
			json_member(j, "en", lists[i].at[c].en);
			json_end(j);
		}
		json_end(j);
	}
	json_end(j);
}

void
export_change(struct json *j, const struct change_shown *c)
{
	json_object(j);
	json_member_int(j, "change", c->id);
	json_member(j, "at", c->at);
	json_member_or_null(j, "why", c->why);
	json_member_or_null(j, "document", c->document);
	json_key(j, "undoes");
	if (c->undoes != 0)
		json_int(j, c->undoes);
	else
		json_null(j);
	json_end(j);
}
