/* numbering: gaps and doubles in what is numbered, and a list of contents that
 * words a title otherwise than its section does.
 *
 * Each system stands alone: the sections, the list of contents, every list,
 * every table's column of numbers. A list may restart or go on at a heading. */
#include "audit/audit.h"
#include "audit/contents.h"
#include "core/scan.h"
#include "recognise/folded.h"
#include "recognise/labels.h"

#define RUNS_OPEN_MAX 8                 /* lists in lists */
#define ROWS_MIN      3                 /* numbered rows that make a column of numbers */

struct place {
	uint32_t line, column;
	size_t   block;
};

/* A number, and where it stands. */
struct numbered {
	struct section_number n;
	struct str            text;     /* of what is numbered */
	struct place          place;
};

/* Numbers with a parent ("2.4"), in document order. */
struct sections {
	struct numbered last[SECTION_DEPTH_MAX + 1];    /* by depth; n.len 0: none */
	struct numbered first;
	size_t          steps, wrong;
};

/* ---- findings ---- */

static struct str
missing_numbers(struct arena *a, struct section_number n, unsigned from, unsigned to)
{
	struct str first, last;

	n.part[n.len - 1] = from;
	first = section_number_text(a, &n);
	if (from == to)
		return first;
	n.part[n.len - 1] = to;
	last = section_number_text(a, &n);
	return arena_printf(a, STR_FMT "-" STR_FMT, STR_ARG(first), STR_ARG(last));
}

static void
report_gap(struct audit *x, const struct numbered *before, const struct numbered *at)
{
	struct arena *a = x->arena;
	unsigned      last = at->n.part[at->n.len - 1];
	bool          child = before->n.len < at->n.len;
	unsigned      from = child ? 1 : before->n.part[before->n.len - 1] + 1;
	struct str    lost = missing_numbers(a, at->n, from, last - 1);
	struct str    was = section_number_text(a, &before->n), is = section_number_text(a, &at->n);

	audit_finds(x, (struct finding){
		.code = AUDIT_NUMBERING, .line = at->place.line, .column = at->place.column, .quote = at->text,
		.da = arena_printf(a, "nummer " STR_FMT " mangler: efter " STR_FMT " (linje %u) kommer " STR_FMT,
		    STR_ARG(lost), STR_ARG(was), before->place.line, STR_ARG(is)),
		.en = arena_printf(a, "number " STR_FMT " is missing: " STR_FMT " (line %u) is followed by " STR_FMT,
		    STR_ARG(lost), STR_ARG(was), before->place.line, STR_ARG(is)),
		.hint_da = STR("er noget udgået, så skriv det; ellers ret nummeret"),
		.hint_en = STR("if something was left out, say so; else mend the number"),
	});
}

static void
report_double(struct audit *x, const struct numbered *before, const struct numbered *at)
{
	struct arena *a = x->arena;
	struct str    is = section_number_text(a, &at->n), was = section_number_text(a, &before->n);

	audit_finds(x, (struct finding){
		.code = AUDIT_NUMBERING, .line = at->place.line, .column = at->place.column, .quote = at->text,
		.da = arena_printf(a, "nummer " STR_FMT " står to gange: det sidste nummer var " STR_FMT
		    " (linje %u)", STR_ARG(is), STR_ARG(was), before->place.line),
		.en = arena_printf(a, "number " STR_FMT " is used twice: the last number was " STR_FMT
		    " (line %u)", STR_ARG(is), STR_ARG(was), before->place.line),
	});
}

static void
hold_run(struct audit *x, const struct numbered *first, size_t n)
{
	struct arena *a = x->arena;
	struct str    from = section_number_text(a, &first->n);

	audit_holds(x, (struct claim){
		.code = AUDIT_NUMBERING, .line = first->place.line, .column = first->place.column,
		.quote = first->text,
		.da = arena_printf(a, "%zu numre fra " STR_FMT " uden huller og gentagelser", n, STR_ARG(from)),
		.en = arena_printf(a, "%zu numbers from " STR_FMT " without gaps and doubles", n, STR_ARG(from)),
	});
}

/* ---- sections and columns: numbers with parents ---- */

/* Does the missing number stand somewhere between, where it was not taken for
 * one of these ("1) det ene 2) det andet"; a list's item among headings)? */
