/* What is done to the register as a whole: undo, dump, load, db. */
#include "app/package.h"
#include "cli/cli.h"

int
command_undo(struct cli *c)
{
	struct act    act = cli_act(c, "");
	struct store *s;
	int64_t       id, done;

	if (!str_int(cli_arg(c, 0), &id) || id <= 0)
		return cli_usage(c, "a change is a number, as 'pejl list changes' shows");
	s = cli_open(c, STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	if (act.why.len == 0)
		act.why = arena_printf(&c->arena, "undo change %lld", (long long)id);
	if (change_undo(s, id, &act, &c->diags, &done))
		buf_putf(&c->out, "change %lld is taken back (as change %lld)\n", (long long)id,
		    (long long)done);
	return cli_close(c, s);
}

static void
counted(struct cli *c, const char *verb, const struct package_count *n)
{
	buf_putf(&c->out, "%s: %zu files, %zu rows\n", verb, n->files, n->rows);
}

int
command_dump(struct cli *c)
{
	struct package_count n;
	struct store        *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (package_dump(s, cli_arg(c, 0), &c->diags, &n))
		counted(c, "written", &n);
	return cli_close(c, s);
}

int
command_load(struct cli *c)
{
	struct package_count n;
	struct store        *s = cli_open(c, STORE_NEW);

	if (s == NULL)
		return EXIT_UNABLE;
	if (package_load(s, cli_arg(c, 0), &c->diags, &n))
		counted(c, "loaded", &n);
	return cli_close(c, s);
}

/* What it was is asked first: afterwards it is the newest. */
static int
db_migrate(struct cli *c)
{
	struct migration_state before, after;

	if (!store_migrate(c->db, true, &c->diags, &before) ||
	    (!c->dry_run && !store_migrate(c->db, false, &c->diags, &after)))
		return EXIT_UNABLE;
	if (before.current == before.newest)
		buf_putf(&c->out, "schema %lld: up to date\n", (long long)before.newest);
	else
		buf_putf(&c->out, "schema %lld %s to %lld\n", (long long)before.current,
		    c->dry_run ? "would be brought" : "was brought", (long long)before.newest);
	return EXIT_DONE;
}

static int
db_check(struct cli *c)
{
	struct store *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (store_check(s, &c->diags))
		BUF_LIT(&c->out, "the register is sound\n");
	return cli_close(c, s);
}

static int
db_reindex(struct cli *c)
{
	struct store *s = cli_open(c, STORE_WRITE);

	if (s == NULL)
		return EXIT_UNABLE;
	if (store_reindex(s, &c->diags))
		BUF_LIT(&c->out, "the indexes were made anew\n");
	return cli_close(c, s);
}

int
command_db(struct cli *c)
{
	struct str verb = cli_arg(c, 0), file = cli_arg(c, 1);
	bool       with_file = str_eq(verb, STR("backup")) || str_eq(verb, STR("restore"));

	if (with_file && file.len == 0)
		return cli_usage(c, "name the backup's file");
	if (!with_file && file.len > 0)
		return cli_usage(c, "'pejl db " STR_FMT "' takes no word more", STR_ARG(verb));
	if (c->dry_run && !str_eq(verb, STR("migrate")))
		return cli_usage(c, "--dry-run belongs to 'pejl db migrate' alone");
	if (str_eq(verb, STR("migrate")))
		return db_migrate(c);
	if (str_eq(verb, STR("check")))
		return db_check(c);
	if (str_eq(verb, STR("reindex")))
		return db_reindex(c);
	if (str_eq(verb, STR("backup"))) {
		if (!store_backup(c->db, file, &c->diags))
			return EXIT_UNABLE;
		BUF_LIT(&c->out, "backed up\n");
		return EXIT_DONE;
	}
	if (str_eq(verb, STR("restore"))) {
		if (!store_restore(c->db, file, &c->diags))
			return EXIT_UNABLE;
		BUF_LIT(&c->out, "restored\n");
		return EXIT_DONE;
	}
	return cli_usage(c, "'pejl db' knows migrate, check, reindex, backup and restore");
}
