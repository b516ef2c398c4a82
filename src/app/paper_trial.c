#include "app/paper_trial.h"
#include "app/audit_run.h"
#include "app/observe.h"
#include "app/paper_blocks.h"
#include "app/paper_lay.h"
#include "base/utf8.h"
#include "document/csv.h"
#include "document/format.h"
#include "document/geojson.h"
#include "document/lay.h"
#include "model/fault.h"
#include "port/child.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define TRIAL_SECONDS     45
#define TRIAL_CPU_SECONDS 15
#define SAID_MAX          4096                   /* of what it says */
#define TRIAL_MEMORY      ((size_t)2 << 30)
#define TRIAL_VARIABLE    "PEJL_TRIES_PAPER"    /* a child has no children */

/* ---- what it is ---- */

#define HEAD_BYTES 16384
#define ROWS_LEAST 3                    /* lines that are alike by chance are fewer */

static struct str
without_mark(struct str text)
{
	return str_starts(text, STR("\xEF\xBB\xBF")) ? str_slice(text, 3, text.len) : text;
}

/* Are the first lines rows of as many fields, more than one, all the way down? */
static bool
is_delimited(struct str text, char separator)
{
	struct csv csv = csv_open(str_slice(text, 0, HEAD_BYTES), separator);
	struct str field;
	bool       quoted;
	size_t     fields = 0, first = 0, rows = 0;

	for (;;) {
		switch (csv_next(&csv, &field, &quoted)) {
		case CSV_FIELD:
			fields++;
			continue;
		case CSV_LAST_FIELD:
			fields++;
			break;
		case CSV_END:
			return rows >= ROWS_LEAST && first > 1;
		case CSV_BAD_QUOTE:
			return false;
		}
		if (csv.rest.len == 0 && text.len > HEAD_BYTES)
			return rows >= ROWS_LEAST && first > 1; /* the last one is cut */
		first = rows++ == 0 ? fields : first;
		if (fields != first)
			return false;
		fields = 0;
	}
}

enum format
paper_format(struct str text)
{
	enum format f = document_format(STR_NONE, text);

	text = without_mark(text);
	if (f == FORMAT_MARKDOWN || format_is_laid(f))
		return f;
	if (is_delimited(text, '\t'))
		return FORMAT_TSV;
	return is_delimited(text, ';') || is_delimited(text, ',') ? FORMAT_CSV : f;
}

static const struct {
	struct str  magic;
	const char *words;
} others[] = {
	{ STR_INIT("%PDF"), N_("This is a PDF file. Take its text out with “pdftotext -layout” and send that.") },
	{ STR_INIT("PK\x03\x04"), N_("This is a ZIP archive, and no document of Word, LibreOffice or Excel.") },
	{ STR_INIT("\xD0\xCF\x11\xE0"), N_("This is an old file of Word or Excel, or one with a password. Save it as DOCX or XLSX without a password and send that.") },
	{ STR_INIT("\xFF\xFE"), N_("This is text in UTF-16. Save it as UTF-8 and send that.") },
	{ STR_INIT("\xFE\xFF"), N_("This is text in UTF-16. Save it as UTF-8 and send that.") },
};

static bool
is_observations(struct str text)
{
	struct str rest = text;

	return observe_is_header(str_cut(&rest, '\n'));
}

const char *
paper_fault(struct str text)
{
	if (str_trim(without_mark(text)).len == 0)
		return N_("The file is empty.");
	if (format_is_laid(document_format(STR_NONE, text)))
		return NULL;
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (str_starts(text, others[i].magic))
			return others[i].words;
	if (format_not_text(text) != NULL || str_find(text, (struct str){ "\0", 1 }, 0) != SIZE_MAX)
		return N_("This is no text. Papers are taken as documents of Word, LibreOffice and Excel, pages, text, Markdown, CSV or TSV.");
	if (utf8_check(text) != SIZE_MAX)
		return N_("This is not text in UTF-8. Save it as UTF-8 and send that.");
	if (is_observations(without_mark(text)))
		return N_("This is a file of measurements. Record it where measurements are recorded.");
	if (geojson_is(text))
		return N_("This is a file of outlines (GeoJSON). It is taken in with “pejl import”.");
	return NULL;
}

/* ---- the trial ---- */

