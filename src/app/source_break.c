#include "app/source_break.h"
#include "app/source_series.h"
#include "app/source_state.h"

struct decision {
	struct arena          *a;
	struct store          *s;
	struct diags          *d;
	struct things         *t;
	struct snapshot        sn;
	const struct noun_row *row;
	struct source_change   it;
};

static bool
load(struct decision *x)
{
	x->t = things_load(x->a, x->s);
	return x->t != NULL && snapshot_load(x->a, x->s, x->t, 0, NOUN_BIT(SOURCE) |
	    NOUN_BIT(METHOD) | NOUN_BIT(INDICATOR), &x->sn);
}

/* One above the newest version of an indicator's method; what is there without one is 1. */
static int64_t
next_version(const struct snapshot *sn, int64_t indicator)
{
	int64_t newest = 1, version;

	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *r = &sn->row[NOUN_METHOD][i];

		if (r->ref[METHOD_indicator] == indicator && str_int(r->text[METHOD_version], &version) &&
		    version > newest)
			newest = version;
	}
	return newest + 1;
}

bool
source_breaks(struct arena *a, struct store *s, struct source_break **ret, size_t *len)
{
	struct decision x = { .a = a, .s = s };
	size_t          n = 0;

	if (!load(&x))
		return false;
	*ret = ARENA_ARRAY(a, struct source_break, x.sn.len[NOUN_SOURCE] + 1);
	for (size_t i = 0; i < x.sn.len[NOUN_SOURCE]; i++) {
		const struct noun_row *r = &x.sn.row[NOUN_SOURCE][i];

		if (!source_change_get(a, s, r->id, &x.it))
			return false;
		if (x.it.found == 0)
			continue;
		(*ret)[n++] = (struct source_break){
			.key = things_key(x.t, r->id), .title = r->text[SOURCE_title],
			.words = source_series_words(a, x.it.went, x.it.came),
			.indicator = things_key(x.t, r->ref[SOURCE_indicator]), .was = x.it.went,
			.is = x.it.came, .found = x.it.found,
			.version = next_version(&x.sn, r->ref[SOURCE_indicator]),
		};
	}
	*len = n;
	return true;
}

/* ---- deciding ---- */

/* In Danish, as figures are told in. */
static struct str
title_of(const struct decision *x)
{
	struct str table = x->row->text[SOURCE_tbl].len > 0 ? x->row->text[SOURCE_tbl]
	                                                    : x->row->text[SOURCE_title];

	if (x->it.came.len == 0)
		return arena_printf(x->a, STR_FMT ": “" STR_FMT "” findes ikke mere", STR_ARG(table),
		    STR_ARG(x->it.went));
	if (x->it.went.len == 0 && str_starts(x->it.came, STR("break ")))
		return arena_printf(x->a, STR_FMT ": databrud i kilden fra " STR_FMT, STR_ARG(table),
		    STR_ARG(str_slice(x->it.came, 6, x->it.came.len)));
	if (x->it.went.len == 0)
		return arena_printf(x->a, STR_FMT ": “" STR_FMT "” er kommet til", STR_ARG(table),
		    STR_ARG(x->it.came));
	return arena_printf(x->a, STR_FMT ": “" STR_FMT "” er nu “" STR_FMT "”", STR_ARG(table),
	    STR_ARG(x->it.went), STR_ARG(x->it.came));
}

static bool
add_method(struct decision *x, int64_t indicator, int64_t change)
{
	struct noun_row row = { .since = change, .until = UNTIL_NOW };
	int64_t         version = next_version(&x->sn, indicator);

	row.text[METHOD_title] = title_of(x);
	row.text[METHOD_version] = arena_printf(x->a, "%lld", (long long)version);
	row.text[METHOD_starts] = day_iso(x->a, (int32_t)x->it.starts);
	row.ref[METHOD_indicator] = indicator;
	row.id = things_add(x->t, x->s, NOUN_METHOD, things_new_key(x->t, x->a, NOUN_METHOD,
	    arena_printf(x->a, STR_FMT " %lld", STR_ARG(things_key(x->t, indicator)), (long long)version)));
	return row.id != 0 && store_noun_add(x->s, NOUN_METHOD, &row);
}

/* Of a share the two that it is reckoned from break with it. */
static bool
add_methods(struct decision *x, const struct act *act, int64_t *change)
{
	static const size_t columns[] = { SOURCE_indicator, SOURCE_numerator, SOURCE_denominator };
	struct act          how = *act;

	if (how.why.len == 0)
		how.why = title_of(x);
	if (!change_add(x->s, &how, 0, 0, change))
		return false;
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		int64_t indicator = x->row->ref[columns[i]];

		if (indicator != 0 && (i == 0 || indicator != x->row->ref[columns[i - 1]]) &&
		    !add_method(x, indicator, *change))
			return false;
	}
	return true;
}

static bool
keep_names(struct decision *x)
{
	struct source_state st;

	if (!source_state_get(x->a, x->s, x->row->id, &st))
		return false;
	st.print = x->it.print;
	st.etag = st.modified = STR_NONE;       /* what came then was not written */
	return source_state_put(x->s, x->row->id, &st);
}

bool
source_decide_within(struct arena *a, struct store *s, struct str key,
                     enum source_verdict verdict, const struct act *act, struct diags *d,
                     int64_t *change)
{
	struct decision x = { .a = a, .s = s, .d = d };
	struct str      where = arena_printf(a, "source " STR_FMT, STR_ARG(key));
	int64_t         made = 0;

	if (!load(&x))
		return false;
	x.row = snapshot_row(&x.sn, things_find(x.t, NOUN_SOURCE, key));
	if (x.row == NULL)
		return diag_error(d, where, 0, STR("there is no such source"),
		    STR("'pejl source list' shows them"));
	if (!source_change_get(a, s, x.row->id, &x.it))
		return false;
	if (x.it.found == 0)
		return diag_error(d, where, 0, STR("no break of it waits for a decision"), STR_NONE);
	if (verdict == SOURCE_IS_SAME_SERIES && x.it.print.len == 0)
		return diag_error(d, where, 0, STR("a code that the source names is gone: it cannot go on as it was"),
		    STR("change the source, or take it as a new way of measuring"));
	if (!(verdict == SOURCE_IS_NEW_METHOD ? add_methods(&x, act, &made) : keep_names(&x)) ||
	    !source_change_drop(s, x.row->id))
		return false;
	*change = made;
	return true;
}

bool
source_decide(struct arena *a, struct store *s, struct str key, enum source_verdict verdict,
              const struct act *act, struct diags *d, int64_t *change)
{
	int64_t made;

	if (!store_begin(s))
		return false;
	if (source_decide_within(a, s, key, verdict, act, d, &made) && store_commit(s)) {
		*change = made;
		return true;
	}
	store_rollback(s);
	return false;
}
