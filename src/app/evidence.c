#include "app/evidence.h"

static bool
flag(struct str text)
{
	return str_eq(text, STR("1"));
}

/* The period of two date columns; false where there is no end. */
static bool
period_of(const struct noun_row *row, size_t from, size_t to, struct period *ret)
{
	int32_t begin = DAY_MIN, end;

	if (!day_from_iso(row->text[to], &end))
		return false;
	if (row->text[from].len > 0 && !day_from_iso(row->text[from], &begin))
		return false;
	*ret = period_make(begin, end,
	    begin == DAY_MIN ? PRECISION_RANGE : precision_of_days(begin, end));
	return true;
}

static void
read_level(const struct snapshot *sn, const struct noun_row *row, struct target *t)
{
	struct number    printed;
	enum qualifier   as = QUALIFIER_NONE;
	const struct str printed_as = row->text[TARGET_printed_as];

	t->has_value = number_from_plain(row->text[TARGET_value], &t->value);
	if (!number_from_plain(row->text[TARGET_printed], &printed))
		return;
	if (printed_as.len > 0 && !qualifier_from_code(printed_as, &as))
		return;
	t->has_printed = quantity_make(printed, as, printed,
	    observations_unit(sn, row->ref[TARGET_indicator]), &t->printed);
}

static bool
read_codes(const struct noun_row *row, struct target *t)
{
	const struct str relation = row->text[TARGET_relation];
	const struct str direction = row->text[TARGET_direction];
	const struct str each = row->text[TARGET_scope];

	return target_kind_from_code(row->text[TARGET_kind], &t->kind) &&
	    (relation.len == 0 || relation_from_code(relation, &t->relation)) &&
	    (direction.len == 0 || direction_from_code(direction, &t->direction)) &&
	    (each.len == 0 || each_from_code(each, &t->each));
}

struct target
evidence_target(const struct snapshot *sn, const struct noun_row *row)
{
	struct target t = {
		.id = things_key(sn->things, row->id), .text = row->text[TARGET_title],
		.lang = row->text[TARGET_lang], .source = snapshot_source(sn, row),
		.percent = flag(row->text[TARGET_percent]), .keep = flag(row->text[TARGET_keep]),
	};

	if (!read_codes(row, &t))
		t.kind = TARGET_UNDEFINED;
	read_level(sn, row, &t);
	t.has_baseline = period_of(row, TARGET_baseline_from, TARGET_baseline_to, &t.baseline);
	t.has_deadline = period_of(row, TARGET_deadline_from, TARGET_deadline_to, &t.deadline);
	t.deadline.deadline = t.has_deadline;
	t.has_window = period_of(row, TARGET_window_from, TARGET_window_to, &t.window);
	return t;
}

struct indicator
evidence_indicator(const struct snapshot *sn, int64_t indicator)
{
	struct indicator i = {
		.id = things_key(sn->things, indicator),
		.title_da = snapshot_title(sn, indicator),
		.title_en = snapshot_title_en(sn, indicator),
		.unit = observations_unit(sn, indicator),
		.developing = flag(snapshot_text(sn, indicator, INDICATOR_developing)),
	};
	const struct str better = snapshot_text(sn, indicator, INDICATOR_better);

	if (better.len > 0 && !direction_from_code(better, &i.better))
		i.better = DIRECTION_NONE;
	return i;
}

/* One member for each area or group that the indicator was measured in. */
struct members {
	struct member *at;
	size_t         len, cap;
};

static void
add_member(struct arena *a, const struct snapshot *sn, const struct measured *m, int64_t area,
           int64_t group, int64_t named, struct members *to)
{
	ARENA_GROW(a, to->at, to->len, &to->cap);
	to->at[to->len++] = (struct member){
		.title = snapshot_title(sn, named),
		.series = observations_series(m, area, group),
	};
}

/* A place of `own`: an area under it, or one that is under nothing and no city of
 * its own where `own` is the authority's. Parents never go round in more steps
 * than there are areas. */
static bool
is_place_of(const struct snapshot *sn, int64_t area, int64_t own)
{
	int64_t top = area;

	for (size_t i = 0; i <= sn->len[NOUN_AREA] && snapshot_ref(sn, top, AREA_parent) != 0; i++) {
		top = snapshot_ref(sn, top, AREA_parent);
		if (top == own)
			return area != own;
	}
	return area != own && own == sn->authority_area &&
	    !str_eq(snapshot_text(sn, top, AREA_level), STR("city"));
}

