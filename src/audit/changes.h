/* changes.h - "steget 28 pct. (fra 9.109 til 11.668)": a change and the two
 * figures it lies between, in one sentence. Inside audit/ only. */
#ifndef AUDIT_CHANGES_H
#define AUDIT_CHANGES_H

#include "audit/spoken.h"

enum heading_to { HEADING_UNKNOWN, HEADING_UP, HEADING_DOWN };

struct change_said {
	size_t          change, before, after;  /* figures of the sentence */
	enum heading_to way;
};

/* The change whose first figure is `i`. */
bool change_find(const struct said *s, size_t i, struct change_said *ret);

/* Which way the words go; both ways: unknown. */
enum heading_to change_way(struct str folded);

/* Is it a promise ("skal øges …") rather than what happened? */
bool change_is_promised(struct str folded);

/* Recomputes it under `code`; `exact`: the change is promised, so it is no
 * measurement and has no rounding of its own. */
void change_judge(struct audit *x, const struct said *s, struct change_said c,
                  enum audit_code code, bool exact);

#endif
