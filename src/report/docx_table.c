#include "report/docx_words.h"

/* A table's own marks are written here and its paragraphs by pandoc, which knows no row that
 * stays whole: what is raw goes to the file as it stands. */

enum { SMALL = 6 };                     /* from so many columns on, small letters */
enum { LINE = 9525, WHOLE = 5000 };     /* twips of a line; fiftieths of a percent of a table */

static unsigned
width_of(const struct tree_part *p, size_t from, size_t n, unsigned of)
{
	unsigned all = 0, these = 0;

	for (size_t i = 0; i < p->columns; i++) {
		unsigned width = p->column[i].width > 0 ? p->column[i].width : 1;

		all += width;
		these += i >= from && i < from + n ? width : 0;
	}
	return these * of / all;
}

static void
put_columns(struct docx_out *o, const struct tree_part *p)
{
	struct str grid = STR_NONE;

	for (size_t i = 0; i < p->columns; i++)
		grid = arena_printf(o->a, STR_FMT "<w:gridCol w:w=\"%u\"/>", STR_ARG(grid), width_of(p, i, 1, LINE));
	docx_raw(o, arena_printf(o->a, "<w:tbl><w:tblPr><w:tblStyle w:val=\"Table\"/><w:tblW w:type=\"pct\" w:w=\"5000\"/>"
	    "<w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" "
	    "w:noVBand=\"0\" w:val=\"0020\"/></w:tblPr><w:tblGrid>" STR_FMT "</w:tblGrid>", STR_ARG(grid)));
}

struct filling {
	const struct tree_part *p;
	const struct runs      *words;
	bool                    end, strong, heads;     /* heads: stays with the row below it */
	size_t                  from, columns;
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

/* Figures are not broken: "6 procent-" would be no figure. */
static const char *
style_of(const struct filling *f)
{
	bool small = f->p->columns >= SMALL;

	if (f->heads)
		return small ? "Small Group" : "Table Group";
	if (f->end)
		return small ? "Small Figure" : "Table Figure";
	return small ? "Small" : "Table Text";
}

static bool
is_empty(const struct runs *r)
{
	for (size_t i = 0; i < r->len; i++)
		if (r->at[i].text.len > 0)
			return false;
	return true;
}

/* A cell has a paragraph, and pandoc leaves out one in which nothing stands. */
static void
put_cell(struct docx_out *o, const struct filling *f)
{
	struct str span = f->columns > 1 ? arena_printf(o->a, "<w:gridSpan w:val=\"%zu\"/>", f->columns) : STR_NONE;

	docx_raw(o, arena_printf(o->a, "<w:tc><w:tcPr><w:tcW w:type=\"pct\" w:w=\"%u\"/>" STR_FMT "</w:tcPr>",
	    width_of(f->p, f->from, f->columns, WHOLE), STR_ARG(span)));
	if (is_empty(f->words)) {
		docx_raw(o, STR("<w:p/>"));
	} else {
		docx_styled(o, style_of(f), STR_NONE);
		put_words(o, f);
		docx_styled_end(o);
	}
	docx_raw(o, STR("</w:tc>"));
}

static void
put_row(struct docx_out *o, const struct tree_part *p, const struct tree_row *row)
{
	static const struct runs none;
	size_t column = 0;

	docx_raw(o, STR("<w:tr><w:trPr><w:cantSplit/></w:trPr>"));
	for (size_t i = 0; i < row->len && column < p->columns; i++) {
		const struct tree_cell *c = &row->at[i];
		bool   heads = row->group && row->len == 1;
		size_t n = heads ? p->columns : c->columns > 1 ? c->columns : 1;
		bool   end = n == 1 && (c->kind == CELL_NUMBER || c->kind == CELL_SUM ||
		    p->column[column].align == ALIGN_END);

		n = n < p->columns - column ? n : p->columns - column;
		put_cell(o, &(struct filling){ p, &c->words, end, row->group, heads, column, n });
		column += n;
	}
	for (; column < p->columns; column++)
		put_cell(o, &(struct filling){ p, &none, false, false, false, column, 1 });
	docx_raw(o, STR("</w:tr>"));
}

static void
put_head(struct docx_out *o, const struct tree_part *p)
{
	docx_raw(o, STR("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
	for (size_t i = 0; i < p->columns; i++) {
		struct run  title = { .kind = RUN_TEXT, .text = p->column[i].title };
		struct runs words = { &title, 1, 1 };

		put_cell(o, &(struct filling){ p, &words, p->column[i].align == ALIGN_END, true, false, i, 1 });
	}
	docx_raw(o, STR("</w:tr>"));
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
	put_columns(o, p);
	put_head(o, p);
	for (size_t i = 0; i < p->rows; i++)
		put_row(o, p, &p->row[i]);
	docx_raw(o, STR("</w:tbl>"));
	put_source(o, p);
}
