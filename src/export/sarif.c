#include "export/sarif.h"
#include "export/sarif_help.h"
#include <inttypes.h>
#include <stdlib.h>

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

static struct str
level(enum severity s)
{
	static const struct str word[] = {
		[SEVERITY_ERROR] = STR_INIT("error"), [SEVERITY_WARNING] = STR_INIT("warning"),
		[SEVERITY_INFO] = STR_INIT("note"),
	};

	return word[s];
}

static void
text(struct json *j, const char *key, struct str s)
{
	json_key(j, key);
	json_object(j);
	json_member(j, "text", s);
	json_end(j);
}

/* "derived-target" is DerivedTarget. */
static void
rule_name(struct json *j, struct str code)
{
	struct buf b;
	bool       upper = true;

	buf_init(&b, 64);
	for (size_t i = 0; i < code.len; i++) {
		if (code.at[i] != '-')
			buf_char(&b, upper ? (char)(code.at[i] - 'a' + 'A') : code.at[i]);
		upper = code.at[i] == '-';
	}
	json_member(j, "name", buf_str(&b));
	buf_free(&b);
}

static void
rule(struct json *j, enum audit_code c, bool danish)
{
	json_object(j);
	json_member(j, "id", audit_code(c));
	rule_name(j, audit_code(c));
	text(j, "shortDescription", audit_title(c, danish));
	text(j, "help", sarif_help(c, danish));
	json_key(j, "defaultConfiguration");
	json_object(j);
	json_member(j, "level", level(audit_severity(c)));
	json_end(j);
	json_end(j);
}

static void
tool(struct json *j, const char *version, bool danish)
{
	json_key(j, "tool");
	json_object(j);
	json_key(j, "driver");
	json_object(j);
	json_member(j, "name", STR("pejl"));
	json_member(j, "version", str_from(version));
	json_member(j, "language", danish ? STR("da") : STR("en"));
	json_member_array(j, "rules");
	for (size_t c = 0; c < AUDIT_CODE_COUNT; c++)
		rule(j, (enum audit_code)c, danish);
	json_end(j);
	json_end(j);
	json_end(j);
}

