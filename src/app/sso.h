/* sso.h - somebody whom a provider or a gateway vouches for comes in.
 *
 * She is found by issuer and subject and by nothing else: a mail address or a name that
 * is the same makes nobody somebody else. Who comes for the first time gets an account.
 * Her roles are those of her groups, anew with each login; of whom no group has a role
 * here nothing is kept but a row of the trail, and who had roles loses them and her
 * sessions. A second factor is the provider's business. An account that was closed here
 * stays closed.
 */
#ifndef APP_SSO_H
#define APP_SSO_H

#include "app/snapshot.h"
#include "app/sso_settings.h"
#include "app/deed.h"

#define SSO_GATEWAY "gateway"           /* the issuer of those whom a gateway vouches for */

enum sso_state {
	SSO_IN,
	SSO_USED,                       /* this login was used before */
	SSO_NO_ROLE,
	SSO_CLOSED,
	SSO_FAILED,                     /* a problem in the store */
};

struct sso_entry {
	struct oidc_person who;
	struct str         before;      /* token of the session the browser had; ends */
	struct str         token, lang; /* set: of the new session; what she reads, may be empty */
};

/* The deed is not begun and of nobody; its nonce is the login's state, empty: it may be
 * used again. */
enum sso_state sso_enter(struct deed *d, const struct sso_settings *m,
                         const struct snapshot *sn, struct sso_entry *e);

/* Was the nonce of the deed used? Asked before a provider is. */
MUST_CHECK bool sso_used(struct deed *d, bool *ret);

/* A row of the trail about one who was not let in; `why` names nobody. */
MUST_CHECK bool sso_refused(struct deed *d, struct str why);

/* What `who`'s groups give: at most `most`, each once. A row of the settings whose unit or
 * policy there is not gives nothing. */
size_t sso_grants(const struct sso_settings *m, const struct snapshot *sn,
                  const struct oidc_person *who, struct grant *to, size_t most);

/* The first row of the settings that names a unit or policy that there is not; NULL: none. */
const struct sso_role *sso_unknown(const struct sso_settings *m, const struct snapshot *sn);

#endif
