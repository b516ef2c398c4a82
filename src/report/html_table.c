#include "report/html_words.h"

/* From so many columns on, a table is set small. */
enum { TIGHT = 6 };

#define SHORT 12                        /* bytes */
#define WHOLE 12                        /* rows of a table that is not broken over pages */

/* Letters that stand beside each other on a line of such a table, in print. */
enum { ROOM = 88, ROOM_TIGHT = 98, ROOM_WIDE = 150 };

/* ---- words that do not fit ---- */

static size_t
longest_word(struct str text)
{
	size_t most = 0;

	while (text.len > 0) {
		size_t n = str_cut(&text, ' ').len;

		most = n > most ? n : most;
	}
	return most;
}

static size_t
longest_of(const struct runs *r)
{
	size_t most = 0;

	for (size_t i = 0; i < r->len; i++) {
		size_t n = longest_word(r->at[i].text);

		most = n > most ? n : most;
	}
	return most;
}

static size_t
longest_in_column(const struct tree_part *p, size_t column)
{
	size_t most = longest_word(p->column[column].title);

	for (size_t r = 0; r < p->rows; r++) {
		size_t n = column < p->row[r].len && p->row[r].len > 1
		    ? longest_of(&p->row[r].at[column].words) : 0;

		most = n > most ? n : most;
	}
	return most;
}

/* A soft hyphen stays in the text, and some programs that take a page apart stumble over
 * it: so they are only put where the longest words of all columns do not fit beside each
 * other. NULL: they do. */
static const size_t *
widest_words(const struct html_out *o, const struct tree_part *p)
{
	size_t  room = tree_is_wide(p) ? ROOM_WIDE : p->columns >= TIGHT ? ROOM_TIGHT : ROOM, needed = 0;
	size_t *most = ARENA_ARRAY(o->a, size_t, p->columns + 1);

	if (o->w->hyphenate == NULL)
		return NULL;
	for (size_t i = 0; i < p->columns; i++) {
		needed += longest_in_column(p, i) + 1;
		most[i] = room / p->columns;
	}
	return needed > room ? most : NULL;
}

/* The same, for what stands in column `i`. */
static struct html_out
in_column(const struct html_out *o, size_t i)
{
	struct html_out in = *o;

	in.most = o->mosts != NULL ? o->mosts[i] : 0;
	return in;
}

/* ---- rows and cells ---- */

static bool
is_end(const struct tree_part *p, const struct tree_cell *c, size_t column)
{
	if (c->columns > 1)
		return false;
	return c->kind == CELL_NUMBER || c->kind == CELL_SUM ||
	    (column < p->columns && p->column[column].align == ALIGN_END);
}

/* A figure that is not broken over lines; "about 6 percentage points" is. */
static bool
is_short(const struct runs *r)
{
	return r->len == 1 && r->at[0].text.len <= SHORT;
}

static void
open_cell(const struct html_out *o, const struct tree_part *p, const struct tree_row *row,
          const struct tree_cell *c, size_t column)
{
	bool            whole = row->group && row->len == 1 && p->columns > 1;
	struct html_out in = in_column(o, whole || column >= p->columns ? 0 : column);

	if (whole || c->columns > 1)
		in.most = 0;

	if (whole)
		HTML(o->b, "<th scope=\"rowgroup\"");
	else if (c->head)
		HTML(o->b, "<th scope=\"row\"");
	else
		HTML(o->b, "<td");
	if (whole || c->columns > 1)
		html_attr_int(o->b, "colspan", whole ? (int64_t)p->columns : c->columns);
	if (is_end(p, c, column) && !whole)
		buf_put(o->b, is_short(&c->words) ? STR(" class=\"end keep\"") : STR(" class=\"end\""));
	else
		HTML(o->b, " dir=\"auto\"");
	HTML(o->b, ">");
	html_runs(&in, p->lang, &c->words);
	buf_put(o->b, whole || c->head ? STR("</th>") : STR("</td>"));
}

