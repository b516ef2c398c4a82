/* Figures from bureaus: which sources there are, what would come, what came. */
#include "app/source_add.h"
#include "app/source_break.h"
#include "app/sources.h"
#include "cli/cli.h"
#include "cli/table.h"
#include "core/calendar.h"
#include <limits.h>

#define SHOWN_MAX 20
#define WIDE      80                     /* letters: a figure stands on one line */

/* On a terminal the first cell, and the others below it, broken where the line ends; in a
 * pipe one line of cells. */
static void
put_cells(struct cli *c, const struct str *cell, size_t cells)
{
	size_t letters = c->width > 12 ? (size_t)c->width - 2 : 10;

	for (size_t i = 0; i < cells; i++) {
		struct str rest = cell[i];

		if (c->width == 0) {
			table_fit(&c->out, rest, SIZE_MAX, false);
			buf_char(&c->out, i + 1 < cells ? '\t' : '\n');
			continue;
		}
		while (rest.len > 0) {
			if (i > 0)
				BUF_LIT(&c->out, "  ");
			table_fit(&c->out, table_line(&rest, letters), SIZE_MAX, false);
			BUF_LIT(&c->out, "\n");
		}
	}
}

#define PUT_CELLS(c, ...) put_cells((c), (const struct str[]){ __VA_ARGS__ }, \
	sizeof (const struct str[]){ __VA_ARGS__ } / sizeof (struct str))

/* ---- which there are ---- */

static struct str
state_of(struct cli *c, const struct source_line *l)
{
	if (l->broken)
		return STR("its series is broken");
	if (l->tried && l->last == SOURCE_FAILED)
		return arena_printf(&c->arena, "failed: " STR_FMT, STR_ARG(l->problem));
	if (l->tried && l->last == SOURCE_BROKEN)
		return STR("decided on, not fetched since");
	return l->fetched > 0 ? STR("in order") : STR("not fetched yet");
}

static int
source_list(struct cli *c)
{
	struct store       *s = cli_open(c, STORE_READ);
	struct source_line *at;
	size_t              len;

	if (s == NULL || !sources_list(&c->arena, s, &at, &len))
		return s == NULL ? EXIT_UNABLE : cli_close(c, s);
	for (size_t i = 0; i < len; i++) {
		const struct source_line *l = &at[i];
		struct str when = arena_printf(&c->arena, "fetched " STR_FMT ", updated " STR_FMT,
		    STR_ARG(l->fetched > 0 ? day_iso(&c->arena, (int32_t)(l->fetched / 86400)) : STR("never")),
		    STR_ARG(l->updated.len > 0 ? l->updated : STR("-")));

		if (c->width > 0)
			PUT_CELLS(c, arena_printf(&c->arena, STR_FMT "  " STR_FMT, STR_ARG(l->key),
			    STR_ARG(state_of(c, l))), l->title, arena_printf(&c->arena, STR_FMT "%s" STR_FMT,
			    STR_ARG(l->table), l->table.len > 0 ? ", " : "", STR_ARG(when)));
		else
			PUT_CELLS(c, l->key, l->table, l->title, when, state_of(c, l));
	}
	if (len == 0 && c->width > 0)
		BUF_LIT(&c->out, "none\n");
	return cli_close(c, s);
}

/* ---- what would come ---- */

static void
add_item(struct cli *c, struct table *to, const struct things *t, const struct source_item *it)
{
	static const struct str news[] = { STR_INIT("  new"), STR_INIT("  revised"), STR_INIT("  same") };
	struct str              cell[] = {
		news[it->news], things_key(t, it->row.indicator), things_key(t, it->row.area),
		it->row.group != 0 ? things_key(t, it->row.group) : STR("-"), it->code,
		it->news != SOURCE_REVISED ? it->is : arena_printf(&c->arena, STR_FMT " -> " STR_FMT,
		    STR_ARG(it->was), STR_ARG(it->is)),
	};

	if (c->width == 0 || c->width >= WIDE)
		table_add(to, cell);
	else
		PUT_CELLS(c, arena_printf(&c->arena, STR_FMT "  " STR_FMT "  " STR_FMT, STR_ARG(cell[0]),
		    STR_ARG(it->code), STR_ARG(cell[5])), arena_printf(&c->arena, "  " STR_FMT ", " STR_FMT ", "
		    STR_FMT, STR_ARG(cell[1]), STR_ARG(cell[2]), STR_ARG(cell[3])));
}

