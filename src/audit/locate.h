/* locate.h - where words of a field stand in the document. */
#ifndef AUDIT_LOCATE_H
#define AUDIT_LOCATE_H

#include "recognise/recognise.h"

/* Line and column of `words`, a part of f->text. Where the place inside the field
 * is lost (a text put together of several pieces), the field's own place. */
void locate(const struct document *doc, const struct field *f, struct str words, uint32_t *line,
            uint32_t *column);

#endif
