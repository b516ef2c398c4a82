/* source_reach.h - which hosts figures may come from.
 *
 * That is configuration (--source-hosts, PEJL_SOURCE_HOSTS) of whoever runs the machine, and
 * no form's: a source names an address, and whether its host is asked is said elsewhere.
 */
#ifndef APP_SOURCE_REACH_H
#define APP_SOURCE_REACH_H

#include "base/str.h"
#include <stdatomic.h>

#define SOURCE_HOSTS "api.statbank.dk"  /* when nothing is configured */

struct source_reach {
	struct str hosts;               /* blanks or commas between; empty: SOURCE_HOSTS */
	bool       private;             /* addresses of this machine and network may be asked */
	int64_t    wait_ms;             /* see port/fetch.h */
	const atomic_bool *stop;        /* the same; NULL: never */
};

/* "api.statbank.dk" of "https://api.statbank.dk/v1"; empty: it is no such address, or one
 * that could be read two ways. */
struct str source_host(struct str url);

/* Is its host one of those? A host stands for all its ports and for no other name. */
bool source_reaches(struct str hosts, struct str url);

#endif
