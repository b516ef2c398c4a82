/* accept.h - proposals become facts of the register.
 *
 * One proposal gives one thing (an initiative, an indicator, a budget line, ...)
 * and what hangs on it, each with the place and words it was read from. Nothing
 * is added to what the document says: a figure without a period is not recorded
 * as a measurement, a goal that no machine can check becomes an undefined target.
 * Themes, objectives, units, agreements and mandates that the register already
 * has by the same title are joined, not doubled.
 */
#ifndef APP_ACCEPT_H
#define APP_ACCEPT_H

#include "app/change.h"
#include "recognise/recognise.h"

struct accepted_line {
	uint32_t line;
	int64_t  id;
};

struct accept {                         /* one document's proposals being accepted */
	struct arena   *arena;
	struct store   *store;
	struct things  *things;
	struct snapshot sn;             /* NOUN_ALL, before this change */
	int64_t         change;
	struct str      title;          /* of the document */
	struct period   date;           /* of the document, when dated */
	int64_t         document;
	struct titles  *titles;         /* what can be joined, by title */
	struct accepted_line *lines;    /* budget lines of this change, by where they stand */
	size_t          lines_len, lines_cap;
	int64_t         area;           /* that figures are of; 0: not asked yet */
	int64_t         into;           /* a thing that the proposal tells more of; 0: none */
	bool            merged;         /* that was done, */
	struct noun_row merge;          /* and this is what it says now */
	int64_t        *told;           /* things that were told more of */
	size_t          told_len, told_cap;
};

/* Inside a transaction, with `change` opened. `*ret` is the thing it became; 0:
 * a claim, which stays a proposal. False: a problem in the store. */
MUST_CHECK bool accept_proposal(struct accept *x, const struct proposal *p, int64_t *ret);

/* What a proposal of this kind can tell more of: a thing of this noun with the same
 * title; NOUN_NONE: it is joined by itself, or always new. */
enum noun accept_merges(enum proposal_kind kind);

/* Why it has to wait, as N_() words, and at which of its fields: a prognosis is of an
 * indicator that the register has by that name, counted alike, in a paper with a date.
 * NULL: it can be accepted now. */
const char *accept_refuses(struct accept *x, const struct proposal *p, enum field_kind *at);

/* Does it point to another, which is to be accepted before it? */
bool accept_comes_last(const struct proposal *p);

/* ---- for the files accept_*.c, one per family of proposals ---- */

/* A current row of `noun` with this title, ignoring case and accents; 0: none. */
int64_t accept_find(struct accept *x, enum noun noun, struct str title);

/* Adds a thing whose key is made from `words`. Its row's since, until and place
 * (from `f`; NULL: none) are filled in. 0: a problem in the store. */
int64_t accept_add(struct accept *x, enum noun noun, struct str words, struct noun_row *row,
                   const struct field *f);

/* The city's own area. A register that does not say whose it is gets an
 * authority and its area without a name, for a person to fill in. */
MUST_CHECK bool accept_area(struct accept *x, int64_t *ret);

/* The found one, or a new one with only its title. 0: a problem. */
int64_t accept_titled(struct accept *x, enum noun noun, size_t title_column,
                      const struct field *f);

struct str          proposal_text(const struct proposal *p, enum field_kind kind);

/* Its title, where that stands: in the field whose words it is, else where the
 * proposal begins. */
struct field        proposal_place(const struct proposal *p);

/* The committee or administration that `text` names, by title or short name. */
int64_t accept_unit(struct accept *x, struct str text);
/* The decision that `f` names, new or known. */
MUST_CHECK bool accept_mandate(struct accept *x, const struct field *f, int64_t *ret);
struct goal {                           /* what a goal in words belongs to */
	int64_t             objective, initiative;      /* 0: none */
	struct str          indicator;  /* what is measured, when the document says so */
	const struct field *status;     /* how it stands, when the document says so */
	const struct field *level;      /* the level that the document prints beside it */
	bool                falls;      /* it is that level alone, below its baseline */
};

/* Targets (and their indicators, when they can be checked) from a goal's words.
 * `*ret` is the first. */
MUST_CHECK bool accept_goal(struct accept *x, const struct field *f, const struct goal *g,
                            int64_t *ret);
/* The first figure of a text. */
MUST_CHECK bool accept_figure(struct accept *x, struct str text, struct reading *ret);
/* The measurement that a status states, when it states only one: one figure in
 * `unit` (of "fra A til B" the second) and at most one period; without one it is
 * the document's date, marked as assumed. */
MUST_CHECK bool accept_status_figure(struct accept *x, int64_t indicator, enum unit unit,
                                     const struct field *f);

/* The first period with a year in a text; not dated: there is none. */
struct period   accept_period(struct str text);
/* What a cell measures: when its own words say so, else `otherwise`, which may be
 * assumed. Nothing is recorded where neither is dated. */
MUST_CHECK bool accept_measurement(struct accept *x, int64_t indicator, const struct field *f,
                                   struct period otherwise, bool assumed);

MUST_CHECK bool accept_status_form(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_action(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_result_goal(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_goal_status(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_indicator(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_budget_line(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_printed_total(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_project(struct accept *x, const struct proposal *p, int64_t *ret);
MUST_CHECK bool accept_prognosis(struct accept *x, const struct proposal *p, int64_t *ret);

#endif
