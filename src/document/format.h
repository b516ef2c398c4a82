/* format.h - private to document/: what is not text, said by its name. */
#ifndef DOCUMENT_FORMAT_H
#define DOCUMENT_FORMAT_H

#include "document/document.h"

struct not_text {
	struct str magic;               /* the bytes it begins with */
	struct str message, hint;
};

/* What `text` is when it is a known kind of binary file, or NULL. */
const struct not_text *format_not_text(struct str text);

#endif
