#include "export/book_parts.h"

#define XML      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define SCHEMAS  "http://schemas.openxmlformats.org/"
#define MAIN     SCHEMAS "spreadsheetml/2006/main"
#define DOCUMENT SCHEMAS "officeDocument/2006/relationships"
#define PACKAGE  SCHEMAS "package/2006/"
#define CONTENT  "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* ---- text ---- */

/* "_x0041_", which readers take for a letter. */
static bool
is_coded(struct str text, size_t at)
{
	if (text.len - at < 7 || text.at[at + 1] != 'x' || text.at[at + 6] != '_')
		return false;
	for (size_t i = at + 2; i < at + 6; i++) {
		char c = text.at[i];

		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
			return false;
	}
	return true;
}

/* What stands for the bytes at `at`, of which `*ret` are taken; empty: they stay. */
static struct str
instead(struct str text, size_t at, char coded[8], size_t *ret)
{
	static const char hex[] = "0123456789ABCDEF";
	unsigned char     c = (unsigned char)text.at[at];

	*ret = 1;
	if (c == '&')
		return STR("&amp;");
	if (c == '<')
		return STR("&lt;");
	if (c == '>')
		return STR("&gt;");
	if (c == '"')
		return STR("&quot;");
	if (c == '_')
		return is_coded(text, at) ? STR("_x005F_") : STR_NONE;
	if (c == 0xEF && text.len - at >= 3 && str_starts(str_slice(text, at, text.len), STR("\xEF\xBF")) &&
	    (unsigned char)text.at[at + 2] >= 0xBE) {           /* U+FFFE, U+FFFF */
		*ret = 3;
		return (unsigned char)text.at[at + 2] == 0xBE ? STR("_xFFFE_") : STR("_xFFFF_");
	}
	if (c >= ' ' || c == '\t' || c == '\n')
		return STR_NONE;
	coded[0] = '_';
	coded[1] = 'x';
	coded[2] = coded[3] = '0';
	coded[4] = hex[c >> 4];
	coded[5] = hex[c & 15];
	coded[6] = '_';
	return (struct str){ coded, 7 };
}

static bool
is_plain(unsigned char c)
{
	return c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"' && c != '_' && c != 0xEF;
}

void
book_put_escaped(struct buf *b, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.len;) {
		char       coded[8];
		size_t     taken;
		struct str other;

		if (is_plain((unsigned char)text.at[i])) {
			i++;
			continue;
		}
		other = instead(text, i, coded, &taken);
		if (other.len > 0) {
			buf_put(b, str_slice(text, from, i));
			buf_put(b, other);
			from = i + taken;
		}
		i += taken;
	}
	buf_put(b, str_slice(text, from, text.len));
}

void
book_put_text(struct buf *b, struct str text)
{
	if (str_trim(text).len < text.len)
		BUF_LIT(b, "<t xml:space=\"preserve\">");
	else
		BUF_LIT(b, "<t>");
	book_put_escaped(b, text);
	BUF_LIT(b, "</t>");
}

/* ---- the workbook ---- */

void
book_put_root(struct buf *b)
{
	BUF_LIT(b, XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
	    "<Relationship Id=\"rId1\" Type=\"" DOCUMENT "/officeDocument\" Target=\"xl/workbook.xml\"/>"
	    "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\""
	    " Target=\"docProps/core.xml\"/></Relationships>");
}

void
book_put_properties(struct buf *b, int32_t made)
{
	BUF_LIT(b, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\""
	    " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
	    "<dcterms:created xsi:type=\"dcterms:W3CDTF\">");
	day_write_iso(b, made);
	BUF_LIT(b, "T00:00:00Z</dcterms:created></cp:coreProperties>");
}

/* "#,##0.00" is the first of the program's own shapes and two decimals further. */
#define SHAPE_OF_DAYS    164
#define SHAPE_OF_NUMBERS 165

static void
put_shapes(struct buf *b)
{
	buf_putf(b, "<numFmts count=\"%d\"><numFmt numFmtId=\"%d\" formatCode=\"dd.mm.yyyy\"/>",
	    NUMBER_SCALE_MAX + 2, SHAPE_OF_DAYS);
	for (int i = 0; i <= NUMBER_SCALE_MAX; i++)
		buf_putf(b, "<numFmt numFmtId=\"%d\" formatCode=\"#,##0%s%.*s\"/>", SHAPE_OF_NUMBERS + i,
		    i > 0 ? "." : "", i, "000000000");
	BUF_LIT(b, "</numFmts>");
}

static void
put_style(struct buf *b, int shape, bool bold, const char *alignment)
{
	buf_putf(b, "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\"%s%s", shape,
	    bold ? 1 : 0, shape > 0 ? " applyNumberFormat=\"1\"" : "", bold ? " applyFont=\"1\"" : "");
	if (alignment[0] != '\0')
		buf_putf(b, " applyAlignment=\"1\"><alignment %s/></xf>", alignment);
	else
		BUF_LIT(b, "/>");
}

