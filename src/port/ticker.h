/* ticker.h - something that is done every so often on a thread of its own. */
#ifndef PORT_TICKER_H
#define PORT_TICKER_H

#include "base/str.h"

struct ticker;

typedef void ticker_work(void *context, struct ticker *t);

/* At once, and then `seconds` after each end. NULL: the thread could not start. */
struct ticker *ticker_start(int seconds, ticker_work *work, void *context);

/* Has ticker_stop() been called? For work that takes long. */
bool ticker_stopping(struct ticker *t);

/* Lets running work finish, ends the thread. NULL-safe. */
void ticker_stop(struct ticker *t);

#endif