static bool
stands_between(struct audit *x, const struct numbered *before, const struct numbered *at)
{
	struct section_number n = at->n;
	struct str            number;

	n.part[n.len - 1]--;
	number = section_number_text(x->arena, &n);
	for (size_t i = before->place.block; i <= at->place.block && i < x->doc->len; i++) {
		const struct block   *b = &x->doc->at[i];
		struct section_number mark;
		size_t                hit = 0;

		if (section_number_read(b->mark, &mark) && section_number_eq(&mark, &n))
			return true;
		for (; b->kind != BLOCK_TABLE && (hit = str_find(b->piece.text, number, hit)) != SIZE_MAX; hit++) {
			size_t end = hit + number.len;

			if ((hit == 0 || !scan_after_word(b->piece.text, hit)) && end < b->piece.text.len &&
			    (b->piece.text.at[end] == ')' || (n.len > 1 && b->piece.text.at[end] == ' ' && hit == 0)))
				return true;
		}
	}
	return false;
}

static bool
is_word_for_number(struct str word)
{
	static const char *const words[] = { "nummer", "nr.", "nr", "numre", "number", "numbers", "no.", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_eq(word, str_from(words[i])))
			return true;
	return false;
}

/* "Ingen indsats har nummer 2.3.", "nr. 2.3, 2.5 og 2.7": one of the figures behind such a
 * word. */
static bool
names_number(struct str text, const struct section_number *number)
{
	bool among = false;

	while (text.len > 0) {
		struct str            word = str_cut(&text, ' ');
		struct section_number n;

		if (is_word_for_number(word)) {
			among = true;
			continue;
		}
		while (word.len > 0 && (word.at[word.len - 1] == ',' || word.at[word.len - 1] == '.'))
			word.len--;
		if (section_number_read(word, &n)) {
			if (among && section_number_eq(&n, number))
				return true;
		} else {
			among &= str_eq(word, STR("og")) || str_eq(word, STR("and"));
		}
	}
	return false;
}

#define SAID_NEAR 3                     /* blocks before and after a table */

/* The hint of a gap asks to say what was left out: is it said beside the table? */
static bool
is_said(struct audit *x, const struct numbered *before, const struct numbered *at)
{
	struct section_number n = at->n;
	size_t                b = before->place.block;

	if (x->doc->at[b].kind != BLOCK_TABLE || before->n.len != at->n.len)
		return false;
	for (n.part[n.len - 1] = before->n.part[n.len - 1] + 1; n.part[n.len - 1] < at->n.part[n.len - 1];
	     n.part[n.len - 1]++) {
		bool said = false;

		for (size_t i = b > SAID_NEAR ? b - SAID_NEAR : 0; i <= b + SAID_NEAR && i < x->doc->len; i++)
			said |= x->doc->at[i].kind != BLOCK_TABLE &&
			    names_number(utf8_fold(x->arena, x->doc->at[i].piece.text), &n);
		if (!said)
			return false;
	}
	return true;
}

static bool
same_parent(const struct section_number *a, const struct section_number *b)
{
	bool same = a->len == b->len;

	for (size_t i = 0; same && i + 1 < a->len; i++)
		same = a->part[i] == b->part[i];
	return same;
}

static bool
is_parent(const struct section_number *parent, const struct section_number *child)
{
	struct section_number n = *child;

	n.len = child->len - 1;
	return parent->len > 0 && section_number_eq(parent, &n);
}

/* The number that `at` must follow; NULL: it begins. */
static const struct numbered *
follows(const struct sections *s, const struct numbered *at)
{
	const struct numbered *last = &s->last[at->n.len];

	if (last->n.len > 0 && same_parent(&last->n, &at->n))
		return last;
	if (at->n.len > 1 && is_parent(&s->last[at->n.len - 1].n, &at->n))
		return &s->last[at->n.len - 1];
	return NULL;
}

static void
step(struct audit *x, struct sections *s, const struct numbered *at)
{
	const struct numbered *before = follows(s, at);
	unsigned               n = at->n.part[at->n.len - 1];
	unsigned               was = before == NULL || before->n.len < at->n.len
	                           ? 0 : before->n.part[at->n.len - 1];
	bool                   restart = n == 1 && at->n.len == 1 && was > 1;

	if (s->steps++ == 0)
		s->first = *at;
	if (before != NULL && !restart && n > was + 1 && !stands_between(x, before, at) &&
	    !is_said(x, before, at)) {
		report_gap(x, before, at);
		s->wrong++;
	} else if (before != NULL && !restart && n <= was) {
		report_double(x, before, at);
		s->wrong++;
	}
	s->last[at->n.len] = *at;
	for (size_t i = at->n.len + 1; i <= SECTION_DEPTH_MAX; i++)
		s->last[i].n.len = 0;
	/* "4.1" without a "4" before it: the section began all the same. */
	for (size_t i = 1; i < at->n.len; i++) {
		struct numbered *parent = &s->last[i];
		bool             same = parent->n.len > 0;

		for (size_t k = 0; k < i && same; k++)
			same = parent->n.part[k] == at->n.part[k];
		if (same)
			continue;
		*parent = *at;
		parent->n.len = i;
	}
}

