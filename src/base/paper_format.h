/* paper_format.h - the formats that a paper can have, by their codes in the register. */
#ifndef BASE_PAPER_FORMAT_H
#define BASE_PAPER_FORMAT_H

#include "base/str.h"

/* id, code, how files of it end, is it laid out before it is read (document/lay.h)? */
#define FORMATS(X)                                                     \
	X(TEXT,     "text",     "txt",  false)                         \
	X(MARKDOWN, "markdown", "md",   false)                         \
	X(CSV,      "csv",      "csv",  false)                         \
	X(TSV,      "tsv",      "tsv",  false)                         \
	X(HTML,     "html",     "html", true)                          \
	X(DOCX,     "docx",     "docx", true)                          \
	X(ODT,      "odt",      "odt",  true)                          \
	X(XLSX,     "xlsx",     "xlsx", true)

enum format {
#define X(id, code, extension, laid) FORMAT_##id,
	FORMATS(X)
#undef X
	FORMAT_COUNT
};

struct str      format_code(enum format f);
bool            format_is_laid(enum format f);
MUST_CHECK bool format_from_code(struct str code, enum format *ret);

#endif
