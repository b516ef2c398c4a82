/* sso_settings.h - the file that says who else may vouch for members of staff: a provider
 * of OpenID Connect, or a gateway in front of the server that speaks SAML; and which of
 * their groups has which role here. A form as in settings_file.h:
 *
 *	site = https://barometer.aeroe.dk      where the pages are
 *	title = Ærø Kommunes login             on the button
 *	role = editor  Pejl-Redaktører         ROLE[:UNIT[:POLICY]], then the group
 *	role = contributor:bif  CN=Pejl-BIF,OU=Grupper,DC=aeroe,DC=dk
 *
 *	issuer = https://login.aeroe.dk/adfs   the provider, as in its tokens
 *	client = pejl
 *	secret-file = /etc/pejl/sso-secret     or $PEJL_SSO_SECRET
 *	method = basic                         basic or post: how the secret is sent
 *	scopes = openid profile email
 *	groups = groups                        the claim with the groups; a.b: b in a
 *
 *	socket = /run/pejl/http.sock           the gateway's; it may tell who somebody is there
 *	user-header = X-Pejl-User              these four may be left out
 *	name-header = X-Pejl-Name
 *	mail-header = X-Pejl-Mail
 *	groups-header = X-Pejl-Groups          groups with ';' between them
 *
 * Nothing is given to those of whom no group is named. issuer or socket is wanted, both
 * may be there.
 */
#ifndef APP_SSO_SETTINGS_H
#define APP_SSO_SETTINGS_H

#include "base/diag.h"
#include "port/oidc.h"

#define SSO_BACK "/login/back"          /* where the provider sends people, behind the site */

struct sso_role {
	struct str group, role;         /* "contributor:bif", as account_grant_read() takes it */
	size_t     line;
};

struct sso_headers {
	struct str user, name, mail, groups;
};

struct sso_settings {
	struct str         path;        /* of the file */
	struct str         site, title;
	struct sso_role   *role;
	size_t             roles;
	struct oidc_client oidc;        /* issuer empty: no provider */
	struct str         socket;      /* empty: no gateway */
	struct sso_headers header;
};

/* Texts are in `a`. False with diags: every line that is wrong. */
MUST_CHECK bool sso_settings_read(struct arena *a, struct str path, struct diags *d,
                                  struct sso_settings *ret);
/* `secret`: what $PEJL_SSO_SECRET says; may be empty. */
MUST_CHECK bool sso_settings_parse(struct arena *a, struct str path, struct str text,
                                   struct str secret, struct diags *d,
                                   struct sso_settings *ret);

#endif
