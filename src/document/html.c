/* html.c - pages, parsed by libxml2: forgiving, from memory alone, without a tree. */
#include "document/flow.h"
#include "document/lay.h"
#include "base/utf8.h"
#include <libxml/HTMLparser.h>
#include <string.h>

#define ELEMENTS_MAX 1000
#define SPAN_MAX     100        /* cells or rows that one cell spans */
#define HEAD_BYTES   4096       /* in which a page says its encoding */
#define STYLE_MAX    512        /* of a style attribute; looked at */

enum what {
	WHAT_INLINE, WHAT_SKIP, WHAT_BLOCK, WHAT_HEADING, WHAT_UL, WHAT_OL, WHAT_ITEM, WHAT_NOTE,
	WHAT_TABLE, WHAT_ROW, WHAT_CELL, WHAT_HEADER, WHAT_CAPTION, WHAT_BREAK, WHAT_EMPHASIS,
	WHAT_TERM, WHAT_SUP, WHAT_PRE,
};

static const struct {
	const char *name;
	enum what   what;
} elements[] = {
	{ "head", WHAT_SKIP }, { "title", WHAT_SKIP }, { "script", WHAT_SKIP }, { "style", WHAT_SKIP },
	{ "template", WHAT_SKIP }, { "noscript", WHAT_SKIP }, { "svg", WHAT_SKIP }, { "math", WHAT_SKIP },
	{ "object", WHAT_SKIP }, { "iframe", WHAT_SKIP }, { "canvas", WHAT_SKIP }, { "video", WHAT_SKIP },
	{ "audio", WHAT_SKIP }, { "select", WHAT_SKIP }, { "textarea", WHAT_SKIP },
	{ "button", WHAT_SKIP }, { "datalist", WHAT_SKIP }, { "del", WHAT_SKIP }, { "strike", WHAT_SKIP },
	{ "s", WHAT_SKIP }, { "dialog", WHAT_SKIP },
	{ "h1", WHAT_HEADING }, { "h2", WHAT_HEADING }, { "h3", WHAT_HEADING }, { "h4", WHAT_HEADING },
	{ "h5", WHAT_HEADING }, { "h6", WHAT_HEADING },
	{ "p", WHAT_BLOCK }, { "div", WHAT_BLOCK }, { "body", WHAT_BLOCK }, { "section", WHAT_BLOCK },
	{ "article", WHAT_BLOCK }, { "main", WHAT_BLOCK }, { "header", WHAT_BLOCK },
	{ "footer", WHAT_BLOCK }, { "nav", WHAT_BLOCK }, { "aside", WHAT_BLOCK },
	{ "address", WHAT_BLOCK }, { "blockquote", WHAT_BLOCK }, { "center", WHAT_BLOCK },
	{ "details", WHAT_BLOCK }, { "summary", WHAT_BLOCK }, { "figure", WHAT_BLOCK },
	{ "figcaption", WHAT_BLOCK }, { "fieldset", WHAT_BLOCK }, { "legend", WHAT_BLOCK },
	{ "form", WHAT_BLOCK }, { "hr", WHAT_BLOCK }, { "dl", WHAT_BLOCK }, { "dd", WHAT_BLOCK },
	{ "dt", WHAT_TERM }, { "pre", WHAT_PRE }, { "br", WHAT_BREAK },
	{ "ul", WHAT_UL }, { "menu", WHAT_UL }, { "ol", WHAT_OL }, { "li", WHAT_ITEM },
	{ "table", WHAT_TABLE }, { "tr", WHAT_ROW }, { "td", WHAT_CELL }, { "th", WHAT_HEADER },
	{ "caption", WHAT_CAPTION },
	{ "b", WHAT_EMPHASIS }, { "strong", WHAT_EMPHASIS }, { "i", WHAT_EMPHASIS },
	{ "em", WHAT_EMPHASIS }, { "u", WHAT_EMPHASIS }, { "sup", WHAT_SUP },
};

struct html {
	struct flow      flow;
	htmlParserCtxtPtr parser;
	enum what        open[ELEMENTS_MAX];
	size_t           depth, skipped;        /* skipped: from which depth on; 0: nothing is */
};

/* ---- attributes ---- */

