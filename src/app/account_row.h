/* account_row.h - an account as it is kept, for the modules that make and open it. */
#ifndef APP_ACCOUNT_ROW_H
#define APP_ACCOUNT_ROW_H

#include "app/deed.h"
#include "model/posted.h"

struct account_row {                    /* id 0: there is none */
	int64_t    id, secret_step, disabled, failures, waits_until, demo, version;
	struct str name, title, mail, lang, password, secret, subject;
};

MUST_CHECK bool account_row_id(struct arena *a, struct store *s, int64_t id,
                               struct account_row *ret);
MUST_CHECK bool account_row_name(struct arena *a, struct store *s, struct str name,
                                 struct account_row *ret);
/* Of whom a provider vouches for: "issuer subject". */
MUST_CHECK bool account_row_subject(struct arena *a, struct store *s, struct str subject,
                                    struct account_row *ret);

/* Columns of ACCOUNT_ALL, of the row that a query of one stands at. */
struct account_row account_row_now(struct arena *a, struct store *s, enum stmt q);

/* Inside a transaction: a link to choose a password; older ones of the account are void.
 * account 0: of the first administrator. */
MUST_CHECK bool account_link_new(struct arena *a, struct store *s, int64_t account, int64_t now,
                                 struct str *token);

/* Begins a deed of who manages accounts on one of them. DEED_OPEN: `*ret` is it, and not
 * her own; else the deed has ended. */
enum deed_state account_manage(struct deed *d, int64_t account, struct account_row *ret);

/* Inside a deed: a new account of a form's name, title, mail and lang. `*ret` 0: there
 * are faults. False: a problem in the store. */
MUST_CHECK bool account_make(struct deed *d, const struct posted *form, int64_t *ret);
/* `sn` may be NULL where all are for all units and policies. */
MUST_CHECK bool account_give(struct deed *d, int64_t account, const struct snapshot *sn,
                             const struct grant *grant, size_t grants);
MUST_CHECK bool account_take(struct deed *d, int64_t account, const struct snapshot *sn,
                             const struct grant *grant);

/* Is it written as an address of mail? */
bool account_mail_fits(struct str s);

/* Would she be asked for a second factor, had she set one up or not? */
bool account_has_factor(const struct account_row *row);

/* A password that may be chosen, else a fault: of "password" and "again". */
struct str account_password_posted(const struct posted *form, struct faults *f,
                                   const struct account_row *of);

#endif
