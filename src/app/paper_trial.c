#include "app/paper_trial.h"
#include "app/audit_run.h"
#include "app/observe.h"
#include "app/paper_blocks.h"
#include "base/utf8.h"
#include "document/csv.h"
#include "document/format.h"
#include "document/geojson.h"
#include "model/fault.h"
#include "port/child.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define TRIAL_SECONDS     20
#define TRIAL_CPU_SECONDS 15
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
	if (f == FORMAT_MARKDOWN)
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
	{ STR_INIT("PK\x03\x04"), N_("This is a file of Word or Excel, or a ZIP archive. Save it as text or CSV in UTF-8 and send that.") },
	{ STR_INIT("\xD0\xCF\x11\xE0"), N_("This is an old file of Word or Excel. Save it as text or CSV in UTF-8 and send that.") },
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
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (str_starts(text, others[i].magic))
			return others[i].words;
	if (format_not_text(text) != NULL || str_find(text, (struct str){ "\0", 1 }, 0) != SIZE_MAX)
		return N_("This is no text. Papers are taken as text, Markdown, CSV or TSV.");
	if (utf8_check(text) != SIZE_MAX)
		return N_("This is not text in UTF-8. Save it as UTF-8 and send that.");
	if (is_observations(without_mark(text)))
		return N_("This is a file of measurements. Record it where measurements are recorded.");
	if (geojson_is(text))
		return N_("This is a file of outlines (GeoJSON). It is taken in with “pejl import”.");
	return NULL;
}

/* ---- the trial ---- */

bool
paper_trial(enum format format, struct str text)
{
	const char *argv[] = { "/proc/self/exe", PAPER_TRIAL, format_code(format).at, NULL };
	const char *env[] = { TRIAL_VARIABLE "=1", NULL };
	struct child c = {
		.argv = argv, .env = env, .in = text,
		.limits = {
			.seconds = TRIAL_SECONDS, .cpu_seconds = TRIAL_CPU_SECONDS, .bytes = TRIAL_MEMORY,
		},
	};

	return getenv(TRIAL_VARIABLE) == NULL && child_run(&c) == CHILD_OK;
}

bool
paper_trial_asked(int argc, char *const argv[])
{
	return argc == 3 && str_eq(str_from(argv[1]), STR(PAPER_TRIAL));
}

/* What the server will do with it, once. */
static bool
use_paper(struct arena *a, enum format format, struct str text)
{
	struct diags         d = diags_new(a);
	struct document      doc;
	struct paper_start  *start;
	struct paper_block  *block;
	struct paper_marks   marks = { 0 };
	size_t               pages;
	struct facts         facts;

	if (!document_read(a, STR("paper"), format, text, &d, &doc))
		return false;
	(void)recognise(a, &doc);
	(void)audit_run_paper(a, &doc, doc.name, NULL, &facts);
	pages = paper_pages(a, &doc, &start);
	for (size_t i = 0; i < pages; i++)
		(void)paper_blocks(a, &doc, &start[i], i + 1 < pages ? &start[i + 1] : NULL, &marks,
		    &block);
	return true;
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
paper_trial_main(char *const argv[])
{
	struct arena a = { 0 };
	struct buf   b;
	bool         ok = false;

	buf_init(&b, PAPER_BYTES_MAX + 1);
	if (read_input(&b))
		for (size_t f = 0; f < FORMAT_COUNT; f++)
			if (str_eq(str_from(argv[2]), format_code((enum format)f)))
				ok = use_paper(&a, (enum format)f, buf_str(&b));
	buf_free(&b);
	arena_free(&a);
	return ok ? 0 : 1;
}