static struct str
attribute(const xmlChar **attributes, const char *name)
{
	for (size_t i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
		if (xmlStrcasecmp(attributes[i], (const xmlChar *)name) == 0)
			return attributes[i + 1] == NULL ? STR("") : str_from((const char *)attributes[i + 1]);
	return STR_NONE;
}

static int64_t
number(struct str s, int64_t otherwise)
{
	int64_t n;

	return str_int(str_trim(s), &n) && n > -INT32_MAX && n < INT32_MAX ? n : otherwise;
}

static unsigned
span(const xmlChar **attributes, const char *name)
{
	int64_t n = number(attribute(attributes, name), 1);

	return n < 1 ? 1 : n > SPAN_MAX ? SPAN_MAX : (unsigned)n;
}

/* Letters of a style that count: small, and without blanks. */
static bool
style_hides(struct str style)
{
	char       low[STYLE_MAX];
	struct str s = { low, 0 };

	for (size_t i = 0; i < style.len && s.len < sizeof low; i++)
		if (style.at[i] > ' ')
			low[s.len++] = style.at[i] >= 'A' && style.at[i] <= 'Z' ? (char)(style.at[i] | 0x20)
			                                                        : style.at[i];
	return str_find(s, STR("display:none"), 0) != SIZE_MAX ||
	    str_find(s, STR("visibility:hidden"), 0) != SIZE_MAX;
}

static bool
has_word(struct str list, struct str word)
{
	while (list.len > 0)
		if (str_eq(str_cut(&list, ' '), word))
			return true;
	return false;
}

static enum what
what_is(const xmlChar *name, const xmlChar **attributes)
{
	enum what  what = WHAT_INLINE;
	struct str class = attribute(attributes, "class"), role = attribute(attributes, "role");

	for (size_t i = 0; i < COUNT_OF(elements) && what == WHAT_INLINE; i++)
		if (xmlStrcasecmp(name, (const xmlChar *)elements[i].name) == 0)
			what = elements[i].what;
	if (attribute(attributes, "hidden").at != NULL || style_hides(attribute(attributes, "style")) ||
	    has_word(class, STR("footnote-back")) || str_eq(role, STR("doc-backlink")))
		return WHAT_SKIP;
	if (what == WHAT_ITEM && (str_eq(role, STR("doc-endnote")) || str_eq(role, STR("doc-footnote"))))
		return WHAT_NOTE;
	if (has_word(class, STR("sdfootnotesym")) || has_word(class, STR("MsoFootnoteReference")))
		return WHAT_SUP;
	return what;
}

/* ---- elements ---- */

static void
begin_list(struct html *h, bool ordered, const xmlChar **attributes)
{
	struct str       type = attribute(attributes, "type");
	struct flow_list list = { ordered, '1', number(attribute(attributes, "start"), 1) };

	if (type.len == 1 && memchr("aAiI", type.at[0], 4) != NULL)
		list.type = type.at[0];
	flow_list(&h->flow, list);
}

static void
begin_item(struct html *h, const xmlChar **attributes)
{
	struct str value = attribute(attributes, "value");
	int64_t    n = number(value, 1);

	flow_item(&h->flow, value.len > 0 ? &n : NULL);
}

static void
begin(struct html *h, enum what what, const xmlChar *name, const xmlChar **attributes)
{
	struct flow *f = &h->flow;

	switch (what) {
	case WHAT_INLINE:
		break;
	case WHAT_SKIP:
		h->skipped = h->depth;
		break;
	case WHAT_BLOCK:
		flow_boundary(f);
		break;
	case WHAT_HEADING:
		flow_heading(f, (unsigned)(name[1] - '0'));
		break;
	case WHAT_UL:
	case WHAT_OL:
		begin_list(h, what == WHAT_OL, attributes);
		break;
	case WHAT_ITEM:
	case WHAT_NOTE:
		begin_item(h, attributes);
		if (what == WHAT_NOTE)
			flow_note(f);
		break;
	case WHAT_TABLE:
		flow_table(f);
		break;
	case WHAT_ROW:
		flow_row(f);
		break;
	case WHAT_CELL:
	case WHAT_HEADER:
		flow_cell(f, what == WHAT_HEADER, span(attributes, "colspan"), span(attributes, "rowspan"));
		break;
	case WHAT_CAPTION:
		flow_caption(f);
		break;
	case WHAT_BREAK:
		flow_break(f);
		break;
	case WHAT_TERM:
		flow_boundary(f);
		f->emphasis++;
		break;
	case WHAT_EMPHASIS:
		f->emphasis++;
		break;
	case WHAT_SUP:
		f->sup++;
		break;
	case WHAT_PRE:
		flow_boundary(f);
		f->pre++;
		break;
	}
}

static void
end(struct html *h, enum what what)
{
	struct flow *f = &h->flow;

	switch (what) {
	case WHAT_INLINE:
	case WHAT_SKIP:
	case WHAT_BREAK:
		break;
	case WHAT_BLOCK:
		flow_boundary(f);
		break;
	case WHAT_HEADING:
		flow_heading_end(f);
		break;
	case WHAT_UL:
	case WHAT_OL:
		flow_list_end(f);
		break;
	case WHAT_ITEM:
	case WHAT_NOTE:
		flow_item_end(f);
		break;
	case WHAT_TABLE:
		flow_table_end(f);
		break;
	case WHAT_ROW:
		flow_row_end(f);
		break;
	case WHAT_CELL:
	case WHAT_HEADER:
		flow_cell_end(f);
		break;
	case WHAT_CAPTION:
		flow_caption_end(f);
		break;
	case WHAT_TERM:
		f->emphasis--;
		flow_boundary(f);
		break;
	case WHAT_EMPHASIS:
		f->emphasis--;
		break;
	case WHAT_SUP:
		f->sup--;
		break;
	case WHAT_PRE:
		flow_boundary(f);
		f->pre--;
		break;
	}
}

/* ---- what libxml2 says ---- */

static void
on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
	struct html *h = user;
	enum what    what = h->skipped > 0 ? WHAT_INLINE : what_is(name, attributes);

	if (h->depth == ELEMENTS_MAX)
		laid_refuse(&h->flow.laid, STR("elements are nested more than 1000 deep"),
		    STR("save the page from a browser or a word processor"));
	if (h->flow.laid.failed) {
		xmlStopParser(h->parser);
		return;
	}
	h->open[h->depth++] = what;
	if (h->skipped == 0)
		begin(h, what, name, attributes);
}

