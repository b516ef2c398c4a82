#include "app/paper_lay.h"
#include "document/lay.h"
#include "port/pandoc.h"

static bool
lay_packed(struct arena *a, struct str name, const struct pandoc *how, struct str bytes,
           struct diags *d, struct str *ret)
{
	struct arena room = { 0 };
	struct str   page;
	bool         ok = lay_check(&room, name, bytes, d) &&
	    pandoc_run(&room, how, name, bytes, d, &page) && lay_html(a, name, page, d, ret);

	arena_free(&room);
	return ok;
}

bool
paper_lay(struct arena *a, struct str name, enum format format, struct str bytes, struct diags *d,
          struct str *ret)
{
	switch (format) {
	case FORMAT_HTML:
		return lay_html(a, name, bytes, d, ret);
	case FORMAT_DOCX:
		return lay_packed(a, name, &pandoc_docx_to_html, bytes, d, ret);
	case FORMAT_ODT:
		return lay_packed(a, name, &pandoc_odt_to_html, bytes, d, ret);
	case FORMAT_XLSX:
		return lay_xlsx(a, name, bytes, d, ret);
	case FORMAT_TEXT:
	case FORMAT_MARKDOWN:
	case FORMAT_CSV:
	case FORMAT_TSV:
	case FORMAT_COUNT:
		break;
	}
	*ret = bytes;
	return true;
}

bool
paper_read(struct arena *a, struct str name, struct str bytes, struct diags *d, struct document *ret)
{
	enum format format = document_format(name, bytes);
	struct str  text;

	return paper_lay(a, name, format, bytes, d, &text) &&
	    document_read(a, name, format, text, d, ret);
}
