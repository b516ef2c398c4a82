/* collate.h - the order in which Danes look things up: Amager, Valby, Zoo, Ærø,
 * Østerbro, Aabenraa, Ålborg; numbers in a text by their value.
 *
 * ICU's Danish order, for every list that people see; lists that programs take are
 * ordered by bytes. A collator belongs to one thread.
 *
 *	qsort_r(at, n, sizeof *at, by_title, collator);
 */
#ifndef PORT_COLLATE_H
#define PORT_COLLATE_H

#include "base/str.h"

struct collator;

struct collator *collate_open(void);
void             collate_close(struct collator *c);     /* NULL-safe */

/* Texts that differ never compare as equal: in doubt their bytes decide. */
int              collate_cmp(const struct collator *c, struct str a, struct str b);

#endif