/* Every revision; of what is new the first and the last. */
static void
put_items(struct cli *c, const struct things *t, const struct sources_found *f, bool all)
{
	struct table rows = table_new(&c->arena, 6), end = table_new(&c->arena, 6);
	size_t       shown = 0, last = SIZE_MAX, left = 0;

	for (size_t i = 0; i < f->len; i++) {
		if (f->at[i].news == SOURCE_SAME && !all)
			continue;
		if (f->at[i].news == SOURCE_REVISED || shown++ < SHOWN_MAX)
			add_item(c, &rows, t, &f->at[i]);
		else {
			left++;
			last = i;
		}
	}
	table_write(&rows, &c->out, c->width);
	if (left > 1)
		buf_putf(&c->out, "  and %zu more, the last one:\n", left - 1);
	if (last != SIZE_MAX)
		add_item(c, &end, t, &f->at[last]);
	table_write(&end, &c->out, c->width);
}

static void
put_found(struct cli *c, const struct things *t, struct str key, const struct sources_found *f,
          bool all)
{
	buf_putf(&c->out, STR_FMT " (" STR_FMT "%s" STR_FMT "): ", STR_ARG(key), STR_ARG(f->table),
	    f->updated.len > 0 ? ", updated " : "", STR_ARG(f->updated));
	if (f->unmodified)
		BUF_LIT(&c->out, "unchanged since it was fetched\n");
	else
		buf_putf(&c->out, "%zu figures: %zu new, %zu revised, %zu as before\n", f->len,
		    f->count[SOURCE_NEW], f->count[SOURCE_REVISED], f->count[SOURCE_SAME]);
	if (f->unit.len > 0 && all)
		buf_putf(&c->out, "  counted in: " STR_FMT "\n", STR_ARG(f->unit));
	if (f->change != 0)
		buf_putf(&c->out, "  recorded as change %lld\n", (long long)f->change);
	put_items(c, t, f, all);
	for (size_t i = 0; i < f->unmapped_len && i < SHOWN_MAX; i++)
		buf_putf(&c->out, "  not mapped: " STR_FMT "\n", STR_ARG(f->unmapped[i]));
	if (f->unmapped_len > SHOWN_MAX)
		buf_putf(&c->out, "  not mapped: %zu more\n", f->unmapped_len - SHOWN_MAX);
}

static struct sources_how
how_of(const struct cli *c, bool dry_run)
{
	return (struct sources_how){ .act = cli_act(c, ""), .allow_private = c->allow_private,
	                             .wait_ms = c->timeout * 1000, .dry_run = dry_run,
	                             .hosts = c->source_hosts, .all = c->args == 1 };
}

