/* remarks.h - findings as a compiler prints them:
 *
 *	FILE:LINE:COL: error sum: MESSAGE
 *	    “the offending words”
 *	    expected 508.0, printed 499.5: -8.5
 *	    may explain it: 8.5, line 341: Sprog og integration
 *	    hint: ...
 *
 * and a line that counts the claims. A place that is not known is left out.
 */
#ifndef CLI_REMARKS_H
#define CLI_REMARKS_H

#include "base/buf.h"
#include "model/finding.h"

struct remarks {
	struct buf *out;
	bool        danish, colour;
};

void remarks_write(const struct remarks *k, const struct audit_report *r);
/* What holds: "FILE:LINE:COL: holds sum: 88.9 = 10.0 + ...". */
void remarks_write_held(const struct remarks *k, const struct audit_report *r);
/* "37 claims checked, 31 hold, 6 do not". */
void remarks_write_count(const struct remarks *k, const struct audit_report *r);

#endif
