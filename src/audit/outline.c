#include "audit/outline.h"
#include "core/scan.h"
#include "recognise/folded.h"

#define TITLE_LETTERS_MAX 160
#define ENTRIES_MIN       3             /* of a list of contents, found again further down */
#define ENTRIES_MAX       300
#define SECTIONS_MAX      2000          /* titles after it that are looked at */
#define RUNS_MAX          16            /* runs of short lines that are tried */

/* ---- numbers and years ---- */

bool
section_number_read(struct str s, struct section_number *ret)
{
	struct section_number n = { .len = 0 };
	size_t                at = 0, from;

	if (s.len == 0)
		return false;
	while (n.len < SECTION_DEPTH_MAX && scan_is_digit(s, at)) {
		from = at;
		at = scan_digits(s, at);
		if (at - from > 2 || (s.at[from] == '0' && at - from > 1))
			return false;
		n.part[n.len] = (unsigned)(s.at[from] - '0');
		if (at - from == 2)
			n.part[n.len] = n.part[n.len] * 10 + (unsigned)(s.at[from + 1] - '0');
		n.len++;
		if (at < s.len && (s.at[at] == '.' || (s.at[at] == ')' && at + 1 == s.len)))
			at++;
		else
			break;
	}
	if (n.len == 0 || at != s.len)
		return false;
	*ret = n;
	return true;
}

struct str
section_number_text(struct arena *a, const struct section_number *n)
{
	struct str s = STR_NONE;

	for (size_t i = 0; i < n->len; i++)
		s = i == 0 ? arena_printf(a, "%u", n->part[i]) : arena_printf(a, STR_FMT ".%u", STR_ARG(s), n->part[i]);
	return s;
}

bool
section_number_eq(const struct section_number *a, const struct section_number *b)
{
	bool same = a->len == b->len;

	for (size_t i = 0; i < a->len && same; i++)
		same = a->part[i] == b->part[i];
	return same;
}

static void
add_year(struct years *y, int year)
{
	size_t i = 0;

	while (i < y->len && y->at[i] < year)
		i++;
	if (y->len == YEARS_NAMED_MAX || (i < y->len && y->at[i] == year))
		return;
	for (size_t k = y->len++; k > i; k--)
		y->at[k] = y->at[k - 1];
	y->at[i] = year;
}

struct years
years_named(struct str text)
{
	struct years y = { .len = 0 };

	for (size_t at = 0; at < text.len; at++) {
		size_t end;
		int    year = 0;

		if (!scan_is_digit(text, at))
			continue;
		end = scan_digits(text, at);
		for (size_t i = at; i < end && end - at == 4; i++)
			year = year * 10 + (text.at[i] - '0');
		if (year >= 1950 && year < 2100)
			add_year(&y, year);
		at = end;
	}
	return y;
}

bool
years_eq(const struct years *a, const struct years *b)
{
	bool same = a->len == b->len;

	for (size_t i = 0; i < a->len && same; i++)
		same = a->at[i] == b->at[i];
	return same;
}

struct str
years_text(struct arena *a, const struct years *y, const char *joined)
{
	struct str s = STR_NONE;

	for (size_t i = 0; i < y->len; i++)
		s = i == 0 ? arena_printf(a, "%d", y->at[i])
		           : arena_printf(a, STR_FMT "%s%d", STR_ARG(s), i + 1 == y->len ? joined : ", ", y->at[i]);
	return s;
}

/* ---- titles ---- */

struct reader {
	struct arena          *arena;
	const struct document *doc;
	struct outline         o;
	size_t                 cap;
};

/* "Baggrund ........ 3": without the dots and the page. */
static struct str
without_page(struct str s)
{
	size_t to = s.len, dots;

	while (to > 0 && s.at[to - 1] >= '0' && s.at[to - 1] <= '9')
		to--;
	dots = to;
	while (dots > 0 && (s.at[dots - 1] == '.' || s.at[dots - 1] == ' '))
		dots--;
	return to - dots >= 4 ? str_slice(s, 0, dots) : s;
}

static void
add_title(struct reader *r, size_t block, struct str mark, struct str text, uint32_t line,
    uint32_t column)
{
	struct title *t;
	struct str    number = STR_NONE;
	size_t        n = numbering_length(text);

	if (section_number_read(mark, &(struct section_number){ .len = 0 })) {
		number = mark;
	} else if (n > 0) {
		number = str_trim(str_slice(text, 0, n));
		text = str_trim(str_slice(text, n, text.len));
	}
	if (text.len == 0 || utf8_length(text) > TITLE_LETTERS_MAX)
		return;
	ARENA_GROW(r->arena, r->o.at, r->o.len, &r->cap);
	t = &r->o.at[r->o.len++];
	*t = (struct title){ .text = without_page(text), .line = line, .column = column, .block = block,
	                     .section = SIZE_MAX };
	if (!section_number_read(number, &t->number))
		t->number.len = 0;
	t->heading = r->doc->at[block].kind == BLOCK_HEADING;
}

static bool
ends_as_text(struct str s)
{
	return str_ends(s, STR(":")) || str_ends(s, STR(";")) || str_ends(s, STR(",")) ||
	    (str_ends(s, STR(".")) && without_page(s).len == s.len);
}

