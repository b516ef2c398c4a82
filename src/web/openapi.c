#include "web/openapi.h"
#include "base/arena.h"
#include "export/agreement_json.h"
#include "export/areas_json.h"
#include "export/barometer_json.h"
#include "export/budget_line_json.h"
#include "export/codes.h"
#include "export/comparison_json.h"
#include "export/csvw.h"
#include "export/document_json.h"
#include "export/findings_list.h"
#include "export/iati.h"
#include "export/indicator_json.h"
#include "export/initiative_json.h"
#include "export/jsonstat.h"
#include "export/money_json.h"
#include "export/objective_json.h"
#include "export/overview.h"
#include "export/records.h"
#include "export/search_json.h"
#include "export/schema_nouns.h"
#include "export/unit_json.h"
#include "export/verdicts.h"
#include "export/words.h"
#include "web/problem.h"

#define API STR("/api/v1")

static const struct schema_field link_fields[] = {
	{ "href", "string", "With {id} where a key belongs" },
	{ "summary", "string", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field index_fields[] = {
	{ "name", "string", NULL },
	{ "version", "string", "Of the program" },
	{ "openapi", "uri", "The description of the API" },
	{ "links", "Link[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field thing_fields[] = {
	{ "thing", "Record", NULL },
	{ "history", "Record[]", "All its versions, oldest first" },
	{ "related", "Record[]", "What refers to it" },
	{ "observations", "Record[]", "Of an indicator" },
	{ NULL, NULL, NULL },
};

static const struct schema schemas_api[] = {
	{ "Link", "An address of the API", link_fields, NULL, 0 },
	{ "Index", "What can be asked for", index_fields, NULL, 0 },
	{ "Thing", "A thing with all that belongs to it", thing_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

/* Every table that stands beside a writer. */
static const struct schema *const tables[] = {
	schemas_api, schemas_problem, schemas_words, schemas_records, schemas_codes,
	schemas_verdicts, schemas_barometer, schemas_indicator, schemas_objective,
	schemas_jsonstat, schemas_csvw, schemas_iati,
	schemas_findings, schemas_money, schemas_initiative,
	schemas_overview, schemas_budget_line, schemas_unit, schemas_agreement,
	schemas_areas, schemas_comparison, schemas_document, schemas_findings_list,
	schemas_search,
};

/* ---- paths ---- */

static bool
is_described(const struct route *r)
{
	return str_starts(r->path, API);
}

/* "/api/v1/things/{kind}/{id}" */
static void
put_path(struct buf *b, struct str path)
{
	static const struct {
		struct str mark, name;
	} marks[] = {
		{ STR_INIT(":id"), STR_INIT("{id}") }, { STR_INIT(":kind"), STR_INIT("{kind}") },
	};

	for (size_t i = 0; i < path.len; i++) {
		struct str rest = str_slice(path, i, path.len);
		bool       found = false;

		for (size_t m = 0; m < COUNT_OF(marks) && !found; m++) {
			found = str_starts(rest, marks[m].mark);
			if (!found)
				continue;
			buf_put(b, marks[m].name);
			i += marks[m].mark.len - 1;
		}
		if (!found)
			buf_char(b, path.at[i]);
	}
}

/* "getThingsKindId" */
static void
put_operation(struct buf *b, struct str path)
{
	bool upper = true;

	BUF_LIT(b, "get");
	for (size_t i = API.len; i < path.len; i++) {
		char c = path.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (letter)
			buf_char(b, upper && c >= 'a' ? (char)(c - 'a' + 'A') : c);
		upper = !letter;
	}
	if (path.len == API.len)
		BUF_LIT(b, "Index");
}

static const struct {
	struct str ending, media;
} medias[] = {
	{ STR_INIT(".txt"), STR_INIT("text/plain") },
	{ STR_INIT(".sdmx.csv"), STR_INIT("application/vnd.sdmx.data+csv") },
	{ STR_INIT(".csv-metadata.json"), STR_INIT("application/csvm+json") },
	{ STR_INIT(".yml"), STR_INIT("application/yaml") },
	{ STR_INIT(".csv"), STR_INIT("text/csv") },
	{ STR_INIT(".svg"), STR_INIT("image/svg+xml") },
	{ STR_INIT(".png"), STR_INIT("image/png") },
	{ STR_INIT(".html"), STR_INIT("text/html") },
	{ STR_INIT(".md"), STR_INIT("text/markdown") },
	{ STR_INIT(".pdf"), STR_INIT("application/pdf") },
	{ STR_INIT(".docx"),
	  STR_INIT("application/vnd.openxmlformats-officedocument.wordprocessingml.document") },
	{ STR_INIT(".xlsx"),
	  STR_INIT("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") },
	{ STR_INIT(".geojson"), STR_INIT("application/geo+json") },
	{ STR_INIT(".zip"), STR_INIT("application/zip") },
	{ STR_INIT(""), STR_INIT("application/json") },
};

static struct str
media_of(const struct route *r)
{
	size_t i = 0;

	while (!str_ends(r->path, medias[i].ending))
		i++;
	return medias[i].media;
}

/* ---- parameters ---- */

static void
open_parameter(struct json *j, struct str name, const char *in, struct str about)
{
	json_object(j);
	json_member(j, "name", name);
	json_member(j, "in", str_from(in));
	json_member(j, "description", about);
	if (str_eq(str_from(in), STR("path"))) {
		json_member_bool(j, "required", true);
	}
	json_key(j, "schema");
	json_object(j);
}

static void
close_parameter(struct json *j)
{
	json_end(j);
	json_end(j);
}

static void
write_kind(struct json *j)
{
	struct arena a = { 0 };

	open_parameter(j, STR("kind"), "path", STR("A kind of things"));
	json_member(j, "type", STR("string"));
	json_member_array(j, "enum");
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (noun_is_public((enum noun)n))
			json_text(j, noun_plural(&a, (enum noun)n));
	json_end(j);
	close_parameter(j);
	arena_free(&a);
}

static void
write_query(struct json *j, const struct query_info *q)
{
	open_parameter(j, q->name, "query", q->summary);
	switch (q->type) {
	case QUERY_DATE:
		json_member(j, "type", STR("string"));
		json_member(j, "format", STR("date"));
		break;
	case QUERY_INT:
	case QUERY_ROW:
		json_member(j, "type", STR("integer"));
		json_member_int(j, "minimum", 0);
		break;
	case QUERY_TEXT:
		json_member(j, "type", STR("string"));
		json_member_int(j, "maxLength", QUERY_TEXT_MAX);
		break;
	case QUERY_KEY:
	case QUERY_WORD:
		json_member(j, "type", STR("string"));
		break;
	}
	close_parameter(j);
}

static void
write_parameters(struct json *j, const struct route *r)
{
	json_member_array(j, "parameters");
	if (str_find(r->path, STR(":kind"), 0) != SIZE_MAX)
		write_kind(j);
	if (str_find(r->path, STR(":id"), 0) != SIZE_MAX) {
		open_parameter(j, STR("id"), "path", STR("The key of a thing"));
		json_member(j, "type", STR("string"));
		close_parameter(j);
	}
	for (size_t i = 0; i < QUERY_COUNT; i++)
		if ((r->takes & UINT32_C(1) << i) != 0)
			write_query(j, &query_info[i]);
	json_end(j);
}

/* ---- answers ---- */

static void
write_content(struct json *j, struct str media, const char *schema)
{
	json_key(j, "content");
	json_object(j);
	json_key_text(j, media);
	json_object(j);
	if (schema != NULL) {
		json_key(j, "schema");
		schema_write_type(j, str_from(schema));
	}
	json_end(j);
	json_end(j);
}

static void
write_problem(struct json *j, const char *status, const char *about)
{
	json_key(j, status);
	json_object(j);
	json_member(j, "description", str_from(about));
	write_content(j, STR(PROBLEM_MEDIA), "Problem");
	json_end(j);
}

static void
write_answers(struct json *j, const struct route *r)
{
	bool of_thing = str_find(r->path, STR("/:"), 0) != SIZE_MAX;

	json_key(j, "responses");
	json_object(j);
	json_key(j, "200");
	json_object(j);
	json_member(j, "description", str_from(r->summary));
	write_content(j, media_of(r), r->schema);
	json_end(j);
	json_key(j, "304");
	json_object(j);
	json_member(j, "description", STR("What If-None-Match names is what would be sent"));
	json_end(j);
	write_problem(j, "400", "Something that was asked cannot be read");
	if (of_thing)
		write_problem(j, "404", "There is no such thing");
	write_problem(j, "default", "Anything else that went wrong");
	json_end(j);
}

static void
write_route(struct json *j, const struct route *r)
{
	struct buf b;

	buf_init(&b, 4096);
	put_path(&b, r->path);
	json_key_text(j, buf_str(&b));
	json_object(j);
	json_key(j, "get");
	json_object(j);
	b.len = 0;
	put_operation(&b, r->path);
	json_member(j, "operationId", buf_str(&b));
	json_member(j, "summary", str_from(r->summary));
	write_parameters(j, r);
	write_answers(j, r);
	json_end(j);
	json_end(j);
	buf_free(&b);
}

/* ---- the document ---- */

static void
write_info(struct json *j)
{
	json_member(j, "openapi", STR("3.1.0"));
	json_key(j, "info");
	json_object(j);
	json_member(j, "title", STR("Pejl"));
	json_member(j, "summary", STR("Does the policy keep its promises?"));
	json_member(j, "description", STR("Everything that the pages show, for programs. "
	    "Figures are exact decimals, written as text; a period's end is the day after its "
	    "last. Counts of fewer than five persons, and what gives them away, are withheld, as "
	    "on the pages."));
	json_member(j, "version", STR(PEJL_VERSION));
	json_key(j, "license");
	json_object(j);
	json_member(j, "name", STR("Mozilla Public License 2.0"));
	json_member(j, "identifier", STR("MPL-2.0"));
	json_end(j);
	json_end(j);
	json_member_array(j, "servers");
	json_object(j);
	json_member(j, "url", STR("/"));
	json_end(j);
	json_end(j);
	json_member_array(j, "security");
	json_end(j);
}

static void
write_description_schema(struct json *j)
{
	json_key(j, "Description");
	json_object(j);
	json_member(j, "description", STR("A document in OpenAPI 3.1"));
	json_member(j, "type", STR("object"));
	json_end(j);
}

void
openapi_write(struct json *j)
{
	json_object(j);
	write_info(j);
	json_key(j, "paths");
	json_object(j);
	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++)
			if (is_described(&t->at[i]))
				write_route(j, &t->at[i]);
	json_end(j);
	json_key(j, "components");
	json_object(j);
	json_key(j, "schemas");
	json_object(j);
	write_description_schema(j);
	for (size_t i = 0; i < COUNT_OF(tables); i++)
		schema_write_table(j, tables[i]);
	schema_write_nouns(j);
	json_end(j);
	json_end(j);
	json_end(j);
}

static void
write_link(struct json *j, const struct route *r)
{
	struct buf b;

	buf_init(&b, 4096);
	put_path(&b, r->path);
	json_object(j);
	json_member(j, "href", buf_str(&b));
	json_member(j, "summary", str_from(r->summary));
	json_end(j);
	buf_free(&b);
}

void
openapi_write_index(struct json *j)
{
	json_object(j);
	json_member(j, "name", STR("Pejl"));
	json_member(j, "version", STR(PEJL_VERSION));
	json_member(j, "openapi", STR("/api/v1/openapi.json"));
	json_member_array(j, "links");
	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++)
			if (is_described(&t->at[i]))
				write_link(j, &t->at[i]);
	json_end(j);
	json_end(j);
}
