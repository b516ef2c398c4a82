/* parts.h - sums in running text: "342 …, heraf 171 … de resterende 171", "10 mio.
 * kr. fordelt på 6 projekter à …". Inside audit/ only. */
#ifndef AUDIT_PARTS_H
#define AUDIT_PARTS_H

#include "audit/spoken.h"

void parts_check(struct audit *x, const struct passage *p);

/* "5,0 mio. kr. til seks projekter" against the projects that the document lists. */
void parts_check_projects(struct audit *x, const struct passage *p);

#endif
