#include "report/pdf_contents.h"
#include <string.h>

#define PAGES_MAX 5000
#define DEPTH_MAX 8
#define BASELINE  5                     /* points above the lower end of an entry */
#define DIGIT     5282                  /* thousandths of a point: 0.556 of Helvetica's 9.5 */

struct contents {
	struct arena a;
	struct str   pdf, dests;
	size_t       objects;           /* of the file; ours are numbered from here on */
	size_t       table, xref;       /* where its table begins; and the entries, 20 bytes each */
	size_t       page[PAGES_MAX];   /* objects, in order */
	size_t       pages;
	struct buf  *b;
	size_t       at[PAGES_MAX * 3]; /* what was appended: object and offset */
	size_t       offset[PAGES_MAX * 3];
	size_t       len;
	bool         broken;
};

/* ---- reading ---- */

/* The number at the start of `s`, which is cut off. */
static size_t
number_of(struct str *s)
{
	size_t n = 0, at = 0;

	while (at < s->len && (s->at[at] == ' ' || s->at[at] == '\n' || s->at[at] == '['))
		at++;
	for (; at < s->len && s->at[at] >= '0' && s->at[at] <= '9' && n < SIZE_MAX / 16; at++)
		n = n * 10 + (size_t)(s->at[at] - '0');
	*s = str_slice(*s, at, s->len);
	return n;
}

/* What stands behind `key` in `object`; NONE: nothing. */
static struct str
behind(struct str object, struct str key)
{
	size_t at = str_find(object, key, 0);

	return at == SIZE_MAX ? STR_NONE : str_slice(object, at + key.len, object.len);
}

/* "<< ... >>" of object `n`. */
static struct str
object_of(const struct contents *c, size_t n)
{
	struct str entry = str_slice(c->pdf, c->xref + n * 20, c->xref + n * 20 + 20), rest;
	size_t     from = number_of(&entry), end;

	if (n >= c->objects || from >= c->pdf.len)
		return STR_NONE;
	rest = str_slice(c->pdf, from, c->pdf.len);
	if (number_of(&rest) != n)
		return STR_NONE;
	rest = behind(rest, STR(" 0 obj\n"));
	end = str_find(rest, STR("endobj"), 0);
	return end == SIZE_MAX ? STR_NONE : str_slice(rest, 0, end);
}

static size_t
reference(struct str object, struct str key)
{
	struct str value = behind(object, key);

	return number_of(&value);
}

/* The pages under `node`. */
static void
add_pages(struct contents *c, size_t node, unsigned depth)
{
	struct str object = object_of(c, node), kids = behind(object, STR("/Kids ["));

	if (kids.len == 0) {
		if (str_find(object, STR("/Type /Page\n"), 0) == SIZE_MAX || c->pages == PAGES_MAX)
			c->broken = true;
		else
			c->page[c->pages++] = node;
		return;
	}
	while (depth < DEPTH_MAX && !c->broken && kids.len > 0 && kids.at[0] != ']') {
		add_pages(c, number_of(&kids), depth + 1);
		if (!str_starts(kids, STR(" 0 R")))
			c->broken = true;
		kids = str_slice(kids, 4, kids.len);
	}
}

static bool
open_contents(struct contents *c, struct str pdf)
{
	struct str trailer, root;
	size_t     at = SIZE_MAX;

	for (size_t i = pdf.len > 200 ? pdf.len - 200 : 0; i < pdf.len && at == SIZE_MAX; i++)
		if (str_starts(str_slice(pdf, i, pdf.len), STR("trailer\n")))
			at = i;
	if (at == SIZE_MAX)
		return false;
	trailer = str_slice(pdf, at, pdf.len);
	c->pdf = pdf;
	c->objects = reference(trailer, STR("/Size "));
	c->xref = reference(trailer, STR("startxref\n"));
	if (str_find(trailer, STR("/Prev"), 0) != SIZE_MAX || c->xref >= pdf.len ||
	    !str_starts(str_slice(pdf, c->xref, pdf.len), STR("xref\n0 ")))
		return false;
	c->table = c->xref;
	c->xref += STR("xref\n").len;
	while (c->xref < pdf.len && pdf.at[c->xref] != '\n')
		c->xref++;
	c->xref++;
	if (c->xref + c->objects * 20 > pdf.len)
		return false;
	root = object_of(c, reference(trailer, STR("/Root ")));
	c->dests = object_of(c, reference(root, STR("/Dests ")));
	add_pages(c, reference(root, STR("/Pages ")), 0);
	return !c->broken && c->dests.len > 0;
}

/* The page that a name stands on, from 1; 0: none. */
static size_t
page_of(struct contents *c, struct str name)
{
	struct str value = behind(c->dests, arena_printf(&c->a, "/" STR_FMT " [", STR_ARG(name)));
	size_t     object = number_of(&value);

	for (size_t i = 0; i < c->pages; i++)
		if (c->page[i] == object)
			return i + 1;
	return 0;
}

/* ---- what is appended ---- */

static void
begin_object(struct contents *c, size_t n)
{
	if (c->len == COUNT_OF(c->at)) {
		c->broken = true;
		return;
	}
	c->at[c->len] = n;
	c->offset[c->len++] = c->b->len;
	buf_putf(c->b, "%zu 0 obj\n", n);
}

