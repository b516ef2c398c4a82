#include "report/tree_text.h"
#include "base/fields.h"

#define MAGIC "pejl-tree 1"

/* ---- writing ---- */

static void
put_runs(struct buf *b, const struct runs *r)
{
	for (size_t i = 0; i < r->len; i++) {
		const struct run *run = &r->at[i];

		BUF_LIT(b, "r");
		fields_put_int(b, run->kind);
		fields_put_int(b, (int64_t)run->number);
		fields_put(b, run->lang);
		fields_put(b, run->to);
		fields_put(b, run->text);
		BUF_LIT(b, "\n");
	}
}

static void
put_cell(struct buf *b, const struct tree_cell *c)
{
	BUF_LIT(b, "c");
	fields_put_int(b, c->kind);
	fields_put_int(b, c->head);
	fields_put_int(b, c->columns);
	fields_put_int(b, c->first);
	fields_put_int(b, c->number.units);
	fields_put_int(b, c->number.scale);
	fields_put_int(b, c->day);
	BUF_LIT(b, "\n");
	put_runs(b, &c->words);
}

static void
put_table(struct buf *b, const struct tree_part *p)
{
	for (size_t i = 0; i < p->columns; i++) {
		BUF_LIT(b, "k");
		fields_put_int(b, p->column[i].align);
		fields_put_int(b, p->column[i].width);
		fields_put(b, p->column[i].title);
		BUF_LIT(b, "\n");
	}
	for (size_t i = 0; i < p->rows; i++) {
		BUF_LIT(b, "w");
		fields_put_int(b, p->row[i].group);
		BUF_LIT(b, "\n");
		for (size_t c = 0; c < p->row[i].len; c++)
			put_cell(b, &p->row[i].at[c]);
	}
}

static void
put_part(struct buf *b, const struct tree_part *p)
{
	BUF_LIT(b, "p");
	fields_put_int(b, p->kind);
	fields_put_int(b, p->level);
	fields_put_int(b, p->unnumbered);
	fields_put_int(b, p->ordered);
	fields_put_int(b, p->staff);
	fields_put(b, p->anchor);
	fields_put(b, p->number);
	fields_put(b, p->lang);
	fields_put(b, p->alternative);
	BUF_LIT(b, "\n");
	put_runs(b, &p->words);
	for (size_t i = 0; i < p->items; i++) {
		BUF_LIT(b, "i\n");
		put_runs(b, &p->item[i]);
	}
	put_table(b, p);
	if (p->svg.len > 0) {
		BUF_LIT(b, "v");
		fields_put(b, p->svg);
		BUF_LIT(b, "\n");
	}
	if (p->source.len > 0) {
		BUF_LIT(b, "s\n");
		put_runs(b, &p->source);
	}
}

void
tree_write(struct buf *b, const struct tree *t)
{
	BUF_LIT(b, MAGIC "\nt");
	fields_put(b, t->kind);
	fields_put(b, t->lang);
	fields_put_int(b, t->as_of);
	fields_put_int(b, t->made);
	fields_put(b, t->authority);
	fields_put(b, t->title);
	fields_put(b, t->subtitle);
	BUF_LIT(b, "\n");
	for (size_t i = 0; i < t->len; i++)
		put_part(b, &t->at[i]);
}

/* ---- reading ---- */

struct reading {
	struct arena     *a;
	struct tree       t;
	struct tree_part *part;         /* under way; moves when another is added */
	struct runs      *to;           /* where runs go; NULL: nowhere */
	struct tree_column *column;     /* of `part` */
	size_t            columns_cap;
	struct fields     f;
};

static void
read_head(struct reading *k)
{
	k->t.kind = fields_text(&k->f, 0);
	k->t.lang = fields_text(&k->f, 1);
	k->t.as_of = (int32_t)fields_int(&k->f, 2, INT32_MIN, INT32_MAX);
	k->t.made = (int32_t)fields_int(&k->f, 3, INT32_MIN, INT32_MAX);
	k->t.authority = fields_text(&k->f, 4);
	k->t.title = fields_text(&k->f, 5);
	k->t.subtitle = fields_text(&k->f, 6);
}

static void
read_part(struct reading *k)
{
	ARENA_GROW(k->a, k->t.at, k->t.len, &k->t.cap);
	k->part = &k->t.at[k->t.len++];
	*k->part = (struct tree_part){
		.kind = (enum tree_kind)fields_int(&k->f, 0, TREE_HEADING, TREE_PAGE),
		.level = (uint8_t)fields_int(&k->f, 1, 0, 4), .unnumbered = fields_int(&k->f, 2, 0, 1) == 1,
		.ordered = fields_int(&k->f, 3, 0, 1) == 1, .staff = fields_int(&k->f, 4, 0, 1) == 1,
		.anchor = fields_text(&k->f, 5), .number = fields_text(&k->f, 6), .lang = fields_text(&k->f, 7),
		.alternative = fields_text(&k->f, 8),
	};
	k->f.bad = k->f.bad || (k->part->kind == TREE_HEADING && k->part->level < 1);
	k->column = NULL;
	k->columns_cap = 0;
	k->to = &k->part->words;
}

