/* followup.h - the words by which a text promises that something will be followed up, or
 * tells that it was.
 *
 * "Evalueres i maj 2012, og resultaterne forelægges udvalget": each date belongs to the
 * clause it stands in, since one sentence often tells of what was and what will be.
 */
#ifndef RECOGNISE_FOLLOWUP_H
#define RECOGNISE_FOLLOWUP_H

#include "recognise/folded.h"

/* What a follow-up is called; ends with NULL. */
extern const char *const followup_words[];
/* What is said of one that is to come. */
extern const char *const followup_coming_words[];

/* The clause around bytes [at, end) of a sentence, the clause before it having ended at
 * `from`. */
struct str followup_clause(struct arena *a, struct str sentence, size_t from, size_t at,
                           size_t end);

/* Does the clause promise a follow-up that is still to come? It may be named elsewhere in
 * the sentence. */
bool       followup_is_promised(struct arena *a, struct str sentence, struct str clause);

/* Does it tell of what has been done? */
bool       followup_is_done(struct arena *a, struct str clause);

#endif
