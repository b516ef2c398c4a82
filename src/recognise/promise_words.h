/* promise_words.h - the Danish words that goals are made of. Folded, see
 * folded.h. Inside recognise/ only. */
#ifndef RECOGNISE_PROMISE_WORDS_H
#define RECOGNISE_PROMISE_WORDS_H

#include "recognise/folded.h"

extern const char *const words_rise[], *const words_fall[], *const words_hold[];
extern const char *const words_measure[];       /* what can rise and fall: "andelen", "antallet" */
extern const char *const words_worse[];         /* measures that are better low */
extern const char *const words_persons[];
extern const char *const words_done[];          /* what a milestone says is done */
extern const char *const words_no_new[];
extern const char *const words_benchmark[], *const words_comparators[];
extern const char *const words_parity[];
extern const char *const words_gap[], *const words_close[];
extern const char *const words_each_place[], *const words_each_year[];
extern const char *const words_keep[];
extern const char *const words_duration[];      /* after a figure: no count ("3 måneder", "25 årige") */
extern const char *const words_before_change[]; /* "stigning på 15 pct." */

#endif
