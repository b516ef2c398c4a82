#include "app/audit_register.h"
#include "app/audit_run.h"
#include "cli/cli.h"
#include "cli/remarks.h"
#include "export/findings.h"
#include "export/sarif.h"

static void
write_report(struct cli *c, const struct audit_report *r)
{
	struct json    j = json_new(&c->out);
	struct remarks k = { &c->out, c->danish, c->colour };

	if (c->sarif) {
		export_sarif(&j, r, PEJL_VERSION, c->danish);
	} else if (c->json && c->verbose) {
		export_findings_held(&j, r);
	} else if (c->json) {
		export_findings(&j, r);
	} else {
		remarks_write(&k, r);
		if (c->verbose)
			remarks_write_held(&k, r);
		remarks_write_count(&k, r);
	}
}

/* Warnings do not fail a build, errors do. */
static int
status_of(const struct audit_report *r)
{
	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].severity == SEVERITY_ERROR)
			return EXIT_PROBLEM;
	return EXIT_DONE;
}

/* ---- papers ---- */

/* Remarks are written file by file, so that a thousand need no more room than one. */
struct told {
	struct cli         *c;
	struct audit_report sum;        /* its counts */
	int                 status;
};

static void
tell_file(void *context, const struct audit_report *r)
{
	struct told   *t = context;
	struct remarks k = { &t->c->out, t->c->danish, t->c->colour };

	remarks_write(&k, r);
	cli_flush(t->c);
	t->sum.findings += r->findings;
	t->sum.checked += r->checked;
	t->sum.hold += r->hold;
	t->sum.fail += r->fail;
	if (status_of(r) != EXIT_DONE)
		t->status = EXIT_PROBLEM;
}

static int
tell_papers(struct cli *c, const struct str *path)
{
	struct told    t = { .c = c, .status = EXIT_DONE };
	struct remarks k = { &c->out, c->danish, c->colour };
	bool           all = audit_each(&c->arena, path, (size_t)c->args,
	              c->has_as_of ? &c->as_of : NULL, &c->diags, tell_file, &t);

	if (!all && t.sum.checked == 0 && t.sum.findings == 0)
		return EXIT_UNABLE;
	remarks_write_count(&k, &t.sum);
	return all ? t.status : EXIT_UNABLE;
}

/* What begins with counts, or tells what holds after what does not, waits for all. */
static int
export_papers(struct cli *c, const struct str *path)
{
	struct audit_report r;
	bool                all = audit_files(&c->arena, path, (size_t)c->args,
	                   c->has_as_of ? &c->as_of : NULL, &c->diags, &r);

	if (!all && r.checked == 0 && r.findings == 0)
		return EXIT_UNABLE;
	write_report(c, &r);
	return all ? status_of(&r) : EXIT_UNABLE;
}

static int
audit_papers(struct cli *c)
{
	struct str *path = ARENA_ARRAY(&c->arena, struct str, (size_t)c->args + 1);

	for (int i = 0; i < c->args; i++)
		path[i] = cli_arg(c, i);
	return c->json || c->sarif || c->verbose ? export_papers(c, path) : tell_papers(c, path);
}

/* ---- the register ---- */

static int
audit_kept(struct cli *c)
{
	struct judge_when   when = { c->has_as_of, c->as_of, c->today };
	struct audit_report r;
	struct snapshot     sn;
	bool                ran = false;
	struct store       *s = cli_open(c, STORE_READ);

	if (s == NULL)
		return EXIT_UNABLE;
	if (cli_snapshot(c, s, AUDIT_NOUNS, &sn))
		ran = audit_register(&c->arena, s, &sn, when, &r);
	if (ran)
		write_report(c, &r);
	return cli_close(c, s) == EXIT_DONE && ran ? status_of(&r) : EXIT_UNABLE;
}

int
command_audit(struct cli *c)
{
	if (c->json && c->sarif)
		return cli_usage(c, "--json or --sarif, not both");
	if (c->args > 0 && c->has_known_on)
		return cli_usage(c, "--known-on is about the register, not about files");
	return c->args > 0 ? audit_papers(c) : audit_kept(c);
}
