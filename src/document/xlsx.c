#include "document/xlsx.h"
#include "document/cell_format.h"
#include "document/document.h"
#include "document/lay.h"
#include "document/pack.h"
#include "document/sheet.h"
#include "document/xml.h"
#include <string.h>

#define SHEETS_MAX  1000
#define STYLES_MAX  100000
#define STRING_MAX  ((size_t)1 << 20)
#define PART_NAME   200

struct sheet_entry {
	struct str name, id;
	bool       hidden;
	struct str part;                /* "xl/worksheets/sheet1.xml" */
};

struct number_format {
	size_t     id;
	struct str code;
};

struct book {
	struct sheet_book   shared;
	const struct xlsx_parts *parts;
	struct sheet_entry *sheet;
	size_t              sheets, sheets_cap;
	size_t              strings_cap, styles_cap;
	struct number_format *format;
	size_t              formats, formats_cap;
	struct buf          text;       /* of the string under way */
	bool                in_text, in_phonetic, in_cells;
	bool                stop;
};

static void
no_text(void *user, struct str letters)
{
	(void)user;
	(void)letters;
}

static void
no_end(void *user, struct str name)
{
	(void)user;
	(void)name;
}

static void
refuse(struct book *b, const char *message)
{
	if (!b->stop)
		(void)diag_error(b->shared.d, b->shared.name, 0, str_from(message), STR("split the document"));
	b->stop = true;
}

static size_t
id_of(const char **attributes, const char *name)
{
	int64_t n;

	return str_int(xml_attribute(attributes, name), &n) && n >= 0 ? (size_t)n : SIZE_MAX;
}

/* ---- the workbook and where its sheets are ---- */

static void
on_workbook(void *user, struct str name, const char **attributes)
{
	struct book *b = user;
	struct str   word, state;

	if (str_eq(name, STR("workbookPr"))) {
		word = xml_attribute(attributes, "date1904");
		b->shared.from_1904 = str_eq(word, STR("1")) || str_eq(word, STR("true"));
	} else if (str_eq(name, STR("sheet"))) {
		if (b->sheets >= SHEETS_MAX) {
			refuse(b, "more than 1000 sheets");
			return;
		}
		state = xml_attribute(attributes, "state");
		ARENA_GROW(b->shared.a, b->sheet, b->sheets, &b->sheets_cap);
		b->sheet[b->sheets++] = (struct sheet_entry){
			.name = str_dup(b->shared.a, xml_attribute(attributes, "name")),
			.id = str_dup(b->shared.a, xml_attribute(attributes, "id")),
			.hidden = str_eq(state, STR("hidden")) || str_eq(state, STR("veryHidden")),
		};
	}
}

static void
on_relation(void *user, struct str name, const char **attributes)
{
	struct book *b = user;
	struct str   id = xml_attribute(attributes, "Id"), to = xml_attribute(attributes, "Target");

	if (!str_eq(name, STR("Relationship")) || !str_ends(xml_attribute(attributes, "Type"),
	    STR("/worksheet")) || to.len > PART_NAME)
		return;
	for (size_t i = 0; i < b->sheets; i++)
		if (str_eq(b->sheet[i].id, id))
			b->sheet[i].part = str_starts(to, STR("/")) ? str_dup(b->shared.a, str_slice(to, 1, to.len))
			    : arena_printf(b->shared.a, "xl/" STR_FMT, STR_ARG(to));
}

/* ---- strings ---- */

static void
on_string(void *user, struct str name, const char **attributes)
{
	struct book *b = user;

	(void)attributes;
	if (str_eq(name, STR("si")))
		b->text.len = 0;
	else if (str_eq(name, STR("rPh")))
		b->in_phonetic = true;
	else if (str_eq(name, STR("t")))
		b->in_text = !b->in_phonetic;
}

static void
on_string_end(void *user, struct str name)
{
	struct book       *b = user;
	struct sheet_book *s = &b->shared;
	struct buf         laid;

	if (str_eq(name, STR("t")))
		b->in_text = false;
	else if (str_eq(name, STR("rPh")))
		b->in_phonetic = false;
	if (!str_eq(name, STR("si")))
		return;
	if (s->strings >= DOCUMENT_PARTS_MAX || !buf_ok(&b->text)) {
		refuse(b, "more text than a document holds");
		return;
	}
	buf_init(&laid, 8 * STRING_MAX);
	sheet_letters(&laid, buf_str(&b->text));
	ARENA_GROW(s->a, s->string, s->strings, &b->strings_cap);
	s->string[s->strings++] = str_dup(s->a, buf_str(&laid));
	buf_free(&laid);
}

