/* sums_help.h - the audit of sums over one paper, in a test. */
#ifndef TEST_SUMS_HELP_H
#define TEST_SUMS_HELP_H

#include "recognise_help.h"
#include "audit/audit.h"
#include <dirent.h>

/* Claims and findings of the rule alone, in the order of the table. */
static inline struct audit_report
audit_named(struct arena *a, struct str name, struct str text)
{
	struct diags       d = diags_new(a);
	struct document    doc;
	struct recognition seen;
	struct audit       x;

	if (!document_read(a, name, document_format(name, text), text, &d, &doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	seen = recognise(a, &doc);
	x = (struct audit){ .arena = a, .doc = &doc, .seen = &seen };
	audit_sums(&x);
	return x.report;
}

static inline size_t
findings_of(const struct audit_report *r, enum audit_code code)
{
	size_t n = 0;

	for (size_t i = 0; i < r->findings; i++)
		n += r->finding[i].code == code;
	return n;
}

/* "9 sum 140, not 120: 20" a line, without amounts "9 table Lys". */
static inline struct str
listed(struct arena *a, const struct audit_report *r)
{
	struct buf b;
	struct str s;

	buf_init(&b, 1 << 16);
	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];

		buf_putf(&b, "%u " STR_FMT " " STR_FMT, f->line, STR_ARG(audit_code(f->code)), STR_ARG(f->quote));
		if (f->has_amounts) {
			BUF_LIT(&b, ", not ");
			number_write(&b, f->expected, NOTATION_DA);
			BUF_LIT(&b, ": ");
			number_write(&b, f->difference, NOTATION_DA);
		}
		buf_char(&b, '\n');
	}
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* A real paper, from $PEJL_DOCUMENTS or ../shared/documents; false: it is not there. */
static inline bool
real_paper(struct arena *a, const char *prefix, struct str *ret)
{
	const char *places[] = { getenv("PEJL_DOCUMENTS"), "../shared/documents", "../../shared/documents" };

	for (size_t i = 0; i < COUNT_OF(places); i++) {
		DIR           *dir = places[i] == NULL ? NULL : opendir(places[i]);
		struct dirent *e;
		bool           found = false;

		while (dir != NULL && !found && (e = readdir(dir)) != NULL)
			if (strncmp(e->d_name, prefix, strlen(prefix)) == 0)
				found = load(a, arena_printf(a, "%s/%s", places[i], e->d_name).at, ret);
		if (dir != NULL)
			closedir(dir);
		if (found)
			return true;
	}
	return false;
}

#endif
