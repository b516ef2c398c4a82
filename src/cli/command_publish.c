/* The whole public site as files. */
#include "cli/cli.h"
#include "port/clock.h"
#include "web/site.h"

static int
check(struct cli *c, struct str folder)
{
	size_t files, links;

	if (!site_check(&c->arena, folder, &c->diags, &files, &links))
		return EXIT_PROBLEM;
	buf_putf(&c->out, "%zu files as they were written, %zu links lead to one of them\n", files, links);
	return EXIT_DONE;
}

static int
publish(struct cli *c, struct str folder)
{
	struct site_how  how = { .db = c->db, .folder = folder, .url = c->site };
	struct site_made made;
	int64_t          began = clock_ms();

	if (!site_publish(&c->arena, &how, &c->diags, &made))
		return EXIT_PROBLEM;
	if (made.unchanged) {
		BUF_LIT(&c->out, "nothing changed since it was published\n");
		return EXIT_DONE;
	}
	buf_putf(&c->out, "%zu pages, %zu files, %zu kB in " STR_FMT ": %zu written, %zu as before, "
	    "%zu removed, %lld ms\n", made.pages, made.files, made.bytes / 1000, STR_ARG(folder),
	    made.written, made.files - made.written, made.removed, (long long)(clock_ms() - began));
	return EXIT_DONE;
}

int
command_publish(struct cli *c)
{
	struct str folder = cli_arg(c, 0);

	return c->check ? check(c, folder) : publish(c, folder);
}