static void
finish(struct audit *x, struct sections *s)
{
	if (s->steps > 1 && s->wrong == 0)
		hold_run(x, &s->first, s->steps);
	*s = (struct sections){ .steps = 0 };
}

static void
check_titles(struct audit *x, const struct outline *o, bool contents)
{
	struct sections s = { .steps = 0 };

	for (size_t i = 0; i < o->len; i++) {
		const struct title *t = &o->at[i];
		struct numbered     at = { t->number, t->text, { t->line, t->column, t->block } };

		if (t->number.len == 0 || t->contents != contents || (!contents && !t->heading && t->number.len < 2))
			continue;
		step(x, &s, &at);
	}
	finish(x, &s);
}

/* ---- lists: one figure each, lists in lists ---- */

struct lists {
	struct numbered open[RUNS_OPEN_MAX];    /* the last number of each */
	size_t          len;
	char            close;                  /* ')' or '.' */
	size_t          steps, wrong;
	struct numbered first;
};

static void
lists_end(struct audit *x, struct lists *l)
{
	if (l->steps > 1 && l->wrong == 0)
		hold_run(x, &l->first, l->steps);
	l->len = l->steps = l->wrong = 0;
}

static void
lists_step(struct audit *x, struct lists *l, const struct numbered *at)
{
	unsigned n = at->n.part[0];

	for (size_t i = l->len; i > 0; i--)
		if (l->open[i - 1].n.part[0] + 1 == n) {
			l->open[i - 1] = *at;
			l->len = i;
			l->steps++;
			return;
		}
	if (n == 1 || l->len == 0) {
		if (l->steps == 0)
			l->first = *at;
		if (l->len == RUNS_OPEN_MAX)
			l->len = 0;
		l->open[l->len++] = *at;
		l->steps++;
		return;
	}
	if (n > l->open[l->len - 1].n.part[0] + 1) {
		if (!stands_between(x, &l->open[l->len - 1], at)) {
			report_gap(x, &l->open[l->len - 1], at);
			l->wrong++;
		}
	} else {
		report_double(x, &l->open[l->len - 1], at);
		l->wrong++;
	}
	l->open[l->len - 1] = *at;
}

/* "2. februar 2009 åbnede …" begins with a date, "1. kvartal …" with a period. */
static bool
is_list_number(struct str mark, const struct piece *p)
{
	struct section_number n;
	struct period         period;
	size_t                end;

	if (!section_number_read(mark, &n) || n.len != 1)
		return false;
	if (str_ends(mark, STR(")")))
		return true;
	return scan_is_capital(p->text, 0) &&
	    (period_scan(p->raw, 0, &end, &period) == PERIOD_NOT || end <= mark.len);
}

/* Is the block an entry of the list of contents? `*at` goes through the titles
 * with the blocks. */
static bool
in_contents(const struct outline *o, size_t block, size_t *at)
{
	while (*at < o->len && o->at[*at].block < block)
		++*at;
	return *at < o->len && o->at[*at].block == block && o->at[*at].contents;
}

static void
check_lists(struct audit *x, const struct outline *o)
{
	struct lists l[2] = { { .close = ')' }, { .close = '.' } };
	size_t       title = 0;

	for (size_t i = 0; i < x->doc->len; i++) {
		const struct block *b = &x->doc->at[i];
		struct numbered     at = { .text = b->piece.text, .place = { b->line, b->column, i } };

		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TABLE) {
			lists_end(x, &l[0]);
			lists_end(x, &l[1]);
		}
		if (b->kind != BLOCK_ITEM || in_contents(o, i, &title) || !is_list_number(b->mark, &b->piece) ||
		    !section_number_read(b->mark, &at.n))
			continue;
		lists_step(x, &l[!str_ends(b->mark, STR(")"))], &at);
	}
	lists_end(x, &l[0]);
	lists_end(x, &l[1]);
}

/* The items of one cell. */
static void
check_cell(struct audit *x, const struct cell *c, size_t block)
{
	struct lists l = { .close = ')' };

	for (size_t i = 0; i < c->len; i++) {
		struct numbered at = { .text = c->at[i].text,
		                       .place = { c->at[i].line, c->at[i].column, block } };

		if (c->at[i].item && is_list_number(c->at[i].mark, &c->at[i]) &&
		    section_number_read(c->at[i].mark, &at.n))
			lists_step(x, &l, &at);
	}
	lists_end(x, &l);
}

