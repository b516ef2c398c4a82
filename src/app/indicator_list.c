#include "app/indicator_list.h"
#include "app/evidence.h"
#include "app/sorted.h"

/* ---- which ---- */

static bool
has_words(struct arena *a, const struct noun_row *row, struct str title_en, struct str q)
{
	return choices_match(a, arena_printf(a, STR_FMT " " STR_FMT " " STR_FMT,
	    STR_ARG(row->text[INDICATOR_title]), STR_ARG(title_en),
	    STR_ARG(row->text[INDICATOR_definition])), q);
}

/* Has one of its targets this policy and theme? */
static bool
is_promised_in(const struct indicator_row *r, const struct indicator_filter *f)
{
	if (f->policy.len == 0 && f->theme.len == 0)
		return true;
	for (size_t i = 0; i < r->targets; i++)
		if ((f->policy.len == 0 || str_eq(r->target[i]->policy.id, f->policy)) &&
		    (f->theme.len == 0 || str_eq(r->target[i]->theme.id, f->theme)))
			return true;
	return false;
}

static bool
is_wanted(struct arena *a, const struct snapshot *sn, const struct noun_row *row,
          const struct indicator_row *r, const struct indicator_filter *f)
{
	if (f->unit.len > 0 && !unit_is_under(sn, row->ref[INDICATOR_unit], f->unit))
		return false;
	if (f->q.len > 0 && !has_words(a, row, r->indicator.title_en, f->q))
		return false;
	return is_promised_in(r, f);
}

/* ---- in which order ---- */

static int
by_place(const void *a, const void *b, void *collator)
{
	const struct indicator_row *x = a, *y = b;
	bool                        none = x->targets == 0, other = y->targets == 0;
	int                         o;

	if (none || other)
		o = (int)none - (int)other;
	else    /* rows of the barometer: their place there */
		o = str_eq(x->theme.id, y->theme.id) ? 0
		  : (x->target[0] > y->target[0]) - (x->target[0] < y->target[0]);
	return o != 0 ? o : sorted_titles(&x->indicator, &y->indicator, collator);
}

static struct indicator_row
row_of(struct arena *a, const struct edition *ed, const struct noun_row *noun)
{
	const struct snapshot *sn = &ed->sn;
	struct indicator_row   r = {
		.indicator = judge_named(sn, noun->id),
		.unit = judge_named(sn, noun->ref[INDICATOR_unit]),
		.unit_short = snapshot_text(sn, noun->ref[INDICATOR_unit], UNIT_short_name),
		.is = evidence_indicator(sn, noun->id),
	};

	r.targets = indicator_targets(a, ed, r.indicator.id, &r.target);
	r.as_of = indicator_day(ed, r.target, r.targets);
	if (r.targets > 0) {
		r.theme = r.target[0]->theme;
		r.policy = r.target[0]->policy;
	}
	return r;
}

/* ---- what can be asked for ---- */

static void
find_choices(struct arena *a, const struct edition *ed, struct indicator_list *to)
{
	const struct snapshot *sn = &ed->sn;
	struct choices         units = { 0 }, themes = { 0 }, policies = { 0 };

	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++)
		choices_add_units(a, &units, sn, sn->row[NOUN_INDICATOR][i].ref[INDICATOR_unit]);
	for (size_t i = 0; i < ed->judged.len; i++) {
		if (ed->judged.at[i].indicator.id.len == 0)
			continue;
		choices_add(a, &themes, ed->judged.at[i].theme);
		choices_add(a, &policies, ed->judged.at[i].policy);
	}
	choices_sort(&units);
	to->unit = units.at;
	to->units = units.len;
	to->theme = themes.at;
	to->themes = themes.len;
	to->policy = policies.at;
	to->policies = policies.len;
}

/* ---- what they measured ---- */

static void
measure(struct arena *a, const struct edition *ed, struct indicator_row *r)
{
	int64_t       id = things_find(ed->things, NOUN_INDICATOR, r->indicator.id);
	struct series own = stock_series(ed->stock, &ed->sn, id);

	r->series = series_until(own, r->as_of);
	if (own.len == 0 && stock_is_measured(ed->stock, &ed->sn, id))
		r->trend = trend_of_parts();
	else
		r->trend = trend_of(a, r->series, &r->is, r->as_of);
	r->due = indicator_due(&ed->sn, id, r->series, r->as_of);
}

struct indicator_row
indicator_list_row(struct arena *a, const struct edition *ed, const struct noun_row *indicator)
{
	struct indicator_row r = row_of(a, ed, indicator);

	measure(a, ed, &r);
	return r;
}

struct indicator_list
indicator_list(struct arena *a, const struct edition *ed, const struct indicator_filter *f)
{
	const struct snapshot *sn = &ed->sn;
	size_t                 n = 0, all = sn->len[NOUN_INDICATOR];
	struct indicator_list  to = { 0 };

	to.at = ARENA_ARRAY(a, struct indicator_row, all + 1);
	for (size_t i = 0; i < all; i++) {
		const struct noun_row *noun = &sn->row[NOUN_INDICATOR][i];

		to.at[n] = row_of(a, ed, noun);
		n += is_wanted(a, sn, noun, &to.at[n], f);
	}
	sorted(to.at, n, sizeof *to.at, by_place);
	to.len = n;
	for (size_t i = 0; i < to.len; i++)
		measure(a, ed, &to.at[i]);
	find_choices(a, ed, &to);
	return to;
}
