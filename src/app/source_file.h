/* source_file.h - the bytes of a source's file -> figures, by its kind and columns. */
#ifndef APP_SOURCE_FILE_H
#define APP_SOURCE_FILE_H

#include "app/source_ask.h"

/* Figures are in `room`. False with a diag. */
MUST_CHECK bool source_file_read(struct source_ask *q, const struct source_selection *picks,
                                 struct str bytes, struct arena *room, struct figures *ret);

#endif
