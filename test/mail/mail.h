/* mail.h - a real mail server on a loopback port, for tests. Includes app/register.h.
 *
 * It is Debian's python3-aiosmtpd, run by Debian's Python; see server.py for what it
 * does with whom. Where that is not installed, mail_start() skips the test.
 */
#ifndef TEST_MAIL_H
#define TEST_MAIL_H

#include "../app/register.h"
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include "app/mail_settings.h"

#define MAIL_PYTHON "/usr/bin/python3"

struct mail_server {
	struct place *p;
	pid_t         pid;
	int64_t       port;
	const char   *folder;
};

static inline bool
mail_is_there(void)
{
	return system(MAIL_PYTHON " -c 'import aiosmtpd.smtp' 2>/dev/null") == 0;
}

static inline struct mail_server
mail_start(struct place *p, const char *more)
{
	struct mail_server s = { .p = p, .folder = place_path(p, "post").at };
	char               line[32] = "";
	int                out[2];

	if (!mail_is_there())
		skip();
	mkdir(s.folder, 0777);
	assert_int_equal(pipe(out), 0);
	s.pid = fork();
	if (s.pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGTERM);       /* a failed test does not stop it */
		dup2(out[1], STDOUT_FILENO);
		close(out[0]);
		close(out[1]);
		execl(MAIL_PYTHON, MAIL_PYTHON, "test/mail/server.py", s.folder, more, NULL);
		_exit(127);
	}
	close(out[1]);
	for (size_t n = 0; n < sizeof line - 1 && strchr(line, '\n') == NULL; n++)
		assert_int_equal(read(out[0], line + n, 1), 1);
	close(out[0]);
	assert_true(str_int(str_trim(str_from(line)), &s.port));
	return s;
}

static inline void
mail_stop(struct mail_server *s)
{
	kill(s->pid, SIGTERM);
	waitpid(s->pid, NULL, 0);
}

static inline struct mail_settings
mail_settings(const struct mail_server *s)
{
	return (struct mail_settings){
		.server = { .host = STR("127.0.0.1"), .port = s->port, .tls = SMTP_PLAIN },
		.site = STR("https://ærø.dk"), .from = STR("barometer@aeroe.dk"),
		.name = STR("Ærø Kommunes barometer"),
	};
}

/* How many messages came. */
static inline size_t
mail_count(const struct mail_server *s)
{
	return folder_count(str_from(s->folder)) / 2;
}

/* The n-th that came, from 1: as Python reads it, or as it travelled. */
static inline const char *
mail_text(const struct mail_server *s, size_t n)
{
	return file_get(s->p, arena_printf(&s->p->arena, "%s/%zu.txt", s->folder, n)).at;
}

static inline struct str
mail_raw(const struct mail_server *s, size_t n)
{
	return file_get(s->p, arena_printf(&s->p->arena, "%s/%zu.eml", s->folder, n));
}

#define assert_mail(s, n, words) do {                                            \
	const char *mail_ = mail_text((s), (n));                                 \
	if (strstr(mail_, (words)) == NULL)                                      \
		fail_msg("\"%s\" is not in: %s", (words), mail_);                \
} while (0)

#endif
