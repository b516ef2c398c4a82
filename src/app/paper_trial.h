/* paper_trial.h - a paper that somebody sends: what it is, by its content, and a first
 * reading in a process of its own.
 *
 * The server reads, audits and shows papers itself; before it does so for the first
 * time, a child does all of that with the same bytes, with limits of time and memory.
 * A paper that would end the program ends that child, and is refused.
 */
#ifndef APP_PAPER_TRIAL_H
#define APP_PAPER_TRIAL_H

#include "document/document.h"

#define PAPER_BYTES_MAX ((size_t)20 << 20)

/* By what stands in it; what it is called does not count. */
enum format paper_format(struct str text);

/* Why it is no paper: empty, binary, no UTF-8, or something that is taken in otherwise.
 * In English, for say(); NULL: it is a paper, as far as can be seen. */
const char *paper_fault(struct str text);

/* What it is laid out as, by the child where that is more than the text itself; in `a` or
 * `text`. False: the child ended with it, and `*why` says in English, for say(), why. */
MUST_CHECK bool paper_trial(struct arena *a, enum format format, struct str text, const char **why,
                            struct str *ret);

/* The child: the program is started again as `pejl --try-paper FORMAT`. */
#define PAPER_TRIAL "--try-paper"
bool paper_trial_asked(int argc, char *const argv[]);
int  paper_trial_main(char *const argv[]);      /* exit status */

#endif
