#include "app/source_draft_text.h"
#include "app/edit.h"
#include "base/utf8.h"

#define ROOM      8                     /* fields that may be suggested */
#define LINES     6
#define LINE_MAX  300                   /* bytes */
#define TEXT_MAX  ((size_t)4 << 20)

/* ---- lines of cells ---- */

static void
put_cell(struct buf *b, struct str cell)
{
	for (size_t i = 0; i < cell.len; i++) {
		char c = cell.at[i];

		if (c == '\n' || c == '\t' || c == '\\')
			buf_char(b, '\\');
		buf_char(b, c == '\n' ? 'n' : c == '\t' ? 't' : c);
	}
}

static struct str
get_cell(struct arena *a, struct str *line)
{
	struct str cell = str_cut(line, '\t');
	char      *to = arena_bytes(a, cell.len + 1);
	size_t     n = 0;

	for (size_t i = 0; i < cell.len; i++) {
		char c = cell.at[i];

		if (c == '\\' && i + 1 < cell.len) {
			c = cell.at[++i];
			c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
		}
		to[n++] = c;
	}
	return (struct str){ to, n };
}

static void
put_line(struct buf *b, const struct str *cell, size_t cells)
{
	for (size_t i = 0; i < cells; i++) {
		if (i > 0)
			BUF_LIT(b, "\t");
		put_cell(b, cell[i]);
	}
	BUF_LIT(b, "\n");
}

#define PUT(b, ...) put_line((b), (const struct str[]){ __VA_ARGS__ }, \
	sizeof (const struct str[]){ __VA_ARGS__ } / sizeof (struct str))

static struct str
taken(struct arena *a, struct buf *b)
{
	struct str text = buf_ok(b) && b->len > 0 ? str_dup(a, buf_str(b)) : STR("");

	buf_free(b);
	return text;
}

/* ---- the form ---- */

static bool
is_field(struct str name)
{
	for (size_t c = 0; c < noun_info[NOUN_SOURCE].columns; c++)
		if (str_eq(name, column_field(NOUN_SOURCE, c)))
			return true;
	return str_eq(name, STR(EDIT_SINCE)) || str_eq(name, STR(EDIT_WHY));
}

struct str
source_draft_form(struct arena *a, const struct posted *form)
{
	struct buf b;

	buf_init(&b, TEXT_MAX);
	for (size_t i = 0; i < form->len; i++)
		if (is_field(form->at[i].name) && !form->at[i].broken)
			PUT(&b, form->at[i].name, form->at[i].value);
	return taken(a, &b);
}

void
source_draft_posted(struct arena *a, struct str text, struct posted *ret)
{
	size_t lines = 0;

	for (size_t i = 0; i < text.len; i++)
		lines += text.at[i] == '\n';
	*ret = (struct posted){ .at = ARENA_ARRAY(a, struct posted_field, lines + ROOM) };
	while (text.len > 0) {
		struct str line = str_cut(&text, '\n'), name = get_cell(a, &line);

		ret->at[ret->len++] = (struct posted_field){ .name = name, .value = get_cell(a, &line) };
	}
}

/* ---- the table ---- */

void
source_draft_sides(struct arena *a, const struct figures *table, struct source_draft *to)
{
	to->table = table->label;
	to->unit = table->unit;
	to->sides = table->dimensions;
	to->side = ARENA_ARRAY(a, struct source_side, table->dimensions + 1);
	for (size_t i = 0; i < table->dimensions; i++) {
		const struct figures_dimension *d = &table->dimension[i];
		size_t                          n = d->len < SOURCE_SIDE_CODES ? d->len : SOURCE_SIDE_CODES;

		to->side[i] = (struct source_side){
			.id = d->id, .label = d->label, .time = d->role == FIGURES_TIME, .optional = d->optional,
			.at = ARENA_ARRAY(a, struct source_word, n + 1), .len = n, .total = d->len,
		};
		for (size_t c = 0; c < n; c++)
			to->side[i].at[c] = (struct source_word){ d->code[c], d->text[c] };
	}
}

