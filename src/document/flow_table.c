#include "document/flow.h"
#include <string.h>

/* ---- cells ---- */

static bool
add_cell(struct flow *f, bool header, uint32_t down)
{
	if (f->cells >= TABLE_COLUMNS_MAX) {
		laid_refuse(&f->laid, STR("a table row of more than 400 cells"), STR("split the table"));
		return false;
	}
	f->below[f->cells++] = down;
	buf_put(&f->text, header ? STR("<th>") : STR("<td>"));
	return true;
}

/* Empty cells where one of a row above stands. */
static void
skip_spanned(struct flow *f)
{
	while (f->cells < TABLE_COLUMNS_MAX && f->below[f->cells] > 0)
		(void)add_cell(f, false, f->below[f->cells] - 1);
}

void
flow_cell(struct flow *f, bool header, unsigned across, unsigned down)
{
	if (f->tables != 1) {
		flow_break(f);
		return;
	}
	if (f->cell)
		flow_cell_end(f);
	if (!f->row)
		flow_row(f);
	skip_spanned(f);
	if (!add_cell(f, header, down - 1))
		return;
	for (unsigned i = 1; i < across; i++)   /* below it; they are written when it ends */
		if (f->cells + i - 1 < TABLE_COLUMNS_MAX)
			f->below[f->cells + i - 1] = down;
	f->cell = true;
	f->outer = f->lists;
	flow_begin_text(f);
}

void
flow_cell_end(struct flow *f)
{
	if (f->tables != 1) {
		flow_break(f);
		return;
	}
	if (!f->cell)
		return;
	flow_end_emphasis(f);
	f->lists = f->outer;
	f->outer = 0;
	f->cell = false;
	flow_begin_text(f);
}

/* ---- rows ---- */

void
flow_row(struct flow *f)
{
	if (f->tables != 1) {
		flow_break(f);
		return;
	}
	flow_row_end(f);
	flow_boundary(f);
	f->row = true;
	f->cells = 0;
}

void
flow_row_end(struct flow *f)
{
	if (f->tables != 1) {
		flow_break(f);
		return;
	}
	if (!f->row)
		return;
	flow_cell_end(f);
	skip_spanned(f);
	f->row = false;
	if (!buf_ok(&f->text))
		laid_refuse(&f->laid, STR("a row of a table of more than 32 MiB"), STR("split the document"));
	if (f->cells > 0)
		laid_line(&f->laid, f->first ? STR("<table><tr>") : STR("<tr>"), buf_str(&f->text));
	f->first &= f->cells == 0;
	f->text.len = 0;
	flow_begin_text(f);
}

/* ---- tables ---- */

void
flow_table(struct flow *f)
{
	flow_boundary(f);
	if (f->tables++ > 0)
		return;
	f->first = true;
	f->late = STR_NONE;
	memset(f->below, 0, sizeof f->below);
}

void
flow_table_end(struct flow *f)
{
	if (f->tables == 1) {
		flow_row_end(f);
		flow_boundary(f);
		if (f->late.len > 0)
			laid_line(&f->laid, STR("<p>"), f->late);
	} else {
		flow_boundary(f);
	}
	f->tables -= f->tables > 0;
}

void
flow_caption(struct flow *f)
{
	flow_boundary(f);
	f->caption = f->tables == 1 && !f->row;
}

/* Before the rows a paragraph, and behind the table where it came behind them. */
void
flow_caption_end(struct flow *f)
{
	if (f->caption && !f->first) {
		flow_end_emphasis(f);
		f->late = str_dup(f->laid.a, buf_str(&f->text));
		f->text.len = 0;
		flow_begin_text(f);
	} else {
		flow_boundary(f);
	}
	f->caption = false;
}