static bool
fetch_one(struct cli *c, struct store *s, struct str key, bool dry_run)
{
	struct sources_how   how = how_of(c, dry_run);
	struct sources_found f;
	struct things       *t;

	if (!sources_fetch(&c->arena, s, key, &how, &c->diags, &f))
		return false;
	t = things_load(&c->arena, s);
	if (t == NULL)
		return false;
	put_found(c, t, key, &f, dry_run);
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

/* ---- making one ---- */

/* --title WORDS and every --set COLUMN=VALUE. False: usage. */
static bool
read_cells(struct cli *c, struct source_cell **ret, size_t *len)
{
	struct source_cell *at = ARENA_ARRAY(&c->arena, struct source_cell, c->sets + 1);
	size_t              n = 0;

	if (c->title.len > 0)
		at[n++] = (struct source_cell){ STR("title"), c->title };
	for (size_t i = 0; i < c->sets; i++) {
		struct str value = c->set[i], column = str_cut(&value, '=');

		if (column.len == c->set[i].len) {
			(void)cli_usage(c, "--set wants COLUMN=VALUE, such as --set kind=statbank");
			return false;
		}
		at[n++] = (struct source_cell){ str_trim(column), str_trim(value) };
	}
	*ret = at;
	*len = n;
	return true;
}

static bool
read_back(struct cli *c, struct store *s, struct str key, const struct noun_row *row)
{
	struct source_saying *say;
	size_t                len;

	if (!source_say(&c->arena, s, row, &say, &len))
		return false;
	buf_putf(&c->out, STR_FMT ": " STR_FMT "\n", STR_ARG(key), STR_ARG(row->text[SOURCE_title]));
	for (size_t i = 0; i < len; i++)
		buf_putf(&c->out, "  " STR_FMT ": " STR_FMT "\n", STR_ARG(say[i].what), STR_ARG(say[i].means));
	return true;
}

/* With --dry-run it is read back and tried, and nothing is kept. */
static bool
try_row(struct cli *c, struct store *s, struct str key, const struct noun_row *row)
{
	struct sources_how   how = how_of(c, true);
	struct sources_found f;
	struct things       *t = things_load(&c->arena, s);

	if (t == NULL || !sources_try(&c->arena, s, key, row, &how, &c->diags, &f))
		return false;
	put_found(c, t, key, &f, true);
	return true;
}

static int
source_make(struct cli *c)
{
	struct source_cell *cell = NULL;
	size_t              cells = 0;
	struct noun_row     row;
	struct act          act = cli_act(c, "");
	struct str          key = cli_arg(c, 1);
	struct store       *s;
	int64_t             change;

	if (!read_cells(c, &cell, &cells))
		return EXIT_UNABLE;
	s = cli_open(c, c->dry_run ? STORE_READ : STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	if (!source_row(&c->arena, s, key, cell, cells, &c->diags, &row) || !read_back(c, s, key, &row))
		return cli_close(c, s);
	if (c->dry_run)
		(void)try_row(c, s, key, &row);
	else if (source_add(&c->arena, s, key, &row, &act, &c->diags, &change))
		buf_putf(&c->out, "  recorded as change %lld; 'pejl source test " STR_FMT
		    "' shows what would come\n", (long long)change, STR_ARG(key));
	return cli_close(c, s);
}

/* ---- breaks and the log ---- */

static int
source_decision(struct cli *c, enum source_verdict verdict)
{
	struct store *s = cli_open(c, STORE_WRITE);
	struct act    act = cli_act(c, "");
	struct str    key = cli_arg(c, 1);
	int64_t       change;

	if (s == NULL)
		return EXIT_UNABLE;
	if (!source_decide(&c->arena, s, key, verdict, &act, &c->diags, &change))
		return cli_close(c, s);
	if (verdict == SOURCE_IS_NEW_METHOD)
		buf_putf(&c->out, STR_FMT ": a new way of measuring, recorded as change %lld\n", STR_ARG(key),
		    (long long)change);
	else
		buf_putf(&c->out, STR_FMT ": the same series by other names\n", STR_ARG(key));
	return cli_close(c, s);
}

static int
source_broken(struct cli *c)
{
	struct store        *s = cli_open(c, STORE_READ);
	struct source_break *at;
	size_t               len;

	if (s == NULL || !source_breaks(&c->arena, s, &at, &len))
		return s == NULL ? EXIT_UNABLE : cli_close(c, s);
	for (size_t i = 0; i < len; i++)
		PUT_CELLS(c, at[i].key, at[i].words, arena_printf(&c->arena, "proposed: way of measuring %lld of "
		    STR_FMT, (long long)at[i].version, STR_ARG(at[i].indicator)));
	return cli_close(c, s);
}

static int
source_history(struct cli *c)
{
	struct store        *s = cli_open(c, STORE_READ);
	struct source_event *at;
	size_t               len;

	if (s == NULL || !sources_log(&c->arena, s, cli_arg(c, 1), &at, &len))
		return s == NULL ? EXIT_UNABLE : cli_close(c, s);
	for (size_t i = 0; i < len; i++) {
		struct str when = arena_printf(&c->arena, STR_FMT " %02d:%02d",
		    STR_ARG(day_iso(&c->arena, (int32_t)(at[i].at / 86400))), (int)(at[i].at / 3600 % 24),
		    (int)(at[i].at / 60 % 60));
		struct str what = source_outcome_code(at[i].outcome);

		if (c->width > 0)
			PUT_CELLS(c, arena_printf(&c->arena, STR_FMT "  " STR_FMT "  " STR_FMT, STR_ARG(when),
			    STR_ARG(at[i].source), STR_ARG(what)), at[i].words);
		else
			PUT_CELLS(c, when, at[i].source, what, at[i].words);
	}
	return cli_close(c, s);
}

static int
source_test(struct cli *c)
{
	return source_fetch(c, true);
}

static int
source_now(struct cli *c)
{
	return source_fetch(c, c->dry_run);
}

static int
source_new_method(struct cli *c)
{
	return source_decision(c, SOURCE_IS_NEW_METHOD);
}

static int
source_same(struct cli *c)
{
	return source_decision(c, SOURCE_IS_SAME_SERIES);
}

int
command_source(struct cli *c)
{
	static const struct {
		struct str verb;
		int      (*run)(struct cli *c);
		int        least, most;         /* words, the verb included */
	} verbs[] = {
		{ STR_INIT("list"), source_list, 1, 1 }, { STR_INIT("add"), source_make, 2, 2 },
		{ STR_INIT("test"), source_test, 2, 2 }, { STR_INIT("fetch"), source_now, 1, INT_MAX },
		{ STR_INIT("breaks"), source_broken, 1, 1 }, { STR_INIT("break"), source_new_method, 2, 2 },
		{ STR_INIT("same"), source_same, 2, 2 }, { STR_INIT("log"), source_history, 1, 2 },
	};

	for (size_t i = 0; i < COUNT_OF(verbs); i++)
		if (str_eq(cli_arg(c, 0), verbs[i].verb) && c->args >= verbs[i].least &&
		    c->args <= verbs[i].most)
			return verbs[i].run(c);
	return cli_usage(c, "'pejl source' knows list, add KEY, test KEY, fetch [KEY...], breaks, "
	    "break KEY, same KEY and log [KEY]");
}
