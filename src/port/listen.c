#include "port/listen.h"
#include "base/arena.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define FIRST_INHERITED 3               /* sd_listen_fds(3) */

/* ---- addresses ---- */

static bool
is_loopback(const struct sockaddr *at)
{
	struct sockaddr_in  four;
	struct sockaddr_in6 six;

	if (at->sa_family == AF_INET) {
		memcpy(&four, at, sizeof four);
		return ntohl(four.sin_addr.s_addr) >> 24 == IN_LOOPBACKNET;
	}
	if (at->sa_family == AF_INET6) {
		memcpy(&six, at, sizeof six);
		return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr);
	}
	return at->sa_family == AF_UNIX;
}

static int
bind_address(const struct addrinfo *ai, int *ret)
{
	int on = 1, error;
	int fd = socket(ai->ai_family, ai->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd < 0)
		return errno;
	/* So that a port can be used again at once after a stop; a port that is
	 * listened on stays refused. */
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
	    bind(fd, ai->ai_addr, ai->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0) {
		*ret = fd;
		return 0;
	}
	error = errno;
	close(fd);
	return error;
}

static int64_t
port_of(const struct sockaddr_storage *at, socklen_t size)
{
	char    text[8];
	int64_t port = 0;

	if (getnameinfo((const struct sockaddr *)at, size, NULL, 0, text, sizeof text,
	        NI_NUMERICSERV) != 0 || !str_int(str_from(text), &port))
		return 0;
	return port;
}

/* What a socket that listens is: its port, and whether others reach it. */
static bool
describe(int fd, struct listening *ret)
{
	struct sockaddr_storage at;
	socklen_t               size = sizeof at;

	if (getsockname(fd, (struct sockaddr *)&at, &size) != 0)
		return false;
	*ret = (struct listening){ .fd = fd, .local = is_loopback((struct sockaddr *)&at) };
	if (at.ss_family != AF_UNIX)
		ret->port = port_of(&at, size);
	return true;
}

static int
listen_found(const struct addrinfo *ai, bool expose, struct listening *ret)
{
	int fd = -1, error;

	if (!expose && !is_loopback(ai->ai_addr))
		return LISTEN_EXPOSED;
	error = bind_address(ai, &fd);
	if (error != 0)
		return error;
	if (describe(fd, ret))
		return 0;
	error = errno;
	close(fd);
	return error;
}

int
listen_address(struct str address, int64_t port, bool expose, struct listening *ret)
{
	struct addrinfo  hints = { .ai_socktype = SOCK_STREAM,
	                           .ai_flags = AI_PASSIVE | AI_NUMERICSERV };
	struct addrinfo *found = NULL;
	struct arena     a = { 0 };
	int              error = EADDRNOTAVAIL;

	if (getaddrinfo(str_dup(&a, address).at, arena_printf(&a, "%d", (int)port).at, &hints,
	        &found) == 0)
		error = listen_found(found, expose, ret);
	if (found != NULL)
		freeaddrinfo(found);
	arena_free(&a);
	return error;
}

/* ---- files ---- */

static bool
is_answered(const struct sockaddr_un *at)
{
	int  fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool answered;

	if (fd < 0)
		return true;            /* unknown: it is left alone */
	answered = connect(fd, (const struct sockaddr *)at, sizeof *at) == 0 ||
	    errno != ECONNREFUSED;
	close(fd);
	return answered;
}

/* Takes a socket away that a server left behind. 0, or why it stays. */
static int
clear_away(const struct sockaddr_un *at)
{
	struct stat st;

	if (lstat(at->sun_path, &st) != 0)
		return errno == ENOENT ? 0 : errno;
	if (!S_ISSOCK(st.st_mode))
		return EEXIST;
	if (is_answered(at))
		return EADDRINUSE;
	return unlink(at->sun_path) == 0 ? 0 : errno;
}

static int
bind_file(const struct sockaddr_un *at, struct listening *ret)
{
	struct stat st;
	int         error, fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd < 0)
		return errno;
	if (bind(fd, (const struct sockaddr *)at, sizeof *at) == 0) {
		if (chmod(at->sun_path, 0660) == 0 && stat(at->sun_path, &st) == 0 &&
		    listen(fd, SOMAXCONN) == 0) {
			*ret = (struct listening){ .fd = fd, .local = true,
			                           .device = st.st_dev, .inode = st.st_ino };
			return 0;
		}
		error = errno;
		(void)unlink(at->sun_path);
	} else {
		error = errno;
	}
	close(fd);
	return error;
}

static bool
file_address(struct str path, struct sockaddr_un *ret)
{
	*ret = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (path.len >= sizeof ret->sun_path)
		return false;
	memcpy(ret->sun_path, path.at, path.len);
	return true;
}

int
listen_file(struct str path, struct listening *ret)
{
	struct sockaddr_un at;
	int                error;

	if (!file_address(path, &at))
		return ENAMETOOLONG;
	error = clear_away(&at);
	if (error == 0)
		error = bind_file(&at, ret);
	if (error == 0)
		ret->path = path;
	return error;
}

/* ---- systemd ---- */

static bool
setting(const char *name, int64_t *ret)
{
	const char *value = getenv(name);

	return value != NULL && str_int(str_from(value), ret);
}

static bool
is_listening(int fd)
{
	int       on = 0;
	socklen_t size = sizeof on;

	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &on, &size) == 0 && on != 0;
}

bool
listen_inherited(struct listening *ret, int *error)
{
	int64_t pid, count;
	int     fd = FIRST_INHERITED;

	if (!setting("LISTEN_PID", &pid) || pid != getpid() || !setting("LISTEN_FDS", &count) ||
	    count < 1)
		return false;
	(void)unsetenv("LISTEN_PID");
	(void)unsetenv("LISTEN_FDS");
	(void)unsetenv("LISTEN_FDNAMES");
	*error = EINVAL;
	if (count == 1 && is_listening(fd) && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 &&
	    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) == 0 && describe(fd, ret))
		*error = 0;
	return true;
}

bool
listen_is_file(const struct listening *l, struct str path)
{
	struct sockaddr_un at = { .sun_family = AF_UNSPEC };
	socklen_t          size = sizeof at;

	return getsockname(l->fd, (struct sockaddr *)&at, &size) == 0 && at.sun_family == AF_UNIX &&
	    str_eq((struct str){ at.sun_path, strnlen(at.sun_path, sizeof at.sun_path) }, path);
}

void
listen_close(struct listening *l)
{
	struct sockaddr_un at;
	struct stat        st;

	if (l->path.len > 0 && file_address(l->path, &at) && lstat(at.sun_path, &st) == 0 &&
	    st.st_dev == l->device && st.st_ino == l->inode)
		(void)unlink(at.sun_path);
	close(l->fd);
	l->fd = -1;
}
