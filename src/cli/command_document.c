/* Which documents everybody may read. */
#include "app/publish.h"
#include "cli/cli.h"

static int
decide(struct cli *c, bool publish)
{
	size_t        len = (size_t)c->args - 1;
	struct str   *keys = ARENA_ARRAY(&c->arena, struct str, len);
	struct act    act = cli_act(c, publish ? "publish documents" : "no longer publish documents");
	struct store *s = cli_open(c, STORE_WRITE);
	size_t        n;

	if (s == NULL)
		return EXIT_UNABLE;
	for (size_t i = 0; i < len; i++)
		keys[i] = cli_arg(c, (int)i + 1);
	if (documents_publish(s, keys, len, publish, &act, &c->diags, &n))
		buf_putf(&c->out, "%zu %s %s\n", n, n == 1 ? "document" : "documents",
		    publish ? "published" : "no longer published");
	return cli_close(c, s);
}

int
command_document(struct cli *c)
{
	struct str what = cli_arg(c, 0);

	if (str_eq(what, STR("publish")))
		return decide(c, true);
	if (str_eq(what, STR("unpublish")))
		return decide(c, false);
	return cli_usage(c, "say 'pejl document publish' or 'pejl document unpublish', then the keys of documents");
}
