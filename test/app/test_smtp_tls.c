/* Messages over TLS, to a real mail server with certificates made for it: whose is trusted,
 * whose is not, and that nothing is said in clear when TLS is wanted. */
#include "../mail/mail.h"
#include "port/smtp.h"

#define MESSAGE STR("From: barometer@aeroe.dk\r\nTo: aase@aeroe.dk\r\nSubject: Kaere\r\n\r\nTil Bo.\r\n")

static void
openssl(struct place *p, const char *words)
{
	const char *command = arena_printf(&p->arena, "cd '%s' && openssl %s >/dev/null 2>&1", p->dir, words).at;

	if (system(command) != 0)
		fail_msg("%s", command);
}

/* An authority NAME.pem with its NAME.key. */
static void
make_authority(struct place *p, const char *name)
{
	openssl(p, arena_printf(&p->arena, "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
	    "-subj '/CN=Ærø %s' -utf8 -keyout %s.key -out %s.pem", name, name, name).at);
}

/* NAME.pem: the certificate of a server that is called `names`, signed by the authority, and
 * its key. */
static void
make_server(struct place *p, const char *authority, const char *name, const char *names)
{
	(void)file_put(place_path(p, "ext"), arena_printf(&p->arena, "subjectAltName=%s\n", names));
	openssl(p, arena_printf(&p->arena, "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=post "
	    "-keyout %s.key -out %s.csr", name, name).at);
	openssl(p, arena_printf(&p->arena, "x509 -req -in %s.csr -CA %s.pem -CAkey %s.key -CAcreateserial -days 2 "
	    "-extfile ext -out %s.crt", name, authority, authority, name).at);
	(void)file_put(place_path(p, arena_printf(&p->arena, "%s.pem", name).at), arena_printf(&p->arena, STR_FMT STR_FMT,
	    STR_ARG(file_get(p, place_path(p, arena_printf(&p->arena, "%s.crt", name).at))),
	    STR_ARG(file_get(p, place_path(p, arena_printf(&p->arena, "%s.key", name).at)))));
}

/* What the server heard of a message. */
static const char *
heard(struct place *p, const struct mail_server *s)
{
	struct str path = arena_printf(&p->arena, "%s.heard", s->folder);

	return access(path.at, F_OK) == 0 ? file_get(p, path).at : "";
}

static void
each_server_is_known_or_nothing_is_said(void **state)
{
	static const struct {
		const char       *option, *pem;         /* of the server */
		enum smtp_tls     tls;                  /* that the settings want */
		const char       *trust;
		enum smtp_outcome outcome;
		const char       *why, *heard;
	} rows[] = {
		{ "--starttls", "god", SMTP_STARTTLS, "amt.pem", SMTP_SENT, "", "tls AUTH\ntls MAIL\ntls RCPT\ntls DATA\n" },
		{ "--tls", "god", SMTP_TLS, "amt.pem", SMTP_SENT, "", "tls AUTH\ntls MAIL\ntls RCPT\ntls DATA\n" },
		{ "--starttls", "fremmed", SMTP_STARTTLS, "amt.pem", SMTP_LATER, "signed by nobody whom the settings trust", "" },
		{ "--tls", "fremmed", SMTP_TLS, "amt.pem", SMTP_LATER, "signed by nobody whom the settings trust", "" },
		{ "--starttls", "anden", SMTP_STARTTLS, "amt.pem", SMTP_LATER, "of another host than the settings name", "" },
		{ "--tls", "anden", SMTP_TLS, "amt.pem", SMTP_LATER, "of another host than the settings name", "" },
		/* The system's authorities do not know ours. */
		{ "--tls", "god", SMTP_TLS, NULL, SMTP_LATER, "signed by nobody whom the settings trust", "" },
		{ "--tls", "god", SMTP_TLS, "ingen.pem", SMTP_LATER, "trusted certificates cannot be read", "" },
		/* No TLS where it is wanted: not the login, not the message. */
		{ NULL, NULL, SMTP_STARTTLS, "amt.pem", SMTP_LATER, "offers no TLS here", "" },
		{ NULL, NULL, SMTP_TLS, "amt.pem", SMTP_LATER, "TLS with the mail server did not come about", "" },
	};
	struct place *p = *state;

	make_authority(p, "amt");
	make_authority(p, "bagmand");
	make_server(p, "amt", "god", "IP:127.0.0.1");
	make_server(p, "amt", "anden", "DNS:post.aeroe.dk");
	make_server(p, "bagmand", "fremmed", "IP:127.0.0.1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *option = rows[i].option == NULL ? "--password" : arena_printf(&p->arena, "%s=%s/%s.pem",
		    rows[i].option, p->dir, rows[i].pem).at;
		struct mail_server server = mail_start(p, option);
		struct smtp_server to = mail_settings(&server).server;
		struct str         why;

		to.tls = rows[i].tls;
		to.trust = rows[i].trust != NULL ? place_path(p, rows[i].trust) : STR("");
		to.user = STR("åse");
		to.password = STR("hemmelig Ø");
		if (smtp_send(&p->arena, &to, STR("barometer@aeroe.dk"), STR("aase@aeroe.dk"), MESSAGE, &why) !=
		    rows[i].outcome || str_find(why, str_from(rows[i].why), 0) == SIZE_MAX)
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(why));
		if (strcmp(heard(p, &server), rows[i].heard) != 0)
			fail_msg("row %zu: the server heard %s", i, heard(p, &server));
		mail_stop(&server);
		assert_int_equal(mail_count(&server), rows[i].outcome == SMTP_SENT);
		assert_int_equal(system(arena_printf(&p->arena, "rm -rf '%s' '%s.heard'", server.folder,
		    server.folder).at), 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(each_server_is_known_or_nothing_is_said),
	};

	return engine_run("smtp over TLS", tests, COUNT_OF(tests));
}