static void
on_string_text(void *user, struct str letters)
{
	struct book *b = user;

	if (b->in_text)
		buf_put(&b->text, letters);
}

/* ---- styles ---- */

static struct str
code_of(const struct book *b, size_t id)
{
	for (size_t i = 0; i < b->formats; i++)
		if (b->format[i].id == id)
			return b->format[i].code;
	return cell_format_builtin(id < 1000 ? (unsigned)id : 0);
}

static void
on_style(void *user, struct str name, const char **attributes)
{
	struct book       *b = user;
	struct sheet_book *s = &b->shared;

	if (s->styles >= STYLES_MAX || b->formats >= STYLES_MAX) {
		refuse(b, "more than 100000 styles");
	} else if (str_eq(name, STR("numFmt"))) {
		ARENA_GROW(s->a, b->format, b->formats, &b->formats_cap);
		b->format[b->formats++] = (struct number_format){ id_of(attributes, "numFmtId"),
			str_dup(s->a, xml_attribute(attributes, "formatCode")) };
	} else if (str_eq(name, STR("cellXfs"))) {
		b->in_cells = true;
	} else if (str_eq(name, STR("xf")) && b->in_cells) {
		ARENA_GROW(s->a, s->style, s->styles, &b->styles_cap);
		s->style[s->styles++].code = code_of(b, id_of(attributes, "numFmtId"));
	}
}

static void
on_style_end(void *user, struct str name)
{
	struct book *b = user;

	if (str_eq(name, STR("cellXfs")))
		b->in_cells = false;
}

/* ---- all of it ---- */

static bool
read_part(struct book *b, const char *part, struct xml_handler h)
{
	struct arena room = { 0 };
	struct str   xml;
	bool         ok;

	h.user = b;
	h.stop = &b->stop;
	ok = b->parts->read(b->parts->user, &room, part, &xml) &&
	    xml_read(&h, b->shared.a, b->shared.name, part, xml, b->shared.d) && !b->stop;
	arena_free(&room);
	return ok;
}

static bool
read_optional(struct book *b, const char *part, struct xml_handler h)
{
	return !b->parts->has(b->parts->user, part) || read_part(b, part, h);
}

static bool
read_shared(struct book *b)
{
	return read_part(b, "xl/workbook.xml", (struct xml_handler){ .start = on_workbook,
	        .end = no_end, .text = no_text }) &&
	    read_part(b, "xl/_rels/workbook.xml.rels", (struct xml_handler){ .start = on_relation,
	        .end = no_end, .text = no_text }) &&
	    read_optional(b, "xl/sharedStrings.xml", (struct xml_handler){ .start = on_string,
	        .end = on_string_end, .text = on_string_text }) &&
	    read_optional(b, "xl/styles.xml", (struct xml_handler){ .start = on_style,
	        .end = on_style_end, .text = no_text });
}

static void
note(struct book *b, struct str message, struct str hint)
{
	(void)diag_add(b->shared.d, (struct diag){ .level = DIAG_NOTE, .where = b->shared.name,
	    .message = message, .hint = hint });
}

static void
put_heading(struct laid *l, struct str name)
{
	struct buf b;

	buf_init(&b, DOCUMENT_BYTES_MAX);
	laid_letters(&b, str_trim(name));
	if (b.len > 0)
		laid_line(l, STR("<h1>"), buf_str(&b));
	buf_free(&b);
}

static bool
lay_sheet(struct book *b, struct laid *l, const struct sheet_entry *e, bool headed)
{
	struct arena room = { 0 };
	struct sheet sheet;
	struct str   xml;
	bool         ok;

	ok = b->parts->read(b->parts->user, &room, e->part.at, &xml) &&
	    sheet_read(&b->shared, e->part.at, xml, &sheet);
	arena_free(&room);
	if (!ok)
		return false;
	if (headed && sheet.len > 0)
		put_heading(l, e->name);
	sheet_lay(l, &sheet);
	return !l->failed;
}

static bool
has_part(void *user, const char *part)
{
	return pack_has(user, part);
}

static bool
get_part(void *user, struct arena *a, const char *part, struct str *ret)
{
	return pack_read(user, a, part, ret);
}

/* ---- one sheet, row by row ---- */