/* A row of a list of contents: a title, perhaps its number before and its page after. */
static void
add_row(struct reader *r, size_t block, const struct row *row)
{
	const struct cell *title = NULL, *number = NULL;

	for (size_t i = 0; i < row->len; i++) {
		struct section_number n;
		struct str            text = str_trim(cell_text(r->arena, &row->at[i]));

		if (text.len == 0)
			continue;
		if (title == NULL && section_number_read(text, &n))
			number = &row->at[i];
		else if (title == NULL)
			title = &row->at[i];
		else if (!section_number_read(text, &n))
			return;
	}
	if (title != NULL)
		add_title(r, block, number == NULL ? STR_NONE : str_trim(cell_text(r->arena, number)),
		    str_trim(cell_text(r->arena, title)), row->line, number == NULL ? title->column : number->column);
}

static bool
is_contents_heading(struct reader *r, size_t block)
{
	const struct block *b = &r->doc->at[block];

	return b->kind != BLOCK_TABLE && b->piece.text.len < 40 &&
	    folded_starts(utf8_fold(r->arena, b->piece.text), "indhold*");
}

static void
add_block(struct reader *r, size_t block)
{
	const struct block *b = &r->doc->at[block];

	switch (b->kind) {
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
		if (b->kind == BLOCK_HEADING || !ends_as_text(b->piece.text))
			add_title(r, block, b->mark, b->piece.text, b->line, b->column);
		break;
	case BLOCK_TABLE:
		for (size_t i = 0; block > 0 && is_contents_heading(r, block - 1) && i < b->table.len; i++)
			add_row(r, block, &b->table.at[i]);
		break;
	case BLOCK_FOOTNOTE:
		break;
	}
}

/* ---- the list of contents ---- */

const struct measure *
title_words(struct arena *a, struct title *t)
{
	struct measure *m;

	if (t->words == NULL) {
		m = ARENA_NEW(a, struct measure);
		*m = measure_of_title(a, t->text);
		t->words = m;
	}
	return t->words;
}

static bool
same_words(struct arena *arena, struct title *a, struct title *b)
{
	const struct measure *x = title_words(arena, a), *y = title_words(arena, b);
	struct likeness       l;

	if (x->mask != y->mask || x->len != y->len)
		return false;
	l = measure_compare(x, y);
	return l.shared > 0 && l.in_a == 0 && l.in_b == 0;
}

static size_t
run_end(const struct outline *o, size_t from)
{
	size_t to = from + 1;

	while (to < o->len && to - from < ENTRIES_MAX && o->at[to].block <= o->at[to - 1].block + 1)
		to++;
	return to;
}

/* Where the sections begin: the first title that an entry announced. */
static size_t
sections_begin(struct reader *r, size_t from, size_t to)
{
	struct outline *o = &r->o;

	for (size_t i = from + 1; i < to; i++)
		for (size_t k = from; k < i && o->at[i].heading; k++) {
			const struct section_number *n = &o->at[i].number;

			if (same_words(r->arena, &o->at[k], &o->at[i]) ||
			    (n->len > 0 && section_number_eq(n, &o->at[k].number)))
				return i;
		}
	return to;
}

static unsigned
likeness_points(struct arena *arena, struct title *entry, struct title *section)
{
	const struct measure *x, *y;
	struct years          a, b;
	struct likeness       l;

	if (entry->number.len > 0 && section->number.len > 0)
		return section_number_eq(&entry->number, &section->number) ? 1000 : 0;
	x = title_words(arena, entry);
	y = title_words(arena, section);
	if (entry->number.len > 1 || (x->mask & y->mask) == 0)
		return 0;
	l = measure_compare(x, y);
	if (!likeness_is_near(&l))
		return 0;
	a = years_named(entry->text);
	b = years_named(section->text);
	return (unsigned)(l.shared * 100 / (l.shared + l.in_a + l.in_b)) + years_eq(&a, &b);
}

static size_t
section_of(struct reader *r, size_t entry, size_t from)
{
	struct outline *o = &r->o;
	size_t   best = SIZE_MAX, to = from + SECTIONS_MAX < o->len ? from + SECTIONS_MAX : o->len;
	unsigned most = 0;

	for (size_t i = from; i < to; i++) {
		unsigned points = o->at[i].heading ? likeness_points(r->arena, &o->at[entry], &o->at[i]) : 0;

		if (points > most) {
			most = points;
			best = i;
		}
	}
	return best;
}

static bool
try_run(struct reader *r, size_t from, size_t to)
{
	struct outline *o = &r->o;
	size_t          begin = sections_begin(r, from, to), found = 0;

	if (begin - from < ENTRIES_MIN)
		return false;
	for (size_t i = from; i < begin; i++) {
		o->at[i].section = section_of(r, i, begin);
		found += o->at[i].section != SIZE_MAX;
	}
	for (size_t i = from; i < begin; i++) {
		o->at[i].contents = found >= ENTRIES_MIN && 2 * found >= begin - from;
		if (!o->at[i].contents)
			o->at[i].section = SIZE_MAX;
	}
	return found >= ENTRIES_MIN && 2 * found >= begin - from;
}

struct outline
outline_read(struct arena *a, const struct document *doc)
{
	struct reader r = { .arena = a, .doc = doc };
	size_t        to, tried = 0;

	for (size_t i = 0; i < doc->len; i++)
		add_block(&r, i);
	for (size_t from = 0; from < r.o.len && !r.o.contents && tried < RUNS_MAX; from = to) {
		to = run_end(&r.o, from);
		if (to - from < ENTRIES_MIN)
			continue;
		tried++;
		r.o.contents = try_run(&r, from, to);
	}
	return r.o;
}