/* Places: every measured area of `own`. Groups: every measured group in `own`. */
static struct members
measured_members(struct arena *a, const struct snapshot *sn, const struct measured *m,
                 int64_t own, int64_t group, bool places)
{
	struct members found = { 0 };

	for (size_t i = 0; i < m->len; i++) {
		const struct observation_row *row = &m->row[i];

		if (i > 0 && row->area == row[-1].area && row->group == row[-1].group)
			continue;
		if (places && row->group == group &&
		    things_kind(sn->things, row->area) == NOUN_AREA &&
		    is_place_of(sn, row->area, own))
			add_member(a, sn, m, row->area, group, row->area, &found);
		if (!places && row->area == own && row->group != 0)
			add_member(a, sn, m, own, row->group, row->group, &found);
	}
	return found;
}

static struct members
comparator_members(struct arena *a, const struct snapshot *sn, const struct measured *m,
                   int64_t comparator, int64_t group)
{
	struct members found = { 0 };

	for (size_t i = 0; i < sn->len[NOUN_COMPARATOR_MEMBER]; i++) {
		const struct noun_row *row = &sn->row[NOUN_COMPARATOR_MEMBER][i];
		int64_t                area = row->ref[COMPARATOR_MEMBER_area];

		if (row->ref[COMPARATOR_MEMBER_comparator] == comparator)
			add_member(a, sn, m, area, group, area, &found);
	}
	return found;
}

static bool
is_member(const struct snapshot *sn, int64_t comparator, int64_t area)
{
	for (size_t i = 0; i < sn->len[NOUN_COMPARATOR_MEMBER]; i++) {
		const struct noun_row *row = &sn->row[NOUN_COMPARATOR_MEMBER][i];

		if (row->ref[COMPARATOR_MEMBER_comparator] == comparator &&
		    row->ref[COMPARATOR_MEMBER_area] == area)
			return true;
	}
	return false;
}

struct evidence
evidence_of(struct arena *a, const struct snapshot *sn, const struct noun_row *row,
            const struct target *t, const struct indicator *i, const struct measured *m)
{
	int64_t         area = row->ref[TARGET_area] != 0 ? row->ref[TARGET_area]
	                                                  : sn->authority_area;
	int64_t         group = row->ref[TARGET_grp], other = row->ref[TARGET_other];
	int64_t         comparator = row->ref[TARGET_comparator];
	struct members  members = { 0 };
	struct evidence e = {
		.indicator = i, .area = snapshot_title(sn, area),
		.own = observations_series(m, area, group), .group = snapshot_title(sn, group),
		.group_en = snapshot_title_en(sn, group),
		.other_title = snapshot_title(sn, comparator != 0 ? comparator : other),
		.other_title_en = snapshot_title_en(sn, comparator != 0 ? comparator : other),
	};

	if (comparator != 0) {
		e.other = observations_series(m, comparator, group);
		e.in_own_set = is_member(sn, comparator, area);
		members = comparator_members(a, sn, m, comparator, group);
	} else if (other != 0) {
		e.other = observations_series(m, area, other);
	}
	if (t->each == EACH_PLACE || t->kind == TARGET_SET)
		members = measured_members(a, sn, m, area, group, true);
	if (t->each == EACH_GROUP)
		members = measured_members(a, sn, m, area, group, false);
	e.members = members.at;
	e.member_count = members.len;
	return e;
}

/* An area or a comparator set of the group: is it compared with? */
static bool
is_compared(const struct snapshot *sn, int64_t comparator, int64_t area)
{
	return comparator != 0 && (area == comparator || is_member(sn, comparator, area));
}

bool
evidence_uses(const struct snapshot *sn, const struct noun_row *row, const struct target *t,
              int64_t area, int64_t group)
{
	int64_t own = row->ref[TARGET_area] != 0 ? row->ref[TARGET_area] : sn->authority_area;
	bool    same = group == row->ref[TARGET_grp];

	if (area == own)
		return same || t->each == EACH_GROUP ||
		    (row->ref[TARGET_other] != 0 && group == row->ref[TARGET_other]);
	if (!same)
		return false;
	return is_compared(sn, row->ref[TARGET_comparator], area) ||
	    ((t->each == EACH_PLACE || t->kind == TARGET_SET) &&
	     things_kind(sn->things, area) == NOUN_AREA && is_place_of(sn, area, own));
}
