/* letters.h - messages as people read them: plain text in their own language, lines that
 * end by themselves, each link on a line of its own. "{site}" is put in when they are sent.
 *
 * The first line is the subject.
 */
#ifndef VIEW_LETTERS_H
#define VIEW_LETTERS_H

#include "model/barometer.h"
#include "model/notice.h"
#include "view/lang.h"

struct letter_text {
	struct str subject, text;
};

/* What a member of staff is told today. `token`: of the address where she chooses. */
struct letter_text letter_of_notices(struct arena *a, const struct lang *l,
                                     const struct notice *n, size_t len, struct str token);

/* Asks whether the address may be written to about `objective`. */
struct letter_text letter_of_asking(struct arena *a, const struct lang *l,
                                    const struct named *objective, struct str authority,
                                    struct str confirm);

/* What changed. `stop`: a token. */
struct letter_text letter_of_changes(struct arena *a, const struct lang *l,
                                     const struct named *objective,
                                     const struct barometer_row *const *changed, size_t len,
                                     struct str stop);

#endif
