/* accounts.h - the pages of who manages accounts, and of one's own. */
#ifndef VIEW_PAGES_ACCOUNTS_H
#define VIEW_PAGES_ACCOUNTS_H

#include "model/account_view.h"
#include "view/work.h"

void accounts_page(struct page *p, const struct work *w, const struct accounts_shown *m);
/* m->of */
void account_page(struct page *p, const struct work *w, const struct accounts_shown *m);

/* One's own: language, password, second factor, the way out everywhere. */
void own_account_page(struct page *p, const struct work *w, bool has_factor);
void own_factor_page(struct page *p, const struct work *w, const struct factor_view *m);

/* ---- shared by the two ---- */

/* The role of a grant with its unit and policy. */
void account_grant_words(struct page *p, const struct grant_view *g);
/* The same as a text, in the language of the page. */
struct str account_grant_about(struct page *p, const struct grant_view *g);
/* Role, unit and policy; `wanted`: one has to be chosen. */
void account_grant_fields(struct page *p, const struct form_view *f,
                          const struct accounts_shown *m, bool wanted);
/* Name and mail. */
void account_person_fields(struct page *p, const struct form_view *f,
                           const struct account_view *of);
/* A link that was just made: nobody can show it again. */
void account_link_box(struct page *p, struct str link);

#endif