/* What the child said of a paper, for those who sent it. */
static const char *
why_not(struct str said)
{
	static const struct {
		struct str  part;
		const char *words;
	} reasons[] = {
		{ STR_INIT("encrypted"), N_("The file has a password. Save it without one and send that.") },
		{ STR_INIT("damaged"), N_("The file is damaged or cut off. Open it in its program, save it again and send that.") },
		{ STR_INIT("leads out of"), N_("This archive holds names that lead out of it. It was not made by an office program and is not opened.") },
		{ STR_INIT("declares a document type"), N_("The file holds definitions that no office program writes. Open it in its program, save it again and send that.") },
		{ STR_INIT("256 MiB"), N_("The file is much larger than it looks. Split the paper and send its parts.") },
		{ STR_INIT("unpacks to more"), N_("The file is much larger than it looks. Split the paper and send its parts.") },
		{ STR_INIT("400 cells"), N_("A table of the paper has more than 400 columns. Figures are recorded where measurements are recorded.") },
		{ STR_INIT("names no other encoding"), N_("This page is not in UTF-8. Save it as UTF-8 and send that.") },
		{ STR_INIT("pandoc is not installed"), N_("Documents of Word and LibreOffice cannot be read here, since pandoc is not installed. Save it as a page (HTML) and send that.") },
	};

	for (size_t i = 0; i < COUNT_OF(reasons); i++)
		if (str_find(said, reasons[i].part, 0) != SIZE_MAX)
			return reasons[i].words;
	return N_("The paper could not be read within the time and memory that a paper has, or "
	    "nothing in it can be read.");
}

bool
paper_trial(struct arena *a, struct str bytes, const char **why, struct paper_seen *ret)
{
	const char *argv[] = { "/proc/self/exe", PAPER_TRIAL, NULL };
	const char *env[] = { TRIAL_VARIABLE "=1", NULL };
	struct buf  out, err;
	struct child c = {
		.argv = argv, .env = env, .in = bytes, .out = &out, .err = &err, .group = true,
		.limits = { .seconds = TRIAL_SECONDS, .cpu_seconds = TRIAL_CPU_SECONDS, .bytes = TRIAL_MEMORY },
	};
	bool ok;

	buf_init(&out, PAPER_SEEN_MAX + 1);     /* one more, which is refused */
	buf_init(&err, SAID_MAX);
	ok = getenv(TRIAL_VARIABLE) == NULL && child_run(&c) == CHILD_OK &&
	    paper_seen_read(a, str_dup(a, buf_str(&out)), ret);
	if (!ok)
		*why = why_not(buf_str(&err));
	buf_free(&err);
	buf_free(&out);
	return ok;
}

bool
paper_trial_asked(int argc, char *const argv[])
{
	return argc == 2 && str_eq(str_from(argv[1]), STR(PAPER_TRIAL));
}

static bool
write_output(int fd, struct str text)
{
	while (text.len > 0) {
		ssize_t n = write(fd, text.at, text.len);

		if (n < 0 && errno != EINTR)
			return false;
		text = str_slice(text, n > 0 ? (size_t)n : 0, text.len);
	}
	return true;
}

/* What the server will do with the text that is kept of it, once: it is audited and shown. */
static void
use_document(struct arena *a, struct document *doc)
{
	struct paper_start  *start;
	struct paper_block  *block;
	struct paper_marks   marks = { 0 };
	struct facts         facts;
	size_t               pages;

	(void)audit_run_paper(a, doc, doc->name, NULL, &facts);
	pages = paper_pages(a, doc, &start);
	for (size_t i = 0; i < pages; i++)
		(void)paper_blocks(a, doc, &start[i], i + 1 < pages ? &start[i + 1] : NULL, &marks, &block);
}

static bool
use_paper(struct arena *a, struct str bytes)
{
	struct diags      d = diags_new(a);
	struct paper_seen seen = { .format = paper_format(bytes) };
	struct document   doc;
	struct buf        b;
	bool              ok;

	if (!paper_lay(a, STR("paper"), seen.format, bytes, &d, &seen.text) ||
	    !document_read(a, STR("paper"), seen.format, seen.text, &d, &doc)) {
		(void)write_output(STDERR_FILENO, d.first->message);
		return false;
	}
	seen.seen = recognise(a, &doc);
	use_document(a, &doc);
	buf_init(&b, PAPER_SEEN_MAX);
	paper_seen_write(&b, &seen);
	ok = buf_ok(&b) && write_output(STDOUT_FILENO, buf_str(&b));
	buf_free(&b);
	return ok;
}

static bool
read_input(struct buf *b)
{
	char    chunk[1 << 16];
	ssize_t n;

	while ((n = read(STDIN_FILENO, chunk, sizeof chunk)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			buf_put(b, (struct str){ chunk, (size_t)n });
	return n == 0 && buf_ok(b);
}

int
paper_trial_main(void)
{
	struct arena a = { 0 };
	struct buf   b;
	bool         ok;

	buf_init(&b, PAPER_BYTES_MAX + 1);
	ok = read_input(&b) && use_paper(&a, buf_str(&b));
	buf_free(&b);
	arena_free(&a);
	return ok ? 0 : 1;
}
