/* browse.h - look at the register: lists of a kind, and one thing with all that
 * refers to it.
 *
 * A kind is a term of the glossary, in the singular or plural, in English or
 * Danish: the nouns, and besides them observation, baseline and change.
 */
#ifndef APP_BROWSE_H
#define APP_BROWSE_H

#include "app/observations.h"
#include "model/record.h"

enum browse_kind { BROWSE_NOUN, BROWSE_OBSERVATION, BROWSE_BASELINE, BROWSE_CHANGE };

struct browse_term {
	enum browse_kind kind;
	enum noun        noun;          /* BROWSE_NOUN */
};

MUST_CHECK bool browse_term(struct str word, struct browse_term *ret);

/* Everything of a kind, by id. `sn` holds NOUN_ALL. Observations only those of
 * `indicator` unless that is 0. */
MUST_CHECK bool browse_list(struct arena *a, struct store *s, const struct snapshot *sn,
                            struct browse_term term, int64_t indicator, struct records *ret);

struct browse_page {
	struct record  record;
	struct records history;         /* all versions, oldest first */
	struct records related;         /* what refers to it, by kind and id */
	struct records observations;    /* of an indicator */
};

/* False without a problem in the store: there is no such thing. */
MUST_CHECK bool browse_show(struct arena *a, struct store *s, const struct snapshot *sn,
                            enum noun noun, struct str id, struct browse_page *ret);

#endif
