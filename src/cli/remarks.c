#include "cli/remarks.h"
#include "cli/table.h"
#include <inttypes.h>

/* Dim is what is beside the point. */
#define BOLD  "1"
#define DIM   "2"
#define GREEN "32"

static const char *const colour_of[] = {
	[SEVERITY_ERROR] = "31;1", [SEVERITY_WARNING] = "33;1", [SEVERITY_INFO] = "36",
};

/* The words are a machine's in both languages: editors look for them. */
static const char *const word_of[] = {
	[SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning", [SEVERITY_INFO] = "info",
};

static void
put(const struct remarks *k, struct str text, const char *code)
{
	if (k->colour)
		buf_putf(k->out, "\033[%sm", code);
	table_fit(k->out, text, SIZE_MAX, false);
	if (k->colour)
		BUF_LIT(k->out, "\033[0m");
}

static void
put_plain(const struct remarks *k, struct str text)
{
	table_fit(k->out, text, SIZE_MAX, false);
}

static void
put_number(const struct remarks *k, struct number n)
{
	number_write(k->out, n, k->danish ? NOTATION_DA : NOTATION_EN);
}

/* "FILE:LINE:COL: ", as far as it is known. */
static void
put_place(const struct remarks *k, struct str file, uint32_t line, uint32_t column)
{
	put(k, file, BOLD);
	if (line > 0)
		buf_putf(k->out, ":%" PRIu32, line);
	if (line > 0 && column > 0)
		buf_putf(k->out, ":%" PRIu32, column);
	BUF_LIT(k->out, ": ");
}

static void
put_quote(const struct remarks *k, struct str quote)
{
	if (quote.len == 0)
		return;
	BUF_LIT(k->out, "    “");
	put_plain(k, quote);
	BUF_LIT(k->out, "”\n");
}

static void
put_amounts(const struct remarks *k, const struct finding *f)
{
	if (!f->has_amounts)
		return;
	buf_put(k->out, k->danish ? STR("    ventet ") : STR("    expected "));
	put_number(k, f->expected);
	buf_put(k->out, k->danish ? STR(", trykt ") : STR(", printed "));
	put_number(k, f->printed);
	buf_put(k->out, k->danish ? STR(": forskel ") : STR(": difference "));
	put_number(k, f->difference);
	BUF_LIT(k->out, "\n");
}

static void
put_candidate(const struct remarks *k, const struct candidate *c)
{
	buf_put(k->out, k->danish ? STR("    kan forklare det: ") : STR("    may explain it: "));
	put_number(k, c->amount);
	if (c->line > 0)
		buf_putf(k->out, k->danish ? ", linje %" PRIu32 : ", line %" PRIu32, c->line);
	if (c->text.len > 0) {
		BUF_LIT(k->out, ": ");
		put_plain(k, c->text);
	}
	BUF_LIT(k->out, "\n");
}

static void
put_candidates(const struct remarks *k, const struct finding *f)
{
	for (size_t i = 0; i < f->candidates; i++)
		put_candidate(k, &f->candidate[i]);
	if (f->pairs > 0)
		buf_putf(k->out, k->danish ? "    %zu par af beløb kan forklare det\n"
		    : "    %zu pairs of amounts may explain it\n", f->pairs);
}

static void
put_hint(const struct remarks *k, struct str hint)
{
	if (hint.len == 0)
		return;
	BUF_LIT(k->out, "    ");
	put(k, k->danish ? STR("råd:") : STR("hint:"), DIM);
	BUF_LIT(k->out, " ");
	put_plain(k, hint);
	BUF_LIT(k->out, "\n");
}

static void
put_finding(const struct remarks *k, const struct finding *f)
{
	put_place(k, f->file, f->line, f->column);
	put(k, str_from(word_of[f->severity]), colour_of[f->severity]);
	BUF_LIT(k->out, " ");
	put(k, audit_code(f->code), colour_of[f->severity]);
	BUF_LIT(k->out, ": ");
	put(k, k->danish ? f->da : f->en, BOLD);
	BUF_LIT(k->out, "\n");
	put_quote(k, f->quote);
	put_amounts(k, f);
	put_candidates(k, f);
	put_hint(k, k->danish ? f->hint_da : f->hint_en);
}

void
remarks_write(const struct remarks *k, const struct audit_report *r)
{
	for (size_t i = 0; i < r->findings; i++)
		put_finding(k, &r->finding[i]);
}

void
remarks_write_held(const struct remarks *k, const struct audit_report *r)
{
	for (size_t i = 0; i < r->hold; i++) {
		const struct claim *c = &r->held[i];

		put_place(k, c->file, c->line, c->column);
		put(k, STR("holds"), GREEN);
		BUF_LIT(k->out, " ");
		put(k, audit_code(c->code), GREEN);
		BUF_LIT(k->out, ": ");
		put_plain(k, k->danish ? c->da : c->en);
		BUF_LIT(k->out, "\n");
		put_quote(k, c->quote);
	}
}

void
remarks_write_count(const struct remarks *k, const struct audit_report *r)
{
	if (k->danish)
		buf_putf(k->out, "%zu påstand%s kontrolleret, %zu holder, %zu gør ikke\n", r->checked,
		    r->checked == 1 ? "" : "e", r->hold, r->fail);
	else
		buf_putf(k->out, "%zu claim%s checked, %zu hold, %zu do not\n", r->checked,
		    r->checked == 1 ? "" : "s", r->hold, r->fail);
}
