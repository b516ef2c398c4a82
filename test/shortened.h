/* shortened.h - how often what is made up at random is tried: `often`, or `seldom` where
 * PEJL_TEST_SHORT is set. make check sets it for the second of its two builds.
 */
#ifndef TEST_SHORTENED_H
#define TEST_SHORTENED_H

#include <stdlib.h>

static inline int
shortened(int often, int seldom)
{
	return getenv("PEJL_TEST_SHORT") != NULL ? seldom : often;
}

#endif
