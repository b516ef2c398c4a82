/* Which documents everybody may read. */
#include "app/publish.h"
#include "cli/cli.h"

static int
decide(struct cli *c, bool publish)
{
	struct str   *keys = ARENA_ARRAY(&c->arena, struct str, (size_t)c->args);
	struct act    act = cli_act(c, publish ? "publish documents" : "no longer publish documents");
	struct store *s = cli_open(c, STORE_WRITE);
	size_t        n;

	if (s == NULL)
		return EXIT_UNABLE;
	for (int i = 0; i < c->args; i++)
		keys[i] = cli_arg(c, i);
	if (documents_publish(s, keys, (size_t)c->args, publish, &act, &c->diags, &n))
		buf_putf(&c->out, "%zu %s %s\n", n, n == 1 ? "document" : "documents",
		    publish ? "published" : "no longer published");
	return cli_close(c, s);
}

int
command_publish(struct cli *c)
{
	return decide(c, true);
}

int
command_unpublish(struct cli *c)
{
	return decide(c, false);
}
