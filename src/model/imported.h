/* imported.h - what an import found in a document, as it is told to people. */
#ifndef MODEL_IMPORTED_H
#define MODEL_IMPORTED_H

#include "base/arena.h"

struct imported_kind {                  /* "status_form", "status forms", how many */
	struct str code, words;
	size_t     count;
};

struct imported_line {                  /* what was not recognised */
	uint32_t   line, column;
	struct str text;
};

struct imported {
	struct str            file, sha256, format;
	struct imported_kind *kind;
	size_t                kinds;
	struct imported_line *unknown;
	size_t                unknown_len;
	bool                  already;  /* the register has it: nothing was changed */
	int64_t               document; /* thing; 0: a dry run */
	int64_t               change;   /* that brought it; 0: dry run or already */
	size_t                accepted, waiting;
	size_t                observations, corrections;        /* of an observation file */
	bool                  is_observations;
	size_t                features, shapes, unmatched;      /* of a file of shapes */
	bool                  is_shapes;
};

struct imported_list {
	struct imported *at;
	size_t           len;
};

#endif
