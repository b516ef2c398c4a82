/* gate.h - which words a reading can begin with, asked before any scanner is.
 *
 * Most words of a paper begin no figure, period or reference. Every phrase of the
 * tables begins with a run of letters that the text must have there to the letter;
 * a table of one bit per hash of such runs lets all of them through, and of the
 * others one in ten. The tables stay the source: test_gate.c walks all phrases
 * through the gate, and prints the table that is due when one was added.
 */
#ifndef CORE_GATE_H
#define CORE_GATE_H

#include "base/str.h"

/* False: no phrase of the tables stands at `at`, where a letter is. A word of one
 * letter always may begin. */
bool   gate_may_begin(struct str text, size_t at);

#define GATE_BITS 4096

/* The bit of the letters that `phrase` begins with; GATE_BITS: it begins with none,
 * or with one alone, and needs no bit. */
size_t gate_bit(struct str phrase);

/* Every phrase that a reading can begin with, of all tables: the parts in turn. */
typedef void gate_visit(void *context, struct str phrase);
void guard_phrases(gate_visit *visit, void *context);
void words_phrases(gate_visit *visit, void *context);
void numeral_phrases(gate_visit *visit, void *context);
void period_phrases(gate_visit *visit, void *context);

#endif
