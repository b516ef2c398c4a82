/* reads.h - what is read of the texts of one document, each text once.
 *
 * Recognisers and rules ask for the same sentences and goals again and again, and
 * reading them is most of what an audit costs. A text is known by its bytes, so an
 * answer is phrase_read()'s or promise_read()'s own, whoever asked first.
 */
#ifndef RECOGNISE_READS_H
#define RECOGNISE_READS_H

#include "base/keys.h"
#include "core/phrase.h"
#include "recognise/folded.h"

struct promise;
struct promised_list;
struct stated_list;

struct text_read {
	bool                  phrased;
	struct readings       readings; /* when `phrased` */
	const struct folded  *folded;   /* utf8_fold() of it, or NULL */
	const struct promise *promise;  /* of promise_read(), or NULL */
	int                   year;     /* that it was read with */
};

/* Begins as { .arena = a }. */
struct reads {
	struct arena      *arena;
	enum notation      notation;    /* of the paper's figures */
	struct keys        texts;
	struct text_read **read;        /* of each text */
	size_t             cap;
	const struct promised_list *promised;   /* of promised_read() and stated_read(), or NULL */
	const struct stated_list   *stated;
};

/* phrase_read() in the paper's notation, without its diags. `text` stays where it is as
 * long as the arena lives. */
struct readings reads_phrase(struct reads *r, struct str text);

/* The text folded, with its pairs of letters. */
const struct folded *reads_folded(struct reads *r, struct str text);

/* What was read of the text so far: for those that keep something there. */
struct text_read *reads_of(struct reads *r, struct str text);

#endif
