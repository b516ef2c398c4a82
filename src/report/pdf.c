#include "report/pdf.h"
#include "core/calendar.h"
#include "report/pdf_contents.h"
#include <string.h>

/* ---- in place: offsets stay ---- */

static void
set_dates(struct arena *a, char *at, struct str pdf, const char *name, int32_t made)
{
	struct date d = date_of(made);
	struct str  key = arena_printf(a, "/%s (D:", name);
	struct str  day = arena_printf(a, "%04d%02d%02d000000", d.year, d.month, d.day);
	size_t      found = str_find(pdf, key, 0);

	if (found != SIZE_MAX && found + key.len + day.len < pdf.len)
		memcpy(at + found + key.len, day.at, day.len);
}

static void
blank(char *at, struct str pdf, struct str what)
{
	size_t found = str_find(pdf, what, 0);

	if (found != SIZE_MAX)
		memset(at + found, ' ', what.len);
}

struct str
pdf_finish(struct arena *a, struct str pdf, int32_t made, bool number_contents)
{
	struct str copy;
	struct buf b;
	char      *at = ARENA_ARRAY(a, char, pdf.len + 1);

	if (pdf.len > 0)
		memcpy(at, pdf.at, pdf.len);
	copy = (struct str){ at, pdf.len };
	set_dates(a, at, copy, "CreationDate", made);
	set_dates(a, at, copy, "ModDate", made);
	blank(at, copy, STR("<rdf:Description rdf:about=\"\" pdfuaid:part=\"1\" />"));
	if (!number_contents)
		return copy;
	buf_init(&b, SIZE_MAX);
	buf_put(&b, copy);
	pdf_number_contents(&b, copy);
	copy = str_dup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}
