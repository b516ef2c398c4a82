/* Deadlines for a calendar program, which has no cookie: its address holds a token. */
#include "app/calendars.h"
#include "app/tasks.h"
#include "app/wheel_view.h"
#include "model/task.h"
#include "port/ical.h"
#include "web/handlers.h"

#define YEARS_SHOWN 3                   /* last year, this one, the next */

static const char *const kinds[TASK_KIND_COUNT] = {
#define X(id, code, words) words,
	TASK_KINDS(X)
#undef X
};

struct feed {
	struct ical_day *at;
	size_t           len, cap;
	struct str       name;
};

static void
add(struct request *rq, struct feed *to, int32_t day, struct ical_day d)
{
	struct date date = date_of(day);

	d.year = date.year;
	d.month = date.month;
	d.day = date.day;
	ARENA_GROW(rq->arena, to->at, to->len, &to->cap);
	to->at[to->len++] = d;
}

static bool
of_person(struct request *rq, const struct calendar_found *c, struct feed *to)
{
	struct tasks_ask ask = { .a = rq->arena, .s = rq->store, .ed = rq->edition, .who = c->who,
	                         .today = rq->edition->when.today };
	struct tasks     all;
	bool             danish = lang_danish(&rq->lang);

	if (!tasks_of(&ask, &all))
		return false;
	to->name = text_fill(rq->arena, say(&rq->lang, "Pejl: {1}"), &c->who->title, 1);
	for (size_t i = 0; i < all.len; i++) {
		const struct task *t = &all.at[i];
		struct str part[] = { say(&rq->lang, kinds[t->kind]), named_title(&t->thing, &danish) };

		if (!t->has_due)
			continue;
		add(rq, to, t->due, (struct ical_day){
			.uid = arena_printf(rq->arena, "task-%d-" STR_FMT "-" STR_FMT "-" STR_FMT "@pejl",
			    (int)t->kind, STR_ARG(t->thing.id), STR_ARG(t->unit.id),
			    STR_ARG(day_iso(rq->arena, t->due))),
			.summary = text_fill(rq->arena, say(&rq->lang, "{1}: {2}"), part, 2),
			.description = t->have,
		});
	}
	return true;
}

static void
add_entry(struct request *rq, struct feed *to, const struct wheel_entry *e, struct str unit)
{
	bool danish = lang_danish(&rq->lang);

	add(rq, to, e->due, (struct ical_day){
		.uid = arena_printf(rq->arena, "duty-" STR_FMT "-" STR_FMT "-" STR_FMT "-%d@pejl",
		    STR_ARG(e->duty.id), STR_ARG(day_iso(rq->arena, e->when.period.from)), STR_ARG(unit),
		    e->due - e->when.due),
		.summary = named_title(&e->duty, &danish),
		.description = period_text(rq->arena, e->when.period, lang_danish(&rq->lang)),
		.done = e->answers > 0 && e->answered == e->answers,
	});
}

static bool
of_unit(struct request *rq, const struct calendar_found *c, struct feed *to)
{
	int        year = date_of(rq->edition->when.today).year;
	bool       danish = lang_danish(&rq->lang);
	struct named unit = judge_named(&rq->edition->sn, c->unit);
	struct str title = named_title(&unit, &danish);

	to->name = text_fill(rq->arena, say(&rq->lang, "Pejl: {1}"), &title, 1);
	for (int i = 0; i < YEARS_SHOWN; i++) {
		struct wheel_ask  ask = { .year = year - 1 + i, .unit = c->unit };
		struct wheel_view m;

		if (!wheel_view(rq->arena, rq->edition, &ask, &m))
			return false;
		for (size_t k = 0; k < m.len; k++)
			add_entry(rq, to, &m.at[k], unit.id);
	}
	return true;
}

static int
handle_calendar(struct request *rq)
{
	struct calendar_found c;
	struct feed           to = { 0 };

	if (!calendar_find(rq->arena, rq->store, rq->edition, rq->id, rq->edition->when.today, &c))
		return 500;
	if (c.who == NULL)
		return 404;
	if (!(c.unit != 0 ? of_unit(rq, &c, &to) : of_person(rq, &c, &to)))
		return 500;
	ical_write(rq->body, to.name, rq->unix_now, to.at, to.len);
	request_media(rq, STR("text/calendar; charset=utf-8"));
	rq->cache = STR("no-store");
	return 200;
}

const struct route routes_calendar[ROUTES_CALENDAR] = {
	{ METHOD_GET, STR_INIT("/calendar/:id.ics"), ACCESS_PUBLIC, NEEDS_STORE, QUERY_BIT(LANG),
	  handle_calendar, "Deadlines for a calendar program, for who has the address", NULL },
};
