#include "export/search_json.h"
#include "export/document_json.h"
#include "export/words.h"

static const struct schema_field hit_fields[] = {
	{ "kind", "string", "target, indicator, ...; line: of a document" },
	{ "id", "string", "Of the thing; of a line its document" },
	{ "title", "Words", NULL },
	{ "line", "integer?", NULL },
	{ "shown_at", "string?", "Address of the page after the language" },
	{ "snippet", "SnippetPiece[]", "May be empty" },
	{ "unit", "Named?", "That it belongs to" },
	{ "policy", "Named?", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field piece_fields[] = {
	{ "text", "string", NULL },
	{ "match", "boolean", "It is a word that was looked for" },
	{ NULL, NULL, NULL },
};

static const struct schema_field count_fields[] = {
	{ "kind", "string", NULL },
	{ "count", "integer", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field result_fields[] = {
	{ "items", "SearchHit[]", "The best first" },
	{ "total", "integer", "That can be paged through: the first 500; `counts` has all" },
	{ "page", "integer", NULL },
	{ "limit", "integer", NULL },
	{ "next?", "uri", "The next page" },
	{ "counts", "SearchCount[]", "By kind" },
	{ "suggestion", "string?", "Nothing was found: what might be meant" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_search[] = {
	{ "SnippetPiece", "A part of a text", piece_fields, NULL, 0 },
	{ "SearchHit", "A thing, or a line of a document, that was found", hit_fields, NULL, 0 },
	{ "SearchCount", "How many of a kind were found", count_fields, NULL, 0 },
	{ "SearchResult", "What was found", result_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
snippet(struct json *j, const struct search_pieces *p)
{
	json_member_array(j, "snippet");
	for (size_t i = 0; i < p->len; i++) {
		json_object(j);
		json_member(j, "text", p->at[i].text);
		json_member_bool(j, "match", p->at[i].marked);
		json_end(j);
	}
	json_end(j);
}

void
export_search_hit(struct json *j, const struct search_hit *h)
{
	json_object(j);
	json_member(j, "kind", search_kind_code(h->line > 0 ? NOUN_NONE : h->of.noun));
	json_member(j, "id", h->of.thing.id);
	export_words(j, "title", h->of.thing.title, h->of.thing.title_en);
	json_key(j, "line");
	if (h->line > 0)
		json_int(j, h->line);
	else
		json_null(j);
	export_page_of(j, &h->of.page);
	snippet(j, &h->snippet);
	export_named(j, "unit", &h->unit);
	export_named(j, "policy", &h->policy);
	json_end(j);
}

void
export_search_counts(struct json *j, const struct search_view *m)
{
	json_member_array(j, "counts");
	for (size_t i = 0; i < m->counts; i++) {
		json_object(j);
		json_member(j, "kind", search_kind_code(m->count[i].kind));
		json_member_count(j, "count", m->count[i].n);
		json_end(j);
	}
	json_end(j);
	json_member_or_null(j, "suggestion", m->suggestion);
}
