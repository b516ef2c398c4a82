/* gate.h - which words a reading can begin with, asked before any scanner is.
 *
 * Most words of a paper begin no figure, period or reference. Every phrase of the
 * tables begins with a run of letters, or with two that a blank parts ("i alt"), and
 * the text must have them there to the letter. A table of one bit per hash of such
 * beginnings lets all of them through, and of the others one in twenty. There is one
 * table for each kind of scanner. The phrases stay the source: test_gate.c walks all
 * of them through the gate, and prints the tables that are due when one was added.
 */
#ifndef CORE_GATE_H
#define CORE_GATE_H

#include "base/str.h"

enum gate_kind {
	GATE_LABEL,             /* guard_phrases(): "Sagsnr.", "uge" */
	GATE_PERIOD,            /* period_phrases(): "senest", "maj" */
	GATE_FIGURE,            /* words_phrases(), numeral_phrases(): "mindst", "ti" */
	GATE_KIND_COUNT
};

#define GATE_BIT(kind) (1u << (kind))
#define GATE_OPEN(at)  ((struct gate){ GATE_BIT(GATE_KIND_COUNT) - 1, (at) })  /* of a sign */

struct gate {
	unsigned kinds;         /* GATE_BITs of what may begin; no phrase of another kind does */
	size_t   letters;       /* the byte after the letters */
};

/* Of `at`, where a letter is. */
struct gate gate_at(struct str text, size_t at);

#define GATE_BITS 4096
#define GATE_NONE GATE_BITS

/* The bits of the letters that `phrase` begins with; GATE_NONE: it begins with none
 * and needs no bit. */
struct gate_key {
	size_t begins;          /* in the table of its kind */
	size_t goes_on;         /* of the first of two runs; GATE_NONE: it begins with one */
};

struct gate_key gate_key(struct str phrase);

/* Every phrase that a reading can begin with, of all tables: the parts in turn. */
typedef void gate_visit(void *context, struct str phrase);
void guard_phrases(gate_visit *visit, void *context);
void words_phrases(gate_visit *visit, void *context);
void numeral_phrases(gate_visit *visit, void *context);
void period_phrases(gate_visit *visit, void *context);

#endif
