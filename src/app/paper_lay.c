#include "app/paper_lay.h"
#include "document/lay.h"
#include "port/pandoc.h"
#include "port/zip.h"

#define ODT_MORE 4096           /* bytes that an archive adds to its two parts */

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

static void
put(const struct parts *to, struct str name, struct str text)
{
	to->begin(to->with, name);
	to->more(to->with, text);
}

/* The two parts that count, packed anew. */
static bool
pack_odt(struct arena *a, struct str name, struct str bytes, struct diags *d, struct str *ret)
{
	struct odt   o;
	struct buf   b;
	struct zip  *z;
	struct parts to;
	bool         ok;

	if (!lay_odt(a, name, bytes, d, &o))
		return false;
	buf_init(&b, o.content.len + o.styles.len + ODT_MORE);
	z = zip_open(&b, GZIP_FAST);
	to = zip_parts(z);
	put(&to, STR("content.xml"), o.content);
	if (o.styles.len > 0)
		put(&to, STR("styles.xml"), o.styles);
	ok = zip_close(z);
	if (ok)
		*ret = str_dup(a, buf_str(&b));
	else
		(void)diag_error(d, name, 0, STR("there is too much text in the file"), STR("split the document"));
	buf_free(&b);
	return ok;
}

static bool
lay_odt_packed(struct arena *a, struct str name, struct str bytes, struct diags *d, struct str *ret)
{
	struct arena room = { 0 };
	struct str   packed;
	bool         ok = lay_check(&room, name, bytes, d) && pack_odt(&room, name, bytes, d, &packed) &&
	    lay_packed(a, name, &pandoc_odt_to_html, packed, d, ret);

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
		return lay_odt_packed(a, name, bytes, d, ret);
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
