/* Figures from bureaus: which sources there are, what would come, what came. */
#include "app/sources.h"
#include "cli/cli.h"
#include "core/calendar.h"

#define SHOWN_MAX 20

static int
source_list(struct cli *c)
{
	struct store       *s = cli_open(c, STORE_READ);
	struct source_line *at;
	size_t              len;

	if (s == NULL || !sources_list(&c->arena, s, &at, &len))
		return s == NULL ? EXIT_UNABLE : cli_close(c, s);
	for (size_t i = 0; i < len; i++) {
		buf_putf(&c->out, STR_FMT "\t" STR_FMT "\t" STR_FMT "\tfetched ", STR_ARG(at[i].key),
		    STR_ARG(at[i].table), STR_ARG(at[i].title));
		if (at[i].fetched > 0)
			day_write_iso(&c->out, (int32_t)(at[i].fetched / 86400));
		buf_putf(&c->out, "%s, updated " STR_FMT "\n", at[i].fetched > 0 ? "" : "never",
		    STR_ARG(at[i].updated.len > 0 ? at[i].updated : STR("-")));
	}
	return cli_close(c, s);
}

static void
put_item(struct cli *c, const struct things *t, const struct source_item *it)
{
	static const char *const news[] = { "new", "revised", "same" };

	buf_putf(&c->out, "  %s\t" STR_FMT "\t" STR_FMT "\t" STR_FMT "\t" STR_FMT "\t", news[it->news],
	    STR_ARG(things_key(t, it->row.indicator)), STR_ARG(things_key(t, it->row.area)),
	    STR_ARG(it->row.group != 0 ? things_key(t, it->row.group) : STR("-")), STR_ARG(it->code));
	if (it->news == SOURCE_REVISED)
		buf_putf(&c->out, STR_FMT " -> ", STR_ARG(it->was));
	buf_putf(&c->out, STR_FMT "\n", STR_ARG(it->is));
}

/* Every revision; of what is new the first and the last. */
static void
put_items(struct cli *c, const struct things *t, const struct sources_found *f, bool all)
{
	size_t shown = 0, last = SIZE_MAX, left = 0;

	for (size_t i = 0; i < f->len; i++) {
		if (f->at[i].news == SOURCE_SAME && !all)
			continue;
		if (f->at[i].news == SOURCE_REVISED || shown++ < SHOWN_MAX)
			put_item(c, t, &f->at[i]);
		else {
			left++;
			last = i;
		}
	}
	if (left > 1)
		buf_putf(&c->out, "  and %zu more, the last one:\n", left - 1);
	if (last != SIZE_MAX)
		put_item(c, t, &f->at[last]);
}

static bool
fetch_one(struct cli *c, struct store *s, struct str key, bool dry_run)
{
	struct sources_how   how = { .act = cli_act(c, ""), .allow_private = c->allow_private,
	                             .wait_ms = c->timeout * 1000, .dry_run = dry_run,
	                             .hosts = c->source_hosts, .all = c->args == 1 };
	struct sources_found f;
	struct things       *t;

	if (!sources_fetch(&c->arena, s, key, &how, &c->diags, &f))
		return false;
	t = things_load(&c->arena, s);
	if (t == NULL)
		return false;
	buf_putf(&c->out, STR_FMT " (" STR_FMT "%s" STR_FMT "): ", STR_ARG(key), STR_ARG(f.table),
	    f.updated.len > 0 ? ", updated " : "", STR_ARG(f.updated));
	if (f.unmodified)
		BUF_LIT(&c->out, "unchanged since it was fetched\n");
	else
		buf_putf(&c->out, "%zu figures: %zu new, %zu revised, %zu as before\n", f.len,
		    f.count[SOURCE_NEW], f.count[SOURCE_REVISED], f.count[SOURCE_SAME]);
	if (f.change != 0)
		buf_putf(&c->out, "  recorded as change %lld\n", (long long)f.change);
	put_items(c, t, &f, dry_run);
	for (size_t i = 0; i < f.unmapped_len && i < SHOWN_MAX; i++)
		buf_putf(&c->out, "  not mapped: " STR_FMT "\n", STR_ARG(f.unmapped[i]));
	if (f.unmapped_len > SHOWN_MAX)
		buf_putf(&c->out, "  not mapped: %zu more\n", f.unmapped_len - SHOWN_MAX);
	return true;
}

/* One that fails keeps its figures and does not hold up the others. */
static int
source_fetch(struct cli *c, bool dry_run)
{
	struct store       *s = cli_open(c, dry_run ? STORE_READ : STORE_WRITE);
	struct source_line *at = NULL;
	size_t              len = 0;

	if (s == NULL)
		return EXIT_UNABLE;
	if (c->args == 1 && !sources_list(&c->arena, s, &at, &len))
		return cli_close(c, s);
	for (size_t i = 0; i < len && !store_failed(s); i++)
		(void)fetch_one(c, s, at[i].key, dry_run);
	for (int i = 1; i < c->args && !store_failed(s); i++)
		(void)fetch_one(c, s, cli_arg(c, i), dry_run);
	return cli_close(c, s);
}

int
command_source(struct cli *c)
{
	struct str verb = cli_arg(c, 0);

	if (str_eq(verb, STR("list")) && c->args == 1)
		return source_list(c);
	if (str_eq(verb, STR("test")) && c->args == 2)
		return source_fetch(c, true);
	if (str_eq(verb, STR("fetch")))
		return source_fetch(c, false);
	return cli_usage(c, "'pejl source' knows list, test KEY and fetch [KEY...]");
}
