#include "base/utf8.h"
#include "cli/cli.h"
#include "export/readings.h"

static void
bound_text(struct buf *b, struct bound bound, const char *none, enum notation notation)
{
	if (bound.exists)
		number_write(b, bound.at, notation);
	else
		buf_put(b, str_from(none));
}

static void
interval_text(struct cli *c, const struct quantity *q)
{
	struct buf *b = &c->out;

	if (q->has_point) {
		number_write(b, q->point, c->notation);
		BUF_LIT(b, "  ");
	}
	buf_char(b, q->range.low.open || !q->range.low.exists ? ']' : '[');
	bound_text(b, q->range.low, "-∞", c->notation);
	BUF_LIT(b, "; ");
	bound_text(b, q->range.high, "∞", c->notation);
	buf_char(b, q->range.high.open || !q->range.high.exists ? '[' : ']');
}

static void
period_days(struct buf *b, const struct period *p)
{
	if (!p->dated) {
		BUF_LIT(b, "(no year)");
		return;
	}
	if (p->deadline)
		BUF_LIT(b, "until ");
	if (!p->deadline) {
		day_write_iso(b, p->from);
		BUF_LIT(b, " to ");
	}
	day_write_iso(b, p->to);
	BUF_LIT(b, " (exclusive)");
}

static void
line(struct cli *c, struct str text, const struct reading *r)
{
	static const char *const word[] = {
		[READING_NUMBER] = "number", [READING_PERCENT] = "percent",
		[READING_MONEY] = "kroner", [READING_PERIOD] = "period",
		[READING_MISSING] = "missing",
	};

	buf_putf(&c->out, "%-8s ", r->type == READING_PERCENT && r->unit == UNIT_POINT
	    ? "points" : word[r->type]);
	if (r->type == READING_PERIOD)
		period_days(&c->out, &r->period);
	else if (r->type == READING_MISSING)
		buf_put(&c->out, missing_code(r->missing));
	else
		interval_text(c, &r->quantity);
	if (r->recurrence != RECURRENCE_NONE) {
		BUF_LIT(&c->out, "  per/as: ");
		buf_put(&c->out, recurrence_code(r->recurrence));
	}
	BUF_LIT(&c->out, "  “");
	buf_put(&c->out, str_slice(text, r->at, r->end));
	BUF_LIT(&c->out, "”\n");
}

int
command_read(struct cli *c)
{
	struct str      text = cli_arg(c, 0);
	size_t          bad = utf8_check(text);
	struct readings found;
	struct json     j = json_new(&c->out);

	if (bad != SIZE_MAX) {
		(void)diag_error(&c->diags, arena_printf(&c->arena, "byte %zu", bad + 1), 0,
		    STR("the text is not valid UTF-8"), STR("convert it with iconv"));
		return EXIT_PROBLEM;
	}
	found = phrase_read(&c->arena, text, c->notation, &c->diags);
	if (c->diags.errors > 0)
		return EXIT_PROBLEM;
	if (c->json)
		export_readings(&j, text, &found);
	for (size_t i = 0; i < found.len && !c->json; i++)
		line(c, text, &found.at[i]);
	if (found.len == 0 && !c->json)
		BUF_LIT(&c->out, "no figure, amount, period or missing value\n");
	return cli_status(c);
}
