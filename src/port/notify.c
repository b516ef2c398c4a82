#include "port/notify.h"
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

void
notify_send(struct str state)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	struct str         path = str_from(getenv("NOTIFY_SOCKET"));
	socklen_t          size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + path.len);
	int                fd;

	if (path.len < 2 || path.len >= sizeof to.sun_path)
		return;
	memcpy(to.sun_path, path.at, path.len);
	if (to.sun_path[0] == '@')              /* an abstract name */
		to.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	(void)sendto(fd, state.at, state.len, MSG_NOSIGNAL, (const struct sockaddr *)&to, size);
	close(fd);
}
