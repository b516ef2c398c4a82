/* promised.h - the figures that a document promises, one by one.
 *
 * Goals, targets, contributions and objectives are cut at ", at …", so that
 * "et led i målet om, at A falder med 10 pct., og at B stiger" promises two
 * things, each with the words of what it is about.
 */
#ifndef AUDIT_PROMISED_H
#define AUDIT_PROMISED_H

#include "audit/measure.h"
#include "audit/outline.h"
#include "recognise/promise.h"
#include "recognise/recognise.h"

struct promised {
	struct promise      promise;
	struct str          text;       /* of the promise */
	struct measure      about;
	struct str          named;      /* the text that `about` was read from */
	struct years        years;      /* that its words name */
	const struct field *field;
	size_t              proposal;
};

struct promised_list {
	struct promised *at;            /* in document order */
	size_t           len;
};

/* Read once; it lives as long as `seen`. */
struct promised_list promised_read(const struct recognition *seen);

/* Can the two be held against each other: the same kind, the same years? */
bool promised_comparable(const struct promised *a, const struct promised *b);
/* Two that can: do they promise the same? */
bool promised_agrees(const struct promised *a, const struct promised *b);

/* "10 procentpoint", "mindst 50 pct.", "stige": what is promised of it. */
struct str promised_words(struct arena *a, const struct promised *p, bool danish);

#endif
