#include "export/findings.h"
#include "core/calendar.h"

static const struct schema_field candidate_fields[] = {
	{ "line", "integer?", "Where it stands; null: not known" },
	{ "text", "string", "What it is called there" },
	{ "amount", "decimal", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field finding_fields[] = {
	{ "code", "AuditCode", NULL },
	{ "severity", "Severity", NULL },
	{ "file", "string", "The key of the document, or kind:key of what has none" },
	{ "line", "integer?", NULL },
	{ "column", "integer?", NULL },
	{ "quote", "string", "The words, at most 160 letters" },
	{ "message", "Words", NULL },
	{ "expected", "decimal?", "In the unit that the document prints" },
	{ "printed", "decimal?", NULL },
	{ "difference", "decimal?", "printed - expected" },
	{ "candidates", "Candidate[]", "Amounts that would explain the difference" },
	{ "pairs?", "integer", "So many pairs would explain it; too many to be named" },
	{ "answer?", "FindingAnswer", "What somebody answered; it stays a finding" },
	{ NULL, NULL, NULL },
};

static const struct schema_field answer_fields[] = {
	{ "words", "string", NULL },
	{ "lang", "string", NULL },
	{ "who", "string", NULL },
	{ "stated", "date?", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field claims_fields[] = {
	{ "checked", "integer", NULL },
	{ "hold", "integer", NULL },
	{ "fail", "integer", NULL },
	{ NULL, NULL, NULL },
};

static struct str
code_at(size_t i)
{
	return audit_code((enum audit_code)i);
}

static struct str
severity_at(size_t i)
{
	return severity_code((enum severity)i);
}

const struct schema schemas_findings[] = {
	{ "AuditCode", "The rule that found it", NULL, code_at, AUDIT_CODE_COUNT },
	{ "Severity", "How bad it is", NULL, severity_at, SEVERITY_INFO + 1 },
	{ "Candidate", "A known amount that would explain a difference", candidate_fields, NULL, 0 },
	{ "Finding", "What the audit says", finding_fields, NULL, 0 },
	{ "FindingAnswer", "Why somebody says that it is known", answer_fields, NULL, 0 },
	{ "Claims", "How much was computed again", claims_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
message(struct json *j, struct str da, struct str en)
{
	json_key(j, "message");
	json_object(j);
	json_member(j, "da", da);
	json_member(j, "en", en);
	json_end(j);
}

static void
where(struct json *j, struct str file, uint32_t line, uint32_t column, struct str quote)
{
	json_member(j, "file", file);
	json_member_int_or_null(j, "line", line > 0, line);
	json_member_int_or_null(j, "column", column > 0, column);
	json_member(j, "quote", quote);
}

static void
answer(struct json *j, const struct answer *m)
{
	struct arena a = { 0 };

	json_key(j, "answer");
	json_object(j);
	json_member(j, "words", m->words);
	json_member(j, "lang", m->lang);
	json_member(j, "who", m->who);
	json_key(j, "stated");
	if (m->has_stated)
		json_text(j, day_iso(&a, m->stated));
	else
		json_null(j);
	json_end(j);
	arena_free(&a);
}

void
export_finding(struct json *j, const struct finding *f)
{
	json_object(j);
	json_member(j, "code", audit_code(f->code));
	json_member(j, "severity", severity_code(f->severity));
	where(j, f->file, f->line, f->column, f->quote);
	message(j, f->da, f->en);
	json_member_number_or_null(j, "expected", f->has_amounts, f->expected);
	json_member_number_or_null(j, "printed", f->has_amounts, f->printed);
	json_member_number_or_null(j, "difference", f->has_amounts, f->difference);
	json_member_array(j, "candidates");
	for (size_t i = 0; i < f->candidates; i++) {
		const struct candidate *c = &f->candidate[i];

		json_object(j);
		json_member_int_or_null(j, "line", c->line > 0, c->line);
		json_member(j, "text", c->text);
		json_member_number_or_null(j, "amount", true, c->amount);
		json_end(j);
	}
	json_end(j);
	if (f->pairs > 0)
		json_member_count(j, "pairs", f->pairs);
	if (f->answer != NULL)
		answer(j, f->answer);
	json_end(j);
}

void
export_found(struct json *j, const struct finding *const *at, size_t n)
{
	json_member_array(j, "findings");
	for (size_t i = 0; i < n; i++)
		export_finding(j, at[i]);
	json_end(j);
}

static void
held(struct json *j, const struct claim *c)
{
	json_object(j);
	json_member(j, "code", audit_code(c->code));
	where(j, c->file, c->line, c->column, c->quote);
	message(j, c->da, c->en);
	json_end(j);
}

void
export_claims(struct json *j, const struct audit_report *r)
{
	json_key(j, "claims");
	json_object(j);
	json_member_count(j, "checked", r->checked);
	json_member_count(j, "hold", r->hold);
	json_member_count(j, "fail", r->fail);
	json_end(j);
}

static void
report(struct json *j, const struct audit_report *r, bool verbose)
{
	json_object(j);
	export_claims(j, r);
	json_member_array(j, "findings");
	for (size_t i = 0; i < r->findings; i++)
		export_finding(j, &r->finding[i]);
	json_end(j);
	if (verbose) {
		json_member_array(j, "held");
		for (size_t i = 0; i < r->hold; i++)
			held(j, &r->held[i]);
		json_end(j);
	}
	json_end(j);
}

void
export_findings(struct json *j, const struct audit_report *r)
{
	report(j, r, false);
}

void
export_findings_held(struct json *j, const struct audit_report *r)
{
	report(j, r, true);
}
