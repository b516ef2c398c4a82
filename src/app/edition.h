/* edition.h - the register as a reader sees it: everything but most measurements,
 * in memory, judged as of one day.
 *
 * Made once and read by every page until the register changes; for another day it
 * is judged again from memory, and a change that only measured is followed. So a
 * page asks the database for little more than the measurements it draws. Those
 * are read with observations_load(a, ed->store, &ed->sn, indicator, &m), where
 * small numbers are withheld. Belongs to one thread.
 */
#ifndef APP_EDITION_H
#define APP_EDITION_H

#include "app/audit_register.h"
#include "app/budget_view.h"
#include "app/followups.h"
#include "app/stock.h"

struct edition_more;                    /* made when it is first asked for */
struct papers;                          /* papers.h: what was found in documents */

struct edition {
	struct arena          *arena;
	struct arena          *turn;    /* of evidence and judgements */
	struct store          *store;   /* for measurements */
	struct things         *things;
	struct snapshot        sn;      /* every noun */
	struct judge_when      when;
	struct barometer       judged;  /* every target */
	struct stock          *stock;   /* beside judged.at: what each is judged by */
	struct edition_more   *more;
	struct papers         *papers;  /* may outlive the edition */
	struct named           authority;
	size_t                 renewed; /* judgements in `turn` that others replaced */
};

/* Everything is in `a`, but `papers` where they are given. `now`: only the judgements are made anew, for another day,
 * without a statement; the rest is borrowed. NULL: all of it. False with a diag: a
 * problem in the store. */
MUST_CHECK bool edition_make(struct arena *a, struct store *s, const struct edition *now,
                             struct judge_when when, struct diags *d, struct edition *ret);

/* Only the nouns: nothing is judged, and no measurement is loaded. For who walks through
 * measurements (app/cube.h, app/package_open.h), whatever there is of them. */
MUST_CHECK bool edition_open(struct arena *a, struct store *s, struct judge_when when,
                             struct diags *d, struct edition *ret);

/* The same by the register as it was known at change `known`. */
MUST_CHECK bool edition_as_known(struct arena *a, struct store *s, int64_t known,
                                 struct judge_when when, struct diags *d, struct edition *ret);

/* To the newest change. `*ret` false: it did more than measure, and the edition,
 * which stays as it was, wants to be made anew. False: a problem in the store; the
 * edition is not to be used. */
MUST_CHECK bool edition_follow(struct edition *ed, bool *ret);

/* Everything is judged anew in `turn`, which it keeps. */
void edition_turn(struct edition *ed, struct arena *turn, struct judge_when when);

/* Is there more in `turn` that was replaced than what counts? */
bool edition_is_worn(const struct edition *ed);

/* By section; the findings about the register. NULL: a problem in the register. */
const struct overviews    *edition_economy(const struct edition *ed);
const struct audit_report *edition_audit(const struct edition *ed);
/* What the audit says of the register and of the text of published documents, which is
 * audited when this is first asked for. NULL: a problem in the store. */
const struct audit_report *edition_findings(const struct edition *ed);

/* What each initiative promised to follow up, beside sn.row[NOUN_INITIATIVE]. */
const struct followups    *edition_followups(const struct edition *ed);
/* The same as of the day itself, whatever the status date of a policy: for who owes it. */
const struct followups    *edition_promises(const struct edition *ed);
/* The day on which the register is looked at: asked for, else today. */
int32_t                    edition_day(const struct edition *ed);

/* The row of a target, by the target's id; NULL: there is none. */
const struct barometer_row *edition_target(const struct edition *ed, struct str id);
/* What a row of ed->judged is judged by: its evidence.own is what it is about. */
const struct stock_target  *edition_stock(const struct edition *ed,
                                          const struct barometer_row *r);

/* The thing with this key, or NULL. */
const struct noun_row *edition_thing(const struct edition *ed, enum noun noun, struct str key);

#endif
