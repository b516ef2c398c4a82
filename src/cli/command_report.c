/* A report into a file, whose name says the format; one that was laid before the council: as
 * it was, made again, compared; laying one. */
#include "app/releases.h"
#include "cli/cli.h"
#include "port/file.h"
#include "report/format.h"
#include "report/facts.h"
#include "report/freeze.h"
#include "report/report.h"
#include "report/tree_text.h"
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

static bool
kind_of(struct cli *c, enum report_kind *ret)
{
	if (report_kind_from_code(cli_arg(c, 0), ret))
		return true;
	(void)cli_usage(c, "there is no report '" STR_FMT "', only " STR_FMT, STR_ARG(cli_arg(c, 0)),
	    STR_ARG(codes_of(c)));
	return false;
}

static struct str
endings_of(struct cli *c)
{
	struct str text = STR_NONE;

	for (size_t i = 0; i < REPORT_FORMAT_COUNT; i++)
		text = arena_printf(&c->arena, STR_FMT "%s." STR_FMT, STR_ARG(text),
		    i == 0 ? "" : i + 1 < REPORT_FORMAT_COUNT ? ", " : " or ",
		    STR_ARG(report_format_code((enum report_format)i)));
	return text;
}

/* "status.pdf" */
static bool
format_of(struct cli *c, enum report_format *ret)
{
	if (str_find(c->output, STR("."), 0) != SIZE_MAX && report_format_of(c->output, ret))
		return true;
	(void)cli_usage(c, "-o wants a file that ends in " STR_FMT, STR_ARG(endings_of(c)));
	return false;
}

static void
write_file(struct cli *c, struct str bytes)
{
	int error = file_put(&c->arena, c->output, bytes);

	if (error != 0)
		(void)diag_error(&c->diags, c->output, 0, str_from(strerror(error)),
		    STR("nothing was written; what was there is there still"));
}

static void
write_report(struct cli *c, const struct report_paper *m)
{
	struct lang l;
	struct tree t;

	if (!lang_find(c->danish ? STR("da") : STR("en"), &l))
		return;
	t = report_tree(&c->arena, &l, m);
	(void)!report_write(&c->arena, &t, c->site, c->output, &c->diags);
}

/* ---- as it was laid before the council ---- */

static const struct noun_row *
find_release(struct cli *c, const struct edition *ed, struct str key)
{
	const struct noun_row *row = edition_thing(ed, NOUN_RELEASE, key);

	if (row == NULL)
		(void)diag_error(&c->diags, key, 0, STR("there is no such report laid before the council"),
		    STR("see 'pejl list releases'"));
	return row;
}

/* HTML letter by letter; any other format from the tree that was kept. */
static void
write_released(struct cli *c, struct store *s, const struct noun_row *row, enum report_format f)
{
	enum release_part part = c->danish ? f == REPORT_FORMAT_HTML ? RELEASE_PART_HTML_DA : RELEASE_PART_TREE_DA
	                                   : f == REPORT_FORMAT_HTML ? RELEASE_PART_HTML_EN : RELEASE_PART_TREE_EN;
	struct tree       t;
	struct str        text;

	if (!release_text(&c->arena, s, row->id, part, &text))
		return;
	if (f == REPORT_FORMAT_HTML)
		write_file(c, text);
	else if (tree_read(&c->arena, text, &t))
		(void)!report_write(&c->arena, &t, c->site, c->output, &c->diags);
	else
		(void)diag_error(&c->diags, c->release, 0, STR("what was kept of it cannot be read"), STR_NONE);
}

/* Made again by the register as it was known then. */
static bool
make_again(struct cli *c, struct store *s, const struct edition *now, const struct noun_row *row,
           struct release_frozen *ret)
{
	struct release_row  r = release_row(&c->arena, now, row);
	struct report_ask   ask = release_ask(now, row);
	struct judge_when   when = { true, r.as_of, ask.made };
	struct report_paper m;
	struct edition      then;

	if (!edition_as_known(&c->arena, s, r.known, when, &c->diags, &then) ||
	    report_view(&c->arena, &then, &ask, &c->diags, &m) != REPORT_OK)
		return false;
	m.version = r.version;
	if (!r.has_compared)
		m.has_before = false;
	return report_freeze(&c->arena, &m, ret);
}

static void
check_release(struct cli *c, struct store *s, const struct edition *ed, const struct noun_row *row)
{
	struct str            version = row->text[RELEASE_version], digest = row->text[RELEASE_digest];
	bool                  other = !str_eq(version, STR(PEJL_VERSION));
	struct release_frozen again;

	if (!make_again(c, s, ed, row, &again))
		return;
	if (str_eq(again.digest, digest)) {
		buf_putf(&c->out, STR_FMT ": made again, letter by letter the same (SHA-256 " STR_FMT ")\n",
		    STR_ARG(c->release), STR_ARG(digest));
		return;
	}
	(void)diag_error(&c->diags, c->release, 0, arena_printf(&c->arena,
	    "made again it is not the same: SHA-256 " STR_FMT " was laid, " STR_FMT " is made now",
	    STR_ARG(digest), STR_ARG(again.digest)), other ? arena_printf(&c->arena,
	    "it was made by Pejl " STR_FMT " and this is " PEJL_VERSION ": the words of a report may differ; "
	    "what was laid is kept, see -o", STR_ARG(version)) : STR("what was laid is kept, see -o"));
}

