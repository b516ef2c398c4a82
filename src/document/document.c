#include "document/document.h"
#include <string.h>
#include "base/utf8.h"
#include "document/format.h"
#include "document/reader.h"

/* Where the text stops being UTF-8, and what it is instead. */
static void
check_letters(struct reader *r)
{
	size_t at = utf8_check(r->text);

	if (at == SIZE_MAX)
		return;
	if (r->text.at[at] == '\0')
		reader_refuse(r, r->text.at + at, STR("a NUL byte: this is not text, or it is UTF-16"),
		    STR("convert UTF-16 with `iconv -f UTF-16 -t UTF-8 FILE`"));
	else
		reader_refuse(r, r->text.at + at, STR("this is not UTF-8"),
		    STR("convert Latin-1 with `iconv -f ISO-8859-1 -t UTF-8 FILE`"));
}

static void
check(struct reader *r)
{
	const struct not_text *binary = format_not_text(r->text);

	if (r->text.len > DOCUMENT_BYTES_MAX)
		reader_refuse(r, NULL, STR("the file is larger than 32 MiB"), STR("split the document"));
	else if (binary != NULL)
		reader_refuse(r, NULL, binary->message, binary->hint);
	else
		check_letters(r);
	if (!r->failed && str_trim(r->text).len == 0)
		reader_refuse(r, NULL, STR("the file is empty"), STR("give a document with text"));
}

static void
read_format(struct reader *r, enum format f)
{
	switch (f) {
	case FORMAT_TEXT:
		text_read(r);
		return;
	case FORMAT_MARKDOWN:
		markdown_read(r);
		return;
	case FORMAT_CSV:
		delimited_read(r, 0);
		return;
	case FORMAT_TSV:
		delimited_read(r, '\t');
		return;
	case FORMAT_HTML:
	case FORMAT_DOCX:
	case FORMAT_ODT:
	case FORMAT_XLSX:
		laid_read(r);
		return;
	case FORMAT_COUNT:
		break;
	}
}

/* Lines that end in a lone CR, as on old Macs: the same bytes with LF. */
static struct str
with_newlines(struct arena *a, struct str text)
{
	char *to;

	if (text.len == 0 || memchr(text.at, '\n', text.len) != NULL || memchr(text.at, '\r', text.len) == NULL)
		return text;
	to = ARENA_ARRAY(a, char, text.len);
	for (size_t i = 0; i < text.len; i++)
		to[i] = text.at[i] == '\r' ? '\n' : text.at[i];
	return (struct str){ to, text.len };
}

bool
document_read(struct arena *a, struct str name, enum format f, struct str text, struct diags *d,
    struct document *ret)
{
	struct reader r = { .a = a, .d = d, .name = name };

	r.text = text = with_newlines(a, text);
	if (str_starts(text, STR("\xEF\xBB\xBF")))
		r.text = str_slice(text, 3, text.len);
	r.place = (struct place){ r.text.at, 1, 1 };
	check(&r);
	if (!r.failed)
		read_format(&r, f);
	if (!r.failed && r.len == 0)
		reader_refuse(&r, NULL, STR("nothing to read in the file"), STR("give a document with text"));
	if (r.failed)
		return false;
	*ret = (struct document){ name, f, text, r.at, r.len };
	return true;
}
