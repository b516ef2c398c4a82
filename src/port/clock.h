/* clock.h - what time it is. The only module that asks. */
#ifndef PORT_CLOCK_H
#define PORT_CLOCK_H

#include <stdint.h>

#define CLOCK_TEXT 25                   /* "2009-06-01T12:00:00.000Z" and a NUL */

/* Since some moment in the past, never backwards. clock_ms() is a few milliseconds
 * late at most, and costs next to nothing. */
int64_t clock_ms(void);
int64_t clock_us(void);

void    clock_pause(int milliseconds);  /* the thread waits */

int64_t clock_unix(void);               /* UTC, seconds since 1970-01-01 */
int32_t clock_today(void);              /* UTC, days since 1970-01-01 */
void    clock_write(char ret[CLOCK_TEXT]);      /* now, UTC */

#endif
