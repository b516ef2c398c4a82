/* edit.h - the register in the hands of an editor: a thing is made, changed or taken
 * out of use, each as one change with its row in the trail.
 *
 * A form is read by the rules that packages are loaded by (app/validate.h). A text that
 * was not touched stays as it is, whatever it holds. The form says which version it was
 * opened with: when another one stands meanwhile, nothing is written (DEED_STALE). What
 * is referred to cannot be taken out of use, but for its translations, which go with it.
 * Who may: RIGHT_EDIT for the unit and policy that the thing belongs to, as it was and as
 * it is to be. A prognosis is made by those who measure (RIGHT_MEASURE for the unit of its
 * indicator, and for the unit that it is said by), and corrected with a reason.
 */
#ifndef APP_EDIT_H
#define APP_EDIT_H

#include "app/deed.h"
#include "app/edition.h"
#include "model/edit_view.h"
#include "model/posted.h"

struct edit_ask {
	const struct edition *ed;       /* as readers see it; may be older than the register */
	const struct posted  *form;     /* NULL: nothing was sent */
	enum noun             noun;
	struct str            key;      /* of the thing; empty: a new one */
	struct str            about;    /* of a new prognosis: its indicator's key, or empty */
	struct str            lang;     /* of the page; figures are in its notation */
	bool                  danish;
	int32_t               today;
	struct str            hosts;    /* that a source may name, see source_reach.h */
};

#define EDIT_PATH "work/register"       /* behind the language */
#define SOURCES_PATH "work/sources"     /* the same, of sources of figures */

/* Fields of a form besides those of the columns. */
#define EDIT_SINCE  "since"             /* the version it was opened with */
#define EDIT_WHY    "why"
#define EDIT_SOURCE "still"             /* the source still says so */
#define EDIT_SEEN   "seen"              /* of a target: what was read before it is saved */
#define EDIT_SHOW   "show"              /* the button that only shows */
#define EDIT_TRY    "try"               /* of a source: the button that tries it when it is saved */

/* The register as it stands now: that of the edition, or read anew. NULL: a problem in
 * the store. In a transaction, what it gives is what is written to. */
const struct snapshot *edit_register(struct arena *a, struct store *s, const struct edition *ed);

/* By its plural, as addresses have it: "comparator-sets". */
MUST_CHECK bool edit_noun(struct arena *a, struct str plural, enum noun *ret);

/* Each is a whole deed. Where it leads is the thing's page, or the list of its kind.
 * DEED_OPEN: a target whose meaning is to be read first; nothing was written. */
enum deed_state edit_save(struct deed *d, const struct edit_ask *ask);
enum deed_state edit_retire(struct deed *d, const struct edit_ask *ask);
/* Takes a change back that the person made herself: `form` names it, "change". */
enum deed_state edit_undo(struct deed *d, const struct edit_ask *ask);

/* ---- for edit_*.c ---- */

/* The row that the form says, on top of `now` (NULL: nothing yet): faults at its fields. */
struct noun_row edit_read(struct arena *a, const struct snapshot *sn, const struct edit_ask *ask,
                          const struct noun_row *now, struct faults *f);

/* A cell as a form shows it. */
struct str edit_shown(struct arena *a, const struct snapshot *sn, enum noun n, size_t column,
                      const struct noun_row *row, bool danish);

/* What a form asks for: for a target what its kind needs, and what stands there. */
bool edit_asks(enum noun n, size_t column, const struct noun_row *row);

/* A target that was of the kind `before` and is of another now keeps only what that uses. */
void edit_of_kind(struct noun_row *row, struct str before);

/* May she edit it, as it is in `row`? */
bool edit_may(const struct actor *who, const struct snapshot *sn, enum noun n,
              const struct noun_row *row);

/* The same of another right. */
bool edit_has(const struct actor *who, enum right right, const struct snapshot *sn, enum noun n,
              const struct noun_row *row);

/* Did she make it herself, from a form? */
bool edit_is_own(const struct actor *who, const struct change_row *c);

/* With its texts, which a cursor only lends. */
struct noun_row edit_row_dup(struct arena *a, enum noun n, const struct noun_row *row);

/* The newest version of a thing, whether it stands or not; false: none, or a problem. */
MUST_CHECK bool edit_newest(struct arena *a, struct store *s, enum noun n, int64_t id,
                            struct noun_row *ret);

/* The things that refer to it, but for its translations, and how many measurements do. */
struct edit_items edit_refers(struct arena *a, const struct snapshot *sn, int64_t id);
MUST_CHECK bool   edit_measured(struct store *s, int64_t id, int64_t *ret);

/* The texts by which two versions differ, as `danish` people read them. */
struct edit_cell *edit_cells(struct arena *a, const struct snapshot *sn, enum noun n,
                             const struct noun_row *before, const struct noun_row *after,
                             bool danish, size_t *ret);

/* A word for what a row says: the same for the same texts. */
struct str edit_seen(struct arena *a, enum noun n, const struct noun_row *row);

#endif
