/* plural.h - which form of a word goes with a number, by the rule of a language.
 *
 * The rule is what a catalogue's header says behind "plural=": an expression of C
 * in `n` with ?:, ||, &&, ==, !=, <, >, <=, >=, +, -, *, /, %, ! and parentheses
 * (GNU gettext manual, 12.6: Additional functions for plural forms).
 */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include "base/str.h"

/* The value of `rule` for `n`, computed like gettext does in unsigned integers.
 * False: it is no such expression, or divides by zero. */
MUST_CHECK bool plural_form(struct str rule, uint64_t n, uint64_t *ret);

#endif
