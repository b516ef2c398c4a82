/* Messages: what is to be told is queued, what waits is sent, what is stuck is decided. */
#include "app/mail_settings.h"
#include "cli/cli.h"
#include "port/clock.h"
#include "web/postman.h"

#define LIST_MAX 1000

bool
cli_mail_settings(struct cli *c, struct mail_settings *ret)
{
	return mail_settings_read(&c->arena, c->mail_settings, &c->diags, ret);
}

static int
mail_send(struct cli *c)
{
	struct mail_settings m;
	struct postman_round r = { 0 };
	struct store        *s;

	if (c->mail_settings.len == 0)
		return cli_usage(c, "name the file of mail settings with --mail-settings");
	if (!cli_mail_settings(c, &m))
		return EXIT_UNABLE;
	s = cli_open(c, STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	if (postman_look(s, c->today, clock_unix(), &c->diags, &r) &&
	    postman_send(s, &m, NULL, NULL, &r))
		buf_putf(&c->out, "queued: %zu, sent: %lld, to be tried again: %lld, refused: %lld, "
		    "given up: %lld, unsure: %lld\n", r.queued, (long long)r.became[OUTBOX_SENT],
		    (long long)r.became[OUTBOX_WAITING], (long long)r.became[OUTBOX_REFUSED],
		    (long long)r.became[OUTBOX_GIVEN_UP], (long long)r.became[OUTBOX_SENDING]);
	return cli_close(c, s);
}

/* Whom it is to is not said: a list may be mailed on. */
static int
mail_list(struct cli *c)
{
	static const char *const words[OUTBOX_STATE_COUNT] = {
#define X(id, code, says) says,
		OUTBOX_STATES(X)
#undef X
	};
	struct store      *s = cli_open(c, STORE_READ);
	struct outbox_rows rows = { 0 };
	int64_t            n[OUTBOX_STATE_COUNT] = { 0 };

	if (s == NULL)
		return EXIT_UNABLE;
	if (!outbox_list(&c->arena, s, clock_unix(), LIST_MAX, &rows) || !outbox_count(s, n))
		return cli_close(c, s);
	for (size_t i = 0; i < rows.len; i++) {
		const struct outbox_row *r = &rows.at[i];

		buf_putf(&c->out, "%lld\t%s\t%lld tries\t" STR_FMT "\n", (long long)r->id,
		    r->stuck ? "nobody knows whether it was sent" : words[r->state],
		    (long long)r->tries, STR_ARG(r->problem));
	}
	buf_putf(&c->out, "sent: %lld, waiting: %lld, refused: %lld, given up: %lld\n",
	    (long long)n[OUTBOX_SENT], (long long)n[OUTBOX_WAITING], (long long)n[OUTBOX_REFUSED],
	    (long long)n[OUTBOX_GIVEN_UP]);
	return cli_close(c, s);
}

static int
mail_decide(struct cli *c, bool again)
{
	struct store *s;
	int64_t       id;
	bool          done = false;

	if (!str_int(cli_arg(c, 1), &id) || id <= 0)
		return cli_usage(c, "a message is a number, as 'pejl mail list' shows");
	s = cli_open(c, STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	if (store_begin(s) && (again ? outbox_again(s, id, clock_unix(), &done)
	    : outbox_drop(s, id, clock_unix(), &done)) && store_commit(s) && !done)
		(void)diag_error(&c->diags, c->db, 0, arena_printf(&c->arena,
		    "message %lld is not one that is stuck", (long long)id),
		    STR("'pejl mail list' shows which are"));
	else if (done)
		buf_putf(&c->out, again ? "message %lld waits to be sent again\n"
		    : "message %lld is let be\n", (long long)id);
	return cli_close(c, s);
}

int
command_mail(struct cli *c)
{
	struct str verb = cli_arg(c, 0);
	bool       with_number = str_eq(verb, STR("again")) || str_eq(verb, STR("drop"));

	if (with_number != (cli_arg(c, 1).len > 0))
		return cli_usage(c, with_number ? "name the message's number"
		    : "only again and drop take a number");
	if (str_eq(verb, STR("send")))
		return mail_send(c);
	if (str_eq(verb, STR("list")))
		return mail_list(c);
	if (with_number)
		return mail_decide(c, str_eq(verb, STR("again")));
	return cli_usage(c, "'pejl mail' knows send, list, again and drop");
}