static void
put_stream(struct contents *c, size_t n, struct str text)
{
	begin_object(c, n);
	buf_putf(c->b, "<</Length %zu>>\nstream\n", text.len);
	buf_put(c->b, text);
	BUF_LIT(c->b, "\nendstream\nendobj\n");
}

/* The page once more: with our letters, and what is drawn behind its own. */
static void
put_page(struct contents *c, size_t object, size_t font, size_t before, size_t behind_it)
{
	struct str page = object_of(c, object);
	size_t     fonts = str_find(page, STR("/Font <<"), 0);
	size_t     own = reference(page, STR("/Contents ")), from = str_find(page, STR("/Contents "), 0);
	struct str rest = str_slice(page, from, page.len);

	rest = behind(rest, STR(" 0 R"));
	if (fonts == SIZE_MAX || from == SIZE_MAX || fonts > from) {
		c->broken = true;
		return;
	}
	fonts += STR("/Font <<").len;
	begin_object(c, object);
	buf_put(c->b, str_slice(page, 0, fonts));
	buf_putf(c->b, "/PejlDigits %zu 0 R\n", font);
	buf_put(c->b, str_slice(page, fonts, from));
	buf_putf(c->b, "/Contents [%zu 0 R %zu 0 R %zu 0 R]", before, own, behind_it);
	buf_put(c->b, rest);
	BUF_LIT(c->b, "endobj\n");
}

/* Where the contents end: links that end where their first one does. */
struct entries {
	size_t right;                   /* of the first; 0: none seen */
	bool   over;
};

static void
put_number(struct buf *text, struct str rect, size_t page, size_t right)
{
	struct str y = rect;
	size_t     digits = page > 999 ? 4 : page > 99 ? 3 : page > 9 ? 2 : 1, x, low;

	(void)str_cut(&y, ' ');
	low = number_of(&y) + BASELINE;
	x = right * 1000 - digits * DIGIT;
	buf_putf(text, "BT /PejlDigits 9.5 Tf 0.09 0.125 0.17 rg 1 0 0 1 %zu.%03zu %zu Tm (%zu) Tj ET\n",
	    x / 1000, x % 1000, low, page);
}

/* The numbers of one page's entries. */
static void
put_entries(struct contents *c, struct str page, struct entries *e, struct buf *text)
{
	struct str annots = behind(page, STR("/Annots ["));

	while (!e->over && annots.len > 0 && annots.at[0] != ']') {
		struct str link = object_of(c, number_of(&annots)), rect = behind(link, STR("/Rect [")), name;
		struct str end = rect;
		size_t     number, right;

		annots = behind(annots, STR(" 0 R"));
		for (int i = 0; i < 2; i++)
			(void)str_cut(&end, ' ');
		right = number_of(&end);
		name = behind(link, STR("/Dest /"));
		name = str_cut(&name, '\n');
		number = page_of(c, name);
		if (e->right == 0)
			e->right = right;
		e->over = right != e->right || number == 0;
		if (!e->over)
			put_number(text, rect, number, right);
	}
}

static void
put_table(struct contents *c)
{
	size_t     start = c->b->len, size = c->objects;
	struct str trailer = behind(str_slice(c->pdf, c->xref + c->objects * 20, c->pdf.len), STR("/Root "));

	BUF_LIT(c->b, "xref\n");
	for (size_t i = 0; i < c->len; i++) {
		size = c->at[i] >= size ? c->at[i] + 1 : size;
		buf_putf(c->b, "%zu 1\n%010zu 00000 n \n", c->at[i], c->offset[i]);
	}
	trailer = str_slice(trailer, 0, str_find(trailer, STR(">>"), 0));
	buf_putf(c->b, "trailer\n<</Size %zu\n/Root " STR_FMT "\n/Prev %zu>>\nstartxref\n%zu\n%%%%EOF\n", size,
	    STR_ARG(trailer), c->table, start);
}

static void
put_update(struct contents *c)
{
	struct entries e = { 0, false };
	size_t         next = c->objects, font = next++, before = next++, none;
	struct buf     text;

	if (c->b->len > 0 && c->b->at[c->b->len - 1] != '\n')
		BUF_LIT(c->b, "\n");
	begin_object(c, font);
	BUF_LIT(c->b, "<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica\n/Encoding /WinAnsiEncoding>>\nendobj\n");
	put_stream(c, before, STR("q"));
	for (size_t i = 0; i < c->pages && !e.over; i++) {
		buf_init(&text, (size_t)1 << 20);
		BUF_LIT(&text, "Q\n/Artifact <</Type /Pagination>> BDC\n");
		none = text.len;
		put_entries(c, object_of(c, c->page[i]), &e, &text);
		BUF_LIT(&text, "EMC");
		if (text.len > none + STR("EMC").len) {
			put_page(c, c->page[i], font, before, next);
			put_stream(c, next++, buf_str(&text));
		}
		buf_free(&text);
	}
	put_table(c);
}

void
pdf_number_contents(struct buf *b, struct str pdf)
{
	struct arena     a = { 0 };
	struct contents *c = ARENA_NEW(&a, struct contents);
	size_t           before = b->len;

	c->b = b;
	if (open_contents(c, pdf))
		put_update(c);
	if (c->broken || !buf_ok(b))
		b->len = before;
	arena_free(&c->a);
	arena_free(&a);
}
