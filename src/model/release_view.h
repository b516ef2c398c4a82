/* release_view.h - reports that were laid before the council, as they were: each with what
 * it was made of, what it corrects, and what is otherwise in the next.
 *
 * Filled by app/releases; what changed by report/facts.
 */
#ifndef MODEL_RELEASE_VIEW_H
#define MODEL_RELEASE_VIEW_H

#include "model/release_mention.h"
#include "model/report_view.h"
#include "model/thing_page.h"

/* id, code in release_line: what is kept of each, letter by letter */
#define RELEASE_PARTS(X)                                                               \
	X(FACTS, "facts") X(TREE_DA, "tree.da") X(HTML_DA, "html.da")                  \
	X(TREE_EN, "tree.en") X(HTML_EN, "html.en")

enum release_part {
#define X(id, code) RELEASE_PART_##id,
	RELEASE_PARTS(X)
#undef X
	RELEASE_PART_COUNT
};

struct str release_part_code(enum release_part p);

struct release_row {
	struct named     release, policy;
	struct thing_shown about;       /* the one thing it is of; without an id: all */
	enum report_kind kind;
	bool             has_compared, has_laid;
	int32_t          as_of, compared, laid;
	int64_t          known, since;  /* the newest change in it; the one that laid it */
	struct str       version, digest, reason, who;
	struct named     corrects, corrected_by;        /* other releases; may be empty */
};

struct release_list {
	struct release_row *at;         /* newest first */
	size_t              len;
};

/* A report that is being laid: all of it, and its SHA-256 (of the trees). */
struct release_frozen {
	struct str part[RELEASE_PART_COUNT];
	struct str digest;
};

/* ---- what changed from one to the other ---- */

struct release_change {
	struct named thing;
	struct str   before, after;     /* in the reader's language; empty: was not there */
};

struct release_changes {
	struct release_change *verdict, *figure, *money, *promise;
	size_t                 verdicts, figures, moneys, promises;
};

#endif
