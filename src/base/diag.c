#include "base/diag.h"
#include "base/utf8.h"

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

/* A problem is one line, whatever stands in a file's name or a cell: control
 * characters (a terminal obeys them) and bytes that are no letter become "?". */
static void
put_plain(struct buf *out, struct str s)
{
	size_t from = 0;

	for (size_t at = 0; at < s.len;) {
		size_t   here = at;
		uint32_t c = utf8_next(s, &at);

		if (c >= 0x20 && (c < 0x7F || c > 0x9F) && c != 0xFFFD)
			continue;
		buf_put(out, str_slice(s, from, here));
		BUF_LIT(out, "?");
		from = at;
	}
	buf_put(out, str_slice(s, from, s.len));
}

void
diags_write(const struct diags *d, struct buf *out)
{
	static const char *const level[] = {
		[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error",
	};

	for (const struct diag *i = d->first; i != NULL; i = i->next) {
		put_plain(out, i->where);
		if (i->line > 0)
			buf_putf(out, ":%zu", i->line);
		if (i->line > 0 && i->column > 0)
			buf_putf(out, ":%zu", i->column);
		buf_putf(out, "%s%s: ", i->where.len > 0 ? ": " : "", level[i->level]);
		put_plain(out, i->message);
		if (i->hint.len > 0) {
			BUF_LIT(out, " (");
			put_plain(out, i->hint);
			BUF_LIT(out, ")");
		}
		BUF_LIT(out, "\n");
	}
	if (d->count > DIAGS_MAX)
		buf_putf(out, "... and %zu more\n", d->count - DIAGS_MAX);
}
