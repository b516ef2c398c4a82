/* mark.h - what a line begins with: a bullet, a number, a footnote's sign.
 *
 * Private to document/. Numbers have components of one or two digits without a
 * leading zero, so that "2.091 kontanthjælpsmodtagere" and "09.10.08" are none.
 */
#ifndef DOCUMENT_MARK_H
#define DOCUMENT_MARK_H

#include "base/str.h"

enum mark_kind { MARK_NONE, MARK_BULLET, MARK_NUMBER, MARK_FOOTNOTE };

struct mark {
	enum mark_kind kind;
	struct str     text;            /* "2.1", "1)", "▪", "³", as printed */
	size_t         skip;            /* bytes to the first letter after it */
	bool           dash;            /* a bullet that may also be a dash or an asterisk */
	unsigned       depth;           /* NUMBER: components */
	unsigned       last;            /* NUMBER: the last one; letters count from 1 */
	char           close;           /* NUMBER: ')', '.', or 0 */
};

/* The mark that `s` begins with; a bullet or number needs a blank and text after it. */
struct mark mark_read(struct str s);

/* Bytes of the superscript digits that `s` begins with. */
size_t mark_superscript(struct str s);

/* Does `s` begin with a small, a capital letter (ASCII and Latin-1)? */
bool letter_is_lower(struct str s);
bool letter_is_upper(struct str s);

#endif
