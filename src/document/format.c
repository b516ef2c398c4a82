#include "document/format.h"
#include "document/csv.h"

#define BINARY(bytes, what, hint) { STR_INIT(bytes), STR_INIT("this is " what ", not text"), STR_INIT(hint) }
#define TO_TEXT "save it as text, Markdown or CSV first"

static const struct str extensions[] = {
#define X(id, code, extension, laid) [FORMAT_##id] = STR_INIT(extension),
	FORMATS(X)
#undef X
};

static const struct not_text binaries[] = {
	BINARY("%PDF", "a PDF file", "extract its text with `pdftotext -layout FILE`"),
	BINARY("PK\x03\x04", "a ZIP archive (and no document of Word, LibreOffice or Excel)", TO_TEXT),
	BINARY("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file (DOC, XLS, PPT) or one with a password",
	    "save it as DOCX or XLSX, without a password"),
	BINARY("{\\rtf", "a rich text file (RTF)", TO_TEXT),
	BINARY("\xFF\xFE", "UTF-16 text", "convert it with `iconv -f UTF-16 -t UTF-8 FILE`"),
	BINARY("\xFE\xFF", "UTF-16 text", "convert it with `iconv -f UTF-16 -t UTF-8 FILE`"),
	BINARY("\x1F\x8B", "a gzip file", "unpack it with `gunzip`"),
	BINARY("\x89PNG", "a PNG picture", "read its text with OCR first"),
	BINARY("\xFF\xD8\xFF", "a JPEG picture", "read its text with OCR first"),
	BINARY("SQLite format 3", "an SQLite database", "give a document, or name a register with --db"),
};

const struct not_text *
format_not_text(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(binaries); i++)
		if (str_starts(text, binaries[i].magic))
			return &binaries[i];
	return NULL;
}

static bool
has_extension(struct str name, struct str extension)
{
	struct str end;

	if (name.len <= extension.len || name.at[name.len - extension.len - 1] != '.')
		return false;
	end = str_slice(name, name.len - extension.len, name.len);
	for (size_t i = 0; i < end.len; i++)
		if ((end.at[i] | 0x20) != extension.at[i])
			return false;
	return true;
}

/* Headings with #, or a pipe table's rule, within the first lines. */
static bool
looks_markdown(struct str text)
{
	struct str rest = str_slice(text, 0, 4096);

	while (rest.len > 0) {
		struct str line = str_trim(str_cut(&rest, '\n'));
		if (str_starts(line, STR("# ")) || str_starts(line, STR("## ")) ||
		    str_starts(line, STR("|--")) || str_starts(line, STR("| --")))
			return true;
	}
	return false;
}

/* What is packed: by its parts, whose names stand in the archive as they are. */
static enum format
format_packed(struct str bytes)
{
	if (str_starts(str_slice(bytes, 30, bytes.len),
	    STR("mimetypeapplication/vnd.oasis.opendocument.text")))
		return FORMAT_ODT;
	if (str_find(bytes, STR("word/document.xml"), 0) != SIZE_MAX)
		return FORMAT_DOCX;
	return str_find(bytes, STR("xl/workbook.xml"), 0) != SIZE_MAX ? FORMAT_XLSX : FORMAT_TEXT;
}

static bool
starts_with_any_case(struct str s, const char *low)
{
	for (size_t i = 0; low[i] != '\0'; i++)
		if (i >= s.len || (s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] | 0x20 : s.at[i]) != low[i])
			return false;
	return true;
}

/* "<!DOCTYPE html>" or "<html>", behind comments and an XML declaration. */
static bool
looks_html(struct str text)
{
	struct str head = str_trim(str_slice(text, str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0, 4096));

	while (str_starts(head, STR("<!--")) || str_starts(head, STR("<?"))) {
		size_t end = str_find(head, head.at[1] == '?' ? STR("?>") : STR("-->"), 0);

		if (end == SIZE_MAX)
			return false;
		head = str_trim(str_slice(head, end + (head.at[1] == '?' ? 2 : 3), head.len));
	}
	return starts_with_any_case(head, "<!doctype html") || starts_with_any_case(head, "<html");
}

enum format
document_format(struct str name, struct str text)
{
	static const enum format by_name[] = {
		FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_CSV, FORMAT_TSV, FORMAT_HTML,
	};

	if (str_starts(text, STR("PK\x03\x04")))
		return format_packed(text);
	if (looks_html(text))
		return FORMAT_HTML;
	for (size_t i = 0; i < COUNT_OF(by_name); i++)
		if (has_extension(name, extensions[by_name[i]]))
			return by_name[i];
	if (has_extension(name, STR("htm")) || has_extension(name, STR("xhtml")))
		return FORMAT_HTML;
	if (has_extension(name, STR("markdown")))
		return FORMAT_MARKDOWN;
	if (looks_markdown(text))
		return FORMAT_MARKDOWN;
	return FORMAT_TEXT;
}