static void
put_changes(struct cli *c, const char *title, const struct release_change *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool danish = c->danish;

		if (i == 0)
			buf_putf(&c->out, "%s\n", title);
		BUF_LIT(&c->out, "    ");
		buf_put(&c->out, named_title(&at[i].thing, &danish));
		buf_putf(&c->out, ": " STR_FMT " -> " STR_FMT "\n",
		    STR_ARG(at[i].before.len > 0 ? at[i].before : STR("-")),
		    STR_ARG(at[i].after.len > 0 ? at[i].after : STR("-")));
	}
}

static void
compare_releases(struct cli *c, struct store *s, const struct noun_row *before,
                 const struct noun_row *after)
{
	struct release_changes ch;
	struct str             was, is;
	struct lang            l;

	if (!lang_find(c->danish ? STR("da") : STR("en"), &l) ||
	    !release_text(&c->arena, s, before->id, RELEASE_PART_FACTS, &was) ||
	    !release_text(&c->arena, s, after->id, RELEASE_PART_FACTS, &is))
		return;
	if (!facts_compare(&c->arena, &l, was, is, &ch)) {
		(void)diag_error(&c->diags, c->compare, 0, STR("what was kept of them cannot be read"), STR_NONE);
		return;
	}
	put_changes(c, "verdicts", ch.verdict, ch.verdicts);
	put_changes(c, "figures", ch.figure, ch.figures);
	put_changes(c, "money", ch.money, ch.moneys);
	put_changes(c, "promises", ch.promise, ch.promises);
	if (ch.verdicts + ch.figures + ch.moneys + ch.promises == 0)
		BUF_LIT(&c->out, "nothing changed\n");
}

static int
run_release(struct cli *c)
{
	struct judge_when      when = { false, 0, c->today };
	const struct noun_row *row, *other;
	enum report_format     f = REPORT_FORMAT_HTML;
	struct edition         ed;
	struct store          *s;

	if ((c->output.len > 0) + c->check + (c->compare.len > 0) != 1 || c->args > 0)
		return cli_usage(c, "--release KEY goes with -o FILE, with --check or with --compare KEY");
	if (c->output.len > 0 && !format_of(c, &f))
		return EXIT_UNABLE;
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (!edition_make(&c->arena, s, NULL, when, &c->diags, &ed) ||
	    (row = find_release(c, &ed, c->release)) == NULL)
		return cli_close(c, s);
	if (c->check)
		check_release(c, s, &ed, row);
	else if (c->output.len > 0)
		write_released(c, s, row, f);
	else if ((other = find_release(c, &ed, c->compare)) != NULL)
		compare_releases(c, s, row, other);
	return cli_close(c, s);
}

/* ---- as it can be made now ---- */

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

	if (c->release.len > 0)
		return run_release(c);
	if (c->args == 0 || c->check || c->compare.len > 0)
		return cli_usage(c, "usage: pejl report KIND -o FILE, or --release KEY");
	if (!kind_of(c, &ask.kind) || !format_of(c, &f))
		return EXIT_UNABLE;
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (edition_make(&c->arena, s, NULL, when, &c->diags, &ed) &&
	    report_view(&c->arena, &ed, &ask, &c->diags, &m) == REPORT_OK)
		write_report(c, &m);
	return cli_close(c, s);
}

/* ---- laying one ---- */

int
command_release(struct cli *c)
{
	struct judge_when     when = { c->has_as_of, c->as_of, c->today };
	struct report_ask     ask = { .of = c->of, .has_before = c->has_since, .before = c->since,
	                              .made = c->today, .corrects = c->corrects };
	struct act            act = cli_act(c, "report laid before the council");
	struct report_paper   m;
	struct release_frozen frozen;
	struct release_lay    lay = { &m, &frozen, c->corrects, c->corrects.len > 0 ? c->why : STR_NONE };
	struct edition        ed;
	struct store         *s;
	struct str            key;
	const char           *flaw;

	if (!kind_of(c, &ask.kind))
		return EXIT_UNABLE;
	ask.reason = lay.reason;
	s = cli_open(c, STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	if (!edition_make(&c->arena, s, NULL, when, &c->diags, &ed) ||
	    report_view(&c->arena, &ed, &ask, &c->diags, &m) != REPORT_OK)
		return cli_close(c, s);
	flaw = release_flaw(&ed, &lay);
	if (*flaw != '\0')
		(void)diag_error(&c->diags, c->corrects, 0, str_from(flaw), STR("--corrects KEY --why REASON"));
	else if (!report_freeze(&c->arena, &m, &frozen))
		(void)diag_error(&c->diags, cli_arg(c, 0), 0, STR("the report is too long"), STR_NONE);
	else if (release_lay(&c->arena, s, &lay, &act, &c->diags, &key))
		buf_putf(&c->out, "laid: release " STR_FMT " (SHA-256 " STR_FMT ")\n", STR_ARG(key),
		    STR_ARG(frozen.digest));
	return cli_close(c, s);
}
