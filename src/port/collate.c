#include "port/collate.h"
#include <stdlib.h>
#include <unicode/ucol.h>

/* The library is part of the program: that it has no Danish is not to be lived with. */
struct collator *
collate_open(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *c = ucol_open("da_DK", &status);

	ucol_setAttribute(c, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
	if (U_FAILURE(status))
		abort();
	return (struct collator *)c;
}

void
collate_close(struct collator *c)
{
	ucol_close((UCollator *)c);
}

static const char *
start(struct str s)
{
	return s.len > 0 ? s.at : "";
}

int
collate_cmp(const struct collator *c, struct str a, struct str b)
{
	UErrorCode       status = U_ZERO_ERROR;
	UCollationResult r = ucol_strcollUTF8((const UCollator *)c, start(a), (int32_t)a.len,
	    start(b), (int32_t)b.len, &status);

	if (U_FAILURE(status))
		abort();
	return r == UCOL_LESS ? -1 : r == UCOL_GREATER ? 1 : str_cmp(a, b);
}
