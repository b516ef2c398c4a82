/* edit_view.h - the register as an editor sees it: its kinds, the things of one kind,
 * and one thing with its fields, its versions and what refers to it.
 */
#ifndef MODEL_EDIT_VIEW_H
#define MODEL_EDIT_VIEW_H

#include "core/steps.h"
#include "model/barometer.h"
#include "model/column.h"
#include "model/record.h"
#include "model/source_draft.h"
#include "model/thing_page.h"

struct edit_item {                      /* a thing in a list */
	enum noun       noun;
	struct named    thing;          /* what has no title is called by what it names */
	struct str      about;          /* what it belongs to; may be empty */
	struct recorded recorded;
};

struct edit_items {
	struct edit_item *at;
	size_t            len, cap;
};

struct edit_kinds {                     /* how many there are of each; found by words */
	size_t            count[NOUN_COUNT];
	struct edit_items found;
	size_t            total;        /* of what was looked for; `found` may be fewer */
};

struct edit_field {
	size_t              column;
	struct str          name;       /* in the form */
	struct column_words words;
	struct str          value;      /* as the form shows it */
	struct named       *choice;     /* of a REF */
	size_t              choices;
	bool                many;       /* too many for a list to choose from: written by hand */
};

struct edit_cell {                      /* a field whose text another version gives otherwise */
	size_t     column;
	struct str before, after;
};

struct edit_version {
	struct recorded   recorded;
	struct str        why;
	struct edit_cell *cell;         /* none in the first */
	size_t            cells;
	int64_t           ended;        /* the change that ended it; 0: it stands */
};

/* What a target means, before it is saved. */
struct edit_meaning {
	bool                 shown;
	struct str           da, en;    /* the promise as a sentence */
	struct barometer_row row;       /* with the verdict that it would give */
	struct steps         steps;
	struct str           seen;      /* of the fields that were read: sent along by the form */
};

struct edit_view {
	enum noun            noun;
	bool                 is_new, retired;
	struct named         thing;
	struct thing_page    page;      /* where readers see it */
	int64_t              since;     /* of the version that the form was opened with */
	enum target_kind     kind;      /* of a target */
	struct edit_field   *field;
	size_t               fields;
	struct edit_version *version;   /* newest first */
	size_t               versions;
	struct edit_items    refers;    /* what refers to it */
	int64_t              measured;  /* measurements of it */
	struct source        source;    /* of the current version */
	int64_t              undo;      /* the newest change of it, when it is one's own and stands; 0 */
	bool                 stale;     /* somebody changed it meanwhile: `theirs` against what was sent */
	struct edit_cell    *theirs;
	size_t               their_cells;
	struct str           by;        /* who changed it */
	struct edit_meaning  meaning;
	const struct source_draft *draft;       /* of a source that is not saved: what its table has; NULL */
};

#endif
