/* qr.h - a text as a square of dark and light modules (ISO/IEC 18004), which phones
 * read with their cameras. */
#ifndef PORT_QR_H
#define PORT_QR_H

#include "base/arena.h"

/* `*ret`: side * side letters, row by row, '1' dark and '0' light, without the quiet
 * zone of four modules around it. False: the text is too long. */
MUST_CHECK bool qr_make(struct arena *a, struct str text, struct str *ret, size_t *side);

#endif
