#include "app/wheel_deeds.h"
#include "app/followups.h"
#include "app/unit_chain.h"

#define NOUNS_OF_DUTIES (NOUN_BIT(DUTY) | NOUN_BIT(UNIT) | NOUN_BIT(EXTENSION) | \
	NOUN_BIT(DELIVERY) | NOUN_BIT(DOCUMENT))
#define NOUNS_OF_PROMISES (NOUN_BIT(INITIATIVE) | NOUN_BIT(POLICY) | NOUN_BIT(UNIT) | \
	NOUN_BIT(TARGET) | NOUN_BIT(STATUS_REPORT) | NOUN_BIT(PROMISE))
#define KEY_MAX 200

struct writing {
	const struct wheel_deed *k;
	struct deed             *d;
	const struct posted     *p;
	struct faults           *f;
	struct things           *things;
	struct snapshot          sn;    /* as it is now, in the transaction */
	struct wheel             w;
	/* what the form is about: */
	size_t                   which;
	struct occurrence        when;
	int64_t                  unit;
};

/* ---- reading ---- */

struct str
wheel_about(struct arena *a, struct str duty, int32_t from)
{
	return arena_printf(a, STR_FMT ":" STR_FMT, STR_ARG(duty), STR_ARG(day_iso(a, from)));
}

static enum deed_state
begin(struct writing *w, uint64_t nouns)
{
	enum deed_state how = deed_begin(w->d);

	w->p = w->k->posted;
	w->f = &w->d->faults;
	if (how != DEED_OPEN)
		return how;
	w->things = things_load(w->d->a, w->d->s);
	if (w->things == NULL || !snapshot_load(w->d->a, w->d->s, w->things, 0, nouns, &w->sn))
		return deed_stop(w->d, DEED_FAILED);
	w->w = wheel_read(w->d->a, &w->sn);
	return DEED_OPEN;
}

/* "statusrapport:2009-01-01" */
static bool
read_about(struct writing *w)
{
	struct str rest = posted_wanted(w->p, w->f, STR("about"), KEY_MAX, false);
	struct str key = str_cut(&rest, ':');
	int32_t    from;

	if (fault_of(w->f, STR("about")) != NULL)
		return false;
	w->which = wheel_find(&w->w, things_find(w->things, NOUN_DUTY, key));
	if (w->which < w->w.len && day_from_iso(rest, &from) &&
	    wheel_at(w->w.duty, w->w.len, w->which, from, &w->when))
		return true;
	return fault_add(w->f, STR("about"), N_("Choose one of the deadlines."), STR_NONE);
}

static bool
read_unit(struct writing *w, bool wanted)
{
	struct str key = wanted ? posted_wanted(w->p, w->f, STR("unit"), KEY_MAX, false)
	                        : posted_text(w->p, w->f, STR("unit"), KEY_MAX, false);

	if (fault_of(w->f, STR("unit")) != NULL)
		return false;
	w->unit = things_find(w->things, NOUN_UNIT, key);
	if (key.len > 0 && snapshot_row(&w->sn, w->unit) == NULL)
		return fault_add(w->f, STR("unit"), N_("Choose one of the units."), STR_NONE);
	return true;
}

/* ---- writing ---- */

static bool
put(struct writing *w, enum noun n, const struct noun_row *now, struct noun_row *row,
    struct str why, struct str words)
{
	int64_t change;

	if (!deed_change(w->d, why, 0, &change))
		return false;
	if (now != NULL && !store_noun_end(w->d->s, n, now->id, change))
		return false;
	row->id = now != NULL ? now->id
	    : things_add(w->things, w->d->s, n, things_new_key(w->things, w->d->a, n, words));
	row->since = change;
	row->until = UNTIL_NOW;
	return row->id != 0 && store_noun_add(w->d->s, n, row);
}

static enum deed_state
end(struct writing *w, bool ok, enum act_id act, struct str thing, struct str before, struct str after)
{
	if (!ok || !deed_trail(w->d, act, thing, before, after))
		return deed_stop(w->d, DEED_FAILED);
	return deed_commit(w->d, w->k->back);
}

static struct str
thing_of(const struct writing *w, int64_t id)
{
	return things_reference(w->things, w->d->a, NOUN_ANY, id);
}

/* ---- extensions ---- */

