/* claims.c - sentences of running text, and rows of key figures, that state a
 * figure which can be checked. */
#include "recognise/forecast.h"
#include "recognise/kinds.h"
#include "recognise/sentence.h"

#define CAPTION_MAX 120

static const char *const relations[] = { "steget", "stiger", "stigning*", "faldet", "falder", "fald",
	"ud af", "heraf", "i alt", "samlet", "samlede", "oeget", "fordobl*", "halver*", "gaaet fra",
	"flere end", "faerre end", "mere end", "mindre end", "svarende til", "deltog", "gange saa",
	"antallet", "antal", NULL };

/* A share, an amount, or counts that are set in relation to something. */
static bool
is_checkable(struct paper *p, struct str sentence)
{
	struct readings r = reads_phrase(p->reads, sentence);
	size_t          counts = 0;

	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type == READING_PERCENT || r.at[i].type == READING_MONEY)
			return true;
		counts += r.at[i].type == READING_NUMBER;
	}
	return counts > 0 && folded_holds_any(reads_folded(p->reads, sentence), relations);
}

static void
add_claim(struct paper *p, const struct piece *piece, struct str sentence)
{
	size_t from = (size_t)(sentence.at - piece->text.at);

	proposal_begin(p, PROPOSAL_CLAIM, piece_at(piece, from));
	proposal_title(p, quote_of(p->arena, sentence));
	field_slice(p, FIELD_CLAIM, piece, from, from + sentence.len);
	proposal_end(p);
}

static void
claims_of_text(struct paper *p, struct entry *e)
{
	const struct piece *piece = &e->block->piece;
	struct str          sentence;
	struct forecast     expected;

	for (size_t at = 0; sentence_next(piece->text, &at, &sentence);)
		if (is_checkable(p, sentence) && !forecast_read(p->reads, sentence, &expected))
			add_claim(p, piece, sentence);
}

/* "Antal projekter | 7": what is counted, and how many. */
static bool
claim_of_row(struct paper *p, struct entry *e)
{
	size_t name = entry_first_filled(e), value = e->cells;

	while (value > 0 && e->text[value - 1].len == 0)
		value--;
	if (entry_filled(e) != 2 || !cell_is_figure(p, e->text[value - 1]) ||
	    cell_is_figure(p, e->text[name]))
		return false;
	proposal_begin(p, PROPOSAL_CLAIM, entry_place(e));
	proposal_title(p, e->text[name]);
	field_cell(p, FIELD_TITLE, &e->cell[name]);
	field_cell(p, FIELD_CLAIM, &e->cell[value - 1]);
	proposal_end(p);
	e->taken = TAKEN_FIELD;
	return true;
}

/* Rows of a list of contents hold page numbers, no figures. */
static bool
is_contents(const struct paper *p, size_t i)
{
	return folded_starts(caption_above(p, i), "indhold*");
}

/* "Beløb i 1.000 kr." right above a table is its unit, no claim. */
static bool
is_caption(const struct paper *p, size_t i)
{
	struct str text = p->at[i].text[0];

	return text.len < CAPTION_MAX && i + 1 < p->len && p->at[i + 1].row != NULL &&
	    !str_ends(text, STR("."));
}

void
claims(struct paper *p)
{
	const struct block *contents = NULL;

	for (size_t i = 0; i < p->len; i++) {
		struct entry *e = &p->at[i];

		if (e->row == NULL && !entry_is_heading(e) && e->taken != TAKEN_FIELD &&
		    !is_caption(p, i))
			claims_of_text(p, e);
		if (e->row == NULL || e->taken != TAKEN_NOT)
			continue;
		if (e->block != contents && is_contents(p, i))
			contents = e->block;
		if (e->block == contents)
			e->taken = TAKEN_TEXT;
		else
			(void)claim_of_row(p, e);
	}
}
