/* contact.h - who is responsible for what a site shows, and where they are reached:
 * what the register says about its authority. Each may be empty.
 */
#ifndef MODEL_CONTACT_H
#define MODEL_CONTACT_H

#include "base/str.h"

struct contact {
	struct str address;             /* "Rådhuspladsen 1, 1599 København V" */
	struct str mail, phone;
	struct str web;                 /* https://... of the authority itself */
	struct str statement;           /* https://... of the accessibility statement that it keeps elsewhere */
	struct str privacy;             /* https://... of its privacy policy */
	struct str licence;             /* of the data: "CC-BY-4.0" or words */
};

/* Only what begins with "https://" or "http://" may become a link. */
bool contact_is_web(struct str address);

#endif
