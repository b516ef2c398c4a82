#include "report/format.h"
#include "base/codes.h"
#include "port/file.h"
#include "port/hyphens.h"
#include "port/input.h"
#include "port/printer.h"
#include "report/docx.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/pdf.h"
#include "report/sheets.h"
#include <string.h>

#define TEXT_MAX ((size_t)256 << 20)

static const struct {
	struct str code, media;
} formats[REPORT_FORMAT_COUNT] = {
#define X(id, code, media) { STR_INIT(code), STR_INIT(media) },
	REPORT_FORMATS(X)
#undef X
};

struct str
report_format_code(enum report_format f)
{
	return formats[f].code;
}

struct str
report_format_media(enum report_format f)
{
	return formats[f].media;
}

bool
report_format_of(struct str name, enum report_format *ret)
{
	struct str rest = name, end = STR_NONE;

	while (rest.len > 0)
		end = str_cut(&rest, '.');
	return CODE_READ(formats, formats->code, end, ret);
}

/* ---- PDF ---- */

static struct str
html_of(struct arena *a, const struct tree *t, const struct html_wish *w)
{
	struct buf b;
	struct str ret;

	buf_init(&b, TEXT_MAX);
	report_html(&b, t, w);
	ret = buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return ret;
}

static bool
weasyprinted(struct arena *a, const struct tree *t, const struct html_wish *printed, struct str where,
             struct diags *d, struct str *ret)
{
	struct html_wish w = *printed;
	struct str       pdf;
	struct lang      l;

	w.hyphenate = NULL;             /* it knows where itself */
	w.pictures = true;
	if (lang_find(t->lang, &l))
		w.imprint = say(&l, "Printed by WeasyPrint, since Chromium is not installed: structure and "
		    "reading order are weaker than they should be.");
	switch (printer_weasyprint(a, &(struct printing){ html_of(a, t, &w), where, PRINTER_SECONDS }, d, &pdf)) {
	case CHILD_OK:
		diag_add(d, (struct diag){ .level = DIAG_NOTE, .where = where,
		    .message = STR("printed by WeasyPrint, since Chromium is not installed"),
		    .hint = STR("install it with `apt-get install chromium-headless-shell`") });
		*ret = pdf_finish(a, pdf, t->made, false);
		return true;
	case CHILD_ABSENT:
		return diag_error(d, where, 0, STR("a PDF needs Chromium, and it is not installed"),
		    STR("install it with `apt-get install chromium-headless-shell`, or write .html"));
	case CHILD_FAILED:
	case CHILD_LATE:
		break;
	}
	return false;
}

static bool
make_pdf(struct arena *a, const struct tree *t, struct str site, struct str where, struct diags *d,
         struct str *ret)
{
	struct hyphens  *h = hyphens_open();
	struct html_wish w = { .site = site, .paper = true, .hyphenate = hyphens_word, .with = h };
	struct str       html = html_of(a, t, &w), pdf;
	bool             ok = false;

	if (html.len == 0) {
		hyphens_close(h);
		return diag_error(d, where, 0, STR("the report is too large"), STR_NONE);
	}
	switch (printer_chromium(a, &(struct printing){ html, where, PRINTER_SECONDS }, d, &pdf)) {
	case CHILD_OK:
		*ret = pdf_finish(a, pdf, t->made, true);
		ok = true;
		break;
	case CHILD_ABSENT:
		ok = weasyprinted(a, t, &w, where, d, ret);
		break;
	case CHILD_FAILED:
	case CHILD_LATE:
		break;
	}
	hyphens_close(h);
	return ok;
}

/* ---- all ---- */

static bool
make_text(struct arena *a, const struct tree *t, enum report_format f, struct str site, struct str where,
          struct diags *d, struct str *ret)
{
	struct buf b;
	bool       ok;

	buf_init(&b, TEXT_MAX);
	if (f == REPORT_FORMAT_HTML)
		report_html(&b, t, &(struct html_wish){ .site = site });
	else
		report_markdown(&b, t, site);
	ok = buf_ok(&b);
	if (ok)
		*ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ok || diag_error(d, where, 0, STR("the report is too large"), STR_NONE);
}

bool
report_make(struct arena *a, const struct tree *t, enum report_format f, struct str site, struct str where,
            struct diags *d, struct str *ret)
{
	switch (f) {
	case REPORT_FORMAT_HTML:
	case REPORT_FORMAT_MARKDOWN:
		return make_text(a, t, f, site, where, d, ret);
	case REPORT_FORMAT_PDF:
		return make_pdf(a, t, site, where, d, ret);
	case REPORT_FORMAT_DOCX:
		return report_docx(a, t, site, where, d, ret);
	case REPORT_FORMAT_XLSX:
		return report_sheets(a, t, where, d, ret);
	case REPORT_FORMAT_COUNT:
		break;
	}
	return false;
}

/* ---- as a file ---- */

bool
report_write(struct arena *a, const struct tree *t, struct str site, struct str path, struct diags *d)
{
	enum report_format f;
	struct str         bytes;
	int                error;

	if (!report_format_of(path, &f))
		return diag_error(d, path, 0, STR("a report is written as html, pdf, docx, xlsx or md"),
		    STR("name the file so that it ends in one of them"));
	if (!report_make(a, t, f, site, path, d, &bytes))
		return false;
	if ((error = file_put(a, path, bytes)) != 0)
		return diag_error(d, path, 0, str_from(strerror(error)), STR("the file is as it was"));
	return true;
}
