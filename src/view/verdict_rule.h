/* verdict_rule.h - what each verdict means, in the reader's language, as published. */
#ifndef VIEW_VERDICT_RULE_H
#define VIEW_VERDICT_RULE_H

#include "core/evaluate.h"
#include "view/page.h"

/* One or two sentences; the limits in it are those of the rule. In p->a. */
struct str verdict_meaning(struct page *p, enum verdict v);

/* <span class="verdict met"><span class="icon">✓</span> nået</span> */
void       verdict_chip(struct page *p, enum verdict v);

#endif
