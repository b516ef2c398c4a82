#include "export/document_json.h"
#include "export/findings.h"
#include "export/verdicts.h"
#include "export/words.h"

#define IDENTITY_FIELDS                                                                  \
	{ "id", "string", NULL }, { "title", "Words", NULL },                            \
	{ "lang", "string", "The language of the document" },                            \
	{ "file", "string?", NULL }, { "format", "string?", NULL },                      \
	{ "stated", "date?", "The document's own date" },                                \
	{ "published", "boolean", "Everybody may read its text" },                       \
	{ "fact_count", "integer", "Facts taken from it" },                              \
	{ "error_count", "integer", NULL }, { "finding_count", "integer", "Errors too" }

static const struct schema_field row_fields[] = {
	IDENTITY_FIELDS,
	{ NULL, NULL, NULL },
};

static const struct schema_field fact_fields[] = {
	{ "kind", "string", "target, indicator, ...; observation: a measurement" },
	{ "id", "string", "Of the thing; of a measurement its indicator" },
	{ "title", "Words", NULL },
	{ "shown_at", "string?", "Address of the page after the language" },
	{ "line", "integer?", NULL }, { "column", "integer?", NULL },
	{ "quote", "string?", "At most 160 letters" },
	{ "change", "integer", "The change that recorded it" },
	{ "to?", "date", "Of a measurement: the day after its period's last" },
	{ "area?", "Named?", NULL }, { "group?", "Named?", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field text_fields[] = {
	{ "line", "integer", NULL },
	{ "mark", "string?", "\"2)\", \"-\"" },
	{ "text", "string", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field cells_fields[] = {
	{ "line", "integer", NULL },
	{ "cells", "string[]", "Lines of a cell are parted by line feeds" },
	{ NULL, NULL, NULL },
};

static const struct schema_field block_fields[] = {
	{ "kind", "BlockKind", NULL },
	{ "level", "integer", "Of a heading from 1; of an item its depth; else 0" },
	{ "line", "integer", NULL },
	{ "text", "BlockText?", "null: a table" },
	{ "headed", "boolean", "The first row names the columns" },
	{ "rows", "BlockRow[]", "Of a table" },
	{ NULL, NULL, NULL },
};

static const struct schema_field document_fields[] = {
	IDENTITY_FIELDS,
	{ "sha256", "string?", NULL },
	{ "text", "PaperState", "What is there of its text" },
	{ "audited", "boolean", "Its text was audited, not only the facts taken from it" },
	{ "recorded", "Recorded", NULL },
	{ "page", "integer", "Of its text, or else of its facts" },
	{ "pages", "integer", NULL },
	{ "blocks", "Block[]", "Of this page" },
	{ "facts", "Fact[]", "Taken from this page's lines" },
	{ "unlisted", "integer", "Measurements that are too many to be listed" },
	{ "claims", "Claims", NULL },
	{ "findings", "Finding[]", "Of the whole document" },
	{ NULL, NULL, NULL },
};

static const struct str kinds[] = {
	[PAPER_HEADING] = STR_INIT("heading"), [PAPER_PARAGRAPH] = STR_INIT("paragraph"),
	[PAPER_ITEM] = STR_INIT("item"), [PAPER_TABLE] = STR_INIT("table"),
	[PAPER_FOOTNOTE] = STR_INIT("footnote"),
};

static struct str
kind_at(size_t i)
{
	return kinds[i];
}

static struct str
state_at(size_t i)
{
	return paper_code((enum paper_is)i);
}

const struct schema schemas_document[] = {
	{ "BlockKind", "What a block of a document is", NULL, kind_at, COUNT_OF(kinds) },
	{ "PaperState", "What is there of a document's text", NULL, state_at, PAPER_IS_COUNT },
	{ "BlockText", "Text without a break", text_fields, NULL, 0 },
	{ "BlockRow", "A row of a table", cells_fields, NULL, 0 },
	{ "Block", "A heading, paragraph, item, footnote or table", block_fields, NULL, 0 },
	{ "Fact", "What was taken from a document", fact_fields, NULL, 0 },
	{ "DocumentRow", "A document with what was taken and found", row_fields, NULL, 0 },
	{ "Document", "A document with its blocks, facts and findings", document_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
identity(struct json *j, const struct document_row *r)
{
	json_member(j, "id", r->document.id);
	export_words(j, "title", r->document.title, r->document.title_en);
	json_member(j, "lang", r->lang.len > 0 ? r->lang : STR("da"));
	json_member_or_null(j, "file", r->file);
	json_member_or_null(j, "format", r->format);
	export_day(j, "stated", r->has_stated, r->stated);
	json_member_bool(j, "published", r->published);
	json_member_count(j, "fact_count", r->facts);
	json_member_count(j, "error_count", r->errors);
	json_member_count(j, "finding_count", r->findings);
}

void
export_document_row(struct json *j, const struct document_row *r)
{
	json_object(j);
	identity(j, r);
	json_end(j);
}

/* ---- facts ---- */

void
export_page_of(struct json *j, const struct thing_page *to)
{
	struct arena a = { 0 };
	struct str   address = STR_NONE;

	if (to->path != NULL && to->asks != NULL)
		address = arena_printf(&a, "%s?%s=" STR_FMT, to->path, to->asks, STR_ARG(to->id));
	else if (to->path != NULL)
		address = arena_printf(&a, "%s%s" STR_FMT "%s" STR_FMT, to->path,
		    to->id.len > 0 ? "/" : "", STR_ARG(to->id), to->part.len > 0 ? "#" : "",
		    STR_ARG(to->part));
	json_member_or_null(j, "shown_at", address);
	arena_free(&a);
}

static void
fact(struct json *j, const struct taken *t)
{
	json_object(j);
	json_member(j, "kind", t->measured ? STR("observation") : noun_info[t->of.noun].table);
	json_member(j, "id", t->of.thing.id);
	export_words(j, "title", t->of.thing.title, t->of.thing.title_en);
	export_page_of(j, &t->of.page);
	json_member_int_or_null(j, "line", t->line > 0, t->line);
	json_member_int_or_null(j, "column", t->column > 0, t->column);
	json_member_or_null(j, "quote", t->quote);
	json_member_int(j, "change", t->recorded.change);
	if (t->measured) {
		export_day(j, "to", true, t->period.to);
		export_named(j, "area", &t->area);
		export_named(j, "group", &t->group);
	}
	json_end(j);
}

/* ---- blocks ---- */

static void
put_words(struct buf *b, const struct paper_text *t)
{
	for (size_t i = 0; i < t->len; i++)
		buf_put(b, t->at[i].text);
}

static void
text(struct json *j, const struct paper_text *t)
{
	struct buf b;

	buf_init(&b, (size_t)32 << 20);
	put_words(&b, t);
	json_object(j);
	json_member_int(j, "line", t->line);
	json_member_or_null(j, "mark", t->mark);
	json_member(j, "text", buf_str(&b));
	json_end(j);
	buf_free(&b);
}

static void
cell(struct json *j, const struct paper_cell *c)
{
	struct buf b;

	buf_init(&b, (size_t)32 << 20);
	for (size_t i = 0; i < c->len; i++) {
		if (i > 0)
			buf_char(&b, '\n');
		put_words(&b, &c->at[i]);
	}
	json_text(j, buf_str(&b));
	buf_free(&b);
}

static void
row(struct json *j, const struct paper_row *r)
{
	json_object(j);
	json_member_int(j, "line", r->line);
	json_member_array(j, "cells");
	for (size_t i = 0; i < r->len; i++)
		cell(j, &r->at[i]);
	json_end(j);
	json_end(j);
}

static void
block(struct json *j, const struct paper_block *b)
{
	json_object(j);
	json_member(j, "kind", kinds[b->kind]);
	json_member_int(j, "level", b->level);
	json_member_int(j, "line", b->line);
	json_key(j, "text");
	if (b->kind == PAPER_TABLE)
		json_null(j);
	else
		text(j, &b->text);
	json_member_bool(j, "headed", b->headed);
	json_member_array(j, "rows");
	for (size_t i = 0; i < b->rows; i++)
		row(j, &b->row[i]);
	json_end(j);
	json_end(j);
}

/* ---- all of it ---- */

static void
contents(struct json *j, const struct document_view *m)
{
	json_member_array(j, "blocks");
	for (size_t i = 0; i < m->blocks; i++)
		block(j, &m->block[i]);
	json_end(j);
	json_member_array(j, "facts");
	for (size_t i = 0; i < m->takens; i++)
		fact(j, &m->taken[i]);
	json_end(j);
	json_member_count(j, "unlisted", m->unlisted);
	export_claims(j, &m->report);
	json_member_array(j, "findings");
	for (size_t i = 0; i < m->report.findings; i++)
		export_finding(j, &m->report.finding[i]);
	json_end(j);
}

void
export_document(struct json *j, const struct document_view *m)
{
	json_object(j);
	identity(j, &m->row);
	json_member_or_null(j, "sha256", m->sha256);
	json_member(j, "text", paper_code(m->is));
	json_member_bool(j, "audited", m->audited);
	json_key(j, "recorded");
	json_object(j);
	json_member_int(j, "change", m->recorded.change);
	json_member_or_null(j, "at", m->recorded.at);
	json_end(j);
	json_member_count(j, "page", m->page);
	json_member_count(j, "pages", m->pages);
	contents(j, m);
	json_end(j);
}
