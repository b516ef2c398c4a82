/* fuzz_recognise.c - any text: every place lies inside it, every field's words
 * occur in what was read of it, and reading again gives the same. */
#include "fuzz_paper.h"
#include "recognise/promise.h"

#define LETTERS_MAX 160

static bool
piece_holds(const struct piece *p, struct str words)
{
	return str_find(p->text, words, 0) != SIZE_MAX;
}

static bool
row_holds(const struct row *row, struct str words)
{
	for (size_t c = 0; c < row->len; c++)
		for (size_t k = 0; k < row->at[c].len; k++)
			if (piece_holds(&row->at[c].at[k], words))
				return true;
	return false;
}

static bool
block_holds(const struct block *b, struct str words)
{
	if (b->kind != BLOCK_TABLE)
		return piece_holds(&b->piece, words) || str_find(b->mark, words, 0) != SIZE_MAX;
	for (size_t r = 0; r < b->table.len; r++)
		if (row_holds(&b->table.at[r], words))
			return true;
	return false;
}

/* A field of several pieces has one on each line. */
static bool
document_holds(const struct document *doc, struct str text)
{
	while (text.len > 0) {
		struct str words = str_cut(&text, '\n');
		bool       found = words.len == 0;

		for (size_t i = 0; i < doc->len && !found; i++)
			found = block_holds(&doc->at[i], words);
		if (!found)
			return false;
	}
	return true;
}

/* What a table says by its shape, not in words. */
static bool
is_computed(enum field_kind kind)
{
	return kind == FIELD_FACTOR || kind == FIELD_SCOPE || kind == FIELD_FIRST || kind == FIELD_LAST ||
	    kind == FIELD_YEARS;
}

/* What the recognisers read already is what reading it alone says. */
static struct promise
promise_alone_too(struct arena *a, const struct recognition *r, struct str text)
{
	struct reads   alone = { .arena = a };
	struct promise read = promise_read(r->reads, text, 2009), again = promise_read(&alone, text, 2009);

	must(read.target.kind == again.target.kind && read.unit == again.unit);
	must(read.target.text.at == again.target.text.at && read.target.text.len == again.target.text.len);
	must(number_cmp(read.target.value, again.target.value) == 0);
	return read;
}

static void
check(struct arena *a, const struct document *doc, const struct recognition *r)
{
	for (size_t i = 0; i < r->len; i++) {
		const struct proposal *p = &r->at[i];

		must(p->kind < PROPOSAL_KIND_COUNT && p->len > 0);
		must(place_is_inside(doc, p->line, p->column));
		must(i == 0 || r->at[i - 1].line <= p->line);
		for (size_t k = 0; k < p->len; k++) {
			struct promise promise = promise_alone_too(a, r, p->at[k].text);

			must(place_is_inside(doc, p->at[k].line, p->at[k].column));
			must(is_computed(p->at[k].kind) || document_holds(doc, p->at[k].text));
			must(promise.target.kind < TARGET_KIND_COUNT);
		}
	}
	for (size_t i = 0; i < r->unknown_len; i++) {
		must(place_is_inside(doc, r->unknown[i].line, r->unknown[i].column));
		must(r->unknown[i].text.len <= (size_t)4 * LETTERS_MAX);
	}
}

static void
same(const struct recognition *a, const struct recognition *b)
{
	must(a->len == b->len && a->unknown_len == b->unknown_len);
	for (size_t i = 0; i < a->len; i++) {
		must(a->at[i].kind == b->at[i].kind && a->at[i].len == b->at[i].len);
		must(str_eq(a->at[i].title, b->at[i].title));
		for (size_t k = 0; k < a->at[i].len; k++)
			must(a->at[i].at[k].kind == b->at[i].at[k].kind &&
			    str_eq(a->at[i].at[k].text, b->at[i].at[k].text));
	}
}

static void
check_twice(struct arena *a, const struct document *doc, const struct recognition *seen)
{
	struct recognition again = recognise(a, doc);

	check(a, doc, seen);
	same(seen, &again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_paper(data, size, check_twice);
}
