#include "audit/audit.h"

void
audit_conflicts(struct audit *x)
{
	(void)x;
}
