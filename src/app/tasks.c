#include "app/tasks.h"
#include "app/answering.h"
#include "app/duties.h"
#include "app/error_reports.h"
#include "app/forms.h"
#include "app/inbox_view.h"
#include "app/sorted.h"
#include "app/unit_chain.h"

/* ---- the annual wheel ---- */

struct duty_tasks {
	const struct tasks_ask *k;
	struct wheel            w;
	struct owed_list        owed;
	int64_t                *newer;  /* by thing: the duty of which a newer period is due */
	struct tasks           *to;
};

static bool
speaks_danish(const struct actor *who)
{
	return !str_eq(who->lang, STR("en"));
}

/* Is it hers, still open, and not overtaken by a newer period? */
static bool
is_open(struct duty_tasks *t, const struct owed *o)
{
	int64_t    about = o->initiative != 0 ? o->initiative : o->unit;
	bool       due = o->when.due < t->k->today;
	bool       old = due && t->newer[about] == t->w.row[o->duty]->id;
	enum right right = t->w.kind[o->duty] == DUTY_KIND_MEASURE ? RIGHT_MEASURE : RIGHT_FILL;

	if (due)
		t->newer[about] = t->w.row[o->duty]->id;
	return !old && o->unit != 0 && o->state <= OWED_DRAFTED && o->form == 0 &&
	    unit_may(t->k->who, right, &t->k->ed->sn, o->unit, t->w.row[o->duty]->ref[DUTY_policy]);
}

static struct str
have_of(const struct duty_tasks *t, const struct owed *o)
{
	bool       danish = speaks_danish(t->k->who);
	struct str period = period_text(t->k->a, o->when.period, danish);

	if (o->whole == 0)
		return arena_printf(t->k->a, STR_FMT ": %s", STR_ARG(period),
		    danish ? "endnu intet" : "nothing yet");
	return arena_printf(t->k->a, STR_FMT ": %u %s %u %s", STR_ARG(period), (unsigned)o->part,
	    danish ? "af" : "of", (unsigned)o->whole,
	    danish ? "indikatorer er målt" : "indicators are measured");
}

static void
add_duty(struct duty_tasks *t, const struct owed *o)
{
	const struct snapshot *sn = &t->k->ed->sn;
	struct arena          *a = t->k->a;
	struct task            task = {
		.kind = o->initiative != 0 ? TASK_FILL : TASK_DUTY,
		.thing = judge_named(sn, o->initiative != 0 ? o->initiative : t->w.row[o->duty]->id),
		.unit = judge_named(sn, o->unit), .unit_id = o->unit, .has_due = true, .due = o->due,
		.extended = o->extended, .have = have_of(t, o),
	};

	if (o->initiative != 0) {
		task.begins = period_text(a, o->when.period, true);
		task.path = STR("work/forms");
	} else {
		task.path = arena_printf(a, "work/wheel?year=%d#list", date_of(o->when.due).year);
	}
	ARENA_GROW(a, t->to->at, t->to->len, &t->to->cap);
	t->to->at[t->to->len++] = task;
}

/* A form that is there has its deadline from the wheel. */
static void
date_forms(struct duty_tasks *t, size_t n)
{
	for (size_t i = 0; i < t->owed.len; i++) {
		const struct owed *o = &t->owed.at[i];
		struct str path;

		if (o->form == 0)
			continue;
		path = arena_printf(t->k->a, "work/form/%lld", (long long)o->form);
		for (size_t j = 0; j < n; j++) {
			struct task *task = &t->to->at[j];

			if (!str_eq(task->path, path))
				continue;
			task->has_due = true;
			task->due = o->due;
			task->extended = o->extended;
		}
	}
}

static bool
from_duties(const struct tasks_ask *k, struct tasks *to)
{
	struct duty_tasks t = { .k = k, .w = wheel_read(k->a, &k->ed->sn), .to = to };
	struct form_heads forms;
	struct owed_ask   ask = { .from = k->today - TASKS_BACK_DAYS,
	                          .to = k->today + TASKS_AHEAD_DAYS, .today = k->today, .forms = &forms };
	size_t            before = to->len;

	if (!owed_forms(k->a, k->s, &t.w, &ask, &forms))
		return false;
	t.owed = duties_owed(k->a, k->ed, &t.w, &ask);
	t.newer = ARENA_ARRAY(k->a, int64_t, things_count(k->ed->things) + 1);
	for (size_t i = t.owed.len; i-- > 0;)
		if (is_open(&t, &t.owed.at[i]))
			add_duty(&t, &t.owed.at[i]);
	date_forms(&t, before);
	return true;
}

/* ---- what was promised ---- */

static bool
from_promises(const struct tasks_ask *k, struct tasks *to)
{
	const struct snapshot  *sn = &k->ed->sn;
	const struct followups *all = edition_promises(k->ed);

	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		int64_t policy = sn->row[NOUN_INITIATIVE][i].ref[INITIATIVE_policy];

		for (size_t j = 0; j < all[i].len; j++) {
			const struct followup *f = &all[i].at[j];

			if ((f->state != FOLLOWUP_LATE && f->state != FOLLOWUP_COMING) ||
			    f->due.to > k->today + TASKS_AHEAD_DAYS || f->unit_id == 0 ||
			    !unit_may(k->who, RIGHT_FILL, &k->ed->sn, f->unit_id, policy))
				continue;
			ARENA_GROW(k->a, to->at, to->len, &to->cap);
			to->at[to->len++] = (struct task){
				.kind = TASK_PROMISE, .thing = f->initiative, .unit = f->unit,
				.unit_id = f->unit_id, .has_due = true, .path = arena_printf(k->a,
				    "work/promise/" STR_FMT, STR_ARG(f->initiative.id)),
				.due = f->due.to - 1, .have = f->words,
			};
		}
	}
	return true;
}

static bool
from_forms(const struct tasks_ask *k, struct tasks *to)
{
	return forms_tasks(k->a, k->s, k->ed, k->who, to);
}

static bool
from_findings(const struct tasks_ask *k, struct tasks *to)
{
	return findings_tasks(k->a, k->s, k->ed, k->who, to);
}

static bool
from_inbox(const struct tasks_ask *k, struct tasks *to)
{
	return inbox_tasks(k->a, k->s, k->ed, k->who, to);
}

static bool
from_reports(const struct tasks_ask *k, struct tasks *to)
{
	return error_report_tasks(k->a, k->s, k->ed, k->who, to);
}

/* ---- all of them ---- */

static bool (*const source[])(const struct tasks_ask *, struct tasks *) = {
	from_forms, from_duties, from_promises, from_reports, from_findings, from_inbox,
};

static int
by_deadline(const void *a, const void *b, void *collator)
{
	const struct task *x = a, *y = b;
	int                o;

	if (x->has_due != y->has_due)
		return x->has_due ? -1 : 1;
	if (x->has_due && x->due != y->due)
		return x->due < y->due ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	o = sorted_titles(&x->thing, &y->thing, collator);
	return o != 0 ? o : str_cmp(x->have, y->have);
}

bool
tasks_of(const struct tasks_ask *k, struct tasks *ret)
{
	struct tasks to = { 0 };

	for (size_t i = 0; i < COUNT_OF(source); i++)
		if (!source[i](k, &to))
			return false;
	sorted(to.at, to.len, sizeof *to.at, by_deadline);
	*ret = to;
	return true;
}