struct str
source_draft_text(struct arena *a, const struct source_draft *m)
{
	struct buf b;

	buf_init(&b, TEXT_MAX);
	PUT(&b, STR("table"), m->table, m->unit, m->tried ? STR("tried") : STR_NONE, m->lines);
	for (size_t i = 0; i < m->suggestions; i++)
		PUT(&b, STR("suggested"), m->suggested[i]);
	for (size_t i = 0; i < m->sides; i++) {
		const struct source_side *s = &m->side[i];

		PUT(&b, STR("side"), s->id, s->label, s->time ? STR("time") : STR_NONE,
		    s->optional ? STR("optional") : STR_NONE, arena_printf(a, "%zu", s->total));
		for (size_t c = 0; c < s->len; c++)
			PUT(&b, STR("code"), s->at[c].code, s->at[c].text);
	}
	return taken(a, &b);
}

static void
read_side(struct arena *a, struct str line, struct source_side *s)
{
	int64_t total = 0;

	*s = (struct source_side){ .id = get_cell(a, &line) };
	s->label = get_cell(a, &line);
	s->time = get_cell(a, &line).len > 0;
	s->optional = get_cell(a, &line).len > 0;
	if (str_int(get_cell(a, &line), &total) && total > 0)
		s->total = (size_t)total;
	s->at = ARENA_ARRAY(a, struct source_word, SOURCE_SIDE_CODES);
}

static void
read_line(struct arena *a, struct str line, struct source_draft *to)
{
	struct str          what = get_cell(a, &line);
	struct source_side *last = to->sides > 0 ? &to->side[to->sides - 1] : NULL;

	if (str_eq(what, STR("table"))) {
		to->table = get_cell(a, &line);
		to->unit = get_cell(a, &line);
		to->tried = get_cell(a, &line).len > 0;
		to->lines = get_cell(a, &line);
	} else if (str_eq(what, STR("suggested")) && to->suggestions < ROOM) {
		to->suggested[to->suggestions++] = get_cell(a, &line);
	} else if (str_eq(what, STR("side")) && to->sides < FIGURES_DIMENSIONS_MAX) {
		read_side(a, line, &to->side[to->sides++]);
	} else if (str_eq(what, STR("code")) && last != NULL && last->len < SOURCE_SIDE_CODES) {
		last->at[last->len].code = get_cell(a, &line);
		last->at[last->len++].text = get_cell(a, &line);
	}
}

void
source_draft_read(struct arena *a, struct str text, struct source_draft *to)
{
	to->sides = to->suggestions = 0;
	to->side = ARENA_ARRAY(a, struct source_side, FIGURES_DIMENSIONS_MAX);
	to->suggested = ARENA_ARRAY(a, struct str, ROOM);
	while (text.len > 0)
		read_line(a, str_cut(&text, '\n'), to);
}

/* ---- a file ---- */

struct str
source_draft_lines(struct arena *a, enum source_kind kind, struct str bytes)
{
	struct buf b;
	struct str rest = str_slice(bytes, 0, (size_t)LINES * LINE_MAX);

	if (kind != SOURCE_KIND_CSV && kind != SOURCE_KIND_SDMX)
		return STR_NONE;
	buf_init(&b, TEXT_MAX);
	for (int i = 0; i < LINES && rest.len > 0; i++) {
		struct str line = str_cut(&rest, '\n');

		for (size_t at = 0; at < line.len && at < LINE_MAX;) {
			size_t   from = at;
			uint32_t c = utf8_next(line, &at);

			if (c == 0xfffd)
				BUF_LIT(&b, "\xef\xbf\xbd");
			else if (c == '\t' || c >= 0xa0 || (c >= ' ' && c < 0x7f))
				buf_put(&b, str_slice(line, from, at));
		}
		BUF_LIT(&b, "\n");
	}
	return taken(a, &b);
}
