/* source_draft.h - a source as it is written in a form, looked at before it is saved: its
 * table is described, fields that are empty are filled in with what the table suggests, and
 * what would come is looked up when the form says enough. Nothing of the register is written.
 *
 * The bureau is asked beside, as for all others (source_queue.h): what was written is kept
 * with the run that looks at it, for whoever wrote it alone.
 */
#ifndef APP_SOURCE_DRAFT_H
#define APP_SOURCE_DRAFT_H

#include "app/source_queue.h"
#include "app/source_view.h"
#include "model/source_draft.h"

/* A deed. Faults are only of the fields without which nobody can be asked: kind, address and
 * table. Where it leads is the page that tells how far it is. */
enum deed_state source_draft_want(struct deed *d, const struct edit_ask *ask);

/* For source_queue.c: looks, and ends the run. False: a problem in the store. */
struct source_draft_work {
	struct arena              *a;
	struct store              *s;
	const struct source_reach *reach;
	int64_t                    run, now;
	const struct actor        *who;
};

MUST_CHECK bool source_draft_look(const struct source_draft_work *w);

/* `*found` false: there is none, or it is somebody else's. */
MUST_CHECK bool source_draft_view(const struct source_look *k, int64_t run, struct source_draft *ret,
                                  bool *found);

/* The faults of its fields that are filled in, with what went wrong when it was asked for at
 * the field that it is about. */
void source_draft_faults(const struct snapshot *sn, const struct edit_ask *ask,
                         const struct source_draft *m, struct faults *f);

#endif
