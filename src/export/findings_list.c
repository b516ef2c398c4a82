#include "export/findings_list.h"

static const struct schema_field list_fields[] = {
	{ "items", "Finding[]", "By document and line" },
	{ "total", "integer", NULL },
	{ "page", "integer", NULL },
	{ "limit", "integer", NULL },
	{ "next?", "uri", "The next page" },
	{ "claims", "Claims", "Of the document asked for, or of everything" },
	{ "counts", "FindingCount[]", "By code; those that there are" },
	{ NULL, NULL, NULL },
};

static const struct schema_field count_fields[] = {
	{ "code", "AuditCode", NULL },
	{ "count", "integer", NULL },
	{ NULL, NULL, NULL },
};

const struct schema schemas_findings_list[] = {
	{ "FindingCount", "How many findings a code has", count_fields, NULL, 0 },
	{ "FindingList", "A page of findings", list_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

void
export_findings_counts(struct json *j, const struct findings_view *m)
{
	export_claims(j, &m->claims);
	json_member_array(j, "counts");
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++) {
		if (m->count[i] == 0)
			continue;
		json_object(j);
		json_member(j, "code", audit_code((enum audit_code)i));
		json_member_count(j, "count", m->count[i]);
		json_end(j);
	}
	json_end(j);
}