/* The latest day that holds for the unit: planned, or agreed before. */
static int32_t
due_now(const struct writing *w)
{
	int32_t due = w->when.due;

	for (size_t i = 0; i < w->sn.len[NOUN_EXTENSION]; i++) {
		const struct noun_row *row = &w->sn.row[NOUN_EXTENSION][i];
		int64_t                of = row->ref[EXTENSION_unit];
		int32_t                from, day;

		if (row->ref[EXTENSION_duty] == w->w.row[w->which]->id &&
		    (of == 0 || (w->unit != 0 && unit_stands_under(&w->sn, w->unit, of))) &&
		    day_from_iso(row->text[EXTENSION_period_from], &from) && from == w->when.period.from &&
		    day_from_iso(row->text[EXTENSION_due], &day) && day > due)
			due = day;
	}
	return due;
}

static struct str
read_due(struct writing *w)
{
	int32_t now = due_now(w), due;

	if (posted_raw(w->p, STR("due")).len == 0) {
		fault_add(w->f, STR("due"), N_("This has to be filled in."), STR_NONE);
		return STR_NONE;
	}
	if (!posted_day(w->p, w->f, STR("due"), &due))
		return STR_NONE;
	if (due <= now)
		fault_add(w->f, STR("due"), N_("An extension ends after the day that holds now, {1}."),
		    day_iso(w->d->a, now));
	return day_iso(w->d->a, due);
}

enum deed_state
extension_add(const struct wheel_deed *k)
{
	struct writing  w = { .k = k, .d = k->d };
	enum deed_state how = begin(&w, NOUNS_OF_DUTIES);
	struct noun_row row = { 0 };
	struct str      key;

	if (how != DEED_OPEN)
		return how;
	if (read_about(&w) && read_unit(&w, false)) {
		const struct noun_row *duty = w.w.row[w.which];

		if (!unit_may(w.d->who, RIGHT_REMIND, &w.sn, w.unit != 0 ? w.unit : duty->ref[DUTY_unit],
		    duty->ref[DUTY_policy]))
			return deed_stop(k->d, DEED_DENIED);
		row.text[EXTENSION_due] = read_due(&w);
	}
	row.text[EXTENSION_title] = posted_wanted(w.p, w.f, STR("reason"), REASON_MAX, false);
	if (deed_faults(k->d) == DEED_FAULTY)
		return deed_stop(k->d, DEED_FAULTY);
	key = things_key(w.things, w.w.row[w.which]->id);
	row.text[EXTENSION_lang] = k->lang;
	row.text[EXTENSION_period_from] = day_iso(k->d->a, w.when.period.from);
	row.ref[EXTENSION_duty] = w.w.row[w.which]->id;
	row.ref[EXTENSION_unit] = w.unit;
	k->d->why = row.text[EXTENSION_title];
	return end(&w, put(&w, NOUN_EXTENSION, NULL, &row, arena_printf(k->d->a, "Frist udsat: " STR_FMT,
	    STR_ARG(row.text[EXTENSION_title])), arena_printf(k->d->a, STR_FMT " " STR_FMT, STR_ARG(key),
	    STR_ARG(row.text[EXTENSION_period_from]))), ACT_EXTEND, thing_of(&w, row.ref[EXTENSION_duty]),
	    day_iso(k->d->a, w.when.due), row.text[EXTENSION_due]);
}

/* ---- deliveries ---- */

static const struct noun_row *
delivered_before(const struct writing *w)
{
	for (size_t i = 0; i < w->sn.len[NOUN_DELIVERY]; i++) {
		const struct noun_row *row = &w->sn.row[NOUN_DELIVERY][i];
		int32_t                from;

		if (row->ref[DELIVERY_duty] == w->w.row[w->which]->id && row->ref[DELIVERY_unit] == w->unit &&
		    day_from_iso(row->text[DELIVERY_period_from], &from) && from == w->when.period.from)
			return row;
	}
	return NULL;
}

static void
read_delivery(struct writing *w, struct noun_row *row)
{
	struct str key = posted_text(w->p, w->f, STR("document"), KEY_MAX, false);
	int32_t    day;

	row->text[DELIVERY_title] = posted_text(w->p, w->f, STR("title"), REASON_MAX, false);
	row->ref[DELIVERY_document] = things_find(w->things, NOUN_DOCUMENT, key);
	if (key.len > 0 && snapshot_row(&w->sn, row->ref[DELIVERY_document]) == NULL)
		fault_add(w->f, STR("document"), N_("Choose one of the documents."), STR_NONE);
	if (posted_raw(w->p, STR("delivered")).len == 0) {
		fault_add(w->f, STR("delivered"), N_("This has to be filled in."), STR_NONE);
	} else if (posted_day(w->p, w->f, STR("delivered"), &day)) {
		if (day > w->k->today)
			fault_add(w->f, STR("delivered"), N_("That day has not come yet."), STR_NONE);
		row->text[DELIVERY_delivered] = day_iso(w->d->a, day);
	}
}

