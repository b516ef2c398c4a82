/* mail_settings.h - the file that says where messages are handed over: lines of
 * "name = value"; what follows '#' at the start of a line is a remark.
 *
 *	site = https://barometer.aeroe.dk      where the pages are, for links
 *	host = smtp.aeroe.dk
 *	port = 587                             587; with tls = tls 465
 *	tls = starttls                         starttls, tls or none
 *	from = barometer@aeroe.dk
 *	name = Ærø Kommunes barometer          beside the address; may be left out
 *	user = barometer                       may be left out, with the password
 *	password-file = /etc/pejl/smtp-password
 *	trust = /etc/pejl/ca.pem               certificates; left out: the system's
 *
 * tls = none with a password, to another machine than this, is refused.
 */
#ifndef APP_MAIL_SETTINGS_H
#define APP_MAIL_SETTINGS_H

#include "base/diag.h"
#include "port/smtp.h"

struct mail_settings {
	struct smtp_server server;
	struct str         site;        /* without a '/' at its end */
	struct str         from, name;
};

/* Texts are in `a`. False with diags: every line that is wrong. */
MUST_CHECK bool mail_settings_read(struct arena *a, struct str path, struct diags *d,
                                   struct mail_settings *ret);
MUST_CHECK bool mail_settings_parse(struct arena *a, struct str path, struct str text,
                                    struct diags *d, struct mail_settings *ret);

#endif
