#include "app/calendars.h"
#include "app/session.h"
#include "app/sorted.h"
#include "app/unit_chain.h"
#include "port/secret.h"

#define PURPOSE "calendar"
#define DAY_SECONDS 86400

static enum deed_state
check(struct deed *d, const struct edition *ed, const struct posted *p, int64_t *unit)
{
	struct str       key = posted_text(p, &d->faults, STR("unit"), 200, false);
	struct calendars all;

	*unit = things_find(ed->things, NOUN_UNIT, key);
	if (key.len > 0 && *unit == 0)
		fault_add(&d->faults, STR("unit"), N_("Choose one of the units."), STR_NONE);
	if (*unit != 0 && !unit_may(d->who, RIGHT_READ, &ed->sn, *unit, 0))
		return DEED_DENIED;
	if (!calendars_of(d->a, d->s, ed, d->who, &all))
		return DEED_FAILED;
	if (all.len >= CALENDARS_MAX)
		fault_add(&d->faults, STR(""), N_("There are {1} addresses already. Take one of them back "
		    "first."), arena_printf(d->a, "%d", CALENDARS_MAX));
	return deed_faults(d);
}

enum deed_state
calendar_make(struct deed *d, const struct edition *ed, const struct posted *p, struct str back,
              struct str *token)
{
	enum deed_state how = deed_begin(d);
	int64_t         unit, last;
	struct str      fresh = secret_new(d->a);

	*token = STR_NONE;
	if (how != DEED_OPEN)
		return how;
	how = check(d, ed, p, &unit);
	if (how != DEED_OPEN)
		return deed_stop(d, how);
	if (!store_get_int(d->s, STMT_CALENDAR_LAST, NULL, 0, &last))
		return deed_stop(d, DEED_FAILED);
	{
		struct param row[] = {
			P_INT(last + 1), P_TEXT(secret_digest(d->a, PURPOSE, fresh)), P_INT(d->who->account),
			P_INT(unit), P_INT(d->now),
		};

		if (!store_run(d->s, STMT_CALENDAR_ADD, row, COUNT_OF(row)) ||
		    !deed_trail(d, ACT_CALENDAR_MAKE, things_reference(ed->things, d->a, NOUN_ANY, unit),
		    STR_NONE, STR_NONE))
			return deed_stop(d, DEED_FAILED);
	}
	how = deed_commit(d, back);
	if (how == DEED_DONE)
		*token = fresh;
	return how;
}

enum deed_state
calendar_drop(struct deed *d, const struct posted *p, struct str back)
{
	enum deed_state how = deed_begin(d);
	int64_t         id;

	if (how != DEED_OPEN)
		return how;
	if (!posted_int(p, &d->faults, STR("calendar"), 1, INT64_MAX, &id)) {
		fault_add(&d->faults, STR(""), N_("Choose one of the addresses."), STR_NONE);
		return deed_stop(d, DEED_FAULTY);
	}
	{
		struct param row[] = { P_INT(id), P_INT(d->who->account) };

		if (!store_run(d->s, STMT_CALENDAR_DROP, row, COUNT_OF(row)))
			return deed_stop(d, DEED_FAILED);
	}
	if (store_changed(d->s) == 0)
		return deed_stop(d, DEED_MISSING);
	if (!deed_trail(d, ACT_CALENDAR_DROP, STR_NONE, STR_NONE, STR_NONE))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, back);
}

static void
find_units(struct arena *a, const struct snapshot *sn, const struct actor *who, struct calendars *to)
{
	to->choice = ARENA_ARRAY(a, struct named, sn->len[NOUN_UNIT] + 1);
	for (size_t i = 0; i < sn->len[NOUN_UNIT]; i++) {
		int64_t id = sn->row[NOUN_UNIT][i].id;

		if (unit_may(who, RIGHT_READ, sn, id, 0))
			to->choice[to->choices++] = judge_named(sn, id);
	}
	sorted_named(to->choice, to->choices);
}

bool
calendars_of(struct arena *a, struct store *s, const struct edition *ed, const struct actor *who,
             struct calendars *ret)
{
	struct calendars to = { 0 };
	struct param     p[] = { P_INT(who->account) };
	size_t           cap = 0;

	if (!store_query(s, STMT_CALENDAR_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_CALENDAR_OF)) {
		ARENA_GROW(a, to.at, to.len, &cap);
		to.at[to.len++] = (struct calendar){
			.id = store_int(s, STMT_CALENDAR_OF, 0),
			.unit = judge_named(&ed->sn, store_int(s, STMT_CALENDAR_OF, 2)),
			.made = day_iso(a, (int32_t)(store_int(s, STMT_CALENDAR_OF, 3) / DAY_SECONDS)),
		};
	}
	if (store_failed(s))
		return false;
	find_units(a, &ed->sn, who, &to);
	*ret = to;
	return true;
}

bool
calendar_find(struct arena *a, struct store *s, const struct edition *ed, struct str token,
              int32_t today, struct calendar_found *ret)
{
	struct param          p[] = { P_TEXT(secret_digest(a, PURPOSE, token)) };
	struct calendar_found to = { 0 };
	int64_t               account = 0;

	if (!store_query(s, STMT_CALENDAR_FIND, p, COUNT_OF(p)))
		return false;
	if (store_next(s, STMT_CALENDAR_FIND)) {
		account = store_int(s, STMT_CALENDAR_FIND, 1);
		to.unit = store_int(s, STMT_CALENDAR_FIND, 2);
		store_reset(s, STMT_CALENDAR_FIND);
	}
	if (store_failed(s) || (account != 0 && !session_account(a, s, account, today, &to.who)))
		return false;
	if (to.who != NULL && to.unit != 0 && !unit_may(to.who, RIGHT_READ, &ed->sn, to.unit, 0))
		to.who = NULL;
	*ret = to;
	return true;
}