enum deed_state
delivery_add(const struct wheel_deed *k)
{
	struct writing         w = { .k = k, .d = k->d };
	enum deed_state        how = begin(&w, NOUNS_OF_DUTIES);
	const struct noun_row *duty, *before = NULL;
	struct noun_row        row = { 0 };
	bool                   known;

	if (how != DEED_OPEN)
		return how;
	known = read_about(&w);
	known = read_unit(&w, true) && known;
	if (known) {
		duty = w.w.row[w.which];
		if (!unit_may(w.d->who, RIGHT_FILL, &w.sn, w.unit, duty->ref[DUTY_policy]))
			return deed_stop(k->d, DEED_DENIED);
		if (duty->ref[DUTY_unit] != 0 && duty->ref[DUTY_unit] != w.unit)
			fault_add(w.f, STR("unit"), N_("This unit does not owe it."), STR_NONE);
		if (w.w.kind[w.which] == DUTY_KIND_STATUS || w.w.kind[w.which] == DUTY_KIND_MEASURE)
			fault_add(w.f, STR("about"), N_("A status is answered by its form, a measurement by "
			    "its figures."), STR_NONE);
		before = delivered_before(&w);
		row.ref[DELIVERY_duty] = duty->id;
	}
	read_delivery(&w, &row);
	if (deed_faults(k->d) == DEED_FAULTY)
		return deed_stop(k->d, DEED_FAULTY);
	row.text[DELIVERY_lang] = row.text[DELIVERY_title].len > 0 ? k->lang : STR_NONE;
	row.text[DELIVERY_period_from] = day_iso(k->d->a, w.when.period.from);
	row.ref[DELIVERY_unit] = w.unit;
	return end(&w, put(&w, NOUN_DELIVERY, before, &row, arena_printf(k->d->a, "Leveret: " STR_FMT,
	    STR_ARG(snapshot_title(&w.sn, row.ref[DELIVERY_duty]))), arena_printf(k->d->a,
	    STR_FMT " " STR_FMT " " STR_FMT, STR_ARG(things_key(w.things, row.ref[DELIVERY_duty])),
	    STR_ARG(row.text[DELIVERY_period_from]), STR_ARG(things_key(w.things, w.unit)))), ACT_DELIVER,
	    thing_of(&w, row.ref[DELIVERY_duty]),
	    before != NULL ? before->text[DELIVERY_delivered] : STR_NONE, row.text[DELIVERY_delivered]);
}

/* ---- promises ---- */

struct str
promise_about(struct arena *a, const struct followup *f)
{
	return arena_printf(a, STR_FMT ":%lld:" STR_FMT, STR_ARG(day_iso(a, f->due.to)),
	    (long long)f->decided_since, STR_ARG(str_trim(f->words)));
}

/* Of the initiative; `*version` is the change of the decision that the page showed. */
static const struct followup *
find_promise(struct writing *w, const struct noun_row *initiative, int64_t *version)
{
	struct judge_when when = { true, w->k->today, w->k->today };
	struct followups  all = followups_read(w->d->a, &w->sn, initiative, when);
	struct str        rest = posted_wanted(w->p, w->f, STR("promise"), REASON_MAX, false);
	struct str        day = str_cut(&rest, ':'), number = str_cut(&rest, ':');
	int32_t           due;

	if (w->f->len > 0)
		return NULL;
	for (size_t i = 0; day_from_iso(day, &due) && str_int(number, version) && i < all.len; i++)
		if (all.at[i].due.to == due && str_eq(str_trim(all.at[i].words), rest))
			return &all.at[i];
	fault_add(w->f, STR("promise"), N_("Choose one of the promises."), STR_NONE);
	return NULL;
}

