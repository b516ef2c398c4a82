#include "app/indicator_view.h"
#include "app/days.h"
#include "app/evidence.h"
#include "app/prognoses.h"
#include "app/replies.h"
#include "app/sorted.h"
#include <stdlib.h>

struct view {
	struct arena         *a;
	const struct edition *ed;
	const struct snapshot *sn;
	struct measured       m;
	int64_t               area, group;
	struct indicator_view *to;
};

/* ---- what lists share ---- */

size_t
indicator_targets(struct arena *a, const struct edition *ed, struct str id,
                  const struct barometer_row ***ret)
{
	int64_t of = things_find(ed->things, NOUN_INDICATOR, id);
	size_t  n = 0;

	for (size_t i = 0; of != 0 && i < ed->judged.len; i++)
		n += ed->stock->at[i].noun->ref[TARGET_indicator] == of;
	*ret = ARENA_ARRAY(a, const struct barometer_row *, n + 1);
	n = 0;
	for (size_t i = 0; of != 0 && i < ed->judged.len; i++)
		if (ed->stock->at[i].noun->ref[TARGET_indicator] == of)
			(*ret)[n++] = &ed->judged.at[i];
	return n;
}

int32_t
indicator_day(const struct edition *ed, const struct barometer_row **target, size_t n)
{
	int32_t day = DAY_MIN;

	if (ed->when.has_as_of)
		return ed->when.as_of;
	for (size_t i = 0; i < n; i++)
		if (target[i]->as_of > day)
			day = target[i]->as_of;
	return day == DAY_MIN ? ed->when.today : day;
}

struct series
series_until(struct series s, int32_t as_of)
{
	while (s.len > 0 && s.at[s.len - 1].period.to > as_of)
		s.len--;
	return s;
}

struct due
indicator_due(const struct snapshot *sn, int64_t indicator, struct series own, int32_t as_of)
{
	const struct observation *latest = trend_latest(own, as_of);
	struct due                due = {
		.words = { snapshot_text(sn, indicator, INDICATOR_frequency),
		           snapshot_text_en(sn, indicator, STR("frequency")) },
	};

	due.has_frequency = frequency_parse(due.words.da, &due.frequency);
	if (!due.has_frequency || latest == NULL)
		return due;
	due.has_period = frequency_next(due.frequency, latest->period, &due.period);
	due.overdue = due.has_period && due.period.to <= as_of;
	return due;
}

/* ---- series ---- */

static struct series_view
series_of(struct view *v, int64_t area, int64_t group, enum part part)
{
	struct series_view s = {
		.part = part, .area = judge_named(v->sn, area), .group = judge_named(v->sn, group),
		.series = series_until(observations_series(&v->m, area, group), v->to->as_of),
	};

	s.at = ARENA_ARRAY(v->a, struct measured_view, s.series.len + 1);
	for (size_t i = 0; i < s.series.len; i++) {
		const struct observation *o = &s.series.at[i];

		s.at[i] = (struct measured_view){
			o, snapshot_recorded(v->sn, v->m.row[o - v->m.at].since),
		};
	}
	return s;
}

static bool
is_city(const struct snapshot *sn, int64_t area)
{
	return str_eq(snapshot_text(sn, area, AREA_level), STR("city"));
}

/* Another city, a set of cities, a part of the area, a group in it. */
static bool
part_of(const struct view *v, int64_t area, int64_t group, enum part *ret)
{
	if (area == v->area && group == v->group)
		return false;
	if (area == v->area) {
		*ret = PART_GROUP;
		return v->group == 0;
	}
	if (group != v->group)
		return false;
	if (things_kind(v->sn->things, area) == NOUN_COMPARATOR || is_city(v->sn, area))
		*ret = PART_COMPARATOR;
	else
		*ret = PART_AREA;
	return true;
}

static bool
is_member(const struct snapshot *sn, int64_t area)
{
	for (size_t i = 0; i < sn->len[NOUN_COMPARATOR_MEMBER]; i++)
		if (sn->row[NOUN_COMPARATOR_MEMBER][i].ref[COMPARATOR_MEMBER_area] == area)
			return true;
	return false;
}

static int
by_part(const void *a, const void *b, void *collator)
{
	const struct series_view *x = a, *y = b;
	int                       o = (x->part > y->part) - (x->part < y->part);

	if (o == 0)
		o = sorted_titles(&x->area, &y->area, collator);
	return o != 0 ? o : sorted_titles(&x->group, &y->group, collator);
}

static void
find_parts(struct view *v)
{
	size_t    cap = 0;
	enum part part;

	for (size_t i = 0; i < v->m.len; i++) {
		const struct observation_row *row = &v->m.row[i];
		struct series_view            s;

		if (i > 0 && row->area == row[-1].area && row->group == row[-1].group)
			continue;
		if (!part_of(v, row->area, row->group, &part))
			continue;
		s = series_of(v, row->area, row->group, part);
		if (s.series.len == 0)
			continue;
		if (part == PART_COMPARATOR) {
			s.is_set = things_kind(v->sn->things, row->area) == NOUN_COMPARATOR;
			s.in_set = !s.is_set && is_member(v->sn, row->area);
		}
		ARENA_GROW(v->a, v->to->part, v->to->parts, &cap);
		v->to->part[v->to->parts++] = s;
	}
	sorted(v->to->part, v->to->parts, sizeof *v->to->part, by_part);
}

/* Every day on which a figure became known or a policy was judged: where a reader
 * may stand. Cities are measured on the same few days. */
