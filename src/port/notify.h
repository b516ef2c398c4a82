/* notify.h - what the service manager is told: READY=1, STOPPING=1 (sd_notify(3)).
 * Without one ($NOTIFY_SOCKET) nothing happens.
 */
#ifndef PORT_NOTIFY_H
#define PORT_NOTIFY_H

#include "base/str.h"

void notify_send(struct str state);

#endif
