/* reading_view.h - a paper that somebody sent, on its way into the inbox. */
#ifndef MODEL_READING_VIEW_H
#define MODEL_READING_VIEW_H

#include "base/arena.h"

/* id, code. KNOWN: the register had it. UNREAD: it ended the process in which it was read, or
 * nothing in it can be read. DENIED: who sent it may no longer. */
#define READING_STATES(X)                                                             \
	X(WAITING, "waiting") X(NOW, "reading") X(DONE, "done") X(KNOWN, "known")     \
	X(UNREAD, "unread") X(DENIED, "denied")

enum reading_state {
#define X(id, code) READING_##id,
	READING_STATES(X)
#undef X
	READING_STATE_COUNT
};

struct sent_paper {
	int64_t            id;
	enum reading_state state;
	struct str         name;        /* of the file */
	struct str         key;         /* of the document, when it is done or known; of UNREAD why,
	                                 * for say(); may be empty */
	int64_t            ahead;       /* papers that are read before it */
};

#endif
