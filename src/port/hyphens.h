/* hyphens.h - where words may be broken at the end of a line. The only module that knows
 * libhyphen; its patterns are LibreOffice's (Debian: hyphen-da, hyphen-en-us), read where
 * they are installed. A language without patterns: no word is broken.
 */
#ifndef PORT_HYPHENS_H
#define PORT_HYPHENS_H

#include "base/arena.h"

struct hyphens;

/* Both for one unit of work; nothing is read before a word asks for its language. */
struct hyphens *hyphens_open(void);
void            hyphens_close(struct hyphens *h);       /* NULL-safe */

/* `word` with U+00AD where it may be broken, at least two letters from its start and
 * three from its end; a word with an '@', a digit or a soft hyphen stays as it is.
 * `with` is a struct hyphens. */
struct str hyphens_word(void *with, struct arena *a, struct str lang, struct str word);

#endif
