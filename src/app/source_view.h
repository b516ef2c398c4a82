/* source_view.h - figures from bureaus as pages show them: from the register and the log. */
#ifndef APP_SOURCE_VIEW_H
#define APP_SOURCE_VIEW_H

#include "app/edit.h"
#include "app/source_log.h"

#define SOURCE_LOG_SHOWN 20             /* of one source */
#define SOURCES_EVERY    86400          /* seconds: the timer, see packaging/ */

struct source_look {
	struct arena          *a;
	struct store          *s;
	const struct snapshot *sn;
	const struct actor    *who;
	struct str             hosts;   /* see source_reach.h */
	int64_t                now;
};

/* All of them, by title. False: a problem in the store. */
MUST_CHECK bool sources_view(const struct source_look *k, struct sources_view *ret);

/* `*found` false: there is no source of this key, or it was taken out of use. */
MUST_CHECK bool source_view(const struct source_look *k, struct str key, struct source_view *ret,
                            bool *found);

/* One time that a source was asked, with its figures. */
MUST_CHECK bool source_run_view(const struct source_look *k, int64_t id, struct source_run *ret,
                                bool *found);

#endif