static void
read_run(struct reading *k)
{
	struct run *r = runs_add(k->a, k->to, (enum run_kind)fields_int(&k->f, 0, RUN_TEXT, RUN_BREAK),
	    fields_text(&k->f, 4));

	r->number = (size_t)fields_int(&k->f, 1, 0, INT32_MAX);
	r->lang = fields_text(&k->f, 2);
	r->to = fields_text(&k->f, 3);
}

static void
read_column(struct reading *k)
{
	struct tree_part *p = k->part;

	ARENA_GROW(k->a, k->column, p->columns, &k->columns_cap);
	k->column[p->columns++] = (struct tree_column){
		fields_text(&k->f, 2), (enum tree_align)fields_int(&k->f, 0, ALIGN_START, ALIGN_END),
		(uint8_t)fields_int(&k->f, 1, 0, UINT8_MAX),
	};
	p->column = k->column;
}

static void
read_cell(struct reading *k)
{
	struct tree_part *p = k->part;
	struct tree_cell *c;

	if (p->rows == 0 || p->row[p->rows - 1].len >= p->columns) {
		k->f.bad = true;
		return;
	}
	c = tree_cell(&k->t, &p->row[p->rows - 1]);
	*c = (struct tree_cell){
		.kind = (enum cell_kind)fields_int(&k->f, 0, CELL_WORDS, CELL_SUM),
		.head = fields_int(&k->f, 1, 0, 1) == 1, .columns = (uint8_t)fields_int(&k->f, 2, 0, UINT8_MAX),
		.first = (uint32_t)fields_int(&k->f, 3, 0, INT32_MAX),
		.number = NUMBER(fields_int(&k->f, 4, INT64_MIN, INT64_MAX),
		    (uint8_t)fields_int(&k->f, 5, 0, NUMBER_SCALE_MAX)),
		.day = (int32_t)fields_int(&k->f, 6, INT32_MIN, INT32_MAX),
	};
	k->to = &c->words;
}

/* What stands within a part. */
static void
read_inner(struct reading *k, char letter)
{
	switch (letter) {
	case 'r':
		if (k->to != NULL)
			read_run(k);
		return;
	case 'i':
		k->to = tree_item(&k->t, k->part);
		return;
	case 'k':
		read_column(k);
		return;
	case 'w':
		tree_row(&k->t, k->part)->group = fields_int(&k->f, 0, 0, 1) == 1;
		k->to = NULL;
		return;
	case 'c':
		read_cell(k);
		return;
	case 'v':
		k->part->svg = fields_text(&k->f, 0);
		return;
	case 's':
		k->to = &k->part->source;
		return;
	default:
		k->f.bad = true;
	}
}

static void
read_line(struct reading *k)
{
	if (k->f.letter == 't')
		read_head(k);
	else if (k->f.letter == 'p')
		read_part(k);
	else if (k->part != NULL)
		read_inner(k, k->f.letter);
	else
		k->f.bad = true;
}

static void
gather(struct tree *t, struct runs *r)
{
	for (size_t i = 0; i < r->len; i++)
		if (r->at[i].kind == RUN_NOTE)
			tree_note(t, &r->at[i]);
}

/* As tree_number() does, in the same order. */
static void
gather_notes(struct tree *t)
{
	for (size_t i = 0; i < t->len; i++) {
		struct tree_part *p = &t->at[i];

		gather(t, &p->words);
		for (size_t n = 0; n < p->items; n++)
			gather(t, &p->item[n]);
		for (size_t n = 0; n < p->rows; n++)
			for (size_t c = 0; c < p->row[n].len; c++)
				gather(t, &p->row[n].at[c].words);
		gather(t, &p->source);
	}
}

bool
tree_read(struct arena *a, struct str text, struct tree *ret)
{
	struct reading k = { .a = a, .t = { .a = a }, .f = { .a = a } };

	if (!str_eq(str_cut(&text, '\n'), STR(MAGIC)))
		return false;
	while (text.len > 0 && !k.f.bad) {
		fields_next(&k.f, &text);
		read_line(&k);
	}
	if (k.f.bad || k.t.kind.len == 0)
		return false;
	gather_notes(&k.t);
	*ret = k.t;
	return true;
}