static void
find_days(struct view *v)
{
	struct indicator_view *to = v->to;
	struct days            d = { .a = v->a };

	for (size_t i = 0; i < v->m.len; i++) {
		const struct observation_row *row = &v->m.row[i];

		days_add(&d, row->to);
		to->later += row->area == v->area && row->group == v->group && row->to > to->as_of;
	}
	for (size_t i = 0; i < to->prognoses.len; i++)
		days_add(&d, to->prognoses.at[i].stated);
	for (size_t i = 0; i < to->targets; i++)
		days_add_status(&d, v->sn, to->target[i]->policy.id);
	to->day = d.at;
	to->days = d.len;
}

/* ---- what is said about it ---- */

static void
find_methods(struct view *v, int64_t indicator)
{
	const struct snapshot *sn = v->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *row = &sn->row[NOUN_METHOD][i];
		struct method_view     m = {
			.title = judge_named(sn, row->id), .source = snapshot_source(sn, row),
		};

		if (row->ref[METHOD_indicator] != indicator ||
		    !str_int(row->text[METHOD_version], &m.version))
			continue;
		m.has_start = day_from_iso(row->text[METHOD_starts], &m.starts);
		ARENA_GROW(v->a, v->to->method, v->to->methods, &cap);
		v->to->method[v->to->methods++] = m;
	}
}

static void
find_documents(struct view *v)
{
	struct indicator_view *to = v->to;
	size_t                 cap = 0;

	for (size_t i = 0; i < v->m.len; i++) {
		struct str id = v->m.at[i].source.document;
		size_t     at = 0;

		while (at < to->documents && !str_eq(to->document[at].id, id))
			at++;
		if (at < to->documents || id.len == 0)
			continue;
		ARENA_GROW(v->a, to->document, to->documents, &cap);
		to->document[to->documents++] =
		    judge_named(v->sn, things_find(v->sn->things, NOUN_DOCUMENT, id));
	}
}

/* Is what a target asks for a level of the figures of this area and group? */
static bool
is_level_of(const struct view *v, const struct barometer_row *r)
{
	const struct noun_row *noun = edition_stock(v->ed, r)->noun;
	int64_t                area = noun->ref[TARGET_area];
	enum target_kind       kind = r->target->kind;

	if (area == 0)
		area = v->sn->authority_area;
	return area == v->area && noun->ref[TARGET_grp] == v->group && kind != TARGET_BENCHMARK &&
	    kind != TARGET_PARITY && kind != TARGET_SET && kind != TARGET_MILESTONE &&
	    !(kind == TARGET_GAP && noun->ref[TARGET_other] != 0) && r->judgement.worst.len == 0;
}

static void
find_drawn(struct view *v)
{
	struct indicator_view *to = v->to;

	to->drawn = ARENA_ARRAY(v->a, bool, to->targets + 1);
	to->reply = ARENA_ARRAY(v->a, struct reply, to->targets + 1);
	for (size_t i = 0; i < to->targets; i++)
		to->reply[i] = reply_find(v->ed, to->target[i]->target->id);
	for (size_t i = 0; i < to->targets; i++)
		to->drawn[i] = to->target[i]->judgement.has_required && is_level_of(v, to->target[i]);
}

static void
describe(struct view *v, const struct noun_row *row)
{
	const struct snapshot *sn = v->sn;
	struct indicator_view *to = v->to;

	to->indicator = judge_named(sn, row->id);
	to->unit = judge_named(sn, row->ref[INDICATOR_unit]);
	to->unit_short = snapshot_text(sn, row->ref[INDICATOR_unit], UNIT_short_name);
	to->numerator = judge_named(sn, row->ref[INDICATOR_numerator]);
	to->area = judge_named(sn, v->area);
	to->group = judge_named(sn, v->group);
	to->is = evidence_indicator(sn, row->id);
	to->definition = (struct worded){ row->text[INDICATOR_definition],
	                                  snapshot_text_en(sn, row->id, STR("definition")) };
	to->source = snapshot_source(sn, row);
	to->recorded = snapshot_recorded(sn, row->since);
	to->targets = indicator_targets(v->a, v->ed, to->indicator.id, &to->target);
	find_drawn(v);
	to->as_of = indicator_day(v->ed, to->target, to->targets);
	to->has_as_of = v->ed->when.has_as_of;
	to->asked_area = v->area != sn->authority_area;
	if (to->targets == 0)
		return;
	to->policy = to->target[0]->policy;
	to->theme = to->target[0]->theme;
}

bool
indicator_view(struct arena *a, const struct edition *ed, const struct noun_row *indicator,
               struct indicator_ask ask, struct indicator_view *ret)
{
	struct indicator_view to = { 0 };
	struct view           v = {
		.a = a, .ed = ed, .sn = &ed->sn, .group = ask.group, .to = &to,
		.area = ask.area != 0 ? ask.area : ed->sn.authority_area,
	};

	describe(&v, indicator);
	if (!observations_load(a, ed->store, v.sn, indicator->id, &v.m))
		return false;
	to.own = series_of(&v, v.area, v.group, PART_OWN);
	to.prognoses = prognoses_of(a, v.sn, indicator->id, v.area, v.group, to.own.series, to.as_of);
	find_parts(&v);
	find_days(&v);
	find_methods(&v, indicator->id);
	find_documents(&v);
	if (to.own.series.len == 0 && to.later == 0 && to.parts > 0)
		to.trend = trend_of_parts();
	else
		to.trend = trend_of(a, to.own.series, &to.is, to.as_of);
	to.due = indicator_due(v.sn, indicator->id, to.own.series, to.as_of);
	*ret = to;
	return true;
}
