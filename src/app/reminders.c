/* What units were reminded of. */
#include "app/unit_chain.h"
#include "app/wheel_deeds.h"

#define SECONDS_PER_DAY 86400

static struct reminder
reminder_row(struct store *s, enum stmt id)
{
	return (struct reminder){
		.id = store_int(s, id, 0), .at = store_int(s, id, 1), .account = store_int(s, id, 2),
		.unit = store_int(s, id, 3), .duty = store_int(s, id, 4),
		.initiative = store_int(s, id, 5), .from = (int32_t)store_int(s, id, 6),
		.due = (int32_t)store_int(s, id, 7), .sent = store_int(s, id, 8),
	};
}

static bool
read_all(struct arena *a, struct store *s, enum stmt id, const struct param *p, size_t n,
         struct reminders *ret)
{
	struct reminders to = { 0 };
	size_t           cap = 0;

	if (!store_query(s, id, p, n))
		return false;
	while (store_next(s, id)) {
		ARENA_GROW(a, to.at, to.len, &cap);
		to.at[to.len++] = reminder_row(s, id);
	}
	if (store_failed(s))
		return false;
	*ret = to;
	return true;
}

bool
reminders_since(struct arena *a, struct store *s, int64_t at, struct reminders *ret)
{
	struct param p[] = { P_INT(at) };

	return read_all(a, s, STMT_REMINDER_SINCE, p, COUNT_OF(p), ret);
}

bool
reminders_to_send(struct arena *a, struct store *s, struct reminders *ret)
{
	return read_all(a, s, STMT_REMINDER_TO_SEND, NULL, 0, ret);
}

bool
reminder_sent(struct store *s, int64_t id, int64_t at)
{
	struct param p[] = { P_INT(at), P_INT(id) };

	return store_run(s, STMT_REMINDER_SENT, p, COUNT_OF(p));
}

bool
reminder_add(struct deed *d, const struct reminder *r)
{
	int64_t last;

	if (!store_get_int(d->s, STMT_REMINDER_LAST, NULL, 0, &last))
		return false;
	{
		struct param p[] = {
			P_INT(last + 1), P_INT(d->now), P_INT(d->who != NULL ? d->who->account : 0),
			P_INT(r->unit), P_INT(r->duty), P_INT(r->initiative), P_INT(r->from), P_INT(r->due),
		};

		return store_run(d->s, STMT_REMINDER_ADD, p, COUNT_OF(p));
	}
}

/* ---- all that a unit is late with ---- */

struct reminding {
	struct deed         *d;
	const struct wheel  *w;
	struct reminders     lately;
	size_t               done;
};

static bool
was_reminded(const struct reminding *k, const struct owed *o)
{
	for (size_t i = 0; i < k->lately.len; i++) {
		const struct reminder *r = &k->lately.at[i];

		if (r->unit == o->unit && r->duty == k->w->row[o->duty]->id &&
		    r->initiative == o->initiative && r->from == o->when.period.from)
			return true;
	}
	return false;
}

static bool
remind(struct reminding *k, const struct owed *o)
{
	struct reminder r = {
		.unit = o->unit, .duty = k->w->row[o->duty]->id, .initiative = o->initiative,
		.from = o->when.period.from, .due = o->due,
	};

	if (was_reminded(k, o))
		return true;
	k->done++;
	return reminder_add(k->d, &r);
}

static bool
remind_all(struct reminding *k, const struct edition *ed, const struct owed_ask *ask)
{
	struct owed_list all = duties_owed(k->d->a, ed, k->w, ask);

	for (size_t i = 0; i < all.len; i++)
		if (all.at[i].unit == ask->unit && all.at[i].late && !remind(k, &all.at[i]))
			return false;
	return true;
}

static bool
read_ask(const struct wheel_deed *k, const struct edition *ed, struct owed_ask *ask)
{
	struct faults *f = &k->d->faults;
	int64_t        year;

	ask->unit = things_find(ed->things, NOUN_UNIT, posted_wanted(k->posted, f, STR("unit"), 200, false));
	if (f->len == 0 && ask->unit == 0)
		fault_add(f, STR("unit"), N_("Choose one of the units."), STR_NONE);
	if (!posted_int(k->posted, f, STR("year"), 1, YEAR_MAX, &year)) {
		if (fault_of(f, STR("year")) == NULL)
			fault_add(f, STR("year"), N_("This has to be filled in."), STR_NONE);
		return false;
	}
	ask->from = day_of((int)year, 1, 1);
	ask->to = day_of((int)year, 13, 1);
	ask->today = k->today;
	return f->len == 0;
}

enum deed_state
reminders_send(const struct wheel_deed *k, const struct edition *ed)
{
	struct deed      *d = k->d;
	struct wheel      w = wheel_read(d->a, &ed->sn);
	struct reminding  r = { .d = d, .w = &w };
	struct form_heads forms;
	struct owed_ask   ask = { .forms = &forms };
	enum deed_state   how = deed_begin(d);

	if (how != DEED_OPEN)
		return how;
	if (!read_ask(k, ed, &ask))
		return deed_stop(d, DEED_FAULTY);
	if (!unit_may(d->who, RIGHT_REMIND, &ed->sn, ask.unit, 0))
		return deed_stop(d, DEED_DENIED);
	if (!owed_forms(d->a, d->s, &w, &ask, &forms) ||
	    !reminders_since(d->a, d->s, d->now - REMINDER_DAYS * SECONDS_PER_DAY, &r.lately) ||
	    !remind_all(&r, ed, &ask))
		return deed_stop(d, DEED_FAILED);
	if (r.done == 0) {
		fault_add(&d->faults, STR(""), N_("There is nothing to remind this unit of: it is late "
		    "with nothing, or was reminded less than a week ago."), STR_NONE);
		return deed_stop(d, DEED_FAULTY);
	}
	if (!deed_trail(d, ACT_REMIND, things_reference(ed->things, d->a, NOUN_ANY, ask.unit), STR_NONE,
	    arena_printf(d->a, "%zu", r.done)))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, k->back);
}
