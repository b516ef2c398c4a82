/* package.h - the register as a tabular data package: a folder of CSV files.
 *
 * datapackage.json (profile tabular-data-package) lists the resources. Every
 * noun of model/nouns.h is a file TABLE.csv with the columns
 *	id, since, until, <the noun's columns>, line, col, quote
 * one row a version: id is the key, since and until are ids of change.csv (until
 * empty: current). References are keys (kind:key where any kind may stand).
 * Besides:
 *	change.csv         id, at, who, why, document, undoes, nonce
 *	observation.csv    indicator, area, group, from, to, precision, method, value,
 *	                   qualifier, high, sample, effect, missing, assumed,
 *	                   preliminary, breaks, since, until, line, col
 *	                   (area: an area's key, or "comparator:" and a set's;
 *	                   value and high: decimals with a point, as printed)
 *	document_line.csv  document, line, text: the documents themselves
 * RFC 4180 with CRLF, quotes only where needed, rows by the bytes of their keys:
 * dump, load, dump gives identical bytes on both engines.
 */
#ifndef APP_PACKAGE_H
#define APP_PACKAGE_H

#include "store/store.h"

struct package_count {
	size_t files, rows;
};

/* Written beside what is there, and moved into place when whole. DIR must not exist, be empty, or be a
 * package, which is replaced. */
MUST_CHECK bool package_dump(struct store *s, struct str dir, struct diags *d,
                             struct package_count *ret);

/* Into a register without content: all of it or nothing. Every problem of every
 * file is a diag with file and line: duplicate and dangling ids, values that
 * are not of their type, codes that do not exist, versions that overlap. */
MUST_CHECK bool package_load(struct store *s, struct str dir, struct diags *d,
                             struct package_count *ret);

#endif
