/* Who owes what in which period, and how far it has come. */
#include "app/barometer_view.h"
#include "app/duties.h"
#include "app/followups.h"
#include "app/unit_chain.h"
#include "core/frequency.h"

#define BACK_DAYS 800                   /* the due day before, of any duty */
#define MONTH_DAYS 31

struct report {                         /* a status that was stated, by its initiative */
	int32_t day;
	int32_t from, to;               /* the period it is of; to 0: it names none */
	size_t  next;                   /* 0: none; else one more than its place */
};

struct indicator_due {                  /* what a unit measures */
	int64_t       unit, id;
	int32_t       step;             /* days; 0: not known how often */
	struct series series;
};

struct making {
	struct arena          *a;
	const struct edition  *ed;
	const struct snapshot *sn;
	const struct wheel    *w;
	const struct owed_ask *ask;
	struct owed_list       to;
	struct report         *report;
	size_t                *first;   /* by thing: of an initiative; as `next` */
	struct indicator_due  *measured;
	size_t                 measures;
	bool                  *owner;   /* by thing: has initiatives or objectives in the policy */
	int64_t                owner_policy;    /* for which `owner` stands; -1: none yet */
	/* of the occurrence at hand: */
	size_t                 which;
	struct occurrence      when;
	int32_t                after;   /* an answer stands after this day */
	const struct noun_row **extension;
	size_t                 extensions;
	const struct form_head **form;  /* by thing: of an initiative */
};

/* ---- what there is ---- */

static void
read_reports(struct making *m)
{
	const struct snapshot *sn = m->sn;
	size_t                 n = sn->len[NOUN_STATUS_REPORT];

	m->report = ARENA_ARRAY(m->a, struct report, n + 1);
	m->first = ARENA_ARRAY(m->a, size_t, things_count(sn->things) + 1);
	for (size_t i = 0; i < n; i++) {
		const struct noun_row *row = &sn->row[NOUN_STATUS_REPORT][i];
		int64_t                about = row->ref[STATUS_REPORT_initiative];

		if (about == 0)
			about = snapshot_ref(sn, row->ref[STATUS_REPORT_target], TARGET_initiative);
		if (about == 0 || !day_from_iso(row->text[STATUS_REPORT_stated], &m->report[i].day) ||
		    m->report[i].day > m->ask->today)
			continue;
		if (!day_from_iso(row->text[STATUS_REPORT_starts], &m->report[i].from) ||
		    !day_from_iso(row->text[STATUS_REPORT_ends], &m->report[i].to))
			m->report[i].to = 0;
		m->report[i].next = m->first[about];
		m->first[about] = i + 1;
	}
}

/* The unit that measures it: its own, else that of the first target on it. */
static int64_t
indicator_unit(const struct making *m, const struct noun_row *row)
{
	const struct barometer *b = &m->ed->judged;
	struct str              key = things_key(m->sn->things, row->id);

	if (row->ref[INDICATOR_unit] != 0)
		return row->ref[INDICATOR_unit];
	for (size_t i = 0; i < b->len; i++)
		if (str_eq(b->at[i].indicator.id, key))
			return barometer_unit(m->sn, &b->at[i]);
	return 0;
}

static void
read_indicators(struct making *m)
{
	const struct snapshot *sn = m->sn;

	m->measured = ARENA_ARRAY(m->a, struct indicator_due, sn->len[NOUN_INDICATOR] + 1);
	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INDICATOR][i];
		struct frequency       f;
		struct indicator_due  *to = &m->measured[m->measures];

		if (row->text[INDICATOR_developing].len > 0)
			continue;
		to->id = row->id;
		to->unit = indicator_unit(m, row);
		to->series = stock_series(m->ed->stock, sn, row->id);
		if (frequency_parse(row->text[INDICATOR_frequency], &f))
			to->step = f.months * MONTH_DAYS + f.days;
		m->measures += to->unit != 0;
	}
}

/* Units with initiatives or objectives in the policy; of none: in any. */
static void
read_owners(struct making *m, int64_t policy)
{
	const struct snapshot *sn = m->sn;

	if (m->owner_policy == policy)
		return;
	m->owner_policy = policy;
	m->owner = ARENA_ARRAY(m->a, bool, things_count(sn->things) + 1);
	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];

		if (policy == 0 || row->ref[INITIATIVE_policy] == policy)
			m->owner[row->ref[INITIATIVE_unit]] = true;
	}
	for (size_t i = 0; i < sn->len[NOUN_OBJECTIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_OBJECTIVE][i];
		int64_t in = snapshot_ref(sn, row->ref[OBJECTIVE_theme], THEME_policy);

		if (policy == 0 || in == policy)
			m->owner[row->ref[OBJECTIVE_unit]] = true;
	}
	m->owner[0] = false;
}

/* ---- of one occurrence ---- */