/* In the order of enum book_style. */
void
book_put_styles(struct buf *b)
{
	BUF_LIT(b, XML "<styleSheet xmlns=\"" MAIN "\">");
	put_shapes(b);
	BUF_LIT(b, "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
	    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
	    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
	    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
	    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
	    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
	buf_putf(b, "<cellXfs count=\"%d\">", (int)BOOK_STYLES);
	put_style(b, 0, false, "");
	put_style(b, 0, true, "");
	put_style(b, 0, false, "horizontal=\"right\"");
	put_style(b, 0, false, "wrapText=\"1\"");
	for (int bold = 0; bold < 2; bold++)
		put_style(b, SHAPE_OF_DAYS, bold != 0, "");
	for (int bold = 0; bold < 2; bold++)
		for (int i = 0; i <= NUMBER_SCALE_MAX; i++)
			put_style(b, SHAPE_OF_NUMBERS + i, bold != 0, "");
	BUF_LIT(b, "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
	    "</styleSheet>");
}

/* 'Mål''s tal'!$A$1:$C$9, by which programs find what is filtered. */
static void
put_filter_name(struct buf *b, const struct book_sheet *s, size_t sheet)
{
	struct str rest = s->name;
	char       column[3];

	buf_putf(b, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%zu\" hidden=\"1\">'", sheet);
	while (rest.len > 0) {
		size_t quote = str_find(rest, STR("'"), 0), end = quote < rest.len ? quote + 1 : rest.len;

		book_put_escaped(b, str_slice(rest, 0, end));
		if (end == quote + 1)
			BUF_LIT(b, "'");
		rest = str_slice(rest, end, rest.len);
	}
	BUF_LIT(b, "'!$A$1:$");
	buf_put(b, (struct str){ column, book_letters(s->columns - 1, column) });
	buf_putf(b, "$%zu</definedName>", s->filter);
}

void
book_put_workbook(struct buf *b, const struct book_sheet *at, size_t n)
{
	bool filtered = false;

	BUF_LIT(b, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" DOCUMENT "\"><bookViews>"
	    "<workbookView xWindow=\"240\" yWindow=\"15\" windowWidth=\"16095\" windowHeight=\"9660\"/></bookViews><sheets>");
	for (size_t i = 0; i < n; i++) {
		BUF_LIT(b, "<sheet name=\"");
		book_put_escaped(b, at[i].name);
		buf_putf(b, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 1);
		filtered |= at[i].filter > 0;
	}
	BUF_LIT(b, "</sheets>");
	if (filtered)
		BUF_LIT(b, "<definedNames>");
	for (size_t i = 0; i < n; i++)
		if (at[i].filter > 0)
			put_filter_name(b, &at[i], i);
	if (filtered)
		BUF_LIT(b, "</definedNames>");
	BUF_LIT(b, "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>");
}

void
book_put_relations(struct buf *b, size_t sheets)
{
	BUF_LIT(b, XML "<Relationships xmlns=\"" PACKAGE "relationships\">");
	for (size_t i = 1; i <= sheets; i++)
		buf_putf(b, "<Relationship Id=\"rId%zu\" Type=\"" DOCUMENT "/worksheet\" Target=\"worksheets/sheet%zu.xml\"/>",
		    i, i);
	buf_putf(b, "<Relationship Id=\"rId%zu\" Type=\"" DOCUMENT "/styles\" Target=\"styles.xml\"/></Relationships>",
	    sheets + 1);
}

void
book_put_types(struct buf *b, const bool *commented, size_t sheets)
{
	BUF_LIT(b, XML "<Types xmlns=\"" PACKAGE "content-types\">"
	    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	    "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
	    "<Override PartName=\"/docProps/core.xml\""
	    " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
	    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT "sheet.main+xml\"/>"
	    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT "styles+xml\"/>");
	for (size_t i = 1; i <= sheets; i++) {
		buf_putf(b, "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" CONTENT "worksheet+xml\"/>", i);
		if (commented[i - 1])
			buf_putf(b, "<Override PartName=\"/xl/comments%zu.xml\" ContentType=\"" CONTENT "comments+xml\"/>", i);
	}
	BUF_LIT(b, "</Types>");
}

/* ---- around the cells of a sheet ---- */

/* What stays when the rest is scrolled, and which corner is then the one that moves. */
static void
put_pane(struct buf *b, const struct book_sheet *s)
{
	const char *pane = s->top == 0 ? "topRight" : s->left == 0 ? "bottomLeft" : "bottomRight";

	BUF_LIT(b, "<pane");
	if (s->left > 0)
		buf_putf(b, " xSplit=\"%zu\"", s->left);
	if (s->top > 0)
		buf_putf(b, " ySplit=\"%zu\"", s->top);
	BUF_LIT(b, " topLeftCell=\"");
	book_name(b, s->top, s->left);
	buf_putf(b, "\" activePane=\"%s\" state=\"frozen\"/><selection pane=\"%s\"/>", pane, pane);
}

void
book_put_sheet_head(struct buf *b, const struct book_sheet *s, bool first)
{
	BUF_LIT(b, XML "<worksheet xmlns=\"" MAIN "\" xmlns:r=\"" DOCUMENT "\"><sheetViews><sheetView");
	if (first)
		BUF_LIT(b, " tabSelected=\"1\"");
	BUF_LIT(b, " workbookViewId=\"0\">");
	if (s->top + s->left > 0)
		put_pane(b, s);
	BUF_LIT(b, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
	if (s->columns > 0)
		BUF_LIT(b, "<cols>");
	/* five pixels of the cell's edges beside letters of seven */
	for (size_t i = 0; i < s->columns; i++)
		buf_putf(b, "<col min=\"%zu\" max=\"%zu\" width=\"%d.7109375\" customWidth=\"1\"/>", i + 1, i + 1,
		    s->width[i]);
	if (s->columns > 0)
		BUF_LIT(b, "</cols>");
	BUF_LIT(b, "<sheetData>");
}

void
book_put_sheet_end(struct buf *b, const struct book_sheet *s, bool commented)
{
	BUF_LIT(b, "</sheetData>");
	if (s->filter > 0) {
		BUF_LIT(b, "<autoFilter ref=\"A1:");
		book_name(b, s->filter - 1, s->columns - 1);
		BUF_LIT(b, "\"/>");
	}
	BUF_LIT(b, "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>");
	if (commented)
		BUF_LIT(b, "<legacyDrawing r:id=\"rId1\"/>");
	BUF_LIT(b, "</worksheet>");
}

/* ---- comments ---- */

void
book_put_sheet_relations(struct buf *b, size_t sheet)
{
	buf_putf(b, XML "<Relationships xmlns=\"" PACKAGE "relationships\">");
	buf_putf(b, "<Relationship Id=\"rId1\" Type=\"" DOCUMENT "/vmlDrawing\" Target=\"../drawings/vmlDrawing%zu.vml\"/>",
	    sheet);
	buf_putf(b, "<Relationship Id=\"rId2\" Type=\"" DOCUMENT "/comments\" Target=\"../comments%zu.xml\"/></Relationships>",
	    sheet);
}

void
book_put_comments(struct buf *b, const struct book_comment *at, size_t n)
{
	BUF_LIT(b, XML "<comments xmlns=\"" MAIN "\"><authors><author/></authors><commentList>");
	for (size_t i = 0; i < n; i++) {
		BUF_LIT(b, "<comment ref=\"");
		book_name(b, at[i].row, at[i].column);
		BUF_LIT(b, "\" authorId=\"0\"><text><r><rPr><sz val=\"8\"/><rFont val=\"Tahoma\"/><family val=\"2\"/></rPr>");
		book_put_text(b, at[i].text);
		BUF_LIT(b, "</r></text></comment>");
	}
	BUF_LIT(b, "</commentList></comments>");
}

/* A frame to the right of its cell, shown when the cell is pointed at. Programs number
 * shapes in blocks of 1024, a block a sheet. */
static void
put_frame(struct buf *b, size_t shape, const struct book_comment *c)
{
	size_t top = c->row > 0 ? c->row - 1 : 0;

	buf_putf(b, "<v:shape id=\"_x0000_s%zu\" type=\"#_x0000_t202\" style=\"position:absolute;width:96pt;"
	    "height:55.5pt;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">", shape);
	BUF_LIT(b, "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
	    "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
	    "<div style=\"text-align:left\"></div></v:textbox>"
	    "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>");
	buf_putf(b, "<x:Anchor>%zu, 15, %zu, 10, %zu, 15, %zu, 4</x:Anchor><x:AutoFill>False</x:AutoFill>",
	    c->column + 1, top, c->column + 3, top + 4);
	buf_putf(b, "<x:Row>%zu</x:Row><x:Column>%zu</x:Column></x:ClientData></v:shape>", c->row, c->column);
}

void
book_put_drawing(struct buf *b, size_t sheet, const struct book_comment *at, size_t n)
{
	BUF_LIT(b, "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
	    " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">");
	buf_putf(b, "<o:idmap v:ext=\"edit\" data=\"%zu\"/></o:shapelayout>", sheet);
	BUF_LIT(b, "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
	    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
	for (size_t i = 0; i < n; i++)
		put_frame(b, sheet * 1024 + 1 + i, &at[i]);
	BUF_LIT(b, "</xml>");
}
