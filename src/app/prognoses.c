#include "app/prognoses.h"
#include "app/choices.h"
#include "app/indicator_view.h"
#include "app/initiative_view.h"
#include "core/disclosure.h"
#include <stdlib.h>

/* ---- one ---- */

/* The figure as it was stated. */
static bool
read_quantity(const struct noun_row *row, enum unit u, struct quantity *ret)
{
	struct number  n, high = NUMBER_ZERO;
	enum qualifier q;

	if (!number_from_plain(row->text[PROGNOSIS_value], &n) ||
	    !qualifier_from_code(row->text[PROGNOSIS_qualifier], &q) || q == QUALIFIER_SURVEY)
		return false;
	if (number_from_plain(row->text[PROGNOSIS_high], &high))
		q = QUALIFIER_RANGE;
	return quantity_make(n, q, high, u, ret);
}

static int64_t
area_of(const struct snapshot *sn, const struct noun_row *row)
{
	return row->ref[PROGNOSIS_area] != 0 ? row->ref[PROGNOSIS_area] : sn->authority_area;
}

/* Where it stands: in the document that it was read from, or that a person named. */
static struct source
source_of(const struct snapshot *sn, const struct noun_row *row)
{
	struct source s = snapshot_source(sn, row);
	int64_t       line;

	if (row->ref[PROGNOSIS_document] == 0)
		return s;
	s = (struct source){ .document = things_key(sn->things, row->ref[PROGNOSIS_document]) };
	if (str_int(row->text[PROGNOSIS_document_line], &line) && line > 0 && line <= UINT32_MAX)
		s.line = (uint32_t)line;
	return s;
}

bool
prognosis_is_withheld(const struct snapshot *sn, const struct noun_row *row)
{
	int64_t         area = area_of(sn, row);
	bool            breakdown = row->ref[PROGNOSIS_grp] != 0 ||
	    (area != sn->authority_area && !observations_is_elsewhere(sn, area));
	struct quantity q;

	return observations_unit(sn, row->ref[PROGNOSIS_indicator]) == UNIT_PERSONS &&
	    read_quantity(row, UNIT_PERSONS, &q) && disclosure_withholds(&q, breakdown);
}

static bool
read_one(const struct snapshot *sn, const struct noun_row *row, enum unit u, struct prognosis *p)
{
	int64_t unit = row->ref[PROGNOSIS_unit];
	int32_t from, to;

	if (!day_from_iso(row->text[PROGNOSIS_period_from], &from) ||
	    !day_from_iso(row->text[PROGNOSIS_period_to], &to) ||
	    !day_from_iso(row->text[PROGNOSIS_stated], &p->stated) ||
	    !read_quantity(row, u, &p->said.value))
		return false;
	if (unit == 0)
		unit = snapshot_ref(sn, row->ref[PROGNOSIS_indicator], INDICATOR_unit);
	p->id = things_key(sn->things, row->id);
	p->said.period = period_make(from, to, precision_of_days(from, to));
	p->said.source = source_of(sn, row);
	p->unit = judge_named(sn, unit);
	p->days = (int64_t)to - p->stated;
	p->recorded = snapshot_recorded(sn, row->since);
	if (prognosis_is_withheld(sn, row))
		p->said.withheld = WITHHELD_SMALL;
	else
		p->note = worded_of(sn, row, PROGNOSIS_title);
	return true;
}

/* The measurement of its period, by the newest method; what is missing is none. */
static const struct observation *
came_of(const struct prognosis *p, struct series measured)
{
	for (size_t i = measured.len; i-- > 0;) {
		const struct observation *o = &measured.at[i];

		if (o->period.from == p->said.period.from && o->period.to == p->said.period.to &&
		    o->missing == MISSING_NONE)
			return o;
	}
	return NULL;
}

static void
score(struct prognosis *p, struct series measured, enum unit u)
{
	p->came = came_of(p, measured);
	p->scored = p->came != NULL && p->came->withheld == WITHHELD_NOT &&
	    p->said.withheld == WITHHELD_NOT &&
	    prognosis_score(&p->said.value, &p->came->value, u, &p->score);
}

/* ---- those of a series ---- */

static int
by_period(const void *a, const void *b)
{
	const struct prognosis *x = a, *y = b;
	int                     o = observation_cmp(&x->said, &y->said);

	if (o == 0)
		o = (x->stated > y->stated) - (x->stated < y->stated);
	return o != 0 ? o : str_cmp(x->id, y->id);
}

