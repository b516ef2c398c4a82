#include "app/budget_view.h"
#include "cli/cli.h"
#include "cli/ledger.h"
#include "export/overview.h"
#include "port/file.h"
#include "port/zip.h"
#include <string.h>

/* "3,5 mio. kr.", or kroner: "3500000", "3.500.000". */
static bool
read_kroner(const struct cli *c, struct str text, struct number *ret)
{
	enum notation notation = c->notation;
	struct money  m;

	if (money_parse(text, notation, &m) == NUMBER_OK && m.amount.has_point) {
		*ret = m.amount.point;
		return true;
	}
	return number_from_plain(text, ret) || number_parse(text, notation, ret) == NUMBER_OK;
}

/* "2.2=3 mio. kr.", "helbredsteam:2010=3000000" */
static bool
read_set(struct cli *c, struct str word, struct budget_set *ret)
{
	struct str        left, amount = word;
	struct budget_set set = { 0 };
	int64_t           year = 0;

	left = str_cut(&amount, '=');
	set.line = str_trim(str_cut(&left, ':'));
	if (left.len > 0 && (!str_int(left, &year) || year < 1 || year > YEAR_MAX)) {
		(void)cli_usage(c, "--set: '%.*s' is no year", STR_ARG(left));
		return false;
	}
	if (set.line.len == 0 || !read_kroner(c, str_trim(amount), &set.kroner)) {
		(void)cli_usage(c, "--set wants LINE=AMOUNT or LINE:YEAR=AMOUNT, such as 2.2=\"3 mio. kr.\"");
		return false;
	}
	set.year = (int32_t)year;
	*ret = set;
	return true;
}

static bool
read_sets(struct cli *c, struct budget_ask *ask)
{
	struct budget_set *set = ARENA_ARRAY(&c->arena, struct budget_set, c->sets + 1);

	for (size_t i = 0; i < c->sets; i++)
		if (!read_set(c, c->set[i], &set[i]))
			return false;
	ask->set = set;
	ask->sets = c->sets;
	return true;
}

static bool
view(struct cli *c, struct store *s, const struct budget_ask *ask, struct overviews *ret)
{
	struct judge_when when = { c->has_as_of, c->as_of, c->today };
	struct barometer  judged;
	struct snapshot   sn;

	return cli_snapshot(c, s, BUDGET_NOUNS, &sn) &&
	    judge_all(&c->arena, s, &sn, when, &judged) &&
	    budget_view(&c->arena, &sn, &judged, ask, &c->diags, ret);
}

#define XLSX_MAX ((size_t)64 << 20)

static void
write_xlsx(struct cli *c, const struct overviews *o)
{
	struct buf   b;
	struct zip  *z;
	struct parts to;
	bool         small;
	int          error;

	buf_init(&b, XLSX_MAX);
	z = zip_open(&b, GZIP_FAST);
	to = zip_parts(z);
	small = export_overviews_xlsx(&c->arena, o, c->unit_of, c->danish,
	    c->has_as_of ? c->as_of : c->today, &to);
	if (!zip_close(z) || !small)
		(void)diag_error(&c->diags, c->xlsx, 0, STR("the overview is too large for a sheet"), STR_NONE);
	else if ((error = file_put(&c->arena, c->xlsx, buf_str(&b))) != 0)
		(void)diag_error(&c->diags, c->xlsx, 0, str_from(strerror(error)), STR_NONE);
	buf_free(&b);
}

static void
write_answer(struct cli *c, const struct overviews *o)
{
	struct ledger l = { &c->arena, &c->out, c->unit_of, c->danish, c->width };
	struct json   j = json_new(&c->out);
	struct grid   g;

	if (c->xlsx.len > 0)
		write_xlsx(c, o);
	if (c->json) {
		export_overviews(&j, o);
	} else if (c->csv) {
		g = export_overviews_grid(&c->arena, o, c->unit_of, c->danish);
		grid_csv(&c->out, &g, GRID_RFC4180);
	}
	for (size_t i = 0; i < o->len && !c->json && !c->csv && c->xlsx.len == 0; i++) {
		if (i > 0)
			BUF_LIT(&c->out, "\n");
		ledger_write(&l, &o->at[i]);
	}
}

int
command_budget(struct cli *c)
{
	struct budget_ask ask = { .by = c->by };
	struct overviews  o = { 0 };
	struct store     *s;

	if (c->json && c->csv)
		return cli_usage(c, "--json or --csv, not both");
	if (!read_sets(c, &ask))
		return EXIT_UNABLE;
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (view(c, s, &ask, &o))
		write_answer(c, &o);
	return cli_close(c, s);
}
