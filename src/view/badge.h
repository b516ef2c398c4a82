/* badge.h - what the audit says, as small signs and as a whole: severity in word,
 * icon and colour, the code, the message with its figures.
 */
#ifndef VIEW_BADGE_H
#define VIEW_BADGE_H

#include "model/finding.h"
#include "view/page.h"

/* "Error", for say(). */
const char *badge_word(enum severity s);

/* "Fejl", "Advarsel", "Bemærkning" with its icon. */
void badge_severity(struct page *p, enum severity s);

/* Its icon alone, as a link to where the finding is told: `id` is an element of this
 * page. The words are there for who cannot see it. */
void badge_sign(struct page *p, const struct finding *f, struct str id);

/* "En sum, der ikke går op" as a link to the rule on the page of the method. */
void badge_code(struct page *p, enum audit_code c);

/* Badge, rule, message, the figures and what would explain them, what was answered: the
 * content of an item of a list. `document`: the lines of candidates are lines of this one; empty:
 * they are not linked. */
void badge_finding(struct page *p, const struct finding *f, struct str document);

/* One line about what a rule checks; for everybody, beside its title. */
const char *badge_rule(enum audit_code c);

/* "88 claims were checked: 72 holding, 16 not." */
void badge_claims(struct page *p, const struct audit_report *r);

#endif
