/* codes.h - tables whose rows have a code each, by which files and addresses name them.
 *
 * `first` is the code of the first row, `apart` the bytes from one row to the next. The macros
 * take a table and that code:
 *	CODE_READ(kinds, kinds->code, code, ret)        rows with a column `code`
 *	CODE_READ(codes, *codes, code, ret)             codes alone
 */
#ifndef BASE_CODES_H
#define BASE_CODES_H

#include "base/str.h"

/* The place of the row; `n`: there is none. */
size_t codes_find(const struct str *first, size_t apart, size_t n, struct str code);

/* Into the enum that counts the rows, `size` bytes at `ret`. False: there is none. */
MUST_CHECK bool codes_read(const struct str *first, size_t apart, size_t n, struct str code,
                           void *ret, size_t size);

#define CODE_FIND(table, first, code) \
	codes_find(&(first), sizeof *(table), COUNT_OF(table), (code))
#define CODE_READ(table, first, code, ret) \
	codes_read(&(first), sizeof *(table), COUNT_OF(table), (code), (ret), sizeof *(ret))

#endif
