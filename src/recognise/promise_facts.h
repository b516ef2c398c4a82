/* promise_facts.h - what a goal's words and figures say, before a kind is chosen:
 * which figure changes, which is reached, which was the start, and by when.
 * Inside recognise/ only. */
#ifndef RECOGNISE_PROMISE_FACTS_H
#define RECOGNISE_PROMISE_FACTS_H

#include "recognise/promise.h"

#define PROMISE_BYTES_MAX 4096  /* what is longer is no goal but a chapter */

/* What a figure of the text is there for. */
enum role { ROLE_NONE, ROLE_CHANGE, ROLE_LEVEL, ROLE_BASELINE, ROLE_GAP, ROLE_PLAIN };

struct facts {
	struct reads         *reads;
	struct arena         *arena;
	struct str            text;
	const struct folded  *folded;
	struct readings       r;
	enum role            *role;             /* of each reading */
	int                   year;
	const struct reading *change, *level, *plain, *printed;
	struct period         deadline, window, baseline;
	bool                  has_deadline, has_window, has_baseline;
	enum direction        verb;
};

/* Fills in the rest from reads, arena, text and year. */
void facts_gather(struct facts *f);

/* Folded words right before and after byte `at`. */
struct str facts_before(const struct facts *f, size_t at);
struct str facts_after(const struct facts *f, size_t at);

/* Does `s` end with the words, whatever qualifier follows them? */
bool facts_end_with(struct str s, const char *words);

/* Which way a figure goes: the verb nearest before it, else the first after it. */
enum direction facts_direction(const struct facts *f, const struct reading *r);

#endif
