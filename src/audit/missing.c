#include "audit/audit.h"

void
audit_missing(struct audit *x)
{
	(void)x;
}
