/* account.h - the people who work in Pejl: making an account, its roles, its stand-ins,
 * closing it, and links that work once.
 *
 * Who manages accounts does so with these (RIGHT_MANAGE, asked here too), but for her
 * own: nobody gives herself a role. An account is never deleted, since the trail counts
 * on its number; a person can be erased from it. A password is chosen by the person
 * alone, with a link that works once, for a day, and of which a digest is kept.
 *
 * Each takes a deed that was not begun and ends it; it leads to `d->location`.
 */
#ifndef APP_ACCOUNT_H
#define APP_ACCOUNT_H

#include "app/deed.h"
#include "model/posted.h"
#include "app/snapshot.h"
#include "model/account_view.h"

#define ACCOUNT_NAME_MAX      60        /* letters */
#define ACCOUNT_TITLE_MAX     120
#define ACCOUNT_MAIL_MAX      200
#define ACCOUNT_PASSWORD_MIN  12
#define ACCOUNT_PASSWORD_MAX  200
#define ACCOUNT_LINK_SECONDS  (24 * 3600)
#define ACCOUNT_STAND_IN_DAYS 366

/* All that are not erased, by number; with grants and stand-ins, named from `sn`. */
MUST_CHECK bool account_list(struct arena *a, struct store *s, const struct snapshot *sn,
                             struct accounts_view *ret);
/* `*ret` 0: there is none with this name. */
MUST_CHECK bool account_find(struct store *s, struct str name, int64_t *ret);
MUST_CHECK bool account_count(struct store *s, int64_t *ret);
/* Those that are there for a try. */
MUST_CHECK bool account_demos(struct store *s, int64_t *ret);

/* ---- fields: name, title, mail, lang ---- */

/* With `grants` roles, and that of the fields role, unit, policy where there is one;
 * d->location gets "/7" behind it. `*link`: the token of a link to choose a password. */
enum deed_state account_add(struct deed *d, const struct posted *form, const struct snapshot *sn,
                            const struct grant *grant, size_t grants, struct str *link);
/* title and mail; version as it was read. */
enum deed_state account_tell(struct deed *d, int64_t account, const struct posted *form);

/* ---- fields: role, unit, policy (keys; empty: all) ---- */

/* A fault where there is no such role, unit or policy. */
MUST_CHECK bool account_grant_posted(const struct posted *form, struct faults *f,
                                     const struct snapshot *sn, struct grant *ret);
/* "editor", "contributor:bif" or "contributor:bif:integrationspolitik". */
MUST_CHECK bool account_grant_read(const struct snapshot *sn, struct str text, struct grant *ret);

enum deed_state account_grant(struct deed *d, int64_t account, const struct posted *form,
                              const struct snapshot *sn);
enum deed_state account_ungrant(struct deed *d, int64_t account, const struct posted *form,
                                const struct snapshot *sn);

/* ---- fields: instead (a name), starts, ends (the last day) ---- */
enum deed_state account_stand_in(struct deed *d, int64_t account, const struct posted *form);
enum deed_state account_stand_out(struct deed *d, int64_t account, const struct posted *form);

/* Ends its sessions too. */
enum deed_state account_disable(struct deed *d, int64_t account, bool disable);

/* A new link; with `forget` the password and the second factor count no more, and all
 * sessions end: of somebody who lost them. */
enum deed_state account_link(struct deed *d, int64_t account, bool forget, struct str *link);

/* Name, mail, password, roles, and what the trail tells about the person. */
enum deed_state account_erase(struct deed *d, int64_t account);

/* One account a role, with this password, for a try; they need no second factor. */
enum deed_state account_demo_add(struct deed *d, struct str password);
enum deed_state account_demo_remove(struct deed *d);

#endif
