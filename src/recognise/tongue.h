/* tongue.h - in which notation a paper prints its figures. "1,250" is a thousand and
 * more in English and a little over one in Danish; the words around it tell which.
 * (domain.md, 2: Danish and international notation are both read) */
#ifndef RECOGNISE_TONGUE_H
#define RECOGNISE_TONGUE_H

#include "core/number.h"
#include "document/document.h"

/* Of its running text and the names in its tables; Danish where nothing tells. */
enum notation tongue_of(const struct document *doc);

#endif
