#include "audit/candidates.h"
#include "core/phrase.h"

#define TEXT_BLOCKS    6        /* blocks above and below a table that are around it */
#define TEXT_BYTES     4000     /* of one block that are looked through */
#define SINGLES_MAX    20
#define PAIRS_SHOWN    5
#define POOL_MAX       200      /* amounts that pairs are made of */

static bool
is_same(const struct candidate *a, const struct candidate *b)
{
	return a->line == b->line && number_cmp(a->amount, b->amount) == 0;
}

/* A line that says an amount twice says it once. */
static void
known_add(struct arena *a, struct known_amounts *k, struct candidate c)
{
	for (size_t i = k->len; i > 0 && k->at[i - 1].line == c.line; i--)
		if (is_same(&k->at[i - 1], &c))
			return;
	ARENA_GROW(a, k->at, k->len, &k->cap);
	k->at[k->len++] = c;
}

/* Kroner as figures of the table: 2.000.000 kr. is 2,0 where it counts in millions. */
static bool
in_unit(const struct matrix *m, struct number kroner, struct number *ret)
{
	struct ratio r;

	return ratio_of(kroner, 1, NUMBER(m->factor == 0 ? 1 : m->factor, 0), 1, &r) &&
	    ratio_round(r, m->scale, ret);
}

static void
read_text(struct audit *x, const struct matrix *m, struct str name, struct str text,
    uint32_t line, struct known_amounts *k)
{
	struct readings r = reads_phrase(x->seen->reads, str_slice(text, 0, TEXT_BYTES));

	for (size_t i = 0; i < r.len; i++) {
		struct candidate c = { .line = line };
		struct str       words = str_slice(text, r.at[i].at, r.at[i].end);

		if (r.at[i].type != READING_MONEY || !r.at[i].money.amount.has_point ||
		    !in_unit(m, r.at[i].money.amount.point, &c.amount) || number_is_zero(c.amount))
			continue;
		c.text = quote_of(x->arena, name.len == 0 ? words :
		    arena_printf(x->arena, STR_FMT ": " STR_FMT, STR_ARG(name), STR_ARG(words)));
		known_add(x->arena, k, c);
	}
}

/* What forms and agreements say of money, and the text close to the table. */
struct known_amounts
amounts_of_text(struct audit *x, const struct matrix *m)
{
	struct known_amounts k = { 0 };
	size_t               from = m->first > TEXT_BLOCKS ? m->first - TEXT_BLOCKS : 0;

	for (size_t i = 0; i < x->seen->len; i++) {
		const struct proposal *p = &x->seen->at[i];

		if (p->kind != PROPOSAL_STATUS_FORM && p->kind != PROPOSAL_AGREEMENT_PROJECT)
			continue;
		for (size_t f = 0; f < p->len; f++)
			if (p->at[f].kind == FIELD_ECONOMY || p->at[f].kind == FIELD_AMOUNT)
				read_text(x, m, p->title, p->at[f].text, p->at[f].line, &k);
	}
	for (size_t b = from; b < x->doc->len && b < m->end + TEXT_BLOCKS; b++)
		if (x->doc->at[b].kind != BLOCK_TABLE)
			read_text(x, m, STR_NONE, x->doc->at[b].piece.text, x->doc->at[b].piece.line, &k);
	return k;
}

/* ---- those that fit ---- */

static bool
same_size(struct number a, struct number b)
{
	struct number minus;

	return number_cmp(a, b) == 0 || (number_neg(a, &minus) && number_cmp(minus, b) == 0);
}

static void
pool_row(struct arena *a, const struct matrix *m, size_t row, size_t column, struct known_amounts *k)
{
	const struct matrix_row *r = &m->row[row];
	const struct amount     *c = &r->at[column];

	if (c->state != AMOUNT_VALUE || number_is_zero(c->value))
		return;
	known_add(a, k, (struct candidate){ .line = c->cell->at[0].line, .text = r->title, .amount = c->value });
}

/* Every amount that may explain it: of the column, of the row, of the text. */
static struct known_amounts
pool_of(struct arena *a, const struct matrix *m, const struct known_amounts *text, size_t from,
    size_t to, size_t column, size_t row)
{
	struct known_amounts k = { .cap = text->len + m->rows + m->columns + 1 };

	k.at = ARENA_ARRAY(a, struct candidate, k.cap);
	for (size_t i = from; i < to && i < m->rows; i++)
		if (m->row[i].kind == MATRIX_LINE || m->row[i].kind == MATRIX_PART)
			pool_row(a, m, i, column, &k);
	for (size_t c = 0; row != MATRIX_NONE && c < m->columns; c++)
		if (c != m->total)
			pool_row(a, m, row, c, &k);
	for (size_t i = 0; i < text->len; i++)
		known_add(a, &k, text->at[i]);
	return k;
}

static void
find_singles(struct arena *a, const struct known_amounts *k, struct finding *f)
{
	f->candidate = ARENA_ARRAY(a, struct candidate, SINGLES_MAX);
	for (size_t i = 0; i < k->len && f->candidates < SINGLES_MAX; i++) {
		struct candidate c = k->at[i];

		if (!same_size(c.amount, f->difference))
			continue;
		c.text = quote_of(a, c.text);
		f->candidate[f->candidates++] = c;
	}
}

/* The amount at the finest scale, without its overflow: of two numbers that are
 * equal these are equal too, so that most pairs are passed by with one addition. */
static uint64_t
wrapped(struct number n)
{
	uint64_t units = (uint64_t)n.units;

	for (uint8_t s = n.scale; s < NUMBER_SCALE_MAX; s++)
		units *= 10;
	return units;
}

static void
take_pair(struct arena *a, const struct candidate *x, const struct candidate *y, struct finding *f)
{
	struct candidate c = { .line = x->line };

	if (is_same(x, y) || !number_add(x->amount, y->amount, &c.amount) ||
	    !same_size(c.amount, f->difference) || f->pairs++ >= PAIRS_SHOWN)
		return;
	c.text = quote_of(a, arena_printf(a, STR_FMT " + " STR_FMT, STR_ARG(x->text), STR_ARG(y->text)));
	f->candidate[f->candidates++] = c;
}

static void
find_pairs(struct arena *a, const struct known_amounts *k, struct finding *f)
{
	size_t   n = k->len < POOL_MAX ? k->len : POOL_MAX;
	uint64_t wanted = wrapped(f->difference), amount[POOL_MAX];

	for (size_t i = 0; i < n; i++)
		amount[i] = wrapped(k->at[i].amount);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			if (amount[i] + amount[j] == wanted || amount[i] + amount[j] == -wanted)
				take_pair(a, &k->at[i], &k->at[j], f);
	if (f->pairs > PAIRS_SHOWN)
		f->candidates = 0;
	else
		f->pairs = 0;
}

void
candidates_find(struct arena *a, const struct matrix *m, const struct known_amounts *text, size_t from,
    size_t to, size_t column, size_t row, struct finding *f)
{
	struct known_amounts k = pool_of(a, m, text, from, to, column, row);

	find_singles(a, &k, f);
	if (f->candidates == 0)
		find_pairs(a, &k, f);
}
