/* earlier.h - what earlier papers said, for the next one to be held against. Inside audit/
 * only.
 *
 * Papers that say the very same of what may be one measure, in the same order, are one group
 * with the places of the first few of them: what is kept grows with what is said for the
 * first time, not with how often it is said.
 */
#ifndef AUDIT_EARLIER_H
#define AUDIT_EARLIER_H

#include "base/arena.h"

#define EARLIER_PAPERS_MAX 4            /* of a group whose places are kept */

struct said_at {                        /* a fact of one paper */
	struct str packed;              /* kept_fact.h */
	uint32_t   line;
};

struct saying {
	struct str packed;
	uint32_t   line[EARLIER_PAPERS_MAX];    /* in each of the papers */
};

struct group {
	struct group *next;             /* of its slot */
	uint64_t      hash;             /* of what may be one measure */
	uint32_t      papers;
	uint32_t      paper[EARLIER_PAPERS_MAX];        /* the first of them, ascending */
	uint32_t      len;
	struct saying at[];             /* each once, in the order of the paper */
};

struct earlier {
	struct arena  *arena;
	struct group **slot;
	size_t         slots, groups;
	bool           apart;           /* each paper in a group of its own */
};

struct earlier earlier_new(struct arena *a, bool apart);

/* Those with the hash; NULL: no more. */
const struct group *earlier_first(const struct earlier *e, uint64_t hash);
const struct group *earlier_next(const struct group *g);

/* What `paper`, a number above those before, says: each once. Texts are copied. */
void earlier_add(struct earlier *e, uint64_t hash, uint32_t paper, const struct said_at *said,
                 size_t n);

#endif
