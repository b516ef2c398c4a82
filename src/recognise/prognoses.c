/* prognoses.c - sentences that expect a level, wherever they stand: what a cell says
 * counts for more than its label (domain.md, 6). */
#include "recognise/forecast.h"
#include "recognise/kinds.h"
#include "recognise/sentence.h"

/* Of a paper from March 2012 nothing about 2011 is expected any more. */
static bool
is_over(const struct paper *p, const struct period *when)
{
	return p->date.dated && when->to <= p->date.from;
}

static void
read_sentence(struct paper *p, const struct piece *piece, struct str sentence)
{
	size_t          at = (size_t)(sentence.at - piece->text.at);
	struct forecast f;

	if (!forecast_read(p->reads, sentence, &f) || is_over(p, &f.when.period))
		return;
	proposal_begin(p, PROPOSAL_PROGNOSIS, piece_at(piece, at));
	proposal_title(p, quote_of(p->arena, sentence));
	field_slice(p, FIELD_INDICATOR, piece, at + f.from, at + f.to);
	field_slice(p, FIELD_EXPECTED, piece, at + f.figure.at, at + f.figure.end);
	field_slice(p, FIELD_PERIOD, piece, at + f.when.at, at + f.when.end);
	proposal_end(p);
}

static void
read_piece(struct paper *p, const struct piece *piece)
{
	struct str sentence;

	for (size_t at = 0; sentence_next(piece->text, &at, &sentence);)
		read_sentence(p, piece, sentence);
}

void
prognoses(struct paper *p)
{
	for (size_t i = 0; i < p->len; i++) {
		struct entry *e = &p->at[i];

		if (e->row == NULL && !entry_is_heading(e))
			read_piece(p, &e->block->piece);
		for (size_t c = 0; e->row != NULL && c < e->cells; c++)
			for (size_t k = 0; k < e->cell[c].len; k++)
				read_piece(p, &e->cell[c].at[k]);
	}
}
