/* listen.h - the socket that a server takes connections from: an address of this
 * machine, a file (a Unix socket), or one that systemd opened.
 */
#ifndef PORT_LISTEN_H
#define PORT_LISTEN_H

#include "base/str.h"
#include <sys/types.h>

struct listening {
	int        fd;
	int64_t    port;                /* of an address */
	bool       local;               /* only this machine can connect */
	struct str path;                /* of a Unix socket that was made here; borrowed */
	dev_t      device;              /* of `path` */
	ino_t      inode;
};

#define LISTEN_EXPOSED (-1)     /* no errno: an address that others can reach */

/* Listens on a numeric address or a name of this machine; port 0 takes a free
 * one. 0, an errno, or LISTEN_EXPOSED: the address is not of the loopback, and
 * `expose` is not set. */
MUST_CHECK int listen_address(struct str address, int64_t port, bool expose,
                              struct listening *ret);

/* Listens on a file that its owner and group may connect to. One that nobody
 * answers is replaced; EADDRINUSE: somebody does; EEXIST: it is no socket. */
MUST_CHECK int listen_file(struct str path, struct listening *ret);

/* The socket that systemd passed to this process (LISTEN_PID, LISTEN_FDS). False:
 * none. EINVAL in `*error`: more than one, or one that does not listen. */
MUST_CHECK bool listen_inherited(struct listening *ret, int *error);

/* Is it the Unix socket of this path? Asked of the system, whoever made it. */
bool listen_is_file(const struct listening *l, struct str path);

/* Closes it, and removes the file when it is still the one that was made. */
void listen_close(struct listening *l);

#endif
