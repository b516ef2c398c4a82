/* guard.h - what has digits and is never a figure.
 *
 * Case and decision numbers, paragraphs, postcodes, addresses, telephone and
 * register numbers, web and mail addresses, markup, numbered headings and list
 * markers, references to a numbered thing ("Tema 2", "punkt 3.2 og 3.3"), times
 * of day. (domain.md, 2: Numbers)
 */
#ifndef CORE_GUARD_H
#define CORE_GUARD_H

#include "core/gate.h"
#include "core/number.h"

/* What is told by a word or sign at byte `at`, before a period is looked for:
 * "Sagsnr. 2010-72953", "§ 110", "1592 København V", "www.kk.dk/2010". `gate` is
 * gate_at() of a letter there, else GATE_OPEN. On true, `*end` is the byte after it. */
MUST_CHECK bool guard_named(struct str text, size_t at, struct gate gate, enum notation,
                            size_t *end);

/* What is told by the shape of the digits at `at`, when they are no period:
 * "395/2006", "2.1 Status", "1) ", "33 66 33 66". */
MUST_CHECK bool guard_shaped(struct str text, size_t at, enum notation, size_t *end);

#endif
