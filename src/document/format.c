#include "document/format.h"
#include "document/csv.h"

#define BINARY(bytes, what, hint) { STR_INIT(bytes), STR_INIT("this is " what ", not text"), STR_INIT(hint) }
#define TO_TEXT "save it as text, Markdown or CSV first"

static const struct {
	struct str code, extension;
} formats[] = {
#define X(id, code, extension) [FORMAT_##id] = { STR_INIT(code), STR_INIT(extension) },
	FORMATS(X)
#undef X
};

static const struct not_text binaries[] = {
	BINARY("%PDF", "a PDF file", "extract its text with `pdftotext -layout FILE`"),
	BINARY("PK\x03\x04", "a ZIP archive, as DOCX, XLSX and ODT files are", TO_TEXT),
	BINARY("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file (DOC, XLS, PPT)", TO_TEXT),
	BINARY("{\\rtf", "a rich text file (RTF)", TO_TEXT),
	BINARY("\xFF\xFE", "UTF-16 text", "convert it with `iconv -f UTF-16 -t UTF-8 FILE`"),
	BINARY("\xFE\xFF", "UTF-16 text", "convert it with `iconv -f UTF-16 -t UTF-8 FILE`"),
	BINARY("\x1F\x8B", "a gzip file", "unpack it with `gunzip`"),
	BINARY("\x89PNG", "a PNG picture", "read its text with OCR first"),
	BINARY("\xFF\xD8\xFF", "a JPEG picture", "read its text with OCR first"),
	BINARY("SQLite format 3", "an SQLite database", "give a document, or name a register with --db"),
};

struct str
format_code(enum format f)
{
	return formats[f].code;
}

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

enum format
document_format(struct str name, struct str text)
{
	for (size_t i = 0; i < FORMAT_COUNT; i++)
		if (has_extension(name, formats[i].extension))
			return (enum format)i;
	if (has_extension(name, STR("markdown")))
		return FORMAT_MARKDOWN;
	if (looks_markdown(text))
		return FORMAT_MARKDOWN;
	return FORMAT_TEXT;
}
