/* xml.h - private to document/: XML of a packed document, as events, by expat.
 *
 * No document type is taken, so that there are no entities but &lt; and the like; nothing
 * is fetched. Names come without their prefixes.
 */
#ifndef DOCUMENT_XML_H
#define DOCUMENT_XML_H

#include "base/diag.h"

#define XML_DEPTH_MAX 200

struct xml_handler {
	void *user;
	void (*start)(void *user, struct str name, const char **attributes);   /* name, value, …, NULL */
	void (*end)(void *user, struct str name);
	void (*text)(void *user, struct str letters);
	const bool *stop;               /* what was wanted is known, or refused */
};

/* `part` names what is read, for a diag; NULL diags: none. */
MUST_CHECK bool xml_read(const struct xml_handler *h, struct arena *a, struct str where,
                         const char *part, struct str xml, struct diags *d);

/* The value of an attribute, without regard to its prefix; at NULL: there is none. */
struct str xml_attribute(const char **attributes, const char *name);

#endif
