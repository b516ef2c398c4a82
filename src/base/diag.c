#include "base/diag.h"

struct diags
diags_new(struct arena *a)
{
	return (struct diags){ .arena = a };
}

bool
diag_add(struct diags *d, struct diag problem)
{
	struct diag *kept;

	if (problem.level == DIAG_ERROR)
		d->errors++;
	if (d->count++ >= DIAGS_MAX)
		return false;
	kept = ARENA_NEW(d->arena, struct diag);
	*kept = problem;
	kept->next = NULL;
	kept->where = str_dup(d->arena, problem.where);
	kept->message = str_dup(d->arena, problem.message);
	kept->hint = str_dup(d->arena, problem.hint);
	if (d->tail == NULL)
		d->tail = &d->first;
	*d->tail = kept;
	d->tail = &kept->next;
	return false;
}

bool
diag_error(struct diags *d, struct str where, size_t line, struct str message, struct str hint)
{
	return diag_add(d, (struct diag){ .level = DIAG_ERROR, .where = where, .line = line,
	    .message = message, .hint = hint });
}

void
diags_write(const struct diags *d, struct buf *out)
{
	static const char *const level[] = {
		[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error",
	};

	for (const struct diag *i = d->first; i != NULL; i = i->next) {
		buf_put(out, i->where);
		if (i->line > 0)
			buf_putf(out, ":%zu", i->line);
		if (i->line > 0 && i->column > 0)
			buf_putf(out, ":%zu", i->column);
		buf_putf(out, "%s%s: ", i->where.len > 0 ? ": " : "", level[i->level]);
		buf_put(out, i->message);
		if (i->hint.len > 0) {
			BUF_LIT(out, " (");
			buf_put(out, i->hint);
			BUF_LIT(out, ")");
		}
		BUF_LIT(out, "\n");
	}
	if (d->count > DIAGS_MAX)
		buf_putf(out, "... and %zu more\n", d->count - DIAGS_MAX);
}