/* ---- columns ---- */

static struct str
cell_words(struct arena *a, const struct cell *c)
{
	return str_trim(cell_text(a, c));
}

static size_t
filled(struct arena *a, const struct row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->len; i++)
		n += cell_words(a, &row->at[i]).len > 0;
	return n;
}

static bool
is_number_label(struct arena *a, struct str words)
{
	return label_of_cell(a, words, utf8_fold(a, words)) == LABEL_NUMBER;
}

/* The column of numbers: the first one that does not head something else, or
 * the one called "Nr.". */
static size_t
number_column(struct arena *a, const struct table *t)
{
	struct section_number n, first = { .len = 0 };
	size_t                rows = 0;

	for (size_t c = 0; c < t->at[0].len; c++)
		if (is_number_label(a, cell_words(a, &t->at[0].at[c])))
			return c;
	for (size_t i = 0; i < t->len; i++) {
		struct str s = t->at[i].len < 2 ? STR_NONE : cell_words(a, &t->at[i].at[0]);

		if (i == 0 && s.len > 0 && !section_number_read(s, &n) && filled(a, &t->at[i]) > 1)
			return SIZE_MAX;
		if (!section_number_read(s, &n))
			continue;
		if (rows++ == 0)
			first = n;
	}
	return rows >= ROWS_MIN && first.part[first.len - 1] == 1 ? 0 : SIZE_MAX;
}

static void
check_column(struct audit *x, size_t block)
{
	const struct table *t = &x->doc->at[block].table;
	struct sections     s = { .steps = 0 };
	size_t              column = number_column(x->arena, t);

	for (size_t i = 0; column != SIZE_MAX && i < t->len; i++) {
		const struct row *row = &t->at[i];
		struct numbered   at = { .place = { row->line, 1, block } };

		if (filled(x->arena, row) < 2) {
			if (filled(x->arena, row) == 1)
				finish(x, &s);
			continue;
		}
		if (column >= row->len || !section_number_read(cell_words(x->arena, &row->at[column]), &at.n))
			continue;
		at.place.column = row->at[column].column;
		at.text = cell_words(x->arena, &row->at[column + 1 < row->len ? column + 1 : column]);
		step(x, &s, &at);
	}
	finish(x, &s);
}

/* "2.3 UU-vejledere": a number of two parts or more that begins the row's name. */
static bool
number_of_name(struct audit *x, const struct row *row, size_t block, struct numbered *ret)
{
	struct numbered at = { .place = { row->line, 1, block } };
	struct str      words = row->len < 2 ? STR_NONE : cell_words(x->arena, &row->at[0]);
	size_t          len = numbering_length(words);

	if (len == 0 || len >= words.len || !section_number_read(str_trim(str_slice(words, 0, len)), &at.n) || at.n.len < 2)
		return false;
	at.place.column = row->at[0].column;
	at.text = words;
	*ret = at;
	return true;
}

static void
check_names(struct audit *x, size_t block)
{
	const struct table *t = &x->doc->at[block].table;
	struct sections     s = { .steps = 0 };
	struct numbered     at;
	size_t              rows = 0;

	for (size_t i = 0; i < t->len; i++)
		if (number_of_name(x, &t->at[i], block, &at) && (rows > 0 || at.n.part[at.n.len - 1] == 1))
			rows++;
	for (size_t i = 0; rows >= ROWS_MIN && i < t->len; i++)
		if (number_of_name(x, &t->at[i], block, &at))
			step(x, &s, &at);
	finish(x, &s);
}

static void
check_table(struct audit *x, size_t block)
{
	const struct table *t = &x->doc->at[block].table;

	if (t->len > 0)
		check_column(x, block);
	if (t->len > ROWS_MIN)
		check_names(x, block);
	for (size_t i = 0; i < t->len; i++)
		for (size_t c = 0; c < t->at[i].len; c++)
			check_cell(x, &t->at[i].at[c], block);
}

void
audit_numbering(struct audit *x)
{
	struct outline o = outline_read(x->arena, x->doc);

	check_titles(x, &o, false);
	check_titles(x, &o, true);
	contents_check(x, &o);
	check_lists(x, &o);
	for (size_t i = 0; i < x->doc->len; i++)
		if (x->doc->at[i].kind == BLOCK_TABLE)
			check_table(x, i);
}
