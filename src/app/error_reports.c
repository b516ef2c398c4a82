#include "app/error_reports.h"
#include "base/codes.h"
#include "app/letter_links.h"
#include "app/unit_chain.h"

enum column { ID, THING, UNIT, WORDS, MADE, STATE, VERSION, ANSWER, ANSWERED };

#define DAY_SECONDS 86400
#define CLOSED_SHOWN 50

static const struct str state_codes[REPORT_STATE_COUNT] = {
#define X(id, code, words) STR_INIT(code),
	REPORT_STATES(X)
#undef X
};

static enum report_state
state_from(struct str code)
{
	return (enum report_state)CODE_FIND(state_codes, *state_codes, code);
}

/* ---- reading ---- */

static const char *
kind_of(const struct edition *ed, int64_t thing)
{
	return things_kind(ed->things, thing) == NOUN_OBJECTIVE ? "objective" : "indicator";
}

static struct error_report
read_row(struct arena *a, struct store *s, enum stmt q, const struct edition *ed)
{
	int64_t thing = store_int(s, q, THING), unit = store_int(s, q, UNIT);

	return (struct error_report){
		.id = store_int(s, q, ID), .thing = thing, .unit_id = unit,
		.kind = kind_of(ed, thing), .about = judge_named(&ed->sn, thing),
		.unit = judge_named(&ed->sn, unit), .version = store_int(s, q, VERSION),
		.words = str_dup(a, store_text(s, q, WORDS)),
		.answer = str_dup(a, store_text(s, q, ANSWER)),
		.made = (int32_t)(store_int(s, q, MADE) / DAY_SECONDS),
		.answered = (int32_t)(store_int(s, q, ANSWERED) / DAY_SECONDS),
		.state = state_from(store_text(s, q, STATE)),
	};
}

static bool
find(struct arena *a, struct store *s, const struct edition *ed, int64_t id,
     const struct error_report **ret)
{
	struct param         p[] = { P_INT(id) };
	struct error_report *r = NULL;

	if (!store_query(s, STMT_REPORT_ONE, p, COUNT_OF(p)))
		return false;
	if (store_next(s, STMT_REPORT_ONE)) {
		r = ARENA_NEW(a, struct error_report);
		*r = read_row(a, s, STMT_REPORT_ONE, ed);
	}
	store_reset(s, STMT_REPORT_ONE);
	*ret = r;
	return !store_failed(s);
}

bool
error_report_seen(struct arena *a, struct store *s, const struct edition *ed, struct str token,
                  const struct error_report **ret)
{
	int64_t id;

	*ret = NULL;
	if (!letter_link_find(a, s, LETTER_LINK_REPORT, token, &id))
		return false;
	return id == 0 || find(a, s, ed, id, ret);
}

bool
error_reports_of(struct arena *a, struct store *s, const struct edition *ed,
                 const struct actor *who, bool open, struct error_reports *ret)
{
	struct param         p[] = { P_INT(CLOSED_SHOWN) };
	enum stmt            q = open ? STMT_REPORT_OPEN : STMT_REPORT_CLOSED;
	struct error_reports to = { 0 };
	size_t               cap = 0;

	if (!store_query(s, q, p, open ? 0 : COUNT_OF(p)))
		return false;
	while (store_next(s, q)) {
		if (!unit_may(who, RIGHT_FILL, &ed->sn, store_int(s, q, UNIT), 0))
			continue;
		ARENA_GROW(a, to.at, to.len, &cap);
		to.at[to.len++] = read_row(a, s, q, ed);
	}
	*ret = to;
	return !store_failed(s);
}

enum deed_state
error_report_one(struct arena *a, struct store *s, const struct edition *ed,
                 const struct actor *who, int64_t id, const struct error_report **ret)
{
	if (!access_has(who, RIGHT_FILL))
		return DEED_DENIED;
	if (!find(a, s, ed, id, ret))
		return DEED_FAILED;
	if (*ret == NULL)
		return DEED_MISSING;
	return unit_may(who, RIGHT_FILL, &ed->sn, (*ret)->unit_id, 0) ? DEED_OPEN : DEED_DENIED;
}

bool
error_report_tasks(struct arena *a, struct store *s, const struct edition *ed,
                   const struct actor *who, struct tasks *to)
{
	struct error_reports open;

	if (!access_has(who, RIGHT_FILL))
		return true;
	if (!error_reports_of(a, s, ed, who, true, &open))
		return false;
	for (size_t i = 0; i < open.len; i++) {
		const struct error_report *r = &open.at[i];

		ARENA_GROW(a, to->at, to->len, &to->cap);
		to->at[to->len++] = (struct task){
			.kind = TASK_ERROR_REPORT, .thing = r->about, .unit = r->unit,
			.unit_id = r->unit_id,
			.path = arena_printf(a, "work/report/%lld", (long long)r->id),
		};
	}
	return true;
}

