/* login.h - the way in: name and password, a second factor, a link that works once. */
#ifndef VIEW_PAGES_LOGIN_H
#define VIEW_PAGES_LOGIN_H

#include "model/account_view.h"
#include "view/form.h"

/* `next`: where to go then; may be empty. */
void login_page(struct page *p, const struct form_view *f, struct login_ways ways,
                struct str next);

/* Why somebody was not let in who did not send a form. */
void not_in_page(struct page *p, struct str why);

/* A secret for the phone, and the code that shows that it got it; between page_open()
 * and page_close(). With `password` the person says hers again. */
void factor_form(struct page *p, const struct form_view *f, const struct factor_view *m,
                 struct str action, struct str next, bool password);
void factor_page(struct page *p, const struct form_view *f, const struct factor_view *m,
                 struct str next);

/* To choose a password: of `name`, or (`first`) of the first administrator, who says who
 * she is. */
void link_page(struct page *p, const struct form_view *f, struct str name, bool first);

/* Password and once more. */
void password_fields(struct page *p, const struct form_view *f);

#endif
