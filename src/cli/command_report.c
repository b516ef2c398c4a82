/* A report into a file: the format is what the name ends in. */
#include "app/report_view.h"
#include "cli/cli.h"
#include "port/file.h"
#include "report/format.h"
#include "report/report.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

static struct str
codes_of(struct cli *c)
{
	struct str text = STR_NONE;

	for (size_t i = 0; i < REPORT_KIND_COUNT; i++)
		text = arena_printf(&c->arena, STR_FMT "%s" STR_FMT, STR_ARG(text),
		    i == 0 ? "" : i + 1 < REPORT_KIND_COUNT ? ", " : " or ",
		    STR_ARG(report_kind_code((enum report_kind)i)));
	return text;
}

static struct str
endings_of(struct cli *c)
{
	struct str text = STR_NONE;

	for (size_t i = 0; i < FORMAT_COUNT; i++)
		text = arena_printf(&c->arena, STR_FMT "%s." STR_FMT, STR_ARG(text),
		    i == 0 ? "" : i + 1 < FORMAT_COUNT ? ", " : " or ",
		    STR_ARG(report_format_ending((enum report_format)i)));
	return text;
}

/* "status.pdf" */
static bool
format_of(struct cli *c, enum report_format *ret)
{
	struct str ending = c->output;

	for (size_t dot; (dot = str_find(ending, STR("."), 0)) != SIZE_MAX;)
		ending = str_slice(ending, dot + 1, ending.len);
	if (ending.len < c->output.len && report_format_from_ending(ending, ret))
		return true;
	(void)cli_usage(c, "-o wants a file that ends in " STR_FMT, STR_ARG(endings_of(c)));
	return false;
}

static bool
put(struct str path, struct str bytes)
{
	FILE *f = fopen(path.at, "wb");
	bool  ok = f != NULL && fwrite(bytes.at, 1, bytes.len, f) == bytes.len;

	return f != NULL && fclose(f) == 0 && ok;
}

/* Written beside and then put in place: what was there stays until all is. */
static void
write_file(struct cli *c, struct str bytes)
{
	struct str made = STR_NONE;
	int        error = file_beside(&c->arena, c->output, &made);

	if (error == 0)
		error = put(made, bytes) ? file_settle(made, c->output, true) : errno;
	if (error == 0)
		return;
	if (made.len > 0 && file_remove(made) != 0)
		(void)diag_error(&c->diags, made, 0, STR("cannot be removed"), STR_NONE);
	(void)diag_error(&c->diags, c->output, 0, str_from(strerror(error)),
	    STR("nothing was written; what was there is there still"));
}

static void
write_report(struct cli *c, const struct report_paper *m, enum report_format f)
{
	struct lang l;
	struct tree t;
	struct buf  b;
	struct str  why = STR_NONE;

	if (!lang_find(c->danish ? STR("da") : STR("en"), &l))
		return;
	t = report_tree(&c->arena, &l, m);
	buf_init(&b, REPORT_BYTES_MAX);
	if (report_format(&c->arena, &t, f, c->site, &b, &why))
		write_file(c, buf_str(&b));
	else
		(void)diag_error(&c->diags, c->output, 0, why, STR_NONE);
	buf_free(&b);
}

int
command_report(struct cli *c)
{
	struct judge_when   when = { c->has_as_of, c->as_of, c->today };
	struct report_ask   ask = { .of = c->of, .has_before = c->has_since, .before = c->since,
	                            .made = c->today };
	struct report_paper m;
	struct edition      ed;
	enum report_format  f;
	struct store       *s;

	if (!report_kind_from_code(cli_arg(c, 0), &ask.kind))
		return cli_usage(c, "there is no report '" STR_FMT "', only " STR_FMT,
		    STR_ARG(cli_arg(c, 0)), STR_ARG(codes_of(c)));
	if (!format_of(c, &f))
		return EXIT_UNABLE;
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (edition_make(&c->arena, s, NULL, when, &c->diags, &ed) &&
	    report_view(&c->arena, &ed, &ask, &c->diags, &m) == REPORT_OK)
		write_report(c, &m, f);
	return cli_close(c, s);
}
