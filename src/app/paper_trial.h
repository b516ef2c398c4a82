/* paper_trial.h - a paper that somebody sends: what it is, by its content, and its reading
 * in a process of its own.
 *
 * A child lays it out, reads and recognises it, with limits of time and memory, and tells
 * what it saw (paper_seen.h): the server has only that. It also audits and shows the text
 * that will be kept, as the server does once it is in the register. A paper that would
 * end the program ends that child, and is refused.
 */
#ifndef APP_PAPER_TRIAL_H
#define APP_PAPER_TRIAL_H

#include "app/paper_seen.h"

#define PAPER_BYTES_MAX ((size_t)20 << 20)

/* By what stands in it; what it is called does not count. The child asks. */
enum format paper_format(struct str text);

/* Why it is no paper: empty, binary, no UTF-8, or something that is taken in otherwise.
 * In English, for say(); NULL: it is a paper, as far as can be seen. */
const char *paper_fault(struct str text);

/* What the child saw, in `a`. False: the child ended with it, and `*why` says in English,
 * for say(), why. */
MUST_CHECK bool paper_trial(struct arena *a, struct str bytes, const char **why, struct paper_seen *ret);

/* The child: the program is started again as `pejl --try-paper`. */
#define PAPER_TRIAL "--try-paper"
bool paper_trial_asked(int argc, char *const argv[]);
int  paper_trial_main(void);            /* exit status */

#endif