static bool
is_report_of(const struct writing *w, int64_t report, int64_t initiative)
{
	int64_t of = snapshot_ref(&w->sn, report, STATUS_REPORT_initiative);

	if (snapshot_row(&w->sn, report) == NULL)
		return false;
	return of == initiative || (of == 0 && snapshot_ref(&w->sn,
	    snapshot_ref(&w->sn, report, STATUS_REPORT_target), TARGET_initiative) == initiative);
}

/* What she decided; false: that cannot be read. */
static bool
read_decision(struct writing *w, int64_t initiative, struct noun_row *row, enum act_id *act)
{
	struct str what = posted_raw(w->p, STR("decision")), key;

	if (str_eq(what, STR("drop"))) {
		*act = ACT_PROMISE_DROP;
		row->text[PROMISE_dropped] = posted_wanted(w->p, w->f, STR("reason"), REASON_MAX, false);
	} else if (str_eq(what, STR("keep"))) {
		*act = ACT_PROMISE_KEEP;
		key = posted_wanted(w->p, w->f, STR("report"), KEY_MAX, false);
		row->ref[PROMISE_kept_by] = things_find(w->things, NOUN_STATUS_REPORT, key);
		if (key.len > 0 && !is_report_of(w, row->ref[PROMISE_kept_by], initiative))
			fault_add(w->f, STR("report"), N_("Choose a status of this initiative."), STR_NONE);
	} else {
		fault_add(w->f, STR("decision"), N_("Say whether it was kept or is given up."), STR_NONE);
	}
	return deed_faults(w->d) != DEED_FAULTY;
}

/* The row with what was promised, and when. */
static void
describe(const struct writing *w, const struct followup *f, int64_t initiative, struct noun_row *row)
{
	row->text[PROMISE_title] = f->words;
	row->text[PROMISE_lang] = w->k->lang;
	row->ref[PROMISE_initiative] = initiative;
	row->ref[PROMISE_status_report] = things_find(w->things, NOUN_STATUS_REPORT, f->promised_in);
	row->text[PROMISE_due_from] = f->due.deadline ? STR_NONE : day_iso(w->d->a, f->due.from);
	row->text[PROMISE_due_to] = day_iso(w->d->a, f->due.to);
}

static enum deed_state
decide(struct writing *w, const struct followup *f, const struct noun_row *initiative)
{
	struct arena          *a = w->d->a;
	const struct noun_row *before = snapshot_row(&w->sn, things_find(w->things, NOUN_PROMISE,
	    f->decided));
	struct noun_row        row = { 0 };
	enum act_id            act = ACT_PROMISE_DROP;
	bool                   drops;

	if (!read_decision(w, initiative->id, &row, &act))
		return deed_stop(w->d, DEED_FAULTY);
	drops = act == ACT_PROMISE_DROP;
	describe(w, f, initiative->id, &row);
	w->d->why = row.text[PROMISE_dropped];
	return end(w, put(w, NOUN_PROMISE, before, &row, arena_printf(a, "%s: " STR_FMT,
	    drops ? "Løfte opgivet" : "Løfte holdt", STR_ARG(f->words)), arena_printf(a,
	    STR_FMT " " STR_FMT, STR_ARG(things_key(w->things, initiative->id)), STR_ARG(f->words))),
	    act, thing_of(w, initiative->id), before != NULL ? before->text[PROMISE_dropped] : STR_NONE,
	    drops ? row.text[PROMISE_dropped] : thing_of(w, row.ref[PROMISE_kept_by]));
}

enum deed_state
promise_decide(const struct wheel_deed *k, struct str key)
{
	struct writing         w = { .k = k, .d = k->d };
	enum deed_state        how = begin(&w, NOUNS_OF_PROMISES);
	const struct noun_row *initiative;
	const struct followup *f;
	int64_t                version = 0;

	if (how != DEED_OPEN)
		return how;
	initiative = snapshot_row(&w.sn, things_find(w.things, NOUN_INITIATIVE, key));
	if (initiative == NULL)
		return deed_stop(k->d, DEED_MISSING);
	if (!unit_may(w.d->who, RIGHT_FILL, &w.sn, initiative->ref[INITIATIVE_unit], initiative->ref[INITIATIVE_policy]))
		return deed_stop(k->d, DEED_DENIED);
	f = find_promise(&w, initiative, &version);
	if (f == NULL)
		return deed_stop(k->d, DEED_FAULTY);
	if (version != f->decided_since)
		return deed_stop(k->d, DEED_STALE);
	return decide(&w, f, initiative);
}
