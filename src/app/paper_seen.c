#include "app/paper_seen.h"
#include "base/fields.h"
#include "base/utf8.h"

#define MAGIC "pejl-paper 1"

/* ---- writing ---- */

static void
put_place(struct buf *b, uint32_t line, uint32_t column)
{
	fields_put_int(b, line);
	fields_put_int(b, column);
}

static void
put_proposal(struct buf *b, const struct proposal *p)
{
	BUF_LIT(b, "p");
	fields_put(b, proposal_kind_code(p->kind));
	put_place(b, p->line, p->column);
	fields_put(b, p->title);
	BUF_LIT(b, "\n");
	for (size_t i = 0; i < p->len; i++) {
		const struct field *f = &p->at[i];

		BUF_LIT(b, "f");
		fields_put(b, field_code(f->kind));
		put_place(b, f->line, f->column);
		fields_put(b, f->text);
		fields_put_int(b, f->year);
		BUF_LIT(b, "\n");
	}
}

void
paper_seen_write(struct buf *b, const struct paper_seen *p)
{
	BUF_LIT(b, MAGIC "\nd");
	fields_put(b, format_code(p->format));
	fields_put(b, p->seen.title);
	if (p->seen.date.dated) {
		BUF_LIT(b, "\t");
		day_write_iso(b, p->seen.date.to - 1);
	}
	BUF_LIT(b, "\n");
	for (size_t i = 0; i < p->seen.len; i++)
		put_proposal(b, &p->seen.at[i]);
	BUF_LIT(b, "t\n");
	buf_put(b, p->text);
}

/* ---- reading ---- */

struct hearing {
	struct arena     *a;
	struct fields     f;
	struct paper_seen got;
	uint32_t          lines;        /* the furthest that was named */
	size_t            fields;       /* in all */
	size_t            cap, field_cap;
};

static void
hear_head(struct hearing *h)
{
	int32_t day;

	h->f.bad = h->f.bad || !format_from_code(fields_text(&h->f, 0), &h->got.format);
	h->got.seen.title = fields_text(&h->f, 1);
	if (h->f.len <= 2)
		return;
	if (day_from_iso(h->f.at[2], &day))
		h->got.seen.date = period_make(day, day + 1, PRECISION_DAY);
	else
		h->f.bad = true;
}

/* Line 0 is of what a table's shape says. */
static void
hear_place(struct hearing *h, uint32_t *line, uint32_t *column)
{
	*line = (uint32_t)fields_int(&h->f, 1, 0, DOCUMENT_BYTES_MAX);
	*column = (uint32_t)fields_int(&h->f, 2, 0, DOCUMENT_BYTES_MAX);
	if (*line > h->lines)
		h->lines = *line;
}

static void
hear_proposal(struct hearing *h)
{
	struct recognition *r = &h->got.seen;
	struct proposal    *p;

	ARENA_GROW(h->a, r->at, r->len, &h->cap);
	p = &r->at[r->len++];
	*p = (struct proposal){ .title = fields_text(&h->f, 3) };
	h->field_cap = 0;
	hear_place(h, &p->line, &p->column);
	if (!proposal_kind_from_code(fields_text(&h->f, 0), &p->kind) || r->len > DOCUMENT_BLOCKS_MAX)
		h->f.bad = true;
}

static void
hear_field(struct hearing *h)
{
	struct proposal *p = &h->got.seen.at[h->got.seen.len - 1];
	struct field    *f;

	ARENA_GROW(h->a, p->at, p->len, &h->field_cap);
	f = &p->at[p->len++];
	*f = (struct field){ .text = fields_text(&h->f, 3), .year = (int)fields_int(&h->f, 4, 0, YEAR_MAX) };
	hear_place(h, &f->line, &f->column);
	if (!field_from_code(fields_text(&h->f, 0), &f->kind) || ++h->fields > DOCUMENT_PARTS_MAX)
		h->f.bad = true;
}

static void
hear_line(struct hearing *h)
{
	if (h->f.letter == 'p')
		hear_proposal(h);
	else if (h->f.letter == 'f' && h->got.seen.len > 0)
		hear_field(h);
	else
		h->f.bad = true;
}

static uint32_t
lines_of(struct str text)
{
	uint32_t n = 0;

	while (text.len > 0) {
		(void)str_cut(&text, '\n');
		n++;
	}
	return n;
}

bool
paper_seen_read(struct arena *a, struct str said, struct paper_seen *ret)
{
	struct hearing h = { .a = a, .f = { .a = a } };

	if (said.len > PAPER_SEEN_MAX || utf8_check(said) != SIZE_MAX ||
	    !str_eq(str_cut(&said, '\n'), STR(MAGIC)))
		return false;
	fields_next(&h.f, &said);
	if (h.f.letter != 'd')
		return false;
	hear_head(&h);
	for (fields_next(&h.f, &said); h.f.letter != 't' && !h.f.bad; fields_next(&h.f, &said))
		hear_line(&h);
	h.got.text = said;
	if (h.f.bad || said.len == 0 || said.len > DOCUMENT_BYTES_MAX || h.lines > lines_of(said))
		return false;
	*ret = h.got;
	return true;
}
