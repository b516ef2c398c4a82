#include "report/docx_words.h"

enum { SMALL = 6 };                     /* from so many columns on, small letters */

static void
put_align(struct docx_out *o, bool end)
{
	json_object(&o->j);
	json_member(&o->j, "t", end ? STR("AlignRight") : STR("AlignDefault"));
	json_end(&o->j);
}

/* Shares in thousandths, written by hand: JSON's numbers are not text there. */
static void
put_columns(struct docx_out *o, const struct tree_part *p)
{
	unsigned all = 0, left = 1000;

	for (size_t i = 0; i < p->columns; i++)
		all += p->column[i].width > 0 ? p->column[i].width : 1;
	json_array(&o->j);
	for (size_t i = 0; i < p->columns; i++) {
		unsigned width = p->column[i].width > 0 ? p->column[i].width : 1;
		unsigned share = i + 1 == p->columns ? left : width * 1000 / all;

		left -= share;
		json_array(&o->j);
		put_align(o, p->column[i].align == ALIGN_END);
		docx_open(o, "ColWidth");
		json_raw(&o->j, arena_printf(o->a, "0.%03u", share > 999 ? 999 : share));
		json_end(&o->j);
		json_end(&o->j);
	}
	json_end(&o->j);
}

struct filling {
	const struct tree_part *p;
	const struct runs      *words;
	bool                    end, strong;
	size_t                  columns;
};

static void
put_words(struct docx_out *o, const struct filling *f)
{
	if (f->strong) {
		docx_open(o, "Strong");
		json_array(&o->j);
	}
	docx_runs(o, f->words);
	for (int i = 0; f->strong && i < 2; i++)
		json_end(&o->j);
}

static void
put_cell(struct docx_out *o, const struct filling *f)
{
	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	put_align(o, f->end);
	json_int(&o->j, 1);
	json_int(&o->j, (int64_t)f->columns);
	json_array(&o->j);
	docx_open(o, "Div");
	json_array(&o->j);
	docx_attr(o, STR_NONE, "custom-style", f->p->columns >= SMALL ? STR("Small") : STR("Table Text"));
	json_array(&o->j);
	docx_open(o, "Plain");
	json_array(&o->j);
	put_words(o, f);
	for (int i = 0; i < 7; i++)
		json_end(&o->j);
}

static void
put_row(struct docx_out *o, const struct tree_part *p, const struct tree_row *row)
{
	static const struct runs none;
	size_t column = 0;

	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	json_array(&o->j);
	for (size_t i = 0; i < row->len && column < p->columns; i++) {
		const struct tree_cell *c = &row->at[i];
		size_t n = row->group && row->len == 1 ? p->columns : c->columns > 1 ? c->columns : 1;
		bool   end = n == 1 && (c->kind == CELL_NUMBER || c->kind == CELL_SUM ||
		    p->column[column].align == ALIGN_END);

		n = n < p->columns - column ? n : p->columns - column;
		put_cell(o, &(struct filling){ p, &c->words, end, row->group, n });
		column += n;
	}
	for (; column < p->columns; column++)
		put_cell(o, &(struct filling){ p, &none, false, false, 1 });
	json_end(&o->j);
	json_end(&o->j);
}

static void
put_head(struct docx_out *o, const struct tree_part *p)
{
	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	json_array(&o->j);
	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	json_array(&o->j);
	for (size_t i = 0; i < p->columns; i++) {
		struct run  title = { .kind = RUN_TEXT, .text = p->column[i].title };
		struct runs words = { &title, 1, 1 };

		put_cell(o, &(struct filling){ p, &words, p->column[i].align == ALIGN_END, true, 1 });
	}
	for (int i = 0; i < 4; i++)
		json_end(&o->j);
}

static void
put_bodies(struct docx_out *o, const struct tree_part *p)
{
	json_array(&o->j);
	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	json_int(&o->j, 0);
	json_array(&o->j);
	json_end(&o->j);
	json_array(&o->j);
	for (size_t i = 0; i < p->rows; i++)
		put_row(o, p, &p->row[i]);
	for (int i = 0; i < 3; i++)
		json_end(&o->j);
}

static void
put_source(struct docx_out *o, const struct tree_part *p)
{
	docx_styled(o, "Source Note", STR_NONE);
	if (p->source.len == 0)
		docx_text(o, STR(" "));       /* what follows keeps its distance */
	docx_runs(o, &p->source);
	docx_styled_end(o);
}

/* The caption is a paragraph of its own, that is kept with the table. */
void
docx_table(struct docx_out *o, const struct tree_part *p)
{
	docx_styled(o, "Table Caption", p->anchor);
	docx_caption(o, p, N_("Table {1}"));
	docx_styled_end(o);
	docx_open(o, "Table");
	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	json_raw(&o->j, STR("[null,[]]"));
	put_columns(o, p);
	put_head(o, p);
	put_bodies(o, p);
	json_raw(&o->j, STR("[[\"\",[],[]],[]]"));
	json_end(&o->j);
	json_end(&o->j);
	put_source(o, p);
}
