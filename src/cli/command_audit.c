#include "app/audit_register.h"
#include "app/audit_run.h"
#include "cli/cli.h"
#include "cli/remarks.h"
#include "export/findings.h"
#include "export/sarif.h"
#include "port/pool.h"

#define REMARKS_AT_ONCE 500

/* Remarks are written on all processors, some at a time, and shown in their order. */
struct writing {
	struct cli                *c;
	const struct audit_report *r;
	struct buf                *part;
};

static void
write_part(void *context, size_t worker, size_t i)
{
	struct writing     *w = context;
	struct remarks      k = { &w->part[i], w->c->danish, w->c->colour };
	size_t              from = i * REMARKS_AT_ONCE;
	struct audit_report some = { .finding = w->r->finding + from, .findings = REMARKS_AT_ONCE };

	(void)worker;
	if (some.findings > w->r->findings - from)
		some.findings = w->r->findings - from;
	buf_init(&w->part[i], OUTPUT_MAX);
	remarks_write(&k, &some);
}

static void
take_part(void *context, size_t i)
{
	struct writing *w = context;

	buf_put(&w->c->out, buf_str(&w->part[i]));
	w->c->out.failed |= !buf_ok(&w->part[i]);
	buf_free(&w->part[i]);
	cli_flush(w->c);
}

static void
write_remarks(struct cli *c, const struct audit_report *r)
{
	size_t         parts = r->findings / REMARKS_AT_ONCE + 1;
	struct writing w = { c, r, ARENA_ARRAY(&c->arena, struct buf, parts) };
	struct remarks k = { &c->out, c->danish, c->colour };

	pool_run(parts, write_part, take_part, &w);
	if (c->verbose)
		remarks_write_held(&k, r);
	remarks_write_count(&k, r);
}

static void
write_report(struct cli *c, const struct audit_report *r)
{
	struct json j = json_new(&c->out);

	if (c->sarif && c->verbose)
		export_sarif_held(&j, r, PEJL_VERSION, c->danish);
	else if (c->sarif)
		export_sarif(&j, r, PEJL_VERSION, c->danish);
	else if (c->json && c->verbose)
		export_findings_held(&j, r);
	else if (c->json)
		export_findings(&j, r);
	else
		write_remarks(c, r);
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

/* Remarks on papers, told one by one. */
struct telling {
	struct cli         *c;
	struct audit_report sum;        /* counts, and nothing of what is counted */
	bool                errors;
};

static void
tell_paper(void *context, const struct audit_report *r, struct arena *kept)
{
	struct telling *t = context;
	struct remarks  k = { &t->c->out, t->c->danish, t->c->colour };

	(void)kept;
	remarks_write(&k, r);
	cli_flush(t->c);
	t->errors |= status_of(r) != EXIT_DONE;
	t->sum.findings += r->findings;
	t->sum.checked += r->checked;
	t->sum.hold += r->hold;
	t->sum.fail += r->fail;
}

static int
tell_papers(struct cli *c, const struct str *path, size_t n)
{
	struct telling t = { .c = c };
	struct remarks k = { &c->out, c->danish, c->colour };
	bool           all = audit_each(path, n, c->has_as_of ? &c->as_of : NULL, false, &c->diags,
	                   tell_paper, &t);

	if (!all && t.sum.checked == 0 && t.sum.findings == 0)
		return EXIT_UNABLE;
	remarks_write_count(&k, &t.sum);
	if (!all)
		return EXIT_UNABLE;
	return t.errors ? EXIT_PROBLEM : EXIT_DONE;
}

static int
audit_papers(struct cli *c)
{
	struct audit_report r;
	size_t              n = (size_t)c->args;
	struct str         *path = ARENA_ARRAY(&c->arena, struct str, n + 1);
	bool                all;

	for (size_t i = 0; i < n; i++)
		path[i] = cli_arg(c, (int)i);
	if (!c->json && !c->sarif && !c->verbose)
		return tell_papers(c, path, n);
	all = audit_files(&c->arena, path, n, c->has_as_of ? &c->as_of : NULL, c->verbose, &c->diags, &r);
	if (!all && r.checked == 0 && r.findings == 0)
		return EXIT_UNABLE;
	write_report(c, &r);
	return all ? status_of(&r) : EXIT_UNABLE;
}

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