static void
read_extensions(struct making *m)
{
	const struct snapshot *sn = m->sn;

	m->extensions = 0;
	for (size_t i = 0; i < sn->len[NOUN_EXTENSION]; i++) {
		const struct noun_row *row = &sn->row[NOUN_EXTENSION][i];
		int32_t                from;

		if (row->ref[EXTENSION_duty] == m->w->row[m->which]->id &&
		    day_from_iso(row->text[EXTENSION_period_from], &from) && from == m->when.period.from)
			m->extension[m->extensions++] = row;
	}
}

/* The latest day that was agreed with the unit, with one above it, or with all. */
static void
extend(const struct making *m, struct owed *o)
{
	for (size_t i = 0; i < m->extensions; i++) {
		const struct noun_row *row = m->extension[i];
		int64_t                of = row->ref[EXTENSION_unit];
		int32_t                due;

		if ((of != 0 && !unit_stands_under(m->sn, o->unit, of)) ||
		    !day_from_iso(row->text[EXTENSION_due], &due) || (o->extended && due <= o->due))
			continue;
		o->due = due;
		o->extended = true;
		o->extension = row->id;
	}
}

static void
read_forms(struct making *m)
{
	const struct form_heads *all = m->ask->forms;
	const struct period     *p = &m->when.period;

	if (all == NULL || m->w->kind[m->which] != DUTY_KIND_STATUS)
		return;
	m->form = ARENA_ARRAY(m->a, const struct form_head *, things_count(m->sn->things) + 1);
	for (size_t i = 0; i < all->len; i++)
		if (all->at[i].from == p->from && all->at[i].to == p->to &&
		    all->at[i].initiative < (int64_t)things_count(m->sn->things))
			m->form[all->at[i].initiative] = &all->at[i];
}

static struct owed *
add(struct making *m, int64_t unit)
{
	ARENA_GROW(m->a, m->to.at, m->to.len, &m->to.cap);
	m->to.at[m->to.len] = (struct owed){
		.duty = m->which, .unit = unit, .when = m->when, .due = m->when.due,
	};
	extend(m, &m->to.at[m->to.len]);
	return &m->to.at[m->to.len++];
}

static void
done_on(struct owed *o, int32_t day)
{
	o->state = OWED_APPROVED;
	o->done = o->has_done && o->done < day ? o->done : day;
	o->has_done = true;
}

static bool
is_asked(const struct making *m, int64_t unit)
{
	int64_t of = m->w->row[m->which]->ref[DUTY_unit];

	return (of == 0 || unit_stands_under(m->sn, unit, of)) &&
	    (m->ask->unit == 0 || unit_stands_under(m->sn, unit, m->ask->unit));
}

static enum owed_state
state_of(enum form_state s)
{
	switch (s) {
	case FORM_DRAFT:
		return OWED_DRAFTED;
	case FORM_SUBMITTED:
		return OWED_SUBMITTED;
	case FORM_RETURNED:
		return OWED_RETURNED;
	case FORM_UNIT_APPROVED:
		return OWED_UNIT_APPROVED;
	case FORM_APPROVED:
	case FORM_LAID:
	case FORM_STATE_COUNT:
		break;
	}
	return OWED_APPROVED;
}

/* One that names its period answers that; another the deadline it came before. */
static bool
answers(const struct making *m, const struct report *r, const struct owed *o)
{
	if (r->to != 0)
		return r->from == o->when.period.from && r->to == o->when.period.to;
	return r->day > m->after && r->day <= o->due;
}

static void
answer_status(const struct making *m, struct owed *o)
{
	const struct form_head *f = m->form != NULL ? m->form[o->initiative] : NULL;

	if (f != NULL) {
		o->form = f->id;
		o->state = state_of(f->state);
	}
	for (size_t i = m->first[o->initiative]; i > 0; i = m->report[i - 1].next)
		if (answers(m, &m->report[i - 1], o))
			done_on(o, m->report[i - 1].day);
}

static void
owe_status(struct making *m)
{
	const struct snapshot *sn = m->sn;
	int64_t                policy = m->w->row[m->which]->ref[DUTY_policy];

	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];
		struct owed           *o;

		if ((policy != 0 && row->ref[INITIATIVE_policy] != policy) ||
		    !is_asked(m, row->ref[INITIATIVE_unit]))
			continue;
		o = add(m, row->ref[INITIATIVE_unit]);
		o->initiative = row->id;
		answer_status(m, o);
	}
}

/* A period that ended in this one; of what is measured more seldom, in its own step. */
static bool
is_measured(const struct making *m, const struct indicator_due *d)
{
	const struct period *p = &m->when.period;
	int32_t              after = p->from;

	if (d->step > p->to - p->from)
		after = p->to - d->step;
	for (size_t i = d->series.len; i-- > 0;) {
		const struct observation *at = &d->series.at[i];

		if (at->missing == MISSING_NONE && at->period.to > after && at->period.to <= p->to &&
		    at->period.to <= m->ask->today)
			return true;
	}
	return false;
}