static const struct sheet_entry *
find_sheet(const struct book *b, struct str name)
{
	for (size_t i = 0; i < b->sheets; i++)
		if (b->sheet[i].part.len > 0 && (name.len > 0 ? str_eq(b->sheet[i].name, name)
		    : !b->sheet[i].hidden))
			return &b->sheet[i];
	return NULL;
}

static bool
tell_rows(struct book *b, const struct sheet *s,
          bool (*on)(void *user, size_t row, const struct str *cell, const uint32_t *column, size_t n),
          void *user)
{
	struct str *cell = ARENA_ARRAY(b->shared.a, struct str, s->len + 1);
	uint32_t   *column = ARENA_ARRAY(b->shared.a, uint32_t, s->len + 1);

	for (size_t from = 0, to; from < s->len; from = to) {
		for (to = from; to < s->len && s->at[to].row == s->at[from].row; to++) {
			cell[to - from] = s->at[to].text;
			column[to - from] = s->at[to].column;
		}
		if (!on(user, s->at[from].row, cell, column, to - from))
			return false;
	}
	return true;
}

static bool
lay_sheets(struct book *b, struct laid *l)
{
	size_t shown = 0;

	for (size_t i = 0; i < b->sheets; i++)
		shown += !b->sheet[i].hidden && b->sheet[i].part.len > 0;
	for (size_t i = 0; i < b->sheets; i++) {
		struct sheet_entry *e = &b->sheet[i];

		if (e->hidden)
			note(b, arena_printf(b->shared.a, "the sheet “" STR_FMT "” is hidden, and was not read",
			    STR_ARG(str_slice(e->name, 0, PART_NAME))), STR("show it, if it belongs to the paper"));
		else if (e->part.len > 0 && !lay_sheet(b, l, e, shown > 1))
			return false;
	}
	if (b->shared.uncomputed > 0)
		note(b, arena_printf(b->shared.a, "%zu formulas have no computed value, and were left out",
		    b->shared.uncomputed), STR("open the workbook in its program and save it again"));
	return true;
}

bool
xlsx_lay(struct arena *a, struct str name, const struct xlsx_parts *parts, struct diags *d,
         struct str *ret)
{
	struct arena room = { 0 };
	struct book *b = ARENA_NEW(&room, struct book);
	struct laid  l;
	bool         ok;

	b->shared = (struct sheet_book){ .a = &room, .name = name, .d = d };
	b->parts = parts;
	buf_init(&b->text, STRING_MAX);
	laid_open(&l, a, name, d);
	ok = read_shared(b) && lay_sheets(b, &l);
	l.failed |= !ok;
	buf_free(&b->text);
	ok = laid_done(&l, ret);
	arena_free(&room);
	return ok;
}

bool
lay_xlsx(struct arena *a, struct str name, struct str bytes, struct diags *d, struct str *ret)
{
	struct arena room = { 0 };
	struct pack *p = pack_open(&room, name, bytes, d);
	bool         ok = p != NULL && xlsx_lay(a, name, &(struct xlsx_parts){ p, has_part, get_part }, d, ret);

	pack_close(p);
	arena_free(&room);
	return ok;
}

bool
xlsx_rows(struct arena *a, struct str name, struct str bytes, struct str sheet,
          bool (*on)(void *user, size_t row, const struct str *cell, const uint32_t *column, size_t n),
          void *user, struct diags *d)
{
	struct pack             *p = pack_open(a, name, bytes, d);
	struct xlsx_parts        parts = { p, has_part, get_part };
	struct book             *b = ARENA_NEW(a, struct book);
	const struct sheet_entry *e;
	struct sheet             cells;
	struct str               xml;
	bool                     ok = false;

	b->shared = (struct sheet_book){ .a = a, .name = name, .d = d };
	b->parts = &parts;
	buf_init(&b->text, STRING_MAX);
	if (p != NULL && read_shared(b)) {
		e = find_sheet(b, sheet);
		ok = e != NULL ? parts.read(p, a, e->part.at, &xml) && sheet_read(&b->shared, e->part.at, xml, &cells) &&
		    tell_rows(b, &cells, on, user)
		    : diag_error(d, name, 0, arena_printf(a, "has no sheet “" STR_FMT "”",
		    STR_ARG(str_slice(sheet, 0, PART_NAME))), STR_NONE);
	}
	buf_free(&b->text);
	pack_close(p);
	return ok;
}
