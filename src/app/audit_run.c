#include "app/audit_run.h"
#include "audit/audit.h"
#include "port/input.h"

static bool
audit_file(struct arena *a, struct str path, const int32_t *as_of, struct diags *d,
           struct audit_report *ret)
{
	struct document    *doc = ARENA_NEW(a, struct document);
	struct recognition *seen = ARENA_NEW(a, struct recognition);
	struct str          text;

	if (!input_read(a, path, DOCUMENT_BYTES_MAX, d, &text) ||
	    !document_read(a, path, document_format(path, text), text, d, doc))
		return false;
	*seen = recognise(a, doc);
	*ret = audit_document(a, doc, seen, as_of);
	return true;
}

/* The same file named twice is one file: its claims are counted once. */
static bool
named_before(const struct str *path, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(path[k], path[i]))
			return true;
	return false;
}

bool
audit_files(struct arena *a, const struct str *path, size_t n, const int32_t *as_of,
            struct diags *d, struct audit_report *ret)
{
	struct audit_report *one = ARENA_ARRAY(a, struct audit_report, n + 1);
	size_t               len = 0;
	bool                 all = true;

	for (size_t i = 0; i < n; i++) {
		if (named_before(path, i))
			continue;
		if (audit_file(a, path[i], as_of, d, &one[len]))
			len++;
		else
			all = false;
	}
	*ret = audit_merge(a, one, len);
	return all;
}