/* RFC 3986: all but unreserved letters and '/' in percents, so that a path is one. */
static void
uri(struct json *j, struct str path)
{
	static const struct str keep = STR_INIT("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                                        "0123456789-._~/");
	struct buf              b;

	buf_init(&b, 8 + 3 * path.len);
	if (str_starts(path, STR("/")))
		BUF_LIT(&b, "file://");
	for (size_t i = 0; i < path.len; i++) {
		if (str_find(keep, str_slice(path, i, i + 1), 0) != SIZE_MAX)
			buf_char(&b, path.at[i]);
		else
			buf_putf(&b, "%%%02X", (unsigned)(unsigned char)path.at[i]);
	}
	json_member(j, "uri", buf_str(&b));
	buf_free(&b);
}

static void
physical(struct json *j, struct str file, uint32_t line, uint32_t column)
{
	json_key(j, "physicalLocation");
	json_object(j);
	json_key(j, "artifactLocation");
	json_object(j);
	uri(j, file);
	json_end(j);
	if (line > 0) {
		json_key(j, "region");
		json_object(j);
		json_member_int(j, "startLine", line);
		if (column > 0) {
			json_member_int(j, "startColumn", column);
		}
		json_end(j);
	}
	json_end(j);
}

/* Lines of amounts that would explain the difference. */
static void
related(struct json *j, const struct finding *f)
{
	if (f->candidates == 0)
		return;
	json_member_array(j, "relatedLocations");
	for (size_t i = 0; i < f->candidates; i++) {
		struct buf b;

		buf_init(&b, f->candidate[i].text.len + NUMBER_TEXT_MAX + 4);
		buf_put(&b, f->candidate[i].text);
		BUF_LIT(&b, ": ");
		number_write_plain(&b, f->candidate[i].amount);
		json_object(j);
		physical(j, f->file, f->candidate[i].line, 0);
		text(j, "message", buf_str(&b));
		json_end(j);
		buf_free(&b);
	}
	json_end(j);
}

/* ---- fingerprints ---- */

static void
fingerprint_text(struct buf *b, const struct finding *f)
{
	size_t name = f->file.len;

	while (name > 0 && f->file.at[name - 1] != '/')
		name--;
	buf_put(b, audit_code(f->code));
	BUF_LIT(b, "\n");
	buf_put(b, str_slice(f->file, name, f->file.len));
	BUF_LIT(b, "\n");
	buf_put(b, f->quote);
	BUF_LIT(b, "\n");
	if (f->has_amounts) {
		number_write_plain(b, f->expected);
		BUF_LIT(b, " ");
		number_write_plain(b, f->printed);
	}
}

struct print {
	uint64_t hash;
	size_t   at, nth;       /* nth with this hash, from 1 */
};

static uint64_t
fingerprint(const struct finding *f)
{
	uint64_t   h = UINT64_C(14695981039346656037);  /* FNV-1a */
	struct buf b;

	buf_init(&b, f->file.len + f->quote.len + 256);
	fingerprint_text(&b, f);
	for (size_t i = 0; i < b.len; i++)
		h = (h ^ (unsigned char)b.at[i]) * UINT64_C(1099511628211);
	buf_free(&b);
	return h;
}

static int
by_hash(const void *a, const void *b)
{
	const struct print *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static int
by_place(const void *a, const void *b)
{
	const struct print *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

/* Findings that say the same of the same words are told apart by their order. */
static struct print *
fingerprints(struct arena *a, const struct audit_report *r)
{
	struct print *all = ARENA_ARRAY(a, struct print, r->findings + 1);

	for (size_t i = 0; i < r->findings; i++)
		all[i] = (struct print){ fingerprint(&r->finding[i]), i, 1 };
	qsort(all, r->findings, sizeof *all, by_hash);
	for (size_t i = 1; i < r->findings; i++)
		if (all[i].hash == all[i - 1].hash)
			all[i].nth = all[i - 1].nth + 1;
	qsort(all, r->findings, sizeof *all, by_place);
	return all;
}

static void
write_print(struct json *j, const struct print *p)
{
	struct buf b;

	buf_init(&b, 64);
	buf_putf(&b, "%016" PRIx64 ":%zu", p->hash, p->nth);
	json_key(j, "partialFingerprints");
	json_object(j);
	json_member(j, "pejl/v1", buf_str(&b));
	json_end(j);
	buf_free(&b);
}

/* ---- results ---- */

static void
amounts(struct json *j, const struct finding *f)
{
	if (!f->has_amounts)
		return;
	json_key(j, "properties");
	json_object(j);
	json_key(j, "expected");
	json_number(j, f->expected);
	json_key(j, "printed");
	json_number(j, f->printed);
	json_key(j, "difference");
	json_number(j, f->difference);
	json_end(j);
}

static void
result(struct json *j, const struct finding *f, const struct print *p, bool danish)
{
	json_object(j);
	json_member(j, "ruleId", audit_code(f->code));
	json_member_count(j, "ruleIndex", f->code);
	json_member(j, "level", level(f->severity));
	text(j, "message", danish ? f->da : f->en);
	json_member_array(j, "locations");
	json_object(j);
	physical(j, f->file, f->line, f->column);
	json_end(j);
	json_end(j);
	related(j, f);
	write_print(j, p);
	amounts(j, f);
	json_end(j);
}

/* SARIF 3.27.9: a rule that was held against this place, and it holds. */
static void
pass(struct json *j, const struct claim *c, bool danish)
{
	json_object(j);
	json_member(j, "ruleId", audit_code(c->code));
	json_member_count(j, "ruleIndex", c->code);
	json_member(j, "kind", STR("pass"));
	json_member(j, "level", STR("none"));
	text(j, "message", danish ? c->da : c->en);
	json_member_array(j, "locations");
	json_object(j);
	physical(j, c->file, c->line, c->column);
	json_end(j);
	json_end(j);
	json_end(j);
}

static void
write_log(struct json *j, const struct audit_report *r, const char *version, bool danish, bool verbose)
{
	struct arena  a = { 0 };
	struct print *print = fingerprints(&a, r);

	json_object(j);
	json_member(j, "$schema", STR(SCHEMA));
	json_member(j, "version", STR("2.1.0"));
	json_member_array(j, "runs");
	json_object(j);
	tool(j, version, danish);
	json_member(j, "language", danish ? STR("da") : STR("en"));
	json_member(j, "columnKind", STR("unicodeCodePoints"));
	json_member_array(j, "results");
	for (size_t i = 0; i < r->findings; i++)
		result(j, &r->finding[i], &print[i], danish);
	for (size_t i = 0; i < r->hold && verbose; i++)
		pass(j, &r->held[i], danish);
	json_end(j);
	json_end(j);
	json_end(j);
	json_end(j);
	arena_free(&a);
}

void
export_sarif(struct json *j, const struct audit_report *r, const char *version, bool danish)
{
	write_log(j, r, version, danish, false);
}

void
export_sarif_held(struct json *j, const struct audit_report *r, const char *version, bool danish)
{
	write_log(j, r, version, danish, true);
}