static void
mark_newest(struct prognoses *all)
{
	for (size_t i = 0; i < all->len; i++) {
		const struct period *next = i + 1 < all->len ? &all->at[i + 1].said.period : NULL;

		all->at[i].newest = next == NULL || next->from != all->at[i].said.period.from ||
		    next->to != all->at[i].said.period.to;
	}
}

struct prognoses
prognoses_of(struct arena *a, const struct snapshot *sn, int64_t indicator, int64_t area,
             int64_t group, struct series measured, int32_t as_of)
{
	struct prognoses all = { 0 };
	enum unit        u = observations_unit(sn, indicator);
	size_t           cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_PROGNOSIS]; i++) {
		const struct noun_row *row = &sn->row[NOUN_PROGNOSIS][i];
		struct prognosis       p = { .stated = DAY_MAX };

		if (row->ref[PROGNOSIS_indicator] != indicator || area_of(sn, row) != area ||
		    row->ref[PROGNOSIS_grp] != group || !read_one(sn, row, u, &p) || p.stated > as_of)
			continue;
		score(&p, measured, u);
		ARENA_GROW(a, all.at, all.len, &cap);
		all.at[all.len++] = p;
	}
	if (all.len > 1)
		qsort(all.at, all.len, sizeof *all.at, by_period);
	mark_newest(&all);
	return all;
}

/* ---- those of a unit ---- */

static void
count(const struct prognosis *p, enum unit u, struct prognosis_tally *to)
{
	to->waiting += p->came == NULL;
	if (!p->scored)
		return;
	if (prognosis_is_points(u)) {
		to->points++;
		to->points_near += p->score.near;
	} else {
		to->others++;
		to->others_near += p->score.near;
	}
}

/* What is known of an indicator that units said something of. */
struct known {
	int64_t         indicator;
	struct measured m;
	int32_t         as_of;
};

static bool
know(struct arena *a, const struct edition *ed, int64_t indicator, struct known *k)
{
	const struct barometer_row **target;
	size_t                       n;

	if (k->indicator == indicator)
		return true;
	n = indicator_targets(a, ed, things_key(ed->things, indicator), &target);
	*k = (struct known){ .indicator = indicator, .as_of = indicator_day(ed, target, n) };
	return observations_load(a, ed->store, &ed->sn, indicator, &k->m);
}

static bool
tally_one(struct arena *a, const struct edition *ed, const struct noun_row *row, struct known *k,
          struct prognosis_tally *to)
{
	const struct snapshot *sn = &ed->sn;
	int64_t                indicator = row->ref[PROGNOSIS_indicator];
	struct prognosis       p = { 0 };
	enum unit              u = observations_unit(sn, indicator);

	if (!read_one(sn, row, u, &p))
		return true;
	if (!know(a, ed, indicator, k))
		return false;
	if (p.stated > k->as_of)
		return true;
	score(&p, series_until(observations_series(&k->m, area_of(sn, row), row->ref[PROGNOSIS_grp]),
	    k->as_of), u);
	count(&p, u, to);
	return true;
}

static int
by_indicator(const void *a, const void *b)
{
	const struct noun_row *const *x = a, *const *y = b;
	int64_t                       i = (*x)->ref[PROGNOSIS_indicator], k = (*y)->ref[PROGNOSIS_indicator];

	return (i > k) - (i < k);
}

bool
prognoses_tally(struct arena *a, const struct edition *ed, struct str unit,
                struct prognosis_tally *ret)
{
	const struct snapshot  *sn = &ed->sn;
	const struct noun_row **own = ARENA_ARRAY(a, const struct noun_row *, sn->len[NOUN_PROGNOSIS] + 1);
	struct prognosis_tally  t = { 0 };
	struct known            k = { .indicator = -1 };
	size_t                  n = 0;

	for (size_t i = 0; i < sn->len[NOUN_PROGNOSIS]; i++) {
		const struct noun_row *row = &sn->row[NOUN_PROGNOSIS][i];
		int64_t                of = row->ref[PROGNOSIS_unit];

		if (of == 0)
			of = snapshot_ref(sn, row->ref[PROGNOSIS_indicator], INDICATOR_unit);
		if (unit_is_under(sn, of, unit))
			own[n++] = row;
	}
	if (n > 1)
		qsort(own, n, sizeof *own, by_indicator);
	for (size_t i = 0; i < n; i++)
		if (!tally_one(a, ed, own[i], &k, &t))
			return false;
	*ret = t;
	return true;
}