static void
on_end(void *user, const xmlChar *name)
{
	struct html *h = user;

	(void)name;
	if (h->depth == 0 || h->flow.laid.failed)
		return;
	h->depth--;
	if (h->skipped == 0)
		end(h, h->open[h->depth]);
	if (h->skipped == h->depth + 1)
		h->skipped = 0;
}

static void
on_letters(void *user, const xmlChar *at, int len)
{
	struct html *h = user;

	if (h->skipped == 0 && len > 0)
		flow_letters(&h->flow, (struct str){ (const char *)at, (size_t)len });
	if (h->flow.laid.failed)
		xmlStopParser(h->parser);
}

/* ---- bytes ---- */

static bool
is_known(struct str name)
{
	xmlCharEncodingHandlerPtr handler = name.len > 0 ? xmlFindCharEncodingHandler(name.at) : NULL;

	return handler != NULL && xmlCharEncCloseFunc(handler) >= 0;
}

/* The encoding that a page that is no UTF-8 names, as browsers take it; NULL: none. */
static const char *
encoding_of(struct arena *a, struct str bytes)
{
	static const char *const latin[] = { "iso-8859-1", "latin1", "us-ascii", "ascii" };
	struct str head = str_slice(bytes, 0, HEAD_BYTES), name;
	size_t     at = str_find(head, STR("charset="), 0), to;

	if (at == SIZE_MAX)
		return NULL;
	for (at += 8; at < head.len && (head.at[at] == '"' || head.at[at] == '\''); at++)
		;
	for (to = at; to < head.len && strchr("\"'; \t\r\n/>", head.at[to]) == NULL; to++)
		;
	name = str_dup(a, str_slice(head, at, to));
	for (size_t i = 0; i < COUNT_OF(latin); i++)
		if (xmlStrcasecmp((const xmlChar *)name.at, (const xmlChar *)latin[i]) == 0)
			return "windows-1252";
	return is_known(name) ? name.at : NULL;
}

/* What is wrong with a page is no news: it is read as far as it goes. */
static void
say_nothing(void *user, const char *fmt, ...)
{
	(void)user;
	(void)fmt;
}

static void
parse(struct html *h, struct str bytes, const char *encoding)
{
	htmlSAXHandler sax = {
		.startElement = on_start, .endElement = on_end,
		.characters = on_letters, .ignorableWhitespace = on_letters,
	};

	xmlSetGenericErrorFunc(NULL, say_nothing);
	h->parser = htmlNewParserCtxt();
	if (h->parser == NULL) {
		laid_refuse(&h->flow.laid, STR("no memory to read the page"), STR("split the document"));
		return;
	}
	*h->parser->sax = sax;
	h->parser->userData = h;
	(void)htmlCtxtReadMemory(h->parser, bytes.at, (int)bytes.len, NULL, encoding,
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
	htmlFreeParserCtxt(h->parser);
}

bool
lay_html(struct arena *a, struct str name, struct str bytes, struct diags *d, struct str *ret)
{
	struct arena room = { 0 };
	struct html *h = ARENA_NEW(&room, struct html);
	const char  *encoding = "UTF-8";
	bool         ok;

	flow_open(&h->flow, a, name, d);
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		bytes = str_slice(bytes, 3, bytes.len);
	if (bytes.len > 2 * DOCUMENT_BYTES_MAX)
		laid_refuse(&h->flow.laid, STR("the page is larger than 64 MiB"), STR("split the document"));
	else if (utf8_check(bytes) != SIZE_MAX)
		encoding = memchr(bytes.at, '\0', bytes.len) != NULL ? NULL : encoding_of(&room, bytes);
	if (encoding == NULL)
		laid_refuse(&h->flow.laid, STR("this page is not UTF-8, and names no other encoding"),
		    STR("convert Latin-1 with `iconv -f ISO-8859-1 -t UTF-8 FILE`"));
	if (!h->flow.laid.failed && bytes.len > 0)
		parse(h, bytes, encoding);
	ok = flow_done(&h->flow, ret);
	arena_free(&room);
	return ok;
}
