/* import.h - a document into the register: stored, read, its proposals accepted.
 *
 * One document is one change in one transaction: all of it or nothing. A
 * document that the register already holds (the same bytes) changes nothing. A
 * CSV file whose header names an observation's columns is measurements in bulk,
 * see observe.h; a GeoJSON file is the outlines of areas, see import_shapes.h.
 */
#ifndef APP_IMPORT_H
#define APP_IMPORT_H

#include "app/change.h"
#include "model/imported.h"

struct import_how {
	bool       dry_run;             /* nothing is written; `s` may be NULL */
	bool       review;              /* proposals wait for a person */
	bool       publish;             /* everybody may read the document's text */
	struct act act;                 /* `why` is made from the file's name when empty */
};

/* The file at `path`. Its problems are diags. */
MUST_CHECK bool import_file(struct arena *a, struct store *s, struct str path,
                            const struct import_how *how, struct diags *d,
                            struct imported *ret);

/* Accepts or rejects waiting proposals, in one transaction and a change for each
 * document: those with the given
 * keys, or (len 0) all that wait. `*ret` is how many. */
MUST_CHECK bool import_decide(struct store *s, const struct str *keys, size_t len, bool accept,
                              const struct act *act, struct diags *d, size_t *ret);

#endif