static void
owe_measures(struct making *m)
{
	uint32_t *part = ARENA_ARRAY(m->a, uint32_t, things_count(m->sn->things) + 1);
	uint32_t *whole = ARENA_ARRAY(m->a, uint32_t, things_count(m->sn->things) + 1);

	for (size_t i = 0; i < m->measures; i++) {
		whole[m->measured[i].unit]++;
		part[m->measured[i].unit] += is_measured(m, &m->measured[i]);
	}
	for (size_t i = 0; i < m->sn->len[NOUN_UNIT]; i++) {
		int64_t      unit = m->sn->row[NOUN_UNIT][i].id;
		struct owed *o;

		if (whole[unit] == 0 || !is_asked(m, unit))
			continue;
		o = add(m, unit);
		o->part = part[unit];
		o->whole = whole[unit];
		if (o->part > 0)
			o->state = o->part < o->whole ? OWED_DRAFTED : OWED_APPROVED;
	}
}

static void
owe_others(struct making *m)
{
	const struct noun_row *duty = m->w->row[m->which];
	const struct snapshot *sn = m->sn;

	if (duty->ref[DUTY_unit] != 0) {
		if (is_asked(m, duty->ref[DUTY_unit]))
			(void)add(m, duty->ref[DUTY_unit]);
		return;
	}
	read_owners(m, duty->ref[DUTY_policy]);
	for (size_t i = 0; i < sn->len[NOUN_UNIT]; i++)
		if (m->owner[sn->row[NOUN_UNIT][i].id] && is_asked(m, sn->row[NOUN_UNIT][i].id))
			(void)add(m, sn->row[NOUN_UNIT][i].id);
}

static void
find_deliveries(struct making *m, size_t first)
{
	const struct snapshot *sn = m->sn;

	for (size_t i = 0; i < sn->len[NOUN_DELIVERY]; i++) {
		const struct noun_row *row = &sn->row[NOUN_DELIVERY][i];
		int32_t                from, day;

		if (row->ref[DELIVERY_duty] != m->w->row[m->which]->id ||
		    !day_from_iso(row->text[DELIVERY_period_from], &from) || from != m->when.period.from ||
		    !day_from_iso(row->text[DELIVERY_delivered], &day) || day > m->ask->today)
			continue;
		for (size_t k = first; k < m->to.len; k++)
			if (m->to.at[k].initiative == 0 && m->to.at[k].unit == row->ref[DELIVERY_unit])
				done_on(&m->to.at[k], day);
	}
}

/* What has no answer of its own, and one below it. */
static void
find_below(struct making *m, size_t first)
{
	bool   *below = ARENA_ARRAY(m->a, bool, things_count(m->sn->things) + 1);
	int64_t chain[UNIT_CHAIN_MAX];

	for (size_t i = first; i < m->to.len; i++) {
		size_t n = unit_chain(m->sn, m->to.at[i].unit, chain);

		for (size_t k = 1; m->to.at[i].state != OWED_NOTHING && k < n; k++)
			below[chain[k]] = true;
	}
	for (size_t i = first; i < m->to.len; i++)
		if (m->to.at[i].state == OWED_NOTHING && m->to.at[i].initiative == 0 &&
		    below[m->to.at[i].unit])
			m->to.at[i].state = OWED_BELOW;
}

static void
find_late(struct making *m, size_t first)
{
	for (size_t i = first; i < m->to.len; i++) {
		struct owed *o = &m->to.at[i];

		o->late = o->due < m->ask->today && o->state <= OWED_RETURNED;
	}
}

static void
owe(struct making *m)
{
	size_t first = m->to.len;

	read_extensions(m);
	read_forms(m);
	switch (m->w->kind[m->which]) {
	case DUTY_KIND_STATUS:
		owe_status(m);
		break;
	case DUTY_KIND_MEASURE:
		owe_measures(m);
		break;
	case DUTY_KIND_REPORT:
	case DUTY_KIND_BUDGET:
	case DUTY_KIND_OTHER:
	case DUTY_KIND_COUNT:
		owe_others(m);
		break;
	}
	find_deliveries(m, first);
	find_below(m, first);
	find_late(m, first);
}

static void
owe_all(struct making *m)
{
	const struct owed_ask *ask = m->ask;
	struct occurrences     all = wheel_between(m->a, m->w->duty, m->w->len, m->which,
	    ask->from - BACK_DAYS, ask->to);

	for (size_t i = 0; i < all.len; i++) {
		m->when = all.at[i];
		m->after = i > 0 && all.at[i - 1].due < m->when.due ? all.at[i - 1].due
		                                                   : m->when.period.from - 1;
		if (m->when.due >= ask->from)
			owe(m);
	}
}

struct owed_list
duties_owed(struct arena *a, const struct edition *ed, const struct wheel *w,
            const struct owed_ask *ask)
{
	struct making m = { .a = a, .ed = ed, .sn = &ed->sn, .w = w, .ask = ask, .owner_policy = -1 };

	if (w->len == 0)
		return m.to;
	read_reports(&m);
	read_indicators(&m);
	m.extension = ARENA_ARRAY(a, const struct noun_row *, m.sn->len[NOUN_EXTENSION] + 1);
	for (m.which = 0; m.which < w->len; m.which++)
		if (ask->policy == 0 || w->row[m.which]->ref[DUTY_policy] == ask->policy)
			owe_all(&m);
	return m.to;
}
