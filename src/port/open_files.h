/* open_files.h - how many files this process may have open at a time. */
#ifndef PORT_OPEN_FILES_H
#define PORT_OPEN_FILES_H

#include <stddef.h>

/* Raises the limit to `wanted` as far as the system lets it. Returns what it is now. */
size_t open_files_raise(size_t wanted);

#endif