static void
put_row(const struct html_out *o, const struct tree_part *p, const struct tree_row *row)
{
	size_t column = 0;

	buf_put(o->b, row->group ? STR("<tr class=\"group\">") : STR("<tr>"));
	for (size_t i = 0; i < row->len; i++) {
		open_cell(o, p, row, &row->at[i], column);
		column += row->at[i].columns > 1 ? row->at[i].columns : 1;
	}
	for (; column < p->columns && !(row->group && row->len == 1); column++)
		HTML(o->b, "<td></td>");
	HTML(o->b, "</tr>\n");
}

/* A row that heads others heads a body of the table. */
static void
put_rows(const struct html_out *o, const struct tree_part *p)
{
	HTML(o->b, "<tbody>\n");
	for (size_t i = 0; i < p->rows; i++) {
		if (i > 0 && p->row[i].group && p->row[i].len == 1)
			HTML(o->b, "</tbody>\n<tbody>\n");
		put_row(o, p, &p->row[i]);
	}
	HTML(o->b, "</tbody>\n");
}

/* Shares of the line in steps of a twentieth, by classes: no style attribute. */
static void
put_widths(const struct html_out *o, const struct tree_part *p)
{
	unsigned all = 0;

	for (size_t i = 0; i < p->columns; i++)
		all += p->column[i].width;
	if (all == 0)
		return;
	HTML(o->b, "<colgroup>");
	for (size_t i = 0; i < p->columns; i++) {
		unsigned share = (p->column[i].width * 20U + all / 2) / all * 5;

		if (share == 0 || share > 90)
			HTML(o->b, "<col>");
		else
			buf_putf(o->b, "<col class=\"w%u\">", share);
	}
	HTML(o->b, "</colgroup>\n");
}

static void
put_head(const struct html_out *o, const struct tree_part *p)
{
	HTML(o->b, "<thead><tr>");
	for (size_t i = 0; i < p->columns; i++) {
		const struct tree_column *c = &p->column[i];
		bool                      empty = c->title.len == 0;
		struct html_out           in = in_column(o, i);

		buf_put(o->b, empty ? STR("<td") : STR("<th scope=\"col\""));
		if (c->align == ALIGN_END)
			HTML(o->b, " class=\"end\"");
		HTML(o->b, ">");
		html_words(&in, p->lang, c->title);
		buf_put(o->b, empty ? STR("</td>") : STR("</th>"));
	}
	HTML(o->b, "</tr></thead>\n");
}

static void
put_id(const struct html_out *o, struct str anchor, struct str part)
{
	html_text(o->b, anchor);
	buf_put(o->b, part);
	HTML(o->b, "\"");
}

void
html_table(const struct html_out *o, const struct tree_part *p)
{
	struct html_out narrow = *o;

	narrow.mosts = widest_words(o, p);
	HTML(o->b, "<div class=\"table");
	if (p->columns >= TIGHT)
		buf_put(o->b, tree_is_wide(p) ? STR(" wide") : STR(" tight"));
	if (p->rows <= WHOLE)
		HTML(o->b, " whole");
	HTML(o->b, "\" id=\"");
	put_id(o, p->anchor, STR_NONE);
	if (!o->w->paper) {
		HTML(o->b, " role=\"region\" tabindex=\"0\" aria-labelledby=\"");
		put_id(o, p->anchor, STR("-c"));
	}
	html_lang(o, p->lang);
	HTML(o->b, "><table>\n<caption dir=\"auto\" id=\"");
	put_id(o, p->anchor, STR("-c"));
	HTML(o->b, ">");
	html_caption(o, p, N_("Table {1}"));
	HTML(o->b, "</caption>\n");
	put_widths(&narrow, p);
	put_head(&narrow, p);
	put_rows(&narrow, p);
	HTML(o->b, "</table>");
	html_source(o, p);
	HTML(o->b, "</div>\n");
}
