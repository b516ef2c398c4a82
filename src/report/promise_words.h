/* promise_words.h - how it went with a promise, in the reader's language. */
#ifndef REPORT_PROMISE_WORDS_H
#define REPORT_PROMISE_WORDS_H

#include "model/followup.h"
#include "view/lang.h"

struct str promise_state(const struct lang *l, enum followup_state s);

#endif
