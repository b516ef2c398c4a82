/* contact.h - what the register says about its authority. */
#ifndef APP_CONTACT_H
#define APP_CONTACT_H

#include "app/snapshot.h"
#include "model/contact.h"

/* Texts are borrowed from the snapshot; all empty when it has no authority. */
struct contact contact_of(const struct snapshot *sn);

#endif