/* ---- a reader reports ---- */

static int64_t
owner(const struct noun_row *about, enum noun kind)
{
	return kind == NOUN_OBJECTIVE ? about->ref[OBJECTIVE_unit] : about->ref[INDICATOR_unit];
}

/* What programs do and people do not. */
static void
check_person(struct deed *d, const struct posted *form)
{
	int64_t opened;

	if (posted_raw(form, STR("homepage")).len > 0)
		fault_add(&d->faults, STR("homepage"), N_("Leave this field empty."), STR_NONE);
	if (!posted_int(form, &d->faults, STR("opened"), 1, d->now, &opened) ||
	    d->now - opened < REPORT_OPEN_SECONDS)
		fault_add(&d->faults, STR_NONE, N_("That was very quick. Read it once more, and send it again."),
		    STR_NONE);
}

static bool
write_report(struct deed *d, const struct edition *ed, const struct noun_row *about,
             struct str words, struct str *token)
{
	enum noun    kind = things_kind(ed->things, about->id);
	struct param p[] = { P_INT(0), P_INT(about->id), P_INT(owner(about, kind)), P_TEXT(words),
	                     P_INT(d->now) };
	int64_t      last;

	if (!store_get_int(d->s, STMT_REPORT_LAST, NULL, 0, &last))
		return false;
	p[0] = P_INT(last + 1);
	return store_run(d->s, STMT_REPORT_ADD, p, COUNT_OF(p)) &&
	    letter_link_new(d->a, d->s, LETTER_LINK_REPORT, last + 1, d->now, token) &&
	    deed_trail(d, ACT_REPORT_ERROR, arena_printf(d->a, "report:%lld", (long long)last + 1),
	        STR_NONE, words);
}

enum deed_state
error_report_make(struct deed *d, const struct posted *form, const struct edition *ed,
                  const struct noun_row *about, struct str lang)
{
	enum deed_state how = deed_begin(d);
	struct str      words, token;

	if (how != DEED_OPEN)
		return how;
	words = posted_wanted(form, &d->faults, STR("words"), REPORT_WORDS_MAX, true);
	check_person(d, form);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	if (!write_report(d, ed, about, words, &token))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/reported/" STR_FMT, STR_ARG(lang),
	    STR_ARG(token)));
}

/* ---- the unit answers ---- */

static enum report_state
wanted_state(struct deed *d, const struct posted *form)
{
	enum report_state state = state_from(posted_raw(form, STR("state")));

	if (state != REPORT_STATE_COUNT && state != REPORT_OPEN)
		return state;
	fault_add(&d->faults, STR("state"), N_("Choose what became of it."), STR_NONE);
	return REPORT_STATE_COUNT;
}

static enum deed_state
write_answer(struct deed *d, const struct error_report *r, enum report_state state,
             struct str answer, int64_t version)
{
	struct param p[] = {
		P_TEXT(state_codes[state]), P_TEXT(answer), P_INT(d->now), P_INT(d->who->account),
		P_INT(r->id), P_INT(version),
	};

	if (r->state != REPORT_OPEN || r->version != version)
		return DEED_STALE;
	return store_run(d->s, STMT_REPORT_ANSWER, p, COUNT_OF(p)) && store_changed(d->s) == 1 &&
	    deed_trail(d, ACT_ANSWER_REPORT, arena_printf(d->a, "report:%lld", (long long)r->id),
	        r->words, arena_printf(d->a, STR_FMT ": " STR_FMT, STR_ARG(state_codes[state]),
	        STR_ARG(answer))) ? DEED_OPEN : DEED_FAILED;
}

enum deed_state
error_report_answer(struct deed *d, const struct posted *form, const struct edition *ed,
                    int64_t id, struct str lang)
{
	const struct error_report *r;
	enum deed_state            how = deed_begin(d);
	enum report_state          state;
	struct str                 answer;
	int64_t                    version = 0;

	if (how != DEED_OPEN)
		return how;
	how = error_report_one(d->a, d->s, ed, d->who, id, &r);
	if (how != DEED_OPEN)
		return deed_stop(d, how);
	state = wanted_state(d, form);
	answer = posted_wanted(form, &d->faults, STR("answer"), REPORT_WORDS_MAX, true);
	(void)posted_int(form, &d->faults, STR("version"), 1, INT32_MAX, &version);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	how = write_answer(d, r, state, answer, version);
	if (how != DEED_OPEN)
		return deed_stop(d, how);
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/%s", STR_ARG(lang), "work/reports"));
}

bool
error_reports_tidy(struct store *s, int64_t now)
{
	struct param p[] = { P_INT(now - REPORT_KEPT_SECONDS) };

	return store_run(s, STMT_REPORT_DROP_OLD, p, COUNT_OF(p));
}
